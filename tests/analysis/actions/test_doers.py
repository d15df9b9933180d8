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
        ("J. Brandt to review it.", [("review it", None, "J. Brandt")]),
        ("Mike D. to review it.", [("review it", None, "Mike D.")]),
        ("Karl will clean them up by 5 May 2020.", [("clean them up", "5 May 2020", "Karl")]),
        ("Met with the customer (Helen Marsh, Director) and the partner to review it.", []),
        ("Met with Ana and the partner to review it.", []),
        ("Called Ana, and Ben to review it.", [("review it", None, "Ben")]),
        ("Test and review Ben to review it.", []),
        ("Review 5 May 2020, Ben and Ana to send it.", [("send it", "5 May 2020", "Ben and Ana")]),
        ("The customer and the partner to review it.", [("review it", None, "customer and the partner")]),
        (f"{'Contoso Team ' * 9}and Ana to review it by 5 May 2020.", [("review it", "5 May 2020", "Ana")]),
        ("Ana and partner to review it.", [("review it", None, "Ana and partner")]),
        ("We called, and the partner to review it.", [("review it", None, "partner")]),
        ("The system works (well) and the partner to review it.", [("review it", None, "partner")]),
        ("Trying again on 5 May 2020.", [("Trying again", "5 May 2020", None)]),
        ("Trying again on 5 May 2020 was fine.", []),
        ("Testing on 5 May 2020.", []),
        ("They still need to add it.", [("add it", None, "They")]),
        ("They need to add it by 5 May 2020.", [("add it", "5 May 2020", "They")]),
        ("They also need to add it.", []),
        ("They still need to.", []),
    ],
)
def test_somebody_with_a_role_or_an_initial_does_something(text: str, actions: list[Found]) -> None:
    """All of the name is the owner."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana, could you send it by 5 May 2020?", [("send it", "5 May 2020", "Ana")]),
        ("Hi Ana, can you please send it by 5 May 2020?", [("send it", "5 May 2020", "Ana")]),
        ("Ana - could you send it by 5 May 2020?", [("send it", "5 May 2020", "Ana")]),
        ("Ana, could you be there by 5 May 2020?", []),
        ("Ana, could you send it?", []),
        ("Ana, did you send it by 5 May 2020?", []),
    ],
)
def test_a_question_can_ask_somebody_for_something(text: str, actions: list[Found]) -> None:
    """By name, politely, and with a day."""
    assert found(text) == actions
