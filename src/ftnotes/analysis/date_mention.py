"""What a date in a text says: its first and last day, how precise it is, and what it leaves open.

Nothing is guessed. ``04/05/2019`` has two readings, and ``April 30`` none until somebody says which day it was written on.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from enum import StrEnum
from typing import Final, Literal, NamedTuple

import attrs
from attrs import frozen

from ..text.source import Span


class Precision(StrEnum):
    """How long a stretch a date names."""

    DAY = "day"
    #: From a day (week, month, …) to another: "3-5 May 2020".
    RANGE = "range"
    WEEK = "week"
    #: A third of a month: "end of May 2019".
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"
    QUARTER = "quarter"
    #: A third of a year: "end of 2020".
    PART_OF_YEAR = "part-of-year"


class DateRange(NamedTuple):
    """Days that follow each other, from the first to the last, both included; the same for a single day."""

    first: datetime.date
    last: datetime.date


class PartialDate(NamedTuple):
    """What is written of a stretch. The number is that of the day, of the third (0, 1, 2), the quarter or the week."""

    precision: Precision
    year: int | None
    month: int = 0
    number: int = 0
    #: Which comes first in ``4/5``: ``"day"`` or ``"month"``; empty where there is no doubt.
    first_unit: str = ""

    def resolve(self, year: int) -> DateRange | None:
        """Its days in a year; None where that year does not have them."""
        month, number = self.month, self.number
        try:
            if self.precision is Precision.DAY:
                day = datetime.date(year, month, number)
                return DateRange(day, day)
            if self.precision is Precision.WEEK:
                monday = datetime.date.fromisocalendar(year, number, 1)
                return DateRange(monday, monday + datetime.timedelta(days=6))
        except ValueError:
            return None
        if self.precision is Precision.QUARTER:
            return _months(year, 3 * number - 2, 3 * number)
        if self.precision is Precision.PART_OF_YEAR:
            return _months(year, 4 * number + 1, 4 * number + 4)
        if self.precision is Precision.PART_OF_MONTH:
            last = monthrange(year, month)[1] if number == 2 else 10 * number + 10
            return DateRange(datetime.date(year, month, 10 * number + 1), datetime.date(year, month, last))
        return _months(year, month, month)


def _months(year: int, first: int, last: int) -> DateRange:
    return DateRange(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]))


#: Any year with a 29 February, for dates that don't say theirs.
_LEAP: Final = 2020
#: Years around a day in which to look for a yearless date; the wide one for a 29 February, a week 53, and both.
_NEAR, _FAR = range(-1, 2), range(-48, 49)


class PartialRange(NamedTuple):
    """One way to read a date: from what to what. Both are the same but in a range."""

    begin: PartialDate
    end: PartialDate

    def resolve(self, year: int | None = None) -> DateRange | None:
        """Its days, where it says its year or ``year`` is given; None where there are none such."""
        begin_year, end_year = self.begin.year or year, self.end.year or year
        if begin_year is None or end_year is None:
            return None
        if self.begin is self.end:
            return self.begin.resolve(begin_year)
        first, last = self.begin.resolve(begin_year), self.end.resolve(end_year)
        if first and last and last.last < first.first and not self.end.year:
            last = self.end.resolve(end_year + 1)  # from 30 December to 2 January
        return DateRange(first.first, last.last) if first and last and first.first <= last.last else None

    @property
    def is_possible(self) -> bool:
        """Whether there are such days at all, in some year."""
        return self.resolve(_LEAP) is not None

    def _around(self, day: datetime.date, years: range) -> list[tuple[int, int]]:
        """For each of the years in which there are such days: how far away they are, and the year, negative."""
        found = []
        for year in (day.year + step for step in years if 1 < day.year + step < datetime.MAXYEAR):
            stretch = self.resolve(year)
            if stretch:
                found.append((max((stretch.first - day).days, (day - stretch.last).days, 0), -year))
        return found

    def nearest(self, day: datetime.date) -> PartialRange:
        """The same in the year in which it is nearest to a day (the later one of two as near)."""
        year = -min(self._around(day, _NEAR) or self._around(day, _FAR))[1]
        told = PartialRange(self.begin._replace(year=year), self.end._replace(year=year))
        return told if told.resolve() else told._replace(end=self.end._replace(year=year + 1))


@frozen
class DateMention:
    """A date where it stands in a text.

    ``first`` and ``last`` are its days where there is no doubt about them; else ``readings`` has two, or none until `on` is
    told a day.
    """

    span: Span
    #: As typed.
    text: str
    precision: Precision
    #: What is written; both ways to read it, where there are two.
    as_written: tuple[PartialRange, ...] = attrs.field(repr=False)

    @property
    def year_known(self) -> bool:
        """Whether the text says the year."""
        return all(reading.begin.year is not None for reading in self.as_written)

    @property
    def readings(self) -> tuple[DateRange, ...]:
        """The days it may mean, earliest first: one stretch, two where day and month can be either, none without a year."""
        return tuple(sorted(stretch for reading in self.as_written if (stretch := reading.resolve())))

    @property
    def ambiguous(self) -> bool:
        """Whether it can be read in two ways."""
        return len(self.as_written) > 1

    @property
    def first(self) -> datetime.date | None:
        """The first day; None where that is not known: there are two readings, or no year."""
        return self.readings[0].first if len(self.readings) == 1 else None

    @property
    def last(self) -> datetime.date | None:
        """The last day, likewise."""
        return self.readings[0].last if len(self.readings) == 1 else None

    def written_on(self, day: datetime.date) -> DateMention:
        """The same date as written on ``day``: where it says no year, that in which it is nearest to ``day``.

        Args:
            day: the day on which the text was written.

        Returns:
            A mention whose year is known; it is as ambiguous as before. One that says its year is given back as it is.

        Raises:
            TypeError: ``day`` is no ``datetime.date``.
        """
        if not isinstance(day, datetime.date):
            raise TypeError(f"DateMention.written_on() takes a datetime.date, as date(2020, 3, 30); not {type(day).__name__}")
        if isinstance(day, datetime.datetime):
            day = day.date()
        if self.year_known:
            return self
        return attrs.evolve(self, as_written=tuple(reading.nearest(day) for reading in self.as_written))

    def resolved_to(self, unit: Literal["day", "month"]) -> DateMention:
        """Return the date as it reads if ``4/5`` starts with the day, or with the month."""
        fitting = ("", unit)
        kept = tuple(way for way in self.as_written if way.begin.first_unit in fitting and way.end.first_unit in fitting)
        return attrs.evolve(self, as_written=kept) if self.ambiguous and kept else self
