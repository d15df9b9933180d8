"""The readings of dates: what a match of each form of `forms` means, or that it is no date after all.

"5 out of 10" has the form of a day in October, and is not a date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Final, TypeAlias

from ..word_patterns import compiled
from .lexicon import BLANK
from .mention import Anchor, PartialDate, PartialRange, Precision
from .window import PLAIN, DateWindow

#: Returns the readings of a form's match; none for days that no calendar has; None if it is not a date after all.
Reader: TypeAlias = "Callable[[DateWindow, re.Match[str]], tuple[PartialRange, ...] | None]"

#: The last day of work in a week.
_FRIDAY: Final = 5
#: How long a project is that is told in weeks.
_PROJECT: Final = 12
#: Numbers of two digits after a month that can be its year.
_SHORT_YEARS: Final = range(18, 40)
#: A day and a year, or the days of a range, after the name of a month.
_MONTH_FIRST: Final = re.compile(" n(?: ?[-~] ?n|, ?y)")
#: Never a date without a year, though 24 July could be written so.
_ROUND_THE_CLOCK: Final = (24, 7)


def _days(year: int | None, month: int, first: int, last: int, first_unit: str = "") -> PartialRange:
    """Return a day, or if ``last`` is one, the days up to it."""
    begin = PartialDate(Precision.DAY, year, month, first, first_unit)
    return PartialRange(begin, begin._replace(number=last) if last else begin)


def _single(precision: Precision, year: int | None, month: int = 0, number: int = 0) -> tuple[PartialRange]:
    date = PartialDate(precision, year, month, number)
    return (PartialRange(date, date),)


def _century(window: DateWindow, match: re.Match[str]) -> int | None:
    """Return the year of a date, of two digits or four, or None."""
    if not match["y"] and match["yy"]:
        return 2000 + window.number(match, "yy")
    return window.number(match, "y") or None


def read_day_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``5 May 2020``, ``5-8 May``, ``5. Mai``."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    year = _century(window, match)
    if match["yy"] and len(window.tokens[match.start("yy")]) != 2:
        return None
    if match["b"] and "never_after" in window.before(match).roles:
        return None  # "wave 2 - 25 May"
    if year is None and match["joint"] == BLANK and _MONTH_FIRST.match(window.kinds, match.end()):
        return None  # "wave 3 June 8, 2020"
    if year is None:
        # "5 out of 10", "the 3 may": after a mere space, the month must look like one
        plain = match["joint"] in ("", BLANK)
        telling = window.has_capital(match) if word.other or not word.full else True
        if plain and not (telling and (word.full or word.spelling[0].isupper())):
            return None
    day, last = window.number(match, "d"), window.number(match, "b")
    return (_days(year, word.month, day, last),)


def read_month_day(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``May 5, 2020``, ``May 5-8``, ``Apr-20``."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    year = window.number(match, "y") or None
    number = window.number(match, "d")
    if year is None and not match["b"] and match["joint"] == "-" and number in _SHORT_YEARS and window.has_capital(match):
        # "Apr-20" is a day, or a month as spreadsheets write it
        month = _single(Precision.MONTH, 2000 + number, word.month)
        return (*_single(Precision.DAY, None, word.month, number), *month) if number <= 31 else month
    if year is None:
        telling = (word.full and not word.other) or window.has_capital(match)
        if not telling or not word.languages & window.lexicon.month_first:
            return None
        if "in_month" in window.before(match).roles and not window.ends_or_goes_on(match):
            return None  # "in May 15 users"
    return (_days(year, word.month, window.number(match, "d"), window.number(match, "b")),)


def read_month_year(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``May 2020``."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    if word.other and not match["joint"].strip(" ,") and not window.has_capital(match):
        return None
    return _single(Precision.MONTH, window.number(match, "y"), word.month)


def _third(window: DateWindow, match: re.Match[str]) -> int:
    roles = window.lexicon.word(window.tokens[match.start("p")]).roles
    return 0 if "begin" in roles else 1 if "middle" in roles else 2


def read_part_of_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``end of May 2020``."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    telling = match["y"] or (word.full and not word.other) or window.has_capital(match)
    if not telling or not window.share_language(match):
        return None
    return _single(Precision.PART_OF_MONTH, window.number(match, "y") or None, word.month, _third(window, match))


def read_part_of_year(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``early 2020``."""
    if match.start("p") == match.start() and not compiled(PLAIN).match(window.tokens[match.start("p")]):
        return None  # 末 comes after the year
    return _single(Precision.PART_OF_YEAR, window.number(match, "y"), 0, _third(window, match))


def read_part_of_months(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``end of Q2 2020``, ``early H2 2021``: a third of the quarter or half year."""
    number, year = window.number(match, "n"), window.number(match, "y")
    length = 1 if match["q"] else 2
    if not 1 <= number <= 4 // length:
        return None
    first = 3 * length * (number - 1) + length * _third(window, match) + 1
    begin = PartialDate(Precision.MONTH, year, first)
    return (PartialRange(begin, begin._replace(month=first + length - 1) if length > 1 else begin),)


def read_bare_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``in May``."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    telling = (word.full and not word.other) or (window.has_capital(match) and word.spelling[0].isupper())
    return _single(Precision.MONTH, None, word.month) if telling else None


def read_numeric(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``30.04.2019``, ``4/5/2019``, ``4/5``: with dots the day comes first, else either can."""
    sign = match["s"].strip(BLANK)
    before = window.before(match)
    first, second = window.tokens[match.start("d")], window.tokens[match.start("n")]
    year = _century(window, match)
    if "never_after" in before.roles and not (
        sign == "/" and (year or "meetings" in before.roles or not window.can_count(match))
    ):
        return None  # "wave 3/4", but not "wave 8/4"
    if match["yy"]:
        widths = {len(window.tokens[match.start(name)]) for name in (("yy",) if sign == "/" else ("d", "n", "yy"))}
        if widths != {2}:
            return None
    day, month = int(first), int(second)
    readings = [_days(year, month, day, 0, "day")]
    if sign != ".":
        readings.append(_days(year, day, month, 0, "month"))
    readings = [reading for reading in readings if reading.is_possible]
    if (len(readings) == 2 and day == month) or sign == ".":
        readings = [_days(year, month, day, 0)]
    if year is None and ((day, month) == _ROUND_THE_CLOCK or not window.is_day(match, len(readings) == 1)):
        return None
    languages = window.languages_around(match) if len(readings) == 2 else frozenset()
    if languages and languages <= window.lexicon.ordered:
        month_first = bool(languages & window.lexicon.month_first)
        readings = [_days(year, day, month, 0) if month_first else _days(year, month, day, 0)]
    return tuple(readings)


def read_year_first(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``2020-05-08``."""
    if "never_after" in window.before(match).roles:
        return None
    return (_days(window.number(match, "y"), window.number(match, "n"), window.number(match, "d"), 0),)


#: The words before a month without a zero: "in 5/2020".
_BEFORE_MONTH: Final = ("in_month", "on_day", "by_day", "moved")


def read_numeric_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``05/2020``."""
    number, year = window.tokens[match.start("n")], window.number(match, "y")
    is_shown = len(number) == 2 or not window.before(match).roles.isdisjoint(_BEFORE_MONTH)
    if not is_shown or not 1 <= int(number) <= 12 or year < 2010 or "never_after" in window.before(match).roles:
        return None
    return _single(Precision.MONTH, year, int(number))


def read_cjk(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``2019年4月30日``, ``4月末``, ``4月``."""
    year, month = window.number(match, "y") or None, window.number(match, "n")
    if not 1 <= month <= 12:
        return ()
    if match["d"]:
        return (_days(year, month, window.number(match, "d"), window.number(match, "b")),)
    if match["p"]:
        return _single(Precision.PART_OF_MONTH, year, month, _third(window, match))
    return _single(Precision.MONTH, year, month)


def read_month_end(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``4月末``."""
    month = window.number(match, "n")
    return _single(Precision.PART_OF_MONTH, window.number(match, "y") or None, month, 2) if 1 <= month <= 12 else ()


def read_year_end(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``2020年末``."""
    return _single(Precision.PART_OF_YEAR, window.number(match, "y"), 0, 2)


def read_quarter(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``Q2 2020``."""
    number = window.number(match, "n")
    if not 1 <= number <= 4 or "never_after" in window.before(match).roles:
        return None
    return _single(Precision.QUARTER, window.number(match, "y"), 0, number)


def read_quarter_alone(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``in Q2``."""
    number = window.number(match, "n")
    return _single(Precision.QUARTER, None, 0, number) if 1 <= number <= 4 else None


def read_week_of_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...]:
    """Read ``first week of May``: its first seven days, or the next seven."""
    word = window.lexicon.word(window.tokens[match.start("m")])
    first = 1 if "first" in window.lexicon.word(window.tokens[match.start("p")]).roles else 8
    return (_days(window.number(match, "y") or None, word.month, first, first + 6),)


def read_week(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``CW 20``, ``week 20 of 2020``."""
    number, word = window.number(match, "n"), window.tokens[match.start()]
    if not 1 <= number <= 53 or (len(word) == 1 and word.islower()):  # "S 24", but not "the IP's 2)"
        return None
    return _single(Precision.WEEK, window.number(match, "y") or None, 0, number)


def read_week_alone(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``in week 33``, ``Ana - week 33``; a small number can be that of a week of a project."""
    number = window.number(match, "n")
    told = window.before(match).roles & {"in_month", "on_day", "by_day"} and window.ends_or_goes_on(match)
    told = told or window.is_apart(match)
    return _single(Precision.WEEK, None, 0, number) if told and _PROJECT < number <= 53 else None


def read_months(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``May/June 2020``."""
    first, last = (window.lexicon.word(window.tokens[match.start(name)]).month for name in "mb")
    year = window.number(match, "y")
    begin = PartialDate(Precision.MONTH, year - (first > last), first)
    return (PartialRange(begin, PartialDate(Precision.MONTH, year, last)),)


def read_half(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``H1 2021``, ``first half of 2021``."""
    number = window.number(match, "n")
    if match["p"]:
        number = 1 if "first" in window.lexicon.word(window.tokens[match.start("p")]).roles else 2
    if number not in (1, 2):
        return None
    begin = PartialDate(Precision.QUARTER, window.number(match, "y"), 0, 2 * number - 1)
    return (PartialRange(begin, begin._replace(number=2 * number)),)


def _told(precision: Precision, anchor: Anchor, number: int = 0, month: int = 0) -> tuple[PartialRange]:
    """Return a date that is told from the day of writing."""
    date = PartialDate(precision, None, month, number, anchor=anchor)
    return (PartialRange(date, date),)


def read_relative(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``today``, ``EOM``, ``来週``."""
    roles = window.lexicon.word(window.tokens[match.start("r")]).roles
    if "tomorrow" in roles:
        # "por la mañana" is in the morning
        return None if "articles" in window.before(match).roles else _told(Precision.DAY, Anchor.DAY, 1)
    if "today" in roles:
        return _told(Precision.DAY, Anchor.DAY)
    if "week_ends" in roles:
        return _told(Precision.DAY, Anchor.WEEKDAY, 0, _FRIDAY)
    if "month_ends" in roles:
        return _told(Precision.DAY, Anchor.MONTH_END)
    if "year_ends" in roles:
        return _told(Precision.DAY, Anchor.YEAR_END)
    if "next_months" in roles:
        return _told(Precision.MONTH, Anchor.MONTH, 1)
    return _told(Precision.WEEK, Anchor.WEEK, 1)


def read_relative_unit(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``next week``, ``this month``, ``mes que viene``."""
    number = 0 if match["t"] else 1
    if match["w"]:
        return _told(Precision.WEEK, Anchor.WEEK, number)
    return _told(Precision.MONTH, Anchor.MONTH, number)


def read_day_of_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``on the 21st``: the first such day to come."""
    number = window.number(match, "n")
    if not 1 <= number <= 31 or not window.ends_or_goes_on(match):
        return None
    return _told(Precision.DAY, Anchor.MONTH_DAY, number)


def read_part_of_this(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``end of the month``, ``end of next week``: the third of a month, and the Friday of a week."""
    number = 1 if match["x"] else 0
    third = _third(window, match)
    if not match["w"]:
        return _told(Precision.PART_OF_MONTH, Anchor.MONTH, number, third)
    return _told(Precision.DAY, Anchor.WEEKDAY, number, _FRIDAY) if third == 2 else None


def read_weekday(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``Friday``, unless it only says which day of the week a date is, or means more than one day."""
    token = window.tokens[match.start("d")]
    word = window.lexicon.word(token)
    before = window.before(match)
    if "recurring" in before.roles or window.recurs(match) or window.beside_date(match):
        return None
    told = bool(
        match["x"] or match["t"] or before.roles & {"by_day", "on_day", "label", "in_month"} or window.is_before_deadline(match)
    ) or (window.is_due(match) and window.ends_or_goes_on(match))
    short = len(token) < 3 and token.isascii()
    alone = (token[0].isupper() or not word.other) and not short and window.ends_clause(match)
    if not told and not alone:
        return None
    return _told(Precision.DAY, Anchor.WEEKDAY, 1 if match["x"] else 0, word.weekday)


def read_end_of(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange]:
    """Read ``EOY 2019``, ``EOM June 2020``: the last day, or the last third of a month without year."""
    if not match["m"]:
        return _single(Precision.DAY, window.number(match, "y"), 12, 31)
    year, month = window.number(match, "y") or None, window.lexicon.word(window.tokens[match.start("m")]).month
    if year is None:
        return _single(Precision.PART_OF_MONTH, None, month, 2)
    return _single(Precision.DAY, year, month, monthrange(year, month)[1])
