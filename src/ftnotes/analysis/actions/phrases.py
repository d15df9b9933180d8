"""Phrases of several words at a place of a text."""

from __future__ import annotations

from .lexicon import JOINING, Endings, Word


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


def phrases_at(words: list[Word], place: int, endings: Endings) -> list[tuple[int, int]]:
    """Return the phrases that start with the word at a place, longest first, as the place after them and their roles."""
    found: list[tuple[int, int]] = []
    for second in range(place + 1, len(words)):
        word = words[second]
        for parts, kind in endings.get(word.folded, ()):
            if end := _after(words, second + 1, parts) if parts else second + 1:
                found.append((end, kind))
        if not word.roles & JOINING:
            break
    return found
