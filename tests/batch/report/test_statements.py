"""The sentences at the top of a report."""

from __future__ import annotations

import datetime

from attrs import evolve
from helpers.reports import DAY, FULL, OTHER, examined, figures, sample

from ftnotes import Context, check
from ftnotes.batch.report.statements import statements


def test_each_sentence_is_true() -> None:
    """They are those that the sample bears out, in words for one and for several."""
    assert list(statements(sample())) == [
        "The largest group is “On Hold” and “not given”: 1 customer of 3 (33 %).",
        "2 customers of 3 (67 %) have no note from the last 30 days.",
        "1 next action is overdue, and 1 is due this week.",
        "1 customer asks for support, and 2 notes mention an escalation or blocker.",
        "Exchange Online is in the notes of 3 customers (100 %), SharePoint Online in those of 1.",
        "2 notes of 4 (50 %) have an error against the guidance.",
        "1 note could not be read as the template, and is missing in figures about fields.",
        "1 row could not be read at all, and is missing in all figures.",
    ]


def test_what_is_not_there_is_not_said() -> None:
    """Without notes, dates, actions, workloads or errors there is no sentence about them."""
    assert list(statements(figures())) == ["No note could be read."]
    assert list(statements(figures(examined("A call.")))) == [
        "1 note could not be read as the template, and is missing in figures about fields."
    ]


def test_fresh_notes_and_busy_owners() -> None:
    """All notes can be fresh; an owner with several overdue actions is named, and not with redaction."""
    more = FULL + "Next action: Ana to ask by 2 June 2020\n"
    third = OTHER + "Next action: Ben to call by 2 June 2020\n"
    three = figures(examined(more, "a", DAY), examined(third, "b", DAY))
    assert "3 next actions are overdue, 2 of them with Ana, and 1 is due this week." in statements(three)
    for redact in (False, True):
        found = list(statements(figures(examined(more, "a", DAY), examined(OTHER, "b", DAY), redact=redact)))
        assert "All 2 customers with a date have a note from the last 30 days." in found
        who = "" if redact else ", all of them with Ana"
        assert f"2 next actions are overdue{who}, and 1 is due this week." in found
        assert "1 customer asks for support, and 1 note mentions an escalation or blocker." in found
    one = list(statements(figures(examined(FULL, "a", datetime.date(2019, 1, 1)))))
    assert "1 customer of 1 (100 %) has no note from the last 30 days." in one


def test_repeated_notes_are_counted() -> None:
    """A note counts if all of it is that of last time; the update of a workload alone does not count."""
    other = FULL.replace("40 %", "60 %").replace("Fully Engaged", "Reactive")
    pairs = {"a": (FULL, FULL), "b": (other, FULL), "c": (FULL, FULL), "d": (OTHER, None)}
    notes = {
        name: evolve(examined(text, name, DAY), report=check(text, context=Context(previous=previous)))
        for name, (text, previous) in pairs.items()
    }
    assert "2 notes of 4 (50 %) repeat the one before, word for word." in statements(figures(*notes.values()))
    assert "1 note of 2 (50 %) repeats the one before, word for word." in statements(figures(notes["a"], notes["b"]))
    assert not any("word for word" in said for said in statements(figures(notes["b"], notes["d"])))
