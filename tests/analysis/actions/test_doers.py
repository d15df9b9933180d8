"""Who does something in the clauses of a sentence."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("AM Linda will try on 5 May 2020.", [("try", "5 May 2020", "AM Linda")]),
        ("AM (Steve) to intro the team.", [("intro the team", None, "AM (Steve)")]),
        ("AM 2 send the quote.", [("send the quote", None, "AM")]),
        ("Mike D. to review it.", [("review it", None, "Mike D.")]),
        ("Karl will clean them up by 5 May 2020.", [("clean them up", "5 May 2020", "Karl")]),
    ],
)
def test_somebody_with_a_role_or_an_initial_does_something(text: str, actions: list[Found]) -> None:
    """All of the name is the owner."""
    assert found(text) == actions
