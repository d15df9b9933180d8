"""One person or party that is named at a place.

one:    handle | [article] (courtesy name | party [head] | words head | name ["'s" head]) ["(" … ")"]
handle: "@" (name | word (("-" | "/" | "." | "_") word)*)
name:   (initial | capitalized word) (particle* (initial | capitalized word))*
"""

from __future__ import annotations

from typing import Final

from .brackets import bracketed
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, LABEL_SIGNS, UPPER, role
from .name_words import GIVEN, NEVER_NAMES, after_name, are_initials, is_initial, is_name
from .text import ARTICLE, ActionText, Who

ACTOR, WRITER = role("parties", "actors", "everybody"), role("writer")
_HEAD, _KIND, _COURTESY, _PARTICLE = role("actor_heads"), role("actor_kinds"), role("courtesy"), role("particles")
_GLUE, _ORIGIN, _EVENT = role("glue"), role("origins"), role("events")
_DOING: Final = (role("will"), role("must"), role("to"), role("does"))
_NOT_ACTOR, _PAST, _DOES = role("not_actors"), role("past"), role("will", "must", "does")
_VERB_LIKE: Final = role("verbs", "doing", "past", "past_endings", "wishes")
_ACTS: Final = role("verbs", "will", "does", "doing")
_NOT_IN_PARTY: Final = NEVER_NAMES & ~role("not_actors", "thing")
_NOT_IDEOGRAPHIC_NAME: Final = role("not_actors", "nobody", "unknown", "done", "what", "date", "owner")
_VERB, _TO, _WILL = role("verbs"), role("to"), role("will")
#: The most words after a party that go on naming it.
MAX_OWN: Final = 2
_MAX_WORDS, _MAX_IDEOGRAPHS, _MAX_ARTICLES = 3, 12, 2
#: The most characters of a name in a script without spaces, and what follows such a name that somebody does something.
_LONGEST_NAME: Final = 4
_SURNAME, _AFTER_NAME = role("surnames"), role("will", "must", "before_date", "owning") | LABEL_SIGNS
#: The signs before a handle.
HANDLE_SIGNS: Final = frozenset("@＠")


def one_at(text: ActionText, place: int, stop: int, *, lenient: bool, definite: bool = False) -> Who | None:
    """Return the one person or party at a place; ``definite`` if no article is needed, as after another party."""
    if place < stop and text.tokens[place] in HANDLE_SIGNS:
        return _handle(text, place + 1, stop)
    start = place
    for _ in range(_MAX_ARTICLES):
        if start >= stop or not text.has(start, ARTICLE) or not text.is_spacing(min(start + 1, stop - 1)):
            break
        if len(text.tokens[start]) == 2 and text.has(start, UPPER) and is_name(text, start, strict=True):
            break  # initials
        start = text.skip(start + 1, stop)
    if start >= stop or start in text.dated:
        return None
    if text.is_ideographic(start):
        return _ideographic(text, start, stop, lenient)
    for first in dict.fromkeys((place, start)):  # "our side" starts with an article
        writer = text.phrase(first, WRITER, stop)
        if writer and not text.has(first, ACTOR):
            return Who(first, writer, writer, known=True, writer=True)
    named = _party(text, start, stop, definite or start > place) or named_at(text, start, stop, lenient)
    if named is None:
        return None
    end = text.skip(named.stop, stop)
    if not named.known and text.has(end, _ORIGIN) and not text.has(named.start, _VERB):
        return named._replace(end=_after_origin(text, end, stop) or named.end)
    if text.tokens[end : end + 1] == [","] and (other := _between_commas(text, named, end, stop)):
        return other
    close = bracketed(text, end, stop)
    if not close or end == named.stop:
        return named
    inside = text.trimmed(end + 1, close)
    if text.has_date(*inside) or inside[1] - inside[0] > 12:
        return named
    whole = named.known and one_at(text, inside[0], inside[1], lenient=True)
    return named._replace(stop=close + 1 if whole else named.stop, end=close + 1)


def _between_commas(text: ActionText, first: Who, comma: int, stop: int) -> Who | None:
    """Return who is named by a role and a name that do something, one of them between commas: "Our SME, Colin, will …"."""
    other = one_at(text, text.skip(comma + 1, stop), stop, lenient=False)
    if other is None or other.writer or other.known == first.known:
        return None
    after = text.skip(other.end, stop)
    acts = text.skip(after + 1, stop)
    if text.tokens[after : after + 1] != [","] or not any(text.phrase(acts, kind, stop) for kind in _DOING):
        return None
    return (other if first.known else first)._replace(end=after + 1, known=True)


def _handle(text: ActionText, place: int, stop: int) -> Who | None:
    """Return who is named after "@" by a name, or by any word: "@ana-b", "@team/docs"."""
    start = text.skip(place, stop)
    if start >= stop or not text.has(start, ALPHABETIC):
        return None
    end = place = start
    while place < stop and (text.tokens[place].isalnum() or text.tokens[place] in "-/._"):
        place += 1
        end = place if text.tokens[place - 1].isalnum() else end
    party = _party(text, start, stop, definite=True)
    if party and party.stop > end and text.has(party.stop - 1, UPPER):
        return party  # "@Identity SME"
    named = named_at(text, start, stop, lenient=True)
    return named if named and named.stop > end else Who(start, end, end, known=False)


def _after_origin(text: ActionText, place: int, stop: int) -> int:
    """Return the place after where somebody belongs to, "from procurement", if somebody does something then; or 0."""
    for _ in range(_MAX_WORDS):
        end = place = text.skip(place + 1, stop)
        while end < stop and text.has(end, ALPHABETIC):
            end += 1
        after = text.skip(end, stop)
        if after < stop and after > end and any(text.phrase(after, kind, stop) for kind in _DOING):
            return end
        if end == place:
            return 0
    return 0


def _party(text: ActionText, start: int, stop: int, definite: bool) -> Who | None:
    """Return a party or role at a place: "account team", "network team", "Head of IT"; ``definite`` after an article."""
    end = text.phrase(start, ACTOR, stop)
    if not end:
        place, count = start, 0
        while place < stop and count < _MAX_WORDS and (roles := text.roles[place]) & ALPHABETIC:
            titled = count and definite and roles & UPPER and text.has(place, ACTOR)  # "their new CIO"
            if titled or (roles & _HEAD and (count or definite or roles & CAPITAL)):
                end = place + 1
                break
            if (roles & _NOT_IN_PARTY and not _is_titled(text, place, stop)) or (not count and roles & _DOING[0]):
                break
            if count and ((roles & _DOING[3] and not roles & CAPITAL) or text.phrase(place, _DOING[1], stop)):
                break  # "Roya demos Planner", "Juan queda responsable de …"
            if not count and roles & _VERB_LIKE and not ((definite and roles & _NOT_ACTOR) or _is_kind(text, place, stop)):
                break
            place, count = text.skip(place + 1, stop), count + 1
    if not end:
        return None
    end = _head_after(text, end, stop) or end
    while True:
        place = text.skip(end, stop)
        of = text.phrase(place, _GLUE, stop) if text.has(end - 1, _HEAD) else 0
        further = text.phrase(text.skip(of or place, stop), ACTOR | _HEAD, stop) if place > end else 0
        if not further or text.has(place, _DOES) or (text.has(start, _VERB) and text.phrase(place, ACTOR, stop)):
            break  # "Support partner …"
        end = further
    owned = _possessed(text, end, stop)
    if owned:
        return owned._replace(start=start)
    place = text.skip(end, stop)
    headed = definite and text.has(end - 1, _HEAD)
    titled = place > end and (headed or (text.has(start, ACTOR) and not text.has(start, _VERB)))
    name = named_at(text, place, stop, lenient=False) if titled else None
    if name and (name.words > 1 or _is_known_as(text, name, stop)):
        end = name.stop  # "Customer Mike Reyes", "AM Linda", "our security officer Piotr"
    return Who(start, end, end, known=True)


def _is_known_as(text: ActionText, name: Who, stop: int) -> bool:
    """Return whether one word after a role is the name of who has it: "AM Linda", "partner Contoso to …"."""
    after = text.skip(name.end, stop)
    acts = after < stop and text.has(after, _WILL | _TO) and not text.has(name.start, _VERB | UPPER)
    named = text.tokens[name.start] in text.names and not text.opened[name.start] & _VERB
    return text.has(name.start, GIVEN) or named or acts


def _head_after(text: ActionText, end: int, stop: int) -> int:
    """Return the place after the last word of a party with other words in it: "Customer comms team"; or 0."""
    place = text.skip(end, stop)
    for _ in range(MAX_OWN):
        if place >= stop or place == end or not (roles := text.roles[place]) & ALPHABETIC:
            return 0
        verb = roles & _ACTS and not roles & (_NOT_ACTOR | CAPITAL)
        if verb or roles & _NOT_IN_PARTY or text.phrase(place, _DOING[1], stop):
            return 0
        end, place = place + 1, text.skip(place + 1, stop)
        if text.has(place, _HEAD):
            return place + 1 if place > end else 0
    return 0


def _is_titled(text: ActionText, place: int, stop: int) -> bool:
    """Return whether an event is a part of a name in capitals: "Session Working Group"."""
    roles, after = text.roles[place], text.skip(place + 1, stop)
    return bool(roles & CAPITAL) and not roles & _NOT_IN_PARTY & ~_EVENT and text.has(after, CAPITAL)


def _is_kind(text: ActionText, place: int, stop: int) -> bool:
    """Return whether a verb says which team it is, as in "Support team", and does not ask for something: "Call partner"."""
    head = text.skip(place + 1, stop)
    return text.has(place, _KIND) and text.has(head, _HEAD) and not text.phrase(head, ACTOR, stop)


def _possessed(text: ActionText, end: int, stop: int) -> Who | None:
    """Return the party or role that belongs to somebody named before: "'s network team"."""
    if end + 2 >= stop or text.tokens[end] not in "'’" or text.words[end + 1].folded != "s":
        return None
    return _party(text, text.skip(end + 2, stop), stop, definite=True)


def named_at(text: ActionText, start: int, stop: int, lenient: bool) -> Who | None:
    """Return the name at a place."""
    place, end, count = start, 0, 0
    courtesy = text.phrase(start, _COURTESY, stop)
    more = courtesy > 0  # another word than those that are counted: "Mr", "J."
    if courtesy and text.has(start, CAPITAL):
        place = text.skip(courtesy + (courtesy < stop and text.tokens[courtesy] == "."), stop)
        if text.has(start, UPPER) and not text.has(place, CAPITAL) and are_initials(text, start):
            return Who(start, courtesy, courtesy, known=False)
        if place == courtesy:
            return None
    while place < stop and count < _MAX_WORDS + 1:
        initial = (
            len(text.tokens[place]) == 1 and text.has(place, CAPITAL) and place + 1 < stop and text.tokens[place + 1] == "."
        )
        if initial and not text.is_ideographic(place):
            end = place + 2 if count and _ends_name(text, place, stop) else end
            more = more or not count
            place = text.skip(place + 2, stop)
            continue
        if count and is_initial(text, place, stop):
            return Who(start, place + 1, place + 1, known=False, words=count + 1)
        if not is_name(text, place, strict=not lenient and not count):
            particle = count and text.has(place, _PARTICLE) and not text.has(place, CAPITAL)
            after = text.skip(place + 1, stop)
            if particle and after < stop and (is_name(text, after, strict=False) or text.has(after, _PARTICLE)):
                place = after
                continue
            break
        end, count = after_name(text, place, stop), count + 1
        place = text.skip(end, stop)
        if place == end or "\n" in text.tokens[end:place] or "*" in text.tokens[end:place]:
            break
    if not end:
        return None
    if count > 1 and text.has(start, _VERB | _PAST):
        asked = text.has(text.skip(start + 1, stop), UPPER) or text.has(text.skip(end, stop), _TO)
        if asked or not text.has(start, GIVEN):
            return None  # "Ask INFRA about …", "Ask Ana to …", "Ping Ana, …", but "Chase Miller: …"
    if end + 1 < stop and text.tokens[end] in "'’" and text.words[end + 1].folded == "s":
        if text.phrase(end + 1, _DOING[0], stop):
            return Who(start, end, end, known=False, words=count + more)  # "Ana's going to send it"
        head = _possessed(text, end, stop)
        return Who(start, head.stop, head.end, known=False, words=2) if head else None
    return Who(start, end, end, known=False, words=count + more)


def _ends_name(text: ActionText, place: int, stop: int) -> bool:
    """Return whether an initial with a full stop is the end of a name: "Mike D. to send it"."""
    after = text.skip(place + 2, stop)
    acts = after < stop and any(text.phrase(after, kind, stop) for kind in _DOING)
    return acts or (text.has(place - 2, GIVEN) and (after >= stop or not text.has(after, CAPITAL)))


def _ideographic(text: ActionText, start: int, stop: int, lenient: bool) -> Who | None:
    """Return somebody in a script without spaces: a party, a name with a courtesy, or where one is expected any few."""
    end = text.phrase(start, ACTOR, stop)
    if end:
        courtesy = text.phrase(end, _COURTESY, stop)
        return Who(start, courtesy or end, courtesy or end, known=True)
    writer = text.phrase(start, WRITER, stop)
    if writer:
        return Who(start, writer, writer, known=True, writer=True)
    surname = text.phrase(start, _SURNAME, stop)
    for place in range(surname, min(stop, start + _LONGEST_NAME) + 1) if surname else ():
        if place < stop and text.opened[place] & _VERB:
            break  # 张三发送计划
        if place > start + 1 and (place == stop or place in text.dated or text.opened[place] & _AFTER_NAME):
            return Who(start, place, place, known=False, words=2)
    place = start
    while place < min(stop, start + _MAX_IDEOGRAPHS) and text.has(place, IDEOGRAPHIC) and place not in text.dated:
        courtesy = text.phrase(place, _COURTESY, stop) if place > start else 0
        if courtesy:
            return Who(start, courtesy, courtesy, known=False, words=2)
        if text.phrase(place, _NOT_IDEOGRAPHIC_NAME | _GLUE, stop):
            return None
        place += 1
    if lenient and place == stop and place - start <= 6:
        return Who(start, place, place, known=False)
    return None
