"""The layouts that notes can be written in, as values; and how lines that run on are laid out in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ..playbook.playbook import Playbook
from ..syntax.layout import FieldLayout, WorkloadLayout
from ..syntax.parser import is_bulleted, tokenize_line
from ..text.source import depth, indentation


class Style(NamedTuple):
    """One layout of a summary: what stands around the words."""

    name: str
    #: Margin and bullet of a field, and of a workload.
    field: str
    workload: str
    #: How deep the lines hang that run on below each.
    field_hang: int
    workload_hang: int
    #: Between a tag in its brackets and the name.
    gap: str
    #: Whether a blank line stands below the title, and around a list of workloads.
    apart_title: bool
    apart_list: bool


#: What each style is for is told in docs/writing.md.
STYLES: Final[Mapping[str, Style]] = {
    style.name: style
    for style in (
        Style("template", FieldLayout().before, WorkloadLayout().before, 2, 7, "  ", False, True),
        Style("markdown", "- ", "  - ", 2, 4, " ", True, False),
    )
}

#: How much deeper each level of a list inside a value stands. Three blanks nest below "-" as well as below "1.".
_DEEPER: Final = 3

#: A label that stands on a bullet at the left is one; from here on it is text, whatever it says.
_TEXT: Final = 3


def hanging(lines: list[str], breaks: tuple[str, ...], hang: int, newline: str, playbook: Playbook) -> str:
    """The lines of a value below each other: those that run on hang ``hang`` blanks deep, and lists in them stay nested.

    Args:
        lines: what is said; the first stands behind its label or name.
        breaks: what stood between the lines as they were typed.
        hang: how deep a line hangs that is not nested.
        newline: the line end.
        playbook: with which the lines will be read.

    Returns:
        Lines that are read as the same value: where a line would be taken for a field of its own, all hang deeper.
    """
    typed = [between[max(between.rfind("\n"), between.rfind("\r")) + 1 :] for between in breaks]
    if hang < _TEXT and any(
        is_bulleted(line) and indentation(margin) > hang and "LABEL" in tokenize_line(" " * hang + line, playbook).type
        for line, margin in zip(lines[1:], typed, strict=True)
        if line
    ):
        hang = _TEXT
    written = [lines[0]]
    # Where the lists begin in which the line stands: how deep that was typed, and whether it is a bullet.
    nested: list[tuple[int, bool]] = []
    for line, margin in zip(lines[1:], typed, strict=True):
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
        written += (" " * (hang + _DEEPER * (len(nested) - 1)), line)
    return "".join(written)
