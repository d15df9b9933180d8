"""Whether somebody will really do something, as far as the words of a sentence show."""

from __future__ import annotations

import pytest
from helpers.actions import Found, found


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("El 20 de julio de 2020 el partner instalará la red.", [("instalará la red", "20 de julio de 2020", "partner")]),
        ("El 20 de julio de 2020 el partner instala la red.", []),
        ("El partner instalará la red.", []),
    ],
)
def test_a_verb_for_what_will_be_is_enough_after_a_day(text: str, actions: list[Found]) -> None:
    """In languages whose verbs say it by their endings."""
    assert found(text) == actions
