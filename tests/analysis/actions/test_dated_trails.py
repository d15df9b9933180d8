"""What is after a task about its day."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana decides on it, scheduled for 5 May 2020", [("decides on it", "5 May 2020", "Ana")]),
        ("Ana to renew it or move, decision by 5 May 2020", [("renew it or move", "5 May 2020", "Ana")]),
        ("Ana to get the call scheduled for 5 May 2020", [("get the call scheduled", "5 May 2020", "Ana")]),
        ("Ana to renew it, Decision by 5 May 2020", [("renew it, Decision", "5 May 2020", "Ana")]),
        ("Ana to renew it, send decision by 5 May 2020", [("renew it, send decision", "5 May 2020", "Ana")]),
        ("Ana will present it, date to be defined", [("present it", None, "Ana")]),
        ("Ana to get the call moved to 5 May 2020", [("get the call moved", "5 May 2020", "Ana")]),
        ("Next action: visit Ana, moved from 4 May to 5 May 2020", [("visit Ana", "5 May 2020", None)]),
        ("Next action: visit delayed again to 5 May 2020", [("visit delayed again", "5 May 2020", None)]),
        ("Next action: visit moves with Ana by 5 May 2020", [("visit moves with Ana", "5 May 2020", None)]),
        ("Ana comes back in May 2020, she wants an overview", [("comes back", "May 2020", "Ana")]),
        ("Ana comes back in May 2020, with an overview", [("comes back with an overview", "May 2020", "Ana")]),
    ],
)
def test_what_only_says_that_the_day_is_fixed_is_no_part_of_the_task(text: str, actions: list[Found]) -> None:
    """Behind a comma: the day is that of the task."""
    assert found(text) == actions
