"""Suggestions for misspelled words, and the errors that carry them."""

from __future__ import annotations

from collections.abc import Iterable


def closest(text: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known text most like ``text`` regardless of case, or None where none is close.

    ``cutoff`` is how alike they must be, from 0 to 1; see `difflib.SequenceMatcher.ratio`.
    """
    import difflib  # needed only where something is misspelled

    by_case = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(text[:200].casefold(), by_case, n=1, cutoff=cutoff)
    return by_case[close[0]] if close else None


def did_you_mean(text: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return ``" (did you mean …?)"`` to follow ``text``; empty where no known text is close. See `closest`."""
    close = closest(text, known, cutoff)
    return f" (did you mean {close!r}?)" if close is not None else ""


def one_of(what: str, given: str, known: Iterable[str], owner: str = "there are") -> str:
    """Return ``given`` if it is one of the known texts.

    Raises:
        TypeError: it is not a ``str``.
        ValueError: it is unknown; the message lists the known ones and suggests the closest.
    """
    if not isinstance(given, str):
        raise TypeError(f"{what} takes a str, not {type(given).__name__}")
    listed = list(known)
    if given in listed:
        return given
    raise unknown(what, given, listed, owner)


def unknown(what: str, given: str, known: Iterable[str], owner: str = "there are") -> ValueError:
    """Return the error for an unknown text: it lists the known ones and suggests the closest."""
    listed = list(known)
    return ValueError(f"{what} {given!r:.80} is unknown{did_you_mean(given, listed)}; {owner} {', '.join(listed)}")


def is_one_edit(text: str, other: str) -> bool:
    """Return whether one letter was inserted, deleted, replaced or swapped with the next, as `within_edit_distance` counts."""
    if abs(len(text) - len(other)) > 1 or text == other:
        return False
    at = _alike(text, other)
    is_swap = text[at : at + 2] == other[at + 1 : at + 2] + other[at : at + 1]
    return (
        text[at + 1 :] == other[at + 1 :]
        or text[at:] == other[at + 1 :]
        or text[at + 1 :] == other[at:]
        or (is_swap and text[at + 2 :] == other[at + 2 :])
    )


def within_edit_distance(text: str, other: str, limit: int) -> bool:
    """Return whether at most ``limit`` letters were inserted, deleted, replaced or swapped with the next.

    Source: the optimal string alignment distance (restricted Damerau-Levenshtein).
    """
    if abs(len(text) - len(other)) > limit or len(set(text) ^ set(other)) > 2 * limit:
        return False  # most words: each change adds and removes at most one letter
    start = _alike(text, other)
    text, other = text[start:], other[start:]
    end = _alike(text[::-1], other[::-1])
    text, other = text[: len(text) - end], other[: len(other) - end]
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, char in enumerate(text, 1):
        current = [row]
        for column, against in enumerate(other, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (char != against))
            if row > 1 and column > 1 and char == other[column - 2] and text[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1] <= limit


def _alike(text: str, other: str) -> int:
    """Return how many letters at the start of two texts are the same."""
    return next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), min(len(text), len(other)))
