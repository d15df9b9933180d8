from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from ftnotes.lsp.positions import Positions
from ftnotes.text.edits import Edit
from ftnotes.text.source import Span

ENCODINGS = ("utf-8", "utf-16", "utf-32")
#: Ends of lines, characters that look like some, and characters of every width.
TEXTS = st.text(alphabet="a\n\r\u2028\x0cé語🙂\ud800")


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS)
def test_a_position_leads_back_to_its_offset(encoding: str, text: str) -> None:
    """Every offset that is not between CR and LF has a position of its own, which leads back to it."""
    places = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n" or not offset:
            assert places.offset(places.position(offset)) == offset


@pytest.mark.parametrize(
    ("encoding", "column"),
    [("utf-8", len("é🙂".encode())), ("utf-16", 3), ("utf-32", 2)],
)
def test_columns_are_counted_in_the_agreed_units(encoding: str, column: int) -> None:
    """A column counts bytes, UTF-16 code units or code points, from the start of its line."""
    assert Positions("one\ré🙂!", encoding).position(6) == Position(1, column)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, line=st.integers(0, 30), character=st.integers(0, 99))
def test_every_position_has_an_offset(encoding: str, text: str, line: int, character: int) -> None:
    """Positions outside the text or its lines, as of an older version, have the nearest offset before them."""
    places = Positions(text, encoding)
    offset = places.offset(Position(line, character))
    assert 0 <= offset <= len(text)
    found = places.position(offset)
    assert (found.line, found.character) <= (line, character)


def test_a_position_inside_a_character_is_before_it() -> None:
    """A UTF-16 column between the two halves of an astral character is that character's start."""
    assert Positions("🙂x").offset(Position(0, 1)) == 0


def test_lines_end_where_the_protocol_has_it() -> None:
    """U+2028, form feeds and next-line characters end no line, as editors count."""
    assert Positions("a\u2028b\x0cc\x85d").edit(Edit(Span(6, 7), "D")).range.start == Position(0, 6)
