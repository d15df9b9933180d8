"""The next actions of a note as flat rows, for to-do lists."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache

import attrs
from attrs import frozen

from ..analysis.actions.items import NextAction
from ..analysis.actions.search import find_next_actions
from ..playbook.playbook import Playbook
from ..syntax.document import Document
from .records import Cell


@frozen
class ActionRecord:
    """A next action of a note."""

    #: Its number in the note, from 1.
    number: int
    what: str
    #: By whom, as typed; None if nobody is named.
    owner: str | None
    #: When, as typed; None if no date is given.
    date: str | None
    #: Its first and last day in ISO 8601; None without a date, or if it has two readings or no year.
    first: str | None
    last: str | None
    #: Whether the note says that it is done: 1 or 0.
    done: int
    #: Its place in the text, in code points.
    start: int
    end: int

    @staticmethod
    @cache
    def columns() -> tuple[str, ...]:
        """Return the names of the columns of `row`, in order: those of the attributes."""
        return tuple(attribute.name for attribute in attrs.fields(ActionRecord))

    def row(self) -> dict[str, Cell]:
        """Return the record as texts and numbers only."""
        return {name: getattr(self, name) for name in self.columns()}


def action_records(
    text_or_document: str | Document,
    *,
    date: datetime.date | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
) -> list[ActionRecord]:
    """Return the next actions of a note as flat records; see `find_next_actions` for the arguments and errors."""
    return records_of_actions(find_next_actions(text_or_document, date=date, playbook=playbook, edition=edition))


def records_of_actions(actions: Iterable[NextAction]) -> list[ActionRecord]:
    """Return the next actions of a note, which were found before, as flat records."""
    return [
        ActionRecord(
            number,
            action.what,
            action.owner,
            action.date.text if action.date else None,
            action.date.first.isoformat() if action.date and action.date.first else None,
            action.date.last.isoformat() if action.date and action.date.last else None,
            int(action.done),
            action.span.start,
            action.span.end,
        )
        for number, action in enumerate(actions, 1)
    ]
