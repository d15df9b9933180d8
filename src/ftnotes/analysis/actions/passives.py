"""What will be done by somebody: the task is before who does it.

passive: what "will be" verb "by" who [day]
"""

from __future__ import annotations

from typing import Final

from ..dates.mention import DateMention, Precision
from .brackets import bracketed
from .clauses import closed
from .items import ActionDraft
from .lexicon import ALPHABETIC, IDEOGRAPHIC, SPACING, role
from .name_words import is_person
from .nouns import ABOUT, is_on_day, noun_start
from .people import who_at
from .roles import AND, DASHES, NEVER, TO, Setting
from .slots import Slots
from .text import ARTICLE, ActionText, Who
from .trails import take_trails

PASSIVE, AGENT = role("passives"), role("agents")
_SINCE: Final = role("since")
_CONDITION, _NOT_ALONE = role("conditions", "that"), role("needs", "will", "wishes", "was", "fillers", "past_endings")
#: The longest way from "will be" to "by", in words and spaces.
_FAR: Final = 16
#: The longest clause behind who does it.
_LONGEST: Final = 80
#: Signs with which a clause ends.
_CLAUSE: Final = frozenset(",;:–—，；：")
_BEFORE: Final = _CLAUSE | DASHES | frozenset("(（")


def passive_in(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return what will be done by somebody on a day: "It will be sent by Ana on 5 May"; "to be sent by Ana" needs none."""
    for place in text.places(PASSIVE, start, end):
        after = text.phrase(place, PASSIVE, end)
        agent = _agent_after(text, after, end) if after else None
        if agent is None:
            continue
        who, by = agent
        first = _subject(text, start, place)
        if first is None or text.opens(after, by) & NEVER:
            continue
        if text.opens(max(start, first - _FAR), place) & (_CONDITION | NEVER):
            continue
        stop = _clause_end(text, who.end, min(end, who.end + _LONGEST))
        if text.opens(who.end, stop) & _SINCE:
            continue  # "is being run by the partner since 5 May"
        slots = Slots(text, who.end, stop, Setting.PLAIN, who=who)
        close = bracketed(text, text.skip(who.end, stop), stop)
        if close and slots.take(text.skip(who.end, stop) + 1, close):
            slots.start = close + 1
        take_trails(slots)
        rest = slots.draft() if slots.start < slots.end else None
        between = next(text.dates_in(after, by), None)
        day = (rest and rest.date) or slots.date or next((mention for mention, _, _ in text.dates_in(who.end, stop)), None)
        cut = text.before_date(between[1], after) if between else by
        day = day or (between and between[0])
        person = is_person(text, who) and not who.known and text.trimmed(who.end, end)[0] >= end
        if not _can_be_to_come(text, day) if day else not (text.has(place, TO) and person):
            continue
        what = [text.span(*text.trimmed(first, cut)), *(rest.what if rest else ())]
        return ActionDraft(what, day, text.span(who.start, who.stop), by_role=who.known)
    return None


def _agent_after(text: ActionText, start: int, end: int) -> tuple[Who, int] | None:
    """Return who does what will be done, and the place of "by"; only who is known, or surely a person."""
    for place in text.places(AGENT, start, min(end, start + _FAR)):
        by = text.skip(text.phrase(place, AGENT, end) or end, end)
        who = who_at(text, by, end) if by < end else None
        apart = place > start or text.is_ideographic(place)
        if who and apart and (who.known or is_person(text, who)):
            return who, place
        if place not in text.dated and not text.has_date(place, min(end, place + _FAR)):
            break
    return None


def _subject(text: ActionText, start: int, place: int) -> int | None:
    """Return where what will be done starts, at the start of a clause; a single word can be any, such as a pronoun."""
    alone = before = place - 2
    while before > start and text.has(before - 1, SPACING | ARTICLE) and not text.has(before - 1, AND):
        before -= 1
    if alone >= start and text.has(alone, ALPHABETIC):
        opened = before <= start or text.tokens[before - 1] in _BEFORE or text.has(before - 1, AND)
        if opened and not text.has(alone, _NOT_ALONE):
            return alone
    first = noun_start(text, place, start, among=ABOUT)
    return first if first is not None and first < place and text.has(first, ALPHABETIC | IDEOGRAPHIC) else None


def _clause_end(text: ActionText, start: int, end: int) -> int:
    """Return the end of a clause, at a sign or "and"."""
    for place in range(start, closed(text, start, end)):
        if place not in text.dated and (text.tokens[place] in _CLAUSE or text.has(place, AND)):
            return place
    return closed(text, start, end)


def _can_be_to_come(text: ActionText, mention: DateMention) -> bool:
    """Return whether a day is to come, as far as it shows; a month or quarter is."""
    return is_on_day(text, mention) or mention.precision not in (Precision.DAY, Precision.RANGE, Precision.WEEK)
