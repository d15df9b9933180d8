"""The lines of a page."""

from __future__ import annotations

import pytest

from ftnotes.learning.page import lines_of

#: Texts, and their lines: number, sign and depth of a bullet, level of a heading, text.
LINES = [
    ("Status: x", [(1, 0, "", 0, "Status: x")]),
    ("\n\n- **Wins**: x", [(3, 0, "-", 0, "**Wins**: x")]),
    ("> - Wins", [(1, 0, "-", 0, "Wins")]),
    ("  * [A] b", [(1, 2, "*", 0, "[A] b")]),
    ("- [ ] x", [(1, 0, "-", 0, "[ ] x")]),
    ("### Owner", [(1, 0, "", 3, "Owner")]),
    ("#covid", [(1, 0, "", 0, "#covid")]),
    ("**", [(1, 0, "", 0, "**")]),
    ("a <!-- b\nc --> d\ne", [(1, 0, "", 0, "a"), (2, 1, "", 0, "d"), (3, 0, "", 0, "e")]),
    ("a\n<!-- b\nc", [(1, 0, "", 0, "a")]),
    ("---\ntitle: x\n# y\n- z\n\n---\na", [(7, 0, "", 0, "a")]),
    ("", []),
]


@pytest.mark.parametrize(("page", "lines"), LINES)
def test_lines_have_their_text_and_how_they_are_typed(page: str, lines: list[tuple[int, int, str, int, str]]) -> None:
    """Bullets, headings, comments and front matter are no part of the text; bold is."""
    assert [(line.number, line.level[0], line.level[1], line.heading, line.text) for line in lines_of(page)] == lines


@pytest.mark.parametrize("page", ["```\na\n```", "---\na\n***", "~~~ toml\na\n= = =", "---\nno key here: x\n---"])
def test_rules_and_fences_separate(page: str) -> None:
    """Rules and the bounds of fences are lines without text, and the lines in between are lines of the page."""
    assert [line.is_rule for line in lines_of(page)] == [True, False, True]


def test_front_matter_must_be_closed() -> None:
    """A rule at the start of a page is not front matter without another one."""
    assert [line.number for line in lines_of("---\ntitle: x\n")] == [1, 2]


def test_lines_after_a_blank_line_are_apart() -> None:
    """Blank lines are not lines, but the next one knows of them."""
    assert [line.is_apart for line in lines_of("a\nb\n\n \nc")] == [False, False, True]
    assert [line.is_bullet for line in lines_of("a\n- b")] == [False, True]
