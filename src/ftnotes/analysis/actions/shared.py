"""Numbered tasks within a line that have one owner, who is before the first: "Ana to 1) send the plan 2) call Ben".

shared:    who (":" | "to" | "will") (number what)+ [("-" | ",") "by" day]
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ..dates.mention import DateMention
from .items import ActionDraft
from .leads import take_leads
from .name_words import is_person
from .roles import AND, DASHES, TO, VERB, WILL, Setting
from .slots import Slots
from .text import ActionText, Who
from .values import are_listed, due_for_all, listed_items

#: The longest way to the first number, and the longest remark about the day of all, in words and spaces.
_LEAD, _DUE = 24, 20
_APART: Final = DASHES | frozenset(",;，；")
#: The signs beside a number.
_NUMBERED: Final = frozenset(")）.、#")


class SharedItems(NamedTuple):
    """The items of a list within a line, with what all of them have."""

    who: Who
    items: list[tuple[int, int]]
    #: The day of those without one.
    date: DateMention | None

    def fill(self, text: ActionText, draft: ActionDraft) -> None:
        """Add the owner and the day to the task of an item."""
        if draft.owner is None:
            draft.owner, draft.by_role = text.span(self.who.start, self.who.stop), self.who.known
        draft.date = draft.date or self.date


def shared_items(text: ActionText, start: int, end: int, *, plain: bool = False) -> SharedItems | None:
    """Return the numbered items of a stretch behind their owner; those of a ``plain`` line must be told to somebody."""
    if _NUMBERED.isdisjoint(text.tokens[start : start + _LEAD]) or not are_listed(text, start, end):
        return None
    lead = Slots(text, start, end, Setting.LIST)
    take_leads(lead)
    items = listed_items(text, lead.start, end) if lead.who else []
    if lead.who is None or not items:
        return None
    if plain and not _are_told(text, lead.who, items, end):
        return None
    items = [(first, _without_and(text, first, last)) for first, last in items]
    first, last = items[-1]
    for place in range(max(first, last - _DUE), last):
        date = due_for_all(text, place + 1, last) if text.tokens[place] in _APART else None
        if date:
            return SharedItems(lead.who, [*items[:-1], (first, place)], lead.date or date)
    return SharedItems(lead.who, items, lead.date)


def _are_told(text: ActionText, who: Who, items: list[tuple[int, int]], end: int) -> bool:
    """Return whether somebody is to do all of some items, which start with verbs."""
    to = text.phrase(text.skip(who.end, end), TO | WILL, end)
    return to > 0 and (who.known or is_person(text, who)) and all(text.phrase(text.skip(*item), VERB, end) for item in items)


def _without_and(text: ActionText, start: int, end: int) -> int:
    """Return the end of an item before the "and" of the next one."""
    last = text.trimmed(start, end)[1] - 1
    return last if last > start and text.has(last, AND) else end
