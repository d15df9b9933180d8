"""Tables of actions."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

import ftnotes
from ftnotes.analysis.actions.tables import cells_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Action | Owner | Due |\n|---|---|---|\n| call | Ana | 5 May 2020 |", [("call", "Ana", "5 May 2020", False)]),
        ("Action | Owner\ncall | Ana", [("call", "Ana", None, False)]),
        ("Task\tWho\tWhen\ncall\tAna\t5 May 2020", [("call", "Ana", "5 May 2020", False)]),
        ("| Action | Owner | Status |\n| call | Ana | Done |", [("call", "Ana", None, True)]),
        ("| Action | Owner | Status |\n| call | TBD | open |", [("call", None, None, False)]),
        ("| Item | Action | Owner |\n| EXO | call | the moon |", [("call", "the moon", None, False)]),
        ("| Action | Owner |\n| call | |\n|  | Ana |", [("call", None, None, False)]),
        ("| Item | Owner |\n| call | Ana |", [("call", "Ana", None, False)]),
        ("| Action | Notes |\n| call | Ana |", []),
        ("| Action | Task | Owner |\n| call | write | Ana |", [("call", "Ana", None, False)]),
        ("| Title | Action | Owner |\n| call | | Ana |\n| 1 | | Ana |\n| write | | |", [("call", "Ana", None, False)]),
        ("| Who | What | When |\n| Ana | call | 5 May |", [("call", "Ana", "5 May", False)]),
        ("| Action | What | Owner |\n| call | about it | Ana |", [("call", "Ana", None, False)]),
        ("| Action |\n| call |", [("call", None, None, False)]),
        ("| Task |\n| call |", []),
        ("||Action||Owner||Due||\n|call|Ana|5 May|", [("call", "Ana", "5 May", False)]),
        ("||'''Owner''' ||'''Action''' ||\n||Ana ||call ||\n|| ||\n", [("call", "Ana", None, False)]),
        ("| Action || Owner |\n| call || Ana |", [("call", "Ana", None, False)]),
        ("| Description |\n| call |", []),
        ("| Note |\n| call |", []),
        ("| Item | **Action description** | Owner |\n| EXO | call | Ana |", [("call", "Ana", None, False)]),
        ("| Item | Description | Owner |\n| EXO | call | Ana |", []),
        ("| Task | Action description | Owner |\n| EXO | call | Ana |", [("call", "Ana", None, False)]),
        ("| Action description | Action description | Owner |\n| call | EXO | Ana |", []),
        ("| Action | Owner | Status / Due date |\n| call | Ana | done |\n| write | Bo | 5 May |",
         [("call", "Ana", None, True), ("write", "Bo", "5 May", False)]),
        ("| Action | Owner |\n\n| call | Ana |", []),
        ("| Action | Owner |\nAll is well.\n| call | Ana |", []),
    ],
)  # fmt: skip
def test_a_row_below_a_head_with_labels_is_an_action(text: str, expected: list[tuple[object, ...]]) -> None:
    """The head has one column of tasks, and no other or one of dates or owners."""
    found = ftnotes.find_next_actions(text)
    assert [(one.what, one.owner, one.date.text if one.date else None, one.done) for one in found] == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Task / Deliverable | Assigned Owner(s) | Target Deadline", [("call", "Ana", "5 May 2020")]),
        ("Subject | By whom | New status", [("call", "Ana", None)]),
        ("# | Owner | Due", []),
        ("Subject | Place | Time", []),
    ],
)
def test_below_a_label_a_column_of_tasks_can_have_any_head(head: str, expected: list[tuple[object, ...]]) -> None:
    """Its other heads can have words before and "(s)" after; one of them has to be that of an owner or a date."""
    rows = f"| {head} |\n|---|---|---|\n| call | Ana | 5 May 2020 |\n"
    actions = ftnotes.find_next_actions(f"## Actions\n\n{rows}")
    assert [(action.what, action.owner, action.date and action.date.text) for action in actions] == expected
    assert ftnotes.find_next_actions(rows) == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("| call | Ana |", [" call ", " Ana "]),
        ("call\tAna", ["call", "Ana"]),
        ("call | Ana\t", ["call ", " Ana\t"]),
        ("\tcall Ana", []),
        ("| call Ana |", [" call Ana "]),
        ("call Ana |", []),
        ("| call Ana", []),
        ("call Ana", []),
    ],
)
def test_a_row_has_cells_between_bars_or_tabs(text: str, cells: list[str]) -> None:
    """A tab that only indents a line does not make it a row."""
    words = words_of(text)
    assert [words.span(*cell).text(text) for cell in cells_of(words, 0, len(words.tokens))] == cells
