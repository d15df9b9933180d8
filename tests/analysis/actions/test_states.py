"""What is said of the state of a task."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

import ftnotes
from ftnotes.analysis.actions.states import says_done


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Done", True), ("(Done)", True), ("(Done - Ana called them", True), ("[Status: closed. Sent in May.]", True),
        ("Completed: sent to all", True), ("Status: open", False), ("Status closed", False), ("(Ana)", False), ("", False),
    ],
)  # fmt: skip
def test_a_state_can_have_a_label_and_a_bracket(text: str, done: bool) -> None:
    """A bracket needs no end, since its remark can be long."""
    words = words_of(text)
    assert says_done(words, 0, len(words.tokens)) is done


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Action: Ana to send it.\n(Done)", True),
        ("Action: Ana to send it.\nStatus: done", True),
        ("Action: Ana to send it.\nStatus: open", False),
        ("Action: send it. Owner: Ana | Status: done", True),
        ("Action: send it. Owner: Ana | Status: open", False),
        ("Action: send it. Owner: Ana. Completed at once", False),
        ("Action: Ana to send it.\n\n(Done)", False),
        ("Action: Ana to send it.\nThe rest is done.\n(Done)", False),
        ("Actions\n- Ana to send it\n\n  - (Done - she called)", True),
        ("Actions\n- Ana to send it\n\n  Done", False),
    ],
)
def test_a_state_is_right_below_its_action(text: str, done: bool) -> None:
    """An item in the list of an item can be apart."""
    assert [action.done for action in ftnotes.find_next_actions(text)] == [done]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('AI#0003\n: "Send it" [owner: Ana] is **Ongoing** (Note: due 2020-05-12)', ["Send it"]),
        ("AI#0003\n\n: send it", []),
        ("AI#0003 is old\n: send it", []),
        ("The plan\n: send it", []),
    ],
)
def test_a_label_without_colon_is_defined_below(text: str, what: list[str]) -> None:
    """The colon starts the next line, as in a list of definitions."""
    assert [action.what for action in ftnotes.find_next_actions(text)] == what
