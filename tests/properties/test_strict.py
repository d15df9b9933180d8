"""What a strict reader finds after a safe fix and after formatting, without the library's own guards."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest
from helpers.each import each
from helpers.real_notes import REAL
from helpers.strict import changes, respelled_words, torn_places
from hypothesis import given

from ftnotes import Document, fix, format
from ftnotes.strategies import messy_notes_text

NOTES = sorted(REAL.rglob("*.txt"))
LIST = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"


@given(messy_notes_text())
def test_drawn_notes_keep_what_a_person_sees(note: tuple[Document, str]) -> None:
    """Words, signs, hashtags, comments, headings, boxes, fences and the levels of bullets stay, and in a fix the order too."""
    _, text = note
    assert changes(text, fix(text).text, in_order=True) == []
    assert changes(text, format(text), in_order=False) == []


@each(NOTES, name=attrgetter("stem"), parts=8)
def test_real_notes_keep_what_a_person_sees(path: Path) -> None:
    """So do notes that people typed, apart from misspelled words of the template that a fix names."""
    text = path.read_text(encoding="utf-8")
    respelled = respelled_words(text)
    assert changes(text, fix(text).text, in_order=True, respelled=respelled) == []
    assert changes(text, format(text), in_order=False, respelled=respelled) == []


@given(messy_notes_text())
def test_unsafe_fixes_of_drawn_notes_leave_no_torn_text(note: tuple[Document, str]) -> None:
    """No space is left before a comma, no doubled separator, no empty brackets, and no fix is reported twice."""
    _, text = note
    assert_whole(text)


@each(NOTES, name=attrgetter("stem"), parts=8)
def test_unsafe_fixes_of_real_notes_leave_no_torn_text(path: Path) -> None:
    """Nor in notes that people typed."""
    assert_whole(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("after", ["Bank , 400 seats", "[EXO]   Mail", "- A - - b", "a, , b", "a ()", "[] Mail", "**A****"])
def test_the_strict_reader_sees_torn_text(after: str) -> None:
    """Each trace of removed text is found, unless its writer typed it."""
    assert torn_places("Bank #new, 400 seats", after)
    assert not torn_places(f"{after} x", after)


def assert_whole(text: str) -> None:
    """Assert that unsafe fixes leave no torn text and that none is reported twice."""
    result = fix(text, unsafe=True)
    assert torn_places(text, result.text) == []
    fixes = Counter((one.diagnostic.code, one.text, one.fix) for one in result.applied)
    assert [key for key, count in fixes.items() if count > 1] == []


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
        ("- STATUS OF THE ENGAGEMENT: see Ana\n- Ben: here\n", "- STATUS OF THE ENGAGEMENT: see Ana\n  - Ben: here\n"),
        (f"- {LIST} see Ana\n  - Ben: here\n", f"- {LIST} see Ana\n- Ben: here\n"),
    ],
)
def test_the_strict_reader_sees_changes(before: str, after: str) -> None:
    """Each kind of change is found."""
    assert changes(before, after, in_order=True)


def test_items_beside_the_label_of_their_list_can_go_below_it() -> None:
    """That is how a list is written, whatever follows its label."""
    typed = f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: On Hold\n- {LIST} see Ana\n- Ben targets: done\n"
    written = format(typed)
    assert "\n   -  Ben targets" in written
    assert changes(typed, written, in_order=True) == []


def test_edits_that_touch_are_no_gap_for_another_fix() -> None:
    """Two items that are removed together are not respelled in the same pass."""
    assert_whole(
        f"**EXEC SUMMARY**\n- {LIST}\n\n   -  [EXO+CORE]  Exchange Online - x\n" + "   -  [EXO]  exchange online\n" * 2
    )
