"""Texts cut into words, for tests of the readers of next actions."""

from __future__ import annotations

from ftnotes import Playbook, find_dates
from ftnotes.analysis.action_text import ActionText


def words_of(text: str) -> ActionText:
    """Return a text in words with its dates."""
    return ActionText.of(text, find_dates(text), Playbook.load())
