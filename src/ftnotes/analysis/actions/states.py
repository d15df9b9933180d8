"""What is said of the state of a task behind it or below it: "Status: closed", "(Done - Ana called them)".

state:      ["("] [label ":"] done [remark]
"""

from __future__ import annotations

from typing import Final

from .brackets import BRACKETS, bracketed
from .labels import label_at
from .lexicon import BOXES, CAPITAL, UPPER
from .lines import ActionLine
from .parts import is_done
from .roles import COLONS, COPULA, DASHES, DONE, JOINER, NEVER, STATUS, TO, UNFINISHED, VERB, Setting
from .slots import Slots
from .text import EDGES, ActionText

_CHECKED: Final = frozenset("✓✔☑✅")
#: The roles of words and signs that can say it.
STATED: Final = DONE | UNFINISHED | BOXES
#: The signs at the end of what a state is stated of.
_CLOSING: Final = frozenset(')]）】”"')


def says_done(text: ActionText, start: int, end: int) -> bool:
    """Return whether a stretch says that the task before it is done, perhaps after a label, and in brackets."""
    start, end = text.trimmed(start, end)
    end -= 0 < bracketed(text, start, end) == end - 1
    start = text.skip(start + (start < end and text.tokens[start] in BRACKETS), end)
    return is_done(text, start, end) or labelled_done(text, start, end)


def labelled_done(text: ActionText, start: int, end: int) -> bool:
    """Return whether a label at a place has a state after its colon that says that a task is done: "Status: closed"."""
    colon = text.skip(text.phrase(start, STATUS, end) or end, end)
    return colon < end and text.tokens[colon] in COLONS and is_done(text, text.skip(colon + 1, end), end)


def defines(text: ActionText, line: ActionLine, below: ActionLine) -> bool:
    """Return whether a line starts with a colon, and the one above is the label that it defines: "AI#3", ": send it"."""
    first = text.skip(below.start, below.end)
    if below.apart or first >= below.end or text.tokens[first] not in COLONS:
        return False
    label = label_at(text, text.skip(line.start, line.end), line.end, first=True, bare=True)
    return label is not None and text.skip(label.end, line.end) >= line.end


def done_trail(slots: Slots) -> bool:
    """Take what says behind a task that it is done, or not yet."""
    text = slots.text
    if text.tokens[slots.end - 1] in _CHECKED:
        slots.done, slots.end = True, slots.end - 1
        return True
    for place in text.places(DONE | UNFINISHED, max(slots.start + 1, slots.end - 8), slots.end):
        done = text.phrase(place, DONE, slots.end) == slots.end
        if not done and text.phrase(place, UNFINISHED, slots.end) != slots.end:
            continue
        before = text.trimmed(slots.start, place, EDGES | {"."})[1]
        apart = any(text.tokens[gap] in EDGES or text.tokens[gap] in ".~" for gap in range(before, place))
        joined = before > slots.start and text.phrase(before - 1, JOINER, before)
        stated = before > slots.start and _is_stated(text, before - 1)
        apart = apart or stated or (text.is_ideographic(place) and place > before)
        if (joined and done) or apart or _stands_out(slots, place, before):
            slots.done, slots.end = slots.done or done, before - 1 if joined or stated else before
            return True
    for place in text.places(DONE, slots.start + 1, slots.end) if slots.setting is not Setting.PLAIN else ():
        before = text.trimmed(slots.start, place)[1]
        dash = before > slots.start and not DASHES.isdisjoint(text.tokens[before:place]) and text.is_spacing(place - 1)
        long = before == place and text.tokens[place - 1] in BRACKETS and text.tokens[slots.end - 1] in _CLOSING
        if (dash or long) and text.has(place, CAPITAL) and is_done(text, place, slots.end):
            slots.done, slots.end = True, before - long  # "send it - DONE - by mail", "send it (Done, …)"
            return True
    return False


def _is_stated(text: ActionText, place: int) -> bool:
    """Return whether a state is stated of a task in quotes, or with a bracket at its end: "“Send it” [Ana] is done"."""
    last = place - 1
    while text.is_spacing(last):
        last -= 1
    return text.has(place, COPULA) and text.tokens[last] in _CLOSING


def _stands_out(slots: Slots, place: int, before: int) -> bool:
    """Return whether a state behind a task has a capital, and the task's last word has none: "Ana to send it Done"."""
    text, kinds = slots.text, CAPITAL | UPPER
    above = text.roles[before - 1] & kinds if before > slots.start else kinds
    stated = text.has(max(before - 1, 0), COPULA | TO | NEVER | VERB)  # "to be Completed", "all is Done", "get Done"
    return slots.setting is not Setting.PLAIN and text.roles[place] & kinds > above and not stated
