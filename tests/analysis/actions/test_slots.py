"""Slots: owners, dates and placeholders in brackets."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.roles import Setting
from ftnotes.analysis.actions.slots import Slots


@pytest.mark.parametrize(
    ("text", "taken", "found"),
    [
        ("Ana", True, ("Ana", None)),
        ("Ana, 5 May 2020", True, ("Ana", "5 May 2020")),
        ("5 May 2020, Ana", True, ("Ana", "5 May 2020")),
        ("5 May 2020 at 2pm", True, (None, "5 May 2020")),
        ("owner: Ana / due 5 May 2020", True, ("Ana", "5 May 2020")),
        ("Ana's action", True, ("Ana", None)),
        ("Ana to do", True, ("Ana", None)),
        ("action Ana", True, ("Ana", None)),
        ("Ana's plan", False, (None, None)),
        ("TBD", True, (None, None)),
        ("done", True, (None, None)),
        ("Ana, maybe", False, (None, None)),
        ("5 May 2020 maybe", False, (None, None)),
        ("Ana,,", False, (None, None)),
    ],
)
def test_what_is_in_brackets_is_taken_if_all_of_it_fills_slots(
    text: str, taken: bool, found: tuple[str | None, str | None]
) -> None:
    """Else nothing is."""
    words = words_of(text)
    slots = Slots(words, 0, len(words.tokens), Setting.LIST)
    assert slots.take(0, len(words.tokens)) == taken
    owner = words.span(slots.who.start, slots.who.stop).text(text) if slots.who else None
    assert (owner, slots.date.text if slots.date else None) == found
