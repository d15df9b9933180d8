"""Offsets as JavaScript counts them: in UTF-16 code units, two for each character outside the basic plane."""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from ftnotes import Edit, Span


@frozen
class Units:
    """The code units of one text."""

    #: The offsets of the characters of two units in code points, and in units.
    _points: tuple[int, ...]
    _units: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Units:
        """Return the code units of a text."""
        wide = () if text.isascii() else tuple(offset for offset, char in enumerate(text) if char > "\uffff")
        return cls(wide, tuple(offset + before for before, offset in enumerate(wide)))

    def units(self, offset: int) -> int:
        """Return the number of units before an offset in code points."""
        return offset + bisect_left(self._points, offset)

    def offset(self, units: int) -> int:
        """Return the offset in code points after a number of units; inside a character, where it starts."""
        return units - bisect_left(self._units, units)

    def range(self, span: Span) -> dict[str, int]:
        """Return a span as JSON."""
        return {"from": self.units(span.start), "to": self.units(span.end)}

    def change(self, edit: Edit) -> dict[str, object]:
        """Return an edit as JSON."""
        return {**self.range(edit.span), "insert": edit.text}
