"""What the library reads, finds and fixes in all texts of the tests and in drawn notes, one line for each: to compare builds.

    python benchmarks/readings.py > pure.txt      # with one build, then with the other; the files are equal

A line has the name of a text and digests of its tree with layouts and spans, of its findings and actions, and of its fixes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from corpus import messy_notes, prose_notes, tidy_notes

import ftnotes

DATA = Path(__file__).parent.parent / "tests" / "data"
#: How many notes of each kind are drawn.
DRAWN = 300


def texts() -> Iterator[tuple[str, str]]:
    """Yield each text with a name."""
    for path in sorted(DATA.rglob("*.txt")):
        yield str(path.relative_to(DATA)), path.read_bytes().decode("utf-8", "replace")
    for draw in (tidy_notes, messy_notes, prose_notes):
        for number, note in enumerate(draw(DRAWN, 1)):
            yield f"{draw.__name__} {number}", note.text


def readings(text: str) -> Iterator[object]:
    """Yield what the library makes of a text."""
    document = ftnotes.parse(text)
    assert ftnotes.serialize(document) == text
    yield ftnotes.to_json(document)
    yield ftnotes.check(document), list(ftnotes.find_next_actions(document)), list(ftnotes.find_dates(document))
    yield ftnotes.fix(text), ftnotes.format(text)


def main() -> None:
    """Print a line for each text."""
    for name, text in texts():
        print(
            name,
            *(hashlib.sha256(repr(reading).encode("utf-8", "backslashreplace")).hexdigest()[:12] for reading in readings(text)),
        )


if __name__ == "__main__":
    main()
