"""The styles that notes can be written in, as values, and the indentation of continuation lines in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from ..syntax.layout import WORKLOAD_BULLET, FieldLayout
from ..syntax.parser import is_bulleted
from ..text.source import depth

#: The names of the styles.
StyleName: TypeAlias = Literal["template", "markdown"]


class Style(NamedTuple):
    """The layout of a summary: bullets, indentation and blank lines."""

    name: StyleName
    #: Margin and bullet of a field, and of a workload.
    field: str
    workload: str
    #: The indentation of continuation lines below each.
    field_indent: int
    workload_indent: int
    #: The whitespace between a tag in its brackets and the name.
    gap: str
    #: Whether a blank line follows the title.
    blank_below_title: bool
    #: Whether blank lines surround a list of workloads.
    blank_around_list: bool


#: docs/writing.md says what each style is for.
STYLES: Final[Mapping[str, Style]] = {
    style.name: style
    for style in (
        Style("template", FieldLayout().before, WORKLOAD_BULLET, 2, 7, "  ", False, True),
        Style("markdown", "- ", "  - ", 2, 4, " ", True, False),
    )
}

#: The indentation of each level of a list inside a value. Three spaces nest below "-" as well as below "1.".
_NESTED: Final = 3


def indented(value: str, breaks: tuple[str, ...], indent: int, newline: str) -> str:
    """Return a value with its continuation lines indented and lists in them nested as they were.

    Args:
        breaks: the line ends and margins between the lines as they were typed.
        indent: the indentation of a line that is not nested.
    """
    first, *lines = value.split("\n")
    typed = [between[max(between.rfind("\n"), between.rfind("\r")) + 1 :] for between in breaks]
    written = [first]
    # The levels around the line: how deep each was typed, and whether it is a bullet.
    nested: list[tuple[int, bool]] = []
    for line, margin in zip(lines, typed, strict=True):
        written.append(newline)
        if not line:
            continue
        width, bulleted = depth(margin), is_bulleted(line)
        while len(nested) > 1 and width < nested[-1][0]:
            nested.pop()
        if not nested or width < nested[-1][0]:
            nested = [(width, bulleted)]
        elif width > nested[-1][0] and (bulleted or nested[-1][1]):
            nested.append((width, bulleted))
        else:
            nested[-1] = nested[-1][0], bulleted
        written += (" " * (indent + _NESTED * (len(nested) - 1)), line)
    return "".join(written)
