"""The facts in a note."""

from __future__ import annotations

import datetime

import pytest
from helpers.reports import DAY, FULL, OTHER, examined

from ftnotes import Playbook
from ftnotes.batch.report.facts import FactReader, Facts


def facts(text: str, day: datetime.date | None = None) -> Facts:
    return FactReader(Playbook.load(), DAY).read(examined(text, day=day))


def test_choices_are_those_of_the_records() -> None:
    """What is none of the choices is None; the first note of a template counts."""
    assert list(facts(FULL).choices.values()) == ["fully-engaged", "partially-deployed"]
    assert list(facts(OTHER + "\n\n" + FULL).choices.values()) == ["on-hold", None]
    assert facts("A call.").choices == {}


@pytest.mark.parametrize(
    ("update", "state", "share"),
    [
        ("done", "done", ""),
        ("40 % of the users have moved", "part", "40 %"),
        ("4,100 of 6,400 users have moved", "part", ""),
        ("the pilot group is live, remaining users in May", "part", ""),
        ("planned for August", "plan", ""),
        ("not started", "plan", ""),
        ("the sponsor compares it", "text", ""),
        ("", "named", ""),
    ],
)
def test_the_state_of_a_workload(update: str, state: str, share: str) -> None:
    """It is what its update says; a short share is shown in its cell."""
    text = FULL.replace("[EXO]  Exchange Online - done", f"[EXO]  Exchange Online - {update}".rstrip(" -"))
    fact = facts(text).workloads[0]
    assert (fact.key, fact.state, fact.share, fact.update) == ("EXO", state, share, update)


def test_joined_workloads_are_facts_of_each() -> None:
    """A line with two tags is an update of both."""
    text = FULL.replace("[EXO]  Exchange Online", "[EXO+TEAMS]")
    assert [fact.key for fact in facts(text).workloads[:2]] == ["EXO", "TEAMS"]
    joined = facts(FULL.replace("[EXO]", "[exo+Viva]").replace("[SPO]", "[Stream]"))
    assert [(fact.key, fact.typed) for fact in joined.workloads[:3]] == [("EXO", "EXO"), ("viva", "viva"), ("stream", "Stream")]


def test_next_actions_have_a_due() -> None:
    """Those before the day are overdue, those up to Sunday are due this week; those that are done are left out."""
    text = (
        FULL + "Next action: Ana to write\nNext action: Ben to sign (done) by 2 June 2020\n- [x] Ana to call by 3 June 2020\n"
    )
    found = facts(text)
    assert [(action.owner, action.due) for action in found.actions[:3]] == [
        ("Ana", "overdue"),
        ("Ben", "week"),
        ("Ana", "later"),
    ]
    assert found.actions[3].due == "undated"
    assert (found.due("overdue"), found.due("week"), found.due("later")) == (1, 1, 1)
    assert found.actions[1].day == datetime.date(2020, 6, 12)


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("A workshop", "A workshop"),
        ("None", None),
        ("none at this time.", None),
        ("N/A", None),
        ("-", None),
        ("", None),
        ("(e.g. CS MAU offerings)", None),
        (
            "None of the offers fits, so the customer asks for another one",
            "None of the offers fits, so the customer asks for another one",
        ),
        ("none\nNext action: Ana to call by 1 June 2020", None),
        ("A workshop\n  in May", "A workshop in May"),
    ],
)
def test_requests_for_support(value: str, asked: str | None) -> None:
    """A value that is nothing, a hint, or next actions below it, is no request."""
    text = OTHER.replace("none at this time", value)
    assert facts(text).requests == ((asked,) if asked else ())


def test_hashtags_and_age() -> None:
    """Hashtags are compared without case; a note of tomorrow is not older than today."""
    found = facts(FULL.replace("#covid", "#Covid #COVID"), DAY + datetime.timedelta(1))
    assert (found.hashtags, found.age) == (("#covid",), 0)
