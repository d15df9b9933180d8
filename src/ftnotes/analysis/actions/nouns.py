"""What is on a day that is to come, though nothing says that it is a meeting: stages of the work, and anything scheduled.

direct:    [word*] (event | stage) [number] [about word*] [("begins" | "on" | ":")] day
scheduled: word+ ["is"] "scheduled for" day
issued:    word+ "going out" "from" who day
moved:     who "moved" event ["from" day] "to" day
"""

from __future__ import annotations

from typing import Final

from ..dates.mention import Anchor, DateMention, Precision
from .brackets import bracketed
from .items import ActionDraft
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, role
from .name_words import GIVEN
from .parts import time_after
from .people import is_who, who_at
from .roles import AND, COLONS, COPULA, DASHES, DOES, DOING, FILLER, MUST, OWNING, TO, VERB, WILL
from .text import ARTICLE, BEFORE_DATE, ActionText, Who

EVENT, STAGE, BEGINS, SCHEDULED = role("events"), role("stages"), role("begins"), role("scheduled")
FIXED, MOVING, ISSUING = role("fixed"), role("moving"), role("issuing")
#: What an event can be known by.
ON_DAY: Final = EVENT | STAGE | FIXED | MOVING | ISSUING
_NEXT: Final = role("next")
_DEADLINE, _THING, _NO_NAME = role("deadline"), role("thing"), role("not_actors")
#: Words between an event and with whom, where and about what it is.
ABOUT: Final = role("company", "glue", "origins", "at")
#: What shows that a noun is that of a statement, and not of an event on a day.
_STATED: Final = role("was", "wishes", "pronouns", "writer", "will", "must", "conditions", "never", "past", "that", "done")
_DOING: Final = DOING | role("not_name_endings")
_FROM: Final = role("origins", "deadline")
_PAST, _NOT_BEFORE = role("past_endings"), ABOUT | TO | BEFORE_DATE
#: Signs before a noun, other than those in it.
_CLAUSE: Final = frozenset(",:;–—、，：(（→⇒>|")
#: The longest noun, the longest way from one to its day, and from "moved" to an event, in words and spaces.
_NOUN, _DAY, _MOVED = 16, 20, 12
#: What a day that is to come has to be precise to: "in June" is a plan.
_PRECISE: Final = (Precision.DAY, Precision.RANGE, Precision.WEEK)


def noun_on_day(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return an event that is on a day to come, was moved to it, or is anything that is scheduled for it."""
    roles = text.opens(start, end)
    return (
        (moved_event(text, start, end) if roles & MOVING else None)
        or (coming_event(text, start, end) if roles & (EVENT | STAGE) else None)
        or (scheduled_noun(text, start, end) if roles & FIXED else None)
        or (issued(text, start, end) if roles & ISSUING else None)
    )


def is_on_day(text: ActionText, mention: DateMention) -> bool:
    """Return whether a date is that of an event to come, as far as it shows."""
    return mention.precision in _PRECISE and (text.written is None or text.is_to_come(mention))


def noun_start(text: ActionText, place: int, start: int, *, among: int = 0) -> int | None:
    """Return where the words before a noun start that belong to it, at the start of a clause; None if others are there.

    With ``among``, words of these roles can be among them.
    """
    first = place
    while place > start and first - place < _NOUN:
        place -= 1
        token, opened = text.tokens[place], text.opened[place]
        if text.is_spacing(place) or token in "\"“”'’.#&/":
            continue
        dash = token in DASHES and text.is_spacing(place - 1)
        if token in _CLAUSE or dash or opened & AND or place in text.dated:
            return first
        if token in DASHES or token.isdigit():
            first = place if token.isdigit() and first == place + 1 else first  # "2nd"
            continue
        small = not opened & CAPITAL
        if opened & (_STATED | WILL | MUST) or (small and not opened & among and opened & (_NOT_BEFORE | _PAST)):
            return None
        if small and opened & (DOES | DOING) and not opened & (EVENT | STAGE | VERB | _NO_NAME):
            return None
        if not opened & (ALPHABETIC | IDEOGRAPHIC):
            return None
        first = first if opened & (ARTICLE | FILLER) and not opened & _NEXT else place
    return first if place <= start else None


def is_event(text: ActionText, start: int, end: int) -> bool:
    """Return whether an entry is the name of an event, perhaps with what it is about: "Review call", "project plan review"."""
    for place in text.places(EVENT, start, end):
        after = text.phrase(place, EVENT, end)
        named = place == start or (not text.has(start, VERB) and noun_start(text, place, start) == start)
        about = text.skip(after or end, end)
        if after and named and (after == end or (text.has(about, ABOUT) and not text.has(about, ARTICLE))):
            return True  # but not "Review the plan"
    return False


def leads_to(text: ActionText, after: int, dated: int) -> bool:
    """Return whether only what belongs to an event is between it and its day: a number, "with Ana", "starts on"."""
    place = text.skip(after, dated)
    while place < dated and (text.tokens[place].isdigit() or text.tokens[place] == "#"):
        place = text.skip(place + 1, dated)
    if close := bracketed(text, place, dated):
        place = text.skip(close + 1, dated)  # "Wave 2 (300 users) is on"
    about = place < dated and text.has(place, ABOUT)
    while place < dated:
        if (begins := text.phrase(place, BEGINS | SCHEDULED | COPULA, dated)) or text.tokens[place] in COLONS | DASHES:
            about, place = False, text.skip(begins or place + 1, dated)
            continue
        roles = text.opened[place]
        if roles & (_STATED | WILL | MUST | _DEADLINE) or text.tokens[place] in _CLAUSE:
            return False
        if not about and not roles & (BEFORE_DATE | ARTICLE | FILLER):
            return False
        if about and roles & (DOES | _PAST) and not roles & (CAPITAL | EVENT | STAGE | VERB):
            return False
        place = text.skip(place + 1, dated)
    return True


def coming_event(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return an event or a stage of the work on a day that is to come: "Sponsor meeting on 4 August", "Pilot starts 5 May"."""
    for place in text.places(EVENT | STAGE, start, end):
        after = text.phrase(place, EVENT | STAGE, end)
        day = next(iter(text.dates_in(after, min(end, after + _DAY))), None) if after else None
        if day is None or not is_on_day(text, day[0]) or not leads_to(text, after, day[1]):
            continue
        first = noun_start(text, place, start)
        sure = text.written is not None and day[0].as_written[0].begin.anchor is not Anchor.WEEKDAY
        if first is None or not (sure or text.opens(first, place) & _NEXT):
            continue  # "Call on Tuesday" can be over
        behind = time_after(text, day[2], end)
        return _draft(text, first, text.phrase_before(day[1], after, SCHEDULED | BEGINS | COPULA), day[0], behind, end)
    return None


def scheduled_noun(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return whatever is scheduled for a day to come: "install is scheduled for 16 May"."""
    for place in text.places(FIXED, start + 1, end):
        after = text.phrase(place, FIXED, end)
        day = text.date_after(after, end) if after and not text.has(place, COPULA) else None
        if day is None or not is_on_day(text, day[0]):
            continue
        cut = text.trimmed(start, place)[1]
        while cut - 1 > start and text.has(cut - 1, COPULA | FILLER):
            cut = text.trimmed(start, cut - 1)[1]
        first = noun_start(text, cut, start, among=ABOUT)
        if first is not None and first < cut and _is_thing_to_come(text, first, cut):
            return _draft(text, first, cut, day[0], time_after(text, day[2], end), end)
    return None


def _is_thing_to_come(text: ActionText, first: int, cut: int) -> bool:
    """Return whether a noun can be an event, though it is not known as one: neither somebody nor a product nor "call notes"."""
    if text.opens(first, cut) & (_THING | EVENT) or text.has(first, ABOUT):
        return False
    who = is_who(text, first, cut)
    if who and (who.known or who.words > 1 or text.has(first, GIVEN) or text.tokens[first] in text.names):
        return False
    return text.has(cut - 1, ALPHABETIC | IDEOGRAPHIC) or text.tokens[cut - 1].isdigit()


def moved_event(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return an event that was moved to another day: "Ana moved the call to 9 July"."""
    for place in text.places(MOVING, start, end):
        after = text.phrase(place, MOVING, end)
        for event in text.places(EVENT, after, min(end, after + _MOVED)) if after else ():
            stop = text.phrase(event, EVENT, end)
            days = list(text.dates_in(stop, min(end, stop + _DAY))) if stop else []
            former = bool(days) and text.has(text.skip(stop, end), _FROM)  # "from 4 May to 9 May"
            apart = text.opens(stop, days[0][1]) & _STATED if days and not former else 0
            if not days or apart or not is_on_day(text, days[-1][0]) or not _CLAUSE.isdisjoint(text.tokens[after:event]):
                continue
            first = event
            while first > after and first - 1 not in text.dated and not text.has(first - 1, ARTICLE):
                first -= 1
            first = event if text.tokens[first] in "'’" else text.skip(first, event)  # "today's call"
            return ActionDraft([text.span(first, stop)], days[-1][0], event=True)
    return None


def issued(text: ActionText, start: int, end: int) -> ActionDraft | None:
    """Return what somebody will give out on a day: "Agenda going out from me tomorrow"."""
    for place in text.places(ISSUING, start + 1, end):
        after = text.phrase(place, ISSUING, end)
        by = text.skip(after, end)
        who = who_at(text, text.skip(by + 1, end), end, lenient=True) if after and text.has(by, _FROM) else None
        day = text.date_after(who.end, end) if who else None
        first = noun_start(text, place, start) if day and is_on_day(text, day[0]) else None
        if who and day and first is not None and first < place:
            return ActionDraft([text.span(first, after)], day[0], text.span(who.start, who.stop))
    return None


def _draft(text: ActionText, first: int, cut: int, mention: DateMention, behind: int, end: int) -> ActionDraft:
    """Return an event with who is named behind its day, "(Nicole)" or ", partner executing", and with what it is about."""
    who, rest = executing_at(text, behind, end), text.trimmed(behind, end)
    close = bracketed(text, rest[0], rest[1])
    who = who or (is_who(text, rest[0] + 1, close) if close else None)
    what = [text.span(*text.trimmed(first, cut))]
    if who is None and rest[0] < rest[1] and text.skip(behind, end) == rest[0] and text.has(rest[0], ABOUT | TO):
        what.append(text.span(*rest))
    return ActionDraft(what, mention, text.span(who.start, who.stop) if who else None, event=True)


def executing_at(text: ActionText, start: int, end: int) -> Who | None:
    """Return who does what an event is, as said behind its day: ", partner executing", ", FE to lead"."""
    place = text.skip(start, end)
    place = text.skip(place + 1, end) if place < end and text.tokens[place] in ",-–—" else end
    who = who_at(text, place, end) if place < end else None
    doing = text.skip(who.end, end) if who else end
    if who and text.phrase(doing, OWNING, end) == end:
        return who
    return who if who and text.has(doing, _DOING) and text.trimmed(doing + 1, end)[0] >= end else None
