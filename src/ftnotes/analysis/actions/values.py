"""The values of labels: dates and owners above or below the action that they belong to, and numbered items in a line."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from .items import ActionDraft
from .labels import WHAT, Label
from .lexicon import ALPHABETIC, IDEOGRAPHIC
from .parts import is_done
from .people import BRACKETS, NOBODY, bracketed, is_who, who_at
from .roles import COLONS, DATE_LABEL, JOINER, OWNER_LABEL, OWNING, STATUS, TO, VERB, WILL, Setting
from .slots import Slots
from .text import EDGES, ActionText

_SEPARATORS: Final = frozenset(",;、，；")
#: What is between items that are each with their owner.
_BETWEEN: Final = _SEPARATORS | BRACKETS.keys()


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
    if not any(word.roles & (ALPHABETIC | IDEOGRAPHIC) for word in text.words[start:end]):
        return None
    who = is_who(text, start, end)
    return (who.start, who.stop) if who else (start, end)


def owned_items(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a text that are each with their owner: "send the plan (Ana), book …", "Ana: the plan, Ben: …"."""
    if _BETWEEN.isdisjoint(text.tokens[start:end]):
        return []
    cuts: list[tuple[int, int]] = []
    first = who_at(text, start, end, lenient=True)
    named = first is not None and _is_colon(text, first.end, end)
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
            if who and (acts or (named and _is_colon(text, who.end, end))):
                cuts.append((place, follows))
    starts, ends = [start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end]
    return list(zip(starts, ends, strict=True)) if cuts else []


def _is_colon(text: ActionText, place: int, end: int) -> bool:
    place = text.skip(place, end)
    return place < end and text.tokens[place] in COLONS


def numbered_items(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a list within a line: "1) … 2) …"."""
    places = [
        place
        for place in range(start, end - 1)
        if text.tokens[place].isdigit()
        and len(text.tokens[place]) <= 2
        and text.tokens[place + 1] in ").、）"
        and place not in text.dated
        and (place == start or text.is_spacing(place - 1) or text.tokens[place - 1] in "(（;；")
    ]
    numbers = [int(text.tokens[place]) for place in places]
    if len(places) < 2 or numbers != list(range(1, len(places) + 1)) or places[0] > text.skip(start, end) + 1:
        return []
    return [(first + 2, last) for first, last in zip(places, [*places[1:], end], strict=True)]


def values_of(text: ActionText, label: Label, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the values of a trio, a stretch for each of its kinds, or None if there are fewer.

    They are split by the first sign that gives as many parts.
    """
    count = len(label.kinds)
    for signs in ("|", "\t", "/／", "–—-", ";；", ",，、"):
        places = [place for place in range(start, end) if text.tokens[place] in signs and place not in text.dated]
        if signs == "–—-":
            places = [place for place in places if text.is_spacing(place - 1) and text.is_spacing(min(place + 1, end - 1))]
        if len(places) < count - 1:
            continue
        if len(places) > count - 1:  # the task can contain such signs, and comes first or last
            what = label.kinds.index(WHAT) if WHAT in label.kinds else 0
            places = [*places[:what], *places[len(places) - (count - 1 - what) :]]
        edges = [start - 1, *places, end]
        return [text.trimmed(first + 1, last, EDGES) for first, last in pairwise(edges)]
    return None
