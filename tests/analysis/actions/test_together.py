"""Labels of an action, its date and its owner that are together."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

ROW: list[Found] = [("the plan", "5 May", "Ben")]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Who/What/When\nBen / the plan / 5 May\nAll is well, we think\n", ROW),
        ("Who/What/When:\nBen / the plan / 5 May\nRegards,\nAna\n", ROW),
        ("Action | Owner | Date\nthe plan | Ben | 5 May\n", ROW),
        ("Who/What/When:\nBen / the plan / 5 May\nAna / the room / 6 May\n", [*ROW, ("the room", "6 May", "Ana")]),
        ("Action/Owner:\nthe plan\n", [("the plan", None, None)]),
        ("Owner/Date:\nBen / 5 May\nAction: the plan\n", ROW),
        ("Next action / owner\nAll is well\n", []),
        ("Actions/owners:\n- the plan - Ben\n- all (Ana)\n", [("the plan", None, "Ben"), ("all", None, "Ana")]),
        ("Owner / action\n\nBen: the plan by 5 May\n", ROW),
        ("Action/Owner: call Ana, send the plan to Bo\n", [("call Ana, send the plan to Bo", None, None)]),
        ("Previous action/owner: the plan - Ben\n", []),
        ("Previous action/owner:\nthe plan - Ben\n", []),
        ("Action/Owner/Date: 1) the plan / Ben / 5 May 2) the room / Ana / 6 May\n", [*ROW, ("the room", "6 May", "Ana")]),
    ],
)
def test_lines_below_labels_that_are_together_have_their_values(text: str, actions: list[Found]) -> None:
    """Each line has all of them, or is an item of a list; what is over is left out."""
    assert found(text) == actions
