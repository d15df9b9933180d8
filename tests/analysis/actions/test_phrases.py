"""Phrases of several words."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.lexicon import role


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("next steps are", "what", 3),
        ("Follow-up", "what", 3),
        ("account\nteam", "parties", 3),
        ("次のアクション", "what", 7),
        ("N/A", "nobody", 3),
        ("next stop", "what", 1),
        ("clean them up", "verbs", 5),
        ("cleans it up", "does", 5),
        ("clean them it up", "verbs", 0),
        ("next them steps", "what", 1),
        ("stop", "what", 0),
        ("account", "parties", 0),
    ],
)
def test_the_longest_phrase_is_found(text: str, kind: str, end: int) -> None:
    """Its words can have hyphens or a line end between them."""
    words = words_of(text)
    assert words.phrase(0, role(kind), len(words.tokens)) == end
