"""The words of dates, arranged for reading: a line becomes a string of *kinds*, one character a word, number or sign.

Whether a word is a month is looked up; which sequences of kinds are a date is the matter of `dates`, whose expressions run
over those strings. So words stay data, and an expression has no case, accent or language in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from ..playbook.model import DateWords
from ..playbook.playbook import Playbook
from ..text.source import BLANKS
from ..text.words import fold

#: What a word can be, beside a month: the attributes of `DateWords`.
ROLES: Final = (
    "of", "ordinals", "begin", "middle", "end", "in_month", "on_day", "by_day", "weekdays", "behind_day", "to", "quarters",
    "calendar_weeks", "weeks", "year_signs", "month_signs", "day_signs", "never_after",
)  # fmt: skip
#: Full-width digits and signs, each as wide as what it stands for.
_WIDE: Final = str.maketrans({code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *map(ord, "／－．，："))})
_ANY_WIDE: Final = re.compile("[０-９／－．，：]")
_DASHES: Final = dict.fromkeys("–—~〜～‒‑−", "~")
#: Kinds of their own: a number of one or two digits, a year, any other number, a blank, any other word, anything else.
NUMBER, YEAR, LONG, BLANK, WORD, OTHER = "nyx wo"
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: The letters of which words are made that stand between blanks: those of alphabets.
LETTERS: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff"


#: A number, word, blank or sign of a line, and where it stands in the text.
DateToken: TypeAlias = "re.Match[str]"


class DateWord(NamedTuple):
    """What a word of dates can be."""

    #: As the playbook has it.
    spelling: str
    #: The month it stands for; 0 for none.
    month: int = 0
    #: Whether it is the name of a month in full.
    full: bool = False
    #: Whether it means something else too.
    other: bool = False
    roles: frozenset[str] = frozenset()
    #: The numbers of the languages that have it.
    languages: frozenset[int] = frozenset()


def spellings(word: str) -> Iterable[str]:
    """How a word is typed, in lower case: accents as characters of their own or left out, umlauts as two letters."""
    word = word.lower()
    decomposed = unicodedata.normalize("NFD", word)
    bare = re.sub("[\u0300-\u036f]", "", decomposed)
    return dict.fromkeys((unicodedata.normalize("NFC", word), decomposed, bare, word.translate(_UMLAUTS)))


@frozen(eq=False)
class DateLexicon:
    """The words of dates of all languages of a playbook; `lexicon` makes and keeps one."""

    words: dict[str, DateWord]
    #: Each word's kind: one character for all words that can be the same. Blanks and signs too.
    kinds: dict[str, str]
    #: For each role, and for ``month``: the kinds of the words that have it, for a set in an expression.
    sets: dict[str, str]
    token: re.Pattern[str]
    #: Where there may be a date: at numbers joined by signs, and at the names of months and the like.
    numbers: re.Pattern[str]
    names: re.Pattern[str]
    #: The numbers of the languages in which the month may stand before the day.
    month_first: frozenset[int]
    #: Between the two ends of a range.
    between: re.Pattern[str]

    def tokens(self, text: str, start: int, end: int) -> tuple[list[DateToken], str]:
        """The tokens of a stretch of a text, and their kinds: as many characters as there are tokens."""
        tokens = list(self.token.finditer(text, start, end))
        known = self.kinds
        return tokens, "".join([known.get(token.group()) or self._kind(token) for token in tokens])

    def _kind(self, token: DateToken) -> str:
        group, piece = token.lastgroup, token.group()
        if group == "word":
            return self.kinds.get(piece.lower(), WORD)
        if group == "number":
            if len(piece) <= 2:
                return NUMBER
            return YEAR if len(piece) == 4 and piece.startswith(("19", "20")) else LONG
        return BLANK if group == "blank" and len(piece) <= 3 else OTHER

    def word(self, token: DateToken) -> DateWord:
        """What is known of a word that has a kind of its own."""
        return self.words[token.group().lower()]


def narrow(text: str) -> str:
    """The text with narrow digits and signs in place of full-width ones; as long as before."""
    return text.translate(_WIDE) if not text.isascii() and _ANY_WIDE.search(text) else text


@lru_cache(maxsize=16)
def date_lexicon(playbook: Playbook) -> DateLexicon:
    """The words of dates of a playbook, arranged once."""
    words: dict[str, DateWord] = {}
    for number, language in enumerate(playbook.languages):
        labels = (label.split()[-1] for label in language.actions.date)
        dated = (DateWord(label, roles=frozenset(("by_day",)), languages=frozenset((number,))) for label in labels)
        for word in (*_words(language.dates, number), *dated):
            for spelling in spellings(word.spelling):
                words[spelling] = _joined(words.get(spelling), word)
    alphabet: dict[object, str] = {}
    kinds = {" ": BLANK, **_DASHES, **{sign: sign for sign in ".,/-:'"}}
    sets: dict[str, list[str]] = {name: [] for name in (*ROLES, "month")}
    for spelling, word in words.items():
        sort = word.roles, bool(word.month)
        if sort not in alphabet:
            alphabet[sort] = chr(0xE000 + len(alphabet))
            for name in (*word.roles, *(("month",) if word.month else ())):
                sets[name].append(alphabet[sort])
        kinds[spelling] = alphabet[sort]
    signs = sorted((word for word in words if not re.fullmatch(rf"[{LETTERS}\u0300-\u036f]+", word)), key=len, reverse=True)
    wide = "|".join(map(re.escape, signs)) or r"(?!)"
    telling = ("begin", "middle", "end", "quarters", "calendar_weeks", "weeks", "year_signs", "month_signs")
    named = [spelling for spelling, word in words.items() if word.month or word.roles.intersection(telling)]
    names = cases(spelling for spelling in named if spelling not in signs)
    letters = "".join(sorted({case for word in _having(words, "weeks") for case in cases([word[0]])}))
    firsts = "".join(sorted({spelling[0] for spelling in named if spelling in signs})) or "\uf8ff"
    return DateLexicon(
        words=words,
        kinds=kinds,
        sets={name: "".join(found) or "\uf8ff" for name, found in sets.items()},
        token=re.compile(
            rf"(?P<number>[0-9]++)|(?P<word>[{LETTERS}][{LETTERS}\u0300-\u036f]*+|{wide})|(?P<blank>[{BLANKS}]++)|(?s:.)",
            re.IGNORECASE,
        ),
        numbers=re.compile(rf"[0-9](?:[./-] ?[0-9{letters}]|[{BLANKS}第]{{0,2}}[{firsts}])"),
        names=re.compile(rf"[^{LETTERS}]{_any_of(names)}(?![{LETTERS}])"),
        month_first=frozenset(
            number for number, language in enumerate(playbook.languages) if language.dates.order[:1] != ("day",)
        ),
        between=re.compile(
            rf"[{BLANKS}]{{0,2}}(?:[-–—~〜～]|(?:{'|'.join(map(re.escape, (*_having(words, 'to'), '-')))}))[{BLANKS}]{{0,2}}",
            re.IGNORECASE,
        ),
    )


def _words(dates: DateWords, language: int) -> Iterable[DateWord]:
    """The words of one language, once for each thing that they can be."""
    here = frozenset((language,))
    others = {word.lower() for word in dates.other_words}
    for number, name in enumerate(dates.months, 1):
        yield DateWord(name, number, True, name.lower() in others, languages=here)
        for short in dates.short_months:
            if fold(name).startswith(fold(short)):
                yield DateWord(short, number, False, short.lower() in others, languages=here)
    for role in ROLES:
        for word in getattr(dates, role):
            yield DateWord(word, roles=frozenset((role,)), languages=here)


def _having(words: dict[str, DateWord], role: str) -> list[str]:
    return sorted((spelling for spelling, word in words.items() if role in word.roles), key=len, reverse=True)


def cases(words: Iterable[str]) -> list[str]:
    """Words as they are typed: all in small letters, with a capital, all in capitals."""
    return list(dict.fromkeys(case for word in words for case in (word, word.capitalize(), word.upper())))


def _any_of(words: list[str]) -> str:
    """The same, for many words: where none can start, a look at two characters shows it."""
    if not words:
        return r"(?!)"
    first, second = (re.escape("".join(sorted({word[place] for word in words if len(word) > place}))) for place in (0, 1))
    groups: dict[int, list[str]] = {}
    for word in words:
        groups.setdefault(ord(word[0]) // 12, []).append(word)
    parted = "|".join(
        f"(?=[{re.escape(''.join(sorted({word[0] for word in group})))}]){trie(group)}" for group in groups.values()
    )
    single = "" if all(len(word) > 1 for word in words) else " 0-9"
    return f"(?=[{first}][{second}{single}])(?:{parted})"


def trie(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest; it looks at each character once, however many words there are."""
    branches: dict[str, list[str]] = {}
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    tails = [re.escape(first) + (trie(rest) if any(rest) else "") for first, rest in sorted(branches.items())]
    if not tails:
        return r"(?!)"
    return f"(?:{'|'.join(tails)}){'?' if '' in words else ''}"


def _joined(known: DateWord | None, word: DateWord) -> DateWord:
    """A word that means two things, or the same in two languages."""
    if known is None:
        return word
    return DateWord(
        known.spelling if known.month else word.spelling,
        known.month or word.month,
        known.full or word.full,
        known.other or word.other,
        known.roles | word.roles,
        known.languages | word.languages,
    )
