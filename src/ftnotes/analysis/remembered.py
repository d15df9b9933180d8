"""Words that were looked up, so that each is looked up once: people type the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

V = TypeVar("V")

#: The number of words after which all are forgotten, so that memory is bounded however many notes are read.
MOST: Final = 50_000


class Remembered(dict[str, V]):
    """The results of a function of words."""

    __slots__ = ("_look_up",)

    def __init__(self, look_up: Callable[[str], V]) -> None:
        """Remember the results of ``look_up``."""
        self._look_up = look_up

    def __missing__(self, word: str) -> V:
        if len(self) >= MOST:
            self.clear()
        found = self[word] = self._look_up(word)
        return found
