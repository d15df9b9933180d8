"""What labels say of the lines they are in."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Action/Owner/Date:\nsend the plan / Ben / 5 May\n", [("send the plan", "5 May", "Ben")]),
        ("Action/Owner/Date: send the plan\n", [("send the plan", None, None)]),
        ("Next action, owner, date:\nnone\n", []),
        ("Action / Owner / Date: TBD / TBD / TBD\n", []),
        ("Owner/Date: Ben / 5 May\n", []),
        ("Next action: send the plan\nOwner/Date: Ben / 5 May\n", [("send the plan", "5 May", "Ben")]),
        ("Owner/Date: Ben / 5 May\nNext action: send the plan\n", [("send the plan", "5 May", "Ben")]),
        ("Date, Owner: 5 May, Ben\nAction: send the plan\n", [("send the plan", "5 May", "Ben")]),
        ("Action\nSend the plan\nDate\n5 May\nOwner\nBen\n", [("Send the plan", "5 May", "Ben")]),
        ("Action\nSend the plan\nOwner\nAll is well with us\nDate\nsoon\ndate\n5 May\n", [("Send the plan", None, None)]),
        (
            "Action: the plan\nAction: call (6 May)\nBy 5 May\n\nBy 7 May\n",
            [("the plan", "5 May", None), ("call", "6 May", None)],
        ),
        (
            "Action: send the plan\nOwner/Date: Ben / 5 May\nAction: call Bo\nOwner/Date: Ana / 6 May\n",
            [("send the plan", "5 May", "Ben"), ("call Bo", "6 May", "Ana")],
        ),
        (
            "Owner/Date: Ben / 5 May\nAction: send the plan\nOwner/Date: Ana / 6 May\nAction: call Bo\n",
            [("send the plan", "5 May", "Ben"), ("call Bo", "6 May", "Ana")],
        ),
    ],
)
def test_a_label_of_several_things_has_their_values_in_its_order(text: str, actions: list[Found]) -> None:
    """On its line or the next one; without a task among the values, or above, there is no action."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Next action: send the plan. Ben.", [("send the plan", None, "Ben")]),
        ("Next action: send the plan. 5 May.", [("send the plan", "5 May", None)]),
        ("Send the plan; Owner: Ben; Due: 5 May", [("Send the plan", "5 May", "Ben")]),
        ("Next action: Ben: send the plan - Ben", [("send the plan", None, "Ben")]),
        ("Next action: send the plan. Ben owns it.", [("send the plan", None, "Ben")]),
        ("Next action: send the plan. Nobody owns it.", [("send the plan", None, None)]),
        ("Next action: send the plan. By 5 May. Ben. All is well.", [("send the plan", "5 May", "Ben")]),
        ("Next action: send the plan. Owner: @Ben", [("send the plan", None, "Ben")]),
        ("Next action: send the plan\nOwner: @ Ben", [("send the plan", None, "Ben")]),
        ("Next actions: send the plan. Call Ana by 5 May.", [("send the plan", None, None), ("Call Ana", "5 May", None)]),
        ("Next actions: send the plan. Call Ana.", [("send the plan", None, None), ("Call Ana", None, None)]),
        (
            "Next actions: Ben sends the plan. Test the VPN. Order phones.",
            [("sends the plan", None, "Ben"), ("Test the VPN", None, None), ("Order phones", None, None)],
        ),
        ("Next actions: send the plan. Call.", [("send the plan", None, None)]),
        ("Next actions: send the plan. Call was good. Test results are bad. Order was sent.", [("send the plan", None, None)]),
        ("Next actions: send the plan. Test (again).", [("send the plan", None, None)]),
        ("Next action is unclear. Ana will call Bo.", [("call Bo", None, "Ana")]),
    ],
)
def test_sentences_after_a_task_name_who_and_when(text: str, actions: list[Found]) -> None:
    """Another sentence is another action only if it says who does it, or when, or asks for it."""
    assert found(text) == actions


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("- Ana: send the plan (ACTION)\n- Bo has no news\n", [("send the plan", None, "Ana")]),
        ("- [x] send the plan (Action)\n", [("send the plan", None, None)]),
        ("- send the plan (action Ana)\n", [("send the plan", None, "Ana")]),
        ("- Bo: send the plan (action Ana)\n", [("send the plan", None, "Bo")]),
        ("## The plan (actions)\n- send it\n", [("send it", None, None)]),
        ("What is the plan to send?\n- x\n", []),
        ("- the plan (Action items)\n- Bo has no news\n", [("the plan", None, None)]),
    ],
)
def test_a_label_in_brackets_can_be_after_its_task(text: str, actions: list[Found]) -> None:
    """It opens no list then."""
    assert found(text) == actions
