"""Stretches of an entry."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.parts import (
    after_reference,
    balanced,
    in_address,
    is_done,
    is_listed,
    parts_of,
    parts_without,
    time_after,
)


@pytest.mark.parametrize(
    ("text", "rest"),
    [(" at 2pm", ""), (", 9:00 EST today", " today"), (" um 14 Uhr", ""), (" at 3", ""), (" 20 seats", " 20 seats"), ("", "")],
)
def test_a_time_of_day_belongs_to_its_date(text: str, rest: str) -> None:
    """It has minutes, a unit, or a word before it."""
    words = words_of(text)
    assert text[words.offsets[time_after(words, 0, len(words.tokens))] :] == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(a", "a"),
        ("a)", "a"),
        ("a (", "a"),
        (")a", "a"),
        ('"a', "a"),
        ('a"', "a"),
        ("(a)", "(a)"),
        ("a (b", "a (b"),
        ("a) b", "a) b"),
        ("", ""),
    ],
)
def test_no_half_of_a_pair_stays(text: str, rest: str) -> None:
    """Brackets and quotation marks at the ends have their other half."""
    words = words_of(text)
    assert words.span(*balanced(words, 0, len(words.tokens))).text(text) == rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("send it by 5 May 2020 again", ["send it", "again"]),
        ("by 5 May 2020 send it", ["send it"]),
        ("by 5 May 2020", ["by 5 May 2020"]),
        ("send it (by 5 May 2020)", ["send it (by 5 May 2020)"]),
        ("send it by 5 May 2020) again", ["send it by 5 May 2020) again"]),
    ],
)
def test_a_date_is_cut_out_with_the_words_before_it(text: str, expected: list[str]) -> None:
    """What is in brackets with it stays whole, and so does what is only a date."""
    words = words_of(text)
    ((_, place, after),) = words.dates_in(0, len(words.tokens))
    assert [span.text(text) for span in parts_without(words, 0, len(words.tokens), place, after)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana, 5/8/2020", ["Ana", " 5/8/2020"]),
        ("Ana / 5/8/2020", ["Ana ", " 5/8/2020"]),
        ("Ana/Ben", ["Ana/Ben"]),
        ("Ana - Ben-Li", ["Ana ", " Ben-Li"]),
    ],
)
def test_brackets_are_divided_outside_dates(text: str, expected: list[str]) -> None:
    """By commas, dashes between spaces, and if there is a date, by slashes."""
    words = words_of(text)
    assert [words.span(*part).text(text) for part in parts_of(words, 0, len(words.tokens))] == expected


@pytest.mark.parametrize(
    ("text", "listed"),
    [("invite Ana, Ben", True), ("Ana, Ben", False), ("send it, Ben", False), ("demo, 5 May 2020, Ben", False)],
)
def test_a_name_after_a_name_and_a_comma_is_one_of_a_list(text: str, listed: bool) -> None:
    """Then it is not the owner."""
    words = words_of(text)
    assert is_listed(words, 0, len(words.tokens) - words.tokens[::-1].index(",") - 1) == listed


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Done", True),
        ("done, by mail", True),
        ("Done by mail", True),
        ("done by mail", False),
        ("Done by 5 May 2020", False),
        ("Complete by mail", False),
        ("Done plans", False),
        ("Ana", False),
    ],
)
def test_a_remark_says_that_a_task_is_done(text: str, done: bool) -> None:
    """With a sign before more of it, or with a capital at its start."""
    words = words_of(text)
    assert is_done(words, 0, len(words.tokens)) is done


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("#12: send it", " send it"),
        ("#12 - send it", " send it"),
        ("[#12](https://example.com/12): send it", ": send it"),
        ("[#12 send it", "[#12 send it"),
        ("[Ana] send it", "[Ana] send it"),
        ("#12 send it", "#12 send it"),
        ("#general: send it", "#general: send it"),
        ("#12", "#12"),
        ("", ""),
    ],
)
def test_the_number_of_an_issue_is_before_a_task(text: str, rest: str) -> None:
    """As a link, or with a sign behind it."""
    words = words_of(text)
    assert text[words.offsets[after_reference(words, 0, len(words.tokens))] :] == rest


@pytest.mark.parametrize(
    ("text", "inside"),
    [("https://example.com?owner", True), ("https://example.com owner", False), ("example.com?owner", False), ("owner", False)],
)
def test_a_word_can_be_in_an_address(text: str, inside: bool) -> None:
    """Up to the next space."""
    words = words_of(text)
    assert in_address(words, len(words.tokens) - 1) is inside
