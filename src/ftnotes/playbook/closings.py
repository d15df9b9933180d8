"""Lines after which a note is over: sign-offs, and lines before earlier text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final, NamedTuple

from ..text.words import FIRST_WORD, fold

#: In the words of a playbook: anything can follow, or precede.
_ANYTHING: Final = "…"
#: In a sign-off: before a name there is a comma.
_COMMA: Final = ","
#: No sign-off or divider is longer.
_LONGEST: Final = 120
#: The most words of a name, and the most letters of a word of it that has no capital.
_NAME_WORDS, _NAME_SIZE, _PARTICLE_SIZE = 5, 6, 3
#: The most words between those of a divider and the colon that ends its line.
_REMARK_WORDS: Final = 6
#: The fewest numbers of a date.
_DATE_NUMBERS: Final = 2

_DECORATION: Final = "*_~ \t>"
_RULE: Final = re.compile(r"-{2}|_{2}|={2}|~{2}|\*{3}|#{5}|[—–―]")
#: Between a sign-off and a name, and between the words of a name.
_BEFORE_NAME: Final = re.compile(r"[^\w:：(#\[@]*")
_NAME: Final = re.compile(r"[^\W\d_][\w'’.]*+(?>(?:[ ,/|()-]++[^\W\d_][\w'’.]*+)*)[\s,!)*_~-]*+")
_NUMBER: Final = re.compile(r"\d+")


class SignOff(NamedTuple):
    """The folded words of a sign-off."""

    words: tuple[str, ...]
    #: Whether anything can follow, and whether a name needs a comma before it.
    is_beginning: bool
    needs_comma: bool


class SignOffs:
    """The sign-offs of all languages, by their first words."""

    def __init__(self, wordings: Iterable[str], joints: Iterable[str]) -> None:
        """Arrange the wordings; ``joints`` are the folded words that join two sign-offs: "and"."""
        self._joints = frozenset(joints)
        self._by_first: dict[str, list[SignOff]] = {}
        for wording in wordings:
            words = tuple(map(fold, FIRST_WORD.findall(wording)))
            entry = SignOff(words, wording.endswith(_ANYTHING), wording.endswith(_COMMA))
            self._by_first.setdefault(words[0], []).append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def match(self, text: str) -> bool:
        """Return whether ``text`` is a sign-off with at most a name after it."""
        text = text[: _LONGEST + 1].strip(_DECORATION)
        first = FIRST_WORD.match(text)
        if first is None or fold(first.group()) not in self._by_first:
            return False
        words = [(fold(word.group()), word.end()) for word in FIRST_WORD.finditer(text)]
        number, found = 0, None
        while entry := self._at(words, number):
            if entry.is_beginning:
                return True
            number, found = number + len(entry.words), entry
            if number + 1 < len(words) and words[number][0] in self._joints and self._at(words, number + 1):
                number += 1
        return found is not None and len(text) <= _LONGEST and _is_name(text[words[number - 1][1] :], found.needs_comma)

    def _at(self, words: list[tuple[str, int]], number: int) -> SignOff | None:
        """Return the longest sign-off at the word with this number."""
        entries = self._by_first.get(words[number][0], ()) if number < len(words) else ()
        typed = tuple(word for word, _ in words[number : number + 12])
        return next((entry for entry in entries if typed[: len(entry.words)] == entry.words), None)


def _is_name(text: str, needs_comma: bool) -> bool:
    """Return whether the rest of a line is empty but for punctuation, or a name."""
    before = _BEFORE_NAME.match(text)
    gap = before.group() if before else ""
    rest = text[len(gap) :]
    if not FIRST_WORD.search(rest):
        return True
    has_comma = any(char in gap for char in ",，、-–—")
    if not gap or (needs_comma and not has_comma) or not _NAME.fullmatch(rest):
        return False
    words = FIRST_WORD.findall(rest)
    if len(words) == 1 and has_comma and words[0].isascii():
        return True
    return (
        len(words) <= _NAME_WORDS
        and not _is_small(words[0])
        and not _is_small(words[-1])
        and all(_is_small(word) <= (len(word) <= _PARTICLE_SIZE) for word in words)
        and all(len(word) <= _NAME_SIZE for word in words if word.lower() == word.upper())
    )


def _is_small(word: str) -> bool:
    return word[0].islower()


class Dividers:
    """The words of lines that separate a note from earlier text, of all languages."""

    def __init__(self, wordings: Iterable[str], is_date: Callable[[str], bool]) -> None:
        """Arrange the wordings; one that begins with "…" is part of a line with a date and a colon at its end."""
        wordings = list(wordings)
        self._is_date = is_date
        phrases = [_spaced(wording) for wording in wordings if not wording.startswith(_ANYTHING)]
        #: The phrases by their first words, and those in scripts without spaces between words.
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase.split()[0], []).append(phrase)
        self._unspaced = [phrase.strip() for phrase in phrases if not phrase.isascii()]
        self._quoting = [_spaced(wording) for wording in wordings if wording.startswith(_ANYTHING)]

    def match(self, text: str) -> bool:
        """Return whether ``text`` separates what is above from earlier text.

        In a line that begins with a rule the words can be anywhere. Without one it begins with them, and nothing or a
        date follows, or a few words and a colon that ends the line.
        """
        if len(text) > _LONGEST:
            return False
        has_rule, is_open = _RULE.match(text.lstrip()), text.rstrip(_DECORATION).endswith((":", "："))
        first = FIRST_WORD.search(text)
        if not has_rule and not is_open and (first is None or fold(first.group()) not in self._by_first):
            return False
        spaced = _spaced(text)
        if has_rule:
            known = self._by_first.keys() & spaced.split()
            return any(phrase in spaced for phrase in chain(self._unspaced, *(self._by_first[word] for word in known)))
        if is_open and any(phrase in spaced for phrase in self._quoting) and len(_NUMBER.findall(text)) >= _DATE_NUMBERS:
            return True
        phrases = self._by_first.get(fold(first.group()), ()) if first else ()
        phrase = max(filter(spaced.startswith, phrases), key=len, default="")
        if not phrase:
            return False
        ends = [word.end() for word in FIRST_WORD.finditer(text)]
        words = len(phrase.split())
        rest = text[ends[words - 1] :].strip("*_~ \t-–—:：,()（）[]")
        return not rest or self._is_date(rest) or (is_open and len(ends) - words <= _REMARK_WORDS)


def _spaced(text: str) -> str:
    """Return the folded words of a text with a space on either side of each."""
    return f" {' '.join(map(fold, FIRST_WORD.findall(text)))} "
