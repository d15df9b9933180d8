"""Expressions for many words."""

from __future__ import annotations

import re

import pytest

from ftnotes.analysis.word_patterns import cases, spellings, trie


def test_a_word_has_several_spellings() -> None:
    """Accents are typed as one character, as two, or left out; umlauts also as two letters."""
    assert list(spellings("März")) == ["märz", "ma\u0308rz", "marz", "maerz"]
    assert list(spellings("May")) == ["may"]


def test_a_word_has_three_cases() -> None:
    """It is in small letters, with a capital, or in capitals; each form comes once."""
    assert cases(["may", "to do"]) == ["may", "May", "MAY", "to do", "To do", "TO DO"]
    assert cases(["五月"]) == ["五月"]


@pytest.mark.parametrize("words", [["may", "march", "mar", "june"], ["a", "ab", "abc"], ["a.b", "a*b", "a("], [""], []])
def test_a_trie_matches_its_words_alone(words: list[str]) -> None:
    """The longest word counts, and special characters are characters."""
    pattern = re.compile(trie(words))
    for word in filter(None, words):
        assert pattern.fullmatch(word)
    longest = max(words, key=len, default="")
    if longest:
        match = pattern.match(longest + "!")
        assert match is not None
        assert match.group() == longest
    assert not pattern.fullmatch("ma")
