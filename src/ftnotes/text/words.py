"""Words as they are compared: folded to letters and digits, without case, accents and width."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

_NOT_COMPARED: Final = re.compile(r"[\W_]")
_NOT_COMPARED_IN_LINES: Final = re.compile(r"[^\w\n]|_")
#: Combining accents.
ACCENTS: Final = re.compile("[\u0300-\u036f]")

#: The first word of a line, with accents that are characters of their own.
FIRST_WORD: Final = re.compile(r"[^\W_](?>(?:[^\W_]|[\u0300-\u036f])*)")

#: Umlauts and the sharp s as they are typed where the keyboard has none.
UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "ss"})

WORD_END: Final = re.compile(r"[^\W_]+[)）]?")

#: What `fold` does to ASCII, in one step.
_ASCII_FOLD: Final = {code: char.lower() if (char := chr(code)).isalnum() else None for code in range(128)}


def fold(text: str) -> str:
    """Return a text as it is compared: its letters and digits, without case, accents and width."""
    if text.isascii():
        return text.translate(_ASCII_FOLD)
    text = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _NOT_COMPARED.sub("", text.casefold())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Return the folds of many texts without line ends, in one pass."""
    texts = list(texts)
    joined = "\n".join(texts)
    if not joined.isascii():
        joined = ACCENTS.sub("", unicodedata.normalize("NFKD", joined))
    return _NOT_COMPARED_IN_LINES.sub("", joined.casefold()).split("\n") if texts else []


def word_ends(text: str, count: int) -> Iterator[int]:
    """Yield the ends of the first ``count`` words of ``text``, last first.

    If ``count`` is more than one, there is one more, since people separate words that belong together.
    """
    ends = islice(WORD_END.finditer(text), count + (count > 1))
    return reversed([match.end() for match in ends])


def can_start(word: str, phrases: Sequence[str]) -> bool:
    """Return whether one of the ``phrases``, folded and sorted, can begin with a word; see `phrases_at`."""
    first = WORD_END.match(word)
    folded = fold(first.group()) if first else ""
    place = bisect_left(phrases, folded)
    return place < len(phrases) and phrases[place].startswith(folded)


def phrases_at(text: str, phrases: Sequence[str]) -> list[int]:
    """Return the lengths of the ``phrases``, folded and sorted, that a text begins with, longest first.

    Words are taken only as long as they begin a phrase, so that a text which begins with none costs little.
    """
    ends: list[int] = []
    folded, start = "", 0
    for match in WORD_END.finditer(text) if text[:1].isalnum() else ():
        end = match.end()
        folded += fold(text[start:end])
        start = end
        place = bisect_left(phrases, folded)
        if place == len(phrases) or not phrases[place].startswith(folded):
            break
        if phrases[place] == folded:
            ends.append(end)
    return ends[::-1]
