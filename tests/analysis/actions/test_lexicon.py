"""The roles of words."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.analysis.actions.lexicon import CAPITAL, IDEOGRAPHIC, UPPER, phrase_words, remembered_words, role


@pytest.mark.parametrize(
    ("word", "roles"),
    [
        ("IT", role("actors") | UPPER),
        ("kunde", role("parties")),
        ("Reunion", role("events") | CAPITAL),
        ("naechster", role("next")),
        ("担", IDEOGRAPHIC),
        ("sends", role("does")),
        ("applies", role("does")),
        ("arranging", role("doing")),
        ("Reviewed", role("past_endings")),
        ("Planning", role("not_name_endings")),
    ],
)
def test_a_word_has_its_roles(word: str, roles: int) -> None:
    """In any language, with and without accents, and as a form of a verb."""
    assert remembered_words(Playbook.load())[word].roles & roles == roles


def test_words_in_capitals_are_words_only_so() -> None:
    """IT is somebody, it is not."""
    assert not remembered_words(Playbook.load())["it"].roles & role("actors")


@pytest.mark.parametrize(("word", "opens"), [("follows", True), ("Is", True), ("account", True), ("Ana", False), ("-", False)])
def test_a_word_opens_phrases(word: str, opens: bool) -> None:
    """Whether a phrase can follow can be seen from its first word, also in another form."""
    assert (remembered_words(Playbook.load())[word].endings is not None) is opens


def test_a_phrase_is_the_words_in_it() -> None:
    """Hyphens and apostrophes separate words; a character of a script without spaces is one."""
    assert phrase_words("Follow-up of N/A") == ("follow", "up", "of", "n", "/", "a")
    assert phrase_words("what's next") == ("what", "s", "next")
    assert phrase_words("次の手") == ("次", "の", "手")
