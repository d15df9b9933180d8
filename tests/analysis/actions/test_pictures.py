"""Pictures that decorate a text."""

from __future__ import annotations

import pytest

from ftnotes.analysis.actions.pictures import is_picture, named_picture


@pytest.mark.parametrize(
    ("token", "picture"),
    [("✅", True), ("→", True), ("💪", True), ("\ufe0f", True), ("a", False), ("会", False), ("-", False), ("", False)],
)
def test_a_picture_is_a_sign_or_an_emoji(token: str, picture: bool) -> None:
    """Letters, punctuation and the scripts without spaces are none."""
    assert is_picture(token) == picture


@pytest.mark.parametrize(
    ("tokens", "length"),
    [
        ([":", "muscle", ":"], 3),
        (["done", " ", ":", "white", "_", "check", "_", "mark", ":"], 7),
        (["at", " ", "10", ":", "30"], 0),
        ([":", ":"], 0),
        (["muscle", ":"], 0),
        ([":", "big", " ", "muscle", ":"], 0),
        ([], 0),
    ],
)
def test_chats_copy_the_name_of_a_picture(tokens: list[str], length: int) -> None:
    """It is between colons, at the end of the words."""
    assert named_picture(tokens) == length
