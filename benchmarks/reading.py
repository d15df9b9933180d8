"""Recall and precision on notes that people typed without knowing the parser: `python benchmarks/reading.py`.

Compares what the library reads in the notes of ``tests/data/real`` with what a careful reader understands, and prints each
disagreement: note, place, expected -> read. Further notes are read from folders of the same form, or from files of JSON lines
with the keys ``id``, ``text``, ``summaries`` and ``open``: `python benchmarks/reading.py notes.jsonl --only`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from helpers.agreement import PARTS, Figures, judged
from helpers.real_notes import REAL, VALUES, real_notes, real_pages

#: Rows of several parts together.
TOGETHER = {
    "fields": tuple(VALUES),
    "status and progress": ("engagement_status", "deployment_progress"),
    "all": PARTS[1:],
}


def report(source: Path, show: int) -> Iterator[str]:
    """Yield the report on the notes and pages of a folder or file."""
    notes, pages = real_notes(source), real_pages(source)
    figures, pages_read = judged(notes), judged(pages)
    decoys = sum(not note.summaries for note in notes)
    yield f"{source}: {len(notes)} notes, {decoys} of them decoys, and {len(pages)} pages"
    yield f"{figures.whole} of {figures.summaries} summaries wholly right"
    yield f"decoys read as a summary: {listing(figures)}"
    yield f"pages read as a summary: {listing(pages_read)}"
    yield f"{'':21}{'true':>6}{'read':>6}{'right':>7}{'recall':>10}{'precision':>11}"
    for name, parts in {**{part: (part,) for part in PARTS}, **TOGETHER}.items():
        true, read, right = (
            sum(counter[part] for part in parts) for counter in (figures.expected, figures.read, figures.right)
        )
        shares = f"{figures.recall(*parts):>10.1%}{figures.precision(*parts):>11.1%}"
        yield f"{name.replace('_', ' '):21}{true:>6}{read:>6}{right:>7}{shares}"
    shown = figures.disagreements if show < 0 else figures.disagreements[:show]
    yield from map(str, shown)
    if len(shown) < len(figures.disagreements):
        yield f"… and {len(figures.disagreements) - len(shown)} more disagreements"


def listing(figures: Figures) -> str:
    """Return how many texts are misread, and their names."""
    names = ", ".join(figures.misread)
    return f"{len(figures.misread)} ({names})" if names else "0"


def main() -> None:
    """Print the report of each source."""
    parser = argparse.ArgumentParser(description="recall and precision on notes that people typed without knowing the parser")
    parser.add_argument("sources", nargs="*", type=Path, help="further folders, or files of JSON lines")
    parser.add_argument("--only", action="store_true", help="leave out the notes of tests/data/real")
    parser.add_argument("--show", type=int, default=-1, help="number of disagreements to show (default: all)")
    options = parser.parse_args()
    for source in ([] if options.only else [REAL]) + options.sources:
        for line in report(source, options.show):
            print(line)


if __name__ == "__main__":
    main()
