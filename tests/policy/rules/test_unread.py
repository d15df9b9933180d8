"""Rules about what looks like a summary or a part of one and was not read as such (FT112, FT113)."""

from __future__ import annotations

import pytest
from helpers.policing import TITLE, codes

from ftnotes import check

HEAD = f"{TITLE}- STATUS OF THE ENGAGEMENT: Reactive\n- SNAPSHOT OF KEY WORKLOADS:\n   - [EXO]  Exchange Online - pilot\n"


@pytest.mark.parametrize(
    ("below", "message"),
    [
        (
            "   * a\n",
            '"* a" looks like an item of the list, but is read as text of "[EXO] Exchange Online". '
            "Indent it as a point, or begin it with a tag or label.",
        ),
        (
            "   * a\n   * b\n",
            '"* a" and 1 more line look like items of the list, but are read as text of "[EXO] Exchange Online". '
            "Indent them as points, or begin them with tags or labels.",
        ),
        (
            "- DESCRIBE THE CUSTOMER: x\n• Risks: a\n• Licences: b\n• Timeline: c\n",
            '"• Risks: a" and 2 more lines look like labels, but are read as text of "DESCRIBE THE CUSTOMER". '
            "Put them into the bullets of the template, or indent them as points.",
        ),
        (
            "   - a long way to go\n",
            '"- a long way to go" looks like an item of the list, but is text below the summary. '
            "Indent it as a point, or begin it with a tag or label.",
        ),
    ],
)
def test_the_message_names_the_first_line_and_what_took_it(below: str, message: str) -> None:
    """Lines that look alike are one problem, with what they look like and what to do."""
    (found,) = check(HEAD + below, select=("FT112",)).diagnostics
    assert found.message == message


def test_stray_text_is_not_reported_twice() -> None:
    """A line that FT111 reports as stray is not reported as unread."""
    text = f"{HEAD}   - a long way to go\n- REQUESTS FOR SUPPORT: None\n"
    assert codes(check(text, select=("FT111", "FT112"))) == ["FT111"]


def test_a_note_that_looks_like_a_summary_needs_no_next_action() -> None:
    """The rules about notes without summary leave it alone."""
    text = "Exec Summary\n- Customer: Contoso\n- Status: paused\n- Progress: in progress\n"
    assert codes(check(text)) == ["FT113"]
