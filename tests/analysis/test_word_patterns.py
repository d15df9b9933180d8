"""The ways to type a word."""

from __future__ import annotations

from ftnotes.analysis.word_patterns import cases, spellings


def test_a_word_has_several_spellings() -> None:
    """Accents are typed as one character, as two, or left out; umlauts also as two letters."""
    assert list(spellings("März")) == ["märz", "ma\u0308rz", "marz", "maerz"]
    assert list(spellings("May")) == ["may"]


def test_a_word_has_three_cases() -> None:
    """It is in small letters, with a capital, or in capitals; each form comes once."""
    assert cases(["may", "to do"]) == ["may", "May", "MAY", "to do", "To do", "TO DO"]
    assert cases(["五月"]) == ["五月"]
