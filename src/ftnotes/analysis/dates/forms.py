"""The forms of dates: the sequences of words, numbers and punctuation that are one.

A form is an expression over the kinds of `lexicon`, and a function of `readings` that makes readings of its match.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Final

from attrs import frozen

from .lexicon import LONG, OTHER, WORD, DateLexicon
from .readings import (
    Reader,
    read_bare_month,
    read_cjk,
    read_day_month,
    read_day_of_month,
    read_end_of,
    read_half,
    read_month_day,
    read_month_end,
    read_month_year,
    read_months,
    read_numeric,
    read_numeric_month,
    read_part_of_month,
    read_part_of_months,
    read_part_of_this,
    read_part_of_year,
    read_quarter,
    read_quarter_alone,
    read_relative,
    read_relative_unit,
    read_week,
    read_week_alone,
    read_week_of_month,
    read_weekday,
    read_year_end,
    read_year_first,
)

#: The roles of words that are a date by themselves.
_RELATIVE: Final = ("today", "tomorrow", "week_ends", "month_ends", "year_ends", "next_weeks", "next_months")
_MONTH_AND_DAY: Final = (
    r"(?P<n>n) ?{month_signs}(?: ?(?P<d>n) ?{day_signs}(?: ?[-~{to_}] ?(?P<b>n) ?{day_signs})?| ?(?P<p>{part}))?"
)
_YEAR: Final = r"(?:\.?(?: ?,? ?(?:{of} ?)?|[-/])(?P<y>y)"
#: The forms by the kind that they start with, as expressions over kinds; the names in braces are sets of `DateLexicon`. All
#: repeats are bounded. A group that is always empty is for a value that the form lacks.
_FORMS: Final[dict[str, tuple[tuple[str, Reader], ...]]] = {
    "y": (
        (r"(?P<y>y) ?{year_signs} ?" + _MONTH_AND_DAY, read_cjk),
        (r"(?P<y>y) ?{year_signs} ?(?P<p>{part})", read_part_of_year),
        (r"(?P<y>y) ?{year_signs} ?(?P<n>n) ?{month_ends}", read_month_end),
        (r"(?P<y>y) ?{year_ends}", read_year_end),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?:{quarters}(?P<n>n))", read_quarter),
        (r"(?P<y>y) ?[-/]?{year_signs}? ?{ordinals}? ?(?P<n>n) ?{quarters}", read_quarter),
        (r"(?P<y>y)-?{weeks}(?P<n>n)", read_week),
        (r"(?P<y>y) ?{year_signs} ?{ordinals}? ?(?P<n>n) ?{weeks}", read_week),
        (r"(?P<y>y)(?P<s>[./-])(?P<n>n)(?P=s)(?P<d>n)", read_year_first),
    ),
    "n": (
        (r"(?P<y>)" + _MONTH_AND_DAY, read_cjk),
        (r"(?P<y>)(?P<n>n) ?{month_ends}", read_month_end),
        (
            r"(?P<d>n)(?:{ordinals}|\.)?(?: ?[-~{to_}] ?(?P<b>n)(?:{ordinals}|\.)?)?(?P<joint> ?{of} ?|[-/ ]?)(?P<m>{month})"
            + _YEAR + r"|[-/](?P<yy>n))?",
            read_day_month,
        ),
        (r"(?P<p>)(?P<n>n)(?:{ordinals}|\.)? ?{halves} ?(?:{of} ?|[/,-])?(?P<y>y)", read_half),
        (r"(?P<n>n)(?:{ordinals}|\.)? ?{quarters} ?(?:{of} ?|[/,-])?(?:{calendar_years} ?)?(?P<y>y)", read_quarter),
        (r"(?P<d>n)(?P<s>[./] ?|-)(?P<n>n)(?P=s)(?:(?P<y>y)|(?P<yy>n))", read_numeric),
        (r"(?P<n>n)/(?P<y>y)", read_numeric_month),
        (r"(?P<d>n)(?P<s>/)(?P<n>n)(?P<y>)(?P<yy>)", read_numeric),
        (r"(?P<d>n)(?P<s>\. ?)(?P<n>n)\.(?P<y>)(?P<yy>)", read_numeric),
    ),
    "month": (
        (r"(?P<m>{month}) ?[/-] ?(?P<b>{month}) ?(?:{of} ?)?(?P<y>y)", read_months),
        (r"(?P<m>{month})\.?(?P<joint> ?,? ?(?:{of} ?)?|[-/])(?P<y>y)", read_month_year),
        (
            r"(?P<m>{month})(?P<joint>\.? ?|[-/])(?P<d>n)(?:{ordinals})?(?: ?[-~{to_}] ?(?P<b>n)(?:{ordinals})?)?"
            r"(?:(?:,? ?(?:{of} ?)?|[-/])(?P<y>y))?",
            read_month_day,
        ),
    ),
    "part": (
        (r"(?P<p>{part})(?: ?{of})? ?-?(?P<m>{month})" + _YEAR + ")?", read_part_of_month),
        (r"(?P<p>{part})(?: ?{of})? ?-?(?P<y>y)", read_part_of_year),
        (
            r"(?P<p>{part})(?: ?{of})? ?-?(?:(?P<q>{quarters})|{halves}) ?(?P<n>n) ?(?:[/,-] ?|{of} ?)?"
            r"(?:{calendar_years} ?)?(?P<y>y)",
            read_part_of_months,
        ),
        (
            r"(?P<p>{part})(?: {of})?(?: {articles})? ?(?:(?P<x>{next}) ?|{this} ?)?(?:(?P<w>{weeks})|{any_months})(?! ?n)",
            read_part_of_this,
        ),
    ),
    "before": ((r"(?P<before>{before}) (?P<m>{month})(?!\.?(?: ?,? ?(?:{of} ?)?|[-/])[ny]|[-/]{month})", read_bare_month),),
    "quarters": ((r"{quarters} ?(?P<n>n) ?(?:[/,-] ?|{of} ?)?(?:{calendar_years} ?)?(?P<y>y)", read_quarter),),
    "calendar_weeks": ((r"{calendar_weeks} ?(?P<n>n)(?: ?(?:[/,-] ?|{of} ?)?(?P<y>y))?", read_week),),
    "halves": ((r"(?P<p>){halves} ?(?P<n>[n]) ?(?:[/,-] ?|{of} ?)?(?:{calendar_years} ?)?(?P<y>y)", read_half),),
    "before_day": (
        (r"(?P<before>{before}) (?:{articles} )?(?P<m>(?P<n>n){ordinals})(?! ?(?:{of} ?)?{month})", read_day_of_month),
    ),
    "before_quarter": (
        (
            r"(?P<before>{before_quarter}) (?P<m>{quarters}) ?(?P<n>n)(?! ?(?:[/,-] ?|{of} ?)?(?:{calendar_years} ?)?[ny])",
            read_quarter_alone,
        ),
    ),
    "half": (
        (r"(?P<p>{half}) {weeks} (?:{of} )?(?P<m>{month})" + _YEAR + ")?", read_week_of_month),
        (r"(?P<p>{half})(?P<n>) ?{halves} ?(?:{of} ?)?(?:{calendar_years} ?)?(?P<y>y)", read_half),
    ),
    "year_ends": ((r"(?P<m>){year_ends} ?(?:{of} ?)?(?P<y>y)", read_end_of),),
    "month_ends": ((r"{month_ends} ?(?:{of} ?)?(?P<m>{month})" + _YEAR + ")?", read_end_of),),
    "relative": (
        (r"(?P<t>{relative}) (?P<x>)(?P<d>{weekdays})", read_weekday),
        (r"(?P<r>{relative})(?:'w)?", read_relative),
    ),
    "shift": (
        (r"(?:(?P<x>{next})|(?P<t>{this})) ?(?:(?P<w>{weeks})|{any_months})(?! ?n)", read_relative_unit),
        (r"(?:(?P<x>{next})|(?P<t>{this})) ?(?P<d>{weekdays})", read_weekday),
    ),
    "unit": ((r"(?P<t>)(?:(?P<w>{weeks})|{any_months}) (?:w )?{next_after}", read_relative_unit),),
    "weekdays": ((r"(?P<x>)(?P<t>)(?P<d>{weekdays})", read_weekday),),
    "weeks": (
        (r"{weeks} ?(?P<n>n) ?(?:[/,-] ?|{of} ?)?(?P<y>y)", read_week),
        (r"{weeks} ?(?P<n>n)(?! ?[/,-]? ?[ny])", read_week_alone),
    ),
}  # fmt: skip


#: What must follow the first word or number of a form, where that is often not part of a date. All forms of a start imply it.
_FOLLOWED: Final = {
    "n": rf"\.(?! ?[{WORD}{OTHER}{LONG}]|\Z)|[-/{{ordinals}}]"
    r"| ?[-~{to}{month_signs}{month_ends}{of}{month}{halves}{quarters}]",
    "y": r"[-./{weeks}]| ?[-/{year_signs}{year_ends}{ordinals}{quarters}n]",
    "part": r"(?: ?[{of}])?(?: [{articles}])? ?-?[{month}y{quarters}{halves}{next}{this}{weeks}{any_months}]",
    "before": " [{month}]",
    "quarters": " ?n",
    "calendar_weeks": " ?n",
    "halves": " ?n",
    "before_day": " (?:[{articles}] )?n",
    "before_quarter": " [{quarters}]",
    "half": " ?[{halves}{weeks}]",
    "shift": " ?[{weeks}{any_months}{weekdays}]",
    "unit": " (?:w )?[{next_after}]",
    "weeks": " ?n",
}


@frozen(eq=False, repr=False, slots=False)
class DateForm:
    """A form with the words of a playbook in it."""

    expression: str
    read: Reader

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled on first use, since few texts have dates of all forms."""
        return re.compile(self.expression)


@lru_cache(maxsize=16)
def date_forms(lexicon: DateLexicon) -> dict[str, list[DateForm]]:
    """Return the forms with the words of a playbook in them, by the kind of word or number that they start with."""
    kinds = _kinds(lexicon)
    sets = {name: f"[{members}]" for name, members in kinds.items()} | {"to_": kinds["to"]}
    by_kind: dict[str, list[DateForm]] = {}
    for start, forms in _FORMS.items():
        filled = [DateForm(form.format_map(sets), read) for form, read in forms]
        for kind in kinds.get(start, start):
            by_kind.setdefault(kind, []).extend(filled)
    return by_kind


@lru_cache(maxsize=16)
def date_start(lexicon: DateLexicon) -> re.Pattern[str]:
    """Return an expression for any kind with which a date can start, if what follows can belong to a date."""
    kinds = _kinds(lexicon)
    followed: dict[str, dict[str, None]] = {}
    for start in _FORMS:
        for kind in kinds.get(start, start):
            followed.setdefault(kind, {})[_FOLLOWED.get(start, "").format_map(kinds)] = None
    together: dict[str, str] = {}
    for kind, follows in followed.items():
        after = "" if "" in follows else f"(?={'|'.join(follows)})"
        together[after] = together.get(after, "") + kind
    return re.compile("|".join(f"[{starts}]{after}" for after, starts in sorted(together.items())))


@lru_cache(maxsize=16)
def _kinds(lexicon: DateLexicon) -> dict[str, str]:
    """Return the kinds of words for each name in the forms."""
    before = lexicon.sets["in_month"] + lexicon.sets["on_day"] + lexicon.sets["by_day"]
    return {
        **lexicon.sets,
        "part": lexicon.sets["begin"] + lexicon.sets["middle"] + lexicon.sets["end"],
        "half": lexicon.sets["first"] + lexicon.sets["second"],
        "relative": "".join(lexicon.sets[role] for role in _RELATIVE),
        "shift": lexicon.sets["next"] + lexicon.sets["this"],
        "unit": lexicon.sets["weeks"] + lexicon.sets["any_months"],
        "before": before,
        "before_day": before,
        "before_quarter": before + lexicon.sets["to"] + lexicon.sets["this"],
    }
