"""Phrases that are one slip away from known ones, counted word by word.

A phrase is one slip away if it has the same words, or one small word more or less, and at most two of them are misspelled; in
phrases of six words and more, all but three can be. A misspelled word is long, begins with the same letter, and differs by one
edit: a letter was inserted, left out, replaced, or swapped with another. In a word of three letters the last two can be
swapped. Only words in Latin script can be misspelled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Generic, TypeVar

from ..text.words import FIRST_WORD, UMLAUTS, fold

M = TypeVar("M")

_ASCII_WORD: Final = re.compile(r"[a-z0-9]+")
#: No shorter word can be misspelled, unless an index asks for more letters.
_LONG: Final = 5
#: No longer word is small.
_SMALL: Final = 3
#: The most misspelled words, and the fewest that are right in a phrase of many words.
_MOST, _FEWEST_RIGHT = 2, 3
#: How many letters differ where two are swapped.
_SWAPPED: Final = 2
#: How many characters a phrase can have beyond the longest known one.
_SLACK: Final = 12


class SlipIndex(Generic[M]):
    """Known phrases by the first letters of their words, so that most other phrases need one look-up."""

    def __init__(self, phrases: Iterable[tuple[str, M]], small_words: Collection[str], long: int = _LONG) -> None:
        """Arrange the phrases, each with its meaning.

        Args:
            phrases: The phrases, each with its meaning.
            small_words: Folded articles, and words for "and".
            long: How many letters a word has at least that can be misspelled.
        """
        self._long = long
        known = [
            (words, meaning)
            for text, meaning in phrases
            for words in ({_words(text)} if text.isascii() else {_words(text), _words(text.translate(UMLAUTS))})
        ]
        self._small_words = frozenset(small_words)
        self._known = frozenset(words for words, _ in known)
        self._whole: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        self._less: dict[str, list[tuple[tuple[str, ...], M]]] = {}
        for words, meaning in known:
            if any(map(self._can_be_misspelled, words)) and all(map(str.isascii, words)):
                self._whole.setdefault(_initials(words), []).append((words, meaning))
                for left in self._without_small_word(words):
                    self._less.setdefault(_initials(left), []).append((left, meaning))
        #: The first letters of the first two words; a phrase of one word can be found in any text.
        self._openings = {initials[:2] for table in (self._whole, self._less) for initials in table}
        arranged = [words for table in (self._whole, self._less) for known in table.values() for words, _ in known]
        #: The words with which a slip can start: first words, which can be misspelled, and small ones.
        self._firsts = {words[0] for words in arranged}
        self._small_firsts = self._small_words.union(word for words in arranged for word in words if len(word) <= _SMALL)
        self._longest = max((sum(map(len, words)) + len(words) for words, _ in known), default=0) + _SLACK

    def can_open(self, text: str) -> bool:
        """Return whether a text can begin with a slip, by the first letters of its first words, one of which can be small."""
        text = text[: self._longest]
        if text.isascii():
            words = [word.group() for word in islice(_ASCII_WORD.finditer(text.lower()), 3)]
        else:
            words = [fold(word.group()) for word in islice(FIRST_WORD.finditer(text), 3)]
        first, second, third = (*_initials(words), "", "", "")[:3]
        return not self._openings.isdisjoint((first, second, first + second, first + third, second + third))

    def can_start(self, word: str) -> bool:
        """Return whether a text that starts with a word can be a slip: with a small one, or with one near a known first one."""
        word = fold(word)
        if word in self._firsts or word in self._small_firsts:
            return True
        return any(self._is_near((word,), (first,)) for first in self._firsts)

    def find(self, text: str) -> Iterator[M]:
        """Yield the meanings of the phrases from which ``text`` is one slip away."""
        if len(text) > self._longest:
            return
        typed = _words(text)
        if typed in self._known:
            return
        initials = _initials(typed)
        for table in (self._whole, self._less):
            for words, meaning in table.get(initials, ()):
                if self._is_near(typed, words):
                    yield meaning
        for number, word in enumerate(typed):
            for words, meaning in self._whole.get(initials[:number] + initials[number + 1 :], ()):
                if self._is_small(word, words) and self._is_near(typed[:number] + typed[number + 1 :], words):
                    yield meaning

    def _without_small_word(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the words of a phrase without each of its small ones; nothing if too few others are left."""
        if len(words) > _MOST:
            for number, word in enumerate(words):
                if self._is_small(word, words):
                    yield words[:number] + words[number + 1 :]

    def _is_small(self, word: str, phrase: tuple[str, ...]) -> bool:
        """Return whether a phrase is the same with or without a word: an article, or a short one that it has."""
        return word in self._small_words or (len(word) <= _SMALL and word.isalpha() and word in phrase)

    def _can_be_misspelled(self, word: str) -> bool:
        return len(word) >= self._long and word.isalpha()

    def _is_near(self, typed: Sequence[str], known: Sequence[str]) -> bool:
        """Return whether few enough of as many words are misspelled, and none is another word."""
        misspelled = [(word, other) for word, other in zip(typed, known, strict=True) if word != other]
        return len(misspelled) <= max(_MOST, len(known) - _FEWEST_RIGHT) and all(
            (self._can_be_misspelled(other) and _one_edit(word, other))
            or (len(other) == _SMALL and word == other[0] + other[:0:-1])
            for word, other in misspelled
        )


def _words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    return tuple(map(fold, FIRST_WORD.findall(text)))


def _initials(words: Iterable[str]) -> str:
    return "".join(word[:1] for word in words)


def _one_edit(word: str, other: str) -> bool:
    """Return whether one letter was inserted, left out, replaced, or swapped with another; the words differ."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    if len(longer) - len(shorter) > 1:
        return False
    start = next((number for number, char in enumerate(shorter) if char != longer[number]), len(shorter))
    if len(longer) > len(shorter):
        return longer[start + 1 :] == shorter[start:]
    apart = [number for number in range(start, len(word)) if word[number] != other[number]]
    first, last = apart[0], apart[-1]
    return len(apart) == 1 or (len(apart) == _SWAPPED and word[first] == other[last] and word[last] == other[first])
