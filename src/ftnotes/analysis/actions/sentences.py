"""Actions in plain sentences: somebody who will do something, an event on a day, a task that is due by a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ...text.source import Span
from .clauses import (
    HYPOTHESIS,
    RESUMING,
    THAT,
    Acting,
    certain,
    clause_starts,
    closed,
    follows_day,
    going_on,
    inverted,
    is_joined,
    resuming,
)
from .entries import entry
from .events import event_in
from .items import ActionDraft
from .leads import acting
from .lexicon import ALPHABETIC, CAPITAL, HANDLES, IDEOGRAPHIC, SPACING, UPPER, role
from .name_words import GIVEN
from .nouns import ON_DAY
from .people import ACTOR, BRACKETS, HANDLE_SIGNS, bracketed, is_who, small_name_at, who_at
from .roles import (
    AND,
    COLONS,
    DASHES,
    DOES,
    DOING,
    FILLER,
    I_WILL,
    JOINER,
    MUST,
    NEVER,
    OWNER_LABEL,
    TO,
    VERB,
    WHAT,
    WILL,
    Setting,
)
from .slots import Slots
from .text import ARTICLE, BEFORE_DATE, ActionText, Who
from .trails import take_trails

_DEADLINE, _MYSELF = role("deadline"), role("myself")
_HEAD, _RECURRING = role("actor_heads"), role("recurring")
#: The roles of words with which somebody can be named, other than by such a word at the end.
_SOMEBODY: Final = (
    CAPITAL | IDEOGRAPHIC | ARTICLE | role("parties", "actors", "everybody", "writer", "courtesy", "i_will", "given_names")
)
_IDLING = role("idling")
_PRONOUN, _PAST, _THING_OR_VERB = role("pronouns"), role("past_endings"), role("events", "not_actors")
#: Words with which a clause can start whose subject comes later, or before.
_PREDICATE: Final = RESUMING | WILL | MUST | DOES
_OPENS: Final = _SOMEBODY | RESUMING | WILL | HANDLES
_ACTING: Final = WILL | MUST | TO | DOES | DOING | I_WILL
#: The longest way from the start of a party to its last word, in words and spaces: "the customer success team".
_PARTY: Final = 8
#: The longest way from the start of a task to its verb, in words and spaces.
_CLAUSE_LENGTH: Final = 120


def sentence_actions(text: ActionText, start: int, end: int, setting: Setting = Setting.PLAIN) -> Iterator[ActionDraft]:
    """Yield the actions of a sentence; with another setting than plain it follows a label."""
    roles = text.opens(start, end)
    if roles & HYPOTHESIS and setting is Setting.PLAIN:
        end = certain(text, start, end)
        roles = text.opens(start, end)
    dated = text.has_date(start, end)
    asked = setting is Setting.PLAIN and end < len(text.tokens) and text.tokens[text.skip(end, len(text.tokens) - 1)] in "?？"
    if asked:  # "Do you want me to call Ana?", but "Could you call Ana by 5 May?"
        if dated and text.phrase(text.skip(start, end), FILLER, end):
            yield from _due(text, start, end)
        return
    acting = roles & _ACTING or (dated and roles & VERB and (roles & RESUMING or (roles & UPPER and roles & ACTOR)))
    if acting and (dated or setting is not Setting.PLAIN or _can_act(text, start, end, roles)):
        clauses = _acting_clauses(text, start, end, setting)
        if (
            clauses
            and roles & ON_DAY
            and text.has_date(start, clauses[0][0])
            and (event := event_in(text, start, clauses[0][0]))
        ):
            yield event
        stops = [*(place for place, _ in clauses[1:]), end] if clauses else []
        for (place, whole), stop in zip(clauses, stops, strict=True):
            until = _event_after(text, place, stop) if dated and roles & ON_DAY else stop
            last = closed(text, place, until)
            found = whole if stop == end else _clause(text, start, place, last, setting)
            draft = _task(text, found, last, setting, followed=last < end) if found else None
            if draft:
                if draft.owner and text.has(text.place(draft.owner.start), _MYSELF):
                    draft.owner = _speaker(text, start, end) or draft.owner
                if draft.date is None and len(clauses) == 1 and until == stop:
                    draft.date = next((mention for mention, _, _ in text.dates_in(start, end)), None)
                yield draft
            if until < stop and (event := event_in(text, until, stop)):
                yield event
        if clauses:
            return
    opened = roles & HANDLES or (dated and roles & FILLER) or text.tokens[start] in BRACKETS
    if (opened and roles & VERB and _is_addressed(text, start, end, dated)) or (
        roles & OWNER_LABEL and text.tokens[end - 1] in ")）]】"
    ):
        draft = entry(text, start, end, Setting.LIST)
        if draft and draft.owner:
            yield draft
            return
    if dated and roles & ON_DAY:
        event = event_in(text, start, end)
        if event:
            yield event
            return
    if dated and roles & (VERB | WILL):
        yield from _due(text, start, end)


def _event_after(text: ActionText, start: int, end: int) -> int:
    """Return where an event starts in a clause behind what somebody will do: "Ana will send it; workshop 3 on 16 June"."""
    for place in clause_starts(text, start + 1, end) if text.has_date(start + 1, end) else ():
        if start < place < end and not text.has(place - 2, AND) and text.has_date(place, end):
            event = event_in(text, place, end)
            if event and event.owner is None and text.place(event.what[0].start) == place:
                return place
    return end


def _speaker(text: ActionText, start: int, end: int) -> Span | None:
    """Return who says a sentence: "Ana: I'll send the plan"."""
    who = who_at(text, start, end)
    return text.span(who.start, who.stop) if who and text.tokens[text.skip(who.end, end - 1)] in COLONS else None


def says_several(text: ActionText, start: int, end: int) -> bool:
    """Return whether a sentence after a label names more than once who will do something."""
    return bool(text.opens(start, end) & _ACTING) and len(_acting_clauses(text, start, end, Setting.LABEL)) > 1


def _acting_clauses(text: ActionText, start: int, end: int, setting: Setting) -> list[tuple[int, Acting]]:
    """Return the places of a sentence from which somebody does something, each with who and where the task starts."""
    roles = text.opens(start, end)
    heads = [place for place in range(start, end) if text.words[place].roles & _HEAD] if roles & _HEAD else []
    clauses: list[tuple[int, Acting]] = []
    named = start  # the place after who is named in the clause before: "Ravi and I" are one
    for place in clause_starts(text, start, end):
        if not named <= place < end:
            continue
        opened = text.opened[place]
        if opened & _OPENS or (opened & _PREDICATE and place - 2 in text.dated) or _is_near(place, heads):
            found = _clause(text, start, place, end, setting)
            if found:
                clauses.append((place, found))
                named = found.who.end if found.who else place
    return clauses


def _clause(text: ActionText, start: int, place: int, end: int, setting: Setting) -> Acting | None:
    """Return who does something in the clause at a place of the sentence from ``start``, and where the task starts."""
    opened = text.opened[place]
    found = _acting(text, place, end, setting) if opened & (_SOMEBODY | HANDLES) or not opened & _PREDICATE else None
    if found or setting is not Setting.PLAIN or not opened & _PREDICATE:
        return found
    if opened & RESUMING and (found := resuming(text, place, end)):
        return found
    if place - 2 in text.dated and follows_day(text, place, start):
        return inverted(text, place, end)
    return going_on(text, start, place, end) if opened & WILL and place > start else None


def referred_action(text: ActionText, start: int, end: int, above: int, stop: int) -> ActionDraft | None:
    """Return what somebody will do who is named in the sentence above: "Met Ana. She'll send the plan"."""
    place = text.skip(start + 1, end)
    place += place < end and text.tokens[place] in "'’"
    body = text.skip(text.phrase(place, WILL, end), end)
    if not body or not text.phrase(body, VERB, end):
        return None
    who = _only_person(text, above, stop)
    if who is None:
        return None
    slots = Slots(text, body, end, Setting.PLAIN, who=who)
    take_trails(slots)
    return slots.draft()


def _only_person(text: ActionText, start: int, end: int) -> Who | None:
    """Return the one person whom a sentence names, which need not be its first word."""
    people: list[Who] = []
    first, place = who_at(text, start, end), text.skip(start + 1, end)
    while place < end:
        who = who_at(text, place, end) if text.has(place, CAPITAL) else None
        if who and any(text.has(at, JOINER) or text.tokens[at] in "/&+," for at in range(who.start, who.stop)):
            return None
        people += [who] if who and not who.known else []
        place = max(who.end if who else 0, place + 1)
    if not people and first and not first.known and first.words == 1:
        return first
    return people[0] if len(people) == 1 else None


def _can_act(text: ActionText, start: int, end: int, roles: int) -> bool:
    """Return whether somebody can do something in a sentence without a date: only with "will", or "to" before a verb."""
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


def _is_addressed(text: ActionText, start: int, end: int, dated: bool) -> bool:
    """Return whether a sentence asks somebody for something: "@Ana, please send …", "[Ana] send … by 5 May"."""
    close = bracketed(text, start, end)
    if close:
        who = is_who(text, start + 1, close)
        sure = who and (who.known or dated) and not text.has(who.start, VERB)  # "(Ana) clean-up" is a topic of hers
        return bool(sure and text.phrase(text.skip(close + 1, end), VERB, end))
    handle = text.tokens[start] in HANDLE_SIGNS
    who = who_at(text, start, end) if handle or dated else None
    place = text.skip(who.end, end) if who else end
    asked = handle
    while place < end and (text.tokens[place] in ",:-–—：，" or text.has(place, FILLER)) and not text.has(place, VERB):
        asked = asked or text.has(place, FILLER)
        place = text.skip(place + 1, end)
    after = text.phrase(place, VERB, end) if asked else 0
    if who and place == text.skip(who.end, end) and text.tokens[min(text.skip(after, end), end - 1)] in DASHES:
        return after > 0 and not text.has(after - 1, _THING_OR_VERB)  # "@ana update - all is well"
    return after > 0


def _acting(text: ActionText, place: int, end: int, setting: Setting) -> Acting | None:
    """Return who does something from a place on, and where the task starts; None if nobody does."""
    if text.words[place].roles & _PRONOUN and not _is_department(text, place, end):
        return None
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
        return None
    if (
        place > 1
        and text.words[place - 2].roles & THAT
        and (text.phrase(does, TO, end) or not ((who.known and not who.writer) or text.has_date(body, end)))
    ):
        return None  # "a rule that Python will use", "that tells Ana to …"
    joined = text.phrase(does, TO, end) and is_joined(text, place)
    return Acting(who, body) if not joined and _is_sure(text, who, does, body, end, setting) else None


def _is_department(text: ActionText, place: int, end: int) -> bool:
    """Return whether a pronoun in capitals is somebody else: "IT opens the ports"."""
    return text.has(place, UPPER) and text.has(place, ACTOR) and not text.has(text.skip(place + 1, end), UPPER)


def _is_sure(text: ActionText, who: Who, does: int, body: int, end: int, setting: Setting) -> bool:
    """Return whether somebody will really do something, as far as the words show."""
    if text.tokens[does] in "'’":
        does += 1
    while does < body and text.has(does, FILLER) and not text.has(does, WILL | MUST | TO):
        does = text.skip(does + 1, end)
    verb = bool(text.phrase(body, VERB, end)) or (text.is_ideographic(body) and _has_verb(text, body, end))
    dated = text.has_date(body, end) or _is_due(text, who.start)
    if does < body and text.phrase(does, WILL, end):
        past = any(text.has(at, _PAST) for at in range(does, body))
        several = who.writer or bool(text.opens(max(0, who.start - 2), who.stop) & JOINER)
        if who.writer or past:  # "Ana and I agreed to use it" is a decision
            return (dated and (verb or not past)) or (verb and not (several and past))
        anywhere = verb or _has_verb(text, body, end)
        return anywhere or (who.known and dated)
    if does < body and text.phrase(does, TO, end) and not text.phrase(does, MUST, end):
        handle = who.start > 0 and text.tokens[who.start - 1] in HANDLE_SIGNS
        named = handle or who.known or who.words > 1 or text.tokens[who.start] in text.names or text.has(who.start, GIVEN)
        unknown = who.known and text.words[body].roles == ALPHABETIC and not text.has(does, ARTICLE)
        verb = verb or (unknown and text.has_date(body, end))  # "CSM to pos E5 by 5 May"
        label = text.phrase(does, WHAT, end)
        empty = label > 0 and not text.opens(label, end) & (ALPHABETIC | IDEOGRAPHIC)  # "(Ana to do)"
        return verb and not empty and (named or dated or setting is not Setting.PLAIN)
    if not who.known and (day := text.date_after(text.phrase(body, DOES, end) or end, end)):
        rest = text.skip(day[2], end)
        dated = rest < end and not text.phrase(rest, AND, end)  # not "The PPC meets on 5 May"
    return dated or (setting is not Setting.PLAIN and not who.writer)


def _has_verb(text: ActionText, start: int, end: int) -> bool:
    """Return whether a clause has a verb, as its last word in some languages."""
    places = text.places(VERB, start, min(end, start + _CLAUSE_LENGTH))
    return any(text.phrase(place, VERB, end) for place in places)


def _is_due(text: ActionText, place: int) -> bool:
    """Return whether a deadline is right before a place: "By 5 May the customer must sign"."""
    while place > 0 and (text.words[place - 1].roles & (SPACING | ARTICLE) or text.tokens[place - 1] in ",:，："):
        place -= 1
    known = text.to_place.get(place)
    first = start = text.before_date(known[1], max(0, known[1] - _PARTY)) if known else place
    while first > 0 and text.tokens[first - 1] == " ":
        first -= 1
    alone = first == 0 or not text.has(first - 1, ALPHABETIC | IDEOGRAPHIC)  # not "workshop before 5 May, the customer asks"
    return known is not None and alone and any(text.has(before, _DEADLINE) for before in range(start, known[1]))


def _task(text: ActionText, acting: Acting, stop: int, setting: Setting, *, followed: bool) -> ActionDraft | None:
    if text.phrase(acting.body, _IDLING, stop):
        return None
    slots = Slots(text, acting.body, stop, setting, who=acting.who)
    take_trails(slots)
    slots.end = _last_joiner(text, acting.body, slots.end) if followed else slots.end
    draft = slots.draft()
    if draft and acting.who is None:
        draft.owner = None
    if draft and acting.verb:
        draft.what.insert(0, text.span(*acting.verb))
    return draft


def _last_joiner(text: ActionText, start: int, end: int) -> int:
    """Return the end of a task without the "and" or "then" before the next one."""
    while True:
        end = text.trimmed(start, end)[1]
        if end - 1 > start and text.has(end - 1, FILLER | JOINER) and not text.has(end - 1, CAPITAL):
            end -= 1
        else:
            return end


def _due(text: ActionText, start: int, end: int) -> Iterator[ActionDraft]:
    """Yield a task without owner that is due by a day, or that will be done on one."""
    mention, place, after = next(text.dates_in(start, end))  # it is called for a sentence with a date
    start = text.skip(start, end)
    asked = start
    while (filler := text.phrase(start, FILLER, end)) and not text.has(start, VERB):
        start = text.skip(filler, end)
    will = text.phrase(start, WILL, end)
    if will:
        sure = bool(text.phrase(text.skip(will, end), VERB, end))
    elif verb := (text.phrase(start, VERB, end) or text.phrase(text.skip(text.phrase(start, MUST, end), end), VERB, end)):
        before = text.before_date(place, start)
        due = any(text.has(word, _DEADLINE) for word in range(before, place)) or text.after_date(after, end) > after
        follows = text.skip(verb, end)
        stated = text.has(follows, _PAST) and text.has(text.skip(follows + 1, end), ARTICLE)  # "Support promised an answer"
        sure = not stated and not text.has(follows, BEFORE_DATE) and due and before > start
    else:  # "Bitte den Plan bis 5. Mai schicken"
        last = text.trimmed(start, end)[1] - 1
        sure = start > asked and text.has(last, VERB) and any(text.has(word, _DEADLINE) for word in range(start, place))
    draft = entry(text, start, end, Setting.PLAIN) if sure else None
    if draft:
        draft.date = draft.date if will else mention
        yield draft
