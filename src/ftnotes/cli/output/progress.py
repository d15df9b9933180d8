"""A progress line on the terminal, removed at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from .terminal import Screen

#: The seconds before the line appears, and between its updates.
PATIENCE: Final = 1.0
EVERY: Final = 0.2

T = TypeVar("T")


def with_progress(
    items: Iterable[T], errors: Screen, output: Screen, total: Callable[[], int | None] = lambda: None
) -> Iterator[T]:
    """Yield items, and show how many there were, how many a second, and the time that is left if their number is known.

    Args:
        items: the results of long work.
        errors: where to show progress, if it is a terminal.
        output: where the results go; on a terminal they are progress enough.
        total: returns the number of items, if known. It is called once the line is shown, and can take a moment.
    """
    if not errors.is_terminal or output.is_terminal:
        yield from items
        return
    start = shown = time.monotonic()
    known: int | None = None
    try:
        for number, item in enumerate(items):
            now = time.monotonic()
            if now - start >= PATIENCE and now - shown >= EVERY:
                first = shown == start
                errors.renew(_line(number, now - start, known))
                shown = now
                known = total() if first else known
            yield item
    finally:
        if shown > start:
            errors.renew("")


def _line(number: int, seconds: float, total: int | None) -> str:
    rate = f"{number / seconds:,.0f} a second"
    if total is None or not number:
        return f"{number:,} notes, {rate}"
    minutes, left = divmod(round(seconds / number * max(total - number, 0)), 60)
    return f"{number:,} of {total:,} notes, {rate}, {f'{minutes} min ' if minutes else ''}{left} s left"
