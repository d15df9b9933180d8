"""Tasks that one verb or one owner has on two days."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

A, B = "5 May 2020", "8 May 2020"


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (f"Ana will run it on {A} and a second one on {B}.", [("run it", A, "Ana"), ("a second one", B, "Ana")]),
        (f"Ana will run it on {A}, and test it on {B}.", [("run it", A, "Ana"), ("test it", B, "Ana")]),
        (f"Ana will run it on {A}, test it on {B}.", [("run it", A, "Ana"), ("test it", B, "Ana")]),
        (f"Ana will run it on {A} and again on {B}.", [("run it", A, "Ana"), ("again", B, "Ana")]),
        (f"FM runs it on {A} and tests it on {B}.", [("runs it", A, "FM"), ("tests it", B, "FM")]),
        (f"Ana will run it on {A} and {B}.", [(f"run it on {A}", B, "Ana")]),
        (f"Ana will run it on {A} and also for the team on {B}.", [(f"run it on {A} and also for the team", B, "Ana")]),
        (f"Ana will run it on {A} before the test on {B}.", [(f"run it on {A} before the test", B, "Ana")]),
        (f"Ana will run it on {A} and test it if Bo is back on {B}.", [(f"run it on {A} and test it if Bo is back", B, "Ana")]),
        (f"Ana will run it on {A} and test it.", [("run it and test it", A, "Ana")]),
    ],
)
def test_a_second_task_with_a_day_of_its_own_is_another_action(text: str, actions: list[Found]) -> None:
    """It has the same owner, and may have the same verb."""
    assert found(text) == actions
