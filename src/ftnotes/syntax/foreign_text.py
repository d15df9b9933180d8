"""Text of a page that no field can contain: front matter, comments of several lines, and code fences.

A note that is wholly in a fence is read as if the fence was not there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from ..text.source import LINE_END, MARGIN

_END: Final = r"[ \t]*+(?:\r\n|\n|\r)"
#: Keys and their values, lists, and comments between two rules at the start of a page, without blank lines.
_FRONT_MATTER: Final = re.compile(
    rf"\ufeff?[> ]*+---{_END}[> ]*+[\w-]++:[^\r\n]*+(?:\r\n|\n|\r)"
    r"(?>(?:[> ]*+(?:[\w-]++:[^\r\n]*+|[ \t]+(?!---)[^\r\n]*+|- [^\r\n]*+|\#[^\r\n]*+)(?:\r\n|\n|\r))*)"
    r"[> ]*+---[ \t]*+(?=[\r\n]|\Z)"
)
#: How a text with front matter starts.
_FRONT: Final = ("---", "\ufeff---", ">---", "> ---", "\ufeff> ---")
_FENCE: Final = re.compile(r"(?:\A|(?<=[\r\n]))[ \t>]*+(`{3,}+|~{3,}+)[^\r\n`]*+(?=[\r\n]|\Z)")


class Regions:
    """Stretches of a text, to be asked whether a line starts in one of them."""

    def __init__(self, bounds: list[tuple[int, int]]) -> None:
        bounds.sort()
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def contains(self, offset: int) -> bool:
        """Return whether a line that starts at an offset is in one of the stretches."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._ends[place]


def foreign_regions(text: str, opens_note: Callable[[str], bool] | None = None) -> Regions | None:
    """Find the foreign stretches of a text; None for none.

    ``opens_note`` says whether a text begins with a title: a fence around one holds a whole note. Without it no fence is
    looked for.
    """
    bounds: list[tuple[int, int]] = []
    if text.startswith(_FRONT) and (front := _FRONT_MATTER.match(text)):
        bounds.append(front.span())
    if opens_note:
        bounds += _fenced(text, opens_note)
    return Regions(bounds) if bounds else None


def comment_regions(text: str) -> Regions | None:
    """Find the comments of several lines, from after where they open; None for none. An unclosed one does not count."""
    bounds: list[tuple[int, int]] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start)) >= 0:
        if LINE_END.search(text, start, end):
            bounds.append((start + 1, end + 1))
    return Regions(bounds) if bounds else None


def _fenced(text: str, opens_note: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return the stretches between fences, except those that begin with a title: they hold a whole note."""
    if "```" not in text and "~~~" not in text:
        return []
    bounds: list[tuple[int, int]] = []
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]):
            if not opens_note(text[opening.end() : fence.start()].lstrip(MARGIN + "\r\n")):
                bounds.append((opening.start(), fence.end()))
            opening = None
    if len(bounds) == 1 and not text[: bounds[0][0]].strip("\ufeff \t\r\n") and not text[bounds[0][1] :].strip():
        return []
    return bounds
