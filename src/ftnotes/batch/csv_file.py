"""CSV and tab-separated files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from attrs import frozen

from ..text.files import Encoding
from .csv_scanner import CsvRecord, CsvScanner, written_cell
from .formats import suffix_of
from .rows import HAS_NUL, Columns, Entry, Options, Row, RowError, RowReader, RowWriter, find_columns, refuse
from .text_file import UNDECODED, TextWriter, encoding_of_export, lines_of, undecodable

#: The delimiters that are tried, in this order.
DELIMITERS: Final = (",", ";", "\t", "|")
#: The line that gives Excel the delimiter.
_SEP: Final = re.compile(r"sep=([^\r\n\"])[\r\n]*+", re.IGNORECASE)
_EMPTY: Final = "is empty: an export begins with a row of column names"


@frozen
class CsvReader(RowReader):
    """A CSV file, or a tab-separated one, whose delimiter is a tab."""

    encoding: Encoding
    delimiter: str
    #: The line before the column names that gives the delimiter.
    preamble: str

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> CsvReader:
        """Find the encoding and the delimiter of a file.

        Raises:
            ExportError: it can't be read as text, or the delimiter in the options is not one character.
        """
        given = options.delimiter
        if given is None and suffix_of(file) == ".tsv":
            given = "\t"
        if given is not None and (len(given) != 1 or given in '"\r\n'):
            refuse(file, f"--delimiter takes one character, such as ; or |, or tab, not {given!r}")
        encoding = encoding_of_export(file, options.encoding)
        first = next(lines_of(file, encoding, CsvScanner(",", options.max_cell).longest), "")
        sep = _SEP.fullmatch(first)
        if sep:
            return cls(file, columns, options, encoding, given or sep[1], first)
        if given is not None:
            return cls(file, columns, options, encoding, given, "")
        best, most = ",", 0
        for delimiter in DELIMITERS:
            scanner = CsvScanner(delimiter, options.max_cell)
            records = scanner.records(lines_of(file, encoding, scanner.longest))
            header = next((record for record in records if record.cells or record.fault), None)
            names = [name.strip().casefold() for name in _names(header)] if header else []
            if columns.text.strip().casefold() in names:
                return cls(file, columns, options, encoding, delimiter, "")
            # Without the column there will be an error, which lists the columns or says what is wrong with their row.
            rank = len(names) if names or not header else 1_000_000
            if rank > most:
                best, most = delimiter, rank
        return cls(file, columns, options, encoding, best, "")

    def entries(self) -> Iterator[Entry]:
        """Yield the rows; see `RowReader`."""
        scanner = CsvScanner(self.delimiter, self.options.max_cell)
        lines = lines_of(self.file, self.encoding, scanner.longest)
        if self.preamble:
            yield Entry(None, next(lines))
        header: list[str] | None = None
        places: dict[str, int] = {}
        for record in scanner.records(lines):
            if not (record.cells or record.fault):
                yield Entry(None, record.raw)
            elif header is None:
                header = self._header(record)
                places = find_columns(self.file, self.columns, header)
                yield Entry(None, record.raw)
            else:
                content = self._row(record, header, places)
                yield Entry(content, record.raw, *(record.cells[places["text"]] if isinstance(content, Row) else (0, 0)))
        if header is None:
            refuse(self.file, _EMPTY)

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Return a writer; see `RowReader`."""
        return TextWriter(stream, self.encoding, lambda text, before: written_cell(text, before, self.delimiter))

    def _header(self, record: CsvRecord) -> list[str]:
        reason = record.fault or self._unreadable(record.raw)
        if reason:
            refuse(self.file, f"the row of column names can't be read: {reason}", record.number)
        return _names(record)

    def _row(self, record: CsvRecord, header: Sequence[str], places: dict[str, int]) -> Row | RowError:
        line = record.line + bool(self.preamble)
        if record.fault:
            return RowError(self.file, record.fault, record.number, line)
        if len(record.cells) != len(header):
            return RowError(self.file, _ragged(len(record.cells), len(header)), record.number, line)
        row = Row.of_cells(self.file, record.number, {name: record.value(place) for name, place in places.items()}, line)
        reason = self._unreadable(record.raw)
        if not reason:
            return row
        return RowError(self.file, reason, row.number, line, None if row.id is None or UNDECODED.search(row.id) else row.id)

    def _unreadable(self, raw: str) -> str | None:
        if "\0" in raw:
            return HAS_NUL
        return None if raw.isascii() or not UNDECODED.search(raw) else undecodable(raw, self.encoding)


def _ragged(cells: int, columns: int) -> str:
    return (
        f"has {cells} cell{'s' * (cells != 1)} where there are {columns} columns: a delimiter, quote or line end in one of its "
        "cells is probably not in quotes; export it again with quotes"
    )


def _names(record: CsvRecord) -> list[str]:
    return [record.value(number) for number in range(len(record.cells))]
