"""Lines are cut by their punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.line_parts import (
    LONGEST_HEAD,
    SEPARATOR,
    before_comments,
    cut_line,
    field_parts,
    first_separator,
    level_of,
    without_comments,
)
from ftnotes.syntax.parser import engine, tokenize_line


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", ("", "", "")),
        ("a", ("", "a", "")),
        ("  - a b \n\n", ("  - ", "a b", " \n\n")),
        ("- **a** \r\n", ("- **", "a**", " \r\n")),
        ("> 1. ## a\n", ("> 1. ## ", "a", "\n")),
        ("#a\n", ("", "#a", "\n")),
        ("> \n", ("> ", "", "\n")),
        ("1、EXO\n", ("1、", "EXO", "\n")),
        ("十二、EXO\n", ("十二、", "EXO", "\n")),
        ("③EXO\n", ("③", "EXO", "\n")),
        ("1、2 EXO\n", ("", "1、2 EXO", "\n")),
        ("⏳ EXO\n", ("⏳ ", "EXO", "\n")),
        ("- **\n", ("- **", "", "\n")),
        ("- ** a\n", ("- ** ", "a", "\n")),
    ],
)
def test_a_line_is_cut(line: str, parts: tuple[str, str, str]) -> None:
    """The parts are the line: what precedes its content, its content, and what follows."""
    assert cut_line(engine().lexer.shapes, line, 0, len(line)) == parts


@pytest.mark.parametrize(
    ("before", "level"),
    [
        ("", (0, "")),
        ("  ", (2, "")),
        ("- ", (0, "-")),
        ("> - **", (0, "-")),
        ("\t• ", (4, "•")),
        ("1. ", (0, "1")),
        ("(2) ", (0, "1")),
        ("b) ", (0, "a")),
        ("o ", (0, "o")),
        ("✅ ", (0, "☐")),
        ("\U0001f680 ", (0, "☐")),
        ("⏳ ", (0, "☐")),
        ("⚡\ufe0f ", (0, "☐")),
        ("① ", (0, "1")),
        ("1、", (0, "1")),
        ("一、", (0, "a")),
        ("- [", (0, "-")),
        ("**", (0, "")),
        ("* ", (0, "*")),
    ],
)
def test_a_level_is_depth_and_sign(before: str, level: tuple[int, str]) -> None:
    """Numbers, letters, and signs that people change from line to line are each one sign."""
    assert level_of(before) == level


@pytest.mark.parametrize(
    ("content", "separator"),
    [
        ("a: b", ": "),
        ("**a**: b", "**: "),
        ("a -> b", " -> "),
        ("a  b", "  "),
        ("a - b: c", " - "),
        ("a-b", None),
        ("a (b: c)", None),
        ("a (b: c) (d: e): f", ": "),
        ("a <!-- b: c -->", None),
        ("a <!-- b: c --> - d", " - "),
        ("http://x.test", None),
        ("http://x.test: a", ": "),
        ("a" * 130 + ": b", None),
        ("", None),
    ],
)
def test_the_first_separator_is_outside_parentheses_and_addresses(content: str, separator: str | None) -> None:
    """It is in the beginning of a line, with the spaces and the end of bold around it."""
    found = first_separator(content)
    assert (found and found.group()) == separator


@given(st.lists(st.sampled_from([*"ab:：;|\t>–-~=*_ \xa0", "  ", "->", " - ", "word "]), max_size=60).map("".join))
def test_a_separator_is_found_by_its_sign(content: str) -> None:
    """Where the expression for separators finds one in the whole beginning of a line."""
    found, searched = first_separator(content), SEPARATOR.search(content, 0, LONGEST_HEAD)
    assert (found and found.start()) == (searched and searched.start())


@pytest.mark.parametrize(
    ("text", "without"),
    [("a <!-- b: c --> d", "a xxxxxxxxxxxxx d"), ("a <!-- b", "a <!-- b"), ("a", "a")],
)
def test_a_comment_is_masked(text: str, without: str) -> None:
    """Letters in its place keep the offsets of everything else; a comment that is not closed is text."""
    assert without_comments(text) == without


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("a", "a"),
        ("a <!-- b --><!-- c -->", "a"),
        ("<!-- b -->", ""),
        ("a <!-- b --> c", "a <!-- b --> c"),
        ("a -->", "a -->"),
        ("a <!-- b > c -->", "a <!-- b > c -->"),
    ],
)
def test_comments_at_the_end_are_left_out(text: str, before: str) -> None:
    """And the spaces before them; others stay."""
    assert before_comments(text) == before


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("- **Status of the engagement:** On Hold", ("Status of the engagement", "- **", ":** ", "On Hold", "")),
        ("- **Status of the engagement: On Hold**", ("Status of the engagement", "- **", ": ", "On Hold", "**")),
        ("- Status of the engagement: **On Hold** ", ("Status of the engagement", "- ", ": ", "**On Hold**", " ")),
    ],
)
def test_bold_that_opens_before_a_label_is_trivia(line: str, parts: tuple[str, ...]) -> None:
    """It is not part of the value, whether it closes after the label or the value; bold around the value alone is."""
    assert tokenize_line(line, first_template(Playbook.load())).parts == ("engagement-status", *parts)


@pytest.mark.parametrize(
    ("line", "colon", "value"),
    [
        ("REQUESTS FOR SUPPORT: ☒ none", ": ☒ ", "none"),
        ("REQUESTS FOR SUPPORT: ✔️ none", ": ✔️ ", "none"),
        ("REQUESTS FOR SUPPORT: [x] none", ": [x] ", "none"),
        ("REQUESTS FOR SUPPORT: ☐ none", ": ", "☐ none"),
        ("REQUESTS FOR SUPPORT: ☒ none ☐ workshop", ": ", "☒ none ☐ workshop"),
        ("REQUESTS FOR SUPPORT: [x] none [ ] workshop", ": ", "[x] none [ ] workshop"),
        ("REQUESTS FOR SUPPORT: ☒", ": ", "☒"),
        ("REQUESTS FOR SUPPORT: [EXO] migration", ": ", "[EXO] migration"),
    ],
)
def test_a_tick_before_the_only_value_is_trivia(line: str, colon: str, value: str) -> None:
    """In a list of choices, the tick shows which one is meant."""
    parts = tokenize_line(line, first_template(Playbook.load())).parts
    assert parts is not None
    assert parts[3:5] == (colon, value)


@pytest.mark.parametrize(
    ("colon", "value", "cut"),
    [
        (";", "Bank;;", ("Bank", ";;")),
        (" ; ", "Bank, big ;", ("Bank, big", " ;")),
        ("；", "银行；", ("银行", "；")),
        (";", ";", ("", ";")),
        (": ", "Bank;", ("Bank;", "")),
    ],
)
def test_empty_cells_after_a_value_are_trivia(colon: str, value: str, cut: tuple[str, str]) -> None:
    """A semicolon ends a value only where one is between the label and it."""
    assert field_parts(None, "x", "", colon, value, "\n") == (None, "x", "", colon, cut[0], cut[1] + "\n")
