"""Bullets as typed in the layout of a node."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...text.source import MARGIN, WHITESPACE

#: A bullet of a Markdown list, alone or before a task box.
_MARKDOWN: Final = re.compile(rf"[-*+][{WHITESPACE}]++(\[[ xX]\][{WHITESPACE}]*+)?")
_BOLD: Final = re.compile(r"[*_]{2,}+")


@lru_cache(maxsize=256)  # ways to type a bullet are few
def ends_markdown_bullet(before: str) -> tuple[int, int] | None:
    """Return the bounds of what is typed before a label or bracket instead of a Markdown bullet.

    They are to be replaced with ``"- "``; None if there is a Markdown bullet.
    """
    start = len(before) - len(before.lstrip(MARGIN))
    bold = _BOLD.search(before, start)
    end = bold.start() if bold else len(before)
    bullet = before[start:end]
    return None if _MARKDOWN.fullmatch(bullet) else (start, end)
