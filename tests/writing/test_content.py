"""The content of notes: what counts when a written text is compared with what is read."""

from __future__ import annotations

import pytest

from ftnotes import Note, parse
from ftnotes.writing.content import Content, lines_of, misread_blocks, summary_content

ONE = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n   -  [EXO]  Exchange Online - y\n"
TWO = ONE.replace("x", "z")


def contents(text: str) -> list[Content]:
    """Return the contents of the blocks of a text."""
    return [summary_content(block) if isinstance(block, Note) else lines_of(block) for block in parse(text).blocks]


def test_each_node_is_an_entry() -> None:
    """A title, its fields and workloads with the place of these, and prose by its lines without spaces."""
    text = "hi\n\n  you\nEXEC SUMMARY #x\n- [EXO] a\n- DESCRIBE THE CUSTOMER: x\n- [SPO] b\n\nstray\n- RISKS: y\n"
    assert [entry for content in contents(text) for entry in content] == [
        ("prose", "hi"),
        ("prose", "you"),
        ("summary",),
        ("title", "", "EXEC SUMMARY", "#x"),
        ("workload", False, "EXO", "", "a", ()),
        ("field", "customer", "DESCRIBE THE CUSTOMER", "x", ()),
        ("workload", True, "SPO", "", "b", ()),
        ("prose", "stray"),
        ("field", None, "RISKS", "y", ()),
    ]


@pytest.mark.parametrize(
    ("written", "read", "misread"),
    [
        (f"hi\n{ONE}\n{TWO}", f"hi\n\n{ONE}{TWO}", set()),
        (f"{ONE}\nbye\n", f"{ONE}\nbye\n\n", set()),
        (f"hi\n\n{ONE}\n{TWO}", f"hi\n\n{ONE}\n{ONE}", {2}),
        (f"hi\n\n{ONE}\n{TWO}", f"hi\n\n{TWO}\n{ONE}", {1, 2}),
        (f"hi\n\n{ONE}\n{TWO}", f"ho\n\n{ONE}\n{TWO}", {1}),
        (f"{ONE}\n{TWO}", ONE, {1}),
        (ONE, f"{ONE}\n{TWO}", {0}),
        (f"{ONE}\nbye\n", ONE, {0}),
        (f"{ONE}\n{TWO}", "", {0}),
    ],
)
def test_the_summaries_that_are_misread_are_found(written: str, read: str, misread: set[int]) -> None:
    """Prose around a summary counts with it; if their numbers differ, only the first difference is certain."""
    assert misread_blocks(contents(written), parse(read)) == misread
