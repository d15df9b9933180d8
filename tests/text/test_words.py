"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.words import FIRST_WORD, can_start, fold, fold_all, phrases_at, word_ends


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On Hold", "ON-HOLD."),
        ("INTERACCIÓN", "interaccion"),
        ("INTERACCIO\u0301N", "Interacción"),
        ("Ｍ３６５", "m365"),
        ("Größe", "GRÖSSE"),
        ("a b", "a\u00a0\u3000b"),
        ("Classroom / School Data Sync (SDS)", "classroom/school data sync sds"),
    ],
)
def test_case_spacing_punctuation_accents_and_width_do_not_count(one: str, other: str) -> None:
    """Wordings that differ in nothing else fold to the same."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Win 10", "Win 11"), ("保留", "保留中"), ("カ", "ガガ")])
def test_letters_and_digits_count(one: str, other: str) -> None:
    """Wordings that differ in them do not fold to the same."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    """A folded text has only what is compared: folding it again changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text().map(lambda text: text.replace("\n", " "))))
def test_many_texts_fold_as_each_of_them(texts: list[str]) -> None:
    """In one pass, an empty one too."""
    assert fold_all(texts) == [fold(text) for text in texts]


def test_the_longest_run_of_words_comes_first() -> None:
    """A single word ends once; several can be one more, since people separate words that belong together."""
    assert list(word_ends("Exchange Online (EXO) next", 1)) == [8]
    assert list(word_ends("Share Point Online (SPO) next", 3)) == [24, 18, 11, 5]


@given(
    st.sampled_from(["", "-", "(", "℡ "]),
    st.lists(st.sampled_from(["Share", "point", "ONLINE", "(SPO)", "on", "line", "℡", "é", "_", "x"]), max_size=6),
    st.lists(
        st.sampled_from(["share", "sharepoint", "sharepointonline", "online", "on", "shareon", "telx", "e", "x"]), unique=True
    ),
)
def test_the_phrases_are_found_with_which_a_text_begins(before: str, words: list[str], phrases: list[str]) -> None:
    """As if the beginning of the text was folded at each end of a word; nothing is found where it doesn't begin with a word."""
    text = before + " ".join(words)
    ends = [end for end in word_ends(text, len(words) + 1) if fold(text[:end]) in phrases]
    found = phrases_at(text, sorted(phrases))
    assert found == (ends if text[:1].isalnum() else [])
    first = FIRST_WORD.match(text)
    assert not found or (first and can_start(first.group(), sorted(phrases)))


@pytest.mark.parametrize(("word", "starts"), [("Exec", True), ("Executive", True), ("note", False), ("zu", False), ("ª", True)])
def test_the_first_word_shows_that_no_phrase_begins(word: str, starts: bool) -> None:
    """It can be the start of a word, since words that are typed together are phrases, too."""
    assert can_start(word, ["a", "execsummary", "executivesummary"]) is starts


@pytest.mark.parametrize(
    ("text", "word"), [("café au lait", "café"), ("cafe\u0301 au", "cafe\u0301"), ("M365の展開", "M365の展開")]
)
def test_the_first_word_keeps_its_accents(text: str, word: str) -> None:
    """An accent that is a character of its own belongs to the word."""
    match = FIRST_WORD.match(text)
    assert match is not None
    assert match.group() == word
