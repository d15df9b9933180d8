"""A date as a text mentions it: its first and last day, how precise it is, and what it leaves open.

Nothing is guessed. ``04/05/2019`` has two readings, and ``April 30`` and ``next week`` have none until the day on which they
were written is given.
"""

from __future__ import annotations

import datetime
from calendar import monthrange
from enum import StrEnum
from typing import Final, Literal, NamedTuple

import attrs
from attrs import frozen

from ...text.source import Span


class Precision(StrEnum):
    """The length of the time that a date names."""

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
    """The days from the first to the last, both included; the two are the same for a single day."""

    first: datetime.date
    last: datetime.date


#: The days within which each day of the month comes: from 31 July to 31 August, or from 30 January to 30 March.
_LONGEST_WAIT: Final = 63


class Anchor(StrEnum):
    """What a date is told from, if that is the day of writing."""

    #: The number counts days, weeks or months from that day's.
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    #: The number counts weeks, and the month is the day of the week from 1, Monday; 0 weeks for the first such day to come.
    WEEKDAY = "weekday"
    #: The number is that of a day of the month, the first such day to come.
    MONTH_DAY = "month-day"
    MONTH_END = "month-end"
    YEAR_END = "year-end"


class PartialDate(NamedTuple):
    """A date as written, perhaps without its year. The number is that of the day, of the third (0, 1, 2), quarter or week.

    A week with a month is the one that contains a day: "week of May 18".
    """

    precision: Precision
    year: int | None
    month: int = 0
    number: int = 0
    #: Whether ``"day"`` or ``"month"`` comes first in ``4/5``; empty if there is no doubt.
    first_unit: str = ""
    #: What it is told from, in place of a year.
    anchor: Anchor | None = None

    def resolve(self, year: int) -> DateRange | None:
        """Return its days in a year, or None if that year does not have them."""
        month, number = self.month, self.number
        if self.anchor is not None:
            return None
        try:
            if self.precision is Precision.DAY:
                day = datetime.date(year, month, number)
                return DateRange(day, day)
            if self.precision is Precision.WEEK:
                if month:
                    monday = _moved(datetime.date(year, month, number), -datetime.date(year, month, number).weekday())
                else:
                    monday = datetime.date.fromisocalendar(year, number, 1)
                return DateRange(monday, monday + datetime.timedelta(days=6))
        except (ValueError, OverflowError):
            return None
        if self.precision is Precision.QUARTER:
            return _months(year, 3 * number - 2, 3 * number)
        if self.precision is Precision.PART_OF_YEAR:
            return _months(year, 4 * number + 1, 4 * number + 4)
        if self.precision is Precision.PART_OF_MONTH:
            last = monthrange(year, month)[1] if number == 2 else 10 * number + 10
            return DateRange(datetime.date(year, month, 10 * number + 1), datetime.date(year, month, last))
        return _months(year, month, month)

    def told_on(self, day: datetime.date) -> PartialDate:
        """Return the date that is told from a day, as one with its year."""
        number = self.number
        if self.anchor is Anchor.MONTH_DAY:
            to_come = (_moved(day, step) for step in range(_LONGEST_WAIT))
            day = next((later for later in to_come if later.day == number), day)
            return PartialDate(Precision.DAY, day.year, day.month, day.day)
        if self.anchor is Anchor.MONTH_END:
            return PartialDate(Precision.DAY, day.year, day.month, monthrange(day.year, day.month)[1])
        if self.anchor is Anchor.YEAR_END:
            return PartialDate(Precision.DAY, day.year, 12, 31)
        if self.anchor is Anchor.MONTH:
            year, month = divmod(min(12 * day.year + day.month - 1 + number, 12 * datetime.MAXYEAR + 11), 12)
            return PartialDate(self.precision, year, month + 1, self.month)
        if self.anchor is Anchor.WEEK:
            day = _moved(day, 7 * number)
            return PartialDate(Precision.WEEK, day.year, day.month, day.day)
        if self.anchor is Anchor.WEEKDAY:
            ahead = self.month - day.isoweekday()
            day = _moved(day, ahead + 7 * number if number else ahead % 7)
        else:
            day = _moved(day, number)
        return PartialDate(Precision.DAY, day.year, day.month, day.day)


def _moved(day: datetime.date, days: int) -> datetime.date:
    """Return the day some days later, or the last day of the calendar."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def _months(year: int, first: int, last: int) -> DateRange:
    return DateRange(datetime.date(year, first, 1), datetime.date(year, last, monthrange(year, last)[1]))


#: Any year with a 29 February, for dates without a year.
_LEAP: Final = 2020
#: Years around a day in which to look for a date without a year; the wide one for a 29 February, a week 53, and both.
_NEAR, _FAR = range(-1, 2), range(-48, 49)
#: For how many days a note still carries what is overdue; a day longer past without its year is one to come.
_OVERDUE: Final = 13 * 7


class PartialRange(NamedTuple):
    """One way to read a date: from its begin to its end, which differ only in a range."""

    begin: PartialDate
    end: PartialDate

    def resolve(self, year: int | None = None) -> DateRange | None:
        """Return its days, with ``year`` for a year that is not written; None if the year is missing or lacks those days."""
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
        """Whether some year has such days."""
        return self.begin.anchor is not None or self.resolve(_LEAP) is not None

    def _distances(self, day: datetime.date, years: range, oldest: datetime.date) -> list[tuple[int, int]]:
        """Return how many days away it is from a day in each year that has it after the oldest day, and that year, negated."""
        distances = []
        for year in (day.year + step for step in years if 1 < day.year + step < datetime.MAXYEAR):
            days = self.resolve(year)
            if days and days.last >= oldest:
                distances.append((max((days.first - day).days, (day - days.last).days, 0), -year))
        return distances

    def nearest(self, day: datetime.date, due: bool = False) -> PartialRange:
        """Return the same in the year in which it is nearest to a day, and in the later of two that are as near.

        One that is ``due`` is not long past, if it comes again within a year.
        """
        if self.begin.year is not None:
            return self
        if self.begin.anchor is not None:
            told = self.begin.told_on(day)
            return PartialRange(told, told)
        oldest = _moved(day, -_OVERDUE) if due else datetime.date.min
        near = self._distances(day, _NEAR, oldest) or self._distances(day, _NEAR, datetime.date.min)
        year = -min(near or self._distances(day, _FAR, datetime.date.min))[1]
        dated = PartialRange(self.begin._replace(year=year), self.end._replace(year=year))
        return dated if dated.resolve() else dated._replace(end=self.end._replace(year=year + 1))


@frozen
class DateMention:
    """A date at its place in a text.

    ``first`` and ``last`` are its days if there is no doubt about them. Else ``readings`` has two, or none before
    `written_on` adds the year.
    """

    span: Span
    #: As typed.
    text: str
    precision: Precision
    #: The date without what the text leaves open; both ways to read it, if there are two.
    as_written: tuple[PartialRange, ...] = attrs.field(repr=False)
    #: The words that decided between two readings, such as another date of the text or a day of the week; None if none had to.
    evidence: Span | None = attrs.field(default=None, repr=False)

    @property
    def year_known(self) -> bool:
        """Whether the text contains the year."""
        return all(way.begin.year is not None for way in self.as_written)

    @property
    def readings(self) -> tuple[DateRange, ...]:
        """The days it can mean, earliest first: one range, two if day and month can be swapped, none without a year."""
        return tuple(sorted(days for way in self.as_written if (days := way.resolve())))

    @property
    def is_today(self) -> bool:
        """Whether it is told as the day of writing: "today"."""
        begin = self.as_written[0].begin
        return begin.anchor is Anchor.DAY and begin.number == 0

    @property
    def ambiguous(self) -> bool:
        """Whether it can be read in two ways."""
        return len(self.as_written) > 1

    @property
    def first(self) -> datetime.date | None:
        """The first day; None if it has two readings or no year."""
        return self.readings[0].first if len(self.readings) == 1 else None

    @property
    def last(self) -> datetime.date | None:
        """The last day; None if it has two readings or no year."""
        return self.readings[0].last if len(self.readings) == 1 else None

    def written_on(self, day: datetime.date, *, due: bool = False) -> DateMention:
        """Return the date with its year, for a text written on ``day``: the year in which it is nearest to that day.

        If it is ``due``, as that of a next action is, it is the next one where the nearest is more than 13 weeks past. It is
        as ambiguous as before. One that has a year already is returned as it is.

        Raises:
            TypeError: ``day`` is not a ``datetime.date``.
        """
        if not isinstance(day, datetime.date):
            raise TypeError(f"DateMention.written_on() takes a datetime.date, as date(2020, 3, 30); not {type(day).__name__}")
        if isinstance(day, datetime.datetime):
            day = day.date()
        if self.year_known:
            return self
        return attrs.evolve(self, as_written=tuple(way.nearest(day, due) for way in self.as_written))

    def resolved_to(self, unit: Literal["day", "month"], evidence: Span | None = None) -> DateMention:
        """Return the date as it reads if ``4/5`` starts with the day, or with the month; ``evidence`` is what shows it."""
        if not self.ambiguous:
            return self
        fitting = ("", unit)
        kept = tuple(way for way in self.as_written if way.begin.first_unit in fitting and way.end.first_unit in fitting)
        return attrs.evolve(self, as_written=kept, evidence=evidence) if len(kept) == 1 else self

    @property
    def first_unit(self) -> str:
        """Whether it shows that ``"day"`` or ``"month"`` comes first where numbers are written so; empty if it does not."""
        units = {way.begin.first_unit for way in self.as_written}
        return units.pop() if len(units) == 1 else ""
