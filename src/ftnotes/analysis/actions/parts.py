"""Stretches of an entry, cut where a date, a time of day, a bracket or a comma divides it."""

from __future__ import annotations

from typing import Final

from ...text.source import Span
from .lexicon import CAPITAL, role
from .roles import DASHES, DONE, FILLER, GLUE, VERB
from .text import BEFORE_DATE, ActionText

_SAID: Final = role("pronouns", "writer", "copulas", "was")
_AT, _REMARK = role("at"), BEFORE_DATE | GLUE | role("company", "origins")
#: Signs between what says that a task is done and a remark.
_AFTER_DONE: Final = frozenset(",;:-–—.(#，；：（")
#: Brackets and quotation marks.
_PAIRS: Final = ("()", "[]", "（）", "【】", "“”", "「」")
_PAIRED: Final = frozenset('"').union(*_PAIRS)
#: The most words and signs of an address.
_LONGEST_ADDRESS: Final = 60
_IN_ADDRESS: Final = frozenset("/@")
#: Signs between the number of an issue and a task.
_AFTER_REFERENCE: Final = frozenset(":-–—")
#: The most characters of an address before a word in it.
_LONGEST_BEFORE: Final = 300
#: Units after the hours of a time; the same in all languages that have them.
_UNITS: Final = frozenset(("am", "pm", "uhr", "h", "hrs", "hs", "a", "p", "点", "時"))


def parts_without(text: ActionText, start: int, end: int, place: int, after: int) -> list[Span]:
    """Return the parts of a stretch before and after a date in it, without the words that belong to the date."""
    begin = text.before_date(place, start)
    if begin > start and text.tokens[begin - 1] in "([（【":
        return [text.span(start, end)]
    before = text.trimmed(start, begin)
    after = time_after(text, text.after_date(after, end), end)
    behind = text.trimmed(after, end)
    said = text.skip(behind[0] + text.has(behind[0], FILLER), end)
    if behind[0] < behind[1] and text.tokens[text.skip(after, end)] == "," and text.has(said, _SAID):
        behind = end, end  # "comes back in May, he wants an overview", "send it by May, then we call"
    if behind[0] < behind[1] and text.tokens[behind[0]] in ")]）】":
        return [text.span(start, end)]
    return [text.span(*part) for part in (before, behind) if part[0] < part[1]] or [text.span(start, end)]


def time_after(text: ActionText, place: int, stop: int) -> int:
    """Return the place after a time of day, or the same if there is none."""
    start = text.skip(place, stop)
    if start < stop and text.tokens[start] in ",，":
        start = text.skip(start + 1, stop)
    at = start + 1 if text.tokens[start : start + 1] == ["@"] else text.phrase(start, _AT, stop)
    start = text.skip(at, stop) if at else start
    if start >= stop or not text.tokens[start].isdigit() or len(text.tokens[start]) > 2 or start in text.dated:
        return place
    end = start + 1
    clock = end + 1 < stop and text.tokens[end] in ":.h：" and text.tokens[end + 1].isdigit()
    end += 2 * clock
    unit = text.skip(end, stop)
    if unit < stop and text.words[unit].folded in _UNITS:
        end, clock = unit + 1, True
        zone = text.skip(end, stop)
    else:
        zone = unit
    if not clock and not at:
        return place
    if zone < stop and text.tokens[zone].isupper() and 2 <= len(text.tokens[zone]) <= 4 and text.tokens[zone][-1] in "TZ":
        end = zone + 1
    return end


def balanced(text: ActionText, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without a bracket or quotation mark at its ends whose other half is outside."""
    if _PAIRED.isdisjoint(text.tokens[start:end]):
        return text.trimmed(start, end)
    for opening, closing in _PAIRS:
        tokens = text.tokens[start:end]
        if tokens and tokens.count(opening) > tokens.count(closing):
            if tokens[0] == opening:
                start += 1
            elif tokens[-1] == opening:
                end -= 1
        elif tokens and tokens.count(closing) > tokens.count(opening):
            if tokens[-1] == closing:
                end -= 1
            elif tokens[0] == closing:
                start += 1
    tokens = text.tokens[start:end]
    if tokens.count('"') == 1 and '"' in (tokens[0], tokens[-1]):
        start, end = (start + 1, end) if tokens[0] == '"' else (start, end - 1)
    return text.trimmed(start, end)


def is_done(text: ActionText, start: int, end: int) -> bool:
    """Return whether a stretch says that a task is done, perhaps with a remark: "Done, thanks to Ana", "Done by mail"."""
    after = text.phrase(start, DONE, end)
    place = text.skip(after or end, end)
    if place >= end or text.tokens[place] in _AFTER_DONE or place in text.from_place:
        return after > 0
    return text.has(start, CAPITAL) and not text.has(start, VERB) and text.has(place, _REMARK) and not text.has_date(place, end)


def after_link(text: ActionText, close: int, end: int) -> int:
    """Return the place after a bracket that closes at a place, with the address in brackets behind it: "[Ana](https://…)"."""
    if text.tokens[close + 1 : close + 2] != ["("] or text.tokens[close] != "]":
        return close + 1
    place = next((place for place in range(close + 2, min(end, close + _LONGEST_ADDRESS)) if text.tokens[place] == ")"), close)
    return place + 1 if not _IN_ADDRESS.isdisjoint(text.tokens[close:place]) else close + 1


def in_address(text: ActionText, place: int) -> bool:
    """Return whether a word is a part of an address: "https://example.com?owner=ana"."""
    typed = text.text[max(0, text.offsets[place] - _LONGEST_BEFORE) : text.offsets[place]]
    return "://" in typed and not typed[-1].isspace() and "://" in typed.split()[-1]


def after_reference(text: ActionText, start: int, end: int) -> int:
    """Return the start of a task behind the number of an issue: "#12: send it", "[#12](https://…) send it"."""
    place = text.skip(start, end)
    linked = place < end and text.tokens[place] == "["
    number = place + linked
    if text.tokens[number : number + 1] != ["#"] or not text.tokens[number + 1 : number + 2] or number + 2 >= end:
        return start
    if not text.tokens[number + 1].isdigit():
        return start
    if linked:
        return after_link(text, number + 2, end) if text.tokens[number + 2] == "]" else start
    after = text.skip(number + 2, end)
    return after + 1 if after < end and text.tokens[after] in _AFTER_REFERENCE else start


def before_reference(text: ActionText, start: int, end: int) -> int:
    """Return the end of a task without the number of an issue behind it: "send the plan (Ana) #12"."""
    numbered = end - start > 2 and text.tokens[end - 1].isdigit() and text.tokens[end - 2] == "#"
    return text.trimmed(start, end - 2)[1] if numbered else end


def parts_of(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a stretch between commas, dashes, slashes and the like, which a date can contain."""
    parts, begin = [], start
    for place in range(start, end):
        token = text.tokens[place]
        dash = token in DASHES and text.is_spacing(place - 1) and text.is_spacing(min(place + 1, end - 1))
        if place not in text.dated and (token in ",;|、，；" or dash or (token == "/" and _dated(text, begin, place, end))):
            parts.append((begin, place))
            begin = place + 1
    return [*parts, (begin, end)]


def _dated(text: ActionText, start: int, place: int, end: int) -> bool:
    """Return whether a day is right before or after a place."""
    return text.has_date(start, place) or text.date_after(place + 1, end) is not None


def is_listed(text: ActionText, start: int, place: int) -> bool:
    """Return whether a name after a comma is rather the last of a list of names: "invite Ana, Ben"."""
    begin = text.trimmed(start, place)[1]
    return begin - 1 > start and text.has(begin - 1, CAPITAL) and begin - 1 not in text.dated
