"""The numbers of entries and labels: "2.1 Action: …", "Action item 1: …"."""

from __future__ import annotations

from typing import Final

from .lexicon import LABEL_SIGNS
from .pictures import is_picture
from .roles import COLONS, DASHES
from .text import ActionText

#: The most digits of the number of a label, and the signs between its parts.
_LONGEST_NUMBER: Final = 5
_INNER: Final = (["."], ["-"], ["/"], [":"])
#: Signs in and after the number or day of an entry.
_AFTER_NUMBER: Final = DASHES | COLONS | {"/"}
_YEARS: Final = ("19", "20")
#: The most words and signs of a handle.
_LONGEST_HANDLE: Final = 8


def after_number(text: ActionText, start: int, end: int) -> int:
    """Return the place after the number, day or picture of an entry: "2.1 Action: …", "5/8/2020 Action: …", "1 - Action"."""
    first = start
    while start < end:
        if start in text.from_place:
            start = text.from_place[start][1]
        elif (
            text.tokens[start] in ".)\\"
            or text.tokens[start].isdigit()
            or text.is_spacing(start)
            or is_picture(text.tokens[start])
            or (start > first and text.tokens[start] in _AFTER_NUMBER)
        ):
            start += 1
        else:
            break
    return start


def after_id(text: ActionText, start: int, end: int) -> int:
    """Return the place after the letter and number of an entry, "A1: …"; its start if it has none."""
    letter, number, colon = (*text.tokens[start : min(start + 3, end)], "", "", "")[:3]
    named = len(letter) == 1 and letter.isalpha() and number.isdecimal() and colon in COLONS
    return text.skip(start + 3, end) if named else start


def number_at(text: ActionText, place: int, stop: int) -> int:
    """Return the place after the number at a place, which is no day or year: "1", "#2", "-3.1", "2024-05-12.3"; or 0."""
    place += place < stop and text.tokens[place] in "#-"
    if place >= stop or not text.tokens[place].isdigit() or len(text.tokens[place]) > _LONGEST_NUMBER:
        return 0
    first = place
    while text.tokens[place + 1 : place + 2] in _INNER and text.tokens[min(place + 2, stop - 1)].isdigit():
        place += 2
    is_day = (first in text.dated and place in text.dated) or (place == first and text.tokens[place].startswith(_YEARS))
    return 0 if is_day else place + 1


def numbered(text: ActionText, place: int, stop: int) -> int:
    """Return the place after the number of a label, if it ends there: "Action item 1:", "AI #2 -", "Action 3.1:"; or 0.

    Or after its day and number: "Action 2024-05-12.3:".
    """
    end = number_at(text, place, stop)
    after = text.skip(end, stop)
    return end if end and (after >= stop or text.has(after, LABEL_SIGNS) or text.tokens[after] == "(") else 0


def after_speaker(text: ActionText, start: int, end: int) -> int:
    """Return the place after the time and the handle of a line of a chat, or its day: "14:05 <ana> …", "[5/12] …"."""
    place = text.skip(start, end)
    opened = place < end and text.tokens[place] == "["
    place = first = place + opened
    while place + 1 < end and text.tokens[place].isdigit() and text.tokens[place + 1] == ":":
        place += 2
    timed, place = place > first, after_number(text, place, end)
    closed = opened and text.tokens[place : place + 1] == ["]"]
    place = text.skip(place + closed, end)
    if text.tokens[place : place + 1] == ["<"]:
        closing = next((at for at in range(place, min(end, place + _LONGEST_HANDLE)) if text.tokens[at] == ">"), place - 1)
        return text.skip(closing + 1, end)
    return start if opened and (timed or not closed) else place
