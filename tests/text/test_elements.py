"""The tags of HTML around the words of notes."""

from __future__ import annotations

import re

import pytest

from ftnotes.text.elements import TAG


@pytest.mark.parametrize(
    ("text", "is_tag"),
    [
        ("<p>", True),
        ("</P>", True),
        ("<br/>", True),
        ("<br />", True),
        ("<a href='x'>", True),
        ("<h2>", True),
        ("<h7>", False),
        ("<pre>", False),
        ("< b>", False),
        ("<b", False),
        ("<b <i>", False),
        (f"<b {'x' * 600}>", False),
    ],
)
def test_a_tag_has_a_name_that_is_known(text: str, is_tag: bool) -> None:
    """It can have attributes, up to a limit; other text in angle brackets is text."""
    assert bool(re.fullmatch(TAG, text, re.IGNORECASE)) is is_tag
