"""The words of dates in all languages of a playbook, with which a line becomes a string of *kinds*.

A kind is one character for each word, number or punctuation character. The expressions of `forms` run over these
strings: so words stay data, and the expressions know no case, accent or language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from attrs import field, frozen

from ...playbook.playbook import Playbook
from ...playbook.word_lists import DateWords
from ...text.source import WHITESPACE
from ...text.words import fold
from ..remembered import Remembered
from ..word_patterns import LETTERS, cases, spellings

#: The roles of words other than months: the attributes of `DateWords`.
ROLES: Final = (
    "of", "ordinals", "begin", "middle", "end", "in_month", "on_day", "by_day", "weekdays", "recurring", "today", "tomorrow",
    "month_ends", "week_ends", "year_ends", "this", "next", "next_after", "next_weeks", "next_months", "any_months", "articles",
    "commencing", "halves", "first", "second", "calendar_years", "moved", "meetings", "after_day", "going_on", "to", "quarters",
    "calendar_weeks", "weeks", "year_signs", "month_signs", "day_signs", "never_after", "label",
)  # fmt: skip
#: The roles of words that need no number beside them.
_ALONE: Final = ("today", "tomorrow", "week_ends", "month_ends", "year_ends", "next_weeks", "next_months", "weekdays")
#: Full-width digits and punctuation, and their narrow forms, one character for one.
_WIDE: Final = str.maketrans({code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *map(ord, "／－．，："))})
_ANY_WIDE: Final = re.compile("[０-９／－．，：]")
_DASHES: Final = dict.fromkeys("–—~〜～‒‑−", "~")
#: The kinds of a number of one or two digits, a year, any other number, spaces, any other word, and anything else.
NUMBER, YEAR, LONG, BLANK, WORD, OTHER = "nyx wo"
_DIGITS: Final = frozenset("0123456789")
#: The first kind of words with roles, and what is none: most are below U+0100, since expressions of these are compiled fastest.
_FIRST_KIND, _NO_KIND = 0xA1, "\xa0"
#: Letters and accents that are not in Latin-1; and spaces in place of all characters of Latin-1 but its letters.
_BEYOND_LATIN: Final = re.compile("[\u0100-\u1fff]")
_APART: Final = bytes(code if re.match(f"[{LETTERS}]", chr(code)) else ord(" ") for code in range(256))


class DateWord(NamedTuple):
    """A word of dates, with all that it can be."""

    #: As the playbook has it.
    spelling: str
    #: The number of the month; 0 for none.
    month: int = 0
    #: Whether it is the full name of a month.
    full: bool = False
    #: Whether it can also mean something else.
    other: bool = False
    roles: frozenset[str] = frozenset()
    #: The numbers of the languages that have it.
    languages: frozenset[int] = frozenset()
    #: The number of the day of the week, from 1; 0 for none.
    weekday: int = 0


@frozen(eq=False, repr=False)
class DateLexicon:
    """The words of dates of all languages of a playbook; `date_lexicon` makes and caches one."""

    words: dict[str, DateWord]
    #: The kind of each word, space and punctuation character; words with the same roles share one.
    kinds: dict[str, str]
    #: The kinds of the words with a role, or ``month``, for a set in an expression.
    sets: dict[str, str]
    token: re.Pattern[str]
    #: Places that can be a date: numbers joined by punctuation, words that are the names of months and the like, and words of
    #: scripts without spaces that need no number.
    numbers: re.Pattern[str]
    spelled: re.Pattern[str]
    telling: frozenset[str]
    alone: re.Pattern[str] | None
    #: The numbers of the languages in which the month can come before the day, and of those in which there is one order.
    month_first: frozenset[int]
    ordered: frozenset[int]
    #: The labels of actions, folded.
    labels: tuple[str, ...]
    #: The text between the two ends of a range.
    between: re.Pattern[str]
    #: The last and the first of two days such as ``5/18-5/22``, with the sign between them, as kinds.
    range_ends: tuple[re.Pattern[str], re.Pattern[str]]
    _remembered: Remembered[str] = field(init=False)
    #: The telling words that can be written in Latin-1.
    _telling_latin: frozenset[bytes] = field(init=False)

    @_telling_latin.default
    def _in_latin(self) -> frozenset[bytes]:
        return frozenset(word.encode("latin-1") for word in self.telling if not _BEYOND_LATIN.search(word))

    @_remembered.default
    def _nothing_yet(self) -> Remembered[str]:
        return Remembered(self._kind)

    def telling_in(self, text: str) -> list[int]:
        """Return where words of a text start that are the names of months and the like."""
        if not text.isascii() and _BEYOND_LATIN.search(text):
            return [match.start() for match in self.spelled.finditer(text) if match.group() in self.telling]
        # several times as fast, and most texts have no other letters
        words = b" %b " % text.encode("latin-1", "replace").translate(_APART)
        found = self._telling_latin.intersection(words.split())
        return [place for word in found for place in _places_of(b" %b " % word, words)]

    def tokens(self, text: str, start: int, end: int) -> tuple[list[str], list[int], str]:
        """Return the tokens of a stretch of a text, their offsets with the end of the last, and their kinds.

        A token is a number, a word, spaces or a punctuation character; its kind is a character.
        """
        tokens = self.token.findall(text, start, end)
        return tokens, list(accumulate(map(len, tokens), initial=start)), "".join(map(self._remembered.__getitem__, tokens))

    def _kind(self, token: str) -> str:
        first = token[0]
        if first in _DIGITS:
            if len(token) <= 2:
                return NUMBER
            return YEAR if len(token) == 4 and token.startswith(("19", "20")) else LONG
        if first in WHITESPACE and token not in self.kinds:
            return BLANK if len(token) <= 3 else OTHER
        return self.kinds.get(token.lower()) or (WORD if re.match(f"[{LETTERS}]", token) else OTHER)

    def word(self, token: str) -> DateWord:
        """Return the word of a token whose kind is not one of the general ones."""
        return self.words[token.lower()]


def _places_of(part: bytes, whole: bytes) -> Iterator[int]:
    """Yield where a part is in a text."""
    place = whole.find(part)
    while place >= 0:
        yield place
        place = whole.find(part, place + 1)


def narrow(text: str) -> str:
    """Return a text with narrow digits and punctuation in place of full-width ones, of the same length."""
    return text.translate(_WIDE) if not text.isascii() and _ANY_WIDE.search(text) else text


@lru_cache(maxsize=16)
def date_lexicon(playbook: Playbook) -> DateLexicon:
    """Return the words of dates of a playbook."""
    words: dict[str, DateWord] = {}
    for number, words_of in enumerate(playbook.words):
        labels = (label.split()[-1] for label in words_of.actions.date)
        dated = (DateWord(label, roles=frozenset(("label",)), languages=frozenset((number,))) for label in labels)
        for word in (*_words(words_of.dates, number), *dated):
            for spelling in spellings(word.spelling):
                words[spelling] = _joined(words.get(spelling), word)
    alphabet: dict[object, str] = {}
    kinds = {" ": BLANK, **_DASHES, **{sign: sign for sign in ".,/-:'"}}
    sets: dict[str, list[str]] = {name: [] for name in (*ROLES, "month")}
    for spelling, word in words.items():
        sort = word.roles, bool(word.month)
        if sort not in alphabet:
            alphabet[sort] = chr(_FIRST_KIND + len(alphabet))
            for name in (*word.roles, *(("month",) if word.month else ())):
                sets[name].append(alphabet[sort])
        kinds[spelling] = alphabet[sort]
    alphabetic = re.compile(rf"[{LETTERS}\u0300-\u036f]+")
    signs = sorted((word for word in words if not word.isascii() and not alphabetic.fullmatch(word)), key=len, reverse=True)
    wide = "|".join(map(re.escape, signs)) or r"(?!)"
    telling = (
        "begin", "middle", "end", "quarters", "calendar_weeks", "weeks", "year_signs", "month_signs", "weekdays", "today",
        "tomorrow", "month_ends", "week_ends", "year_ends", "next_weeks", "next_months", "any_months", "halves",
    )  # fmt: skip
    named = [spelling for spelling, word in words.items() if word.month or word.roles.intersection(telling)]
    names = cases(spelling for spelling in named if spelling not in signs)
    alone = [spelling for spelling in named if spelling in signs and words[spelling].roles.intersection(_ALONE)]
    sign = f" ?[-~{''.join(sets['to'])}] ?"
    letters = "".join(sorted({case for word in _having(words, "weeks") for case in cases([word[0]])}))
    ordinals = "|".join(word for word in _having(words, "ordinals") if word.isascii())
    firsts = "".join(sorted({spelling[0] for spelling in named if spelling in signs})) or "\uf8ff"
    return DateLexicon(
        words=words,
        kinds=kinds,
        sets={name: "".join(members) or _NO_KIND for name, members in sets.items()},
        token=re.compile(
            rf"[{LETTERS}][{LETTERS}\u0300-\u036f]*+|[{WHITESPACE}]++|[0-9]++|[\x00-\x7f]|(?i:{wide})|(?s:.)",
        ),
        numbers=re.compile(rf"[0-9](?:{ordinals or '(?!)'}|[./-] ?[0-9{letters}]|[{WHITESPACE}第]{{0,2}}[{firsts}])"),
        spelled=re.compile(rf"[{LETTERS}\u0300-\u036f]++"),
        telling=frozenset(names),
        alone=re.compile("|".join(map(re.escape, alone))) if alone else None,
        ordered=frozenset(number for number, known in enumerate(playbook.words) if known.dates.order),
        labels=tuple(sorted({fold(label) for known in playbook.words for label in known.actions.what})),
        month_first=frozenset(number for number, known in enumerate(playbook.words) if known.dates.order[:1] != ("day",)),
        between=re.compile(
            rf"[{WHITESPACE}]{{0,2}}(?:[-–—~〜～]|(?:{'|'.join(map(re.escape, (*_having(words, 'to'), '-')))}))"
            rf"[{WHITESPACE}]{{0,2}}",
            re.IGNORECASE,
        ),
        range_ends=(re.compile(f"{sign}(n)/(n)(?![n/])"), re.compile(f"(?<![n/])(n)/(n){sign}\\Z")),
    )


def _words(dates: DateWords, language: int) -> Iterable[DateWord]:
    """Yield the words of one language, once for each role."""
    here = frozenset((language,))
    others = {word.lower() for word in dates.other_words}
    for number, name in enumerate(dates.months, 1):
        yield DateWord(name, number, True, name.lower() in others, languages=here)
        for short in dates.short_months:
            if fold(name).startswith(fold(short)):
                yield DateWord(short, number, False, short.lower() in others, languages=here)
    for role in ROLES:
        for place, word in enumerate(getattr(dates, role, ())):
            day = _weekday(dates.weekdays, place) if role == "weekdays" else 0
            other = bool(day) and word.lower() in others
            yield DateWord(word, other=other, roles=frozenset((role,)), languages=here, weekday=day)


def _weekday(names: tuple[str, ...], place: int) -> int:
    """Return the number of a day of the week: the first seven are in order, others are their beginnings or in order again."""
    short = [number for number, name in enumerate(names[:7], 1) if fold(name).startswith(fold(names[place]))]
    return short[0] if len(short) == 1 else place % 7 + 1


def _having(words: dict[str, DateWord], role: str) -> list[str]:
    return sorted((spelling for spelling, word in words.items() if role in word.roles), key=len, reverse=True)


def _joined(known: DateWord | None, word: DateWord) -> DateWord:
    """Return a word with the roles that it has twice: for two meanings, or in two languages."""
    if known is None:
        return word
    return DateWord(
        known.spelling if known.month else word.spelling,
        known.month or word.month,
        known.full or word.full,
        known.other or word.other,
        known.roles | word.roles,
        known.languages | word.languages,
        known.weekday or word.weekday,
    )
