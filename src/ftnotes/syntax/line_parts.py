"""The parts of a line: what precedes its content, its content, and what follows; the levels and separators of lines.

Only punctuation counts here, no word of a playbook. The parts joined are the line again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from ..text.patterns import ARROWS, COMMENT
from ..text.source import LINE_END, MARGIN, WHITESPACE, depth
from .titles import TitleParts

#: The parts of a line: margin, bullet and decoration; content; trailing spaces, line end and blank lines.
LineParts: TypeAlias = tuple[str, str, str]
#: A level of lists: the columns of indentation, and the sign of the bullet, empty for none.
Level: TypeAlias = tuple[int, str]
#: Key, label, before, colon, value, after.
FieldParts: TypeAlias = tuple[str | None, str, str, str, str, str]
#: Before, open, tag, close, name, separator, update, after.
WorkloadParts: TypeAlias = tuple[str, str, str, str, str, str, str, str]
#: The type of the token of a line, and its parts.
ClassifiedLine: TypeAlias = tuple[str, TitleParts | FieldParts | WorkloadParts | None]

DECORATION: Final = "*_"
#: What opens a tag.
BRACKETS: Final = ("[", "(", "{", "<", "【", "［", "（", "〔", "「")
#: The longest text that is looked up as a label or name.
LONGEST_HEAD: Final = 120
#: Signs that people change from line to line of one list: emoji, boxes and check marks.
_CHANGING: Final = re.compile("[\u2300-\u23ff\u2600-\u26ff✅✔✓❌✗✘❎⭕⬜⬛\U0001f000-\U0010ffff]")
#: What begins the text before a label or tag where there is no bullet: bold, strike, brackets.
_NO_BULLET: Final = ("_", "~", "[", "(", "{", "<", "【", "［", "（", "〔", "「", "&")
#: The marks of a heading.
_HASHES: Final = re.compile(rf"[{MARGIN}]*+#{{1,6}}+(?=[{WHITESPACE}])")
#: A tick before a value without another one, which does not mark a choice in a list; and its first characters.
_TICK: Final = re.compile(rf"(?:[☑☒✅✔✓]\ufe0f?|\[[xX]\])[{WHITESPACE}]++(?=[^☐-☒✅✔✓❌\[]++\Z)")
_TICKS: Final = frozenset("☑☒✅✔✓[")
#: Text in parentheses or brackets, in which no separator counts.
_ASIDE: Final = re.compile(r"[(（][^()（）\r\n]*+[)）]|\[[^\[\]\r\n]*+\]")

_COLON: Final = r"[:：]"
#: What people type between a label or name and its value in place of a colon.
_OTHER: Final = rf"[;；=|]|[-=~]{{1,2}}>|[{ARROWS}]\ufe0f?+"
#: A separator with the spaces and the end of bold around it; the group ``firm`` if it is not a dash, which can be in a label.
SEPARATOR: Final = re.compile(
    rf"[{WHITESPACE}*_~]*+(?P<firm>(?P<colon>{_COLON})|{_OTHER})[{WHITESPACE}*_~]*+"
    rf"|[{WHITESPACE}*_~]*?(?P<gap>\t|  )[{WHITESPACE}*_~]*+"
    rf"|[*_~]*+[{WHITESPACE}]++[*_~]*+[-–—]{{1,3}}+[*_]*+(?:[{WHITESPACE}]++|$)"
)

#: A sign of these separators, apart from a gap: most lines have none, which is found out sooner.
_SIGN: Final = re.compile(rf"[:：;；=|\t{ARROWS}>–—-](?:(?<![>–—-])|(?<=[-=~]>)|(?<=[{WHITESPACE}*_~][–—-]))")


def cut_line(shapes: Mapping[str, re.Pattern[str]], text: str, start: int, end: int) -> LineParts:
    """Cut a line with the blank lines after it into what precedes its content, its content, and what follows."""
    bullet = shapes["BULLETED"].match(text, start, end)
    at = bullet.end() if bullet else start
    hashes = _HASHES.match(text, at, end)
    if hashes:
        at = hashes.end()
    while at < end and text[at] in MARGIN:
        at += 1
    line_end = LINE_END.search(text, at, end)
    stop = line_end.start() if line_end else end
    content = text[at:stop].rstrip(WHITESPACE)
    bare = content.lstrip(DECORATION).lstrip(WHITESPACE)
    return text[start : at + len(content) - len(bare)], bare, text[at + len(content) : end]


def level_of(before: str) -> Level:
    """Return the level of a line by what precedes its content."""
    typed = before.lstrip(MARGIN)
    sign = typed[:1]
    if sign.isdigit() or typed[1:2].isdigit():
        sign = "1"
    elif sign.isalpha() and sign != "o":
        sign = "a"
    elif sign in _NO_BULLET or (sign == "*" and typed[1:2] not in WHITESPACE):
        sign = ""
    elif _CHANGING.match(sign):
        sign = "☐"
    return depth(before), sign


def first_separator(content: str) -> re.Match[str] | None:
    """Return the first separator of a line; none is in a comment, in brackets, or the start of an address."""
    content = without_comments(content)
    sign = _SIGN.search(content, 0, LONGEST_HEAD)
    gap = content.find("  ", 0, LONGEST_HEAD)
    if sign is None and gap < 0:
        return None
    first = sign.start() if sign and not 0 <= gap < sign.start() else gap
    aside = _ASIDE.search(content)
    # from the spaces and the arrow's shaft before the sign on
    before = len(content[: max(first - 2, 0)].rstrip(f"{WHITESPACE}*_~"))
    for start in (found.start() for found in SEPARATOR.finditer(content, before, LONGEST_HEAD)):
        while aside and aside.end() <= start:
            aside = _ASIDE.search(content, aside.end())
        separator = SEPARATOR.match(content, start)  # whole, beyond the longest head
        if separator and not (aside and aside.start() < start) and not content.startswith("//", separator.end()):
            return separator
    return None


def without_comments(text: str) -> str:
    """Return a text with letters in place of its comments, since no separator in them counts."""
    return re.sub(COMMENT, lambda match: "x" * len(match.group()), text) if "<!--" in text else text


def before_comments(text: str) -> str:
    """Return a text without the comments at its end, for questions about what it says: a comment is no value."""
    end = len(text)
    while text.endswith("-->", 0, end) and (start := text.rfind("<!--", 0, end)) >= 0:
        if not set("<>").isdisjoint(text[start + 4 : end - 3]):
            break
        end = start
        while end and text[end - 1] in WHITESPACE:
            end -= 1
    return text[:end]


def lone_label(key: str | None, label: str, before: str, content: str, after: str) -> FieldParts:
    """Return the parts of a line with a label and nothing after it but decoration or comments, which are its value."""
    said = before_comments(content)
    if len(said) == len(content):
        return field_parts(key, label, before, "", "", content[len(label) :] + after)
    start = content.index("<", len(said))
    return key, label, before, content[len(label) : start], content[start:], after


def unbold(opening: str, middle: str, content: str, after: str) -> tuple[str, str]:
    """Move the end of bold from the content of a line to its trivia, if the bold opens before the content."""
    for mark in ("**", "__"):
        if mark in opening and mark not in middle and content.endswith(mark) and content.count(mark) % 2:
            stem = content.rstrip(DECORATION + WHITESPACE)
            return stem, content[len(stem) :] + after
    return content, after


def field_parts(key: str | None, label: str, before: str, colon: str, value: str, after: str) -> FieldParts:
    """Return the parts of a labelled line, with bold around its value or label moved to the trivia."""
    if value and value[0] in _TICKS and (tick := _TICK.match(value)):
        colon, value = colon + tick.group(), value[tick.end() :]
    if value and value[-1] in ";；" and value[-1] in colon:  # the empty cells of a row
        filled = value.rstrip(";；" + WHITESPACE)
        value, after = filled, value[len(filled) :] + after
    opened = "**" in before or "__" in before
    if value and not opened and colon[-1] in DECORATION:
        # bold that was not opened before the label opens the value
        mark = len(colon) - len(colon.rstrip(DECORATION))
        colon, value = colon[:-mark], colon[-mark:] + value
    elif value and opened:
        value, after = unbold(before, colon, value, after)
    return key, label, before, colon, value, after
