"""Values of choice fields that are not a valid choice."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import FORM, own

from ftnotes import Playbook, check, parse
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


FILLED = "**Status:** {}\n**Reason:** {}\n**Summary:** We met.\n"


@pytest.mark.parametrize(
    ("status", "reason", "unclear"),
    [
        ("Green", "Size", []),
        ("Green, as of today", "Size, Brand", []),
        ("Green; it was Red in May", "size / brand", []),
        ("Red - the network is slow", "Brand and Size", []),
        ("So far Red", "Size", ["status"]),
        ("not Red", "Size", ["status"]),
        ("Red/Green", "Size", ["status"]),
        ("Green", "Size, cost", ["reason"]),
        ("Green", "cost", ["reason"]),
        ("Green", "Size because they asked", ["reason"]),
    ],
)
def test_a_field_can_have_more_words_or_several_choices(tmp_path: Path, status: str, reason: str, unclear: list[str]) -> None:
    """Where its template says so: then only words before the choice, and other words among several, are unclear."""
    playbook = own(tmp_path, FORM)
    view = NoteView(parse(FILLED.format(status, reason), playbook), playbook)
    assert [choice.key for choice in unclear_choices(view)] == unclear


def test_all_choices_left_in_a_field_for_several_are_undecided(tmp_path: Path) -> None:
    """As the template offers them; the message asks for those that apply."""
    text = FILLED.format("Green", "Size / Brand / Price")
    report = check(text, select=["FT201", "FT202", "FT203"], playbook=own(tmp_path, FORM))
    assert [found.message for found in report] == ['Reason names "Size", "Brand" and "Price". Keep only those that apply.']
    report = check(FILLED.format("Green", "Size, cost"), select=["FT2"], playbook=own(tmp_path, FORM))
    assert [found.message for found in report] == [
        '"Size, cost" is not a valid Reason. Use one or more of: "Size", "Brand" or "Price".'
    ]
