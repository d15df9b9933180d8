"""Punctuation with a meaning of its own among words of the template: a question mark, a strike, a crossed box, an emoji."""

from __future__ import annotations

import re
from typing import Final

#: Marks on letters: the accents of decomposed text, the voicing of Japanese.
_MARKS: Final = "\u0300-\u036f\u3099\u309a"
_MEANINGFUL: Final = re.compile(rf"[^\w\s{_MARKS}*.,:;()\[\]{{}}\"'“”‘’„«»`/&+－–—‒―−‐‑-]")
_WORDS: Final = re.compile(rf"[^\W_](?:.*[^\W_])?[{_MARKS}]*", re.DOTALL)


def own_words(text: str) -> str:
    """Return the punctuation with a meaning of its own in words of the template: the question mark of ``On Hold?``."""
    return "".join(_MEANINGFUL.findall(text))


def unrepeated(before: str, replacement: str) -> str:
    """Return a replacement without the punctuation that it begins with if the text ``before`` it ends with that: ">50k"."""
    letters = replacement.lstrip("".join(char for char in replacement if not char.isalnum()))
    lead = replacement[: len(replacement) - len(letters)]
    return letters if lead and before.rstrip().endswith(lead) else replacement


def core_of(text: str) -> tuple[int, int] | None:
    """Return the bounds of a text without such punctuation around it; None if it is among the words."""
    if not _MEANINGFUL.search(text):
        return 0, len(text)
    words = _WORDS.search(text)
    return None if words is None or _MEANINGFUL.search(text, *words.span()) else words.span()
