"""The notes of ``data/real`` and the truth about them are in order, and the comparison with it counts rightly."""

from __future__ import annotations

import json
import re
from operator import attrgetter
from pathlib import Path
from typing import Any

import attrs
import pytest
from helpers.agreement import Disagreement, Figures, aligned, compare, judged, read, shortened
from helpers.each import each
from helpers.real_notes import (
    VALUES,
    RealField,
    RealNote,
    RealSummary,
    RealWorkload,
    loaded,
    real_note,
    real_notes,
    real_pages,
    slips,
)

NOTES = real_notes()
PAGES = real_pages()
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")

TEXT = """Exec Summary
Customer: Contoso, **5K** users
Status: reactive
> since May
[EXO] Exchange - <b>done</b> &amp; gone
Risks: none
"""
TRUTH: dict[str, Any] = {
    "habit": "typed",
    "summaries": [
        {
            "customer": "Contoso, 5K users",
            "engagement_status": "reactive",
            "deployment_progress": None,
            "relationship": None,
            "support_requests": None,
            "workloads": [{"tag": "EXO", "name": "Exchange", "update": "done & gone"}],
            "other_fields": [{"label": "Risks", "value": "none"}],
        }
    ],
    "open": ["summaries[0].workloads[0].name"],
}
NOTE = real_note("typed", TEXT, TRUTH)
SUMMARY = NOTE.summaries[0]
EXCHANGE, TEAMS = RealWorkload("EXO", "Exchange", "done"), RealWorkload("TEAMS", "Teams", "live")


def changed(**values: Any) -> dict[str, Any]:
    """A truth with other values in its summary."""
    return {**TRUTH, "summaries": [{**TRUTH["summaries"][0], **values}]}


def compared(expected: RealSummary, found: RealSummary, *paths: str) -> Figures:
    """The figures of one summary."""
    figures = Figures()
    compare(RealNote("n", "", (expected,), paths), [found], figures)
    return figures


def places(figures: Figures) -> list[str]:
    """Where the disagreements are."""
    return [disagreement.path for disagreement in figures.disagreements]


#: The least precision of what is read.
PRECISION = 0.99


def test_there_are_many_real_notes_and_pages() -> None:
    """There are at least 100 notes and 60 pages, no name is used twice, and each note has its text."""
    names = [note.name for note in NOTES]
    assert len(names) >= 100
    assert len(PAGES) >= 60
    assert len({*names, *(Path(page.name).stem for page in PAGES)}) == len(names) + len(PAGES)


def test_no_page_is_read_as_a_summary() -> None:
    """Pages without a summary, and notes that only look like one, are prose."""
    assert judged(PAGES).misread == []
    assert judged(NOTES).misread == []


def test_what_is_read_is_right() -> None:
    """Whatever is not read, hardly anything is read wrongly: whole summaries and choices never, fields rarely."""
    figures = judged(NOTES)
    assert figures.precision("summaries", "engagement_status", "deployment_progress") == 1
    assert figures.precision(*VALUES) >= PRECISION


@each(NOTES, name=attrgetter("name"), parts=1)
def test_a_truth_occurs_in_its_text(note: RealNote) -> None:
    """All that a truth contains is in its text, apart from case, white space and layout."""
    assert list(slips(note)) == []


@each(NOTES + PAGES, name=attrgetter("name"), parts=1)
def test_no_text_has_the_address_of_a_person(note: RealNote) -> None:
    """All mail addresses are at example.com."""
    assert set(MAIL.findall(note.text)) <= {"example.com"}


def test_a_truth_becomes_a_note() -> None:
    """A truth is read from JSON with all its parts."""
    assert (
        RealNote(
            "typed",
            TEXT,
            (
                RealSummary(
                    customer="Contoso, 5K users",
                    engagement_status="reactive",
                    deployment_progress=None,
                    relationship=None,
                    support_requests=None,
                    workloads=(RealWorkload("EXO", "Exchange", "done & gone"),),
                    other_fields=(RealField("Risks", "none"),),
                ),
            ),
            ("summaries[0].workloads[0].name",),
        )
        == NOTE
    )
    assert list(slips(NOTE)) == []


@pytest.mark.parametrize(
    ("truth", "message"),
    [
        ([], "typed: expected an object with the keys habit, summaries, open"),
        ({**TRUTH, "more": 1}, "expected an object with the keys habit"),
        ({**TRUTH, "habit": " "}, "habit is not a line of text"),
        ({**TRUTH, "summaries": {}}, "typed: summaries: expected a list"),
        ({**TRUTH, "open": "summaries"}, "typed: open: expected a list"),
        ({**TRUTH, "open": ["summaries", "summaries"]}, "open has a path twice"),
        ({**TRUTH, "open": ["summaries[1]"]}, r"open has summaries\[1\], which is not in the truth"),
        ({**TRUTH, "open": ["summaries[0].customer.x"]}, "which is not in the truth"),
        ({**TRUTH, "open": ["summaries!"]}, "open has summaries!"),
        ({**TRUTH, "open": [""]}, "open has , which"),
        (changed(customer=1), r"typed: summaries\[0\].customer: expected text or null"),
        (changed(workloads=None), "expected a list"),
        (
            changed(workloads=[{"tag": "EXO"}]),
            r"summaries\[0\].workloads\[0\]: expected an object with the keys tag, name, update",
        ),
        (changed(other_fields=[{"label": None, "value": "x"}]), "a field has no label"),
    ],
)
def test_a_truth_of_another_form_is_refused(truth: Any, message: str) -> None:
    """A truth without the described form is refused, and the message names note and place."""
    with pytest.raises(ValueError, match=message):
        real_note("typed", TEXT, truth)


def test_a_repeated_key_is_refused() -> None:
    """JSON with a key twice is refused instead of losing one of the values."""
    with pytest.raises(ValueError, match="a key is repeated: habit, habit"):
        loaded('{"habit": "a", "habit": "b"}')


@pytest.mark.parametrize(
    ("truth", "slip"),
    [
        (changed(customer="Fabrikam"), "typed: summaries[0].customer: 'Fabrikam' is not in the text"),
        (changed(customer="Contoso "), "typed: summaries[0].customer: 'Contoso ' has white space around it or is empty"),
        (changed(relationship=""), "typed: summaries[0].relationship: '' has white space around it or is empty"),
        (changed(engagement_status="on-holt"), "typed: summaries[0].engagement_status: 'on-holt' is not in the text"),
        (
            changed(workloads=[{"tag": "Exo", "name": "Exchange", "update": None}]),
            "typed: summaries[0].workloads[0].tag: 'Exo' is not in capitals",
        ),
        (
            changed(workloads=[{"tag": "EXO/OD", "name": "Exchange", "update": None}]),
            "typed: summaries[0].workloads[0].tag: 'OD' is not in the text",
        ),
    ],
)
def test_a_slip_in_a_truth_is_found(truth: Any, slip: str) -> None:
    """A value that is not in the text, and a tag in lower case, are reported with their place."""
    assert slip in list(slips(real_note("typed", TEXT, truth)))


def test_an_open_tag_need_not_be_in_the_text() -> None:
    """A tag that only follows from a name is not looked for if it is open."""
    truth = changed(workloads=[{"tag": "SPO", "name": "Exchange", "update": None}])
    assert list(slips(real_note("typed", TEXT, {**truth, "open": ["summaries[0].workloads[0].tag"]}))) == []


def test_notes_come_from_json_lines(tmp_path: Path) -> None:
    """A file of JSON lines has notes in the same form, with keys that don't matter here, and no pages."""
    file = tmp_path / "notes.jsonl"
    line = {"id": "E1", "persona": "x", "text": TEXT, "summaries": TRUTH["summaries"], "open": ["next_actions[0]"]}
    file.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    assert real_notes(file) == [RealNote("E1", TEXT, NOTE.summaries, ("next_actions[0]",))]
    assert real_pages(file) == []


def test_a_text_without_truth_is_a_page(tmp_path: Path) -> None:
    """In a folder, a text with a truth beside it is a note, and every other one a page."""
    (tmp_path / "typed.txt").write_bytes(TEXT.encode())
    (tmp_path / "typed.json").write_text(json.dumps(TRUTH), encoding="utf-8")
    (tmp_path / "page.md").write_bytes(b"# Page\r\n")
    assert real_notes(tmp_path) == [NOTE]
    assert real_pages(tmp_path) == [RealNote("page.md", "# Page\r\n")]


def test_a_path_is_open_with_all_below_it() -> None:
    """An open path opens what is below it, and nothing beside it that starts alike."""
    note = RealNote("n", "", (), ("summaries[0].workloads[1]", "summaries[0].customer"))
    assert note.is_open("summaries[0].workloads[1]")
    assert note.is_open("summaries[0].workloads[1].tag")
    assert note.is_open("summaries[0].customer")
    assert not note.is_open("summaries[0].workloads[10]")
    assert not note.is_open("summaries[0].customers")


def test_what_is_read_has_the_form_of_the_truth() -> None:
    """A summary of the library becomes one of the same form; a second field of a kind counts as one of its own."""
    text = (
        "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n- STATUS OF THE ENGAGEMENT: On Hold\n"
        "- M365 DEPLOYMENT PROGRESS: half\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
        "   -  [EXO+OLM]  Exchange Online - done\n   -  [OD]\n\n- DESCRIBE THE CUSTOMER: Fabrikam\n- RISKS:\n"
    )
    assert read(text) == (
        RealSummary(
            customer="Contoso",
            engagement_status="on-hold",
            deployment_progress="half",
            relationship=None,
            support_requests=None,
            workloads=(RealWorkload("EXO/OLM", "Exchange Online", "done"), RealWorkload("OD", None, None)),
            other_fields=(RealField("DESCRIBE THE CUSTOMER", "Fabrikam"), RealField("RISKS", None)),
        ),
    )
    assert read("Called the customer.") == ()


def test_agreement_is_counted_as_whole() -> None:
    """A summary that is read as the truth has it is wholly right, whatever its white space, decoration and the case of tags."""
    typed = attrs.evolve(SUMMARY, customer="**Contoso,\n5K  users**", workloads=(RealWorkload("exo", "other", "done &\ngone"),))
    figures = Figures()
    compare(NOTE, [typed], figures)
    assert (figures.summaries, figures.whole, figures.disagreements, figures.misread) == (1, 1, [], [])
    assert figures.recall("customer", "workloads", "updates", "other_fields") == 1
    assert figures.right["workloads"] == figures.right["updates"] == figures.right["other_fields"] == 1


@pytest.mark.parametrize(
    ("values", "paths"),
    [
        ({"customer": "Fabrikam"}, ["summaries[0].customer"]),
        ({"customer": None}, ["summaries[0].customer"]),
        ({"relationship": "good"}, ["summaries[0].relationship"]),
        ({"workloads": ()}, ["summaries[0].workloads[0]"]),
        ({"workloads": (TEAMS, *SUMMARY.workloads)}, ["summaries[0].workloads[+]"]),
        ({"workloads": (RealWorkload("EXO", "Exchange", "x"),)}, ["summaries[0].workloads[0].update"]),
        ({"workloads": (RealWorkload("OD", "Exchange", "done & gone"),)}, ["summaries[0].workloads[0].tag"]),
        ({"workloads": (RealWorkload("EXO", "Ex", "done & gone"),)}, ["summaries[0].workloads[0].name"]),
        ({"other_fields": (RealField("Risks", "some"),)}, ["summaries[0].other_fields[0].value"]),
        ({"other_fields": (RealField("Risk", "none"),)}, ["summaries[0].other_fields[+]", "summaries[0].other_fields[0]"]),
    ],
)
def test_each_disagreement_has_its_place(values: dict[str, Any], paths: list[str]) -> None:
    """A difference is reported at its place, and the summary is not wholly right; where the truth is open, it is."""
    found = attrs.evolve(SUMMARY, **values)
    figures = compared(SUMMARY, found)
    assert sorted(places(figures)) == paths
    assert (figures.summaries, figures.whole) == (1, 0)
    opened = compared(SUMMARY, found, *(path.partition("[+]")[0] for path in paths))
    assert (places(opened), opened.whole) == ([], 1)


def test_recall_and_precision_are_shares_of_truth_and_reading() -> None:
    """What is missing lowers recall, and what is too much lowers precision."""
    expected = attrs.evolve(SUMMARY, workloads=(EXCHANGE, TEAMS))
    missing = compared(expected, attrs.evolve(SUMMARY, workloads=(TEAMS,)))
    assert (missing.recall("workloads"), missing.precision("workloads")) == (0.5, 1)
    surplus = compared(attrs.evolve(SUMMARY, workloads=(TEAMS,)), expected)
    assert (surplus.recall("updates"), surplus.precision("updates")) == (1, 0.5)
    assert Figures().recall("workloads") == 1


def test_a_bare_word_is_a_tag_or_a_name() -> None:
    """``Teams`` without brackets is right as a tag and as a name, but a tag without its name is not."""
    bare = RealWorkload("TEAMS", "Teams", "live")
    for read_as in (RealWorkload("Teams", None, "live"), RealWorkload(None, "Teams", "live")):
        figures = compared(
            attrs.evolve(SUMMARY, workloads=(bare,)),
            attrs.evolve(SUMMARY, workloads=(read_as,)),
            "summaries[0].workloads[0].tag",
        )
        assert places(figures) == []
    tag_alone = compared(SUMMARY, attrs.evolve(SUMMARY, workloads=(RealWorkload("EXO", None, "done & gone"),)))
    assert places(tag_alone) == ["summaries[0].workloads[0].name"]


def test_an_open_workload_pairs_with_any() -> None:
    """A workload that is open as a whole costs nothing, however it is read."""
    loose = RealWorkload(None, None, "waiting for budget")
    expected = attrs.evolve(SUMMARY, workloads=(EXCHANGE, loose, TEAMS))
    for read_as in ((), (loose,), (RealWorkload(None, "waiting", "for budget"),)):
        found = attrs.evolve(SUMMARY, workloads=(EXCHANGE, *read_as, TEAMS))
        assert places(compared(expected, found, "summaries[0].workloads[1]")) == []
    found = attrs.evolve(SUMMARY, workloads=(EXCHANGE, loose, TEAMS))
    assert places(compared(expected, found)) == []


def test_missing_and_surplus_summaries_are_counted_with_their_parts() -> None:
    """All parts of a summary that is not read are missing; those of one that is read where there is none are wrong."""
    figures = Figures()
    compare(RealNote("n", "", (SUMMARY,)), [], figures)
    assert places(figures) == ["summaries[0]"]
    assert (figures.summaries, figures.whole, figures.recall("customer", "workloads", "updates", "other_fields")) == (1, 0, 0)
    decoy = Figures()
    compare(RealNote("decoy", ""), [SUMMARY], decoy)
    assert decoy.misread == ["decoy"]
    assert places(decoy) == ["summaries[+]"]
    assert decoy.precision("customer", "workloads", "summaries") == 0


def test_summaries_pair_with_those_most_alike() -> None:
    """If the second of three summaries is not read, the others are compared with their own."""
    second, third = (attrs.evolve(SUMMARY, customer=name, engagement_status="on-hold") for name in ("Fabrikam", "Adatum"))
    figures = Figures()
    compare(RealNote("n", "", (SUMMARY, second, third)), [SUMMARY, third], figures)
    assert places(figures) == ["summaries[1]"]
    assert figures.whole == 2


def test_what_is_open_as_a_whole_is_not_judged() -> None:
    """A note whose summaries are open is left out, and so is a summary that is open."""
    assert judged([RealNote("n", TEXT, NOTE.summaries, ("summaries",))]).summaries == 0
    assert compared(SUMMARY, attrs.evolve(SUMMARY, customer="x"), "summaries[0]").summaries == 0


def test_judging_reads_the_notes() -> None:
    """Notes are read by the library: a note of the template is wholly right, and prose is not misread."""
    text = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n- REQUESTS FOR SUPPORT: none\n"
    summary = RealSummary("Contoso", None, None, None, "none", (), ())
    figures = judged([RealNote("n", text, (summary,)), RealNote("p", "Called the customer.\n")])
    assert (figures.summaries, figures.whole, figures.misread) == (1, 1, [])


def test_items_are_never_paired_across_each_other() -> None:
    """Pairs keep the order of both sides, and those without likeness stay alone."""
    pairs = [(one, other) for _, one, other in aligned("abc", "bxa", lambda one, other, _: float(one == other))]
    assert pairs == [("a", None), ("b", "b"), ("c", None), (None, "x"), (None, "a")]


def test_a_disagreement_is_one_short_line() -> None:
    """A disagreement prints note, place, what is expected and what is read; line feeds are escaped, long text is shortened."""
    assert str(Disagreement("n", "summaries[0].customer", "a\nb", None)) == r"n  summaries[0].customer: 'a\nb' -> -"
    assert len(shortened("x" * 1000)) <= 72
