"""The values of labels: dates and owners above or below the action that they belong to, and numbered items in a line."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from ..dates.mention import DateMention
from .brackets import BRACKETS, bracketed
from .items import ActionDraft
from .labels import WHAT, Label
from .lexicon import ALPHABETIC, IDEOGRAPHIC, role
from .lines import ActionLine
from .parts import is_done, time_after
from .people import NOBODY, is_who, who_at
from .roles import COLONS, COPULA, DASHES, DATE_LABEL, DOES, JOINER, OWNER_LABEL, OWNING, STATUS, TO, VERB, WILL, Setting
from .slots import Slots
from .text import EDGES, ActionText

_SEPARATORS: Final = frozenset(",;、，；")
#: What is between items that are each with their owner.
_BETWEEN: Final = _SEPARATORS | BRACKETS.keys()
#: What can be right before an item of a list within a line, other than a space; the signs of its items.
_BEFORE_MARK: Final = frozenset("(（;；,")
_BULLETS: Final = frozenset("•◦▪·●○■□◆◇▶►➢➤❖・")
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
#: A sign of each mark.
_MARKING: Final = _BULLETS.union(").、）#", _CIRCLED)

#: The signs between the values of labels that are together; those that prose has, too.
_IN_PROSE: Final = ("–—-", ",，、")
_DIVIDERS: Final = ("|", "\t", ">→", "/／", "–—-", ";；", ",，、")
#: The longest line with the day of all actions above, in words and spaces; what can be in it before the day, and after.
_LONGEST_DUE: Final = 20
_EVERYBODY, _DEADLINE = role("everybody"), role("deadline", "deadlines")
_WHEN: Final = role("next", "events", "articles", "before_date", "glue", "deadline", "date")
_DUE_ENDS: Final = EDGES | frozenset(".)]）】")
#: The longest owner that is not known to be somebody, in words and spaces; the roles of words that are in none.
_LONGEST_OWNER: Final = 9
_NOT_OWNING: Final = VERB | DOES | WILL | TO
#: What is before a colon behind which nothing is still to do.
_NOT_TOLD: Final = role("done", "over")


class Value(NamedTuple):
    """A labelled date or owner."""

    kind: int
    start: int
    end: int
    #: Whether it can only be that of an action.
    sure: bool


def fill(text: ActionText, draft: ActionDraft, kind: int, start: int, end: int, *, override: bool = False) -> bool:
    """Add a labelled date or owner to an action; return False if it has another one already."""
    if kind == STATUS:
        draft.done = draft.done or is_done(text, text.skip(start, end), end)
        return True
    mention = next((mention for mention, _, _ in text.dates_in(start, end)), None)
    if kind == DATE_LABEL:
        if draft.date and mention and not override and draft.date != mention:
            return False
        draft.date = mention if override and mention else draft.date or mention
        return True
    if kind == OWNER_LABEL:
        owner = owner_in(text, start, end)
        if draft.owner and owner and not draft.by_role and not override:
            return False
        if owner:
            draft.owner, draft.by_role = text.span(*owner), False
            draft.date = draft.date or mention
    return True


def owner_in(text: ActionText, start: int, end: int) -> tuple[int, int] | None:
    """Return who is named after a label, or None for nobody."""
    start, end = text.trimmed(start, end)
    for mention, place, _ in text.dates_in(start, end):
        end = text.trimmed(start, text.before_date(place, start))[1] if mention else end
        break
    for place in range(start, end):
        if text.tokens[place] in ";|；\r\n":
            end = place
            break
    start, end = text.trimmed(start, end)
    while end > start and text.tokens[end - 1] in ")]）】" and not set(text.tokens[start:end]) & set("([（【"):
        start, end = text.trimmed(start, end - 1)
    if start >= end or end - start > 40 or text.phrase(start, NOBODY, end):
        return None
    if not any(roles & (ALPHABETIC | IDEOGRAPHIC) for roles in text.roles[start:end]):
        return None
    comma = max((place for place in range(start, end) if text.tokens[place] in ",，、"), default=end)
    if text.phrase(text.skip(comma + 1, end), NOBODY, end) == end:
        end = text.trimmed(start, comma)[1]  # "Ana, TBD"
    who = is_who(text, start, end)
    return (who.start, who.stop) if who else (start, end)


def owned_items(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a text that are each with their owner: "send the plan (Ana), book …", "Ana: the plan, Ben: …"."""
    if _BETWEEN.isdisjoint(text.tokens[start:end]):
        return []
    cuts: list[tuple[int, int]] = []
    first = who_at(text, start, end, lenient=True)
    named = first is not None and _is_introduced(text, first.end, end)
    for place in range(start, end):
        token = text.tokens[place]
        close = bracketed(text, place, end) if token in BRACKETS else 0
        if close and Slots(text, place, close, Setting.LABEL).take(place + 1, close):
            gap = text.skip(close + 1, end)
            after = gap + 1 if gap < end and text.tokens[gap] in _SEPARATORS else gap
            follows = text.skip(text.phrase(text.skip(after, end), JOINER, end) or after, end)
            if follows > gap and text.phrase(follows, VERB, end):
                cuts.append((close + 1, follows))
        elif token in _SEPARATORS and (named or text.has(place + 1, IDEOGRAPHIC)):
            follows = text.skip(place + 1, end)
            who = who_at(text, follows, end, lenient=True)
            owns = who and text.phrase(who.end, OWNING, end) == end
            acts = who and text.is_ideographic(who.start) and text.phrase(who.end, TO | WILL, end) and not owns
            if who and (acts or (named and _is_introduced(text, who.end, end))):
                cuts.append((place, follows))
    starts, ends = [start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end]
    return list(zip(starts, ends, strict=True)) if cuts else []


def _is_introduced(text: ActionText, place: int, end: int) -> bool:
    """Return whether a task follows a name, after a colon or a dash between spaces."""
    sign = text.skip(place, end)
    dash = place < sign < end - 1 and text.tokens[sign] in DASHES and text.is_spacing(sign + 1)
    return dash or (sign < end and text.tokens[sign] in COLONS)


def due_for_all(text: ActionText, start: int, end: int) -> DateMention | None:
    """Return the day by which the actions above are due, if that is all that a line says: "By next call (5/12)"."""
    start, end = text.trimmed(start, end)
    if end - start > _LONGEST_DUE or not text.has_date(start, end):
        return None
    everybody = text.skip(text.phrase(start, _EVERYBODY, end) or start, end)
    due = text.phrase(text.skip(text.phrase(everybody, COPULA, end) or everybody, end), DATE_LABEL | _DEADLINE, end)
    mention, place, after = next(text.dates_in(start, end))
    if not due or due > place:
        return None
    if any(text.has(at, ALPHABETIC | IDEOGRAPHIC) and not text.opened[at] & _WHEN for at in range(due, place)):
        return None
    rest = text.trimmed(time_after(text, text.after_date(after, end), end), end, _DUE_ENDS)
    return mention if rest[0] >= rest[1] else None


def listed_items(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a list within a line: "1) … 2) …", "a) … b) …", "#1 … #2 …", "① … ② …", "• … • …"."""
    start = text.skip(start, end)
    start += start < end and text.tokens[start] in "(（"
    first = _mark(text, start, end)
    if first is None:
        return []
    marks = [(start, first)]
    for place in range(first.end, end):
        apart = text.is_spacing(place - 1) or text.tokens[place - 1] in _BEFORE_MARK or text.tokens[place] in _CIRCLED
        mark = _mark(text, place, end) if apart else None
        if mark and mark.kind == first.kind:
            marks.append((place, mark))
    numbers = [mark.number for _, mark in marks if mark.number]
    if len(marks) < 2 or numbers not in ([], list(range(1, len(marks) + 1))):
        return []
    return [(mark.end, last) for (_, mark), last in zip(marks, [*(place for place, _ in marks[1:]), end], strict=True)]


def are_listed(text: ActionText, start: int, end: int) -> bool:
    """Return whether a stretch can contain the items of a list, since it has marks of several."""
    signs = [place for place in range(start, end) if text.tokens[place] in _MARKING]
    return len(signs) > 1 and sum([any(_mark(text, at, end) for at in (sign - 1, sign) if at >= start) for sign in signs]) > 1


def items_of(text: ActionText, line: ActionLine) -> list[tuple[int, int]]:
    """Return the items of a list within a line, with its own bullet as the first mark or below that; or else the line."""
    for start in dict.fromkeys((line.begin, line.start)):
        is_word = text.has(start, ALPHABETIC) and len(text.tokens[start]) > 1
        if not is_word and (items := listed_items(text, start, line.end)):
            return items
    return [(line.start, line.end)]


def told_in(text: ActionText, line: ActionLine) -> list[tuple[int, int]]:
    """Return the items of a line, which can also be behind a colon: "Agreed: 1) … 2) …"."""
    items = items_of(text, line)
    if len(items) > 1 or COLONS.isdisjoint(text.tokens[line.start : line.end]):
        return items
    colon = next(place for place in range(line.start, line.end) if text.tokens[place] in COLONS)
    told = listed_items(text, colon + 1, line.end)
    return items if not told or text.opens(line.start, colon) & _NOT_TOLD or is_who(text, line.start, colon) else told


class _Mark(NamedTuple):
    """A number, a letter or a bullet before an item within a line."""

    kind: str
    #: Its number, 1 for "a", or 0 for a bullet.
    number: int
    end: int


def _mark(text: ActionText, place: int, end: int) -> _Mark | None:
    """Return the mark of an item at a place."""
    if place + 1 >= end:
        return None
    token, after = text.tokens[place : place + 2]
    if token in _BULLETS:
        return _Mark(token, 0, place + 1)
    if token in _CIRCLED:
        return _Mark("①", _CIRCLED.index(token) + 1, place + 1)
    if token.isdecimal() and len(token) <= 2 and after in ").、）" and place not in text.dated:
        return _Mark("1", int(token), place + 2)
    if token == "#" and after.isdecimal():
        return _Mark("#", int(after[:3]), place + 2)
    if len(token) == 1 and after == ")" and "a" <= token.lower() <= "z":
        return _Mark("a", ord(token.lower()) - ord("a") + 1, place + 2)
    return None


def values_of(text: ActionText, label: Label, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the values of a trio, a stretch for each of its kinds, or None if there are fewer.

    They are split by the first sign that gives as many parts, of which one can be an owner.
    """
    count = len(label.kinds)
    for signs in _DIVIDERS:
        places = [place for place in range(start, end) if text.tokens[place] in signs and place not in text.dated]
        if signs == "–—-":
            places = [place for place in places if text.is_spacing(place - 1) and text.is_spacing(min(place + 1, end - 1))]
        if len(places) < count - 1:
            continue
        if len(places) > count - 1:  # the task can contain such signs, and comes first or last
            what = label.kinds.index(WHAT) if WHAT in label.kinds else 0
            places = [*places[:what], *places[len(places) - (count - 1 - what) :]]
        edges = [start - 1, *places, end]
        values = _in_order(text, label, [text.trimmed(first + 1, last, EDGES) for first, last in pairwise(edges)])
        owner = values[label.kinds.index(OWNER_LABEL)] if OWNER_LABEL in label.kinds else None
        if owner is None or _can_own(text, *owner, strict=signs in _IN_PROSE):
            return values
    return None


def _in_order(text: ActionText, label: Label, values: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the values of a trio with owner and date exchanged if they are not in the order of its labels."""
    if {DATE_LABEL, OWNER_LABEL} <= set(label.kinds):
        date, owner = label.kinds.index(DATE_LABEL), label.kinds.index(OWNER_LABEL)
        if text.has_date(*values[owner]) and not text.has_date(*values[date]):
            values[date], values[owner] = values[owner], values[date]
    return values


def _can_own(text: ActionText, start: int, end: int, *, strict: bool) -> bool:
    """Return whether a value can name somebody, and is not rather a part of the task; ``strict`` where prose has the sign."""
    if start >= end or text.phrase(start, NOBODY, end) == end or is_who(text, start, end):
        return True
    return (
        not strict and end - start <= _LONGEST_OWNER and not (text.has_date(start, end) or text.opens(start, end) & _NOT_OWNING)
    )
