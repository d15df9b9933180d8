"""The growth of time and memory with the text, as ratios within one run.

    python benchmarks/growth.py [--quick]

Prints the time per character in a document of 10 MB against one of 100 KB; the cost of four times the size for each hostile
input of the tests, from 16,000 characters to 64,000 and to 256,000; and the peak memory of parsing, in bytes per character.
``--quick`` takes smaller sizes.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from corpus import messy_notes, tidy_notes

import ftnotes

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from helpers.hostile import shapes
from helpers.linearity import LINEAR, growth

MEGABYTE = 1_000_000


def actions(text: str) -> object:
    """Find the next actions of a text, and their dates."""
    return ftnotes.find_next_actions(text)


TASKS = (ftnotes.parse, ftnotes.check, ftnotes.format, actions)


def seconds(task: Callable[[], object], rounds: int = 3) -> float:
    """Return the least CPU time of some rounds, which depends least on other work of the machine."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def notes_of(size: int) -> str:
    """Return a document of notes with ``size`` characters."""
    count = size // 1000 + 2
    texts = [note.text for pair in zip(tidy_notes(count // 2, 1), messy_notes(count // 2, 1), strict=True) for note in pair]
    return "\n\n".join(texts)[:size]


def main() -> None:
    """Print growth in time, growth on hostile inputs, and memory."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--quick", action="store_true", help="smaller sizes")
    quick = parser.parse_args().quick
    large = MEGABYTE if quick else 10 * MEGABYTE
    text = notes_of(large)
    pieces = [text[start : start + 100_000] for start in range(0, 10 * 100_000, 100_000)]
    small = statistics.median(seconds(lambda piece=piece: ftnotes.parse(piece)) / len(piece) for piece in pieces)  # type: ignore[misc]
    big = seconds(lambda: ftnotes.parse(text)) / len(text)
    print(f"a character of {large:,}: {big / small:.2f} times one of 100,000 (at most 1.3)")

    for size in (16_000,) if quick else (16_000, 64_000):
        for task in TASKS:
            grown = []
            for (name, short), (_, long) in zip(shapes(size), shapes(4 * size), strict=True):
                runs = {size: partial(task, short), 4 * size: partial(task, long)}
                grown.append((growth(runs.__getitem__, size), name))
            grown.sort(reverse=True)
            print(f"{len(grown)} hostile inputs of {size:,} and {4 * size:,} characters, {task.__name__}: at most {LINEAR:g}")
            print("\n".join(f"  {ratio:5.2f}  {name}" for ratio, name in grown[:3]))

    tracemalloc.start()
    base = tracemalloc.get_traced_memory()[0]
    document = ftnotes.parse(text)
    kept, peak = (number - base for number in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    print(f"memory of {len(document.exec_summaries):,} summaries: peak {peak / len(text):.2f} bytes a character (at most 6)")
    print(f"  the tree keeps {kept / len(text):.2f}")


if __name__ == "__main__":
    main()
