"""How time and memory grow with the text: ratios within one run.

    python benchmarks/growth.py [--quick]

Prints the time a character takes in a document of notes of 10 MB against one of 100 KB; what four times the size costs for
hostile inputs; and the peak memory of parsing, in bytes a character. ``--quick`` takes smaller sizes.
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator

from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.formatting import format

MEGABYTE = 1_000_000


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Inputs made to be slow, of about ``size`` characters each."""
    repeated = dict.fromkeys("[*_># \t:-x\n\r\u00a0")
    pieces = (
        *repeated, "- \n", "> \n", "- ", ": ", "x ", "- [EXO] ", "- [EXO] \n", "[EXO ", "(a", "RISKS ", "STATUS OF ",
        "**EXEC SUMMARY**\n", "EXEC SUMMARY ", "- DESCRIBE THE CUSTOMER: ", "- STATUS: x\n", "Exchange Online ", "#covid ",
        "â€“ ", "e\u0301",
        "- **STATUS OF THE ENGAGEMENT ", "- STATUS OF THE ENGAGEMENT - **",
    )  # fmt: skip
    opened = "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS: "
    for piece in pieces:
        yield f"{piece!r}", piece * (size // len(piece))
        yield f"{piece!r}, in a summary", opened + piece * (size // len(piece))
        yield f"{piece!r}, behind a bullet", "EXEC SUMMARY\n- " + piece * (size // len(piece)) + "\n- [EXO] x"
    depth = int((size * 2) ** 0.5)
    yield "indentation", opened + "\n" + "".join(" " * level + "- x\n" for level in range(depth))
    yield "blanks between lines", opened + ("\n" + " " * 50 + "x" + " " * 50) * (size // 102)
    yield "blanks in a tag", "EXEC SUMMARY\n- [a" + " " * size + "b] x\n"
    yield "title and remarks", "EXEC SUMMARY " + "(a) " * (size // 4)


def seconds(task: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU time of some rounds: growth is about the work, not about what else the machine did."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def notes_of(size: int) -> str:
    """A document of notes, of at least ``size`` characters."""
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

    size = 16_384 if quick else 250_000
    for task in (ftnotes.parse, format):
        worst = []
        for (name, short), (_, long) in zip(hostile(size), hostile(4 * size), strict=True):
            growth = seconds(lambda text=long: task(text)) / seconds(lambda text=short: task(text))  # type: ignore[misc]  # noqa: B023
            worst.append((growth, name))
        worst.sort(reverse=True)
        print(f"four times the size, {len(worst)} hostile inputs of {4 * size:,} characters, {task.__name__}: at most 5")
        for growth, name in worst[:5]:
            print(f"  {growth:5.2f}  {name}")

    tracemalloc.start()
    base = tracemalloc.get_traced_memory()[0]
    document = ftnotes.parse(text)
    kept, peak = (number - base for number in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    print(f"memory of {len(document.exec_summaries):,} summaries: peak {peak / len(text):.2f} bytes a character (at most 6)")
    print(f"  of which the tree keeps {kept / len(text):.2f}")


if __name__ == "__main__":
    main()
