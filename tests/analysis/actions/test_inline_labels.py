"""Labels anywhere in a line."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.inline_labels import labels_in


@pytest.mark.parametrize(
    ("text", "opened", "count"),
    [
        ("Next action: call. Date: 5 May. Owner: Ana", False, 3),
        ("Next action: call Owner: Ana", False, 2),
        ("Next action: call, owner: Ana", False, 2),
        ("Next action: call owner: Ana", False, 1),
        ("Next action: call (owner: Ana)", False, 1),
        ("see Owner: Ana", False, 0),
        ("see Owner: Ana", True, 1),
        ("see  Owner: Ana", False, 1),
        ("the next action: call", False, 1),
        ("nextaction: call", False, 0),
        ("2. next week", False, 0),
        ("Action: call. next week: Ana", False, 1),
        ("our " * 20 + "next action: call", False, 0),
        ("All is well. next step - call", False, 1),
        ("All is well, next step - call", False, 0),
        ("What: call. Who: Ana. When: 5 May", False, 3),
        ("What we call a plan", False, 0),
        ("https://example.com?owner=ana", True, 0),
        ("the [next action](https://example.com) call", False, 0),
        ("the [next action](https://example.com) Ana to call", False, 1),
        ("Next action: call Ana next week: all of it", False, 1),
    ],
)
def test_the_labels_of_a_line_are_apart_from_its_text(text: str, opened: bool, count: int) -> None:
    """After punctuation or wide spaces; a date and an owner also after a word, with a capital, if they can add to an action."""
    words = words_of(text)
    assert len(list(labels_in(words, 0, len(words.tokens), opened=opened))) == count
