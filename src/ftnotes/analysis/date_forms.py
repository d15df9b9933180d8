"""The forms of dates: the sequences of words, numbers and punctuation that are one, and the readings of each.

A form is an expression over the kinds of `date_lexicon`, and a function that makes readings of its match, or refuses it:
"5 out of 10" has the form of a day in October, and is not a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from .date_lexicon import BLANK, DateLexicon
from .date_mention import PartialDate, PartialRange, Precision
from .date_window import PLAIN, DateWindow

#: Returns the readings of a form's match; none for days that no calendar has; None if it is not a date after all.
Reader: TypeAlias = "Callable[[DateWindow, re.Match[str]], tuple[PartialRange, ...] | None]"

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


def _day_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = window.lexicon.word(window.tokens[match.start("m")])
    year = _century(window, match)
    if match["yy"] and len(window.tokens[match.start("yy")].group()) != 2:
        return None
    if year is None:
        # "5 out of 10", "the 3 may": after a mere space, the month must look like one
        plain = match["joint"] in ("", BLANK)
        telling = window.has_capital(match) if word.other or not word.full else True
        if plain and not (telling and (word.full or word.spelling[0].isupper())):
            return None
    day, last = window.number(match, "d"), window.number(match, "b")
    return (_days(year, word.month, day, last),)


def _month_day(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = window.lexicon.word(window.tokens[match.start("m")])
    year = window.number(match, "y") or None
    if year is None:
        telling = (word.full and not word.other) or window.has_capital(match)
        if not telling or not word.languages & window.lexicon.month_first or "in_month" in window.roles_before(match):
            return None
    return (_days(year, word.month, window.number(match, "d"), window.number(match, "b")),)


def _month_year(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = window.lexicon.word(window.tokens[match.start("m")])
    if word.other and not match["joint"].strip(" ,") and not window.has_capital(match):
        return None
    return _single(Precision.MONTH, window.number(match, "y"), word.month)


def _third(window: DateWindow, match: re.Match[str]) -> int:
    roles = window.lexicon.word(window.tokens[match.start("p")]).roles
    return 0 if "begin" in roles else 1 if "middle" in roles else 2


def _part_of_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = window.lexicon.word(window.tokens[match.start("m")])
    telling = match["y"] or (word.full and not word.other) or window.has_capital(match)
    if not telling or not window.share_language(match):
        return None
    return _single(Precision.PART_OF_MONTH, window.number(match, "y") or None, word.month, _third(window, match))


def _part_of_year(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    if match.start("p") == match.start() and not re.compile(PLAIN).match(window.tokens[match.start("p")].group()):
        return None  # 末 comes after the year
    return _single(Precision.PART_OF_YEAR, window.number(match, "y"), 0, _third(window, match))


def _bare_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = window.lexicon.word(window.tokens[match.start("m")])
    telling = (word.full and not word.other) or (window.has_capital(match) and word.spelling[0].isupper())
    return _single(Precision.MONTH, None, word.month) if telling else None


def _numeric(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``30.04.2019``, ``4/5/2019``, ``4/5``: with dots the day comes first, else either can."""
    sign = match["s"].strip(BLANK)
    first, second = window.tokens[match.start("d")].group(), window.tokens[match.start("n")].group()
    year = _century(window, match)
    if "never_after" in window.roles_before(match):
        return None
    if match["yy"]:
        widths = {len(window.tokens[match.start(name)].group()) for name in (("yy",) if sign == "/" else ("d", "n", "yy"))}
        if widths != {2}:
            return None
    day, month = int(first), int(second)
    readings = [_days(year, month, day, 0, "day")]
    if sign != ".":
        readings.append(_days(year, day, month, 0, "month"))
    readings = [reading for reading in readings if reading.is_possible]
    if (len(readings) == 2 and day == month) or sign == ".":
        readings = [_days(year, month, day, 0)]
    if year is None and ((day, month) == _ROUND_THE_CLOCK or not window.is_due(match, len(readings) == 1)):
        return None
    return tuple(readings)


def _year_first(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    if "never_after" in window.roles_before(match):
        return None
    return (_days(window.number(match, "y"), window.number(match, "n"), window.number(match, "d"), 0),)


def _numeric_month(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number, year = window.tokens[match.start("n")].group(), window.number(match, "y")
    if len(number) < 2 or not 1 <= int(number) <= 12 or year < 2010 or "never_after" in window.roles_before(match):
        return None
    return _single(Precision.MONTH, year, int(number))


def _cjk(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """Read ``2019年4月30日``, ``4月末``, ``4月``."""
    year, month = window.number(match, "y") or None, window.number(match, "n")
    if not 1 <= month <= 12:
        return ()
    if match["d"]:
        return (_days(year, month, window.number(match, "d"), window.number(match, "b")),)
    if match["p"]:
        return _single(Precision.PART_OF_MONTH, year, month, _third(window, match))
    return _single(Precision.MONTH, year, month)


def _quarter(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number = window.number(match, "n")
    if not 1 <= number <= 4 or "never_after" in window.roles_before(match):
        return None
    return _single(Precision.QUARTER, window.number(match, "y"), 0, number)


def _week(window: DateWindow, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number = window.number(match, "n")
    if not 1 <= number <= 53:
        return None
    return _single(Precision.WEEK, window.number(match, "y") or None, 0, number)


_MONTH_AND_DAY: Final = (
    r"(?P<n>n) ?{month_signs}(?: ?(?P<d>n) ?{day_signs}(?: ?[-~{to_}] ?(?P<b>n) ?{day_signs})?| ?(?P<p>{part}))?"
)
_YEAR: Final = r"(?:\.?(?: ?,? ?(?:{of} ?)?|[-/])(?P<y>y)"
#: The forms by the kind that they start with, as expressions over kinds; the names in braces are sets of `DateLexicon`. All
#: repeats are bounded. A group that is always empty is for a value that the form lacks.
_FORMS: Final[dict[str, tuple[tuple[str, Reader], ...]]] = {
    "y": (
        (r"(?P<y>y) ?{year_signs} ?" + _MONTH_AND_DAY, _cjk),
        (r"(?P<y>y) ?{year_signs} ?(?P<p>{part})", _part_of_year),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?:{quarters}(?P<n>n))", _quarter),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?P<n>n) ?{quarters}", _quarter),
        (r"(?P<y>y)-?{weeks}(?P<n>n)", _week),
        (r"(?P<y>y) ?{year_signs} ?{ordinals}? ?(?P<n>n) ?{weeks}", _week),
        (r"(?P<y>y)(?P<s>[./-])(?P<n>n)(?P=s)(?P<d>n)", _year_first),
    ),
    "n": (
        (r"(?P<y>)" + _MONTH_AND_DAY, _cjk),
        (
            r"(?P<d>n)(?:{ordinals}|\.)?(?: ?[-~{to_}] ?(?P<b>n)(?:{ordinals}|\.)?)?(?P<joint> ?{of} ?|[-/ ]?)(?P<m>{month})"
            + _YEAR + r"|[-/](?P<yy>n))?",
            _day_month,
        ),
        (r"(?P<n>n)(?:{ordinals}|\.)? ?{quarters} ?(?:{of} ?|[/,-])?(?P<y>y)", _quarter),
        (r"(?P<d>n)(?P<s>[./] ?|-)(?P<n>n)(?P=s)(?:(?P<y>y)|(?P<yy>n))", _numeric),
        (r"(?P<n>n)/(?P<y>y)", _numeric_month),
        (r"(?P<d>n)(?P<s>/)(?P<n>n)(?P<y>)(?P<yy>)", _numeric),
        (r"(?P<d>n)(?P<s>\. ?)(?P<n>n)\.(?P<y>)(?P<yy>)", _numeric),
    ),
    "month": (
        (r"(?P<m>{month})\.?(?P<joint> ?,? ?(?:{of} ?)?|[-/])(?P<y>y)", _month_year),
        (
            r"(?P<m>{month})(?:\.? ?|[-/])(?P<d>n)(?:{ordinals})?(?: ?[-~{to_}] ?(?P<b>n)(?:{ordinals})?)?"
            r"(?:(?:,? ?(?:{of} ?)?|[-/])(?P<y>y))?",
            _month_day,
        ),
    ),
    "part": (
        (r"(?P<p>{part})(?: ?{of})? ?-?(?P<m>{month})" + _YEAR + ")?", _part_of_month),
        (r"(?P<p>{part})(?: ?{of})? ?-?(?P<y>y)", _part_of_year),
    ),
    "before": ((r"(?P<before>{before}) (?P<m>{month})(?!\.?(?: ?,? ?(?:{of} ?)?|[-/])[ny])", _bare_month),),
    "quarters": ((r"{quarters} ?(?P<n>n) ?(?:[/,-] ?|{of} ?)?(?P<y>y)", _quarter),),
    "calendar_weeks": ((r"{calendar_weeks} ?(?P<n>n)(?: ?(?:[/,-] ?|{of} ?)?(?P<y>y))?", _week),),
    "weeks": ((r"{weeks} ?(?P<n>n) ?(?:[/,-] ?|{of} ?)?(?P<y>y)", _week),),
}  # fmt: skip


@lru_cache(maxsize=16)
def date_forms(lexicon: DateLexicon) -> dict[str, list[tuple[re.Pattern[str], Reader]]]:
    """Return the forms with the words of a playbook in them, by the kind of word or number that they start with."""
    kinds = {
        **lexicon.sets,
        "part": lexicon.sets["begin"] + lexicon.sets["middle"] + lexicon.sets["end"],
        "before": lexicon.sets["in_month"] + lexicon.sets["on_day"] + lexicon.sets["by_day"],
    }
    sets = {name: f"[{members}]" for name, members in kinds.items()} | {"to_": kinds["to"]}
    by_kind: dict[str, list[tuple[re.Pattern[str], Reader]]] = {}
    for start, forms in _FORMS.items():
        compiled = [(re.compile(form.format_map(sets)), read) for form, read in forms]
        for kind in kinds.get(start, start):
            by_kind.setdefault(kind, []).extend(compiled)
    return by_kind


@lru_cache(maxsize=16)
def date_start(lexicon: DateLexicon) -> re.Pattern[str]:
    """Return an expression for any kind with which a date can start."""
    return re.compile(f"[{''.join(date_forms(lexicon))}]")
