"""The escalations in a note."""

from __future__ import annotations

import pytest
from helpers.reports import FULL, OTHER

from ftnotes import Playbook, parse
from ftnotes.policy.escalations import escalation_texts, find_escalations
from ftnotes.policy.note_view import NoteView

_RELATION = "OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM"
_ESCALATED = "The blocker is escalated."


def view(text: str) -> NoteView:
    return NoteView(parse(text), Playbook.load())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FULL, ()),
        (OTHER, ("[EXO] Exchange Online - The outage is a showstopper.",)),
        (f"•  {_ESCALATED}\n{_ESCALATED}", (_ESCALATED, _ESCALATED)),
        ("The blocker was resolved in May.", ()),
        (FULL.replace(f"- {_RELATION}: good", f"- **{_RELATION}:** {_ESCALATED}"), (_ESCALATED,)),
        (FULL.replace(f"- {_RELATION}: good", f"- RISKS: {_ESCALATED}"), (f"RISKS: {_ESCALATED}",)),
        ("Der Vorfall ist eskaliert.", ("Der Vorfall ist eskaliert.",)),
        ("", ()),
    ],
)
def test_escalations_are_sentences(text: str, expected: tuple[str, ...]) -> None:
    """In one line, without bullet and label of the template; settled ones are left out."""
    assert escalation_texts(view(text)) == expected


def test_a_sentence_counts_once() -> None:
    """Its first mention is found."""
    found = view("The blocker, a showstopper, is escalated again.")
    ((mention, sentence),) = find_escalations(found)
    assert mention.span.text(found.text) == "blocker"
    assert sentence.text(found.text) == found.text
