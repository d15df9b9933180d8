"""Rows of exports: a note each, or the error of a row that can't be read; and what their readers and writers do."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final, NoReturn, Protocol

import attrs
from attrs import frozen

from ..text.edits import apply_edits
from ..text.written_line_ends import written_line_ends
from .date_cell import day_in, in_iso_order, time_in
from .formats import DATE_ORDERS, DateOrder

#: The default limit of a cell in characters, that of Python's ``csv``.
MAX_CELL: Final = 131_072
#: The default limit of a file that can't be streamed, in megabytes.
MAX_SIZE: Final = 64
MEGABYTE: Final = 1_000_000
#: The start of the names that kept columns have among the cells of a row; no attribute of `Columns` has it.
KEPT: Final = "keep "

#: The reason for refusing a row with a NUL.
HAS_NUL: Final = "contains a NUL, which no text has: the export is damaged, export it again"


class ExportError(ValueError):
    """An export that can't be read or written. The message gives file, place, reason and remedy."""

    def __init__(self, error: RowError) -> None:
        super().__init__(str(error))
        #: The message as a value.
        self.error = error

    def __reduce__(self) -> tuple[type[ExportError], tuple[RowError]]:
        return ExportError, (self.error,)


@frozen
class RowError:
    """A row or file that can't be read: place, reason and remedy. It quotes the file, so escape it for display."""

    file: str
    reason: str
    #: As for `Row`; None if the error is about the file.
    row: int | None = None
    line: int | None = None
    id: str | None = None

    def __str__(self) -> str:
        return f"{_place(self.file, self.row, self.line, self.id)}: {self.reason}"


@frozen
class Previous:
    """The previous note about the customer of a row."""

    text: str = attrs.field(repr=False)
    #: Where it is, for messages: ``row 7``.
    at: str
    #: Its day, if known.
    date: datetime.date | None = None


@frozen
class Row:
    """A row with a note."""

    file: str
    #: The number of the row as in a spreadsheet: the row of column names is 1, the first note is 2. In JSON, which has no
    #: column names, the number of the object from 1; in JSON lines that of the line; in Parquet that of the row from 1.
    number: int
    #: The note; empty if the cell is.
    text: str
    #: The value of the id column.
    id: str | None = None
    #: The line of the file where the row starts, from 1, if the format has lines.
    line: int | None = None
    #: The number of ``<br>`` and literal ``\\n`` in the cell that were read as line ends.
    line_ends: int = attrs.field(default=0, kw_only=True)
    #: The values of the context columns by the attributes of `Context`, without empty ones; and ``repeats``.
    context: Mapping[str, str] = attrs.field(factory=dict, hash=False)
    #: The values of the kept columns by the names given in `Columns`.
    kept: Mapping[str, str] = attrs.field(factory=dict, hash=False, kw_only=True)
    #: The note before it about the same customer, if a rule needs that and it is known.
    previous: Previous | None = attrs.field(default=None, kw_only=True)

    @classmethod
    def of_cells(
        cls, file: str, number: int, cells: Mapping[str, str], line: int | None = None, date_order: DateOrder | None = None
    ) -> Row:
        """Make a row of its cells by the names of `Columns.named`; dates in an order are then as others."""
        context, kept = {}, {}
        for name, cell in cells.items():
            if name.startswith(KEPT):
                kept[name[len(KEPT) :]] = cell
            elif name not in ("text", "id") and cell.strip():
                context[name] = in_iso_order(cell, date_order) if date_order and name == "date" else cell
        edits = written_line_ends(cells["text"])
        text, line_ends = apply_edits(cells["text"], edits), sum(len(edit.text) for edit in edits)
        return cls(file, number, text, cells.get("id"), line, context, line_ends=line_ends, kept=kept)

    @property
    def location(self) -> str:
        """Row and file for people: ``row 7 of export.csv``."""
        return f"row {self.number} of {self.file}" if self.number else self.file

    @property
    def place(self) -> str:
        """File, row and id for people: ``export.csv, row 7 (Contoso)``."""
        return _place(self.file, self.number, None, self.id)

    @property
    def day(self) -> datetime.date | None:
        """The day in the date column.

        Raises:
            ValueError: it can't be understood; the message says why.
        """
        return day_in(self.context.get("date", ""))

    @property
    def time(self) -> datetime.time | None:
        """The time of day after the day in the date column, without its time zone; None if none can be understood."""
        return time_in(self.context.get("date", ""))

    def error(self, reason: str) -> RowError:
        """Return an error of this row."""
        return RowError(self.file, reason, self.number, self.line, self.id)


def _place(file: str, row: int | None, line: int | None, id: str | None) -> str:
    if row is None:
        return file
    at = f", line {line}" if line not in (None, row) else ""
    return f"{file}, row {row}{at}" + (f" ({id})" if id else "")


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):
        raise TypeError(f"keep takes several names of columns: write keep=({names!r},)")
    return tuple(dict.fromkeys(names))


@frozen
class Columns:
    """The columns to read, by their names in the export."""

    #: The notes.
    text: str
    #: What identifies a note, such as the name of a tenant.
    id: str | None = None
    #: What `Context` contains. An empty cell gives nothing.
    role: str | None = None
    note_type: str | None = None
    priority: str | None = None
    intent: str | None = None
    #: Dates like ``2020-05-08``, or in `Options.date_order`, perhaps with a time.
    date: str | None = None
    #: Others to keep beside the notes: owner, region, segment.
    keep: tuple[str, ...] = attrs.field(default=(), converter=_each_once, kw_only=True)

    def named(self) -> dict[str, str]:
        """Return the names of the columns to read, that of the notes first: by attribute, or by `KEPT` and their name."""
        columns = attrs.asdict(self, filter=lambda attribute, value: attribute.name != "keep" and value is not None)
        return {**columns, **{KEPT + column: column for column in self.keep}}


def _check_order(options: Options, attribute: attrs.Attribute[DateOrder | None], order: DateOrder | None) -> None:
    if order is not None and order not in DATE_ORDERS:
        raise ValueError(f"date_order is {', '.join(DATE_ORDERS)} or None, not {order!r:.80}")


@frozen
class Options:
    """How to read an export where it does not say so itself, and how much of it."""

    #: The encoding of text files without byte order mark: UTF-8 by default, or any code page with one byte a character.
    encoding: str | None = None
    #: The row of column names in CSV and workbooks, from 1. Rows above it are titles and are not read.
    header_row: int = attrs.field(default=1, kw_only=True)
    #: The order of day, month and year in the date column, where dates are not like ``2020-05-08``.
    date_order: DateOrder | None = attrs.field(default=None, kw_only=True, validator=_check_order)
    #: The delimiter of CSV; by default the one with which the column of the notes is found.
    delimiter: str | None = None
    #: The sheet of a workbook; by default the first one.
    sheet: str | None = None
    #: The limit of a cell in characters.
    max_cell: int = MAX_CELL
    #: The limit of a file that can't be streamed, in megabytes.
    max_size: int = MAX_SIZE
    #: The megabytes to which a workbook or Parquet file can expand. None: 128, and from 8 on at most 200 times its own size.
    max_expanded: int | None = None

    @property
    def is_empty(self) -> str:
        """What is wrong with a table without a row of column names."""
        if self.header_row > 1:
            return f"has no row {self.header_row} with column names, as --header-row (header_row in Options) says"
        return "is empty: an export begins with a row of column names"


@frozen
class Entry:
    """A stretch of an export: a row, an error, or neither; and its text in the file."""

    content: Row | RowError | None
    #: Its text, in text formats; the texts of all entries make up the file.
    raw: str = ""
    #: The bounds of the cell of the note in ``raw``, quotes included.
    start: int = 0
    end: int = 0


class RowWriter(Protocol):
    """Writes an export again, entry by entry, with other notes."""

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry, with ``text`` as its note if given; return the reason if that can't be written and the note stays."""
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


@frozen
class RowReader(ABC):
    """An export that can be read several times."""

    file: str
    columns: Columns
    options: Options

    @classmethod
    @abstractmethod
    def open(cls, file: str, columns: Columns, options: Options) -> RowReader:
        """Open an export.

        Raises:
            ExportError: it is not a file of this format, or can't be read.
        """
        ...

    @abstractmethod
    def entries(self) -> Iterator[Entry]:
        """Yield the rows in order, and the text between them.

        Raises:
            ExportError: nothing, or nothing more, can be read.
        """
        ...

    @abstractmethod
    def writer(self, stream: BinaryIO) -> RowWriter:
        """Return a writer of the same format.

        Raises:
            ExportError: the format is read only.
        """
        ...

    def bounded_row(self, number: int, cells: Mapping[str, str], places: Mapping[str, int]) -> Row | RowError:
        """Make a row of its cells by the attributes of `Columns`, or its error if one of them is too long."""
        for name, cell in cells.items():
            if len(cell) > self.options.max_cell:
                reason = too_long(places[name] + 1, self.columns.named()[name], len(cell), self.options.max_cell)
                return RowError(self.file, reason, number)
        return Row.of_cells(self.file, number, cells, date_order=self.options.date_order)


def too_long(number: int, name: str, length: int, limit: int) -> str:
    """Return the reason for refusing a cell that is too long."""
    named = f"cell {number} ({name!r})" if name else f"cell {number}"
    return (
        f"{named} has {length:,} characters, more than the {limit:,} that are read; "
        "if that is intended, raise the limit with --max-cell (max_cell in Options)"
    )


def refuse(file: str, reason: str, row: int | None = None, line: int | None = None) -> NoReturn:
    """Raise the error of an export that can't be read, or not further."""
    raise ExportError(RowError(file, reason, row, line))
