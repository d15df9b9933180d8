"""CSV and tab-separated files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Final

from attrs import frozen

from ..text.files import Encoding
from .column_names import SEARCHED, find_columns, has_column
from .csv_scanner import CsvRecord, CsvScanner, written_cell
from .formats import suffix_of
from .rows import (
    HAS_NUL,
    Columns,
    Entry,
    Options,
    Row,
    RowError,
    RowReader,
    RowWriter,
    refuse,
)
from .text_file import UNDECODED, TextWriter, encoding_of_export, lines_of, undecodable

#: The delimiters that are tried, in this order.
DELIMITERS: Final = (",", ";", "\t", "|")
#: The rank of a delimiter with which the column of the notes is found below the first row.
_SURE: Final = 1_000_000
#: The line that gives Excel the delimiter.
_SEP: Final = re.compile(r"sep=([^\r\n\"])[\r\n]*+", re.IGNORECASE)


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
            header, *below = [*islice((record for record in records if _can_be_header(record, options)), 1 + SEARCHED), None]
            if header and has_column(columns.text, _names(header)):
                return cls(file, columns, options, encoding, delimiter, "")
            if (rank := _rank(header, below, columns)) > most:
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
        records = scanner.records(lines)
        for record in records:
            if header is None and _can_be_header(record, self.options):
                header = self._header(record)
                places = find_columns(self.file, self.columns, header, ((below.number, _names(below)) for below in records))
                yield Entry(None, record.raw)
            elif header is None or not (record.cells or record.fault):
                yield Entry(None, record.raw)
            else:
                content = self._row(record, header, places)
                yield Entry(content, record.raw, *(record.cells[places["text"]] if isinstance(content, Row) else (0, 0)))
        if header is None:
            refuse(self.file, self.options.is_empty)

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
        cells = {name: record.value(place) for name, place in places.items()}
        row = Row.of_cells(self.file, record.number, cells, line, self.options.date_order)
        reason = self._unreadable(record.raw)
        if not reason:
            return row
        return RowError(self.file, reason, row.number, line, None if row.id is None or UNDECODED.search(row.id) else row.id)

    def _unreadable(self, raw: str) -> str | None:
        if "\0" in raw:
            return HAS_NUL
        return None if raw.isascii() or not UNDECODED.search(raw) else undecodable(raw, self.encoding)


def _can_be_header(record: CsvRecord, options: Options) -> bool:
    return record.number >= options.header_row and bool(record.cells or record.fault)


def _rank(header: CsvRecord | None, below: Iterable[CsvRecord | None], columns: Columns) -> int:
    """Return how well a delimiter explains the first rows, in which it does not show the column of the notes.

    There will be an error, which says where the column is, or lists the columns. With a wrong delimiter a line end in a name
    looks like a quote that is not closed, so several names are better than that, and that is better than a single name.
    """
    if header is None:
        return 0
    if any(record and has_column(columns.text, _names(record)) for record in below):
        return _SURE
    return 1 if header.fault else len(header.cells) * (len(header.cells) > 1)


def _ragged(cells: int, columns: int) -> str:
    return (
        f"has {cells} cell{'s' * (cells != 1)} where there are {columns} columns: a delimiter, quote or line end in one of its "
        "cells is probably not in quotes; export it again with quotes"
    )


def _names(record: CsvRecord) -> list[str]:
    return [record.value(number) for number in range(len(record.cells))]
