"""The check: its arguments, custom rules, and notes in several languages, editions and layouts."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from helpers.playbooks import words_in
from helpers.policing import EDITIONS, ON_HOLD, asking, broken, codes, language_of, make, own_playbook
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Document, Playbook, Report, Severity, Span, check, fix, parse
from ftnotes.policy import RULE_FAILED, RULES, Example, Violation
from ftnotes.policy.note_view import deviates
from ftnotes.policy.rules.choices import CHOICE_UNDECIDED
from ftnotes.strategies import notes_text


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (b"text", r"not bytes: decode it first, as in data\.decode\('utf-8'\)"),
        (None, "not NoneType: give the text of a note"),
    ],
)
def test_wrong_types_say_what_to_do(argument: object, message: str) -> None:
    """Anything but a text or a document is refused with the remedy."""
    with pytest.raises(TypeError, match=message):
        check(argument)  # type: ignore[arg-type]


def test_wrong_options_say_what_to_do() -> None:
    """A context, a playbook or rules of the wrong type are refused with the remedy."""
    with pytest.raises(TypeError, match="context must be a Context, not dict: write Context"):
        check("", context={})  # type: ignore[arg-type]
    for given_to in ("", parse("x")):
        with pytest.raises(TypeError, match="playbook must be a Playbook"):
            check(given_to, playbook="2020-03")  # type: ignore[arg-type]
    for rules in (CHOICE_UNDECIDED, ["FT201"]):
        with pytest.raises(TypeError, match=r"write rules=\(MY_RULE,\)"):
            check("", rules=rules)  # type: ignore[arg-type]


def test_a_text_and_its_document_give_the_same_report() -> None:
    """A text and its document give the same report, also with another playbook than it was read with."""
    text = f"{ON_HOLD}- RISKS: #covid\n"
    assert check(parse(text)) == check(text)
    assert check(parse(text), playbook=Playbook.load()) == check(text)
    older = Playbook.load("2019-09")
    assert check(parse(text), playbook=older) == check(parse(text, older)) == check(text, playbook=older) != check(text)
    assert check(parse(text, older), playbook=Playbook.load()) == check(text)


@given(st.sampled_from(RULES).flatmap(lambda rule: st.sampled_from(rule.examples)), st.sampled_from(EDITIONS))
def test_a_document_gives_the_report_of_its_text(example: Example, edition: str) -> None:
    """A document is checked like its text, in any edition."""
    playbook = Playbook.load(edition)
    report = check(example.before, playbook=playbook, context=example.context)
    assert check(parse(example.before, playbook), context=example.context) == report


def test_an_empty_text_has_an_empty_report() -> None:
    """An empty text has no diagnostics and needs no context."""
    assert check("") == check(Document(())) == Report()


def test_missing_context_is_listed_once() -> None:
    """The missing parts of the context are listed once per rule, in the order in which the rule needed them."""
    entries = check("", rules=(make("AB100", asking), make("AB101", asking))).not_evaluated
    assert [(entry.code, entry.needs) for entry in entries] == [("AB100", ("date", "role")), ("AB101", ("date", "role"))]


def test_a_rule_that_fails_is_reported() -> None:
    """A rule that raises an error is reported as a diagnostic, and the other rules run."""
    text = f"{ON_HOLD}#covid"
    report = check(text, rules=(make("AB100", broken), *RULES))
    assert [code for code in codes(report) if code not in codes(check(text))] == ["FT000", "AB100"]
    assert [found for found in report.diagnostics if found.code.startswith("FT") and found.code != "FT000"] == list(
        check(text).diagnostics
    )
    failed = report.diagnostics[0]
    assert (failed.code, failed.name, failed.severity) == (*RULE_FAILED, Severity.ERROR)
    assert "The rule AB100 made-up failed" in failed.message
    assert "KeyError: 'lost'" in failed.message


def test_a_custom_rule_is_selected_and_ignored_like_any() -> None:
    """Code, name and severity of a custom rule work as for the rules of the library."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)),)), "my-own")
    every = (*RULES, mine)
    assert "AB100" in codes(check("A call.", rules=every))
    assert codes(check("A call.", rules=every, select=("my-own",))) == ["AB100"]
    assert codes(check("A call. #quickwin", rules=every, select=("AB", "FT304"), ignore=("AB100",))) == ["FT304"]
    assert check("A", rules=(mine,), severities={"my-own": "error"}).diagnostics[0].severity is Severity.ERROR
    assert codes(check("A <!-- ftnotes: ignore my-own it is good -->", rules=(mine,))) == []


def test_a_custom_rule_can_be_limited_to_deviating_notes() -> None:
    """``only_where`` counts for custom rules, too."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)),)), only_where=deviates)
    assert codes(check("A call.", rules=(mine,))) == []
    assert codes(check(ON_HOLD, rules=(mine,))) == ["AB100"]


def test_a_note_is_checked_with_the_words_of_a_custom_playbook(tmp_path: Path) -> None:
    """A note in the words of a custom playbook has no problems with it."""
    playbook = own_playbook(tmp_path)
    english = language_of(playbook, "en")
    lines = [f"**{words_in(english, playbook).titles[0]}**"]
    for spec in playbook.templates[0].fields:
        value = words_in(english, playbook).choices[spec.key][spec.choices[1]][0] if spec.choices else "None"
        lines.append(
            f"- {words_in(english, playbook).labels[spec.key][0]}: {value if spec.kind != 'workloads' else ''}".rstrip()
        )
        if spec.kind == "workloads":
            lines += ["", "   -  [EXO]  Exchange Online - wave 2", ""]
    assert not check("\n".join(lines), playbook=playbook, rules=RULES)


@given(st.lists(notes_text(valid=True).map(lambda text: text.replace("#covid", "")), min_size=2, max_size=3))
def test_each_summary_of_a_text_is_checked_by_itself(notes: list[str]) -> None:
    """Valid notes in several languages, one after the other, are valid; a problem in one is reported there only."""
    text = "\n\n----\n\n".join(notes)
    assert not check(text)
    spoiled = f"{text}\n\n----\n\n{ON_HOLD}"
    report = check(spoiled, select=("FT103",))
    assert [found.span.start for found in report.diagnostics] == [spoiled.rindex("EXEC SUMMARY")]


@given(st.sampled_from(RULES).flatmap(lambda rule: st.sampled_from(rule.examples)), st.sampled_from(("\r\n", "\r")))
def test_line_ends_change_nothing_but_places(example: Example, line_end: str) -> None:
    """With other line ends the same words are reported, and fixes keep the line ends."""
    other = example.before.replace("\n", line_end)
    one, two = check(example.before, context=example.context), check(other, context=example.context)
    assert codes(one) == codes(two)
    for first, second in zip(one.diagnostics, two.diagnostics, strict=True):
        assert first.span.text(example.before).replace("\n", line_end) == second.span.text(other)
    fixed = fix(example.before, unsafe=True, context=example.context).text
    assert fix(other, unsafe=True, context=example.context).text == fixed.replace("\n", line_end)


@given(st.sampled_from([one for rule in RULES if rule.code > "FT1" for one in rule.examples if "FT5" not in rule.code]))
def test_quoted_notes_are_checked_like_others(example: Example) -> None:
    """A quoted note has the same problems."""
    if "**" not in example.before[:4]:
        return
    quoted = "".join(f"> {line}\n" for line in example.before.removesuffix("\n").split("\n"))
    expected = sorted(codes(check(example.before, context=example.context)))
    assert sorted(codes(check(quoted, context=example.context))) == expected


def test_reports_and_rules_can_be_pickled() -> None:
    """Reports and rules can be pickled, for use in a process pool."""
    report = check(f"{ON_HOLD}- RISKS: #covid\n")
    assert pickle.loads(pickle.dumps(report)) == report
    assert pickle.loads(pickle.dumps(RULES)) == RULES


def test_a_rule_that_reports_a_place_outside_the_text_has_failed() -> None:
    """Such a place has no line; the rule is reported, and not its violation."""
    for span in (Span(0, 3), Span(-1, 1), Span(2, 1)):
        report = check("ab", rules=(make("AB100", lambda *_, span=span: iter((Violation("a", span),))),))
        assert codes(report) == [RULE_FAILED[0]]
        assert f"it reported {span}, outside the text of 2 characters" in report.diagnostics[0].message


def test_severities_are_overridden_for_comments_that_silence_nothing() -> None:
    """The rules about comments take overrides as others do, although they are evaluated last."""
    text = "A call. <!-- ftnotes: ignore FT201 a reason -->"
    assert check(text, select=("FT001", "FT201")).diagnostics[0].severity is Severity.WARNING
    assert check(text, select=("FT001", "FT201"), severities={"FT0": "error"}).diagnostics[0].severity is Severity.ERROR
