r"""Lines cut into records and cells of CSV without loss: a record is its text and the bounds of its cells.

Python's ``csv`` returns the values of cells and forgets how they were written: quotes, line ends, text after a closing quote.
An export in which one cell is to change needs just that. The values are those of ``csv`` (delimiter, quotes doubled inside
quotes, no escape character, not strict), which a property test proves, with one exception: a quote that never closes does not
take the rest of the file into its cell.

    record = cell (delimiter cell)* line-end?
    cell   = '"' (not-quote | '""')* '"' plain? | plain
    plain  = (not delimiter, \r or \n)*
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import define, field, frozen

from .rows import too_long

#: The limit of a record, in multiples of that of a cell.
CELLS: Final = 16

_INSIDE: Final = re.compile(r'(?>(?:[^"]++|"")*)')
_QUOTED: Final = re.compile(r'"((?>(?:[^"]++|"")*))"?+(.*)', re.DOTALL)
_ENDS: Final = "\r\n"


@frozen
class CsvRecord:
    """A record and its text in the file."""

    raw: str
    #: Its own number and the number of the line on which it starts, from 1.
    number: int
    line: int
    #: The bounds of its cells in ``raw``, quotes included; none if the line is empty or has a ``fault``.
    cells: tuple[tuple[int, int], ...] = ()
    fault: str | None = None

    def value(self, number: int) -> str:
        """Return the value of a cell, counted from 0."""
        start, end = self.cells[number]
        quoted = _QUOTED.match(self.raw, start, end)
        return quoted[1].replace('""', '"') + quoted[2] if quoted else self.raw[start:end]


def written_cell(value: str, before: str, delimiter: str) -> str:
    """Return a value as a cell, in quotes if the cell had them before or needs them now."""
    if before.startswith('"') or any(char in value for char in (delimiter, '"', *_ENDS)):
        return '"' + value.replace('"', '""') + '"'
    return value


@define
class CsvScanner:
    """Cuts lines into records.

    Time is linear in the text, although lines after an unclosed quote are scanned again: the search for the closing quote
    ends at a lone quote, and the next line that opens a quote has one.
    """

    delimiter: str
    max_cell: int
    _plain: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._plain = re.compile(f"[^{re.escape(self.delimiter)}\r\n]*+")

    @property
    def longest(self) -> int:
        """The limit of a record in characters."""
        return CELLS * self.max_cell

    def records(self, lines: Iterable[str]) -> Iterator[CsvRecord]:
        """Yield the records of lines; their texts make up the text of the lines.

        Args:
            lines: lines with their ends. One without end that has `longest` characters is a piece of a longer line.
        """
        source = iter(lines)
        again: deque[str] = deque()
        line = number = 0
        while (first := again.popleft() if again else next(source, "")) != "":
            line, number = line + 1, number + 1
            if len(first) >= self.longest and first[-1] not in _ENDS:
                yield CsvRecord(first, number, line, fault=self._endless())
                while len(first) >= self.longest and first[-1] not in _ENDS and (first := next(source, "")):
                    yield CsvRecord(first, number, line)
                continue
            cells: list[tuple[int, int]] = []
            opened = self._cells(first, 0, 0, cells)
            held = [first]
            length = len(first)
            fault = None
            while opened is not None and fault is None:
                more = again.popleft() if again else next(source, "")
                held.append(more)
                at = _end(_INSIDE.match(more))
                if at < len(more):
                    rest = _end(self._plain.match(more, at + 1))
                    if rest == at + 1:
                        cells.append((opened, length + rest))
                        opened = self._cells(more, rest + 1, length, cells) if more.startswith(self.delimiter, rest) else None
                    else:
                        fault = self._unclosed(len(cells))
                elif not more or length > self.longest:
                    fault = self._unclosed(len(cells))
                length += len(more)
            if fault:
                again.extendleft(reversed([more for more in held[1:] if more]))
                yield CsvRecord(first, number, line, fault=fault)
                continue
            raw = "".join(held)
            yield self._record(raw, number, line, cells)
            line += len(held) - 1

    def _record(self, raw: str, number: int, line: int, cells: list[tuple[int, int]]) -> CsvRecord:
        if cells == [(0, 0)]:
            return CsvRecord(raw, number, line)
        for place, (start, end) in enumerate(cells, 1):
            if end - start > self.max_cell:
                return CsvRecord(raw, number, line, fault=too_long(place, "", end - start, self.max_cell))
        return CsvRecord(raw, number, line, tuple(cells))

    def _cells(self, line: str, at: int, offset: int, cells: list[tuple[int, int]]) -> int | None:
        """Add the cells from an offset of a line on; return the start of the last one if its quote is still open."""
        while True:
            start = at
            if line.startswith('"', at):
                at = _end(_INSIDE.match(line, at + 1))
                if at == len(line):
                    return offset + start
                at += 1
            at = _end(self._plain.match(line, at))
            cells.append((offset + start, offset + at))
            if not line.startswith(self.delimiter, at):
                return None
            at += 1

    def _unclosed(self, cells: int) -> str:
        return (
            f"the quote that opens cell {cells + 1} is never closed: close it, or double it if it belongs to the text. "
            "The lines below are read as rows"
        )

    def _endless(self) -> str:
        return (
            f"the line is longer than {self.longest:,} characters ({CELLS} times --max-cell) and is not read; "
            "raise --max-cell if that is intended"
        )


def _end(match: re.Match[str] | None) -> int:
    assert match is not None  # the expressions match the empty text too
    return match.end()
