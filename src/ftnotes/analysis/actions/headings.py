"""Headings of lists of actions that have other words before or after their label.

heading:    [word*] label [suffix] [(part | preposition) word* | who]
"""

from __future__ import annotations

from typing import Final

from .labels import DIVIDING, ORIGIN, SHORT, SUFFIX, WHAT, Label
from .lexicon import role
from .lines import ActionLine
from .people import is_who
from .roles import COLONS, DOING, GLUE, JOINER, TO, VERB
from .text import ActionText

_DEADLINE, _PREFIX = role("deadline"), role("prefixes")
#: The most words and spaces before the label of a heading, and signs between it and further parts.
_MOST_BEFORE: Final = 9
_PARTS: Final = frozenset("|(-–—&/+")
#: Words by which a heading states something else, such as tasks that are done.
_STATES: Final = role("done", "will", "must", "writer", "pronouns")
#: The most words and spaces in a line that ends with a colon.
_INTRODUCTION: Final = 24
#: The signs between such a line and what opens it.
_OPENED: Final = frozenset(",.!")


def label_within(text: ActionText, start: int, end: int) -> tuple[Label, bool] | None:
    """Return the label that a heading has among other words: "Old to-do list", "Tasks | Report", "Team actions for May".

    The second value tells whether it can also be a topic, so that each item must be a task: "Review action items".
    """
    for place in range(start, min(end, start + _MOST_BEFORE)):
        if text.tokens[place] in DIVIDING or (place > start and text.has(place, _STATES)):
            return None
        after = text.phrase(place, WHAT, end)
        if not after or text.phrase(place, SHORT, end) == after:
            continue
        before = text.trimmed(start, place, frozenset())[1] - 1
        if place > start and text.has(before, TO):
            return None  # "Ana to follow up on the plan"
        if place > start and text.has(start, _STATES):
            return None
        topic = text.phrase(start, VERB | DOING, place) > text.phrase(start, _PREFIX, place) or text.has(before, GLUE | ORIGIN)
        rest = text.skip(after, end)
        rest = text.skip(text.phrase(rest, SUFFIX, end) or rest, end)
        part = rest < end and (text.tokens[rest] in _PARTS or text.phrase(rest, GLUE | ORIGIN | _DEADLINE | JOINER, end))
        reviewed = text.phrase(rest, VERB, end) == end
        if rest >= end or part or reviewed or is_who(text, rest, end):
            return Label((WHAT,), place, end), reviewed or (place > start and topic)
    return None


def is_bold(text: ActionText, line: ActionLine) -> bool:
    """Return whether all of a line is bold."""
    tokens = text.tokens[line.start : line.end]
    return tokens[:2] == tokens[-2:] == ["*", "*"]


def colon_of(text: ActionText, line: ActionLine) -> int:
    """Return the place of the colon with which a line ends, or 0."""
    last = text.trimmed(line.start, line.end, frozenset())[1] - 1
    return last if line.start < last < line.start + _INTRODUCTION and text.tokens[last] in COLONS else 0


def after_opening(text: ActionText, line: ActionLine) -> int:
    """Return where a heading with a colon starts behind what opens its line: "Thanks all. As promised, actions:"; or 0."""
    if line.bulleted or line.heading:
        return 0
    last = text.trimmed(line.start, line.end, frozenset())[1] - 1
    if text.tokens[last] not in COLONS:
        return 0
    for place in range(last, max(line.start, last - _INTRODUCTION), -1):
        if text.tokens[place] in _OPENED:
            start = text.skip(place + 1, last)
            return start if label_within(text, start, last) and not text.has_date(line.start, place) else 0
    return 0
