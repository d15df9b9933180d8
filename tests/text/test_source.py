"""Spans and positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.source import LINE_END, LineMap, Position, Span


def test_a_span_covers_its_stretch_of_the_text() -> None:
    """A span has the length and the text of what lies between its ends."""
    span = Span(2, 5)
    assert len(span) == 3
    assert span.text("abcdefg") == "cde"
    assert span == Span(2, 5)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (2, True),
        (4, True),
        (5, False),
        (1, False),
        (Span(2, 5), True),
        (Span(3, 3), True),
        (Span(1, 3), False),
        (Span(4, 6), False),
        ("3", False),
        (None, False),
    ],
)
def test_a_span_contains_offsets_before_its_end_and_spans_within(inner: object, expected: bool) -> None:
    """An offset lies in a span from its start up to but not including its end; a span where all of it does."""
    assert (inner in Span(2, 5)) is expected


def test_a_line_ends_at_cr_lf_or_both_and_at_nothing_else() -> None:
    """CR LF is one line end; form feed, NEL and U+2028 are none."""
    lines = LineMap("a\r\nb\rc\nd\x0be\x0cf\x1cg\x85h\u2028i\u2029j")
    assert [lines.line(number).text(lines.source) for number in range(1, len(lines) + 1)] == [
        "a",
        "b",
        "c",
        "d\x0be\x0cf\x1cg\x85h\u2028i\u2029j",
    ]


def test_a_final_line_end_starts_an_empty_last_line() -> None:
    """An empty text has one line; a text that ends in a line end has an empty last one."""
    assert len(LineMap("")) == 1
    assert LineMap("").line(1) == Span(0, 0)
    assert LineMap("").position(0) == Position(1, 1, 0)
    assert len(LineMap("a\n")) == 2
    assert LineMap("a\n").line(2) == Span(2, 2)
    assert LineMap("a\n").position(2) == Position(2, 1, 0)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("abc", 0, Position(1, 1, 0)),
        ("abc", 3, Position(1, 4, 3)),
        ("a\nbc", 2, Position(2, 1, 0)),
        ("a\r\nbc", 1, Position(1, 2, 1)),
        ("a\r\nbc", 2, Position(1, 3, 2)),
        ("a\r\nbc", 3, Position(2, 1, 0)),
        ("a\rbc", 2, Position(2, 1, 0)),
        ("🥖ü🥖x", 1, Position(1, 2, 2)),
        ("🥖ü🥖x", 3, Position(1, 4, 5)),
        ("\n🥖x", 2, Position(2, 2, 2)),
        ("\ud83dx", 1, Position(1, 2, 1)),
    ],
)
def test_a_position_counts_lines_columns_and_utf_16_units(text: str, offset: int, position: Position) -> None:
    """Lines and columns count from one, in code points; UTF-16 from zero, two for what lies beyond the basic plane."""
    assert LineMap(text).position(offset) == position


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    """The error says the offset and how long the text is."""
    with pytest.raises(ValueError, match=rf"offset {offset} lies outside the text, which has 3 code points"):
        LineMap("abc").position(offset)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_line_that_is_not_there_is_refused(number: int) -> None:
    """The error says the line and how many there are."""
    with pytest.raises(ValueError, match=rf"no line {number}: the text has 2 lines"):
        LineMap("a\nb").line(number)


@given(st.text(alphabet=st.sampled_from("ab🥖\r\n\x0c\u2028")), st.data())
def test_positions_agree_with_counting_by_hand(text: str, data: st.DataObject) -> None:
    """The line is the number of line ends up to the offset, UTF-16 the length of what stands before it on the line."""
    offset = data.draw(st.integers(0, len(text)))
    position = LineMap(text).position(offset)
    ends = [match.end() for match in LINE_END.finditer(text) if match.end() <= offset]
    before = text[ends[-1] if ends else 0 : offset]
    assert (position.line, position.column) == (len(ends) + 1, len(before) + 1)
    assert position.utf16 == len(before.encode("utf-16-le")) // 2


@given(st.text(alphabet=st.sampled_from("ab\r\n\x0c\u2028")))
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    """The lines of a text, each with what ends it, are the text."""
    lines = LineMap(text)
    spans = [lines.line(number) for number in range(1, len(lines) + 1)]
    starts = [*(span.start for span in spans[1:]), len(text)]
    ends = [text[span.end : start] for span, start in zip(spans, starts, strict=True)]
    assert "".join(span.text(text) + end for span, end in zip(spans, ends, strict=True)) == text
    assert set(ends[:-1]) <= {"\r\n", "\n", "\r"}
    assert ends[-1] == ""
