"""The nesting of the lines of a value."""

from __future__ import annotations

import pytest

from ftnotes.writing.nesting import begins_below, has_siblings, indented, is_nested_by_bullet, shape_of


@pytest.mark.parametrize(
    ("text", "separator", "breaks", "shape"),
    [
        ("a", ": ", (), ()),
        ("a", ":\n  ", (), ()),
        ("- a", ":\n  ", (), (1, 0)),
        ("- a\n- b\n- c", ":\n  ", ("\n    ", "\n  "), (1, 0, 1, 0)),
        ("a\nb\n\nc", ": ", ("\n  ", "\n", "\n  "), (0, 0, 0, 0)),
        ("a\n- b\n- c\nd\n- e", ": ", ("\n  ", "\n    ", "\n      ", "\n "), (0, 0, 1, 2, 0)),
        ("a\nb\nc", None, ("\n  ", "\n    "), (0, 0, 0)),
        ("- a\nb", ":\r", ("\r  ",), (1, 0, 1)),
    ],
)
def test_the_shape_of_a_value(text: str, separator: str | None, breaks: tuple[str, ...], shape: tuple[int, ...]) -> None:
    """It is how deep each line is below the first, and whether that is a bullet below its label."""
    assert shape_of(text, separator, breaks) == shape


def test_a_value_is_written_in_its_shape() -> None:
    """Lines are indented as deep as they were nested; empty ones are not."""
    assert indented("a\n- b\n\n- c", (0, 0, 0, 1), 2, "\r\n") == "a\r\n  - b\r\n\r\n     - c"
    assert indented("- a\n- b", (1, 0, 1), 2, "\n") == "\n  - a\n     - b"


def test_only_a_list_begins_below() -> None:
    """Other text on the next line is written beside the label."""
    assert begins_below("- a", ":\n")
    assert not begins_below("a", ":\n")
    assert not begins_below("- a", ": ")
    assert not begins_below("- a", None)


@pytest.mark.parametrize(
    ("text", "before", "separator", "breaks", "siblings"),
    [
        ("- a\n- b", "- ", ":\n", ("\n",), True),
        ("- a\n- b", "- ", ":\n  ", ("\n  ",), False),
        ("- a\n- b", "", ":\n", ("\n",), False),
        ("a\n- b", "  * ", ": ", ("\n  ",), True),
        ("a\nb", "- ", ": ", ("\n",), False),
        ("a", "- ", ": ", (), False),
    ],
)
def test_bullets_beside_their_label_are_found(
    text: str, before: str, separator: str, breaks: tuple[str, ...], siblings: bool
) -> None:
    """They are as deep as the bullet of the label, which must be there."""
    assert has_siblings(text, before, separator, breaks) is siblings


@pytest.mark.parametrize(
    ("before", "above", "is_nested"),
    [
        ("o\t", "•\t", True),
        ("▪ ", "• ", True),
        ("• ", "* ", True),
        ("o ", "- ", True),
        ("  o ", "  • ", True),
        ("• ", "• ", False),
        ("- ", "• ", False),
        ("* ", "- ", False),
        ("– ", "- ", False),
        ("   o ", "• ", False),
        ("o ", "", False),
        ("o ", None, False),
        ("1. ", "• ", False),
        ("o ", "1. ", False),
    ],
)
def test_other_bullets_nest(before: str, above: str | None, is_nested: bool) -> None:
    """Word processors nest by the sign of the bullet; Markdown nests by indentation, and a dash may be typed for another."""
    assert is_nested_by_bullet(before, above) == is_nested
