"""Punctuation with a meaning of its own among words of the template: a question mark, a strike, a crossed box, an emoji."""

from __future__ import annotations

import re
from typing import Final

_MEANINGFUL: Final = re.compile(r"[^\w\s*.,:;()\[\]{}\"'“”‘’„«»`/&+－–—‒―−‐‑-]")


def own_words(text: str) -> str:
    """Return the punctuation with a meaning of its own in words of the template: the question mark of ``On Hold?``."""
    return "".join(_MEANINGFUL.findall(text))


def core_of(text: str) -> tuple[int, int] | None:
    """Return the bounds of a text without such punctuation around it; None if it is among the words."""
    if not _MEANINGFUL.search(text):
        return 0, len(text)
    words = [at for at, char in enumerate(text) if char.isalnum()]
    if not words or _MEANINGFUL.search(text, words[0], words[-1] + 1):
        return None
    return words[0], words[-1] + 1
