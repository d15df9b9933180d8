"""The choice that a value means."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.playbook.choice_mentions import ChoiceMention
from ftnotes.playbook.choice_reading import choice_in, read_choice

KEY = "engagement-status"


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        ("Reactive", ChoiceMention("reactive", 0, 8)),
        ("  **On-Hold** #covid", ChoiceMention("on-hold", 2, 13)),
        ("On Hold until May", ChoiceMention("on-hold", 0, 7)),
        ("保留 5 月まで", ChoiceMention("on-hold", 0, 2)),
        ("not On Hold", None),
        ("On Hold or Reactive", None),
        ("Holding", None),
        ("", None),
    ],
)
def test_a_field_takes_the_choice_with_which_it_begins(value: str, choice: ChoiceMention | None) -> None:
    """More words can follow the choice, but no other choice."""
    assert read_choice(Playbook.load(), KEY, value) == choice
    assert choice_in(Playbook.load(), KEY, value) == (choice.choice if choice else None)
