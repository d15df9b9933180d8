"""CSV and tab-separated files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Final

from attrs import frozen

from .csv_scanner import CsvRecord, CsvScanner, written_cell
from .formats import RowWriter
from .rows import Columns, Entry, ExportError, Options, Row, RowError, find_columns
from .text_file import BAD, Encoding, encoding_of, lines_of

#: A delimiter is looked for in this order.
DELIMITERS: Final = (",", ";", "\t", "|")
#: The line with which a file tells Excel its delimiter.
_SEP: Final = re.compile(r"sep=([^\r\n\"])[\r\n]*+", re.IGNORECASE)


@frozen
class CsvReader:
    """A CSV file; a tab-separated one is one whose delimiter is a tab."""

    file: str
    columns: Columns
    options: Options
    encoding: Encoding
    delimiter: str
    #: The line before the row of column names that names the delimiter.
    preamble: str

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> CsvReader:
        """Find out how a file is written.

        Raises:
            ExportError: it can't be read as text; or the delimiter asked for is none.
        """
        if options.delimiter is not None and (len(options.delimiter) != 1 or options.delimiter in '"\r\n'):
            raise ExportError(
                RowError(file, f"--delimiter takes one character, such as ; or |, or tab, not {options.delimiter!r}")
            )
        encoding = encoding_of(file, options.encoding)
        lines = lines_of(file, encoding, CsvScanner(",", options.max_cell).longest)
        first = next(lines, "")
        told = _SEP.fullmatch(first)
        if told:
            return cls(file, columns, options, encoding, options.delimiter or told[1], first)
        if options.delimiter is not None:
            return cls(file, columns, options, encoding, options.delimiter, "")
        seen = [first]
        best, most = ",", 0
        for delimiter in DELIMITERS:
            header = next(_filled(CsvScanner(delimiter, options.max_cell).records(chain(list(seen), _kept(lines, seen)))), None)
            names = [name.strip().casefold() for name in _names(header)] if header else []
            if columns.text.strip().casefold() in names:
                return cls(file, columns, options, encoding, delimiter, "")
            # Without the column there will be an error: it shall list the columns, or say what is wrong with their row.
            rank = len(names) if names or not header else 1_000_000
            if rank > most:
                best, most = delimiter, rank
        return cls(file, columns, options, encoding, best, "")

    def entries(self) -> Iterator[Entry]:
        """Its rows; see `RowReader`."""
        scanner = CsvScanner(self.delimiter, self.options.max_cell)
        lines = lines_of(self.file, self.encoding, scanner.longest)
        if self.preamble:
            yield Entry(None, next(lines))
        header: list[str] | None = None
        found: dict[str, int] = {}
        for record in scanner.records(lines):
            if not (record.cells or record.fault):
                yield Entry(None, record.raw)
            elif header is None:
                header = self._header(record)
                found = find_columns(self.file, self.columns, header)
                yield Entry(None, record.raw)
            else:
                what = self._row(record, header, found)
                yield Entry(what, record.raw, *(record.cells[found["text"]] if isinstance(what, Row) else (0, 0)))
        if header is None:
            raise ExportError(RowError(self.file, "is empty: an export begins with a row of column names"))

    def writer(self, stream: BinaryIO) -> RowWriter:
        """What writes it again; see `RowReader`."""
        return _CsvWriter(stream, self.encoding, self.delimiter)

    def _header(self, record: CsvRecord) -> list[str]:
        reason = record.fault or self._unfit(record.raw)
        if reason:
            raise ExportError(RowError(self.file, f"the row of column names can't be read: {reason}", record.number))
        return _names(record)

    def _row(self, record: CsvRecord, header: Sequence[str], found: dict[str, int]) -> Row | RowError:
        line = record.line + bool(self.preamble)
        if record.fault:
            return RowError(self.file, record.fault, record.number, line)
        if len(record.cells) != len(header):
            return RowError(self.file, _ragged(len(record.cells), len(header)), record.number, line)
        told = {name: record.value(place) for name, place in found.items()}
        text, id = told.pop("text"), told.pop("id", None)
        unfit = self._unfit(record.raw)
        if unfit:
            return RowError(self.file, unfit, record.number, line, None if id is None or BAD.search(id) else id)
        return Row(self.file, record.number, text, id, line, {name: value for name, value in told.items() if value.strip()})

    def _unfit(self, raw: str) -> str | None:
        if "\0" in raw:
            return "holds a NUL, which no text does: the export came to harm, make it again"
        return None if raw.isascii() or not BAD.search(raw) else self.encoding.reason(raw)


@frozen
class _CsvWriter:
    stream: BinaryIO
    encoding: Encoding
    delimiter: str

    def __attrs_post_init__(self) -> None:
        self.stream.write(self.encoding.mark)

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry; see `RowWriter`."""
        raw, start, end = entry.raw, entry.start, entry.end
        reason = None if text is None else lacks(self.encoding, text)
        if text is not None and not reason:
            raw = raw[:start] + written_cell(text, raw[start:end], self.delimiter) + raw[end:]
        self.stream.write(self.encoding.encode(raw))
        return reason

    def close(self) -> None:
        """Nothing is left to be written."""


def lacks(encoding: Encoding, text: str) -> str | None:
    """What to say of a mended note that can't be written in the encoding of its export."""
    char = encoding.lacks(text)
    if char is None:
        return None
    return (
        f"the mended note has a character (U+{ord(char):04X}) that {encoding.name.upper()} does not have, and was left as it "
        "is; save the export as UTF-8"
    )


def _ragged(cells: int, columns: int) -> str:
    return (
        f"has {cells} cell{'s' * (cells != 1)} where there are {columns} columns: a delimiter, quote or line end in one of its "
        "cells is probably not in quotes; export it again with quotes"
    )


def _names(record: CsvRecord) -> list[str]:
    return [record.value(number) for number in range(len(record.cells))]


def _filled(records: Iterable[CsvRecord]) -> Iterator[CsvRecord]:
    return (record for record in records if record.cells or record.fault)


def _kept(lines: Iterator[str], seen: list[str]) -> Iterator[str]:
    """The rest of the lines, which are kept."""
    for line in lines:
        seen.append(line)
        yield line
