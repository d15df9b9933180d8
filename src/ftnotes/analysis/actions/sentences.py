"""Actions in plain sentences: somebody who will do something, an event on a day, a task that is due by a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .addressed import is_addressed, is_told
from .brackets import BRACKETS, bracketed
from .clauses import (
    HYPOTHESIS,
    RESUMING,
    Acting,
    certain,
    clause_starts,
    closed,
)
from .commitments import NEEDS, OWING, TELLING, WORKING, is_about, needed
from .doers import acting_at, acting_clauses, can_act, clause_at
from .entries import entry
from .events import event_in
from .items import ActionDraft
from .lexicon import CAPITAL, CLAUSES, HANDLES, LABEL_SIGNS, UPPER, role
from .name_words import GIVEN
from .nouns import ON_DAY, is_on_day
from .parts import time_after
from .passives import AGENT, PASSIVE, passive_in
from .people import is_who, who_at
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
    OWNER_LABEL,
    OWNING,
    TO,
    VERB,
    WILL,
    Setting,
)
from .slots import Slots
from .somebody import ACTOR
from .splits import second_task
from .text import ARTICLE, BEFORE_DATE, ActionText, Who
from .trails import take_trails

_DEADLINE, _MYSELF, _PRONOUN = role("deadline"), role("myself"), role("pronouns")
_IDLING: Final = role("idling")
_SPEAKER: Final = role("writer", "others")
_PAST, _WAS, _THING_OR_VERB = role("past_endings"), role("was"), role("events", "not_actors")
_ACTING: Final = WILL | MUST | TO | DOES | DOING | I_WILL | TELLING | OWING | WORKING
#: The longest event with its day, in words and spaces, and the signs between it and what somebody does for it.
_EVENT: Final = 80
_BESIDE: Final = frozenset(",;–—-，；")


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
        elif dated and roles & FILLER:
            start = text.skip(start + text.has(start, _THING_OR_VERB), end)  # "Hi Dave, could you …"
            draft = entry(text, start, end, Setting.LIST) if is_addressed(text, start, end, dated) else None
            yield from (draft,) if draft else ()
        return
    if (
        roles & VERB
        and roles & CLAUSES
        and (dated or roles & GIVEN or (roles & UPPER and roles & ACTOR))
        and setting is Setting.PLAIN
        and is_told(text, start, end, dated)
    ):
        clauses = acting_clauses(text, start, end, setting)
        stop = next((place for place, found in clauses if found.who and place > start), end)
        draft = entry(text, start, _last_joiner(text, start, stop), Setting.LIST)
        if draft and draft.owner:
            yield draft
            yield from sentence_actions(text, stop, end) if stop < end else ()
            return
    told = roles & RESUMING or (roles & _SPEAKER and text.written is not None) or (roles & UPPER and roles & ACTOR)
    acting = roles & _ACTING or (dated and roles & VERB and told)
    if acting and (dated or setting is not Setting.PLAIN or can_act(text, start, end, roles)):
        clauses = acting_clauses(text, start, end, setting)
        owning = [clause for clause in clauses if _owns_it(text, clause[1], end)] if roles & OWNING else []
        if owning and setting is Setting.PLAIN:
            draft = entry(text, start, end, Setting.LIST) if owning[0][0] > start else None
            if draft and draft.owner:
                yield draft
                return
            clauses = [clause for clause in clauses if clause not in owning]
        before = clauses[0][0] if clauses and roles & ON_DAY and text.has_date(start, clauses[0][0]) else start
        event = event_in(text, start, before) if before > start else None
        if event:
            yield event
            by = clauses[0][1].who if event.owner is None else None
            if by and text.phrase(text.skip(by.end, end), OWNING, end) == end:
                event.owner = text.span(by.start, by.stop)  # "Workshop on 5 May, FE to lead"
                return
        stops = [*(place for place, _ in clauses[1:]), end] if clauses else []
        owed: ActionDraft | None = None
        for (place, whole), stop in zip(clauses, stops, strict=True):
            until = _event_after(text, place, stop) if dated and roles & ON_DAY else stop
            last = closed(text, place, until)
            found = whole if stop == end else clause_at(text, start, place, last, setting)
            cut = second_task(text, found.body, last) if found and dated and setting is Setting.PLAIN else None
            drafts = _tasks(text, found, last, setting, cut, followed=last < end) if found else []
            if found and owed and drafts and is_about(text, found.body, last):
                owed.date, owed = owed.date or drafts[0].date, None
                continue
            for task in drafts:
                if task.owner and text.has(text.place(task.owner.start), _MYSELF):
                    speaking = _speaking(text, start, end)
                    task.owner = text.span(speaking.start, speaking.stop) if speaking else task.owner
                if task.date is None and len(clauses) == 1 and until == stop and event is None:
                    task.date = next((mention for mention, _, _ in text.dates_in(start, end)), None)
                yield task
            owed = drafts[0] if found and found.owed and drafts else None
            if until < stop and (event := event_in(text, until, stop)):
                yield event
        if clauses:
            return
    opened = roles & HANDLES or (dated and roles & FILLER) or text.tokens[start] in BRACKETS
    if (opened and roles & VERB and is_addressed(text, start, end, dated)) or (
        roles & OWNER_LABEL and text.tokens[end - 1] in ")）]】" and not roles & _WAS
    ):
        addressed = entry(text, start, end, Setting.LIST)
        if addressed and addressed.owner:
            yield addressed
            return
    if roles & PASSIVE and roles & AGENT and setting is Setting.PLAIN and (passive := passive_in(text, start, end)):
        yield passive
        return
    if dated and roles & ON_DAY:
        event = event_in(text, start, end)
        if event:
            host = _speaking(text, start, end) if event.owner is None and roles & LABEL_SIGNS else None
            if host and host.known and not host.writer:
                event.owner = text.span(host.start, host.stop)  # "Adoption SME: session on 5 May"
            yield event
            yield from _beside(text, event, end)
            return
    body = needed(text, start, end) if roles & NEEDS and not dated and setting is Setting.PLAIN else 0
    if body and (draft := entry(text, body, end, Setting.PLAIN)):
        yield draft
    if dated and roles & (VERB | WILL | DOING):
        yield from _due(text, start, end)


def _owns_it(text: ActionText, found: Acting, end: int) -> bool:
    """Return whether somebody "owns it": what is named before is the task, and "it" is none."""
    if found.who is None or not text.has(found.body, _PRONOUN):
        return False  # "Ana will run it" says what is to be done
    return text.phrase(text.skip(found.who.end, end), OWNING, end) > found.body


def _event_after(text: ActionText, start: int, end: int) -> int:
    """Return where an event starts in a clause behind what somebody will do: "Ana will send it; workshop 3 on 16 June"."""
    for place in clause_starts(text, start + 1, end) if text.has_date(start + 1, end) else ():
        if start < place < end and not text.has(place - 2, AND) and text.has_date(place, end):
            event = event_in(text, place, min(end, place + _EVENT))
            if event and event.owner is None and text.place(event.what[0].start) == place:
                return place
    return end


def _beside(text: ActionText, event: ActionDraft, end: int) -> Iterator[ActionDraft]:
    """Yield what somebody does for an event, as said behind its day: "Next call in week 33, Lars sends the invite"."""
    place = text.place(event.date.span.end) if event.date and event.owner is None else end
    sign = text.skip(time_after(text, place, end), end)
    first = text.skip(sign + 1, end)
    if first >= end or text.tokens[sign] not in _BESIDE:
        return
    found = acting_at(text, first, end, Setting.LIST)
    does = text.phrase(found.body, DOES, end) if found and found.who and not found.who.writer else 0
    if (
        found
        and does
        and text.has(text.skip(does, end), ARTICLE)
        and (draft := _task(text, found, end, Setting.PLAIN, followed=False))
    ):
        yield draft


def _speaking(text: ActionText, start: int, end: int) -> Who | None:
    """Return who says a sentence, as named before it with a colon: "Ana: …", "[10:06] Ana: …"."""
    close = bracketed(text, start, end)
    who = who_at(text, text.skip(close + 1, end) if close else start, end)
    return who if who and text.tokens[text.skip(who.end, end - 1)] in COLONS else None


def says_several(text: ActionText, start: int, end: int) -> bool:
    """Return whether a sentence after a label names more than once who will do something."""
    return bool(text.opens(start, end) & _ACTING) and len(acting_clauses(text, start, end, Setting.LABEL)) > 1


def _tasks(
    text: ActionText, acting: Acting, stop: int, setting: Setting, cut: tuple[int, int] | None, *, followed: bool
) -> list[ActionDraft]:
    """Return what somebody will do, and what else on another day."""
    first = _task(text, acting, cut[0] if cut else stop, setting, followed=followed and not cut)
    other = acting._replace(body=cut[1], verb=None) if cut else None
    second = _task(text, other, stop, setting, followed=followed) if other else None
    return [draft for draft in (first, second) if draft]


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


def _is_assigned(text: ActionText, start: int, place: int, end: int) -> bool:
    """Return whether somebody and a day to come are at the end, after dashes: "Test it - Ana - 5 May"."""
    dashes = [at for at in text.places(LABEL_SIGNS, start, end) if text.tokens[at] in DASHES and text.is_spacing(at - 1)]
    if len(dashes) < 2 or not is_on_day(text, text.from_place[place][0]):
        return False
    between, behind = (dashes[-2] + 1, dashes[-1]), (dashes[-1] + 1, end)
    dated, named = (behind, between) if place > dashes[-1] else (between, behind)
    who = is_who(text, *named) if text.skip(dated[0], end) == place else None
    return who is not None and (who.known or text.has(who.start, GIVEN) or text.tokens[who.start] in text.names)


def _due(text: ActionText, start: int, end: int) -> Iterator[ActionDraft]:
    """Yield a task without owner that is due by a day, or that will be done on one."""
    mention, place, after = next(text.dates_in(start, end))  # it is called for a sentence with a date
    start = text.skip(start, end)
    asked = start
    while (filler := text.phrase(start, FILLER, end)) and not text.has(start, VERB):
        start = text.skip(filler, end)
    colon = text.skip(text.phrase(start, VERB, end) or end, end)
    if colon < end and text.tokens[colon] in COLONS and text.phrase(text.skip(colon + 1, end), VERB, end):
        asked = start = text.skip(colon + 1, end)  # "Contact: call Ana by 5 May"
    will = text.phrase(start, WILL, end)
    if will:
        sure = bool(text.phrase(text.skip(will, end), VERB, end))
    elif verb := (text.phrase(start, VERB, end) or text.phrase(text.skip(text.phrase(start, MUST, end), end), VERB, end)):
        before = text.before_date(place, start)
        due = any(text.has(word, _DEADLINE) for word in range(before, place)) or text.after_date(after, end) > after
        follows = text.skip(verb, end)
        stated = text.has(follows, _PAST) and text.has(text.skip(follows + 1, end), ARTICLE)  # "Support promised an answer"
        due = due or _is_assigned(text, verb, place, end)
        sure = not stated and not text.has(follows, BEFORE_DATE) and due and before > start
    elif doing := text.phrase(start, DOING, end):  # "Trying again on 5 May"
        ends = text.trimmed(time_after(text, text.after_date(after, end), end), end)[0] >= end
        sure = doing > start + 1 and ends and is_on_day(text, mention)
    else:  # "Bitte den Plan bis 5. Mai schicken"
        last = text.trimmed(start, end)[1] - 1
        sure = start > asked and text.has(last, VERB) and any(text.has(word, _DEADLINE) for word in range(start, place))
    draft = entry(text, start, end, Setting.PLAIN) if sure else None
    if draft:
        draft.date = draft.date if will else mention
        yield draft
