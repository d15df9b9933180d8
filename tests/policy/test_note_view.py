"""The view of a note: evidence, spans, named workloads, and notes that follow the template."""

from __future__ import annotations

import pytest
from hypothesis import given

from ftnotes import Playbook, Span, parse
from ftnotes.policy import RULES
from ftnotes.policy.note_view import NoteView
from ftnotes.strategies import notes_text
from ftnotes.strategies.examples import TIDY


def viewed(text: str) -> NoteView:
    """Return the view of a text, with the default playbook."""
    return NoteView(parse(text), Playbook.load())


def test_a_tidy_note_is_regular() -> None:
    """The filled-in template is regular."""
    note = parse(TIDY)
    assert NoteView(note, Playbook.load()).is_regular


@given(notes_text("en", valid=True))
def test_most_rules_are_not_run_on_a_regular_note(text: str) -> None:
    """Their conditions exclude it."""
    note, playbook = parse(text), Playbook.load()
    if NoteView(note, playbook).is_regular:
        assert sum(not (rule.only_where and rule.only_where(NoteView(note, playbook))) for rule in RULES) > 25


def test_evidence_in_several_languages_is_in_order() -> None:
    """The languages of all summaries count, and no words count twice."""
    text = (
        "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Alles ist pausiert, also on hold.\n\n"
        "**EXEC SUMMARY**\n- BESCHREIBUNG DES KUNDEN: on hold, pausiert\n"
    )
    found = NoteView(parse(text), Playbook.load()).evidence("pausing")
    assert [one.span.text(text) for one in found] == ["pausiert", "on hold", "on hold", "pausiert"]
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def test_a_function_of_the_view_is_called_once() -> None:
    """The result of a function is kept for other rules."""
    view, calls = viewed(TIDY), []

    def function(view: NoteView, more: int = 0) -> int:
        calls.append(more)
        return len(view.summaries) + more

    assert view.cached(function) == view.cached(function) == 1
    assert view.cached(function, 5) == view.cached(function, 5) == 6
    assert calls == [0, 5]


@pytest.mark.parametrize(
    ("text", "found", "looked"),
    [
        ("03/04/2020", ["03/04/2020"], True),
        ("go live on Apr-20", ["Apr-20"], True),
        ("lancement en févr-20", [], True),
        ("lancement en fe\u0301vr-20", [], True),
        ("because of COVID-19, as 24/7 support says", [], False),
        ("03/03/2020, and 30/03/2020", [], False),
    ],
)
def test_dates_are_looked_for_only_if_one_can_be_ambiguous(text: str, found: list[str], looked: bool) -> None:
    """Two numbers up to 12, and a month before a number that can be a day or a year, are worth finding dates, which is slow."""
    view = viewed(text)
    assert [date.text for date in view.ambiguous_dates] == found
    assert ("dates" in vars(view)) is looked


def test_a_part_of_a_value_has_its_span_in_the_text() -> None:
    """The span takes indents of continued lines into account; without a layout of its lines, it is that of the value."""
    text = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: one\n    two three\n"
    view = viewed(text)
    field = view.summaries[0].fields[0].field
    start = field.value.index("two")
    assert view.span_within(field, start, start + 3).text(text) == "two"
    assert view.span_within(field, 0, len(field.value)).text(text) == "one\n    two three"


def test_named_workloads_are_whole_words() -> None:
    """The first mention of each workload is returned, by tag; parts of words are none."""
    text = "Exchange Online and TEAMS, then Exchange Online; EXOX and streams are others."
    named = viewed(text).named_workloads(Span(0, len(text)))
    assert {tag: (span.start, span.text(text)) for tag, span in named.items()} == {
        "EXO": (0, "Exchange Online"),
        "TEAMS": (20, "TEAMS"),
    }


def test_a_lifecycle_note_has_text_and_no_summary() -> None:
    """Neither an empty text nor the blank template is one."""
    assert viewed("Met the CIO.\n").is_lifecycle
    assert not viewed("\n---\n").is_lifecycle
    assert not viewed(TIDY).is_lifecycle
    assert viewed("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER:\n").blank_summaries
