"""What somebody will do who is named by a pronoun, in a sentence that starts with it: "Met Ana. She'll send the plan".

referred:  pronoun ("will" | … "and" ("will" | "plans to")) verb [what] [day]
"""

from __future__ import annotations

from .items import ActionDraft
from .lexicon import ALPHABETIC, CAPITAL, UPPER
from .name_words import GIVEN
from .people import who_at
from .roles import AND, JOINER, MUST, VERB, WILL, Setting
from .slots import Slots
from .splits import second_task
from .text import ActionText, Who
from .trails import take_trails


def referred_actions(text: ActionText, start: int, end: int, above: int, stop: int) -> list[ActionDraft]:
    """Return what somebody will do: the one person whom the sentence above names, or nobody who is known."""
    body = _body(text, start, end)
    who = _only_person(text, above, stop) if body else None
    if not body or (who is None and not text.has_date(body, end)):
        return []
    cut = second_task(text, body, end)
    bodies = [(body, cut[0]), (cut[1], end)] if cut else [(body, end)]
    return [draft for first, last in bodies if (draft := _draft(text, first, last, who))]


def _draft(text: ActionText, start: int, end: int, who: Who | None) -> ActionDraft | None:
    slots = Slots(text, start, end, Setting.PLAIN, who=who)
    take_trails(slots)
    return slots.draft()


def _body(text: ActionText, start: int, end: int) -> int:
    """Return where the task starts, or 0: after "will", or with a day after "and plans to" and the like."""
    place = text.skip(start + 1, end)
    place += place < end and text.tokens[place] in "'’"
    body = text.skip(text.phrase(place, WILL, end), end)
    if body and text.phrase(body, VERB, end):
        return body
    for joint in (start, *text.places(AND, place, end)) if text.has_date(place, end) else ():
        after = text.skip(joint + 1, end)
        body = text.skip(text.phrase(after, WILL | MUST, end), end)
        if body and text.phrase(body, VERB, end) and text.has_date(body, end):
            return body
    return 0


def _is_attribute(text: ActionText, who: Who) -> bool:
    """Return whether a name only says which thing is meant: "old Cisco gear"."""
    after = text.skip(who.end, len(text.words))
    named = who.words > 1 or text.has(who.start, GIVEN)
    return not named and after < len(text.words) and text.opened[after] == ALPHABETIC


def _only_person(text: ActionText, start: int, end: int) -> Who | None:
    """Return the one person whom a sentence names, which need not be its first word."""
    people: list[Who] = []
    first, place = who_at(text, start, end), text.skip(start + 1, end)
    while place < end:
        who = who_at(text, place, end) if text.has(place, CAPITAL) else None
        if who and any(text.has(at, JOINER) or text.tokens[at] in "/&+," for at in range(who.start, who.stop)):
            return None
        people += [who] if who and not (who.known or text.has(who.start, UPPER) or _is_attribute(text, who)) else []
        place = max(who.end if who else 0, place + 1)
    if not people and first and not first.known and first.words == 1:
        return first
    return people[0] if len(people) == 1 else None
