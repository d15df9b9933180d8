"""The newest note of each customer, as the report shows it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from os.path import basename
from typing import Final

from attrs import Factory, define, evolve, field, frozen

from ...playbook.playbook import Playbook
from ..jobs import Examined
from ..newest import NewestNotes, moment
from ..rows import Row, RowError, refuse
from .facts import FactReader, Facts

#: The limits of a report.
MAX_CUSTOMERS: Final = 25_000
MAX_CHARACTERS: Final = 64_000_000
#: The number of errors that are shown.
_SHOWN_ERRORS: Final = 200


def _day(day: datetime.date | None) -> datetime.date:
    return datetime.date.today() if day is None else day


@frozen
class ReportOptions:
    """What the report shows, and how."""

    title: str = "Status notes"
    #: The day for which it is made: today by default.
    day: datetime.date = field(default=None, converter=_day)
    playbook: Playbook = field(factory=Playbook.load)
    #: The kept columns with who looks after a customer, and by which to group customers.
    owner: str | None = None
    group: str | None = None
    #: A note older than this number of days is stale.
    stale_after: int = 30
    #: Whether to leave out all text of notes.
    redact: bool = False
    #: Whether the notes have an id column; without one each note is a customer.
    has_ids: bool = True


@frozen(eq=False)
class Customer:
    """A customer: its newest note, and the facts in it."""

    name: str
    note: Examined
    facts: Facts
    #: The day of the newest of all its notes, which is later than that of the note if only older ones are summaries.
    newest: datetime.date | None = None

    @property
    def has_newer(self) -> bool:
        """Whether the customer has a newer note of another kind, which gives only its date."""
        return self.newest is not None and self.note.date is not None and self.newest > self.note.date

    def kept(self, column: str | None) -> str:
        """Return the value of a kept column, in one line."""
        return " ".join(self.note.row.kept.get(column or "", "").split())


@define(eq=False)
class Portfolio:
    """The customers of a report. It takes one note after the other, and keeps the newest of each customer.

    A summary takes precedence over a note of another template, and that over a note that was not recognized. Notes of the same
    day are in the order of their times, or else in that of the export (see `RowOrder`); of notes without dates, the last one
    is kept.

    Raises:
        ExportError: there are more customers or characters than a report can show.
    """

    options: ReportOptions = field(factory=ReportOptions)
    #: The number of notes, and the rows that can't be read: the first of them, and their number.
    notes: int = 0
    errors: list[RowError] = Factory(list)
    unreadable: int = 0
    files: dict[str, None] = Factory(dict)
    _newest: NewestNotes[str, Examined] = Factory(NewestNotes)
    _characters: int = 0

    def add(self, result: Examined | RowError) -> None:
        """Take a note, or the error of a row that can't be read."""
        if isinstance(result, RowError):
            self.files.setdefault(result.file)
            self.unreadable += 1
            if len(self.errors) < _SHOWN_ERRORS:
                self.errors.append(result)
            return
        self.files.setdefault(result.row.file)
        self.notes += 1
        if result.row.previous:
            result = evolve(result, row=evolve(result.row, previous=None))
        name, row = _name(result.row), result.row
        self._characters -= self._kept_characters(name)
        rank = bool(result.records), result.unrecognized is None, *moment(result.date, row.time)
        self._newest.add(name, row.file, result.date, rank, result)
        self._characters += self._kept_characters(name)
        if len(self._newest) > MAX_CUSTOMERS or self._characters > MAX_CHARACTERS:
            refuse(
                result.row.file,
                f"a report shows up to {MAX_CUSTOMERS:,} customers and {MAX_CHARACTERS // 1_000_000} MB of notes; take a part "
                "of the export, or write tables instead: ftnotes check -o problems.parquet",
            )

    def _kept_characters(self, name: str) -> int:
        return sum(len(note.row.text) for note in self._newest.kept(name))

    @cached_property
    def customers(self) -> list[Customer]:
        """The customers in the order of their names."""
        reader = FactReader(self.options.playbook, self.options.day)
        days = self._newest.days
        return [
            Customer(name, note, reader.read(note, days.get(name)), days.get(name))
            for name, note in sorted(self._newest.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
        ]

    def recognized(self) -> Iterator[Customer]:
        """Yield the customers with a note of a template."""
        return (one for one in self.customers if one.note.unrecognized is None)


def _name(row: Row) -> str:
    if row.id and row.id.strip():
        return " ".join(row.id.split())
    return f"{basename(row.file)}, row {row.number}" if row.number else row.file
