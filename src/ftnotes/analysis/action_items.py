"""Next actions as they are found: the lines that may hold one, and what is known of it until all of it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import define, frozen

from ..text.source import BLANKS, LINE_END, MARGIN, Span
from .action_lexicon import ActionLexicon
from .date_mention import DateMention


@frozen
class NextAction:
    """Something that is to be done."""

    #: As typed, its lines joined by a blank.
    what: str
    what_span: Span
    #: When; None where no day is said.
    date: DateMention | None
    #: By whom, as typed; None where nobody is named.
    owner: str | None
    owner_span: Span | None
    #: All of it: label, task, date and owner.
    span: Span


class Passage(NamedTuple):
    """A stretch of a text in which actions may stand. Labels belong together within passages of the same ``part``."""

    start: int
    end: int
    part: int


#: The start of a line: margin, bullet, check box; marks of a heading.
_OPENING: Final = re.compile(
    rf"[{MARGIN}]*+"
    rf"(?P<bullet>(?:[-+•◦▪·–]|(?<=[{BLANKS}])o|\*(?!\*)|[0-9]{{1,2}}[.)])[{BLANKS}]++"
    rf"(?:\[(?P<done>[xX])?[ ]?\][{BLANKS}]*+)?+)?+"
    rf"(?:#{{1,6}}[{BLANKS}]++)?+"
)


class ActionLine(NamedTuple):
    """A line with those that it runs on in; without its bullet."""

    start: int
    end: int
    bulleted: bool
    #: Whether its box is checked.
    done: bool
    part: int


@define
class ActionDraft:
    """An action of which not all may be found yet."""

    start: int
    end: int
    what: Span
    date: DateMention | None = None
    owner: Span | None = None

    def cover(self, start: int, end: int) -> None:
        """Take in a stretch that belongs to it."""
        self.start, self.end = min(self.start, start), max(self.end, end)

    def action(self, text: str) -> NextAction:
        """The action, as far as it is known."""
        ends = [span for span in (self.what, self.owner, self.date and self.date.span) if span]
        whole = Span(min(self.start, *(span.start for span in ends)), max(self.end, *(span.end for span in ends)))
        opened = text[whole.start : whole.end].count("(") > text[whole.start : whole.end].count(")")
        if opened and text[whole.end : whole.end + 1] == ")":
            whole = Span(whole.start, whole.end + 1)
        owner = _said(text, self.owner) if self.owner else None
        return NextAction(_said(text, self.what), self.what, self.date, owner, self.owner, whole)


def _said(text: str, span: Span) -> str:
    """What stands there, its lines joined by a blank."""
    first, *below = LINE_END.split(span.text(text))
    return " ".join([first.rstrip(BLANKS), *(line.strip(MARGIN) for line in below)]) if below else first


def action_lines(text: str, passages: Iterable[Passage], words: ActionLexicon) -> Iterator[ActionLine]:
    """The lines of passages, each with those that it runs on in: that have no bullet and label, nor a blank line above."""
    for start, stop, part in passages:
        item: ActionLine | None = None
        while start < stop:
            match = LINE_END.search(text, start, stop)
            end, following = match.span() if match else (stop, stop)
            opening = _OPENING.match(text, start, end)
            assert opening is not None  # it may be empty
            content, bulleted = opening.end(), opening["bullet"] is not None
            start = following
            if content == end:
                if item:
                    yield item
                item = None
                continue
            place = content
            while place < min(end, content + 4) and text[place] in "*_":
                place += 1
            if item and (bulleted or words.label.match(text, place, end) or words.opening.match(text, place, end)):
                yield item
                item = None
            item = item._replace(end=end) if item else ActionLine(content, end, bulleted, opening["done"] is not None, part)
        if item:
            yield item
