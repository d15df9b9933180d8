"""Entries of a list, and texts after a label, which say what is to be done, perhaps by whom and when.

entry:     lead* what trail*
"""

from __future__ import annotations

from .items import ActionDraft
from .leads import take_leads
from .roles import Setting
from .slots import Slots
from .text import ActionText
from .trails import take_trails


def entry(text: ActionText, start: int, end: int, setting: Setting) -> ActionDraft | None:
    """Return the action of an entry of a list, or of the text after a label; None if it has none."""
    slots = Slots(text, start, end, setting)
    take_leads(slots)
    take_trails(slots)
    return slots.draft()
