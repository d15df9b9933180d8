"""Wording of messages: quotes and lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..syntax.nodes import Workload
from ..text.source import LINE_END

#: A message quotes a text of the note up to this number of characters.
QUOTED: Final = 60
#: A message lists up to this number of things by name.
LISTED: Final = 6


def quote(text: str, limit: int = QUOTED) -> str:
    """Return a text on one line and in quotes, shortened to ``limit`` characters."""
    shown = text[: limit + 1]
    if "\n" in shown or "\r" in shown:
        shown = LINE_END.sub(" ", shown)
    return f'"{shown[: limit - 3].rstrip()}..."' if len(text) > limit else f'"{shown}"'


def listed(texts: Sequence[str], joint: str = "and", limit: int = LISTED) -> str:
    """Return texts as a list within a sentence, such as ``a, b or c``; beyond ``limit``, the first ones and a number."""
    if len(texts) > limit + 1:
        texts = [*texts[:limit], f"{len(texts) - limit} more"]
    *most, last = texts
    return f"{', '.join(most)} {joint} {last}" if most else last


def plain(tag: str) -> str:
    """Return a tag for a message that puts it in brackets."""
    return quote(tag)[1:-1]


def shown(workload: Workload) -> str:
    """Return a workload's tag and name, in quotes."""
    return quote(f"[{workload.tag}] {workload.name}".rstrip() if workload.tag else workload.name)
