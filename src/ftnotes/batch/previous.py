"""Rows with the previous note about the same customer, for rules about what is new."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from operator import itemgetter

from attrs import evolve

from .newest import RowOrder, moment
from .rows import Entry, ExportError, Previous, Row, RowReader


def plain_id(id: str) -> str:
    """Return an id without differences in whitespace."""
    return " ".join(id.split())


def with_previous(entries: Iterable[Entry], reader: RowReader, older: Mapping[str, Previous]) -> Iterator[Entry]:
    """Yield entries, the rows among them with the previous note if there is one.

    It is the last note before with the same id and type of note, wherever it is in the export. Notes of one day are in the
    order of their times, or else in that of the export, see `RowOrder`. An export without columns for ids and dates shows
    none. The text of a note is kept only until the note after it.

    Args:
        entries: the entries of an export.
        reader: reads them again, to find out which note precedes which.
        older: notes before the export, by id: for rows that have no previous note in the export.
    """
    before = _before(reader) if reader.columns.id and reader.columns.date else {}
    awaited = set(before.values())  # each is before one row
    ahead = _rows(reader)
    texts: dict[int, tuple[str, datetime.date | None]] = {}
    for entry in entries:
        row = entry.content
        if isinstance(row, Row) and row.id:
            if row.number in awaited:
                texts[row.number] = row.text, _day(row)
            number = before.get(row.number)
            if number is None:
                previous = older.get(plain_id(row.id))
                if previous and _precedes(previous, row):
                    entry = evolve(entry, content=evolve(row, previous=previous))
            else:
                if number not in texts:  # it comes later in the export
                    for other in ahead:
                        if other.number in awaited:
                            texts[other.number] = other.text, _day(other)
                        if other.number == number:
                            break
                if number in texts:
                    text, day = texts.pop(number)
                    entry = evolve(entry, content=evolve(row, previous=Previous(text, f"row {number}", day)))
                    awaited.remove(number)
        yield entry


def _before(reader: RowReader) -> dict[int, int]:
    """Return the number of the row with the previous note by the number of the row."""
    rows = []
    order = RowOrder()
    for row in _rows(reader):
        if row.id and (day := _day(row)):
            id = plain_id(row.id)
            order.add(id, day)
            rows.append((id, row.context.get("note_type", ""), *moment(day, row.time), row.number))
    if order.newest_first:
        rows.reverse()
    rows.sort(key=itemgetter(0, 1, 2, 3))  # rows of the same moment stay in their order
    return {row[-1]: before[-1] for before, row in pairwise(rows) if before[:2] == row[:2]}


def _rows(reader: RowReader) -> Iterator[Row]:
    try:
        for entry in reader.entries():
            if isinstance(entry.content, Row):
                yield entry.content
    except ExportError:
        return  # the run that reads the entries reports it


def _day(row: Row) -> datetime.date | None:
    try:
        return row.day
    except ValueError:
        return None  # the job that reads the note reports it


def _precedes(previous: Previous, row: Row) -> bool:
    day = _day(row)
    return previous.date is None or day is None or previous.date < day
