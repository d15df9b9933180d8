"""Texts in words: phrases, sentences, and the words around dates."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.lexicon import role


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three", ["One", "Two", "Three"]),
        ("Met Dr. Okafor, St. Gallen, z. B. heute. Then", ["Met Dr. Okafor, St. Gallen, z. B. heute", "Then"]),
        ("J. Brandt calls. No. 5 is open. Is it? No. It is", ["J. Brandt calls", "No. 5 is open", "Is it", "No", "It is"]),
        ("bis 5.5.2020. Ende", ["bis 5.5.2020", "Ende"]),
        ("see v1.2 now", ["see v1.2 now"]),
        ("会議。次へ；終", ["会議", "次へ", "終"]),
        ("a?! b... c", ["a", "b", "c"]),
        (".", []),
        ("", []),
    ],
)
def test_sentences_end_at_full_stops_that_end_them(text: str, sentences: list[str]) -> None:
    """Not at those of abbreviations, initials and dates."""
    words = words_of(text)
    found = [words.span(*place).text(text).strip("(") for place in words.sentences(0, len(words.tokens))]
    assert found == sentences


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("send it by the 5 May 2020", "send it"),
        ("send it, due: 5 May 2020", "send it"),
        ("ask the AM on 5 May 2020", "ask the AM"),
        ("set the date: 5 May 2020", "set the date"),
        ("送付 期限:2020年5月5日", "送付"),
        ("by 5 May 2020", ""),
        ("send it by by by by by by by the 5 May 2020", "send it by by"),
        ("talk to her on 5 May 2020", "talk to her"),
        ("talk to him by the 5 May 2020", "talk to him"),
    ],
)
def test_the_words_before_a_date_belong_to_it(text: str, rest: str) -> None:
    """Prepositions and labels, but no name of a role, and no word of the task."""
    words = words_of(text)
    (place,) = words.date_places
    assert text[: words.offsets[words.before_date(place, 0)]].rstrip(" ,:") == rest


def test_a_date_at_a_place_is_found_past_small_words() -> None:
    """Within a stretch, and not beyond it."""
    words = words_of("by the 5 May 2020まで")
    dated = words.date_after(0, len(words.tokens))
    assert dated is not None
    assert (dated[0].text, words.after_date(dated[2], len(words.tokens))) == ("5 May 2020", len(words.tokens))
    assert words.date_after(0, 5) is None
    assert words.date_after(len(words.tokens), len(words.tokens)) is None
    assert not words.has(len(words.tokens), role("what"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("the call is planned for the 5 May 2020", "the call"),
        ("the call" + " planned" * 8 + " 5 May 2020", "the call" + " planned" * 3),
        ("the call 5 May 2020", "the call"),
    ],
)
def test_a_phrase_before_a_date_is_found_past_the_words_of_the_date(text: str, rest: str) -> None:
    """The stretch that is left ends before it, and only a few phrases in a row are read."""
    words = words_of(text)
    (place,) = words.date_places
    assert text[: words.offsets[words.phrase_before(place, 0, role("scheduled"))]] == rest


def test_a_date_that_goes_on_beyond_a_stretch_is_not_in_it() -> None:
    """All of its words are in the stretch of a date."""
    words = words_of("call 5 May 2020")
    assert [mention.text for mention, _, _ in words.dates_in(0, len(words.tokens))] == ["5 May 2020"]
    assert not list(words.dates_in(0, len(words.tokens) - 1))


def test_edges_of_a_stretch_are_spacing_and_punctuation() -> None:
    """A full stop that belongs to an abbreviation stays."""
    words = words_of(" - *send etc.* ")
    assert words.span(*words.trimmed(0, len(words.tokens))).text(words.text) == "send etc."
