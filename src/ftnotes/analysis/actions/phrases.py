"""Phrases of several words at a place of a text."""

from __future__ import annotations

from typing import Final

from .lexicon import JOINING, Endings, Word, role

#: What can be between the words of a verb: "clean them up"; and the verbs.
WITHIN: Final = role("whom", "pronouns")
_VERBS: Final = role("verbs", "does", "doing")


def phrases_at(words: list[Word], place: int, endings: Endings) -> list[tuple[int, int]]:
    """Return the phrases that start with the word at a place, longest first, as the place after them and their roles."""
    found: list[tuple[int, int]] = []
    kinds = -1
    for second in range(place + 1, len(words)):
        word = words[second]
        for parts, kind in endings.get(word.folded, ()):
            end = (_after(words, second + 1, parts) if parts else second + 1) if kind & kinds else 0
            if end:
                found.append((end, kind & kinds))
        if word.roles & WITHIN and kinds == -1:
            kinds = _VERBS
        elif not word.roles & JOINING:
            break
    return found


def _after(words: list[Word], place: int, parts: tuple[str, ...]) -> int:
    """Return the place after the words of a phrase, or 0 if others are there."""
    count = len(words)
    for part in parts:
        while place < count and words[place].folded != part and words[place].roles & JOINING:
            place += 1
        if place >= count or words[place].folded != part:
            return 0
        place += 1
    return place
