"""Punctuation with a meaning of its own."""

from __future__ import annotations

import pytest

from ftnotes.text.punctuation import core_of, own_words


@pytest.mark.parametrize(
    ("text", "own", "core"),
    [
        ("On Hold", "", "On Hold"),
        ("On-Hold.", "", "On-Hold."),
        ("On Hold?", "?", "On Hold"),
        ("≠ On Hold!", "≠!", "On Hold"),
        ("☒ on hold", "☒", "on hold"),
        ("~~On Hold~~", "~~~~", "On Hold"),
        ("On > Hold", ">", None),
        ("?", "?", None),
        ("INTERACCIO\u0301N", "", "INTERACCIO\u0301N"),
        ("RELACIO\u0301?", "?", "RELACIO\u0301"),
        ("ワークロート\u3099", "", "ワークロート\u3099"),
        ("", "", ""),
    ],
)
def test_punctuation_of_the_writer_is_found_around_and_among_words(text: str, own: str, core: str | None) -> None:
    """Hyphens, brackets and the end of a sentence are decoration; the core is the text without the others around it."""
    assert own_words(text) == own
    bounds = core_of(text)
    assert (None if bounds is None else text[slice(*bounds)]) == core
