"""The names that a text uses."""

from __future__ import annotations

import pytest
from helpers.actions import words_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Ana.", {"Ana"}),
        ("Present: Ana, Ben & Eva", {"Ana", "Ben"}),
        ("* Ana Gray (Contoso)", {"Ana", "Contoso"}),
        ("* Ana Gray\n* Gray Ana", {"Ana", "Gray"}),
        ("*Ana* B., Ben", {"Ana", "Ben"}),
        ("*Ana*\n", set()),
        ("Ana\nBen", set()),
        ("Ana / Ben", {"Ana"}),
        ("All is well; Ana", {"Ana"}),
        ("Ana B", {"Ana"}),
        ("Ana to reply", set()),
        ("Contact with Reason. The reason to reply", set()),
        ("Call with Teams and Project Notes", set()),
        ("the X", set()),
        ("", set()),
    ],
)
def test_a_word_is_a_name_if_its_capital_is_due_to_it(text: str, names: set[str]) -> None:
    """After a small word or a comma or before another name, and nowhere without a capital."""
    assert words_of(text).names == names


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("Specs (nina) and <theo> met", {"nina", "theo"}),
        ("(nina, 19:05), (nils, ben)", {"nina"}),
        ("* nina (12)\n* zed (new)", {"nina"}),
        ("(Nina), (plan), (nina and)", set()),
        ("nina (nina)", {"nina"}),
        ("", set()),
    ],
)
def test_a_small_word_alone_in_brackets_or_with_a_number_is_a_handle(text: str, handles: set[str]) -> None:
    """Unless it has another meaning."""
    assert words_of(text).handles == handles
