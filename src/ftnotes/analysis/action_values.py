"""The values of labels: dates and owners above or below the action that they belong to, and numbered items in a line."""

from __future__ import annotations

from typing import NamedTuple

from .action_items import ActionDraft
from .action_lexicon import ALPHABETIC, IDEOGRAPHIC
from .action_people import NOBODY, is_who
from .action_roles import DATE_LABEL, OWNER_LABEL
from .action_text import ActionText


class Value(NamedTuple):
    """A labelled date or owner."""

    kind: int
    start: int
    end: int
    #: Whether it can only be that of an action.
    sure: bool


def fill(text: ActionText, draft: ActionDraft, kind: int, start: int, end: int, *, override: bool = False) -> bool:
    """Add a labelled date or owner to an action; return False if it has another one already."""
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
