"""How messages speak: what they quote, how they list, and which section they point to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..syntax.nodes import Workload
from ..text.source import LINE_END

#: Where the rules come from: sections of the guidance page, "Overall Status Notes Guidance".
NOTICE: Final = "guidance: the notice at its top"
TEMPLATE: Final = 'guidance: "Template for Note Entries"'
FREQUENCY: Final = 'guidance: "Frequency"'
LIFECYCLE: Final = 'guidance: "Normal Customer Lifecycle Notes"'
SUMMARIES: Final = 'guidance: "Exec Summary Notes"'

#: A text of the note is quoted in a message up to so many characters.
QUOTED: Final = 60
#: So many things are listed in a message by name.
LISTED: Final = 6


def quote(text: str, limit: int = QUOTED) -> str:
    """A text of the note on one line and in quotes, shortened where it is longer than ``limit``."""
    shown = text[: limit + 1]
    if "\n" in shown or "\r" in shown:
        shown = LINE_END.sub(" ", shown)
    return f'"{shown[: limit - 3].rstrip()}..."' if len(text) > limit else f'"{shown}"'


def listed(texts: Sequence[str], joint: str = "and", limit: int = LISTED) -> str:
    """Texts as a list within a sentence: ``a, b or c``; of more than ``limit`` the first ones, and how many more."""
    if len(texts) > limit + 1:
        texts = [*texts[:limit], f"{len(texts) - limit} more"]
    *most, last = texts
    return f"{', '.join(most)} {joint} {last}" if most else last


def plain(tag: str) -> str:
    """A tag as it stands in a message, within brackets of its own."""
    return quote(tag)[1:-1]


def shown(workload: Workload) -> str:
    """A workload by its tag and name, in quotes."""
    return quote(f"[{workload.tag}] {workload.name}".rstrip() if workload.tag else workload.name)
