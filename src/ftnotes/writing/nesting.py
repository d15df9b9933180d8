"""The nesting of the lines of a value: how deep each is below the first, and how a style indents them."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from ..syntax.parser import is_bulleted
from ..text.source import LINE_END, MARGIN, depth

#: Whether the first line is a bullet below its label, and the level of each line that is compared: of all lines then, or else
#: of those below the first. Empty for one line beside its label.
Shape: TypeAlias = tuple[int, ...]

#: A bullet is below another if it is at least this much deeper.
DEEPER: Final = 2
#: The indentation of each level of a list inside a value. Three spaces nest below "-" as well as below "1.".
_NESTED: Final = 3
INDENT: Final = " " * _NESTED
#: A bullet below another in Markdown, as that of a workload below the label of its list.
NESTED: Final = f"{INDENT}- "
#: A bullet alone, and one that is neither Markdown's nor a dash.
_BULLET: Final = re.compile(r"[^\w\s<>|\[\]_]|o")
_OTHER_BULLET: Final = re.compile(r"[^\w\s<>|\[\]_*+–—‐-]|o")


def is_nested_by_bullet(before: str, above: str | None) -> bool:
    """Return whether a bullet is as deep as the one above, and another one: word processors nest ``o`` below ``•`` so.

    Those of Markdown and dashes do not nest without indentation.
    """
    sign, sign_above = before.strip(MARGIN), (above or "").strip(MARGIN)
    if sign == sign_above or not _OTHER_BULLET.fullmatch(sign) or not _BULLET.fullmatch(sign_above):
        return False
    return depth(before) == depth(above or "")


def begins_below(text: str, separator: str | None) -> bool:
    """Return whether a text is a list below its label or name; ``separator`` is typed between them."""
    return separator is not None and LINE_END.search(separator) is not None and is_bulleted(text)


def shape_of(text: str, separator: str | None, breaks: tuple[str, ...]) -> Shape:
    """Return the shape of a text of one or several lines, with the line ends and margins between them as they were typed."""
    below = begins_below(text, separator)
    if not below and "\n" not in text:
        return ()
    lines = text.split("\n")
    margins = (separator or "", *breaks) if below else breaks
    return (below, *_levels(lines if below else lines[1:], margins))


def has_siblings(text: str, before: str, separator: str | None, breaks: tuple[str, ...]) -> bool:
    """Return whether a bullet in a text is beside the bullet of its label or name, which ``before`` ends with."""
    if not is_bulleted(before):
        return False
    lines = text.split("\n")
    margins = (separator or "", *breaks) if begins_below(text, separator) else breaks
    deeper = depth(before) + DEEPER
    return any(
        is_bulleted(line) and depth(_margin(between)) < deeper
        for line, between in zip(lines[-len(margins) :] if margins else (), margins, strict=True)
    )


def _margin(between: str) -> str:
    """Return the margin after a line end."""
    return between[max(between.rfind("\n"), between.rfind("\r")) + 1 :]


def _levels(lines: list[str], margins: tuple[str, ...]) -> list[int]:
    """Return how deep each line is nested; ``margins`` are the line ends and indentation before them."""
    levels: list[int] = []
    # The levels around the line: how deep each was typed, and whether it is a bullet.
    nested: list[tuple[int, bool]] = []
    for line, between in zip(lines, margins, strict=True):
        if line:
            width, bulleted = depth(_margin(between)), is_bulleted(line)
            while len(nested) > 1 and width < nested[-1][0]:
                nested.pop()
            if not nested or width < nested[-1][0]:
                nested = [(width, bulleted)]
            elif width > nested[-1][0] and (bulleted or nested[-1][1]):
                nested.append((width, bulleted))
            else:
                nested[-1] = nested[-1][0], bulleted
        levels.append(max(len(nested) - 1, 0))
    return levels


def indented(value: str, shape: Shape, indent: int, newline: str) -> str:
    """Return a value of this shape with its lines indented, and lists in them nested as they were.

    A value that begins below its label begins with a line end.

    Args:
        value: the value, its lines joined by line feeds.
        shape: its `shape_of`.
        indent: the indentation of a line that is not nested.
        newline: the line end to write.
    """
    below, *levels = shape
    lines = value.split("\n")
    written = [] if below else [lines.pop(0)]
    for line, level in zip(lines, levels, strict=True):
        written.append(newline)
        if line:
            written += (" " * (indent + _NESTED * level), line)
    return "".join(written)
