"""A text without case, width and accents, in which words of a playbook are looked for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import Final

from attrs import field, frozen

from ..text.words import ACCENTS

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
    def openings(self) -> set[str]:
        """The first letters of its words; a set, since Python intersects these with few keys quickly."""
        words = self.plain.encode("ascii", "replace").translate(_APART).decode("ascii").split()
        return {word[:_OPENING] for word in words}


def opening(word: str) -> str:
    """Return the letters by which a word is found in `SearchableText.openings`; none if it does not start with enough."""
    start = _WORD.match(word)
    return word[:_OPENING] if start and start.end() >= _OPENING else ""


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
