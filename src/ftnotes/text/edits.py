"""Edits of a text: applying them, mapping offsets back through them, and removing a span without leftovers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final

from attrs import frozen

from .source import LINE_END, WHITESPACE, Span


@frozen
class Edit:
    """Replace the text of ``span`` by ``text``; an empty text removes it."""

    span: Span
    text: str


#: Where an edit is, to sort edits by.
PLACE: Final = attrgetter("span.start", "span.end")


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` after ``edits``, in any order; they must not overlap."""
    fragments: list[str] = []
    position = 0
    for edit in sorted(edits, key=PLACE):
        fragments += text[position : edit.span.start], edit.text
        position = edit.span.end
    return "".join((*fragments, text[position:]))


def combine_edits(first: tuple[Edit, ...], second: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return the edits that do what ``first`` and then ``second`` do, where ``second`` edits the result of ``first``."""
    combined: list[Edit] = []
    number = shift = 0  # the next of the first, and how much longer the text before it has become
    reach = 0  # the end of the last combined edit in the text between
    for later in second:
        while number < len(first) and first[number].span.start + shift + len(first[number].text) <= later.span.start:
            combined.append(first[number])
            shift += len(first[number].text) - len(first[number].span)
            number += 1
        start, text, end = later.span.start - shift, later.text, later.span.end
        if later.span.start < reach:
            previous = combined.pop()
            start, text = previous.span.start, previous.text[: later.span.start - reach] + text
            if end < reach:
                text, end = text + previous.text[end - reach :], reach
        while number < len(first) and first[number].span.start + shift < end:
            earlier = first[number]
            place = earlier.span.start + shift
            if place < later.span.start:
                start, text = earlier.span.start, earlier.text[: later.span.start - place] + text
            if place + len(earlier.text) > end:
                text, end = text + earlier.text[end - place :], place + len(earlier.text)
            shift += len(earlier.text) - len(earlier.span)
            number += 1
        combined.append(Edit(Span(start, end - shift), text))
        reach = end
    return (*combined, *first[number:])


@frozen(eq=False, repr=False)
class SourceMap:
    """A map from offsets in an edited text back to the text before the edits."""

    #: The edited spans, in the text before and in the text after.
    before: tuple[Span, ...]
    after: tuple[Span, ...]

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> SourceMap:
        """Return the map of some edits, in any order; they must not overlap."""
        before, after, shift = [], [], 0
        for edit in sorted(edits, key=PLACE):
            start = edit.span.start + shift
            before.append(edit.span)
            after.append(Span(start, start + len(edit.text)))
            shift += len(edit.text) - len(edit.span)
        return cls(tuple(before), tuple(after))

    def origin(self, offset: int) -> int:
        """Return where an offset was before the edits; for inserted text, where it was inserted."""
        number = bisect_right(self.after, offset, key=attrgetter("start")) - 1
        if number < 0:
            return offset
        before, after = self.before[number], self.after[number]
        return before.start if offset < after.end else before.end + offset - after.end

    def origin_span(self, span: Span) -> Span:
        """Return where a span was before the edits."""
        return Span(self.origin(span.start), self.origin(span.end))


#: What ends a line, or the text.
_LINE_ENDS: Final = ("\n", "\r", "")
#: Pairs that only enclose a word.
_PAIRS: Final = {"()", "[]", "（）", "**", "__", "``", '""'}
#: Brackets around a list, and what separates its items.
_OPENING: Final = ("(", "[", "（", *_LINE_ENDS)
_CLOSING: Final = (")", "]", "）", *_LINE_ENDS)
_SEPARATORS: Final = (",", ";", "，", "；", "、")
#: Characters without meaning of their own: margin, bullet, brackets, bold, the end of a sentence.
_SILENT: Final = frozenset(WHITESPACE + ">-+*_•()[]（）`\"'.,;:")


def removal(text: str, span: Span) -> Edit:
    """Return the edit that removes a span without leftovers.

    Brackets or bold around it go too, and the whitespace before it (after it, if it opens its line); its whole line goes if it
    has no other content.
    """
    start, end = span.start, span.end
    while text[start - 1 : start] + text[end : end + 1] in _PAIRS:
        start, end = start - 1, end + 1
    silent_from = _walk(text, start, -1, _SILENT.__contains__)
    silent_to = _walk(text, end, 1, _SILENT.__contains__)
    if text[silent_from - 1 : silent_from] in _LINE_ENDS and text[silent_to : silent_to + 1] in _LINE_ENDS:
        line_end = LINE_END.match(text, silent_to)
        return Edit(Span(silent_from, line_end.end() if line_end else silent_to), "")
    before, after = _walk(text, start, -1, WHITESPACE.__contains__), _walk(text, end, 1, WHITESPACE.__contains__)
    preceding, following = text[before - 1 : before], text[after : after + 1]
    if preceding in _OPENING:
        if following in _SEPARATORS:
            after = _walk(text, after + 1, 1, WHITESPACE.__contains__)
        return Edit(Span(start if preceding in _LINE_ENDS else before, after), "")
    if preceding in _SEPARATORS and (following in _SEPARATORS or following in _CLOSING):
        before -= 1  # the separator goes with the last item
        end = after if following in _SEPARATORS or following not in _LINE_ENDS else end
    return Edit(Span(before, end), "")


def _walk(text: str, offset: int, step: int, over: Callable[[str], bool]) -> int:
    """Return the offset reached by stepping over all characters that satisfy ``over``."""
    ahead = min(step, 0)
    while 0 <= offset + ahead < len(text) and over(text[offset + ahead]):
        offset += step
    return offset
