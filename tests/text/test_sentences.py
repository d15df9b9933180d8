"""Sentences around a word."""

from __future__ import annotations

import pytest

from ftnotes.text.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two is here! Three", "Two", "Two is here!"),
        ("One. Two is here! Three", "Three", "Three"),
        ("One. Two", "One", "One."),
        ("See e.g. the cutover, i.e. Friday. Next", "cutover", "See e.g. the cutover, i.e. Friday."),
        ("Siehe z. B. Teams. Danach", "Teams", "Siehe z. B. Teams."),
        ("version 3.5 of it. Then", "of", "version 3.5 of it."),
        ("approx. five. Six", "five", "approx. five."),
        ("- one\n- two\r\n- three", "two", "- two"),
        ("一。二だ！三", "二", "二だ！"),
        ("Plan B. Then", "Then", "Plan B. Then"),
        ("a? b; c", "b", "b;"),
        ("He said (stop.) Then we went", "went", "Then we went"),
        ("www.example.com is down. Yes", "is", "www.example.com is down."),
    ],
)
def test_a_sentence_is_found_around_a_word(text: str, word: str, sentence: str) -> None:
    """It ends at the punctuation of any script and at the line's end, not inside abbreviations and numbers."""
    assert Sentences(text).at(text.index(word)).text(text) == sentence


def test_long_sentences_are_cut() -> None:
    """No more than 400 characters on either side are given."""
    assert len(Sentences("x" * 5000).at(2500)) == 800
    assert Sentences("").at(0).text("") == ""
    assert Sentences("so.   Be").at(4).text("so.   Be") == "  Be"


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("One. Two, three four, five. Six", "three", " three four"),
        ("One (two) three - four – five: six", "four", " four "),
        ("One (two) three", "three", " three"),
        ("at 10:30, all 1,400 of them, at once", "all", " all 1,400 of them"),
        ("well-known two-way", "known", "well-known two-way"),
        ("一、二三、四", "二", "二三"),
        ("One, two, three", "two, three", " two, three"),
        ("Up. Down it goes", "Up. Down", "Up. Down"),
    ],
)
def test_a_clause_is_found_around_words(text: str, words: str, clause: str) -> None:
    """It ends at commas, colons, brackets and dashes between spaces, unless these are among the words."""
    start = text.index(words)
    assert Sentences(text).clause(start, start + len(words)).text(text) == clause


def test_all_sentences_are_found() -> None:
    """Those with letters or digits, without whitespace around them; none is lost and none overlaps another."""
    text = "  One. ; Two e.g. three!\n\n - four \n...\n"
    assert [sentence.text(text) for sentence in Sentences(text).every()] == ["One.", "Two e.g. three!", "- four"]
    assert Sentences("").every() == []
