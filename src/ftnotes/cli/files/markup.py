"""Notices about HTML and written line ends in the notes of exports."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

from ...batch.markup import Markup
from ...batch.rows import Row
from ...policy.messages import listed
from ...policy.report_text import counted
from ..output.terminal import Screen

#: The number of elements that a notice names.
_NAMED: Final = 5


@define
class MarkupNotices:
    """Counts the markup in the notes of an export."""

    _notes: int = 0
    _with_line_ends: int = 0
    _read: int = 0
    _left: int = 0
    _with_elements: int = 0
    _elements: dict[str, None] = Factory(dict)

    def add(self, row: Row) -> None:
        """Count the markup in a note."""
        self._notes += 1
        markup = Markup.of(row.text)
        self._with_line_ends += bool(row.line_ends or markup.line_ends)
        self._read += row.line_ends
        self._left += markup.line_ends
        self._with_elements += bool(markup.elements)
        self._elements.update(dict.fromkeys(markup.elements))

    def report(self, errors: Screen, file: str) -> None:
        """Print a notice for each kind of markup that was found in a file."""
        if self._with_line_ends:
            where = f"{self._with_line_ends:,} of {counted(self._notes, 'note')}"
            errors.report(
                file,
                f"{where} have line ends as <br>, as \\n or between blocks of HTML: {self._read:,} were read, "
                f"{self._left:,} were left; export again with real line ends if you can",
            )
        if self._with_elements:
            named = listed([f"<{name}>" for name in self._elements], limit=_NAMED)
            where = f"{self._with_elements:,} of {counted(self._notes, 'note')}"
            errors.report(
                file, f"{where} contain HTML ({named}), which is ignored only around lines; export plain text if you can"
            )
