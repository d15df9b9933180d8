"""The check that runs the rules: what it takes, which rules run, how much they matter, and rules of one's own."""

from __future__ import annotations

import datetime
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.policing import EDITIONS, ON_HOLD, asking, broken, codes, language_of, make, own_playbook
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Context, Diagnostic, Document, Playbook, Report, Severity, Span, check, fix, parse
from ftnotes.policy import RULE_FAILED, RULES, Example, Rule, Violation
from ftnotes.policy.diagnostics import SeverityName
from ftnotes.policy.note_view import NoteView, deviates
from ftnotes.policy.rules.choices import CHOICE_UNDECIDED
from ftnotes.strategies import notes_text
from ftnotes.strategies.examples import TIDY

# ---- arguments


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        (b"text", r"not bytes: decode it first, as in data\.decode\('utf-8'\)"),
        (None, "not NoneType: give the text of a note"),
    ],
)
def test_wrong_types_say_what_to_do(argument: object, message: str) -> None:
    """What is no text and no document is refused with the remedy."""
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
    """What was parsed before is judged like its text, in any edition."""
    playbook = Playbook.load(edition)
    report = check(example.before, playbook=playbook, context=example.context)
    assert check(parse(example.before, playbook), context=example.context) == report


def test_a_text_in_pieces_of_its_own_is_no_note_of_another_type() -> None:
    """Nothing to read, nothing to find: an empty text has no findings, and needs nothing told."""
    assert check("") == check(Document(())) == Report()


# ---- context


@pytest.mark.parametrize("role", ["fasttrack-manager", "FastTrack Manager", "fm", "fasttrack  manager"])
def test_a_context_may_use_the_words_of_the_guidance(role: str) -> None:
    """Roles, note types and priorities can be given by key or by any of their names, in any case and spacing."""
    resolved = Context(role=role, note_type="Engagement management", priority="Hoch").resolved(Playbook.load())
    assert resolved == Context(role="fasttrack-manager", note_type="engagement-management", priority="high")


@pytest.mark.parametrize(
    ("context", "message"),
    [
        (
            Context(role="gateway-manger"),
            "knows no role 'gateway-manger' \\(did you mean 'gateway-manager'\\?\\); it knows",
        ),
        (Context(note_type="x"), "knows no note type 'x'; it knows overall-status \\(Overall Status\\)"),
        (
            Context(priority="hihg"),
            r"knows no priority 'hihg' \(did you mean 'high'\?\); it knows high \(High, High Priority, ",
        ),
        (
            Context(intent="waiting"),  # type: ignore[arg-type] # what an untyped caller may give
            "knows no intent 'waiting'; it knows deploying; accelerating; pausing",
        ),
    ],
)
def test_an_unknown_word_in_a_context_is_refused(context: Context, message: str) -> None:
    """A context that the playbook can't understand would silently switch rules off, and is refused."""
    with pytest.raises(ValueError, match=f"^playbook 2020-03 {message}"):
        check("", context=context)


@pytest.mark.parametrize("name", ["role", "note_type", "priority", "intent", "date"])
def test_a_context_takes_texts_and_a_date(name: str) -> None:
    """A context of the wrong types is refused by the name of the attribute."""
    with pytest.raises(TypeError, match=rf"^Context\.{name} takes a .*, not int$"):
        Context(**{name: 3})  # type: ignore[arg-type]
    assert Context(date=datetime.date(2020, 3, 30), priority="high").priority == "high"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_declare_what_they_ask_for(rule: Rule) -> None:
    """A rule asks the context for nothing that it does not declare, and for nothing once all is told."""
    told = Context("FM", "Overall Status", "High", "deploying", datetime.date(2020, 5, 1))
    for example in rule.examples:
        for entry in check(example.before, rules=(rule,)).not_evaluated:
            assert set(entry.needs) <= set(rule.needs)
        assert check(example.before, rules=(rule,), context=told).not_evaluated == ()


def test_what_rules_need_is_listed_once() -> None:
    """What a rule would need to know is listed once for each rule, in the order it asked."""
    entries = check("", rules=(make("AB100", asking), make("AB101", asking))).not_evaluated
    assert [(entry.code, entry.needs) for entry in entries] == [("AB100", ("date", "role")), ("AB101", ("date", "role"))]


# ---- which rules run


def test_rules_are_chosen_by_code_name_and_start_of_code() -> None:
    """Any way of naming a rule does, in any case; what is ignored is left out of what is selected."""
    text = f"{ON_HOLD.replace('On Hold', 'Holding')}#covid19\n"
    every = codes(check(text))
    assert {"FT103", "FT201", "FT303"} <= set(every)
    assert codes(check(text, select=("FT201",))) == ["FT201"]
    assert codes(check(text, select=(" ft201 ",))) == ["FT201"]
    assert codes(check(text, select=("Choice-Not-In-List", "FT3"))) == ["FT201", "FT303"]
    assert codes(check(text, select=iter(["FT2", "FT3"]), ignore=("hashtag-misspelled",))) == ["FT201"]
    assert codes(check(text, ignore=["FT1", "FT2"])) == [code for code in every if code[:3] not in ("FT1", "FT2")]
    assert check(text, select=()) == Report()
    assert check(text, ignore=("FT",)) == Report()


@pytest.mark.parametrize("option", ["select", "ignore"])
@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("FT2O1", "did you mean 'FT201'?"),
        ("choice-not-in-lits", "did you mean 'choice-not-in-list'?"),
        ("Choices Undecided", "did you mean 'choice-undecided'?"),
        ("", "there are FT001, FT002, "),
        ("  ", "there are FT001, FT002, "),
        ("quite-another", "there are FT001, FT002, "),
    ],
)
def test_an_unknown_rule_is_refused_with_what_may_be_meant(option: str, said: str, hint: str) -> None:
    """A slip in the name of a rule must not silently run all, or none."""
    with pytest.raises(ValueError, match=re.escape(f"there is no rule {said!r}; {hint}")):
        check("", **{option: (said,)})  # type: ignore[arg-type]


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_one_text_for_several_is_refused(option: str) -> None:
    """A ``str`` would be taken for its letters."""
    with pytest.raises(TypeError, match=rf"^{option} takes several codes or names of rules: write {option}=\('FT201',\)$"):
        check("", **{option: "FT201"})  # type: ignore[arg-type]


def test_severities_can_be_set() -> None:
    """How much a rule matters can be set by code, name or start, what is named later counts; findings' own don't."""
    text = f"{ON_HOLD}#covid\n"

    def severity(**severities: SeverityName | Severity) -> Severity:
        named = {name.replace("_", "-"): value for name, value in severities.items()}
        return check(text, select=("FT301",), severities=named).diagnostics[0].severity

    assert severity() is Severity.WARNING  # the text alone says so
    assert severity(FT301="error") is Severity.ERROR
    assert severity(FT3=Severity.ERROR, hashtag_forbidden="information") is Severity.INFORMATION
    assert severity(FT301="information", FT="error") is Severity.ERROR
    assert severity(FT2="error") is Severity.WARNING
    with pytest.raises(ValueError, match="there is no severity 'fatal'; there are error, warning, information"):
        severity(FT301="fatal")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no rule 'FT999'"):
        severity(FT999="error")


@given(notes_text("en", valid=True))
def test_of_a_regular_note_most_rules_are_not_asked(text: str) -> None:
    """A quick look tells that it holds nothing for them."""
    note, playbook = parse(text), Playbook.load()
    if NoteView(note, playbook).is_regular:
        assert sum(not (rule.only_where and rule.only_where(NoteView(note, playbook))) for rule in RULES) > 25


def test_evidence_in_several_languages_stands_in_the_order_of_the_text() -> None:
    """Each summary's language counts, and no words count twice."""
    text = (
        "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Alles ist pausiert, also on hold.\n\n"
        "**EXEC SUMMARY**\n- BESCHREIBUNG DES KUNDEN: on hold, pausiert\n"
    )
    found = NoteView(parse(text), Playbook.load()).evidence("pausing")
    assert [one.span.text(text) for one in found] == ["pausiert", "on hold", "on hold", "pausiert"]
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def test_there_are_regular_notes() -> None:
    """So does the one above."""
    note = parse(TIDY)
    assert NoteView(note, Playbook.load()).is_regular


# ---- rules of one's own


def test_a_rule_that_breaks_down_is_reported() -> None:
    """A rule that raises takes neither the report down nor the other rules: a diagnostic names it."""
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


def test_a_rule_of_ones_own_is_selected_and_ignored_like_any() -> None:
    """Code, name and severity of one's own rule work as those of the library's do."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)),)), "my-own")
    every = (*RULES, mine)
    assert "AB100" in codes(check("A call.", rules=every))
    assert codes(check("A call.", rules=every, select=("my-own",))) == ["AB100"]
    assert codes(check("A call.", rules=every, select=("AB", "FT501"), ignore=("AB100",))) == ["FT501"]
    assert check("A", rules=(mine,), severities={"my-own": "error"}).diagnostics[0].severity is Severity.ERROR
    assert codes(check("A <!-- ftnotes: ignore my-own it is good -->", rules=(mine,))) == []


def test_a_rule_for_deviations_of_ones_own_is_not_asked_of_regular_notes() -> None:
    """``only_where`` holds for one's own rules as well."""
    mine = make("AB100", lambda *_: iter((Violation("a", Span(0, 1)),)), only_where=deviates)
    assert codes(check("A call.", rules=(mine,))) == []
    assert codes(check(ON_HOLD, rules=(mine,))) == ["AB100"]


@pytest.mark.parametrize(("code", "name"), [("ft201", "x"), ("F1", "x"), ("FT20", "x"), ("FT201", "No Kebab"), ("FT201", "a-")])
def test_codes_and_names_have_a_form(code: str, name: str) -> None:
    """A rule whose code or name could not be typed on a command line is refused."""
    with pytest.raises(ValueError, match=r"^Rule\.(code|name) takes "):
        Rule(code, name, "", "", Severity.ERROR, broken, ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_offers_the_fixes_that_it_declares(rule: Rule) -> None:
    """Its examples bring up fixes of the declared kinds, each of them, and of no other kind."""
    offered = {
        "safe" if fix.safe else "unsafe"
        for example in rule.examples
        for found in check(example.before, context=example.context).diagnostics
        if found.code == rule.code
        for fix in found.fixes
    }
    assert offered == set(rule.fixes)


# ---- several notes, languages and editions


def test_playbooks_of_ones_own_are_judged_by_their_own_words(tmp_path: Path) -> None:
    """A note in the words of one's own playbook is clean with it."""
    playbook = own_playbook(tmp_path)
    english = language_of(playbook, "en")
    lines = [f"**{english.titles[0]}**"]
    for spec in playbook.fields:
        said = english.choices[spec.key][spec.choices[1]][0] if spec.choices else "None"
        lines.append(f"- {english.labels[spec.key][0]}: {said if spec.kind != 'workloads' else ''}".rstrip())
        if spec.kind == "workloads":
            lines += ["", "   -  [EXO]  Exchange Online - wave 2", ""]
    assert not check("\n".join(lines), playbook=playbook, rules=RULES)


@given(st.lists(notes_text(valid=True).map(lambda text: text.replace("#covid", "")), min_size=2, max_size=3))
def test_several_summaries_in_one_text_are_judged_each_by_itself(notes: list[str]) -> None:
    """Valid notes in several languages behind one another are valid, and a fault in one is found in that one alone."""
    text = "\n\n----\n\n".join(notes)
    assert not check(text)
    spoiled = f"{text}\n\n----\n\n{ON_HOLD}"
    report = check(spoiled, select=("FT103",))
    assert [found.span.start for found in report.diagnostics] == [spoiled.rindex("EXEC SUMMARY")]


@given(st.sampled_from(RULES).flatmap(lambda rule: st.sampled_from(rule.examples)), st.sampled_from(("\r\n", "\r")))
def test_line_ends_change_nothing_but_places(example: Example, line_end: str) -> None:
    """With other line ends the same is found at the same words, and what is mended keeps them."""
    other = example.before.replace("\n", line_end)
    one, two = check(example.before, context=example.context), check(other, context=example.context)
    assert codes(one) == codes(two)
    for first, second in zip(one.diagnostics, two.diagnostics, strict=True):
        assert first.span.text(example.before).replace("\n", line_end) == second.span.text(other)
    fixed = fix(example.before, unsafe=True, context=example.context).text
    assert fix(other, unsafe=True, context=example.context).text == fixed.replace("\n", line_end)


@given(st.sampled_from([one for rule in RULES if rule.code > "FT1" for one in rule.examples if "FT5" not in rule.code]))
def test_quoted_notes_are_judged_like_others(example: Example) -> None:
    """Behind quote marks the same rules find as much."""
    if "**" not in example.before[:4]:
        return
    quoted = "".join(f"> {line}\n" for line in example.before.removesuffix("\n").split("\n"))
    expected = sorted(codes(check(example.before, context=example.context)))
    assert sorted(codes(check(quoted, context=example.context))) == expected


# ---- messages


def _every_finding() -> Iterator[Diagnostic]:
    for rule in RULES:
        for example in rule.examples:
            yield from check(example.before, context=example.context).diagnostics


def test_messages_use_none_of_our_own_terms() -> None:
    """A message is one line in words that writers of notes know."""
    for found in _every_finding():
        assert not re.search(r"\b(node|span|parse[rd]?|token|None\b(?!\")|diagnostic|playbook|regex|kebab)\b", found.message), (
            found.message
        )
        assert "\n" not in found.message


def test_titles_of_fixes_are_short_and_say_what_they_do() -> None:
    """The title of a fix has few words and starts with a verb."""
    for found in _every_finding():
        for offered in found.fixes:
            assert re.match(r"(write|add|type|remove|use|restore) ", offered.title), offered.title
            assert len(offered.title) < 120
            assert offered.edits


def test_reports_and_rules_travel_between_processes() -> None:
    """Reports and rules can be pickled, for use in a process pool."""
    report = check(f"{ON_HOLD}- RISKS: #covid\n")
    assert pickle.loads(pickle.dumps(report)) == report
    assert pickle.loads(pickle.dumps(RULES)) == RULES
