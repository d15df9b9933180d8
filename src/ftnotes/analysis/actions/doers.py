"""Who does something in the clauses of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from .certainty import is_sure
from .clauses import (
    RESUMING,
    THAT,
    Acting,
    clause_starts,
    follows_day,
    going_on,
    inverted,
    is_joined,
    resuming,
)
from .commitments import NEEDS, OWING, TELLING, WORKING, asked, committed, told
from .leads import acting
from .lexicon import CAPITAL, HANDLES, IDEOGRAPHIC, UPPER, role
from .name_words import GIVEN
from .people import small_name_at, who_at
from .roles import (
    COLONS,
    DOES,
    FILLER,
    I_WILL,
    MUST,
    NEVER,
    TO,
    VERB,
    WILL,
    Setting,
)
from .somebody import ACTOR
from .text import ARTICLE, ActionText

_HEAD, _RECURRING, _PRONOUN = role("actor_heads"), role("recurring"), role("pronouns")
#: The roles of words with which somebody can be named, other than by such a word at the end.
_SOMEBODY: Final = (
    CAPITAL | IDEOGRAPHIC | ARTICLE | role("parties", "actors", "everybody", "writer", "courtesy", "i_will", "given_names")
)
#: Words with which a clause can start whose subject comes later, or before.
_PREDICATE: Final = RESUMING | WILL | MUST | DOES
_OPENS: Final = role("others") | _SOMEBODY | RESUMING | WILL | HANDLES
_COMMITTED: Final = TELLING | OWING | WORKING
#: The longest way from the start of a party to its last word, in words and spaces: "the customer success team".
_PARTY: Final = 8


def acting_clauses(text: ActionText, start: int, end: int, setting: Setting) -> list[tuple[int, Acting]]:
    """Return the places of a sentence from which somebody does something, each with who and where the task starts."""
    roles = text.opens(start, end)
    heads = [place for place in range(start, end) if text.roles[place] & _HEAD] if roles & _HEAD else []
    clauses: list[tuple[int, Acting]] = []
    named = start  # the place after who is named in the clause before: "Ravi and I" are one
    places: Iterable[int] = clause_starts(text, start, end)
    if roles & TELLING and setting is Setting.PLAIN:
        places = sorted({*places, *text.places(TELLING, start, end)})
    for place in places:
        if not named <= place < end:
            continue
        opened = text.opened[place]
        if opened & (_OPENS | TELLING) or (opened & _PREDICATE and place - 2 in text.dated) or _is_near(place, heads):
            found = clause_at(text, start, place, end, setting)
            if found:
                clauses.append((place, found))
                named = max(found.who.end, found.body) if found.who else place
    return clauses


def clause_at(text: ActionText, start: int, place: int, end: int, setting: Setting) -> Acting | None:
    """Return who does something in the clause at a place of the sentence from ``start``, and where the task starts."""
    opened = text.opened[place]
    if opened & TELLING and setting is Setting.PLAIN and (found := told(text, place, end)):
        return found
    found = acting_at(text, place, end, setting) if opened & (_SOMEBODY | HANDLES) or not opened & _PREDICATE else None
    if found or setting is not Setting.PLAIN or not opened & _PREDICATE:
        return found
    if opened & RESUMING and (found := resuming(text, place, end)):
        return found
    if place - 2 in text.dated and follows_day(text, place, start):
        return inverted(text, place, end)
    return going_on(text, start, place, end) if opened & WILL and place > start else None


def can_act(text: ActionText, start: int, end: int, roles: int) -> bool:
    """Return whether somebody can do something in a sentence without a date: only with "will", or "to" before a verb."""
    if roles & (NEEDS | _COMMITTED) or (roles & RESUMING and roles & (GIVEN | UPPER)):
        return True
    if not roles & VERB or roles & (WILL | I_WILL):
        return bool(roles & VERB)
    for place, opened in enumerate(text.opened[start:end], start):
        if opened & TO and (after := text.phrase(place, TO, end)):
            body = text.skip(after, end)
            while body < end and text.has(body, FILLER) and not text.opened[body] & VERB:
                body = text.skip(body + 1, end)
            if body < end and text.opened[body] & VERB:
                return True
    return False


def _is_near(place: int, heads: list[int]) -> bool:
    """Return whether a word such as "team" follows soon: "proxy team" starts with any word."""
    head = bisect_left(heads, place)
    return head < len(heads) and heads[head] <= place + _PARTY


def acting_at(text: ActionText, place: int, end: int, setting: Setting) -> Acting | None:
    """Return who does something from a place on, and where the task starts; None if nobody does."""
    if text.roles[place] & _PRONOUN and not _is_department(text, place, end):
        return asked(text, place, end) if setting is Setting.PLAIN else None
    i_will = text.phrase(place, I_WILL, end)
    if i_will and text.has(place, CAPITAL) and text.phrase(text.skip(i_will, end), VERB, end):
        return Acting(None, text.skip(i_will, end))
    who = who_at(text, place, end) or small_name_at(text, place, end, labelled=False)
    if who is None or (setting is Setting.PLAIN and text.has(who.start, _RECURRING)):
        return None  # what "each team will" do is a rule
    does = text.skip(who.end, end)
    if does < end and text.tokens[does] in COLONS:  # "Ana: will send the plan"
        will = text.phrase(text.skip(does + 1, end), WILL, end)
        speaks = (who.known or who.words == 1) and will and text.phrase(text.skip(will, end), VERB, end)
        return Acting(who, text.skip(will, end)) if speaks else None
    body = acting(text, who, does, end) if does < end else 0
    if not body or text.phrase(body, NEVER, end):
        return committed(text, who, does, end) if does < end and not body and setting is Setting.PLAIN else None
    if (
        place > 1
        and text.roles[place - 2] & THAT
        and (text.phrase(does, TO, end) or not ((who.known and not who.writer) or text.has_date(body, end)))
    ):
        return None  # "a rule that Python will use", "that tells Ana to …"
    joined = text.phrase(does, TO, end) and is_joined(text, who, place)
    if not joined and is_sure(text, who, does, body, end, setting):
        return Acting(who, body)
    return committed(text, who, does, end) if setting is Setting.PLAIN else None


def _is_department(text: ActionText, place: int, end: int) -> bool:
    """Return whether a pronoun in capitals is somebody else: "IT opens the ports"."""
    return text.has(place, UPPER) and text.has(place, ACTOR) and not text.has(text.skip(place + 1, end), UPPER)
