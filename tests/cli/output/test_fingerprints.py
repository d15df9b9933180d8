"""Fingerprints of problems."""

from __future__ import annotations

from helpers.results import FAULTY

from ftnotes import check
from ftnotes.cli.output.fingerprints import fingerprints
from ftnotes.cli.output.results import Result


def marks(text: str) -> list[str]:
    """Return the fingerprints of the problems of a note."""
    return [mark for _, mark in fingerprints(Result("note", text, check(text).diagnostics))]


def test_a_fingerprint_depends_on_its_line_alone() -> None:
    """Lines above and below, and spaces on the line, don't change a fingerprint; text on its line does."""
    before = marks(FAULTY)
    assert len(set(before)) == len(before)
    assert marks(f"A page.\n\n{FAULTY}\n\nMore.\n") == before
    assert marks(FAULTY.replace("\n", "\r\n")) == before
    changed = marks(FAULTY.replace("50%", "60%"))
    assert len(set(before) - set(changed)) == 1


def test_equal_problems_are_numbered() -> None:
    """The same problem on equal lines has the same hash with another number."""
    first, second = marks("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Busy\n- STATUS OF THE ENGAGEMENT: Busy\n")[-2:]
    assert first.partition(":")[2] == "1"
    assert second != first
