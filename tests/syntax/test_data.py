"""Notes and their trees, as pairs of files: ``data/THEME/NAME.txt``, the note, and ``NAME.tree``, its outline.

To add a case, drop the note and write its tree; ``python tests/test_data.py --write THEME/NAME`` writes what the parser
makes of it, to be read before it is believed. A name that ends in ``@EDITION`` is read with that edition.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers.outline import outline
from helpers.paths import DATA

from ftnotes import Document, parse, serialize
from ftnotes.playbook.model import DEFAULT_EDITION
from ftnotes.playbook.playbook import Playbook

CASES = sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.txt"))


def note(case: str) -> str:
    """The text of a case; its line ends and byte order mark are kept."""
    return (DATA / f"{case}.txt").read_bytes().decode("utf-8")


def document(case: str) -> Document:
    """The tree of a case, read with the edition that its name tells."""
    edition = case.partition("@")[2] or DEFAULT_EDITION
    return parse(note(case), Playbook.load(edition))


def tree(case: str) -> Path:
    """The file with the outline of a case."""
    return DATA / f"{case}.tree"


@pytest.mark.parametrize("case", CASES)
def test_a_note_is_read_as_its_tree_says(case: str) -> None:
    """What is said in a note is what its outline lists."""
    assert outline(document(case)) == tree(case).read_bytes().decode("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_note_is_written_back_as_it_was_typed(case: str) -> None:
    """Not one character is lost, moved or added between a text and its tree."""
    assert serialize(document(case)) == note(case)


@pytest.mark.parametrize("case", CASES)
def test_the_leaves_of_a_note_tile_it(case: str) -> None:
    """Every character belongs to exactly one leaf."""
    read = document(case)
    assert "".join(span.text(note(case)) for _, span in read.leaves()) == note(case)


def test_every_tree_has_its_note() -> None:
    """No outline stands without the note that it is of."""
    assert sorted(str(path.relative_to(DATA).with_suffix("")) for path in DATA.rglob("*.tree")) == CASES


if __name__ == "__main__":
    if sys.argv[1:2] != ["--write"] or not sys.argv[2:]:
        sys.exit("usage: python tests/test_data.py --write THEME/NAME…")
    for name in sys.argv[2:]:
        tree(name).write_bytes(outline(document(name)).encode("utf-8"))
        print(outline(document(name)), end="")
