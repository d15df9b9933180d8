"""The numbers of entries and labels."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.numbers import after_id, after_number, after_speaker, numbered


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2.1 Action", "Action"),
        ("2\\. Action", "Action"),
        ("5/8/2020 Action", "Action"),
        ("1 - Action", "Action"),
        ("5/22: Action", "Action"),
        ("✅ Action", "Action"),
        ("- Action", "- Action"),
        ("12", ""),
    ],
)
def test_a_number_a_day_or_a_picture_is_before_an_entry(text: str, rest: str) -> None:
    """A dash belongs to it only after something else."""
    words = words_of(text)
    assert text[words.offsets[after_number(words, 0, len(words.tokens))] :] == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1: call", ": call"),
        ("#2 - call", " - call"),
        ("3.1: call", ": call"),
        ("1 call", None),
        ("1234 (Ana): call", " (Ana): call"),
        ("2020-05-12.3: call", ": call"),
        ("2020-05-12: call", None),
        ("2020: call", None),
        ("call", None),
        ("#", None),
    ],
)
def test_a_label_can_have_a_number(text: str, rest: str | None) -> None:
    """Of a few digits, before the sign that ends the label."""
    words = words_of(text)
    after = numbered(words, 0, len(words.tokens))
    assert (text[words.offsets[after] :] if after else None) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("14:05 <ana> call", "call"),
        ("[14:05:22] <ana-b> call", "call"),
        ("<ana> call", "call"),
        ("<ana call", "<ana call"),
        ("14:05 call", "call"),
        ("[14:05] call", "[14:05] call"),
        ("[5/22] call", "call"),
        ("[Ana] call", "[Ana] call"),
        ("2.1 call", "call"),
        ("call", "call"),
        ("", ""),
    ],
)
def test_a_time_and_a_handle_are_before_a_line_of_a_chat(text: str, rest: str) -> None:
    """Brackets alone can have something else in them."""
    words = words_of(text)
    assert text[words.offsets[after_speaker(words, 0, len(words.tokens))] :] == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("A1: call", "call"),
        ("R12：call", "call"),
        ("A1 call", "A1 call"),
        ("Ana: call", "Ana: call"),
        ("AB1: call", "AB1: call"),
        ("A", "A"),
    ],
)
def test_an_entry_of_a_log_can_have_a_letter_and_a_number(text: str, rest: str) -> None:
    """As in lists of risks, actions, issues and decisions."""
    words = words_of(text)
    assert text[words.offsets[after_id(words, 0, len(words.tokens))] :] == rest
