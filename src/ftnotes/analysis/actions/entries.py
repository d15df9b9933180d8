"""Entries of a list, and texts after a label, which say what is to be done, perhaps by whom and when.

entry:     lead* what trail*
"""

from __future__ import annotations

from .items import ActionDraft
from .leads import take_leads
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, role
from .roles import Setting
from .slots import Slots
from .text import ARTICLE, ActionText
from .trails import take_trails

#: Words of a sentence that states something, and verbs that are as often the subject of such a sentence.
_STATED, _THING_OR_VERB = role("copulas", "will", "must", "done", "past_endings"), role("events", "not_actors")


def entry(text: ActionText, start: int, end: int, setting: Setting) -> ActionDraft | None:
    """Return the action of an entry of a list, or of the text after a label; None if it has none."""
    slots = Slots(text, start, end, setting)
    take_leads(slots)
    take_trails(slots)
    return slots.draft()


def is_asked(text: ActionText, start: int, end: int) -> bool:
    """Return whether a sentence asks for what its first word says: "Call Ana", but not "Call was good"."""
    place = text.skip(start, end)
    if place >= end or text.opens(start, end) & _STATED:
        return False
    return text.has(place, CAPITAL | IDEOGRAPHIC | ARTICLE) or (
        text.has(place, ALPHABETIC) and not text.has(start - 1, _THING_OR_VERB)
    )
