"""Who does something: people by their names, and parties and roles by the playbook's words.

who:    one (("/" | "&" | "and") one | "," ["and"] handle)*
"""

from __future__ import annotations

from typing import Final

from .lexicon import ALPHABETIC, CAPITAL, UPPER, role
from .name_words import GIVEN
from .somebody import HANDLE_SIGNS, MAX_OWN, named_at, one_at
from .text import ActionText, Who

#: What stands in place of a name or a task: that there is none, or also that it is not known yet.
NONE, NOBODY = role("nobody"), role("nobody", "unknown")
_JOINER: Final = role("joiners", "company")
_WILL, _TO, _VERB = role("will"), role("to"), role("verbs")
#: What roles words can have that go on naming a party: "customer network".
_IN_OWN: Final = CAPITAL | UPPER | GIVEN | role("not_actors", "actors", "actor_heads", "thing", "not_name_endings")
#: The most names with commas between them.
_MOST_LISTED: Final = 8
_JOINTS: Final = frozenset("/&+、・")


def who_at(text: ActionText, place: int, stop: int, *, lenient: bool = False) -> Who | None:
    """Return who is named at a place; ``lenient`` where somebody is expected, as in brackets after a task."""
    known, asked = text.known_people, (place, stop, lenient)
    if asked not in known:
        known[asked] = _who_at(text, place, stop, lenient=lenient)
    return known[asked]


def _who_at(text: ActionText, place: int, stop: int, *, lenient: bool) -> Who | None:
    first = one_at(text, place, stop, lenient=lenient)
    if first is None or first.writer:
        return first
    found = first
    while True:
        joint = text.skip(found.end, stop)
        if joint >= stop:
            return found
        if text.tokens[joint] in _JOINTS:
            joint = text.phrase(text.skip(joint + 1, stop), _JOINER, stop) or joint + 1
        elif text.tokens[joint] in HANDLE_SIGNS and text.tokens[found.start - 1] in HANDLE_SIGNS:
            pass  # "@ana @ben"
        elif text.tokens[joint] == ",":
            comma = text.skip(joint + 1, stop)
            joint = text.skip(text.phrase(comma, _JOINER, stop) or comma, stop)
            joint = joint if joint < stop and (text.tokens[joint] in HANDLE_SIGNS or _are_listed(text, joint, stop)) else 0
        else:
            joint = text.phrase(joint, _JOINER, stop)
        after = one_at(text, text.skip(joint, stop), stop, lenient=lenient, definite=first.known) if joint else None
        if after is None or (after.writer and not text.has(after.start, CAPITAL)):
            return found
        found = Who(first.start, after.stop, after.end, first.known and after.known, words=2)


def _are_listed(text: ActionText, place: int, stop: int) -> bool:
    """Return whether names with commas between them go on from a place, the last after "and": "Ana, Ben, and Eva"."""
    for _ in range(_MOST_LISTED):
        named = named_at(text, place, stop, lenient=False)
        after = text.skip(named.stop, stop) if named else stop
        if after >= stop:
            return False
        comma = text.tokens[after] == ","
        after = text.skip(after + 1, stop) if comma else after
        if last := text.phrase(after, _JOINER, stop):
            return named_at(text, text.skip(last, stop), stop, lenient=False) is not None
        if not comma:
            return text.has(place - 1, _JOINER) or (place > 1 and text.has(place - 2, _JOINER))
        place = after
    return False


def is_who(text: ActionText, start: int, end: int) -> Who | None:
    """Return who is named by all of a stretch, where somebody is expected."""
    start, end = text.trimmed(start, end)
    who = who_at(text, start, end, lenient=True)
    if who is None or text.trimmed(who.end, end)[0] >= end:
        return who
    return _listed(text, who, end)


def _listed(text: ActionText, first: Who, end: int) -> Who | None:
    """Return those who are named with mere commas between them in all of a stretch: "Ana, Ben C, Eva"."""
    listed = first if first.writer else listed_at(text, first, end, lenient=True)
    return listed if text.trimmed(listed.end, end)[0] >= end else None


def listed_at(text: ActionText, first: Who, end: int, *, lenient: bool = False) -> Who:
    """Return somebody with those who are named after them, with mere commas between them."""
    last = first
    for _ in range(_MOST_LISTED):
        comma = text.skip(last.end, end)
        after = (
            who_at(text, text.skip(comma + 1, end), end, lenient=lenient) if text.tokens[comma : comma + 1] == [","] else None
        )
        if after is None or after.writer:
            break
        last = Who(first.start, after.stop, after.end, last.known and after.known, words=2)
    return last


def part_of_party(text: ActionText, start: int, end: int) -> Who | None:
    """Return who is named by a party and one or two more words, where only somebody can be named: "customer comms"."""
    start, end = text.trimmed(start, end)
    who = who_at(text, start, end, lenient=True)
    if who is None or not who.known or who.writer or who.end > who.stop:
        return None
    words = [place for place in range(who.end, end) if not text.is_spacing(place)]
    named = len(words) <= MAX_OWN and all(text.roles[place] & ~_IN_OWN == ALPHABETIC for place in words)
    return who._replace(stop=end, end=end) if named else None


def small_name_at(text: ActionText, place: int, stop: int, *, labelled: bool, listed: bool = False) -> Who | None:
    """Return who is named without a capital: "theo: Send the plan", "sid to send the plan", in a label "theo to send …".

    In an entry that is ``listed``, also "theo will send …".
    """
    if place + 1 >= stop or text.roles[place] & ~GIVEN != ALPHABETIC:
        return None
    if (
        text.tokens[place + 1] == ":"
        and text.has(verb := text.skip(place + 2, stop), CAPITAL)
        and text.phrase(verb, _VERB, stop)
    ):
        return Who(place, place + 1, place + 1, known=False)
    given = text.has(place, GIVEN) or (listed and text.tokens[place] in text.handles)
    told = _TO if given or (labelled and (text.tokens[place] in text.handles or not text.opens(place, stop) & CAPITAL)) else 0
    told |= _WILL if given or listed else 0
    to = text.phrase(text.skip(place + 1, stop), told, stop)
    return Who(place, place + 1, place + 1, known=False) if to and text.phrase(text.skip(to, stop), _VERB, stop) else None
