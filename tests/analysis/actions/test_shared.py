"""Numbered tasks within a line that have one owner."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Actions:\n- Ana to 1) send it 2) call Ben", [("send it", None, "Ana"), ("call Ben", None, "Ana")]),
        ("Actions:\n- Ana: (1) send it, (2) call Ben", [("send it", None, "Ana"), ("call Ben", None, "Ana")]),
        ("Actions:\n- Ana: 1) send it (Cy) 2) call Ben", [("send it", None, "Cy"), ("call Ben", None, "Ana")]),
        ("NA: Ana: 1) send it and 2) call Ben", [("send it", None, "Ana"), ("call Ben", None, "Ana")]),
        (
            "Actions:\n- Ana: 1) send it by 5 May 2020 2) call Ben, both by 8 May 2020",
            [("send it", "5 May 2020", "Ana"), ("call Ben", "8 May 2020", "Ana")],
        ),
        (
            "Actions:\n- Ana (8 May 2020): 1) send it 2) call Ben - really",
            [("send it", "8 May 2020", "Ana"), ("call Ben - really", "8 May 2020", "Ana")],
        ),
        ("FM will 1) send it 2) call Ben. All is well.", [("send it", None, "FM"), ("call Ben", None, "FM")]),
        ("Ana to 1) send it. 2) call Ben", [("send it", None, "Ana"), ("call Ben", None, "Ana")]),
    ],
)
def test_numbered_tasks_have_the_owner_before_the_first(text: str, actions: list[Found]) -> None:
    """If they have none of their own, and the same with the day after the last."""
    assert found(text) == actions


@pytest.mark.parametrize(
    "text",
    [
        "The plan is to 1) move it and 2) test it.",
        "Ana has 1) a plan and 2) time.",
        "Zorba to 1) move it and 2) test it.",
        "Ana to 1) the plan and 2) the test.",
        "Ana: 1) all is well 2) send it",
        "Ana was (again) away.",
    ],
)
def test_numbers_in_other_sentences_are_no_tasks(text: str) -> None:
    """In plain sentences, somebody who is known must be told to do something by each of them."""
    assert found(text) == []
