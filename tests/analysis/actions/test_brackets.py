"""Brackets, and where they are closed."""

from __future__ import annotations

from helpers.actions import words_of

from ftnotes.analysis.actions.brackets import bracketed


def test_a_bracket_is_closed_nearby_or_not_at_all() -> None:
    """It is looked for only a little further."""
    assert bracketed(words_of("(a)"), 0, 3) == 2
    assert bracketed(words_of("(a"), 0, 2) == 0
    assert bracketed(words_of("a"), 0, 1) == 0
    assert bracketed(words_of(f"({'a ' * 50})"), 0, 102) == 0
