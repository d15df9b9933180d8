"""Edits of a text, their combination, and the way back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.edits import Edit, SourceMap, apply_edits, combine_edits, removal
from ftnotes.text.source import Span


@st.composite
def edits(draw: st.DrawFn, length: int) -> tuple[Edit, ...]:
    """Edits of a text of some length, in order and without overlap."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    return tuple(Edit(span, draw(st.text(alphabet="xy", max_size=3))) for span in spans)


def test_edits_are_applied_in_any_order() -> None:
    """Each replaces its span; an empty text removes it, an empty span inserts."""
    parts = [Edit(Span(4, 5), ""), Edit(Span(0, 1), "A"), Edit(Span(2, 2), "-")]
    assert apply_edits("abcde", parts) == apply_edits("abcde", reversed(parts)) == "Ab-cd"
    assert apply_edits("abc", []) == "abc"


@pytest.mark.parametrize(
    ("first", "second", "combined"),
    [
        ([(0, 1, "abcdef")], [(1, 2, "X"), (3, 4, "Y"), (5, 6, "Z")], [(0, 1, "aXcYeZ")]),
        ([(0, 1, "abc")], [(1, 2, "")], [(0, 1, "ac")]),
        ([(0, 2, "x"), (3, 4, "y")], [(0, 3, "z")], [(0, 4, "z")]),
        ([(0, 1, "ab"), (2, 3, "cd")], [(1, 4, "X")], [(0, 3, "aXd")]),
        ([(0, 1, "ab"), (2, 3, "cd")], [(1, 4, "X"), (4, 5, "Y")], [(0, 3, "aXY")]),
        ([(4, 5, "x")], [(0, 1, "y")], [(0, 1, "y"), (4, 5, "x")]),
    ],
)
def test_edits_inside_other_edits_are_merged(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]], combined: list[tuple[int, int, str]]
) -> None:
    """Several of the second round can change one of the first, and one of the second several of the first."""
    rounds = [tuple(Edit(Span(start, end), text) for start, end, text in edits) for edits in (first, second, combined)]
    assert combine_edits(rounds[0], rounds[1]) == rounds[2]


@given(st.data())
def test_combined_edits_do_what_both_rounds_do(data: st.DataObject) -> None:
    """The result is that of one round after the other, and the combined edits do not overlap."""
    text = data.draw(st.text(alphabet="abc", max_size=12))
    first = data.draw(edits(len(text)))
    between = apply_edits(text, first)
    second = data.draw(edits(len(between)))
    combined = combine_edits(first, second)
    assert apply_edits(text, combined) == apply_edits(between, second)
    assert all(one.span.end <= other.span.start for one, other in pairwise(combined))


@given(st.data())
def test_a_source_map_leads_back(data: st.DataObject) -> None:
    """What was not edited is found where it was; inserted text leads to the start of its edit."""
    text = data.draw(st.text(alphabet="abc", max_size=12))
    changes = data.draw(edits(len(text)))
    result = apply_edits(text, changes)
    back = SourceMap.of(changes)
    for offset, char in enumerate(result):
        origin = back.origin(offset)
        inserted = [after for after in back.after if offset in after]
        if inserted:
            assert origin == back.before[back.after.index(inserted[0])].start
        else:
            assert text[origin] == char
    assert back.origin_span(Span(0, len(result))).end == len(text)


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("a #x b", "#x", "a b"),
        ("a (#x) b", "#x", "a b"),
        ("a **#x** b", "#x", "a b"),
        ("#x b", "#x", "b"),
        ("a\n- #x\nb", "#x", "a\nb"),
        ("a\r\n> - **#x**.\r\nb", "#x", "a\r\nb"),
        ("a\n#x", "#x", "a\n"),
        ("a\n#x b", "#x", "a\nb"),
        ("#x", "#x", ""),
        ("a (#x, b)", "#x", "a (b)"),
        ("a (b, #x)", "#x", "a (b)"),
        ("a (b; #x; c)", "#x", "a (b; c)"),
        ("a, #x", "#x", "a"),
        ("a, #x \nb", "#x", "a \nb"),
        ("#x, a", "#x", "a"),
        ("a, #x b", "#x", "a, b"),
    ],
)
def test_a_removal_leaves_no_leftovers(text: str, part: str, left: str) -> None:
    """Brackets, bold, whitespace, the comma of a list and an otherwise empty line go with what is removed."""
    start = text.index(part)
    assert apply_edits(text, [removal(text, Span(start, start + len(part)))]) == left
