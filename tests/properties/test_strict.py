"""What a strict reader finds after a safe fix and after formatting, without the library's own guards."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.real_notes import REAL
from helpers.strict import changes, respelled_words
from hypothesis import given

from ftnotes import Document, fix, format
from ftnotes.strategies import messy_notes_text

NOTES = sorted(REAL.rglob("*.txt"))


@given(messy_notes_text())
def test_drawn_notes_keep_what_a_person_sees(note: tuple[Document, str]) -> None:
    """Words, signs, hashtags, comments, headings, boxes, fences and the levels of bullets stay, and in a fix the order too."""
    _, text = note
    assert changes(text, fix(text).text, in_order=True) == []
    assert changes(text, format(text), in_order=False) == []


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_real_notes_keep_what_a_person_sees(path: Path) -> None:
    """So do notes that people typed, apart from misspelled words of the template that a fix names."""
    text = path.read_text(encoding="utf-8")
    respelled = respelled_words(text)
    assert changes(text, fix(text).text, in_order=True, respelled=respelled) == []
    assert changes(text, format(text), in_order=False, respelled=respelled) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a b\n  - c\n", "- a b\n- c\n"),
        ("# Call\n", "Call\n"),
        ("Ana?\n", "Ana\n"),
        ("~~Ana~~\n", "Ana\n"),
        ("- [x] Ana\n", "- Ana\n"),
        ("Ana #covid\n", "Ana\n"),
        ("Ana <!-- b -->\n", "Ana\n"),
        ("```\nAna\n```\n", "Ana\n"),
        ("Ana calls Ben\n", "Ben calls Ana\n"),
        ("1. Ana\n2. Ben\n", "1. Ana\n- Ben\n"),
    ],
)
def test_the_strict_reader_sees_changes(before: str, after: str) -> None:
    """Each kind of change is found."""
    assert changes(before, after, in_order=True)
