"""Places in a text: spans, and the lines and columns that people and editors count.

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

#: Whitespace within a line: space, tab, no-break space, ideographic space, and the invisible zero-width no-break space (the
#: byte order mark) and zero-width space.
WHITESPACE: Final = " \t\u00a0\u3000\ufeff\u200b"

#: Whitespace and Markdown quote marks, with which any line can start.
MARGIN: Final = WHITESPACE + ">"

_TAB: Final = 4


def indentation(line: str) -> int:
    """Return the number of whitespace characters at the start of a line, after its quote marks."""
    return len(_indent(line))


def depth(line: str) -> int:
    """Return the columns that a line is indented after its quote marks, where a tab goes to the next fourth."""
    return len(_indent(line).expandtabs(_TAB))


def _indent(line: str) -> str:
    _, mark, spaces = line[: len(line) - len(line.lstrip(MARGIN))].rpartition(">")
    return spaces[1:] if mark and spaces.startswith((" ", "\t")) else spaces  # one space belongs to the mark


@frozen
class Span:
    """A part of a text, from ``start`` up to but not including ``end``, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is a place, too

    def __contains__(self, other: object) -> bool:
        """Return whether an offset, or the whole of another span, lies inside."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def text(self, source: str) -> str:
        """Return the part of ``source`` that this span covers."""
        return source[self.start : self.end]


@frozen
class Position:
    """A place in a text by line and column."""

    #: Line, counted from 1.
    line: int
    #: Column, counted from 1 in code points.
    column: int
    #: Column, counted from 0 in UTF-16 code units, as the Language Server Protocol has it.
    utf16: int


@frozen
class LineMap:
    """The lines of a text, found when first asked for. It leads from offsets to positions and back in logarithmic time."""

    #: The text. Its lines end at ``\r\n``, ``\n`` or ``\r``.
    source: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.source))]

    @cached_property
    def _wide(self) -> list[int]:
        """Return the offsets of code points that take two UTF-16 code units; a lone surrogate takes one."""
        return [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", self.source)]

    def __len__(self) -> int:
        """Return the number of lines; a text that ends in a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and columns of an offset in code points.

        Raises:
            ValueError: the offset is outside the text.
        """
        if not 0 <= offset <= len(self.source):
            raise ValueError(f"offset {offset} is outside the text, which has {len(self.source)} code points")
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        wide = bisect_left(self._wide, offset) - bisect_left(self._wide, start)
        return Position(line, offset - start + 1, offset - start + wide)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both counted from 1, the column in code points.

        Raises:
            ValueError: there is no such line, or the column is outside it; its line end belongs to it.
        """
        start, _ = self._bounds(line)
        return self._within(line, f"column {column}", start + column - 1)

    def offset_of_utf16(self, line: int, utf16: int) -> int:
        """Return the offset of a line, counted from 1, and a column, counted from 0 in UTF-16 code units.

        Raises:
            ValueError: there is no such line, or the column is outside it or inside a surrogate pair; the line end belongs to
                the line.
        """
        start, _ = self._bounds(line)
        first = bisect_left(self._wide, start)
        number = bisect_left(range(first, len(self._wide)), utf16, key=lambda wide: self._wide[wide] - start + wide - first)
        offset = start + utf16 - number
        if number and self._wide[first + number - 1] == offset:
            raise ValueError(f"line {line}: UTF-16 column {utf16} is inside a surrogate pair")
        return self._within(line, f"UTF-16 column {utf16}", offset)

    def _within(self, line: int, column: str, offset: int) -> int:
        first, last = self._bounds(line)
        if first <= offset <= last:
            return offset
        raise ValueError(f"line {line} has no {column}: without its line end it has {len(self.line(line))} code points")

    def _bounds(self, line: int) -> tuple[int, int]:
        """Return the first and the last offset that belongs to a line."""
        if not 1 <= line <= len(self):
            raise ValueError(f"there is no line {line}: the text has {len(self)} lines")
        return self._starts[line - 1], self._starts[line] - 1 if line < len(self) else len(self.source)

    def line(self, number: int) -> Span:
        """Return the span of a line, counted from 1, without its line end.

        Raises:
            ValueError: there is no such line.
        """
        start, _ = self._bounds(number)
        return line_at(self.source, start)


def line_at(text: str, offset: int) -> Span:
    """Return the span of the line around an offset, without its line end."""
    end = LINE_END.search(text, offset)
    return Span(max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1, end.start() if end else len(text))


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the lines of a part of a text, without their line ends."""
    end = len(text) if end is None else end
    for match in LINE_END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)
