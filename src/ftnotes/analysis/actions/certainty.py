"""Whether somebody will really do something, as far as the words of a sentence show."""

from __future__ import annotations

from typing import Final

from ..dates.mention import DateMention
from .clauses import RESUMING
from .commitments import NEEDS, is_to_do
from .lexicon import ALPHABETIC, IDEOGRAPHIC, SPACING, UPPER, role
from .name_words import GIVEN
from .roles import AND, COLONS, COPULA, DOES, FILLER, JOINER, MUST, TO, VERB, WHAT, WILL, Setting
from .somebody import ACTOR, HANDLE_SIGNS
from .text import ARTICLE, ActionText, Who

_SINCE: Final = role("since")
_DEADLINE, _MYSELF, _FUTURE, _PAST = role("deadline"), role("myself"), role("future_endings"), role("past_endings")
#: The longest way from the start of a task to its verb, and from a deadline to what is due, in words and spaces.
_CLAUSE_LENGTH: Final = 120
_PARTY: Final = 8
#: The longest way from "as of" to a day, in words and spaces.
_BEFORE: Final = 6


def is_sure(text: ActionText, who: Who, does: int, body: int, end: int, setting: Setting) -> bool:
    """Return whether somebody will really do something, as far as the words show."""
    if text.tokens[does] in "'’":
        does += 1
    while does < body and text.has(does, FILLER) and not text.has(does, WILL | MUST | TO):
        does = text.skip(does + 1, end)
    verb = bool(text.phrase(body, VERB, end)) or (text.is_ideographic(body) and _has_verb(text, body, end))
    dated = text.has_date(body, end) or _is_due(text, who.start)
    if does < body and (will := text.phrase(does, WILL, end)):
        if text.phrase(does, COPULA, end) > will:
            return dated  # "will be sending it on 5 May"
        past = any(text.has(at, _PAST) for at in range(does, body))
        several = who.writer or bool(text.opens(max(0, who.start - 2), who.stop) & JOINER)
        if who.writer or past:  # "Ana and I agreed to use it" is a decision
            return (dated and (verb or not past)) or (verb and not (several and past))
        anywhere = verb or _has_verb(text, body, end)
        return anywhere or (who.known and dated)
    if does < body and text.phrase(does, TO, end) and not text.phrase(does, MUST, end):
        handle = who.start > 0 and text.tokens[who.start - 1] in HANDLE_SIGNS
        named = handle or who.known or who.words > 1 or text.tokens[who.start] in text.names or text.has(who.start, GIVEN)
        unknown = who.known and text.roles[body] == ALPHABETIC and not text.has(does, ARTICLE)
        verb = verb or (unknown and text.has_date(body, end))  # "CSM to pos E5 by 5 May"
        label = text.phrase(does, WHAT, end)
        empty = label > 0 and not text.opens(label, end) & (ALPHABETIC | IDEOGRAPHIC)  # "(Ana to do)"
        return verb and not empty and (named or dated or setting is not Setting.PLAIN)
    follows = does == body and not verb and text.phrase(body, RESUMING, end) > 0
    if follows and text.has(who.start, GIVEN | UPPER) and not who.writer:
        return True  # "FM follows up"
    if does == body and setting is Setting.PLAIN and _has_begun(text, body, end):
        return False
    if verb and text.phrase(does, NEEDS, end) and _can_be_needed(text, who):
        return True
    if text.has(body, _FUTURE) and text.has(body, DOES) and _day_before(text, who.start):
        return True  # "El 20 de julio el partner instalará …"
    if who.writer and does == body and verb and setting is Setting.PLAIN:
        before = _day_before(text, who.start)
        return (dated or before is not None) and is_to_do(text, body, end, before)
    if not who.known and (day := text.date_after(text.phrase(body, DOES, end) or end, end)):
        rest = text.skip(day[2], end)
        dated = rest < end and not text.phrase(rest, AND, end)  # not "The PPC meets on 5 May"
    return dated or (setting is not Setting.PLAIN and not who.writer)


def _has_begun(text: ActionText, start: int, end: int) -> bool:
    """Return whether a day is that from which on somebody does something: "Ana replaces Ben as of 5 May"."""
    day = next(iter(text.dates_in(start, end)), None)
    return day is not None and any(text.phrase(at, _SINCE, day[1]) for at in range(max(start, day[1] - _BEFORE), day[1]))


def _day_before(text: ActionText, place: int) -> DateMention | None:
    """Return the date right before a place, past articles."""
    while place > 0 and text.roles[place - 1] & (SPACING | ARTICLE) and place not in text.to_place:
        place -= 1
    return text.to_place[place][0] if place in text.to_place else None


def _can_be_needed(text: ActionText, who: Who) -> bool:
    """Return whether what somebody has to do is a task without a day: "FM needs to call", but not "customers must call"."""
    before = who.start
    while before > 0 and text.roles[before - 1] & (SPACING | ARTICLE):
        before -= 1
    if before > 0 and text.tokens[before - 1] in COLONS:
        return text.has(who.start, GIVEN)  # "#12: Ana needs to …", not "Background: the customer has to move"
    if who.writer:
        return text.has(who.start, _MYSELF)
    party = text.phrase(who.start, ACTOR, who.stop) == who.stop and not text.words[who.stop - 1].folded.endswith("s")
    return text.has(who.start, GIVEN) or party


def _has_verb(text: ActionText, start: int, end: int) -> bool:
    """Return whether a clause has a verb, as its last word in some languages."""
    places = text.places(VERB, start, min(end, start + _CLAUSE_LENGTH))
    return any(text.phrase(place, VERB, end) for place in places)


def _is_due(text: ActionText, place: int) -> bool:
    """Return whether a deadline is right before a place: "By 5 May the customer must sign"."""
    while place > 0 and (text.roles[place - 1] & (SPACING | ARTICLE) or text.tokens[place - 1] in ",:，："):
        place -= 1
    known = text.to_place.get(place)
    first = start = text.before_date(known[1], max(0, known[1] - _PARTY)) if known else place
    while first > 0 and text.tokens[first - 1] == " ":
        first -= 1
    alone = first == 0 or not text.has(first - 1, ALPHABETIC | IDEOGRAPHIC)  # not "workshop before 5 May, the customer asks"
    return known is not None and alone and any(text.has(before, _DEADLINE) for before in range(start, known[1]))
