"""Sentences that name somebody and then ask for something."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Ana: send the plan", [("send the plan", None, "Ana")]),
        ("Ana: send the plan, I am out", []),
        ("Ana: send plan", []),
        ("Ana: put the plan on hold", []),
        ("Ana: put the plan online by 5 May 2020", [("put the plan online", "5 May 2020", "Ana")]),
        ("Ana: share of 5 May 2020", []),
        ("Ana: send me the plan by 5 May 2020", []),
        ("Ana: work on 5 May 2020", []),
        ("Ana: test results by 5 May 2020", [("test results", "5 May 2020", "Ana")]),
        ("Ana: test is over by 5 May 2020", []),
        ("Ana -- send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana => send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana → send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
        ("Ana (by 5 May 2020): send it", [("send it", "5 May 2020", "Ana")]),
        ("Ana (test)", []),
        ("Ana: open by 5 May 2020", []),
        ("Ana, Ben: send it by 5 May 2020", [("send it", "5 May 2020", "Ana, Ben")]),
        ("Ana: Vertrag bis 5. Mai 2020 unterschreiben", [("Vertrag unterschreiben", "5. Mai 2020", "Ana")]),
        ("Ana: ready by 5 May 2020 to send", []),
        ("Partner: send it", []),
        ("Partner: send it by 5 May 2020", [("send it", "5 May 2020", "Partner")]),
        ("Me: send it by 5 May 2020", []),
        ("Sarah: follow up with legal by 5 May 2020", [("follow up with legal", "5 May 2020", "Sarah")]),
        (
            "Ana: book the room, and Ben to call Eva by 5 May 2020",
            [("book the room", None, "Ana"), ("call Eva", "5 May 2020", "Ben")],
        ),
        ("We met. Ana: send the plan", []),
        ("[Ana] send the plan", [("send the plan", None, "Ana")]),
        ("We met. [Ana] send the plan", []),
        ("[Zorba] send the plan", []),
        ("* Ana: send the plan", []),
        ("**Ana**: send the plan", [("send the plan", None, "Ana")]),
        ("We met. Ana: send it by 5 May 2020", [("send it", "5 May 2020", "Ana")]),
    ],
)
def test_a_verb_behind_a_name_and_a_sign_asks_for_something(text: str, actions: list[Found]) -> None:
    """With a day, or in a line of its own with what is to be done; not with what somebody says of themselves."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ana: send the plan", True),
        ("Status: green\nAna: send the plan\nAll is well.", True),
        ("Ben: ok\nAna: send the plan", False),
        ("- Ben: ok\n- Ana: send the plan", False),
        ("Ana: send the plan.\n\nKofi: ok", False),
        ("Ben: will call\nAna: send the plan", True),
        ("Partner: fine\nAna: send the plan", True),
    ],
)
def test_lines_of_a_conversation_ask_for_nothing(text: str, asked: bool) -> None:
    """That is what the lines above and below show, past blank ones."""
    assert (("send the plan", None, "Ana") in found(text)) is asked
