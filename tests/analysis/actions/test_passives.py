"""What will be done by somebody."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found

A, B = "5 May 2020", "8 May 2020"


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (f"The rest will be moved by the partner on {A}.", [("rest will be moved", A, "partner")]),
        (f"All is well and it will be moved by the partner on {A}.", [("it will be moved", A, "partner")]),
        (f"All is well - it will be moved by the partner on {A}.", [("it will be moved", A, "partner")]),
        (f"Old and new sites will be moved by Ana Gray by {A}.", [("new sites will be moved", A, "Ana Gray")]),
        ("The rest will be moved by the partner in June 2020.", [("rest will be moved", "June 2020", "partner")]),
        (f"The seats must be set by {A} by the partner.", [("seats must be set", A, "partner")]),
        (f"Users to be trained by Nina and Tom ({A})", [("Users to be trained", A, "Nina and Tom")]),
        (f"It will be sent by Ana to the CIO on {A}, all is well.", [("It will be sent to the CIO", A, "Ana")]),
        (f"It is set (it will be sent by Ana on {A}) for now.", [("it will be sent", A, "Ana")]),
        ("Plan to be sent by Ana.", [("Plan to be sent", None, "Ana")]),
    ],
)
def test_what_will_be_done_by_somebody_is_an_action(text: str, actions: list[Found]) -> None:
    """On a day to come, or with "to be" by a person."""
    assert found(text) == actions


@pytest.mark.parametrize(
    "text",
    [
        "The rest will be moved by the partner.",
        "The rest to be moved by the partner.",
        "The plan to be sent by Ana was late.",
        f"It will be retired by Microsoft on {A}.",
        f"The plan will be sent by mail, read by Ana on {A}.",
        f"The plan is not to be sent by Ana by {A}.",
        f"If agreed it will be sent by Ana on {A}.",
        f"He said that they needed it to be sent by Ana on {A}.",
        f"The plan will be discussed in depth and sent by then, also by Ana, not before {A}.",
        f"Will be by Ana on {A}.",
        f"All of this will be ready by {A}.",
    ],
)
def test_other_passives_are_no_actions(text: str) -> None:
    """Such as statements, negations, conditions, and what is done by something."""
    assert not [action for action in found(text) if action[2]]
