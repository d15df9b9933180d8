"""The content of notes: what counts when a written text is compared with what is read."""

from __future__ import annotations

import pytest

from ftnotes import Note, Prose, format, parse
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


def test_a_bullet_of_prose_has_its_place_beside_the_bullets_above_until_other_text_comes() -> None:
    """A list below a paragraph of its own is the same wherever the fields above it are written."""
    (prose,) = parse("   * x\n- y\nNext steps:\n1) Ana to send the kit\n").blocks
    assert isinstance(prose, Prose)
    assert lines_of(prose, 3) == [
        ("prose", "* x", 0),
        ("prose", "- y", -1),
        ("prose", "Next steps:"),
        ("prose", "1) Ana to send the kit"),
    ]
    assert [entry[2:] for entry in lines_of(prose, 0)] == [(1,), (0,), (), ()]


@pytest.mark.parametrize(
    "below", ["Next steps:\n1) Ana to send the kit\n2) book a room\n", "Next steps:\n- Ana to send the kit\n"]
)
def test_a_summary_above_a_list_of_next_steps_is_formatted(below: str) -> None:
    """Whichever field is the last in the order of the template, the list below stays as it was typed."""
    fields = "* Requests for support: none\n* Workloads:\n    [EXO] Exchange - done\n"
    written = format(f"EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: Contoso\n* Status: Fully Engaged\n{fields}\n{below}")
    assert written.endswith(f"- REQUESTS FOR SUPPORT: none\n\n{below}")
