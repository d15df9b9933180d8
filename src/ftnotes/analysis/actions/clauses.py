"""Clauses of a sentence: where one can start, and those in which a verb comes before who does what it says, or without.

inverted:  day verb who [what]
going on:  who did … ("and" | "," | "-") "will" verb [what]
resuming:  "follow up" [what] [day]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .brackets import BRACKETS
from .lexicon import ALPHABETIC, CAPITAL, CLAUSES, LABEL_SIGNS, OPENINGS, SPACING, role
from .name_words import GIVEN
from .people import who_at
from .roles import AND, COLONS, COPULA, DASHES, DOES, DOING, FILLER, GLUE, MUST, TO, VERB, WILL
from .text import ARTICLE, BEFORE_DATE, ActionText, Who


class Acting(NamedTuple):
    """Who does something in a clause."""

    #: None for the writer.
    who: Who | None
    #: Where the task starts.
    body: int
    #: The verb of the task, if it is before who does it: its place and the place after it.
    verb: tuple[int, int] | None = None
    #: Whether it is what somebody is still to give.
    owed: bool = False


_COMPANY, _PARTY, _PERSON = role("company"), role("parties", "actors", "actor_heads"), role("persons")
#: The longest way back to "with", in words and spaces.
_MET: Final = 30
RESUMING, THAT, HYPOTHESIS = role("resuming"), role("that"), role("hypotheses")
_PAST, _TOLD, _CONDITION = role("past_endings"), role("past"), role("conditions")
_WAS: Final = role("was")
#: What can follow a verb of what is still to come: "with", "on", "the", "Ana".
_AFTER_RESUMING: Final = CAPITAL | ARTICLE | BEFORE_DATE | role("company", "glue", "origins", "parties")
#: The roles of words and signs after which a clause can start, and the signs after which one always does.
_DIVIDING: Final = CLAUSES | AND | FILLER | THAT
_CLAUSE: Final = frozenset(",:;–—、，：(（→⇒➡➔➜")
_SELECTOR: Final = "\ufe0f"
#: Signs between a statement and what the writer will do.
_APART: Final = frozenset(",;–—-→>")
_CLOSING: Final = frozenset(BRACKETS.values())
#: What follows the subject of a sentence.
_PREDICATE: Final = DOES | DOING | WILL | MUST | COPULA | VERB | _PAST | role("done", "not_actors", "past", "may")


def clause_starts(text: ActionText, start: int, end: int) -> Iterator[int]:
    """Yield the places where a clause can start that names somebody."""
    yield text.skip(start, end)
    for place, opened in enumerate(text.opened[start : end - 1], start):
        if not opened & _DIVIDING and place not in text.dated:
            continue
        token = text.tokens[place]
        dash = token in DASHES and text.is_spacing(place - 1) and text.is_spacing(place + 1)
        if place in text.dated:
            if place + 1 not in text.dated:
                yield text.skip(place + 1, end)
        elif token in _CLAUSE or dash or (token == ">" and text.tokens[place - 1][-1] in "-=\r\n"):
            yield text.skip(place + 1 + (text.tokens[place + 1] == _SELECTOR), end)
        elif opened & (AND | FILLER) and not text.has(place - 2, ARTICLE) and (after := text.phrase(place, AND | FILLER, end)):
            yield text.skip(after, end)
        elif opened & THAT and (not text.has(max(0, place - 2), FILLER) or text.has(max(0, place - 4), VERB)):
            # "so that" is a reason, but not "make sure that"
            yield text.skip(place + 1, end)


def certain(text: ActionText, start: int, end: int) -> int:
    """Return the end of what does not depend on a condition that may never be met: "Ana calls on 5 May, if Bo is back"."""
    for place in text.places(HYPOTHESIS, start, end):
        before = place
        while before > start and text.is_spacing(before - 1):
            before -= 1
        if before == start and text.phrase(place, FILLER, end):
            continue  # "If possible, Ana calls"
        if (before == start or text.tokens[before - 1] in _APART) and text.phrase(place, HYPOTHESIS, end):
            return before
    return end


def closed(text: ActionText, start: int, end: int) -> int:
    """Return the end of a clause, which is that of the bracket that it is in: "… (Ana calls Bo) …"."""
    depth = 0
    for place, opened in enumerate(text.opened[start:end], start) if text.opens(start, end) & LABEL_SIGNS else ():
        if opened & OPENINGS and text.tokens[place] in BRACKETS:
            depth += 1
        elif opened & LABEL_SIGNS and text.tokens[place] in _CLOSING:
            depth -= 1
            if depth < 0:
                return place
    return end


def is_joined(text: ActionText, who: Who, place: int) -> bool:
    """Return whether somebody is the last of those for whom something is to be done: "for Ana and Ben to reply"."""
    if _is_met(text, who, place):
        return True
    first = at = place - 4
    while at > 0 and text.has(place - 2, AND) and text.has(at, CAPITAL):
        at -= 2
    return 0 < at < first and text.has(at, GLUE) and not text.has(at, TO)


def _is_met(text: ActionText, who: Who, place: int) -> bool:
    """Return whether somebody is the last of those with whom something was done, or who are asked for something.

    "Met with the FE and the AM to review it", "Invite Ana, Ben and Eva to present it".
    """
    listed = place > 1 and text.tokens[place - 2] == "," and text.opens(who.start, who.stop) & AND
    if not (listed or (place > 1 and text.has(place - 2, AND))):
        return False
    depth = 0
    for at in range(place - 2, max(-1, place - _MET), -1):
        depth += (text.tokens[at] in _CLOSING) - (text.tokens[at] in BRACKETS)
        if not depth and ((text.opened[at] & _COMPANY and not text.has(at, AND)) or _is_asking(text, at)):
            return True
        comma = text.tokens[at] == "," and (listed or at < place - 3)  # not "Called Ana, and Ben to …"
        if at in text.dated or not (
            depth or comma or text.opened[at] & (SPACING | AND | ARTICLE | CAPITAL | _PARTY | OPENINGS)
        ):
            return False
    return False


def _is_asking(text: ActionText, place: int) -> bool:
    """Return whether a verb has somebody as its object, and nobody before it who does it: "Invite Ana", "please invite Ana"."""
    opened = text.has(place, CAPITAL) or (place > 1 and text.has(place - 2, FILLER))
    verb = text.has(place, VERB | _PAST | _TOLD) and not text.has(place, GIVEN)
    return opened and verb and not text.has(place + 2, AND)


def follows_day(text: ActionText, place: int, start: int) -> bool:
    """Return whether a date is right before a place, with which the sentence starts."""
    while place > start and text.is_spacing(place - 1):
        place -= 1
    known = text.to_place.get(place)
    return known is not None and text.before_date(known[1], start) == start


def inverted(text: ActionText, place: int, end: int) -> Acting | None:
    """Return who does something right after a day and a verb: "Am 5. Mai schickt Helga …"."""
    auxiliary = text.phrase(place, WILL | MUST, end)
    verb = auxiliary or (place + 1 if text.has(place, DOES) and not text.has(place, VERB) else 0)
    if not verb or text.has(place, CAPITAL):
        return None
    start = text.skip(verb, end)
    who = who_at(text, start, end) if start > verb else None
    if who is None or (who.start > start and not who.known):
        return None  # "Am 5. Mai wird das System migriert"
    if text.skip(who.end, end) >= end or text.tokens[text.skip(who.end, end)] in COLONS:
        return None
    return Acting(who, text.skip(who.end, end), None if auxiliary else (place, verb))


def going_on(text: ActionText, start: int, place: int, end: int) -> Acting | None:
    """Return who will do something besides what the start of the sentence says: "Ana trained 40, and will train more".

    Without such a subject it is the writer, if there is a day: "No answer - will call again on 5 May".
    """
    will, be = text.phrase(place, WILL, end), text.phrase(place, COPULA, end)
    body = text.skip(max(will, be), end)
    does = DOING if be > will and text.has_date(body, end) else VERB  # "and will be sending it on 5 May"
    if not will or not text.phrase(body, does, end):
        return None
    start = text.skip(start, end)
    if who := _subject(text, start, place, dated=text.has_date(body, end)):
        return Acting(who, body)
    before = text.trimmed(start, place, frozenset())[1] - 1
    if text.phrase(start, _CONDITION, place) and text.has_date(start, place):
        return Acting(None, place)  # "If there is no reply by 5 May, will call"
    stated = text.tokens[before] == "," and text.opens(start, before) & (COPULA | WILL)  # "The site is up, will run until …"
    return Acting(None, place) if text.tokens[before] in _APART and not stated and text.has_date(body, end) else None


def _subject(text: ActionText, start: int, place: int, *, dated: bool) -> Who | None:
    """Return who did what is said before a place: "Ana trained 40"; with a day also "I was there", "met Ana, she is fine"."""
    for person in text.places(_PERSON, start, place) if dated else ():
        if person > start and text.tokens[text.trimmed(start, person, frozenset())[1] - 1] in _CLAUSE:
            return Who(person, person + 1, person + 1, known=True)
    colon = max((at for at in text.places(LABEL_SIGNS, start, place) if text.tokens[at] in COLONS), default=start - 1)
    who = who_at(text, text.skip(colon + 1, place), place)
    after = text.skip(who.end, place) if who else place
    if who is None and colon > start:
        speaking = who_at(text, start, colon)  # "Ana: met Ben, will send it"
        sure = speaking is not None and (speaking.known or text.has(speaking.start, GIVEN))
        return speaking if speaking and sure and text.skip(speaking.end, colon) == colon else None
    if who is None or after >= place:
        return None
    named = text.has(who.start, GIVEN) or text.tokens[who.start] in text.names
    was = dated and (text.opened[after] & _WAS or (who.writer and text.tokens[after] in "'’"))  # "I'm on site and will call"
    return who if was or text.opened[after] & _PREDICATE or (named and text.opened[after] == ALPHABETIC) else None


def resuming(text: ActionText, place: int, end: int) -> Acting | None:
    """Return where a task starts whose verb says that it is still to come, if it has a day: "f/u w/ Ana on 5/12"."""
    verb = text.phrase(place, RESUMING, end)
    dated = next(iter(text.dates_in(verb, end)), None) if verb else None
    if dated is None or text.opens(dated[2], end) & COPULA:
        return None
    follows = text.skip(verb, end)
    noun = text.has(follows, ALPHABETIC) and not text.has(follows, _AFTER_RESUMING) and text.tokens[follows + 1] != "/"
    if noun and follows not in text.dated:
        return None  # "Retry logic was added on 5/12", but "F/u w/ Ana on 5/12"
    behind = text.skip(dated[2], end)
    return None if behind < end and text.tokens[behind] in COLONS else Acting(None, place)
