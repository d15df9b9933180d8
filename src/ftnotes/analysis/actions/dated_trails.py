"""What is after a task about its day: the day, a time, and that it is not known yet."""

from __future__ import annotations

from typing import Final

from .lexicon import CAPITAL, role
from .nouns import EVENT, MOVING, SCHEDULED
from .parts import time_after
from .roles import COPULA, DATE_LABEL, JOINER, OWNER_LABEL, TO, VERB
from .slots import Slots
from .text import EDGES

_PRONOUN, UNKNOWN, _NOUN = role("pronouns"), role("unknown"), role("not_name_endings")
#: What is before a verb such as "moved", and what after it.
_STATED, _FROM = COPULA | role("was"), role("origins")
#: The most words and spaces of what says that a day is not known.
_UNKNOWN_WORDS: Final = 9


def dated_trail(slots: Slots) -> bool:
    """Take the date after a task, with what says that it is one."""
    text, end = slots.text, slots.end
    for after in range(end, max(slots.start, end - 4), -1):
        known = text.to_place.get(after)
        if not known or known[1] < slots.start:
            continue
        if after < end and text.after_date(after, end) < end and not _is_time(slots, after, end):
            return False
        mention, place = known
        if slots.date is None or slots.date is mention or slots.day_of_entry:
            slots.date, slots.day_of_entry = mention, False
        elif place > slots.start:
            return False
        slots.end = _before_statement(slots, text.before_date(place, slots.start))
        slots.end = _before_remark(slots, place)
        slots.end = text.undecorated(slots.start, _before_moved(slots, place))[1]
        return True
    return _timed_trail(slots)


def undecided_trail(slots: Slots) -> bool:
    """Take a remark that the date or the owner is not known yet: ", date tbd"."""
    text = slots.text
    for place in text.places(UNKNOWN, max(slots.start + 1, slots.end - _UNKNOWN_WORDS), slots.end):
        if text.phrase(place, UNKNOWN, slots.end) != slots.end:
            continue
        last = text.trimmed(slots.start, place)[1]
        last -= text.has(last - 1, COPULA)
        label = text.phrase_that_ends(
            DATE_LABEL | OWNER_LABEL, max(slots.start + 1, last - _UNKNOWN_WORDS), text.trimmed(slots.start, last)[1]
        )
        before = text.trimmed(slots.start, label)[1] if label > 0 else label
        if any(text.tokens[gap] in EDGES for gap in range(before, label)):
            slots.placeholder, slots.end = True, before
            return True
    return False


def _before_statement(slots: Slots, end: int) -> int:
    """Return the end of a task before what only says when it is expected: "helps with it, and it is expected by 5 May"."""
    text = slots.text
    for roles in (COPULA, _PRONOUN, JOINER):
        last = text.trimmed(slots.start, end)[1]
        if last - 1 <= slots.start or not text.has(last - 1, roles):
            return end if roles == COPULA else last
        end = last - 1
    return end


def _before_remark(slots: Slots, place: int) -> int:
    """Return the end of a task before what only says that the day is fixed: ", scheduled for 5 May", ", decision by 5 May"."""
    text, end = slots.text, slots.text.trimmed(slots.start, slots.end)[1]
    if "," not in text.tokens[slots.start : end]:
        return slots.end
    fixed = text.phrase_before(place, slots.start, SCHEDULED) if slots.start < place else end
    if slots.start < fixed < end and "," in text.tokens[fixed:end]:
        return fixed
    last = end - 1
    comma = text.trimmed(slots.start, last)[1]
    alone = last > slots.start and text.has(last, _NOUN) and not text.has(last, CAPITAL | VERB)
    return comma if alone and "," in text.tokens[comma:last] else slots.end


def _before_moved(slots: Slots, place: int) -> int:
    """Return the end of a task before "to" and a day, and what only says that it was moved: ", moved from 5 May to 12 May"."""
    text = slots.text
    to = text.trimmed(slots.start, place)[1] - 1
    if to <= slots.start or not text.has(to, TO) or text.tokens[to].isdigit():
        return slots.end
    for moving in text.places(MOVING, slots.start + 1, to):
        after = text.phrase(moving, MOVING, to + 1)
        end = text.phrase_before(moving, slots.start, _STATED)
        apart = text.has(slots.start, EVENT) or "," in text.tokens[end:moving]  # not "get the call moved to 5 May"
        if after and apart and text.has(text.skip(after, place), TO | _FROM):
            return end
    return to


def _timed_trail(slots: Slots) -> bool:
    """Take a time of day after a date: "at 2pm"."""
    for _, place, after in slots.text.dates_in(max(slots.start, slots.end - 24), slots.end):
        if _is_time(slots, after, slots.end):
            slots.end = after
            return place >= slots.start and dated_trail(slots)
    return False


def _is_time(slots: Slots, start: int, end: int) -> bool:
    return time_after(slots.text, start, end) >= end
