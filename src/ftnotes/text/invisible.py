"""Invisible characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .edits import Edit
from .patterns import may_contain
from .source import MARGIN, Span, lines_of

#: Invisible characters, as inclusive ranges.
_INVISIBLE_RANGES: Final = (
    (0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x7F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
    (0x17B4, 0x17B5), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFC), (0xE0000, 0xE0FFF),
)  # fmt: skip
_INVISIBLE_LATIN: Final = bytes(code for first, last in _INVISIBLE_RANGES[:5] for code in range(first, last + 1))
_INVISIBLE: Final = (
    # A flag is made of a black one and invisible letters, which stay.
    "\U0001f3f4[\U000e0020-\U000e007f]++|[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE_RANGES) + "]"
)

#: Line breaks of other systems: here they end no line, but they separate words.
_BREAKS: Final = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\u2028\u2029")
#: Letters of right-to-left scripts.
_RIGHT_TO_LEFT: Final = "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
#: Letters of scripts in which joiners change the text: Arabic and Syriac, those of India, South East Asia, Mongolian.
_JOINED: Final = "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
#: Letters of scripts in which an invisible break separates words.
_UNSPACED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
#: A bullet, which must be followed by a space.
_BULLET: Final = re.compile(r"[-*+•–—o]|[0-9]{1,3}[.)]")
_BULLET_REACH: Final = 40


def invisible(text: str) -> tuple[Edit, ...]:
    """Return the fixes for invisible characters without a use in a note: zero-width ones, controls, direction overrides.

    The edits come in the order of the text, one a character. Most remove the character. A form feed, vertical tab,
    U+2028 or U+2029 (line breaks elsewhere, but not in notes) is replaced by a space if there is none beside it, and so is a
    zero-width space that is the only space after a bullet.

    Characters with a use stay: tabs, line ends, all kinds of visible spaces, a byte order mark at the very start; joiners and
    variation selectors in emoji and in scripts that have them, direction marks in lines with right-to-left letters.
    """
    if not may_contain(text, _INVISIBLE_LATIN):
        return ()
    edits: list[Edit] = []
    line_end, mirrored = 0, False  # of the last line that was searched
    kept = ""  # the character before the next one, if those between are removed
    for match in re.finditer(_INVISIBLE, text):
        char, start, end = match[0], match.start(), match.end()
        if end - start > 1 or (start == 0 and char == "\ufeff"):
            continue
        before = kept if edits and edits[-1].span.end == start else text[start - 1 : start]
        after = text[end : end + 1]
        if char in "\u061c\u200e\u200f":
            if start >= line_end:
                line = max(text.rfind("\n", line_end, start), text.rfind("\r", line_end, start), line_end - 1) + 1
                line_end = next(lines_of(text, start)).end
                mirrored = bool(re.compile(_RIGHT_TO_LEFT).search(text, line, line_end))
            if mirrored:
                continue
        elif _is_needed(char, before, after):
            continue
        touching = bool(before) and bool(after) and not before.isspace() and not after.isspace()
        separates = char in _BREAKS or (char in "\u200b\ufeff" and _is_bullet(text, start))
        space = " " if touching and separates else ""
        kept = space or before
        edits.append(Edit(Span(start, end), space))
    return tuple(edits)


def _is_needed(char: str, before: str, after: str) -> bool:
    """Return whether an invisible character has an effect where it is."""
    if char in "\u200c\u200d" and re.compile(_JOINED).match(before):
        return True
    if char == "\u200d":
        return _is_symbol(before) and _is_symbol(after)
    if char == "\u200b":
        return bool(re.compile(_UNSPACED).match(before) and re.compile(_UNSPACED).match(after))
    if "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100":
        return before in "#*0123456789" if before.isascii() and before else bool(before.strip())
    return "\u115f" <= char <= "\u1160" and ("\u1100" <= after <= "\u11ff" or "\u1100" <= before <= "\u11ff")


def _is_symbol(char: str) -> bool:
    return char == "\ufe0f" or (char != "" and unicodedata.category(char) in ("So", "Sk", "Sm"))


def _is_bullet(text: str, end: int) -> bool:
    """Return whether a line has only a bullet before an offset."""
    head = text[max(0, end - _BULLET_REACH) : end]
    start = max(head.rfind("\n"), head.rfind("\r")) + 1
    return (start > 0 or end <= _BULLET_REACH) and bool(_BULLET.fullmatch(head[start:].lstrip(MARGIN)))


def character_name(char: str) -> str:
    """Return the Unicode name of a character, for messages: ``ZERO WIDTH SPACE (U+200B)``."""
    kinds = {"Cc": "control character", "Cs": "half of a surrogate pair", "Co": "private character"}
    name = unicodedata.name(char, kinds.get(unicodedata.category(char), "character"))
    return f"{name} (U+{ord(char):04X})"
