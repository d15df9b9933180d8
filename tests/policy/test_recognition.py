"""Why no note of a template was recognized in a text."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.recognition import unrecognized

_PLAYBOOK = ftnotes.Playbook.load()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n", None),
        ("", "empty"),
        (" \n--\n", "empty"),
        (ftnotes.new(), "blank"),
        ("Exec Summary\n- Customer: Contoso\n- Status: paused\n- Progress: in progress\n", "unread"),
        ("Der KundÃ¤ mÃ¶chte mehr.", "damaged"),
        ("Der Kund\ufffd m\ufffdchte gr\ufffd\ufffdere Postf\ufffdcher.", "damaged"),
        ("Next step: Ana to send the plan by Friday", "lifecycle"),
        ("No further action needed.", "lifecycle"),
        ("It rains.", "prose"),
    ],
)
def test_each_reason(text: str, kind: str | None) -> None:
    """A text without a note has the likely reason, with what is wrong in a sentence."""
    found = unrecognized(NoteView(ftnotes.parse(text), _PLAYBOOK))
    assert (found and found.kind) == kind
    assert found is None or found.message.endswith(".")


def test_what_looks_like_a_summary_has_the_message_of_its_rule() -> None:
    """The reason is what rule FT113 reports."""
    text = "Exec Summary\n- Customer: Contoso\n- Status: paused\n- Progress: in progress\n"
    found = unrecognized(NoteView(ftnotes.parse(text), _PLAYBOOK))
    assert found is not None
    assert [found.message] == [one.message for one in ftnotes.check(text, select=("FT113",))]
