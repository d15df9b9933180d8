"""Quote marks and other line ends change no content."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ftnotes.strategies.examples import TIDY
from ftnotes.strategies.line_endings import requoted


@given(requoted(TIDY))
def test_a_requoted_note_has_the_same_lines(text: str) -> None:
    """Only quote marks and line ends differ, and all line ends are alike."""
    ends = set(re.findall(r"\r\n|\r|\n", text))
    assert len(ends) == 1
    lines = re.split(r"\r\n|\r|\n", text.rstrip("\r\n"))
    assert [line.lstrip("> ") for line in lines] == [line.lstrip() for line in TIDY.rstrip("\n").split("\n")]


@given(st.data())
def test_a_text_without_line_ends_is_only_quoted(data: st.DataObject) -> None:
    """The last line, which has no line end, stays as it is."""
    assert data.draw(requoted("x")) == "x"
