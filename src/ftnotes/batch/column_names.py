"""The names of columns: where they are in a header, and why one is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Final

from ..text.suggest import closest
from .rows import Columns, refuse

#: The number of rows in which the names of columns are looked for below the row in which they should be.
SEARCHED: Final = 20


def find_columns(
    file: str, columns: Columns, header: Sequence[str], below: Iterable[tuple[int, Sequence[str]]] = ()
) -> dict[str, int]:
    """Return the position of each column, from 0, by the attributes of `Columns`.

    A name that is not found is looked for again, ignoring case and differences in whitespace.

    Args:
        file: the export.
        columns: the columns to find.
        header: the names of the columns.
        below: the rows after it with their numbers; the names can be in the first of them if a column is missing.

    Raises:
        ExportError: a column is missing, or there are two of that name.
    """
    found = {}
    for name, column in columns.named().items():
        places = [place for place, title in enumerate(header) if title == column] or [
            place for place, title in enumerate(header) if _plain(title) == _plain(column)
        ]
        if not places:
            refuse(file, no_column(column, header) + _other_header(column, below))
        if len(places) > 1:
            *numbers, last = (str(place + 1) for place in places)
            refuse(file, f"{len(places)} columns are named {column!r}: {', '.join(numbers)} and {last}; rename all but one")
        found[name] = places[0]
    return found


def member(column: str, names: Collection[str]) -> str:
    """Return the name that a column has among those of an object; see `find_columns`. Without one it is the given name."""
    if column in names:
        return column
    alike = [name for name in names if _plain(name) == _plain(column)]
    return alike[0] if len(alike) == 1 else column


def has_column(column: str, header: Iterable[str]) -> bool:
    """Return whether a column is among those of a header; see `find_columns`."""
    return _plain(column) in map(_plain, header)


def _other_header(column: str, rows: Iterable[tuple[int, Sequence[str]]]) -> str:
    for number, names in islice(rows, SEARCHED):
        if has_column(column, names):
            return f". Row {number} has it: pass --header-row {number} (header_row in Options)"
    return ""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def no_column(column: str, header: Iterable[str]) -> str:
    """Return the reason for refusing an export without a column."""
    names = [name for name in header if name.strip()]
    close = closest(column.strip(), names)
    hint = f"; did you mean {close!r}?" if close else "; name an existing one."
    shown = ", ".join(repr(name[:40]) for name in names[:20]) + (", …" if len(names) > 20 else "")
    return f"there is no column {column!r}{hint} There are: {shown or 'none with a name'}"
