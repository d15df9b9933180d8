"""Lines in which something else is typed around the words of a note: marks of HTML, escapes of Markdown, the stamp of a chat.

Such a line is read without what wraps it; then its parts are typed again, so that the wrapping belongs to the trivia around
them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ..text.elements import TAG
from ..text.source import MARGIN, WHITESPACE

#: The backslash of Markdown before a sign that is not to be markup.
ESCAPE: Final = r"\\(?=[-*_+#\[\]().>|~])"
#: A tag of HTML, a no-break space as HTML writes it, or an escape.
_MARK: Final = re.compile(rf"{TAG}|&(?:nbsp|[nm]dash);|{ESCAPE}", re.IGNORECASE)
#: What a mark is read as, if it separates: the end of a cell, a dash.
_SIGNS: Final = {"</td>": "\t", "</th>": "\t", "&ndash;": "–", "&mdash;": "—"}
_DAY: Final = rf"(?:[^\W\d_]{{3,9}},?[{WHITESPACE}]|\d{{1,4}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?,?[{WHITESPACE}])"
_TIME: Final = rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?[{WHITESPACE}]*+(?:[APap]\.?[Mm]\.?)?"
_NAME: Final = r"[^\W\d_][^:\[\]\r\n]{0,40}+:"
#: The date, time and name before a message of a chat: in brackets with or without a name, or with one.
_STAMP: Final = re.compile(
    rf"[{MARGIN}]*+(?:\[(?>(?:{_DAY})?){_TIME}\][{WHITESPACE}]*+[-–]?[{WHITESPACE}]*+(?>(?:{_NAME})?)|{_DAY}{_TIME}[{WHITESPACE}]*+[-–]?[{WHITESPACE}]*+{_NAME})[{WHITESPACE}]*+"
)
_MARK_NAME: Final = re.compile(r"<(?P<close>/?)(?P<name>\w++)[^<>]*+>")


def may_have_marks(text: str) -> bool:
    """Return quickly whether a text can contain marks of HTML or escapes of bullets, bold or tags: few texts can."""
    return (
        ("<" in text and ("</" in text or "<br" in text))
        or ("&" in text and "&nbsp;" in text)
        or ("\\" in text and any(escape in text for escape in ("\\-", "\\*", "\\[")))
    )


class Unwrapped(NamedTuple):
    """A line without what wraps its words."""

    text: str
    #: The offset in the typed line of each character.
    offsets: Sequence[int]
    #: Whether a stamp was before it.
    stamped: bool


def unwrap(typed: str) -> Unwrapped | None:
    """Return a line without marks and without a stamp; None if it has neither."""
    stamp = _STAMP.match(typed)
    start = stamp.end() if stamp else 0
    marks = list(_MARK.finditer(typed, start)) if "<" in typed or "\\" in typed or "&nbsp;" in typed else []
    if not start and not marks:
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    for mark in (*marks, None):
        end = mark.start() if mark else len(typed)
        pieces.append(typed[start:end])
        offsets += range(start, end)
        if mark and (sign := _SIGNS.get(mark.group().lower())):
            pieces.append(sign)
            offsets.append(end)
        start = mark.end() if mark else end
    return Unwrapped("".join(pieces), offsets, bool(stamp))


def _balanced(typed: str, reached: int, start: int, end: int, stop: int) -> tuple[int, int]:
    """Return the bounds of content with the marks around it that open or close in it: ``<s>Old</s> new``.

    These are from where the text before it was ``reached`` up to the text after it, at ``stop``.
    """
    depths: Counter[str] = Counter()
    for mark in _MARK_NAME.finditer(typed, start, end):
        depths[mark["name"].lower()] += -1 if mark["close"] else 1
    first = next((mark for mark in _MARK_NAME.finditer(typed, reached, start) if depths[mark["name"].lower()] < 0), None)
    last = [mark for mark in _MARK_NAME.finditer(typed, end, stop) if mark["close"] and depths[mark["name"].lower()] > 0]
    return first.start() if first else start, last[0].end() if last else end


def retyped(parts: Sequence[str | None], content: Sequence[bool], line: Unwrapped, typed: str) -> tuple[Any, ...]:
    """Return the parts of an unwrapped line as they were typed; ``content`` says which of them are content.

    What wraps the words becomes part of the trivia before and after them: of what is written there, since ``close`` is not
    written without a tag.
    """
    pieces: list[str | None] = []
    position = reached = 0
    trivia = 0  # the piece that takes what is before the next content
    for number, (part, is_content) in enumerate(zip(parts, content, strict=True)):
        length = len(part or "")
        if is_content and length:
            start, end = line.offsets[position], line.offsets[position + length - 1] + 1
            after = position + length
            stop = line.offsets[after] if after < len(line.offsets) else len(typed)
            start, end = _balanced(typed, reached, start, end, stop)
            if number:
                pieces[trivia] = (pieces[trivia] or "") + typed[reached:start]
            pieces.append(typed[start:end])
            reached, trivia = end, number + 1
        else:
            end = line.offsets[position + length - 1] + 1 if length else reached
            pieces.append(typed[reached:end] if length else part)
            reached = max(reached, end)
            trivia = number if length else trivia
        position += length
    pieces[-1] = (pieces[-1] or "") + typed[reached:]
    return tuple(pieces)
