"""Pictures and signs that decorate a text: emoji, arrows, and the names of emoji as chats copy them."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

#: Arrows and signs up to the scripts without spaces, and pictures above them; what can follow a picture.
_PICTURES: Final = ("\u2190", "\u2e7f", "\U0001f000")
_SELECTORS: Final = frozenset("\u200d\ufe0f")
#: The longest name of a picture, in words.
LONGEST_PICTURE: Final = 12


def is_picture(token: str) -> bool:
    """Return whether a character is a picture, an arrow or a sign that decorates a text."""
    return bool(token) and (_PICTURES[0] <= token[0] <= _PICTURES[1] or token[0] >= _PICTURES[2] or token[0] in _SELECTORS)


def named_picture(tokens: list[str]) -> int:
    """Return how many of the last words name a picture: ":muscle:", ":white_check_mark:"."""
    name = list(takewhile(lambda token: token.isalnum() or token in "_-+", reversed(tokens[:-1])))
    before = len(tokens) - 2 - len(name)
    return len(name) + 2 if name and before >= 0 and tokens[-1] == tokens[before] == ":" else 0
