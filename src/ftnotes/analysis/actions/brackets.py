"""Brackets, and where they are closed."""

from __future__ import annotations

from typing import Final

from .text import ActionText

BRACKETS: Final = {"(": ")", "[": "]", "（": "）", "【": "】", "「": "」"}


def bracketed(text: ActionText, place: int, stop: int) -> int:
    """Return the place of the bracket that closes the one at a place, or 0 if it is not closed nearby."""
    closing = BRACKETS.get(text.tokens[place]) if place < stop else None
    for end in range(place + 1, min(stop, place + 40)) if closing else ():
        if text.tokens[end] == closing:
            return end
    return 0
