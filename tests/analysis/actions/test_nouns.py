"""What is on a day to come, though nothing says that it is a meeting."""

from __future__ import annotations

import datetime

import pytest

import ftnotes

#: The day on which the texts were written.
WRITTEN = datetime.date(2020, 5, 4)


def events(text: str, written: datetime.date | None = WRITTEN) -> list[tuple[str, str | None, str | None]]:
    """Return what, when and by whom."""
    return [
        (action.what, action.date.text if action.date else None, action.owner)
        for action in ftnotes.find_next_actions(text, date=written)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sponsor meeting on 5 May 2020.", [("Sponsor meeting", "5 May 2020", None)]),
        ("Sponsor meeting on 4 May 2020.", []),
        ("Sponsor meeting on Tuesday.", []),
        ("Sponsor meeting of HR with Ana 5 May 2020.", [("Sponsor meeting of HR with Ana", "5 May 2020", None)]),
        ("It is quiet, workshop #3 on 5 May 2020.", [("workshop #3", "5 May 2020", None)]),
        ("It is quiet and workshop 3 is on 5 May 2020 (Nicole).", [("workshop 3", "5 May 2020", "Nicole")]),
        ("2nd town hall 5 May 2020 at 2pm to review it.", [("2nd town hall to review it", "5 May 2020", None)]),
        ("On-site training: 5 May 2020.", [("On-site training", "5 May 2020", None)]),
        ('Half day "Secure work" workshop - 5 May 2020.', [('Half day "Secure work" workshop', "5 May 2020", None)]),
        ("Next wave 5 May 2020, partner executing.", [("Next wave", "5 May 2020", "partner")]),
        ("Next wave 5 May 2020, partner is ready.", [("Next wave", "5 May 2020", None)]),
        ("Next wave 5 May 2020, all is ready.", [("Next wave", "5 May 2020", None)]),
        ("The pilot with 30 users starts 15 June 2020.", [("pilot with 30 users", "15 June 2020", None)]),
        ("Pilot with users who want it starts 15 June 2020.", []),
        ("Pilot in HR helped until 15 June 2020.", []),
        ("Pilot (HR) on 15 June 2020.", [("Pilot (HR)", "15 June 2020", None)]),
        ("Readout 6/2.", []),
        ("Review 6/2.", [("Review", "6/2", None)]),
        ("Review 5/2.", []),
        ("Pilot in June 2020.", []),
        ("Training was on 5 May 2020.", []),
        ("Demo before 5 May 2020.", []),
        ("Call notes on 5 May 2020.", []),
        ("Call notes and 5 May 2020.", []),
        ("The customer wants a workshop on 5 May 2020.", []),
        ("We met for a workshop on 5 May 2020.", []),
        ("Everybody skips training on 5 May 2020.", []),
        ("Heavy rain stops training on 5 May 2020.", []),
        ("Ready? + training on 5 May 2020.", []),
        ("Art of the", []),
    ],
)
def test_an_event_or_a_stage_is_an_action_on_a_day_to_come(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """It is the first in its clause; nothing says that it is over, or only wished."""
    assert events(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Next wave 5 May 2020.", [("Next wave", "5 May 2020", None)]),
        ("Wave 3 on 5 May 2020.", []),
        ("Lunch booked for 5 May 2020.", [("Lunch", "5 May 2020", None)]),
    ],
)
def test_without_the_day_of_writing_something_else_shows_that_it_is_to_come(
    text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    """Such as "next" or "booked for"."""
    assert events(text, None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Start of the tests is now set for 5 May 2020.", [("Start of the tests", "5 May 2020", None)]),
        ("Delivery 2 is booked for 5 May 2020 with Ana.", [("Delivery 2 with Ana", "5 May 2020", None)]),
        ("Lunch with Ana was booked for 5 May 2020.", []),
        ("Lunch booked for 4 May 2020.", []),
        ("Lunch booked for June 2020.", []),
        ("Lunch is booked for Ana on 5 May 2020.", []),
        ("Ana booked for 5 May 2020.", []),
        ("Call notes set for 5 May 2020.", []),
        ("For the team lunch is set for 5 May 2020.", []),
        ("OK! set for 5 May 2020.", []),
        ("(!) set for 5 May 2020.", []),
    ],
)
def test_anything_scheduled_for_a_day_to_come_is_an_event(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """Not somebody or a product."""
    assert events(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana moved our call to 7 May 2020.", [("call", "7 May 2020", None)]),
        ("Ana moved today's call to 7 May 2020.", [("call", "7 May 2020", None)]),
        ("Ana moved the call from 4 May to 7 May 2020.", [("call", "7 May 2020", None)]),
        ("Ana moved the file, the call was on 7 May 2020.", []),
        ("Ana moved the call, it was on 7 May 2020.", []),
        ("Ana moved the call.", []),
        ("Ana moved out.", []),
        ("Ana moved the call to June 2020.", []),
    ],
)
def test_an_event_that_was_moved_is_on_its_new_day(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """Who moved it is not its owner."""
    assert events(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ana sends it by 5 May 2020; workshop 3 on 7 May 2020.",
            [("sends it", "5 May 2020", "Ana"), ("workshop 3", "7 May 2020", None)],
        ),
        (
            "Ana sends it by 5 May 2020, workshop 3 is on 7 May 2020.",
            [("sends it", "5 May 2020", "Ana"), ("workshop 3", "7 May 2020", None)],
        ),
        ("Ana sends it and the call notes by 5 May 2020.", [("sends it and the call notes", "5 May 2020", "Ana")]),
    ],
)
def test_an_event_can_follow_what_somebody_will_do(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """After a comma, not after "and"."""
    assert events(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Agenda going out from me on 5 May 2020.", [("Agenda going out", "5 May 2020", "me")]),
        ("Slides coming from Ana by 5 May 2020.", [("Slides coming", "5 May 2020", "Ana")]),
        ("Slides coming from Ana.", []),
        ("Slides coming on 5 May 2020.", []),
        ("They want slides coming from Ana by 5 May 2020.", []),
        ("Slides coming from Ana in June 2020.", []),
    ],
)
def test_what_somebody_will_give_out_on_a_day_is_an_action(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    """With from whom and when."""
    assert events(text) == found


@pytest.mark.parametrize(
    ("task", "event"),
    [
        ("Review call", True),
        ("project plan review", True),
        ("Kickoff with partner", True),
        ("Review the plan", False),
        ("Schedule call with Ana", False),
        ("Call Ana", False),
        ("Meeting notes", False),
        ("New plan", False),
    ],
)
def test_an_entry_can_be_the_name_of_an_event(task: str, event: bool) -> None:
    """With its day, it needs no owner."""
    (action,) = ftnotes.find_next_actions(f"Next steps:\n- {task} - 5 May 2020\n")
    assert (action.what, action.event) == (task, event)
