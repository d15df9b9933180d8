"""Spans and positions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.source import LINE_END, LineMap, Position, Span, depth, indentation, lines_of


def test_a_span_covers_its_part_of_the_text() -> None:
    """A span has the length and the text between its ends, and is true even if it is empty."""
    span = Span(2, 5)
    assert len(span) == 3
    assert span.text("abcdefg") == "cde"
    assert span == Span(2, 5)
    assert Span(3, 3)


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
    """An offset lies in a span from its start up to but not including its end; a span if all of it does."""
    assert (inner in Span(2, 5)) is expected


def test_a_line_ends_at_cr_lf_or_both_and_at_nothing_else() -> None:
    """CR LF is one line end; form feed, NEL and U+2028 are not."""
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
    """Lines and columns count from one, in code points; UTF-16 from zero, two for characters beyond the basic plane."""
    assert LineMap(text).position(offset) == position


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    """The error names the offset and how long the text is."""
    with pytest.raises(ValueError, match=rf"offset {offset} is outside the text, which has 3 code points"):
        LineMap("abc").position(offset)


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_missing_line_is_refused(number: int) -> None:
    """The error names the line and how many there are."""
    with pytest.raises(ValueError, match=rf"no line {number}: the text has 2 lines"):
        LineMap("a\nb").line(number)


@given(st.text(alphabet=st.sampled_from("ab🥖\r\n\x0c\u2028")), st.data())
def test_positions_agree_with_counting_by_hand(text: str, data: st.DataObject) -> None:
    """The line is the number of line ends up to the offset, UTF-16 the length of the text before it on the line."""
    offset = data.draw(st.integers(0, len(text)))
    position = LineMap(text).position(offset)
    ends = [match.end() for match in LINE_END.finditer(text) if match.end() <= offset]
    before = text[ends[-1] if ends else 0 : offset]
    assert (position.line, position.column) == (len(ends) + 1, len(before) + 1)
    assert position.utf16 == len(before.encode("utf-16-le")) // 2


@given(st.text(alphabet=st.sampled_from("ab\r\n\x0c\u2028")))
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    """The lines of a text, each with its line end, are the text."""
    lines = LineMap(text)
    spans = [lines.line(number) for number in range(1, len(lines) + 1)]
    starts = [*(span.start for span in spans[1:]), len(text)]
    ends = [text[span.end : start] for span, start in zip(spans, starts, strict=True)]
    assert "".join(span.text(text) + end for span, end in zip(spans, ends, strict=True)) == text
    assert set(ends[:-1]) <= {"\r\n", "\n", "\r"}
    assert ends[-1] == ""


@given(st.text(alphabet=st.sampled_from("ab🥖\ud83d\r\n\x0c\u2028")), st.data())
def test_positions_lead_back_to_their_offsets(text: str, data: st.DataObject) -> None:
    """Line and column, in code points or UTF-16 units, give the offset that they were made of."""
    lines = LineMap(text)
    offset = data.draw(st.integers(0, len(text)))
    position = lines.position(offset)
    assert lines.offset(position.line, position.column) == offset
    assert lines.offset_of_utf16(position.line, position.utf16) == offset


@given(st.text(alphabet=st.sampled_from("ab🥖\r\n")), st.integers(-1, 5), st.integers(-2, 12))
def test_only_positions_of_the_text_have_an_offset(text: str, line: int, column: int) -> None:
    """What is given back for a line and column has that position; every other line and column is refused."""
    lines = LineMap(text)
    positions = [lines.position(offset) for offset in range(len(text) + 1)]
    if (line, column) in [(position.line, position.column) for position in positions]:
        position = lines.position(lines.offset(line, column))
        assert (position.line, position.column) == (line, column)
    else:
        with pytest.raises(ValueError, match=r"^there is no line|has no column"):
            lines.offset(line, column)
    if (line, column) in [(position.line, position.utf16) for position in positions]:
        position = lines.position(lines.offset_of_utf16(line, column))
        assert (position.line, position.utf16) == (line, column)
    else:
        with pytest.raises(ValueError, match=r"^there is no line|has no UTF-16 column|is inside a surrogate pair"):
            lines.offset_of_utf16(line, column)


@pytest.mark.parametrize(
    ("line", "utf16", "message"),
    [
        (1, 1, "line 1: UTF-16 column 1 is inside a surrogate pair"),
        (1, 4, "line 1: UTF-16 column 4 is inside a surrogate pair"),
        (1, 7, "line 1 has no UTF-16 column 7: without its line end it has 3 code points"),
        (1, -1, "line 1 has no UTF-16 column -1: without its line end it has 3 code points"),
        (2, 3, "line 2 has no UTF-16 column 3: without its line end it has 1 code points"),
        (3, 0, "there is no line 3: the text has 2 lines"),
    ],
)
def test_a_utf_16_column_that_is_none_is_refused(line: int, utf16: int, message: str) -> None:
    """The error names the line, the column, and what is wrong with it."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        LineMap("🥖ü🥖\r\n🥖").offset_of_utf16(line, utf16)


def test_a_column_outside_its_line_is_refused() -> None:
    """A line end belongs to its line: a column can be there, but not after it."""
    lines = LineMap("ab\r\nc")
    assert [lines.offset(1, column) for column in (1, 2, 3, 4)] == [0, 1, 2, 3]
    assert [lines.offset(2, column) for column in (1, 2)] == [4, 5]
    for line, column, length in ((1, 0, 2), (1, 5, 2), (2, 3, 1)):
        with pytest.raises(ValueError, match=f"^line {line} has no column {column}: without its line end it has {length} code"):
            lines.offset(line, column)


@pytest.mark.parametrize(
    ("margin", "characters", "columns"),
    [
        ("", 0, 0),
        ("  ", 2, 2),
        ("> ", 0, 0),
        (">  ", 1, 1),
        (">>", 0, 0),
        ("> \t", 1, 4),
        ("\t", 1, 4),
        (" \t ", 3, 5),
        (">\t\t", 1, 4),
    ],
)
def test_a_margin_indents_after_its_quote_marks(margin: str, characters: int, columns: int) -> None:
    """The space or tab that belongs to a quote mark does not indent; in columns, a tab goes to the next fourth."""
    assert (indentation(margin), depth(margin)) == (characters, columns)


def test_a_part_of_a_text_has_lines() -> None:
    """The lines of a part begin and end with it."""
    text = "ab\r\ncd\nef"
    assert [span.text(text) for span in lines_of(text)] == ["ab", "cd", "ef"]
    assert [span.text(text) for span in lines_of(text, 1, 6)] == ["b", "cd"]
