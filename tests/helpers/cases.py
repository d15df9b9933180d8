"""Notes and their trees, as pairs of files: ``data/THEME/NAME.txt``, the note, and ``NAME.tree``, its outline.

A theme is a folder with trees, and each of its notes has one. Texts whose truth is of another kind have folders of their own:
see `real_notes`. To add a case, write the note; ``cd tests && python -m helpers.cases THEME/NAME`` writes its
tree as the parser reads it, to be reviewed. A name that ends in ``@EDITION`` is read with that edition.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from ftnotes import Document, parse
from ftnotes.playbook.model import DEFAULT_EDITION
from ftnotes.playbook.playbook import Playbook
from helpers.outline import outline
from helpers.paths import DATA

THEMES = {path.parent for path in DATA.rglob("*.tree")}
CASES = sorted(str(path.relative_to(DATA).with_suffix("")) for theme in THEMES for path in theme.glob("*.txt"))


def note(case: str) -> str:
    """Return the text of a case with its line ends and byte order mark."""
    return (DATA / f"{case}.txt").read_bytes().decode("utf-8")


@cache
def document(case: str) -> Document:
    """Return the tree of a case, read with the edition in its name."""
    edition = case.partition("@")[2] or DEFAULT_EDITION
    return parse(note(case), Playbook.load(edition))


def tree(case: str) -> Path:
    """Return the file with the outline of a case."""
    return DATA / f"{case}.tree"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        tree(name).write_bytes(outline(document(name)).encode("utf-8"))
        print(outline(document(name)), end="")
