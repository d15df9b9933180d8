"""Events on a day, such as the next call, which are actions without an owner.

event:     next word* event word* day | event [("with" | "on" | …) word*] scheduled day | scheduled word* event word* day
"""

from __future__ import annotations

from typing import Final

from ..dates.mention import DateMention
from .brackets import bracketed
from .items import ActionDraft
from .lexicon import ALPHABETIC, IDEOGRAPHIC, role
from .nouns import MOVING, executing_at, is_on_day, noun_on_day, noun_start
from .parts import time_after
from .people import is_who, who_at
from .roles import COPULA, NEVER
from .text import ARTICLE, ActionText

_NEXT, _EVENT, _SCHEDULED, _CANCELLED = role("next"), role("events"), role("scheduled"), role("cancelled")
#: Words before an event that do not belong to it; words between it and with whom, where and about what it is.
_BEFORE_EVENT: Final = ARTICLE | role("next", "copulas", "before_date", "to", "never")
_ABOUT: Final = role("company", "glue", "origins", "at")
#: The longest way from an event to its date, and to "planned" before it, in words and spaces.
_EVENT_DATE: Final = 20
_PLANNED: Final = 8
#: The longest way to a day that is told as such, and the roles of words of other statements.
_FAR: Final = 40
_STATED: Final = COPULA | role("will", "must", "was")
_PAST: Final = role("past", "done")
_CLAUSE: Final = frozenset(",;:–—-，；")


def event_in(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return an event with its date: "next call on 12 June", "workshop planned for 12 June"."""
    moved = _after_cancelled(text, start, end)
    if moved is None:
        return None
    for place in text.places(_EVENT, start, end):
        after = text.phrase(place, _EVENT, end) or end  # it can go on behind the sentence
        begin = _before_event(text, place, start)
        reach = max(after, moved)
        found = next(iter(text.dates_in(reach, min(end, reach + _EVENT_DATE))), None)
        if not found and begin is not None:
            found = _day_told(text, reach, end)
        if not found:
            continue
        mention, dated, behind = found
        moving = next((at for at in text.places(MOVING, after, dated) if text.phrase(at, MOVING, dated)), None)
        cut = (
            text.phrase_before(dated, after, _SCHEDULED | COPULA)
            if moving is None
            else text.phrase_before(moving, after, _STATED)
        )
        if moved:
            former = [at for _, at, _ in text.dates_in(after, moved)] + text.places(_CANCELLED, after, moved)
            cut = text.phrase_before(min(former), after, COPULA | _SCHEDULED)
        later = text.phrase(text.skip(behind, end), _SCHEDULED, end) == end  # "Termin am 5. Mai geplant"
        if begin is None and not later and not _is_scheduled(text, start, place, after, dated, cut):
            continue
        first = _with_words_before(text, place, start) if begin is None else begin
        after_time = time_after(text, behind, end)
        rest = text.trimmed(after_time, end)
        executing = executing_at(text, after_time, end)
        if executing or _is_remark(text, after_time, end):
            rest = end, end
        behind_it = bracketed(text, rest[0], rest[1])
        owned = is_who(text, rest[0] + 1, behind_it) if behind_it and behind_it == rest[1] - 1 else None
        if owned:
            rest = rest[1], rest[1]
        parts = [text.trimmed(first, cut), *([] if text.phrase(rest[0], COPULA | _SCHEDULED, rest[1]) == rest[1] else [rest])]
        what = [text.span(*part) for part in parts if part[0] < part[1]]
        host = who_at(text, start, first) if begin is None else None
        owner = text.span(host.start, host.stop) if host and host.known and text.skip(host.end, first) < first - 1 else None
        by = executing or owned
        owner = text.span(by.start, by.stop) if by else owner
        return ActionDraft(what, mention, owner, event=True)
    return None if moved else noun_on_day(text, start, end)


def event_of_entry(text: ActionText, start: int, end: int, day: DateMention) -> ActionDraft | None:
    """Return the event that an entry of a log names for its day, if that is to come: "5/8: call with Ana"."""
    place = next((at for at in text.places(_EVENT, start, end) if text.phrase(at, _EVENT, end)), None)
    if place is None or not is_on_day(text, day) or text.opens(start, end) & (_STATED | _PAST | _CANCELLED | NEVER):
        return None
    planned = text.phrase_that_ends(_SCHEDULED, max(place, end - _PLANNED), end)
    first, last = text.trimmed(start, planned if planned > place else end)
    return ActionDraft([text.span(first, last)], day, event=True) if noun_start(text, place, start) == first else None


def _day_told(text: ActionText, start: int, end: int) -> tuple[DateMention, int, int] | None:
    """Return the day right after a copula, further away: "Next meeting with the whole team to review it is on 5 May"."""
    for mention, dated, behind in text.dates_in(start, min(end, start + _FAR)):
        last = text.trimmed(start, text.before_date(dated, start))[1] - 1
        told = last > start and text.has(last, COPULA) and not text.opens(start, last) & _STATED
        return (mention, dated, behind) if told and _CLAUSE.isdisjoint(text.tokens[start:last]) else None
    return None


def _is_remark(text: ActionText, place: int, end: int) -> bool:
    """Return whether what is behind a day is another clause, and not what the event is about: ", invite sent"."""
    sign = text.skip(place, end)
    first = text.skip(sign + 1, end)
    return sign < first < end and text.tokens[sign] in _CLAUSE and not text.has(first, _ABOUT)


def _after_cancelled(text: ActionText, start: int, end: int) -> int | None:
    """Return the place from which the day of an event is, after that of a cancelled one; None if it does not take place."""
    named = {at for place in text.places(_EVENT, start, end) for at in range(place, text.phrase(place, _EVENT, end))}
    for place in text.places(NEVER, start, end):
        if place not in named and text.phrase(place, NEVER, end):
            return None  # but "Go/no-go call"
    off = [place for place in text.places(_CANCELLED, start, end) if text.phrase(place, _CANCELLED, end)]
    if not off:
        return 0
    again = [place for place in text.places(_SCHEDULED, off[-1], end) if text.phrase(place, _SCHEDULED, end) > place + 1]
    return again[0] if again else None


def _with_words_before(text: ActionText, place: int, start: int) -> int:
    """Return the place of the first word that belongs to an event: "full day workshop"."""
    first = place
    while place > start:
        place -= 1
        if text.tokens[place] in '"”':
            opening = (at for at in range(place - 1, max(start, place - 16) - 1, -1) if text.tokens[at] in '"“')
            first = place = next(opening, place)
            continue
        if text.has(place, _BEFORE_EVENT) or text.tokens[place] in ".,;:(":
            return first
        if text.has(place, ALPHABETIC):
            first = place
        if first - place > 6:
            break
    return first


def _before_event(text: ActionText, place: int, start: int) -> int | None:
    """Return where "next" is before an event, past at most two other words."""
    before, seen = place, 0
    while before > start and seen <= 2:
        before -= 1
        if text.is_spacing(before) or text.tokens[before] in "-.":
            continue
        if text.has(before, _NEXT):
            return before
        for first in range(max(start, before - 2), before):
            if text.phrase(first, _NEXT, place) == before + 1:
                return first
        if not text.has(before, ALPHABETIC | IDEOGRAPHIC):
            return None
        seen += 1
    return None


def _is_scheduled(text: ActionText, start: int, place: int, after: int, dated: int, cut: int) -> bool:
    """Return whether an event is to take place: "call planned for", "call with Ana planned for", "Planned a call for"."""
    follows = text.skip(after, dated)
    if text.phrase(follows, _SCHEDULED, dated):
        return True
    planned = text.phrase(start, _SCHEDULED, place)
    if planned and place <= planned + _PLANNED:
        return True
    before = text.before_date(dated, after)
    return follows < before and text.has(follows, _ABOUT) and cut < text.trimmed(after, before)[1]
