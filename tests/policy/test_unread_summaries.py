"""Notes that look like a summary and were read as plain text."""

from __future__ import annotations

import pytest

from ftnotes import Playbook, parse
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.unread_summaries import UnreadSummary, unread_summary

NAMES = "Exchange: moved\nTeams: chat only\nSharePoint: later\n"
LABELS = "- Customer: Contoso\n- Status: paused\n- Progress: in progress\n"


def lack_of(text: str) -> tuple[str, str] | None:
    found = unread_summary(NoteView(parse(text), Playbook.load()))
    return found and (found.lack, found.title.text(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Exec Summary\n\nHow they are: fine\n{NAMES}", ("labels", "Exec Summary")),
        (f"Exec Summary\n{LABELS}", ("evidence", "Exec Summary")),
        (
            "Exec Summary for Contoso Ltd\n\nas asked\n\nCustomer: Contoso\nStatus: Reactive\nRelationship: fine\n",
            ("title", "Exec Summary for Contoso Ltd"),
        ),
        (f"Exec Summary\n{'text' * 5}\nKind regards,\nAna\n{LABELS}", None),
        (f"Exec Summary\n\nWell.\n\n## Scope\n{NAMES}", None),
        ("Exec Summary\n- Customer: Contoso\n- Status: paused\n", None),
        ("Exec Summary\n\nExec Summary\n\nas agreed\n", None),
        (f"How do I write an Exec Summary?\n{LABELS}", None),
        (f"The exec summary follows.\n{LABELS}", None),
        (f"```\nx\nExec Summary\n```\n{LABELS}", None),
        (f"Exec Summary\n{chr(10) * 50}{LABELS}", None),
        (
            "<p><b>EXEC SUMMARY</b></p><ul><li>DESCRIBE THE CUSTOMER: x</li><li>REQUESTS FOR SUPPORT: y</li></ul>",
            ("lines", "EXEC SUMMARY"),
        ),
        (r"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n- REQUESTS FOR SUPPORT: y", ("lines", "EXEC SUMMARY")),
        (
            "<ul><li>DESCRIBE THE CUSTOMER: x</li><li>STATUS OF THE ENGAGEMENT: On Hold</li></ul>",
            ("lines", "<ul><li>DESCRIBE THE CUSTOMER: x</li><li>STATUS OF THE ENGAGEMENT: On Hold</li></ul>"),
        ),
        (r"see C:\new and <p>a</p><p>b</p>", None),
        ("EXEC SUMMARY\nCustomer\tStatus\tM365 progress\nBank\tReactive\tFully Deployed\n", ("beside", "EXEC SUMMARY")),
        (
            "EXEC SUMMARY\n| **Customer** | Status | Asks |\n|---|---|---|\n| Bank | Reactive | no |\n",
            ("beside", "EXEC SUMMARY"),
        ),
        ("EXEC SUMMARY\nCustomer | Status | Name\nBank | Reactive | Ana\n", None),
        (LABELS, None),
        ("", None),
        ("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n", None),
        ("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT:\n- DESCRIBE THE CUSTOMER:\n", None),
    ],
)
def test_what_a_note_lacks(text: str, expected: tuple[str, str] | None) -> None:
    """Three lines of the template's kind below a title make a note look like a summary, which lacks one thing at least."""
    assert lack_of(text) == expected


def test_one_title_is_enough() -> None:
    """A title without such lines is passed over, and the first with them counts."""
    text = f"Exec Summary\nsoon\n\n## More\n\nExec Summary\n{LABELS}"
    view = NoteView(parse(text), Playbook.load())
    found = unread_summary(view)
    assert isinstance(found, UnreadSummary)
    assert found.title.start == text.rindex("Exec")
