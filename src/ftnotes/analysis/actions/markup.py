"""Comments and tags of HTML in a text with next actions, which no reader of the note sees."""

from __future__ import annotations

import re
from typing import Final

from ...text.elements import TAG
from ...text.patterns import COMMENT
from ...text.source import Span

#: A space without a width, in place of what is not seen.
NO_WIDTH: Final = "\u200b"
_COMMENT: Final = re.compile(COMMENT)
_SEEN: Final = re.compile(r"[^\r\n]")
_TAG: Final = re.compile(TAG, re.IGNORECASE)
#: What is seen of a tag: a bullet, the end of a cell.
_SIGNS: Final = {"<li": "- ", "</td": "\t", "</th": "\t"}
#: The longest link of a wiki, with its target.
_LONGEST_LINK: Final = 200
_NAME: Final = re.compile(r"</?\w++")


def without_markup(text: str) -> str:
    """Return a text with spaces in place of comments and tags, and of the same length."""
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: _SEEN.sub(" ", comment.group()), text)
    if _has_tags(text):
        text = _TAG.sub(_sign, text)
    if "''" in text:
        text = text.replace("'''", f"{NO_WIDTH}**").replace("''", 2 * NO_WIDTH)
    return _without_targets(text) if "[[" in text else text


def _without_targets(text: str) -> str:
    """Return a text with only what is seen of the links of a wiki: "[[User:Ana|Ana]]"."""
    parts: list[str] = []
    reached = 0
    while (start := text.find("[[", reached)) >= 0:
        end = text.find("]]", start, start + _LONGEST_LINK)
        inner = text[start + 2 : max(end, start + 2)]
        hidden = 2 + inner.rfind("|") + 1
        if not inner or "\n" in inner or "[" in inner:
            parts.append(text[reached : start + 2])
            reached = start + 2
            continue
        parts += [text[reached:start], hidden * NO_WIDTH, text[start + hidden : end], 2 * NO_WIDTH]
        reached = end + 2
    return "".join([*parts, text[reached:]])


def without_tags(text: str, span: Span) -> str:
    """Return a part of a text without tags."""
    part = span.text(text)
    return _TAG.sub("", part).strip() if "<" in part and _has_tags(text) else part


def _has_tags(text: str) -> bool:
    return "</" in text or "<br" in text


def _sign(tag: re.Match[str]) -> str:
    name = _NAME.match(tag.group())
    sign = _SIGNS.get(name.group().lower(), "") if name else ""
    return sign.rjust(len(tag.group()), NO_WIDTH)
