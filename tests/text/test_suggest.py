"""Suggestions for misspelled words."""

from __future__ import annotations

from itertools import product
from typing import cast

import pytest

from ftnotes.text.suggest import closest, did_you_mean, is_one_edit, one_of, unknown, within_edit_distance

KNOWN = ["select", "ignore", "FT404"]


@pytest.mark.parametrize(
    ("text", "known"), [("selct", "select"), ("SELCT", "select"), ("ft44", "FT404"), ("zzz", None), ("", None)]
)
def test_the_closest_text_is_found_regardless_of_case(text: str, known: str | None) -> None:
    """A text that is like none has no closest one; the suggestion quotes it as it is written."""
    assert closest(text, KNOWN) == known
    assert did_you_mean(text, KNOWN) == (f" (did you mean {known!r}?)" if known else "")


def test_a_higher_cutoff_asks_for_more_likeness() -> None:
    """Texts must be as alike as the cutoff says."""
    assert closest("seect", KNOWN, 0.9) == "select"
    assert closest("sct", KNOWN, 0.9) is None


def test_one_of_the_known_texts_is_returned() -> None:
    """Any other is refused, with the known ones and the closest of them."""
    assert one_of("key", "ignore", iter(KNOWN)) == "ignore"
    message = r"^key 'ignor' is unknown \(did you mean 'ignore'\?\); there are select, ignore, FT404$"
    with pytest.raises(ValueError, match=message):
        one_of("key", "ignor", iter(KNOWN))
    with pytest.raises(TypeError, match=r"^key takes a str, not int$"):
        one_of("key", cast(str, 3), KNOWN)
    assert str(unknown("tag", "x", ["A"], "it has")) == "tag 'x' is unknown; it has A"


def test_long_texts_are_cut_in_errors() -> None:
    """An error quotes no more than 80 characters."""
    assert len(str(unknown("key", "x" * 10_000, KNOWN))) < 150


def test_the_edit_distance_counts_letters_and_swaps() -> None:
    """The limit is met exactly: insertions, deletions, replacements and swaps of neighbours count one each."""
    for text, other, distance in (
        ("teams", "teams", 0), ("temas", "teams", 1), ("team", "teams", 1), ("tearns", "teams", 2), ("", "ab", 2),
        ("ab", "ba", 1), ("ca", "abc", 3),
    ):  # fmt: skip
        for limit in range(5):
            assert within_edit_distance(text, other, limit) is (distance <= limit)


def test_the_edit_distance_is_symmetric() -> None:
    """It does not matter which of two texts is misspelled."""
    words = ["".join(letters) for size in range(4) for letters in product("ab", repeat=size)]
    for one, other, limit in product(words, words, range(3)):
        assert within_edit_distance(one, other, limit) is within_edit_distance(other, one, limit)


def test_one_edit_is_an_edit_distance_of_one() -> None:
    """The quick answer for one edit is that of the distance."""
    texts = ["".join(letters) for length in range(5) for letters in product("abc", repeat=length)]
    for text, other in product(texts, repeat=2):
        assert is_one_edit(text, other) == (text != other and within_edit_distance(text, other, 1)), (text, other)
