"""Bullets before labels and workloads."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...syntax.document import Document
from ...syntax.nodes import Field, Workload
from ...text.edits import Edit
from ...text.source import MARGIN, WHITESPACE, Span

#: A bullet of a Markdown list, alone or before a task box.
_MARKDOWN: Final = re.compile(rf"[-*+][{WHITESPACE}]++(\[[ xX]\][{WHITESPACE}]*+)?")
_BOLD: Final = re.compile(r"[*_]{2,}+")


def bullet_edits(document: Document, node: Field | Workload) -> list[Edit]:
    """Return the edit that writes a Markdown bullet before a label or bracket; none if there is one."""
    bounds = _bounds(node.layout.before)
    if bounds is None:
        return []
    start = document.span(node, "before").start
    return [Edit(Span(start + bounds[0], start + bounds[1]), "- ")]


@lru_cache(maxsize=256)  # ways to type a bullet are few
def _bounds(before: str) -> tuple[int, int] | None:
    """Return the bounds of what is typed instead of a Markdown bullet; None if there is one."""
    start = len(before) - len(before.lstrip(MARGIN))
    bold = _BOLD.search(before, start)
    end = bold.start() if bold else len(before)
    return None if _MARKDOWN.fullmatch(before[start:end]) else (start, end)
