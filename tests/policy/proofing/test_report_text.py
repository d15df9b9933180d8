"""The report on a playbook file as text."""

from __future__ import annotations

from ftnotes.policy.proofing.report_text import report_lines
from ftnotes.policy.proofing.samples import SampleNotes
from ftnotes.text.display import TextStyle
from ftnotes.text.source import LineMap


def test_what_a_file_contains_is_escaped() -> None:
    """Its name, the keys and the words of notes can't control a terminal."""
    sample = SampleNotes("k\x1b", "**T\x1b**\n\n- a:\n", "**T\x1b**\n")
    lines = list(report_lines(TextStyle(), "o\x1bwn.toml", LineMap(""), (), (sample,)))
    assert lines == [
        "k\\x1b, blank:", "", "  **T\\x1b**", "", "  - a:", "", "k\\x1b, filled:", "", "  **T\\x1b**", "",
        "No problems in o\\x1bwn.toml",
    ]  # fmt: skip
