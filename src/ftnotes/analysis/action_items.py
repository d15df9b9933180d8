"""Next actions, and the lines in which they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import define, frozen

from ..text.source import LINE_END, MARGIN, WHITESPACE, Span
from .action_lexicon import ActionLexicon
from .date_mention import DateMention


@frozen
class NextAction:
    """A task to be done, with its date and its owner."""

    #: The task as typed, its lines joined by a space.
    what: str
    what_span: Span
    #: When; None if no date is given.
    date: DateMention | None
    #: By whom, as typed; None if nobody is named.
    owner: str | None
    owner_span: Span | None
    #: All of it: label, task, date and owner.
    span: Span


class Passage(NamedTuple):
    """A stretch of a text that can contain actions; labels in passages of the same ``part`` belong together."""

    start: int
    end: int
    part: int


#: The start of a line: margin, bullet, check box, or the characters of a heading.
_OPENING: Final = re.compile(
    rf"[{MARGIN}]*+"
    rf"(?P<bullet>(?:[-+•◦▪·–]|(?<=[{WHITESPACE}])o|\*(?!\*)|[0-9]{{1,2}}[.)])[{WHITESPACE}]++"
    rf"(?:\[(?P<done>[xX])?[ ]?\][{WHITESPACE}]*+)?+)?+"
    rf"(?:#{{1,6}}[{WHITESPACE}]++)?+"
)


class ActionLine(NamedTuple):
    """A line and those that continue it, without its bullet."""

    start: int
    end: int
    bulleted: bool
    #: Whether its box is checked.
    done: bool
    part: int


@define(eq=False, repr=False)
class ActionDraft:
    """An action under construction: lines below can still add to it."""

    start: int
    end: int
    what: Span
    date: DateMention | None = None
    owner: Span | None = None

    def cover(self, start: int, end: int) -> None:
        """Extend the action to a stretch."""
        self.start, self.end = min(self.start, start), max(self.end, end)

    def action(self, text: str) -> NextAction:
        """Return the action with all that was found."""
        ends = [span for span in (self.what, self.owner, self.date and self.date.span) if span]
        whole = Span(min(self.start, *(span.start for span in ends)), max(self.end, *(span.end for span in ends)))
        opened = text[whole.start : whole.end].count("(") > text[whole.start : whole.end].count(")")
        if opened and text[whole.end : whole.end + 1] == ")":
            whole = Span(whole.start, whole.end + 1)
        owner = _on_one_line(text, self.owner) if self.owner else None
        return NextAction(_on_one_line(text, self.what), self.what, self.date, owner, self.owner, whole)


def _on_one_line(text: str, span: Span) -> str:
    first, *below = LINE_END.split(span.text(text))
    return " ".join([first.rstrip(WHITESPACE), *(line.strip(MARGIN) for line in below)]) if below else first


def action_lines(text: str, passages: Iterable[Passage], lexicon: ActionLexicon) -> Iterator[ActionLine]:
    """Yield the lines of passages, each joined with the lines below that have no bullet or label and no blank line above."""
    for start, stop, part in passages:
        line: ActionLine | None = None
        while start < stop:
            match = LINE_END.search(text, start, stop)
            end, following = match.span() if match else (stop, stop)
            opening = _OPENING.match(text, start, end)
            assert opening is not None  # the expression matches nothing, too
            content, bulleted = opening.end(), opening["bullet"] is not None
            start = following
            if content == end:
                if line:
                    yield line
                line = None
                continue
            place = content
            while place < min(end, content + 4) and text[place] in "*_":
                place += 1
            if line and (bulleted or lexicon.label.match(text, place, end) or lexicon.opening.match(text, place, end)):
                yield line
                line = None
            line = line._replace(end=end) if line else ActionLine(content, end, bulleted, opening["done"] is not None, part)
        if line:
            yield line
