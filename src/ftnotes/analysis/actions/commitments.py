"""What somebody owes, told others, or is at work on: words other than "will" by which they say what they will do.

told:    "told" [whom] ["that"] who ("would" | "will") verb
asked:   who "will" verb "me"
owing:   who "owes" [whom] what
working: who "is" "working on" the what
"""

from __future__ import annotations

from typing import Final

from ..dates.mention import DateMention
from .clauses import THAT, Acting
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, UPPER, role
from .name_words import GIVEN
from .nouns import is_on_day
from .people import who_at
from .roles import COPULA, DASHES, DOING, FILLER, VERB, WILL
from .text import ARTICLE, ActionText, Who

NEEDS, TELLING, OWING, WORKING = role("needs"), role("telling"), role("owing"), role("working")
_WOULD, _WHOM, _OTHERS, _WRITER = role("would"), role("whom"), role("others"), role("writer")
_STILL, _STATING, _DEADLINE = role("still"), role("stating"), role("deadline")
_PRONOUN, _MYSELF, _PERSON = role("pronouns", "whom"), role("myself"), role("persons")
#: The longest way from "told" to who would do something, in words and spaces.
_TOLD: Final = 16
_APART: Final = frozenset(",;:–—，；：")


def told(text: ActionText, place: int, end: int) -> Acting | None:
    """Return what the writer or somebody said that they would do: "I told him I would call Ana"."""
    after = text.phrase(place, TELLING, end)
    for would in text.places(_WOULD | WILL, after, min(end, after + _TOLD)) if after else ():
        before = would
        while before > after and (text.is_spacing(before - 1) or text.tokens[before - 1] in "'’"):
            before -= 1
        body = text.skip(text.phrase(would, _WOULD | WILL, end), end)
        while body < end and text.has(body, FILLER) and not text.has(body, VERB):
            body = text.skip(body + 1, end)
        said = before > after and text.has(before - 1, _WRITER | _OTHERS) and _APART.isdisjoint(text.tokens[after:would])
        if said and text.phrase(body, VERB, end):
            pronoun = Who(before - 1, before, before, known=True, writer=text.has(before - 1, _WRITER))
            return Acting(_teller(text, place, after, pronoun, end) or pronoun, body)
    return None


def _teller(text: ActionText, place: int, after: int, pronoun: Who, end: int) -> Who | None:
    """Return who "said he" would do something, or a party that "said they" would; None if others can be meant."""
    if pronoun.writer or text.has(pronoun.start, _WHOM):
        return None
    if not all(text.is_spacing(at) or text.has(at, _WHOM | THAT) for at in range(after, pronoun.start)):
        return None
    tellers = (who_at(text, start, end) for start in range(max(0, place - _TOLD), place))
    teller = next((who for who in tellers if who and text.skip(who.end, end) == place), None)
    return teller if teller and (teller.known or text.has(pronoun.start, _PERSON)) else None


def asked(text: ActionText, place: int, end: int) -> Acting | None:
    """Return what others will do for the writer, "You will send me the list", or who was named just before."""
    if not text.has(place, _OTHERS):
        return None
    who, person = Who(place, place + 1, place + 1, known=True), text.has(place, _PERSON)
    if not person and (owing := _needing(text, who, end)):
        return owing
    first = text.skip(place + 1, end)
    first += first < end and text.tokens[first] in "'’"
    will = text.phrase(first, WILL, end)
    body = text.skip(will or first, end)
    verb, dated = text.phrase(body, VERB, end), text.has_date(body, end)
    given = verb > 0 and text.has(text.skip(verb, end), _WRITER)
    if not will:  # "You send us the list by 5 May"
        told = dated and text.written is not None and not person and (given or _is_due(text, body, end))
        return Acting(who, body) if verb and told and is_to_do(text, body, end) else None
    within = person and place > 1 and text.tokens[place - 2] in _APART | DASHES  # "I called Mark, he will reply by 5 May"
    return Acting(who, body) if verb and (given or (within and dated)) else None


def _is_due(text: ActionText, start: int, end: int) -> bool:
    """Return whether a task has a day by which it is due."""
    _, place, _ = next(text.dates_in(start, end))  # it is called for a task with a day
    return any(text.has(word, _DEADLINE) for word in range(text.before_date(place, start), place))


def is_to_do(text: ActionText, body: int, end: int, day: DateMention | None = None) -> bool:
    """Return whether what somebody does is still to come: "I call Ana tomorrow", but not "We use it until 5 May"."""
    day = next((mention for mention, _, _ in text.dates_in(body, end)), day)
    stated = text.has(body, _STATING) or text.has(text.skip(text.phrase(body, VERB, end), end), THAT)
    return not stated and (day is None or is_on_day(text, day))


def _needing(text: ActionText, who: Who, end: int) -> Acting | None:
    """Return what others still have to do: "They still need to add it", "They need to add it by 5 May"."""
    first = after = text.skip(who.end, end)
    while after < end and text.has(after, FILLER) and not text.opened[after] & NEEDS:
        after = text.skip(after + 1, end)
    body = text.skip(text.phrase(after, NEEDS, end), end)
    if not body or not text.phrase(body, VERB, end) or not (text.has(first, _STILL) or text.has_date(body, end)):
        return None
    return Acting(who, body)


def committed(text: ActionText, who: Who, place: int, end: int) -> Acting | None:
    """Return what somebody owes, is at work on, or is doing by a day to come: "FM chasing it by 5 May"."""
    while place < end and text.has(place, FILLER):
        place = text.skip(place + 1, end)
    owes = text.phrase(place, OWING, end)
    if owes:
        return _owed(text, who, text.skip(owes, end), end)
    doing = text.skip(text.phrase(place, COPULA, end), end)
    working = text.phrase(doing, WORKING, end) if doing > place else 0
    named = text.has(who.start, GIVEN | UPPER) or text.tokens[who.start] in text.names
    if working and named and text.has(text.skip(working, end), ARTICLE):
        return Acting(who, doing)
    party = text.opens(who.start, who.stop) & (GIVEN | UPPER) and not who.writer
    doing = text.phrase(place, DOING, end)
    if not (party and doing) or text.has(place, CAPITAL) or not text.has_date(doing, end):
        return None
    day = next(text.dates_in(doing, end))[0]
    return Acting(who, place) if text.is_to_come(day) or (_is_due(text, doing, end) and is_on_day(text, day)) else None


def _owed(text: ActionText, who: Who, place: int, end: int) -> Acting | None:
    start, whom = place, who_at(text, place, end)
    if text.has(place, _WHOM):
        place = text.skip(place + 1, end)
    elif whom and text.skip(whom.end, end) < end:
        place = text.skip(whom.end, end)
    if place == start and not text.has(who.start, _MYSELF) and not text.has_date(place, end):
        return None  # "We owe our success to …"
    while place < end and text.has(place, ARTICLE):
        place = text.skip(place + 1, end)
    return Acting(who, place, owed=True) if text.opens(place, end) & (ALPHABETIC | IDEOGRAPHIC) else None


def is_about(text: ActionText, body: int, end: int) -> bool:
    """Return whether a task is about what was named before: "will get those out"."""
    body = text.skip(text.phrase(body, WILL, end) or body, end)
    verb = text.phrase(body, VERB, end)
    return verb > 0 and text.has(text.skip(verb, end), _PRONOUN)


def needed(text: ActionText, start: int, end: int) -> int:
    """Return where a task starts after words of need that start a sentence: "Need to find a sponsor"; or 0."""
    start = text.skip(start, end)
    while start < end and text.has(start, FILLER):
        start = text.skip(start + 1, end)
    need = text.phrase(start, NEEDS, end)
    body = text.skip(need, end)
    return body if need > start + 1 and text.phrase(body, VERB, end) else 0
