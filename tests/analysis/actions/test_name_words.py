"""Words that can be names."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.name_words import are_initials, is_name


@pytest.mark.parametrize(
    ("text", "strict", "lenient"),
    [
        ("Ana", True, True),
        ("ana", False, True),
        ("anaba", False, False),
        ("O'Neil", True, True),
        ("O no", False, False),
        ("Ahmed", True, True),
        ("Mandated", False, True),
        ("Chase", False, True),
        ("Told", False, True),
        ("Will to", True, True),
        ("Will the", False, True),
        ("SCCM", False, True),
        ("AT will", True, True),
        ("AT)", True, True),
        ("AT\nall is well", True, True),
        ("AT last", False, False),
        ("NO)", False, False),
        ("AB last", True, True),
        ("Workshop", False, False),
        ("5", False, False),
    ],
)
def test_a_word_can_be_a_name(text: str, strict: bool, lenient: bool) -> None:
    """With a capital, and no other sense; small words in capitals are initials where somebody acts or nothing follows."""
    words = words_of(text)
    assert (is_name(words, 0, strict=True), is_name(words, 0, strict=False)) == (strict, lenient)


def test_initials_are_few_letters_in_a_text_that_is_not_in_capitals() -> None:
    """Else they are words."""
    assert are_initials(words_of("AB to"), 0)
    assert not are_initials(words_of("ABCD to"), 0)
    assert not are_initials(words_of("AB TO"), 0)
