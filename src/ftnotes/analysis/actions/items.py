"""Next actions, and actions under construction."""

from __future__ import annotations

import datetime

from attrs import define, evolve, field, frozen

from ...text.source import LINE_END, MARGIN, WHITESPACE, Span
from ..dates.mention import DateMention
from .markup import without_tags


@frozen
class NextAction:
    """A task to be done, with its date and its owner."""

    #: The task as typed, without its date and owner, its lines joined by a space.
    what: str
    what_span: Span
    #: When; None if no date is given.
    date: DateMention | None
    #: By whom, as typed; None if nobody is named.
    owner: str | None
    owner_span: Span | None
    #: All of it: label, task, date and owner.
    span: Span
    #: Whether the text says that it is done.
    done: bool = False
    #: Whether it is an event, such as the next call, that needs no owner.
    event: bool = False
    #: Whether only a sentence says it: no label, list or table shows that it is an action.
    in_prose: bool = False

    def written_on(self, day: datetime.date | None) -> NextAction:
        """Return the action with the year of its date, for a text written on ``day``; see `DateMention.written_on`.

        What is not done is due.
        """
        return evolve(self, date=self.date.written_on(day, due=not self.done)) if self.date and day else self


@define(eq=False, repr=False)
class ActionDraft:
    """An action under construction: lines below can still add to it."""

    #: The parts of the text that say what is to be done.
    what: list[Span]
    date: DateMention | None = None
    owner: Span | None = None
    done: bool = False
    event: bool = False
    in_prose: bool = False
    #: Whether the owner is a role, for which a line below can name somebody.
    by_role: bool = False
    #: Labels and other parts that belong to it.
    parts: list[Span] = field(factory=list)

    def action(self, text: str) -> NextAction:
        """Return the action with all that was found."""
        parts = [*self.what, *self.parts, *([self.owner] if self.owner else ()), *([self.date.span] if self.date else ())]
        whole = Span(min([part.start for part in parts]), max([part.end for part in parts]))
        typed = whole.text(text)
        if typed.count("(") > typed.count(")") and text[whole.end : whole.end + 1] == ")":
            whole = Span(whole.start, whole.end + 1)
        owner = _on_one_line(text, self.owner) if self.owner else None
        what = " ".join(_on_one_line(text, part) for part in self.what)
        what_span = Span(self.what[0].start, self.what[-1].end)
        return NextAction(what, what_span, self.date, owner, self.owner, whole, self.done, self.event, self.in_prose)


def _on_one_line(text: str, span: Span) -> str:
    typed = without_tags(text, span)
    if "\n" not in typed and "\r" not in typed:
        return typed
    first, *below = LINE_END.split(typed)
    return " ".join([first.rstrip(WHITESPACE), *(line.strip(MARGIN) for line in below)])
