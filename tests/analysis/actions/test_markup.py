"""Comments and tags in texts with next actions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ftnotes
from ftnotes.analysis.actions.markup import NO_WIDTH, without_markup, without_tags
from ftnotes.text.source import Span


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("<b>Next:</b> x", "Next: x"),
        ("<UL><LI class='a'>x</LI>", "- x"),
        ("<tr><td>x</td><td>y</td></tr>", "x\ty\t"),
        ("x<br>\ny", "x\ny"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("'''x''' ''y'' isn't", "**x** y isn't"),
        ("[[User:Ana|Ana]] and [[Ben]]", "Ana and Ben"),
        ("[[Ana, [[list [of]] rooms]] x", "[[Ana, [[list [of]] rooms]] x"),
        ("[[a\nb]] [[]] [[c", "[[a\nb]] [[]] [[c"),
        ("a < b, c > d <note> e</note>", "a < b, c > d <note> e</note>"),
    ],
)
def test_what_no_reader_sees_is_left_out(typed: str, seen: str) -> None:
    """An item keeps a bullet, and a cell its end; offsets stay."""
    text = without_markup(typed)
    assert len(text) == len(typed)
    assert text.replace(NO_WIDTH, "") == seen


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<br>", "<li>", "</td>", "<!--", "-->", "<", ">", "x", " ", "\n"])).map("".join)
)
def test_offsets_and_lines_stay(text: str) -> None:
    """A text keeps its length and its line ends."""
    seen = without_markup(text)
    assert [len(line) for line in seen.split("\n")] == [len(line) for line in text.split("\n")]


def test_an_action_is_named_without_tags() -> None:
    """Its span is that of the typed text."""
    text = "<p><b>Next action:</b> Ana to send the <i>plan</i></p>\n<p>Due: 11/20/2020</p>\n"
    (action,) = ftnotes.find_next_actions(text)
    assert (action.what, action.owner, action.date and action.date.text) == ("send the plan", "Ana", "11/20/2020")
    assert action.what_span.text(text) == "send the <i>plan"


@pytest.mark.parametrize(("text", "part"), [("a <b>c</b>", "a c"), ("a <b> c", "a <b> c"), ("a < c</b>", "a < c")])
def test_tags_are_left_out_where_one_is_closed(text: str, part: str) -> None:
    """Elsewhere they stand for something."""
    assert without_tags(text, Span(0, len(text))) == part
