"""Tasks that one verb or one owner has on two days: "runs a session on 21 April and a second one on 23 April"."""

from __future__ import annotations

from typing import Final

from .lexicon import role
from .nouns import EVENT
from .parts import time_after
from .roles import AND, DOES, FILLER, VERB
from .text import ARTICLE, ActionText

_NEXT, _HYPOTHESIS = role("next"), role("hypotheses")
#: The most days of a task after which another one is looked for.
_MOST_DAYS: Final = 3


def second_task(text: ActionText, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of a task that is followed by another one with a day of its own, and where that one starts."""
    days = list(text.dates_in(start, end))
    for _, _, after in days[: min(len(days) - 1, _MOST_DAYS)]:
        stop = time_after(text, after, end)
        joint = text.skip(stop, end)
        place = joint + 1 if joint < end and text.tokens[joint] == "," else text.phrase(joint, AND, end)
        place = text.skip(place, end)
        if not place or text.opens(place, end) & _HYPOTHESIS:
            continue
        if text.phrase(place, AND, end) and text.tokens[joint] == ",":
            place = text.skip(text.phrase(place, AND, end), end)
        if _is_task(text, place, end):
            return stop, place
    return None


def _is_task(text: ActionText, place: int, end: int) -> bool:
    """Return whether something to do starts at a place: "a second one", "test it", "again"."""
    if not text.has_date(place, end) or place in text.dated:
        return False
    after = place
    while after < end and text.has(after, ARTICLE | FILLER) and not text.has(after, _NEXT | VERB):
        after = text.skip(after + 1, end)
    again = after > place and text.date_after(after, end) is not None and not text.has(place, ARTICLE)
    return again or text.phrase(after, VERB | DOES | _NEXT | EVENT, end) > 0
