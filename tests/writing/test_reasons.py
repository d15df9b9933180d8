"""Reasons to leave a summary: which summaries are guesses. The others are tested with the formatter."""

from __future__ import annotations

import pytest

from ftnotes import Playbook, parse
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.reasons import is_thin

WEAK = "Exec summary\n- Status: reactive\n- Progress: not deployed\n- Support: none\n"


@pytest.mark.parametrize(
    ("text", "thin"),
    [
        (WEAK, True),
        (f"{WEAK}- DESCRIBE THE CUSTOMER: x\n", False),
        (f"{WEAK}- describe customer: x\n", False),
        (f"{WEAK}- DESCRIBE THE CUSTMER: x\n", False),
        (f"{WEAK}- RISKS: x\n", True),
    ],
)
def test_a_summary_without_a_full_label_is_a_guess(text: str, thin: bool) -> None:
    """A label with one slip, or in another published spelling, counts as written out; everyday words don't."""
    (summary,) = parse(text).exec_summaries
    assert is_thin(summary, first_template(Playbook.load())) is thin
