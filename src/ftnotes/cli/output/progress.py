"""A progress line on the terminal, removed at the end."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from .terminal import Screen

#: The seconds before the line appears, and between its updates.
PATIENCE: Final = 1.0
EVERY: Final = 0.2

T = TypeVar("T")


def with_progress(items: Iterable[T], errors: Screen, output: Screen) -> Iterator[T]:
    """Yield items, and show how many there were and how many a second.

    Args:
        items: the results of long work.
        errors: where to show progress, if it is a terminal.
        output: where the results go; on a terminal they are progress enough.
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
