"""How far long work is: one line on a terminal, written over again and taken away at the end."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from .terminal import Screen

#: Work that takes no longer says nothing; after that the line is renewed so often. In seconds.
PATIENCE: Final = 1.0
EVERY: Final = 0.2

T = TypeVar("T")


def with_progress(items: Iterable[T], errors: Screen, output: Screen) -> Iterator[T]:
    """The same items; how many are through, and how many a second, is told while they are worked on.

    Args:
        items: what there is to do.
        errors: where to tell: only if it is a terminal.
        output: where the results go: if that is a terminal too, they tell enough themselves.
    """
    if not errors.is_terminal or output.is_terminal:
        yield from items
        return
    start = shown = time.monotonic()
    try:
        for number, item in enumerate(items):
            now = time.monotonic()
            if now - start >= PATIENCE and now - shown >= EVERY:
                errors.renew(f"{number:,} notes, {number / (now - start):,.0f} a second")
                shown = now
            yield item
    finally:
        if shown > start:
            errors.renew("")
