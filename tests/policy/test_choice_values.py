"""Values of choice fields that are not a valid choice."""

from __future__ import annotations

import pytest

from ftnotes import Playbook, parse
from ftnotes.policy.choice_values import unclear_choices
from ftnotes.policy.note_view import NoteView


@pytest.mark.parametrize(
    ("value", "leading", "undecided"),
    [
        ("On Hold until May", "on-hold", False),
        ("On Hold or Reactive", None, True),
        ("not On Hold", None, False),
    ],
)
def test_an_unclear_value_has_one_leading_choice_or_several(value: str, leading: str | None, undecided: bool) -> None:
    """A value leads with a choice if it begins with it and mentions no other."""
    text = f"**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: {value}\n"
    (unclear,) = unclear_choices(NoteView(parse(text), Playbook.load()))
    assert (unclear.read.choice if unclear.read else None) == leading
    assert unclear.undecided == undecided


@pytest.mark.parametrize("value", ["Reactive", "reactive #covid", ""])
def test_a_valid_choice_is_not_unclear(value: str) -> None:
    """Empty values are not unclear either."""
    text = f"**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: {value}\n"
    assert not list(unclear_choices(NoteView(parse(text), Playbook.load())))
