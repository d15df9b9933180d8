"""Bullets before labels and workloads."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...syntax.document import Document
from ...syntax.layout import FieldLayout, WorkloadLayout
from ...syntax.nodes import Field, Workload
from ...text.edits import Edit
from ...text.source import MARGIN, WHITESPACE, Span
from ...writing.decoration import SIGN

#: Signs stay after the hyphen.
_SIGN: Final = rf"{SIGN}[{WHITESPACE}]*+"
#: A bullet of a Markdown list, alone or before a task box or such a sign.
_MARKDOWN: Final = re.compile(rf"[-*+][{WHITESPACE}]++(\[[ xX]\][{WHITESPACE}]*+|{_SIGN})?")
_MEANT: Final = re.compile(_SIGN)
#: What is typed instead: other signs, a number or a letter. Tags of HTML, cells of tables and stamps of chats are no bullets.
_OTHER: Final = re.compile(
    rf"(?:[^\w\s<>|\[\]]{{1,6}}+|[0-9]+(?:\.[0-9]+)*+[.)）]?|[^\W\d_][.)）]|o(?=[{WHITESPACE}]))?[{WHITESPACE}]*+"
)
#: In front of a tag, a sign that HTML or the stamp of a chat wraps the line.
_WRAPPED: Final = re.compile(r"[\w<]")
_BOLD: Final = re.compile(r"[*_]{2,}+")


def bullet_edits(document: Document, node: Field | Workload) -> list[Edit]:
    """Return the edit that writes a Markdown bullet before a label or bracket; none if there is one, or no place for it."""
    layout = node.layout
    end = layout.dangling or (layout.colon if isinstance(layout, FieldLayout) else layout.separator)
    bounds = _bounds(layout.before or "", (end or "").strip(WHITESPACE + ":：-–—\r\n")[:1])
    if layout.before is None or bounds is None or (isinstance(layout, WorkloadLayout) and _WRAPPED.search(layout.open)):
        return []
    start = document.span(node, "before").start
    return [Edit(Span(start + bounds[0], start + bounds[1]), "- ")]


@lru_cache(maxsize=256)  # ways to type a bullet are few
def _bounds(before: str, closing: str) -> tuple[int, int] | None:
    """Return the bounds of what is typed instead of a Markdown bullet; None if there is one, or no place for it.

    ``closing`` is the character that ends bold or italics after the text, if there is one.
    """
    start = len(before) - len(before.lstrip(MARGIN))
    bold = _BOLD.search(before, start)
    end = bold.start() if bold else len(before)
    if not bold and closing in ("*", "_") and before.endswith(closing):
        end -= 1
    if _MARKDOWN.fullmatch(before, start, end):
        return None
    if _MEANT.fullmatch(before, start, end):
        return start, start
    return (start, end) if _OTHER.fullmatch(before, start, end) else None
