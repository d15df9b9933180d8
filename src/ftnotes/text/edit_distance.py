"""Slips of the pen: how far one word is from another."""

from __future__ import annotations


def is_slip(text: str, wording: str, limit: int) -> bool:
    """Whether at most ``limit`` letters were added, left out, replaced or swapped with the next."""
    if abs(len(text) - len(wording)) > limit:
        return False
    before: list[int] = []
    above = list(range(len(wording) + 1))
    for row, char in enumerate(text, 1):
        current = [row]
        for column, against in enumerate(wording, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (char != against))
            if row > 1 and column > 1 and char == wording[column - 2] and text[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1] <= limit
