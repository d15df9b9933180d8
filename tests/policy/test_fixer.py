"""The fixer: the fixes that are applied and skipped, and that all other text is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.linearity import LINEAR, growth
from helpers.playbooks import words_in
from helpers.policing import CODES, TITLE, codes, language_of, make, own_playbook

from ftnotes import Context, Diagnostic, Document, Playbook, Severity, Span, check, fix, parse
from ftnotes.policy import RULES, Rule, Violation
from ftnotes.policy import fixer as fixing
from ftnotes.policy.diagnostics import Fix
from ftnotes.policy.fix_result import Applied, Skipped
from ftnotes.policy.fixer import BUDGET, BUDGET_OF_SHORT, CHECKED, PASSES, READ, TOO_MANY, non_overlapping
from ftnotes.policy.harm import CHANGES_MEANING, LOSES
from ftnotes.policy.note_view import NoteView
from ftnotes.text.edits import Edit
from ftnotes.writing.reasons import THIN

MESSY = (
    "**Exec Summary** (draft)\n• Describe customer - Contosoâ€™s shops\n- STATUS OF THE ENGAGEMENT: Engaged\n"
    "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   * (exo) exchange online: wave\u200b 2\n"
    "   -  [SPO]  SharePoint Online\n   -  [TEMAS]  Teams - pilot\n\n"
    "- REQUESTS FOR SUPPORT: None #covid19\n\n  Regards,  Ana \t\n"
)
FIXED = (
    "**EXEC SUMMARY** (draft)\n- DESCRIBE THE CUSTOMER: Contoso’s shops\n- STATUS OF THE ENGAGEMENT: Engaged\n"
    "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   * [EXO] Exchange Online - wave 2\n"
    "   -  [SPO]  SharePoint Online\n   -  [TEMAS]  Teams - pilot\n\n"
    "- REQUESTS FOR SUPPORT: None #covid19\n\n  Regards,  Ana \t\n"
)
REWORDED = (
    FIXED.replace("ENGAGEMENT: Engaged", "ENGAGEMENT: Fully Engaged")
    .replace("   -  [SPO]  SharePoint Online\n", "")
    .replace("[TEMAS]", "[TEAMS]")
    .replace("#covid19", "#covid")
)


def finder(
    pattern: str, replace: Callable[[re.Match[str]], str] | str, code: str = "AB100", safe: bool = True, unless: str = "$^"
) -> Rule:
    """Return a rule against a pattern, whose fix replaces it; a text that contains ``unless`` doesn't violate it."""

    def look(view: NoteView, context: Context) -> Iterator[Violation]:
        text = view.text
        for match in re.finditer(pattern, text) if not re.search(unless, text) else ():
            span = Span(*match.span())
            better = match.expand(replace) if isinstance(replace, str) else replace(match)
            yield Violation("m", span, (Fix("write it", (Edit(span, better),), safe),))

    return make(code, look, f"found-{code.lower()}")


# ---- what is applied


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("unsafe", "after"), [(False, FIXED), (True, REWORDED)])
def test_safe_fixes_change_punctuation_and_unsafe_ones_words(unsafe: bool, after: str, line_end: str) -> None:
    """Text without fixes is kept, line ends included; words that the writer chose change only on request."""
    result = fix(MESSY.replace("\n", line_end), unsafe=unsafe)
    assert result.text == after.replace("\n", line_end)
    assert result.changed
    assert all(one.fix.safe for one in result.applied) is not unsafe
    assert result.remaining == check(result.text).diagnostics
    assert fix(result.text, unsafe=unsafe).text == result.text


def test_an_applied_fix_comes_with_its_diagnostic() -> None:
    """Each applied fix comes with its diagnostic."""
    result = fix("Call JosÃ© and\u200b Ana.\n", select=("FT6",))
    assert [(one.diagnostic.code, one.fix.title) for one in result.applied] == [
        ("FT601", "restore the original characters"),
        ("FT602", "remove the invisible characters"),
    ]
    assert result.remaining == ()
    assert result.skipped == ()


@pytest.mark.parametrize("text", ["", "A call.\n", f"{TITLE}- RISKS: x\r\n\r\r\n"])
def test_a_text_without_fixes_is_returned(text: str) -> None:
    """The text itself is returned if there is nothing to fix."""
    result = fix(text)
    assert result.text is text
    assert not result.changed
    assert result.applied == ()
    assert result.skipped == ()


@pytest.mark.parametrize("argument", [b"x", None])
def test_only_texts_and_documents_are_fixed(argument: object) -> None:
    """Anything else is refused with the remedy."""
    with pytest.raises(TypeError, match=r"^fix\(\) takes a str or a Document, not "):
        fix(argument)  # type: ignore[arg-type]


def test_a_document_is_fixed_as_its_text_is() -> None:
    """A document counts with its playbook, unless a playbook or an edition is given."""
    assert fix(parse(MESSY)) == fix(MESSY)
    old = parse("A call. #covid19\n", edition="2019-09")
    assert fix(old, unsafe=True) == fix(old.text, edition="2019-09", unsafe=True)
    assert fix(old, unsafe=True).text == old.text
    assert fix(old, edition="2020-03", unsafe=True).text == "A call. #covid\n"


def test_fixing_takes_what_checking_takes(tmp_path: Path) -> None:
    """Context, playbook, rules, selection and severities mean the same as for `check`, iterators included."""
    text = "Stopped. #covid JosÃ© #covid19\n"
    pausing = Context(intent="pausing")
    assert fix(text, unsafe=True, context=pausing, select=iter(("FT301",))).text == "Stopped. JosÃ©\n"
    assert fix(text, unsafe=True, context=pausing, ignore=iter(("FT301", "FT303"))).text == "Stopped. #covid José #covid19\n"
    assert fix(text, rules=iter(RULES[:3])).remaining == ()
    found = fix(text, select=("FT303",), severities={"FT3": "information"}).remaining
    assert [one.severity for one in found] == [Severity.INFORMATION]
    playbook = own_playbook(tmp_path)
    risk = "EXEC SUMMARY\n- RISK LEVEL: low  risk\n"
    assert fix(risk, playbook=playbook, select=("FT2",)).text == risk.replace("low  risk", "Low Risk")
    assert fix(risk, select=("FT2",)).text == risk
    with pytest.raises(ValueError, match="there is no rule 'FT999'"):
        fix(text, select=("FT999",))
    with pytest.raises(ValueError, match="there is no severity 'fatal'"):
        fix(text, severities={"FT3": "fatal"})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="select takes several"):
        fix(text, select="FT201")
    with pytest.raises(TypeError, match="ignore takes several"):
        fix(text, ignore="FT201")


@pytest.mark.parametrize("code", CODES)
def test_notes_in_all_languages_are_fixed_in_their_language(code: str) -> None:
    """A note in small letters with other bullets gets the spelling and bullets of the template, in its language."""
    playbook = Playbook.load()
    language = language_of(playbook, code)
    local = words_in(language)
    labels, choices = local.labels, local.choices["engagement-status"]
    text = f"**{local.titles[0].lower()}**\n• {labels['engagement-status'][0].lower()}: {choices['reactive'][0].upper()}.\n"
    after = f"**{local.titles[0]}**\n- {labels['engagement-status'][0]}: {choices['reactive'][0]}\n"
    assert fix(text).text == after


# ---- what is skipped


def test_a_fix_that_causes_another_diagnostic_is_skipped() -> None:
    """The other fixes are applied; without the rule that it would violate, this one is, too."""
    one, red = finder("one", "two", safe=False), finder("red", "blue", "AB300", safe=False)
    two = make("AB200", lambda view, *_: iter([Violation("m", Span(0, 3))] if "two" in view.text else []))
    assert fix("one, red\n", rules=(one, red), unsafe=True).text == "two, blue\n"
    result = fix("one, red\n", rules=(one, two, red), unsafe=True)
    assert result.text == "one, blue\n"
    assert reasons(result.skipped) == [("AB100", "it would cause AB200")]


def test_a_safe_fix_that_changes_the_meaning_is_skipped() -> None:
    """A safe fix must keep the meaning; an unsafe one may change words."""
    assert fix("A call.\n", rules=(finder("call", "visit"),)).text == "A call.\n"
    assert reasons(fix("A call.\n", rules=(finder("call", "visit"),)).skipped) == [("AB100", CHANGES_MEANING)]
    assert fix("A call.\n", rules=(finder("call", "CALL"),)).text == "A call.\n"
    assert fix("A call.\n", rules=(finder(r"\.", "!"),)).text == "A call.\n"
    assert fix("A call.\n", rules=(finder("call", "visit", safe=False),)).text == "A call.\n"
    assert fix("A call.\n", rules=(finder("call", "visit", safe=False),), unsafe=True).text == "A visit.\n"
    assert fix("A  call.\n", rules=(finder("  ", " "),)).text == "A call.\n"


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    """Two rules that undo each other, and one that never ends, stop after the maximum number of passes."""
    result = fix("a b", rules=(finder("a b", "a  b"), finder("a  b", "a b", "AB200")))
    assert result.text == "a b"
    assert reasons(result.skipped) == [("AB100", "it would cause AB200")]
    growing = finder(" $", "  ")
    result = fix("a ", rules=(growing,))
    assert result.text == "a " + " " * PASSES
    assert len(result.applied) == PASSES


def test_fixes_that_touch_wait_for_the_next_pass() -> None:
    """Of two fixes for the same place the first is applied; the other follows from the new text."""
    result = fix("a  b", rules=(finder("a ", "a\t"), finder(" b", "\tb", "AB200"), finder("  ", "\t\t", "AB300")))
    assert result.text == "a\t\tb"
    assert [one.diagnostic.code for one in result.applied] == ["AB100", "AB200"]
    neighbours = finder("a", "A", safe=False), finder("(?<=a)b", "B", "AB200", safe=False)
    assert fix("ab", rules=neighbours, unsafe=True).text == "Ab"


def test_what_did_harm_is_applied_once_it_does_none() -> None:
    """A fix is skipped only as long as it causes another diagnostic."""
    clash = make("AB200", lambda view, *_: iter([Violation("m", Span(0, 1))] if "x  z" in view.text else []))
    result = fix("x z", rules=(finder("x ", "x  ", unless="x  "), clash, finder("z", "w", "AB300", safe=False)), unsafe=True)
    assert result.text == "x  w"
    assert [one.diagnostic.code for one in result.applied] == ["AB300", "AB100"]
    assert result.skipped == ()


def test_a_skipped_fix_is_tried_again_once_others_were_applied() -> None:
    """A control character that is half of a mis-decoded letter is fixed with it; the fix of the rest is then harmless."""
    text = "\x1fÎ\x84"
    result = fix(text, select=("FT6",))
    assert result.text == "΄"
    assert [one.diagnostic.code for one in result.applied] == ["FT602", "FT601"]
    assert result.skipped == ()


def test_fixes_of_several_edits_are_applied_whole_or_not_at_all() -> None:
    """A fix with one edit that overlaps that of another fix waits as a whole."""

    def both(view: NoteView, context: Context) -> Iterator[Violation]:
        text = view.text
        if "(" in text and ")" in text:
            spans = [Span(text.index(sign), text.index(sign) + 1) for sign in "()"]
            yield Violation("m", spans[0], (Fix("take out", tuple(Edit(span, "") for span in spans), safe=False),))

    other = finder(r"\) ", ") - ", safe=False)
    assert fix("(a) b", rules=(other, make("AB200", both)), select=("AB200",), unsafe=True).text == "a b"
    first = finder(r"(x.*)\) b", r"\1] b", safe=False)
    assert fix("x (a) b", rules=(first, make("AB200", both)), unsafe=True).text == "x (a] b"


def test_a_note_whose_first_fix_is_unsafe_may_take_the_second() -> None:
    """Of several fixes of a diagnostic the first that is allowed is applied."""

    def two(view: NoteView, context: Context) -> Iterator[Violation]:
        text = view.text
        if "\t" in text:
            span = Span(text.index("\t"), text.index("\t") + 1)
            unsafe, safe = (Fix("write it", (Edit(span, better),), safe) for better, safe in ((" or ", False), (" ", True)))
            yield Violation("m", span, (unsafe, safe))

    assert fix("a\tb", rules=(make("AB100", two),)).text == "a b"
    assert fix("a\tb", rules=(make("AB100", two),), unsafe=True).text == "a or b"


def test_a_failing_rule_does_not_stop_fixes() -> None:
    """Problems that were there before don't count against a fix."""

    def fails(*_: object) -> Iterator[Violation]:
        raise KeyError("lost")

    result = fix("Call JosÃ©.\n", rules=(*RULES, make("AB100", fails)))
    assert result.text == "Call José.\n"
    assert "FT000" in codes_of(result.remaining)


def test_comments_stay_in_force() -> None:
    """A silenced diagnostic is not fixed."""
    text = "#covid19 <!-- ftnotes: ignore FT303 they write it so -->\n"
    assert fix(text, unsafe=True).text == text


@pytest.mark.parametrize(
    "text",
    [
        # the hyphens before both labels work only together, and one was refused before the title was added
        "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM\tclose, we are not\n"
        "M365 DEPLOYMENT PROGRESS\tPartially Deployed\nDone: EXO, OPP\n",
        # it takes many attempts to find the one harmful fix
        "Requests for support: nine\n- REQUESTS FOR SUPPORT: SME\n[OD] One Drive for Business - now\n- Schedule the review\n",
        # a label on its own line is not written on another one again and again
        "EXEC SUMMARY\nStatus: On Hold\n5. Key workloads\n- DESCRIBE THE CUSTOMER: Bank\n",
    ],
)
def test_fixing_again_changes_nothing(text: str) -> None:
    """What can be fixed is fixed the first time."""
    fixed = fix(text, unsafe=True).text
    assert fixed != text
    assert fix(fixed, unsafe=True).text == fixed


# ---- many


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of the fixed texts that are parsed."""
    texts: list[str] = []

    def reading(document: Document, text: str) -> Document:
        texts.append(text)
        return parse(text, document.playbook)

    monkeypatch.setattr(fixing, "read_as", reading)
    return texts


@pytest.mark.parametrize(
    ("count", "told", "budget"),
    [
        (300, {CHANGES_MEANING, TOO_MANY}, BUDGET_OF_SHORT),
        (1300, {CHANGES_MEANING, TOO_MANY}, BUDGET),
        (6000, {TOO_MANY}, BUDGET),
    ],
)
def test_many_refused_fixes_take_no_more_attempts_than_there_are(
    readings: list[str], count: int, told: set[str], budget: int
) -> None:
    """More harmful fixes than the budget allows are all skipped, and no more texts are read than it allows."""
    text = "".join(f"call{number} " for number in range(count))
    result = fix(text, rules=(finder("call", "visit"),))
    assert result.text == text
    assert len(result.skipped) == count
    assert {one.reason for one in result.skipped} == told
    assert not result.changed
    assert budget // CHECKED <= len(readings) <= budget // READ


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    "piece",
    [
        "#\u202eab\n",
        "   -  [ЕХО]  x\n",
        "   -  [ЕХО]  x\n#\u202eab\n- REQEUSTS FOR SUPORT: x â€“\n",
        "#\u202eab #c\u200bd\n",
        "\u202e- REQUESTS FOR SUPPORT\u200b: x\n",
    ],
)
def test_harmful_fixes_are_found_by_their_lines(readings: list[str], piece: str, unsafe: bool) -> None:
    """Whatever is skipped, only a few fixed texts of a long note are checked; what does no harm is applied."""
    result = fix(
        f"EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n{piece * (10_000 // len(piece))}",
        unsafe=unsafe,
    )
    assert len(readings) <= BUDGET // READ
    assert "â€“" not in result.text


def test_fixes_on_other_lines_are_applied_with_few_attempts(readings: list[str]) -> None:
    """One fix that causes a diagnostic is found at once among many."""
    clash = make("AB200", lambda view, *_: (Violation("m", Span(at.start(), at.end())) for at in re.finditer("z z", view.text)))
    text = "a\tb\n" * 50 + "z\tz\n" + "a\tb\n" * 49
    result = fix(text, rules=(finder("\t", " "), clash))
    assert result.text == text.replace("a\tb", "a b")
    assert reasons(result.skipped) == [("AB100", "it would cause AB200")]
    assert len(readings) <= 5


def test_a_few_bad_fixes_among_many_keep_the_others_from_nothing() -> None:
    """All but the harmful ones are applied."""
    count = 200
    text = "".join("call " if number % 24 == 7 else "b\tb " for number in range(count))
    result = fix(text, rules=(finder("b\tb", "b b"), finder("call", "visit", "AB200")))
    assert result.text == text.replace("b\tb", "b b")
    assert {one.diagnostic.code for one in result.skipped} == {"AB200"}


def test_fixing_a_long_text_is_linear() -> None:
    """Four times as many diagnostics take about four times as long, also if they touch each other."""

    def mending(count: int) -> Callable[[], object]:
        return lambda: fix("JosÃ©\u200b\n#covid19 " * count, unsafe=True, select=("FT6", "FT303"))

    assert growth(mending, 800) < LINEAR


def test_a_guess_is_not_fixed() -> None:
    """In a summary without a full label only characters are fixed; the fixes that are left have the reason."""
    guess = "Exec Summary - May\n- Status: reactive\n- Progress: not deployed\n- EXO exchange online: â€“ x\n"
    assert parse(guess).exec_summaries
    result = fix(guess, unsafe=True)
    assert result.text == guess.replace("â€“", "–")
    assert {one.reason for one in result.skipped} == {THIN}
    assert {"FT204"} <= set(codes_of(tuple(one.diagnostic for one in result.skipped)))


def test_an_unsafe_fix_removes_no_hashtag_and_no_comment_that_it_is_not_about() -> None:
    """One whose diagnostic is about the hashtag may remove it."""
    text = "call #covid\n"
    beside = finder("call #covid", "call", safe=False, unless="^$")
    assert fix(text, rules=(beside,), unsafe=True).text == "call\n"

    def about(words: str) -> Rule:
        def look(view: NoteView, context: Context) -> Iterator[Violation]:
            if words in view.text:
                edit = Edit(Span(0, len(view.text) - 1), "call")
                yield Violation("m", Span(0, 4), (Fix("shorten", (edit,), safe=False),))

        return make("AB100", look)

    for words in ("#covid", "<!-- x -->"):
        result = fix(f"call {words}\n", rules=(about(words),), unsafe=True)
        assert result.text == f"call {words}\n"
        assert reasons(result.skipped) == [("AB100", LOSES)]


def reasons(skipped: tuple[Skipped, ...]) -> list[tuple[str, str]]:
    return [(one.diagnostic.code, one.reason) for one in skipped]


def codes_of(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found]


def test_a_fixed_note_has_no_new_diagnostics() -> None:
    """Fixing the messy note leaves only problems without a safe fix."""
    assert set(codes(check(REWORDED))) < set(codes(check(MESSY)))


# ---- fixes that meet


def at(start: int, end: int, text: str) -> Applied:
    """Return a fix that replaces a part of a text."""
    span = Span(start, end)
    return Applied(Diagnostic("AB100", "a", "m", Severity.ERROR, span), Fix("write it", (Edit(span, text),), True), "x" * 9)


@pytest.mark.parametrize(
    ("first", "second", "can_meet"),
    [
        (at(2, 4, "LABEL"), at(4, 6, ":"), True),
        (at(2, 4, "LABEL"), at(0, 2, "- "), True),
        (at(2, 4, "LABEL"), at(2, 2, "- "), True),
        (at(2, 2, "- "), at(2, 4, "LABEL"), True),
        (at(2, 4, "- LABEL"), at(2, 2, "- "), False),
        (at(2, 4, "LABEL"), at(4, 4, ":"), True),
        (at(2, 4, "LABEL: "), at(4, 4, ":"), False),
        (at(2, 2, "["), at(2, 2, "- "), False),
        (at(2, 4, "LABEL"), at(3, 4, ":"), False),
        (at(2, 4, "LABEL"), at(3, 3, ":"), False),
        (at(3, 3, ":"), at(2, 4, "LABEL"), False),
    ],
)
def test_fixes_can_meet_if_neither_inserts_what_the_other_writes(first: Applied, second: Applied, can_meet: bool) -> None:
    """Fixes never overlap; where one ends and another starts, both are made unless they could write the same twice."""
    assert non_overlapping([first, second]) == [first]
    assert non_overlapping([first, second], may_meet=True) == [first, second][: 1 + can_meet]
    apart = at(7, 8, "y")
    assert non_overlapping([first, apart, second]) == [first, apart]


def test_a_fix_can_meet_two() -> None:
    """A text after which another one is inserted is replaced, and so is the text that follows."""
    label, colon, value = at(2, 4, "LABEL"), at(4, 4, ":"), at(4, 6, "x")
    assert non_overlapping([label, value, colon], may_meet=True) == [label, value, colon]
    assert non_overlapping([label, colon, value], may_meet=True) == [label, colon, value]
    assert non_overlapping([colon, value, at(3, 4, "L:")], may_meet=True) == [colon, value]


def test_the_spelling_of_a_label_and_its_bullet_are_fixed_together(readings: list[str]) -> None:
    """Where they meet, the fixed text is read once."""
    text = f"{TITLE}Describe customer: Contoso\n- REQUESTS FOR SUPPORT: None\n"
    assert fix(text).text == f"{TITLE}- DESCRIBE THE CUSTOMER: Contoso\n- REQUESTS FOR SUPPORT: None\n"
    assert len(readings) == 1


def test_fixes_that_do_harm_together_are_tried_one_after_the_other(readings: list[str]) -> None:
    """The first is applied, and only the other one skipped."""
    rules = (finder(r"(?<=a) (?=\t)", "  "), finder("\t", " ", "AB101"), finder(" {3}", "-", "AB102"))
    result = fix("a \tb", rules=rules)
    assert result.text == "a  \tb"
    assert [(one.diagnostic.code, one.reason) for one in result.skipped] == [("AB101", "it would cause AB102")]
    assert readings == ["a   b", "a  \tb", "a   b"]
