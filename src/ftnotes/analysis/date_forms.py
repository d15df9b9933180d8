"""The forms of dates: which sequences of words, numbers and signs are one, and what they say.

A form is an expression over the kinds of `date_words`, and a function that makes readings of what it matched, or refuses it:
"5 out of 10" has the form of a day in October, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import frozen

from ..text.source import Span
from .date_lexicon import BLANK, LETTERS, NUMBER, WORD, DateLexicon, DateToken
from .date_mention import DateMention, PartialDate, PartialRange, Precision

#: What a date does not stand right behind and right before, where it starts or ends with a letter or number.
# Those that hold letters of many scripts are compiled on first use: not all notes have dates.
_LEFT: Final = rf"(?<![0-9{LETTERS}_#$€£¥+@\\])(?<![0-9][.,:/])"
_BEHIND_DASH: Final = re.compile(r"(?<=[0-9]-)")
_RIGHT: Final = rf"(?!(?!T[0-9])[0-9{LETTERS}_%])(?![.,:/][0-9]|-[a-z])"
_BEFORE_DASH: Final = re.compile(r"(?=-[0-9])")
_BEFORE_DAY: Final = re.compile(r"(?=-[0-9]{1,2}-[0-9])")
_PLAIN: Final = rf"[0-9{LETTERS}]"

#: What a form makes of its match: the readings; none for days that no calendar has; None where it is no date after all.
_Read: TypeAlias = "Callable[[Window, re.Match[str]], tuple[PartialRange, ...] | None]"
#: The forms that may start with a kind of word or number.
_Forms: TypeAlias = "dict[str, list[tuple[re.Pattern[str], _Read]]]"

#: Never a date without a year, though 24 July could be written so.
_ROUND_THE_CLOCK: Final = (24, 7)


@frozen
class Window:
    """A stretch of a line that is read for dates."""

    #: The text with narrow digits, and as it was typed.
    text: str
    typed: str
    tokens: list[DateToken]
    kinds: str
    words: DateLexicon

    def mentions(self) -> list[DateMention]:
        """Its dates, those that are the two ends of a range joined."""
        found: list[DateMention] = []
        end, start_of_date = -2, _starts(self.words)
        candidate = start_of_date.search(self.kinds)
        while candidate:
            match, readings = self._at(candidate.start(), end)
            if match is None:
                candidate = start_of_date.search(self.kinds, candidate.end())
                continue
            candidate = start_of_date.search(self.kinds, match.end())
            end = self.tokens[match.end() - 1].end()
            if not readings:
                continue
            start = self.tokens[match.start("m" if "before" in match.re.groupindex else 0)].start()
            precision = readings[0].begin.precision if readings[0].begin == readings[0].end else Precision.RANGE
            mention = DateMention(Span(start, end), self.typed[start:end], precision, readings)
            joined = self._joined(found[-1], mention) if found else None
            if joined:
                found[-1] = joined
            else:
                found.append(mention)
        return found

    def _at(self, place: int, end: int) -> tuple[re.Match[str] | None, tuple[PartialRange, ...]]:
        """The date at a token, what it is and what it says; one without readings is a day that there is not."""
        start = self.tokens[place].start()
        if not re.compile(_LEFT).match(self.text, start) or (_BEHIND_DASH.match(self.text, start) and end != start - 1):
            return None, ()
        for pattern, read in _forms(self.words)[self.kinds[place]]:
            match = pattern.match(self.kinds, place)
            if match and self._ends_well(match):
                readings = read(self, match)
                if readings is not None:
                    return match, tuple(reading for reading in readings if reading.is_possible)
        return None, ()

    def _ends_well(self, match: re.Match[str]) -> bool:
        last = self.tokens[match.end() - 1]
        if last.group() == ".":
            return not re.compile(_PLAIN).match(self.text, last.end())
        if not re.compile(_PLAIN).match(last.group()):
            return True
        goes_on = (_BEFORE_DASH if "-" in match.group() else _BEFORE_DAY).match(self.text, last.end())
        return bool(re.compile(_RIGHT).match(self.text, last.end())) and not goes_on

    def _joined(self, above: DateMention, below: DateMention) -> DateMention | None:
        """The range of which the two are the ends, where they are."""
        gap = self.text[above.span.end : below.span.start]
        if len(gap) > 12 or Precision.RANGE in (above.precision, below.precision) or not self.words.between.fullmatch(gap):
            return None
        readings = []
        for first in above.as_written:
            for last in below.as_written:
                if not first.begin.first_unit or not last.end.first_unit or first.begin.first_unit == last.end.first_unit:
                    reading = _range(first.begin, last.end)
                    readings += [reading] if reading else []
        span = Span(above.span.start, below.span.end)
        return DateMention(span, self.typed[span.start : span.end], Precision.RANGE, tuple(readings)) if readings else None

    # ---- what the forms say

    def number(self, match: re.Match[str], name: str) -> int:
        """The number that a group of a form is; 0 where it is not there."""
        return int(self.tokens[match.start(name)].group()) if match[name] else 0

    def has_capital(self, match: re.Match[str]) -> bool:
        """Whether the month is typed with a capital."""
        return self.tokens[match.start("m")].group()[0].isupper()

    def share_language(self, match: re.Match[str]) -> bool:
        """Whether some language has both the month and the word of the group ``p``."""
        words = (self.words.word(self.tokens[match.start(name)]) for name in "mp")
        return bool(frozenset.intersection(*(word.languages for word in words)))

    def before(self, match: re.Match[str]) -> frozenset[str]:
        """What the word before a date can be, blanks, signs and bold between left out."""
        place = match.start() - 1
        while place >= max(0, match.start() - 5) and (self.kinds[place] in " :.," or self.tokens[place].group() == "*"):
            place -= 1
        return self.words.word(self.tokens[place]).roles if place >= 0 and not self.kinds[place].isascii() else frozenset()

    def behind(self, match: re.Match[str]) -> str:
        """The kinds of the two tokens behind a date."""
        return self.kinds[match.end() : match.end() + 2]

    def due(self, match: re.Match[str], sure: bool) -> bool:
        """Whether words around a date without year and name of a month show that it is one. ``sure``: its numbers allow
        for one reading alone."""
        behind = self.behind(match)
        before = self.before(match)
        word = behind.lstrip(BLANK)[:1]
        if before & {"by_day", "weekdays"} or (word in self.words.sets["behind_day"] and word):
            return True
        return "on_day" in before and (sure or behind[:1] != BLANK or behind[1:] not in (WORD, NUMBER))


def _range(begin: PartialDate, end: PartialDate) -> PartialRange | None:
    """From one to the other; the one that says no year takes that of the other."""
    if begin.year is None and end.year is not None:
        for year in (end.year, end.year - 1):
            reading = PartialRange(begin._replace(year=year), end)
            if reading.resolve():
                return reading
        return None
    if begin.year is not None and end.year is None:
        for year in (begin.year, begin.year + 1):
            reading = PartialRange(begin, end._replace(year=year))
            if reading.resolve():
                return reading
        return None
    reading = PartialRange(begin, end)
    return reading if reading.is_possible else None


def _days(year: int | None, month: int, first: int, last: int, first_unit: str = "") -> PartialRange:
    """A day, or where ``last`` is one, the days up to it."""
    begin = PartialDate(Precision.DAY, year, month, first, first_unit)
    return PartialRange(begin, begin._replace(number=last) if last else begin)


def _one(precision: Precision, year: int | None, month: int = 0, number: int = 0) -> tuple[PartialRange]:
    said = PartialDate(precision, year, month, number)
    return (PartialRange(said, said),)


def _century(line: Window, match: re.Match[str]) -> int | None:
    """The year of a date, also of one in two digits; None for none."""
    if not match["y"] and match["yy"]:
        return 2000 + line.number(match, "yy")
    return line.number(match, "y") or None


def _day_month(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = line.words.word(line.tokens[match.start("m")])
    year = _century(line, match)
    if match["yy"] and len(line.tokens[match.start("yy")].group()) != 2:
        return None
    if year is None:
        # "5 out of 10", "the 3 may": where a blank is all that stands between, the month must look like one.
        plain = match["joint"] in ("", BLANK)
        telling = line.has_capital(match) if word.other or not word.full else True
        if plain and not (telling and (word.full or word.spelling[0].isupper())):
            return None
    day, last = line.number(match, "d"), line.number(match, "b")
    return (_days(year, word.month, day, last),)


def _month_day(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = line.words.word(line.tokens[match.start("m")])
    year = line.number(match, "y") or None
    if year is None:
        telling = (word.full and not word.other) or line.has_capital(match)
        if not telling or not word.languages & line.words.month_first or "in_month" in line.before(match):
            return None
    return (_days(year, word.month, line.number(match, "d"), line.number(match, "b")),)


def _month_year(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = line.words.word(line.tokens[match.start("m")])
    if word.other and not match["joint"].strip(" ,") and not line.has_capital(match):
        return None
    return _one(Precision.MONTH, line.number(match, "y"), word.month)


def _third(line: Window, match: re.Match[str]) -> int:
    roles = line.words.word(line.tokens[match.start("p")]).roles
    return 0 if "begin" in roles else 1 if "middle" in roles else 2


def _part_of_month(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = line.words.word(line.tokens[match.start("m")])
    telling = match["y"] or (word.full and not word.other) or line.has_capital(match)
    if not telling or not line.share_language(match):
        return None
    return _one(Precision.PART_OF_MONTH, line.number(match, "y") or None, word.month, _third(line, match))


def _part_of_year(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    if match.start("p") == match.start() and not re.compile(_PLAIN).match(line.tokens[match.start("p")].group()):
        return None  # 末 stands behind the year
    return _one(Precision.PART_OF_YEAR, line.number(match, "y"), 0, _third(line, match))


def _bare_month(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    word = line.words.word(line.tokens[match.start("m")])
    telling = (word.full and not word.other) or (line.has_capital(match) and word.spelling[0].isupper())
    return _one(Precision.MONTH, None, word.month) if telling else None


def _numeric(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """``30.04.2019``, ``4/5/2019``, ``4/5``: with dots the day comes first, else either may."""
    sign = match["s"].strip(BLANK)
    first, second = line.tokens[match.start("d")].group(), line.tokens[match.start("n")].group()
    year = _century(line, match)
    if "never_after" in line.before(match):
        return None
    if match["yy"]:
        widths = {len(line.tokens[match.start(name)].group()) for name in (("yy",) if sign == "/" else ("d", "n", "yy"))}
        if widths != {2}:
            return None
    day, month = int(first), int(second)
    readings = [_days(year, month, day, 0, "day")]
    if sign != ".":
        readings.append(_days(year, day, month, 0, "month"))
    readings = [reading for reading in readings if reading.is_possible]
    if (len(readings) == 2 and day == month) or sign == ".":
        readings = [_days(year, month, day, 0)]
    if year is None and ((day, month) == _ROUND_THE_CLOCK or not line.due(match, len(readings) == 1)):
        return None
    return tuple(readings)


def _year_first(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    if "never_after" in line.before(match):
        return None
    return (_days(line.number(match, "y"), line.number(match, "n"), line.number(match, "d"), 0),)


def _numeric_month(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number, year = line.tokens[match.start("n")].group(), line.number(match, "y")
    if len(number) < 2 or not 1 <= int(number) <= 12 or year < 2010 or "never_after" in line.before(match):
        return None
    return _one(Precision.MONTH, year, int(number))


def _signed(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    """``2019年4月30日``, ``4月末``, ``4月``."""
    year, month = line.number(match, "y") or None, line.number(match, "n")
    if not 1 <= month <= 12:
        return ()
    if match["d"]:
        return (_days(year, month, line.number(match, "d"), line.number(match, "b")),)
    if match["p"]:
        return _one(Precision.PART_OF_MONTH, year, month, _third(line, match))
    return _one(Precision.MONTH, year, month)


def _quarter(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number = line.number(match, "n")
    if not 1 <= number <= 4 or "never_after" in line.before(match):
        return None
    return _one(Precision.QUARTER, line.number(match, "y"), 0, number)


def _week(line: Window, match: re.Match[str]) -> tuple[PartialRange, ...] | None:
    number = line.number(match, "n")
    if not 1 <= number <= 53:
        return None
    return _one(Precision.WEEK, line.number(match, "y") or None, 0, number)


_MONTH_AND_DAY: Final = (
    r"(?P<n>n) ?{month_signs}(?: ?(?P<d>n) ?{day_signs}(?: ?[-~{to_}] ?(?P<b>n) ?{day_signs})?| ?(?P<p>{part}))?"
)
_YEAR: Final = r"(?:\.?(?: ?,? ?(?:{of} ?)?|[-/])(?P<y>y)"
#: The forms by what they start with, as expressions over kinds; the names in braces are sets of `DateLexicon`. All repeats
#: are bounded. A group that is always empty stands for what the form does not say.
_FORMS: Final[dict[str, tuple[tuple[str, _Read], ...]]] = {
    "y": (
        (r"(?P<y>y) ?{year_signs} ?" + _MONTH_AND_DAY, _signed),
        (r"(?P<y>y) ?{year_signs} ?(?P<p>{part})", _part_of_year),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?:{quarters}(?P<n>n))", _quarter),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?P<n>n) ?{quarters}", _quarter),
        (r"(?P<y>y)-?{weeks}(?P<n>n)", _week),
        (r"(?P<y>y) ?{year_signs} ?{ordinals}? ?(?P<n>n) ?{weeks}", _week),
        (r"(?P<y>y)(?P<s>[./-])(?P<n>n)(?P=s)(?P<d>n)", _year_first),
    ),
    "n": (
        (r"(?P<y>)" + _MONTH_AND_DAY, _signed),
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
def _forms(words: DateLexicon) -> _Forms:
    """The forms with the words of a playbook in them: for each kind of word or number, those that start with it."""
    kinds = {
        **words.sets,
        "part": words.sets["begin"] + words.sets["middle"] + words.sets["end"],
        "before": words.sets["in_month"] + words.sets["on_day"] + words.sets["by_day"],
    }
    sets = {name: f"[{members}]" for name, members in kinds.items()} | {"to_": kinds["to"]}
    found: _Forms = {}
    for start, forms in _FORMS.items():
        compiled = [(re.compile(form.format_map(sets)), read) for form, read in forms]
        for kind in kinds.get(start, start):
            found.setdefault(kind, []).extend(compiled)
    return found


@lru_cache(maxsize=16)
def _starts(words: DateLexicon) -> re.Pattern[str]:
    """Any kind with which a date may start."""
    return re.compile(f"[{''.join(_forms(words))}]")
