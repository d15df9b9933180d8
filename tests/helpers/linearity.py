"""How the time of a task grows with the size of what it is given."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator

#: Four times as much may take this many times as long.
LINEAR = 5.0
#: Below this, in seconds, times are those of the clock.
_SHORT = 0.002
_ROUNDS = 10


def growth(task: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as long the task takes for four times the size.

    The larger is held against the smaller right after it, since machines are slow at times; the least growth of several rounds
    is returned. So what the first run makes and keeps for later ones is counted against the larger, if at all. CPU time is
    measured, without the rounds of the garbage collector, which grow with what other tests left behind.

    Args:
        task: makes what is run, for a size; only the run is measured.
        size: the smaller size.
    """
    small, large = task(size), task(4 * size)
    gc.disable()
    try:
        least = float("inf")
        for _ in range(_ROUNDS):
            taken = seconds(large)
            least = min(least, taken / max(seconds(small), _SHORT))
            if least < LINEAR:
                break
        return least
    finally:
        gc.enable()


def seconds(run: Callable[[], object]) -> float:
    """The CPU time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def peak(work: Iterator[object]) -> int:
    """Return the most memory that an iteration takes."""
    tracemalloc.start()
    try:
        for _ in work:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
