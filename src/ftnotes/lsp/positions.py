"""Positions of the protocol: lines and columns in the units that client and server agreed on."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from attrs import frozen
from lsprotocol.types import Position, PositionEncodingKind, Range, TextEdit

from ..text.edits import Edit
from ..text.source import LineMap, Span

_UTF8: Final = PositionEncodingKind.Utf8.value
_UTF16: Final = PositionEncodingKind.Utf16.value


@frozen
class Positions:
    """The positions of one text. Lines end at ``\\r\\n``, ``\\n`` or ``\\r``, as the protocol has it."""

    text: str
    #: ``utf-8``, ``utf-16`` or ``utf-32``.
    encoding: str = _UTF16

    @cached_property
    def lines(self) -> LineMap:
        """The lines of the text."""
        return LineMap(self.text)

    def position(self, offset: int) -> Position:
        """Return the position of an offset in code points."""
        place = self.lines.position(offset)
        column = place.column - 1
        if self.encoding == _UTF16:
            column = place.utf16
        elif self.encoding == _UTF8:
            column = _bytes(self.text[offset - column : offset])
        return Position(place.line - 1, column)

    def range(self, span: Span) -> Range:
        """Return the range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one outside its line, or inside a character, is moved into or before it."""
        if position.line >= len(self.lines):
            return len(self.text)
        line = self.lines.line(position.line + 1)
        if self.encoding not in (_UTF8, _UTF16):
            return min(line.start + position.character, line.end)
        units = 0
        for offset in range(line.start, line.end):
            char = self.text[offset]
            units += _bytes(char) if self.encoding == _UTF8 else 1 + (char > "\uffff")
            if units > position.character:
                return offset
        return line.end

    def edit(self, edit: Edit) -> TextEdit:
        """Return an edit of the text."""
        return TextEdit(self.range(edit.span), edit.text)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
