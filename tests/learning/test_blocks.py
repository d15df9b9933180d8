"""Labelled lines in a page."""

from __future__ import annotations

import pytest
from helpers.learning import blocks_of

from ftnotes.learning.blocks import title_above

#: Pages with one block: its style, labels, the texts after them, and the number of lines below each.
BLOCKS = {
    "bullets": ("- A: x\n- B:\n  - y\n  z\n", "bullets", [("A", "x", 0), ("B", "", 2)]),
    "other bullets below": ("- A:\n* x\n* y\n- B:\n", "bullets", [("A", "", 2), ("B", "", 0)]),
    "capitals without a colon": (
        "- STATUS\n- WINS\n- Risks\n",
        "bullets",
        [("STATUS", "", 0), ("WINS", "", 0), ("Risks", "", 0)],
    ),
    "bold": ("**A**: x\n\n__B:__ y\nz\n\n- c\n", "bold", [("A", "x", 0), ("B", "y", 2)]),
    "bold on one line": ("**A:** x **B:** y\n", "bold", [("A", "x", 0), ("B", "y", 0)]),
    "bold bullets": ("- **A**: x\n- **B**: y\n", "bullets", [("A", "x", 0), ("B", "y", 0)]),
    "plain": ("A: x\nB： y\n\nThis is text.\n", "plain", [("A", "x", 0), ("B", "y", 0)]),
    "headings": ("## A\n## B\nx\n- y\n", "heading", [("A", "", 0), ("B", "", 2)]),
    "a table": (
        "| Field | What |\n|---|---|\n| A | x |\n| **B** | y | z |\n|---|---|\n| | c |\n",
        "table",
        [("A", "x", 0), ("B", "y | z", 0)],
    ),
    "a dash below": ("- A:\n  - -\n- B:\n", "bullets", [("A", "", 1), ("B", "", 0)]),
    "addresses": ("A: x\nhttp://b.c\nB: http://x.y\n", "plain", [("A", "x", 1), ("B", "http://x.y", 0)]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_labels_are_found_however_they_are_typed(name: str) -> None:
    """A block has its labels, the text after each and the lines below each."""
    page, style, entries = BLOCKS[name]
    (block,) = blocks_of(page)
    assert block.entries[0].style.kind == style
    assert [(entry.label, entry.rest, len(entry.below)) for entry in block.entries] == entries


@pytest.mark.parametrize(
    "page",
    [
        "A: x\n",
        "- A: x\n- a: y\n",
        "We met. Then: x\nAll is done! So: y\n",
        "- [A] x: y\n- [B] z: y\n",
        "- x\n- y\n",
        "A: x\n---\nB: y\n",
        "A: x\n# x\nB: y\n",
        "**a** and **b** are bold\n**c** too\n",
        "- : x\n- **: y\n",
        f"{'word ' * 17}: x\n{'other ' * 17}: y\n",
        "",
    ],
)
def test_other_lines_are_not_blocks(page: str) -> None:
    """Sentences, lists, tags, single and repeated labels are not blocks."""
    assert blocks_of(page) == []


def test_blocks_are_in_the_order_of_the_page() -> None:
    """Sections of text are blocks where there are no other labels in them."""
    page = "# One\nx\n# Two\ny\n\n***\n\n- A: x\n- B: y\n\n### Three\n- C: z\n- D: z\n### Four\n"
    assert [block.keys for block in blocks_of(page)] == [["one", "two"], ["a", "b"], ["c", "d"]]


#: Lines above a block, and the title that they are.
TITLES = [
    ("**Weekly**", ("Weekly", True)),
    ("**Weekly:**", ("Weekly", True)),
    ("WEEKLY", ("WEEKLY", True)),
    ("Weekly", ("Weekly", False)),
    ("## **Weekly**", ("Weekly", False)),
    ("- Weekly", None),
    ("This is the form. Fill it in.", None),
    ("Fill it in.", None),
    ("one two three four five six seven eight nine", None),
    ("🚦", None),
    ("***", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_the_line_above_can_be_the_title(line: str, title: tuple[str, bool] | None) -> None:
    """A short line right above the labels is a title, surely if it is bold or in capitals."""
    (block,) = blocks_of(f"{line}\n\n- A: x\n- B: y\n")
    assert title_above(block) == title
