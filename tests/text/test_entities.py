"""Character references of HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.edits import apply_edits
from ftnotes.text.entities import entities


@pytest.mark.parametrize(
    ("typed", "decoded"),
    [
        ("a&nbsp;b", "a\u00a0b"),
        ("5&ndash;10 &euro;", "5–10 €"),
        ("it&#39;s, it&#x2019;s, it&#146;s", "it's, it’s, it’s"),
        ("R &amp; D", "R & D"),
        ("R&amp;&ndash;", "R&–"),
    ],
)
def test_references_are_decoded(typed: str, decoded: str) -> None:
    """Named and numbered ones, and those of Windows-1252, as browsers read them."""
    assert apply_edits(typed, entities(typed)) == decoded


@pytest.mark.parametrize(
    "text",
    [
        "&lt;b&gt;", "&#60;!--", "&#x3C;", "AT&amp;T", "&amp;nbsp;", "&amp;#39;", "R&D;", "&ndash", "a & b", "&#0;", "&#10;",
        "&#xD800;", "&#9999999;", "&#129;", "&nosuch;", "x",
    ],
)  # fmt: skip
def test_what_could_make_a_comment_or_another_reference_stays(text: str) -> None:
    """So does what stands for no character, for a control character or for a line end."""
    assert entities(text) == ()


@given(st.text(st.sampled_from("&amp;#39;nbsp;lt;gt x")))
def test_decoding_is_one_level_deep(text: str) -> None:
    """What was decoded contains no reference that was not there, and no tag."""
    decoded = apply_edits(text, entities(text))
    assert entities(decoded) == ()
    assert not {"<", ">"} & set(decoded)
