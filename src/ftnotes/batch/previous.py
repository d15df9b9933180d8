"""Rows with the previous note about the same customer, for rules about what is new.

The previous note is the last one before about the same customer, and of the same type if the note has one. Of notes of one day,
the order is that of their times, or else that of the export, see `RowOrder`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final, TypeAlias

from attrs import Factory, define, evolve

from ..text.words import fold
from .newest import NewestNotes, RowOrder, moment
from .rows import Entry, ExportError, Previous, Row, RowReader

#: A customer and a type of note, or any type.
_Key: TypeAlias = tuple[str, str]
_ANY: Final = ""


def _key(row: Row) -> _Key:
    return " ".join((row.id or "").split()), fold(row.context.get("note_type", _ANY))


@define
class OlderNotes:
    """The notes before an export: of each customer and type of note, the newest one in older exports."""

    _newest: NewestNotes[_Key, Previous] = Factory(NewestNotes)

    def add(self, row: Row) -> None:
        """Take a row; one without id is ignored.

        Raises:
            ValueError: its date can't be understood.
        """
        id, note_type = _key(row)
        if id:
            previous = Previous(row.text, row.location, row.day)
            for each in {note_type, _ANY}:
                self._newest.add((id, each), row.file, row.day, moment(row.day, row.time), previous)

    def before(self, row: Row) -> Previous | None:
        """Return the previous note of a row, unless it is of the same day or later; unknown days are no reason against it."""
        previous = self._newest.get(_key(row))
        if previous is None or previous.date is None:
            return previous
        day = _day(row)
        return previous if day is None or previous.date < day else None


def with_previous(entries: Iterable[Entry], reader: RowReader, older: OlderNotes) -> Iterator[Entry]:
    """Yield entries, the rows among them with the previous note if there is one.

    It is looked for in the export, above and below the row, and otherwise in older ones. An export without columns for ids and
    dates shows none. The text of a note is kept only until the note after it.

    Args:
        entries: the entries of an export.
        reader: reads them again, to find out which note precedes which.
        older: the notes before the export.
    """
    before = _before(reader) if reader.columns.id and reader.columns.date else {}
    awaited = Counter(before.values())
    ahead = _rows(reader)
    texts: dict[int, tuple[str, datetime.date | None]] = {}
    for entry in entries:
        row = entry.content
        if isinstance(row, Row) and row.id:
            if row.number in awaited:
                texts[row.number] = row.text, _day(row)
            number = before.get(row.number)
            if number is None:
                if previous := older.before(row):
                    entry = evolve(entry, content=evolve(row, previous=previous))
            else:
                if number not in texts:  # it comes later in the export
                    for other in ahead:
                        if other.number in awaited:
                            texts[other.number] = other.text, _day(other)
                        if other.number == number:
                            break
                if number in texts:
                    text, day = texts[number]
                    entry = evolve(entry, content=evolve(row, previous=Previous(text, f"row {number}", day)))
                    awaited[number] -= 1
                    if not awaited[number]:
                        del awaited[number], texts[number]
        yield entry


def _before(reader: RowReader) -> dict[int, int]:
    """Return the number of the row with the previous note by the number of the row."""
    rows = []
    order = RowOrder()
    for row in _rows(reader):
        if row.id and (day := _day(row)):
            key = _key(row)
            order.add(key, day)
            rows.append((*key, *moment(day, row.time), row.number))
    if order.newest_first:
        rows.reverse()
    rows.sort(key=itemgetter(0, 2, 3))  # rows of the same moment stay in their order
    found: dict[int, int] = {}
    last: dict[_Key, int] = {}
    for id, note_type, _, _, number in rows:
        if (id, note_type) in last:
            found[number] = last[id, note_type]
        last[id, note_type] = last[id, _ANY] = number
    return found


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
