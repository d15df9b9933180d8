"""The words of a playbook as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from ..text.words import ACCENTS, UMLAUTS

#: The letters of alphabets, whose words have spaces between them.
LETTERS: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff"

#: An expression that is compiled on first use, and kept: to ask `re` for one takes longer than to match it.
compiled: Final = cache(re.compile)


def spellings(word: str) -> Iterable[str]:
    """Return the ways to type a word in lower case: with combining accents, without accents, umlauts as two letters."""
    word = word.lower()
    if word.isascii():
        return (word,)
    decomposed = unicodedata.normalize("NFD", word)
    bare = ACCENTS.sub("", decomposed)
    return dict.fromkeys((unicodedata.normalize("NFC", word), decomposed, bare, word.translate(UMLAUTS)))


def cases(words: Iterable[str]) -> list[str]:
    """Return words in lower case, capitalized, and in capitals."""
    return list(dict.fromkeys(case for word in words for case in (word, word.capitalize(), word.upper())))
