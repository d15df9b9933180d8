"""A text as its readers count it: where lines end, and what line and column an offset is.

Everywhere in this library an offset is a count of code points from the start of the text, as Python indexes a ``str``.
Editors that count UTF-16 code units (the Language Server Protocol, browsers) get theirs from `LineMap`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

#: A line ends at one of these and at nothing else: not at a form feed, U+0085 or U+2028.
LINE_END: Final = re.compile(r"\r\n|\n|\r")

#: What counts as a blank within a line: space, tab, no-break space, ideographic space, and the invisible
#: zero-width no-break space (the byte order mark) and zero-width space.
WHITESPACE: Final = " \t\u00a0\u3000\ufeff\u200b"

#: Blanks and Markdown quote marks, with which any line may start.
MARGIN: Final = WHITESPACE + ">"


def indentation(margin: str) -> int:
    """How many blanks a margin has behind its quote marks, the blank that belongs to the last mark not counted."""
    _, mark, blanks = margin.rpartition(">")
    return len(blanks) - (1 if mark and blanks.startswith((" ", "\t")) else 0)


def depth(margin: str) -> int:
    """How deep a margin indents, as people see it: in blanks from its last quote mark on, where a tab goes on to the next
    fourth."""
    _, mark, blanks = margin.rpartition(">")
    if mark and blanks.startswith((" ", "\t")):
        blanks = blanks[1:]
    return len(blanks.expandtabs(_TAB))


_TAB: Final = 4


@frozen
class Span:
    """A stretch of a text, from ``start`` up to but not including ``end``, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is a place, too

    def __contains__(self, other: object) -> bool:
        """Whether an offset, or the whole of another span, lies inside."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def text(self, source: str) -> str:
        """The stretch of ``source`` that this span covers."""
        return source[self.start : self.end]


@frozen
class Position:
    """A place as people and editors name it."""

    #: Line, counted from 1.
    line: int
    #: Column, counted from 1 in code points.
    column: int
    #: Column, counted from 0 in UTF-16 code units, as the Language Server Protocol has it.
    utf16: int


@frozen
class LineMap:
    """The lines of a text, found when first asked for; each position then takes logarithmic time.

    Args:
        source: the text. Its lines end at ``\\r\\n``, ``\\n`` or ``\\r``.
    """

    source: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.source))]

    @cached_property
    def _wide(self) -> list[int]:
        """The offsets of code points that take two UTF-16 code units. A lone surrogate takes one."""
        return [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", self.source)]

    def __len__(self) -> int:
        """The number of lines; a text that ends in a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of an offset in code points.

        Raises:
            ValueError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self.source):
            raise ValueError(f"offset {offset} lies outside the text, which has {len(self.source)} code points")
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        wide = bisect_left(self._wide, offset) - bisect_left(self._wide, start)
        return Position(line, offset - start + 1, offset - start + wide)

    def line(self, number: int) -> Span:
        """The span of a line, counted from 1, without its line end.

        Raises:
            ValueError: there is no such line.
        """
        if not 1 <= number <= len(self):
            raise ValueError(f"there is no line {number}: the text has {len(self)} lines")
        start = self._starts[number - 1]
        match = LINE_END.search(self.source, start)
        return Span(start, match.start() if match else len(self.source))


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The lines of a stretch of text, without their line ends."""
    end = len(text) if end is None else end
    for match in LINE_END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)
