"""A text without case, width and accents, in which words of a playbook are looked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property
from operator import itemgetter
from typing import Final, Generic, TypeVar

from attrs import field, frozen

from ..text.words import ACCENTS

T = TypeVar("T")

_ACCENT_MARKS: Final = frozenset(map(chr, range(0x300, 0x370)))
_APOSTROPHES: Final = "\u00b4\u02bc\u2018\u2019\uff07"
#: Small letters with accents, and wide characters.
_VARIANTS: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F))
#: Characters typed in texts of the Latin alphabet that are not in Latin-1; one character for one.
_NARROWED: Final = (
    ("–", "-"), ("—", "-"), ("‒", "-"), ("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("…", "."), ("：", ":"), ("•", "*"),
    ("▪", "*"), ("◦", "*"), ("€", "E"), ("™", "T"), ("\u200b", " "), ("\ufeff", " "),
)  # fmt: skip


#: The number of letters at the start of a word by which it is found.
_OPENING: Final = 3
_FIRST_LETTERS: Final = itemgetter(slice(_OPENING))
_WORD: Final = re.compile(r"[a-z0-9]+")
#: Spaces in place of all characters but those of its words.
_APART: Final = bytes(code if _WORD.fullmatch(chr(code)) else ord(" ") for code in range(256))


@frozen(slots=False)
class SearchableText:
    """A text prepared for being searched more than once."""

    #: The text without case, width and accents.
    plain: str
    #: The offset of each character of it in the text, if they differ.
    offsets: list[int]
    #: A text that contains all words of this one; words that are not in it need not be looked for.
    whole: SearchableText | None = None
    #: The words that it contains, of each collection of words that was looked for.
    found: dict[object, list[str]] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def characters(self) -> frozenset[str]:
        """All characters of it."""
        return frozenset(self.plain)

    @cached_property
    def openings(self) -> set[str]:
        """The first letters of its words; a set, since Python intersects these with few keys quickly."""
        words = self.plain.encode("ascii", "replace").translate(_APART).decode("ascii").split()
        return set(map(_FIRST_LETTERS, words))


class WordIndex(Generic[T]):
    """Words with what each means, arranged by their first letters, so that a text is searched for few of them."""

    def __init__(self, meanings: dict[str, list[T]]) -> None:
        """Arrange words that are written as in `SearchableText.plain`."""
        self.meanings = meanings
        self._by_opening: dict[str, list[str]] = {}
        #: Words of other scripts and short ones; those of them that a text in ASCII can contain.
        self._others: list[str] = []
        for word in meanings:
            start = _WORD.match(word)
            if start and start.end() >= _OPENING:
                self._by_opening.setdefault(word[:_OPENING], []).append(word)
            else:
                self._others.append(word)
        self._short = list(filter(str.isascii, self._others))

    def found_in(self, text: SearchableText) -> list[str]:
        """Return the words that a text contains, of those that start as one of its words does."""
        found = text.found.get(self)
        if found is None:
            words = self._candidates(text) if text.whole is None else self.found_in(text.whole)
            found = text.found[self] = [word for word in words if word in text.plain] if words else words
        return found

    def _candidates(self, text: SearchableText) -> list[str]:
        """Return the words that a text can contain."""
        known = self._by_opening
        words = [word for start in known.keys() & text.openings for word in known[start]]
        words += self._short if text.plain.isascii() else filter(text.characters.issuperset, self._others)
        return words


class WordIndexes:
    """Several indexes whose words are looked for in a text at once, where all of them will be asked for."""

    def __init__(self, indexes: Iterable[WordIndex[T]]) -> None:
        """Arrange the words of all indexes as those of one."""
        self._indexes = tuple(indexes)
        meanings: dict[str, list[WordIndex[T]]] = {}
        for index in self._indexes:
            for word in index.meanings:
                meanings.setdefault(word, []).append(index)
        self._words = WordIndex(meanings)

    def look_in(self, text: SearchableText) -> None:
        """Enter the words that a text contains of each index."""
        text.found.update((index, []) for index in self._indexes)
        for word in self._words.found_in(text):
            for index in self._words.meanings[word]:
                text.found[index].append(word)


def searchable_text(text: str, whole: SearchableText | None = None) -> SearchableText:
    """Prepare a text for being searched, which can be a part of another one."""
    if text.isascii():
        return SearchableText(text.lower(), [], whole)
    narrow = text
    for wide, ascii in _NARROWED:
        narrow = narrow.replace(wide, ascii)
    try:
        return SearchableText(narrow.encode("latin-1").translate(_latin_bases()).decode("latin-1"), [], whole)
    except UnicodeEncodeError:
        pass  # another script, or a rare character
    # The capital I with a dot is the one letter whose small form is two characters.
    text = text.replace("İ", "I").lower()
    bases = _bases()
    offsets = []
    variants = set(_any_variant().findall(text))
    if not variants.isdisjoint(_ACCENT_MARKS):
        offsets = [offset for offset, char in enumerate(text) if char not in _ACCENT_MARKS]
        text = ACCENTS.sub("", text)
    for char in variants.difference(_ACCENT_MARKS):
        text = text.replace(char, bases[char])
    return SearchableText(text, offsets, whole)


@cache
def _latin_bases() -> bytes:
    """Return the table that takes case and accents from Latin-1."""
    bases = _bases()
    lower = (chr(code).lower() for code in range(256))
    return "".join(bases.get(char, char) for char in lower).encode("latin-1")


@cache
def _any_variant() -> re.Pattern[str]:
    return re.compile(f"[\u0300-\u036f{''.join(_bases())}]")


@cache
def _bases() -> dict[str, str]:
    """Return the plain character for each small letter with accents, wide character and apostrophe."""
    bases = dict.fromkeys(_APOSTROPHES, "'")
    for code in _VARIANTS:
        base = ACCENTS.sub("", unicodedata.normalize("NFKD", chr(code)))
        if len(base) == 1 and base != chr(code):
            bases.setdefault(chr(code), base.lower())
    return bases
