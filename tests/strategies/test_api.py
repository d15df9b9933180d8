"""The strategies: what they draw is what they promise, in every language and edition."""

from __future__ import annotations

import csv
import io
import re
import string
import subprocess
import sys

import attrs
import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from ftnotes import Document, Playbook, Workload, check, parse, serialize
from ftnotes.cli.main import main
from ftnotes.playbook.model import HashtagSpec
from ftnotes.policy import RULES, Rule
from ftnotes.strategies import (
    Case,
    cases,
    contexts,
    documents,
    exec_summaries,
    exports,
    fields,
    lifecycle_notes,
    messy_notes_text,
    notes_text,
    playbooks,
    proses,
    titles,
    updates,
    workloads,
)
from ftnotes.strategies.cache import kept
from ftnotes.strategies.examples import LIFECYCLE, MESSY, NOTES, ON_HOLD, PAGE, TIDY
from ftnotes.strategies.phrases import PHRASES, Phrases

EDITIONS = [Playbook.load(edition) for edition in Playbook.editions()]
CODES = [language.code for language in EDITIONS[0].languages]

#: For properties of which there is one for each rule, or that draw much at once.
FEWER = settings(max_examples=max(5, settings.default.max_examples // 8 if settings.default else 25))


def editions_and_languages() -> st.SearchStrategy[tuple[Playbook, str]]:
    return st.tuples(st.sampled_from(EDITIONS), st.sampled_from(CODES))


# ---- how they are made


def test_for_the_same_arguments_a_strategy_is_made_once() -> None:
    """They are kept by what was passed, not by what it is equal to; and not more of them than there is room for."""
    made = 0

    @kept
    def strategy(*given: object, **named: object) -> st.SearchStrategy[str]:
        nonlocal made
        made += 1
        return st.just(repr((given, named)))

    playbook, language = EDITIONS[0], EDITIONS[0].languages[0]
    assert strategy(playbook, language) is strategy(playbook, language)
    assert strategy(playbook, language=language) is not strategy(playbook, language)
    for number in range(600):  # each list is gone when the next one comes, but for what is kept
        assert find(strategy([number]), lambda drawn: True) == repr((([number],), {}))
    assert made == 602
    strategy(playbook, language)
    assert made == 603


# ---- trees and texts


@given(st.data(), editions_and_languages(), st.booleans())
def test_a_drawn_document_reads_back_as_itself(data: st.DataObject, where: tuple[Playbook, str], valid: bool) -> None:
    """What is printed from it is read as it, in its edition."""
    playbook, language = where
    document = data.draw(documents(language, playbook=playbook, valid=valid))
    assert parse(serialize(document), playbook) == document


@given(st.data(), editions_and_languages())
def test_of_a_messy_note_the_tree_is_found(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """However it is typed, the tree that it comes with is what is read."""
    playbook, language = where
    document, text = data.draw(messy_notes_text(language, playbook=playbook))
    assert parse(text, playbook) == document


def test_messy_notes_are_messy() -> None:
    """Much is found fault with, and they are typed in many ways."""
    seen: set[str] = set()

    @settings(max_examples=400, database=None, derandomize=True)
    @given(messy_notes_text())
    def collect(drawn: tuple[Document, str]) -> None:
        _, text = drawn
        seen.update(found.code for found in check(text).diagnostics)
        seen.update(mark for mark in ("\r\n", "> ", "•", "（", "：", "**[", "â€", "\u00a0") if mark in text)

    collect()
    assert {"FT102", "FT103", "FT107", "FT108", "FT109", "FT110", "FT203", "FT204", "FT404", "FT407", "FT408", "FT601"} <= seen
    assert {"\r\n", "> ", "•", "：", "**[", "\u00a0"} <= seen


@FEWER
@given(st.data(), editions_and_languages())
def test_parts_are_of_the_language_that_is_asked_for(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """Titles and labels are words of it, and a valid workload has its tag, a name of it, and an update."""
    playbook, code = where
    language = next(known for known in playbook.languages if known.code == code)
    assert data.draw(titles(code, playbook=playbook)).text in language.titles
    field = data.draw(fields("customer", code, playbook=playbook))
    assert field.label in language.labels["customer"]
    workload = data.draw(workloads(code, playbook=playbook, valid=True))
    assert workload.name
    assert workload.update
    assert playbook.vocabulary.tag(workload.tag)
    summary = data.draw(exec_summaries(code, playbook=playbook, valid=True))
    assert {field.key for field in summary.fields} == {spec.key for spec in playbook.fields}
    assert summary.title is not None
    assert data.draw(exec_summaries(titled=False, playbook=playbook)).title is None
    assert data.draw(proses(code, playbook=playbook)).text.endswith(".\n\n")


@FEWER
@given(st.data(), st.integers(0, 3), st.integers(1, 4))
def test_sizes_are_kept(data: st.DataObject, summaries: int, listed: int) -> None:
    """No more summaries, workloads, lines and rows than asked for."""
    document = data.draw(documents(max_summaries=summaries, max_workloads=listed))
    assert len(document.exec_summaries) <= summaries
    assert all(len(field.workloads) <= listed for summary in document.exec_summaries for field in summary.fields)
    (summary,) = data.draw(documents(valid=True, max_workloads=listed)).exec_summaries
    assert 1 <= len(summary.workloads) <= listed
    assert data.draw(updates("en", max_lines=listed)).count("\n") < listed
    assert len(data.draw(exports(max_size=summaries))) <= summaries


def test_what_is_drawn_shrinks_to_a_note_that_people_can_read() -> None:
    """Of notes with something in common a short one is found."""
    lenient = settings(max_examples=3000, database=None, suppress_health_check=list(HealthCheck))
    on_hold = find(notes_text("en"), lambda text: "On Hold" in text, settings=lenient)
    assert on_hold.count("\n") <= 3
    assert on_hold.endswith("- STATUS OF THE ENGAGEMENT: On Hold\n")


# ---- what is wrong with a note, and what isn't


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@FEWER
@given(st.data(), editions_and_languages())
def test_a_faulty_note_breaks_one_rule_alone(rule: Rule, data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """For every rule there are notes in every language that break it and no other."""
    playbook, language = where
    if not playbook.hashtags and rule.code.startswith("FT3"):
        playbook = Playbook.load()
    case: Case = data.draw(cases(rule.code, language, playbook=playbook))
    assert {found.code for found in check(case.text, context=case.context, playbook=playbook).diagnostics} == {rule.code}


@pytest.mark.parametrize("rule", ["FT301", "FT302", "FT303", "FT304", "FT305", "hashtag-forbidden"])
def test_where_there_are_no_hashtags_none_can_be_wrong(rule: str) -> None:
    """The first edition has none: nothing is drawn, and the error says what to do."""
    with pytest.raises(ValueError, match=f"playbook 2019-09 has no hashtags for {rule}, so that no note violates it: pass"):
        cases(rule, edition="2019-09")


@given(notes_text(violating="choice-undecided"))
def test_a_rule_may_be_named(text: str) -> None:
    """Rules are taken by their names too, and where no context matters, the text is enough."""
    assert {found.name for found in check(text).diagnostics} == {"choice-undecided"}


@FEWER
@given(st.data(), st.sampled_from(["FT301", "FT302", "FT303", "FT304"]), playbooks())
def test_a_hashtag_of_ones_own_has_its_own_rules(data: st.DataObject, rule: str, playbook: Playbook) -> None:
    """Where hashtags are added, one is taken of which the rule speaks; where there is none of those, that is said."""
    ruled = [spec for spec in playbook.hashtags if spec.rules]
    if not playbook.hashtags or (rule in ("FT301", "FT302") and not ruled):
        with pytest.raises(ValueError, match="has no hashtags for"):
            cases(rule, playbook=playbook)
        return
    case = data.draw(cases(rule, "en", playbook=playbook))
    assert {found.code for found in check(case.text, context=case.context, playbook=playbook).diagnostics} == {rule}


@pytest.mark.parametrize("tag", ["#quickwin", "#aab", "#ab", "#wave2", "#skill"])
@FEWER
@given(data=st.data())
def test_any_hashtag_can_be_misspelled(tag: str, data: st.DataObject) -> None:
    """A slip is one to the rule too, however short the hashtag is, and whatever letters it has."""
    playbook = attrs.evolve(EDITIONS[0], hashtags=(HashtagSpec(tag, "agreed on in the team"),), bundled=False)
    case = data.draw(cases("FT303", "en", playbook=playbook))
    assert {found.code for found in check(case.text, playbook=playbook).diagnostics} == {"FT303"}


# ---- what notes come with


@given(st.data(), playbooks())
def test_a_context_is_of_the_playbook(data: st.DataObject, playbook: Playbook) -> None:
    """Everything that it tells is known to the playbook."""
    data.draw(contexts(playbook=playbook)).resolved(playbook)


@FEWER
@given(st.data(), playbooks())
def test_a_playbook_can_be_worked_with(data: st.DataObject, playbook: Playbook) -> None:
    """Notes are drawn, read and checked with it, its own workloads and hashtags among what they hold."""
    text = data.draw(notes_text("en", playbook=playbook, valid=True))
    assert serialize(parse(text, playbook)) == text
    own = next((spec for spec in playbook.workloads if spec not in EDITIONS[0].workloads + EDITIONS[2].workloads), None)
    if own is not None:
        (workload,) = parse(f"EXEC SUMMARY\n- SNAPSHOT:\n- {own.tag}: x\n", playbook).exec_summaries[0].workloads
        assert workload == Workload(own.tag, "", "x")


@FEWER
@given(exports())
def test_an_export_is_what_the_command_takes(rows: list[dict[str, str]]) -> None:
    """Each row has its id, and what its columns tell is known."""
    assert len({row["Tenant"] for row in rows}) == len(rows)
    for row in rows:
        assert [*row] == ["Tenant", "Role", "Note Type", "Priority", "Date", "Notes"]
        assert serialize(parse(row["Notes"])) == row["Notes"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=exports("de", notes=lifecycle_notes("de"), max_size=3))
def test_an_export_can_be_checked(
    rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written as a CSV, it is read row by row."""
    typed = io.StringIO()
    writer = csv.DictWriter(typed, ["Tenant", "Role", "Note Type", "Priority", "Date", "Notes"])
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path_factory.mktemp("export") / "notes.csv"
    path.write_text(typed.getvalue(), encoding="utf-8", newline="")
    assert main(["check", str(path), "--column", "Notes", "--id-column", "Tenant"]) == (0 if rows else 2)
    printed = capsys.readouterr()
    assert (f"{len(rows)} note" in printed.out) == bool(rows)


# ---- without being asked


def test_hypothesis_knows_the_types_without_an_import() -> None:
    """What the entry point tells Hypothesis is enough to draw by type and by annotation."""
    program = """
import sys
from hypothesis import given, settings, strategies as st
import ftnotes
assert "ftnotes.strategies.api" not in sys.modules
drawn = []

@settings(max_examples=5, database=None)
@given(...)
def all_of(a: ftnotes.Document, b: ftnotes.ExecSummary, c: ftnotes.Field, d: ftnotes.Workload, e: ftnotes.Title,
           f: ftnotes.Prose, g: ftnotes.Context, h: ftnotes.Playbook):
    drawn.append([a, b, c, d, e, f, g, h])

all_of()
print([type(value).__name__ for value in drawn[0]])
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "['Document', 'ExecSummary', 'Field', 'Workload', 'Title', 'Prose', 'Context', 'Playbook']\n"


# ---- what can't be asked for


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: cases("FT999"), "violating takes the code or name of a rule, as 'FT301' or 'hashtag-forbidden'; not 'FT999'"),
        (lambda: notes_text(valid=True, violating="FT301"), "can't be valid and violate a rule: pass either"),
        (lambda: notes_text("xx").example(), "language 'xx'"),
        (lambda: fields("risks").example(), "playbook 2020-03 has no field 'risks'; it has customer, engagement-status, "),
        (lambda: lifecycle_notes(edition="1999-01").example(), "edition '1999-01'"),
    ],
)
@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_what_there_is_not_is_refused(ask: object, message: str) -> None:
    """The message names what is wrong and what is accepted."""
    assert callable(ask)
    with pytest.raises(ValueError, match=re.escape(message)):
        ask()


# ---- phrases


def test_there_are_phrases_in_every_language() -> None:
    """Each language of the playbooks has its own, with slots that can be filled."""
    assert list(PHRASES) == CODES
    slots = {"n", "company", "person", "day"}
    for phrases in PHRASES.values():
        for name in Phrases._fields:
            assert getattr(phrases, name)
            for text in getattr(phrases, name):
                asked = {slot for _, slot, _, _ in string.Formatter().parse(text) if slot}
                assert asked <= slots | ({"workload", "tag"} if name == "technical" else set())


@given(st.data())
def test_a_language_of_ones_own_speaks_english(data: st.DataObject) -> None:
    """Where there are no phrases, English ones are used."""
    english = EDITIONS[1].languages[0]
    playbook = attrs.evolve(EDITIONS[1], id="own", languages=(english._replace(code="en-GB"),), bundled=False)
    assert data.draw(documents("en-GB", playbook=playbook, valid=True)).exec_summaries


def test_a_playbook_is_shown_in_a_few_words() -> None:
    """All its words would fill pages: what is drawn is shown where a test fails."""
    assert repr(EDITIONS[1]) == "<Playbook 2020-03>"
    assert repr(EDITIONS[1].languages[0]) == "<Language en>"


# ---- the named notes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TIDY, set()),
        (MESSY, {"FT103", "FT108", "FT109", "FT110", "FT201", "FT204", "FT404", "FT405", "FT408", "FT601"}),
        (ON_HOLD, {"FT301"}),
        (LIFECYCLE, set()),
        (PAGE, {"FT103"}),
    ],
)
def test_the_named_notes_are_what_they_are_said_to_be(text: str, found: set[str]) -> None:
    """Each is an example of something."""
    assert {one.code for one in check(text).diagnostics} == found
    assert text in NOTES.values()


def test_the_named_notes_hold_what_is_said_of_them() -> None:
    """The messy one says what the tidy one does; the page holds two summaries, the call none."""
    (summary,) = parse(MESSY).exec_summaries
    assert [workload.tags or (workload.name,) for workload in summary.workloads] == [("EXO",), ("Teams",)]
    assert [summary.language for summary in parse(PAGE).exec_summaries] == ["de", "en"]
    assert not parse(LIFECYCLE).exec_summaries
