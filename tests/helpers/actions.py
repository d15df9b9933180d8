"""Texts cut into words, and next actions in short, for tests of their readers."""

from __future__ import annotations

import ftnotes
from ftnotes import Playbook, find_dates
from ftnotes.analysis.actions.items import NextAction
from ftnotes.analysis.actions.text import ActionText

#: What, when, by whom.
Found = tuple[str, str | None, str | None]


def words_of(text: str) -> ActionText:
    """Return a text in words with its dates."""
    return ActionText.of(text, find_dates(text), Playbook.load())


def as_tuples(actions: tuple[NextAction, ...]) -> list[Found]:
    """Return the task, date and owner of each action."""
    return [(action.what, action.date.text if action.date else None, action.owner) for action in actions]


def found(text: str) -> list[Found]:
    """Return the next actions of a text, after a check that each span covers what it names."""
    actions = ftnotes.find_next_actions(text)
    for action in actions:
        typed = action.what_span.text(text)
        assert all(word in typed for word in action.what.split())
        assert action.what_span in action.span
        assert (action.owner is None) == (action.owner_span is None)
        if action.owner_span:
            assert action.owner_span.text(text) == action.owner
            assert action.owner_span in action.span
        if action.date:
            assert action.date.span.text(text) == action.date.text
            assert action.date.span in action.span
    return as_tuples(actions)
