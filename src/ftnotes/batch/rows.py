"""What an export is to those who read it: rows with a note each, and the problems of those that can't be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NoReturn

import attrs
from attrs import frozen

from ..text.suggest import closest

#: A cell may hold so many characters, as for Python's own ``csv``.
MAX_CELL: Final = 131_072
#: A file that can't be streamed may be so many megabytes long.
MAX_SIZE: Final = 64
MEGABYTE: Final = 1_000_000


class ExportError(ValueError):
    """An export that can't be read or written. The message names file, place, reason and remedy.

    Its attribute ``problem`` is the same as a value.
    """

    def __init__(self, problem: RowError) -> None:
        super().__init__(str(problem))
        self.error = problem

    def __reduce__(self) -> tuple[type[ExportError], tuple[RowError]]:
        return ExportError, (self.error,)


@frozen
class RowError:
    """What can't be read, where, why, and what to do. It quotes the file: escape it before it is shown anywhere."""

    file: str
    reason: str
    #: As in `Row`; None where the whole file is concerned.
    row: int | None = None
    line: int | None = None
    id: str | None = None

    def __str__(self) -> str:
        return f"{_place(self.file, self.row, self.line, self.id)}: {self.reason}"


@frozen
class Row:
    """A row with a note."""

    file: str
    #: As a spreadsheet counts: the row of column names is 1, the first note's 2. Of JSON, which has no such row, the number
    #: of the object from 1 (of JSON lines that of the line), of Parquet that of the row from 1.
    number: int
    #: The note; empty where the cell is.
    text: str
    #: What the column for ids says.
    id: str | None = None
    #: The line of the file where the row starts, from 1, where files have lines.
    line: int | None = None
    #: What the other columns asked for say of the note, by the names of the attributes of `Context`; empty ones left out.
    context: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    @property
    def place(self) -> str:
        """File, row and id, for people: ``export.csv, row 7 (Contoso)``."""
        return _place(self.file, self.number, None, self.id)

    def error(self, reason: str) -> RowError:
        """A problem of this row."""
        return RowError(self.file, reason, self.number, self.line, self.id)


def _place(file: str, row: int | None, line: int | None, id: str | None) -> str:
    known = f" ({id})" if id else ""
    at = f", line {line}" if line not in (None, row) else ""
    return file + (f", row {row}{at}{known}" if row is not None else "")


@frozen
class Columns:
    """Which columns are read, by their names in the export."""

    #: That of the notes.
    text: str
    #: That which says whose note it is.
    id: str | None = None
    #: Those that tell what `Context` holds. A cell that is empty tells nothing.
    role: str | None = None
    note_type: str | None = None
    priority: str | None = None
    intent: str | None = None
    #: Dates as ``2020-05-08``; a time of day after it is not looked at.
    date: str | None = None

    def named(self) -> dict[str, str]:
        """The attributes that name a column, with that name; that of the notes first."""
        return {name: column for name, column in attrs.asdict(self).items() if column is not None}


@frozen
class Options:
    """How an export is read where its content does not say it, and how much of it."""

    #: Of text files without byte order mark. UTF-8 where none is given; any code page with one byte a character.
    encoding: str | None = None
    #: Of CSV; where none is given, that with which the row of column names has the one of the notes.
    delimiter: str | None = None
    #: Of a workbook; its first one where none is named.
    sheet: str | None = None
    #: A longer cell is refused, in characters.
    max_cell: int = MAX_CELL
    #: A longer file is refused where it can't be streamed, in megabytes.
    max_size: int = MAX_SIZE
    #: To so many megabytes a workbook or Parquet file may expand. None: 128, and from 8 on at most 200 times its own size.
    max_expanded: int | None = None


@frozen
class Entry:
    """A stretch of an export: a row, a problem or neither, and how it stands in the file."""

    content: Row | RowError | None
    #: All the text of it, in formats that are text; the pieces of all entries make up the file.
    raw: str = ""
    #: Where in ``raw`` the cell of the note stands, quotes included.
    start: int = 0
    end: int = 0


def find_columns(file: str, columns: Columns, header: Sequence[str]) -> dict[str, int]:
    """Where each column stands, counted from 0, by the attributes of `Columns`.

    A name that no column has is looked for once more without regard to case and to blanks at its ends.

    Raises:
        ExportError: a column is missing, or its name stands there twice.
    """
    found = {}
    for name, column in columns.named().items():
        places = [place for place, title in enumerate(header) if title == column] or [
            place for place, title in enumerate(header) if _plain(title) == _plain(column)
        ]
        if not places:
            raise ExportError(RowError(file, no_column(column, header)))
        if len(places) > 1:
            raise ExportError(
                RowError(file, f"{len(places)} columns are named {column!r}: {_counted(places)}; rename all but one of them")
            )
        found[name] = places[0]
    return found


def no_column(column: str, header: Iterable[str]) -> str:
    """What to say where a column is missing."""
    names = [name for name in header if name.strip()]
    close = closest(column.strip(), names)
    hint = f"; did you mean {close!r}?" if close else ""
    shown = ", ".join(repr(name[:40]) for name in names[:20]) + (", …" if len(names) > 20 else "")
    return f"there is no column {column!r}{hint or '; name one that there is.'} There are: {shown or 'none with a name'}"


def too_long(number: int, name: str, length: int, limit: int) -> str:
    """What to say of a cell that is too long."""
    named = f"cell {number} ({name!r})" if name else f"cell {number}"
    return (
        f"{named} holds {length:,} characters, more than the {limit:,} that are read; "
        "if that is meant, raise the limit with --max-cell (max_cell in Options)"
    )


def _plain(name: str) -> str:
    return name.strip().casefold()


def _counted(places: list[int]) -> str:
    numbers = [str(place + 1) for place in places]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"


def _refuse(file: str, reason: str) -> NoReturn:
    raise ExportError(RowError(file, reason))
