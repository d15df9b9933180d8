from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from helpers.open_notes import after_action, open_note
from helpers.paths import ROOT
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from ftnotes import check, fix
from ftnotes.lsp.code_actions import FIX_ALL, code_actions, replacement
from ftnotes.lsp.open_note import OpenNote
from ftnotes.text.edits import apply_edits
from ftnotes.text.source import Span

MESSY = (ROOT / "examples" / "messy.md").read_text(encoding="utf-8")


def everywhere(note: OpenNote) -> types.Range:
    return note.positions.range(Span(0, len(note.text)))


def actions(text: str, *only: str) -> tuple[OpenNote, list[types.CodeAction]]:
    note = open_note(text)
    return note, code_actions(note, everywhere(note), list(only) or None)


@pytest.mark.parametrize("text", [MESSY, MESSY.replace("\n", "\r\n"), "🙂" + MESSY])
def test_a_quick_fix_does_what_the_fix_of_the_finding_does(text: str) -> None:
    """There is a quick fix for every fix of every finding; applied, it gives the text with that fix."""
    note, offered = actions(text, "quickfix")
    expected = [apply_edits(text, one.edits) for finding in note.report for one in finding.fixes]
    fixes = [action for action in offered if not action.title.startswith("Ignore ")]
    assert [after_action(note, action) for action in fixes] == expected
    assert expected


def test_only_safe_fixes_are_preferred() -> None:
    """An editor's "fix this" takes a preferred action, so an action that changes words is none, and says that it does."""
    note, offered = actions(MESSY, "quickfix")
    safe = [one.safe for finding in note.report for one in finding.fixes]
    fixes = [action for action in offered if not action.title.startswith("Ignore ")]
    assert [bool(action.is_preferred) for action in fixes] == safe
    assert ["(changes your words)" in action.title for action in fixes] == [not one for one in safe]
    assert {True, False} == set(safe)


def test_fix_all_does_what_fix_does() -> None:
    """The action for the whole file gives the text that `fix` gives."""
    note, (action,) = actions(MESSY, "source.fixAll")
    assert action.kind == FIX_ALL
    assert after_action(note, action) == fix(MESSY).text


@pytest.mark.parametrize("text", ["", "A page about something else.\n", fix(MESSY).text])
def test_nothing_to_fix_gives_no_action(text: str) -> None:
    """A text without safe fixes has no action for the whole file."""
    assert actions(text, FIX_ALL)[1] == []


def test_only_the_kinds_that_were_asked_for_are_offered() -> None:
    """A client that asks for other kinds gets nothing, one that asks for none gets all."""
    assert actions(MESSY, "refactor")[1] == []
    assert {action.kind for action in actions(MESSY)[1]} == {types.CodeActionKind.QuickFix, FIX_ALL}


def test_findings_elsewhere_are_not_offered() -> None:
    """Only findings that touch the range have their fixes offered."""
    note = open_note(MESSY)
    assert code_actions(note, note.positions.range(Span(0, 3)), ["quickfix"]) == []


@pytest.mark.parametrize("text", [MESSY, MESSY.replace("\n", "\r\n"), "Zoë\u200b works\non it.\nMore\u200b of it.\n"])
def test_ignoring_a_finding_silences_its_rule_and_no_other(text: str) -> None:
    """The comment silences the rule there, keeps every other finding, and only adds a line; FT002 asks for its reason."""
    note, offered = actions(text, "quickfix")
    codes = {finding.code for finding in note.report}
    ignoring = {action.title.split()[1]: action for action in offered if action.title.startswith("Ignore ")}
    assert ignoring.keys() == codes
    for code, action in ignoring.items():
        after = after_action(note, action)
        assert {one.code for one in check(after)} == codes - {code} | {"FT002"}
        added = [line for line in after.splitlines() if f"ignore {code}" in line]
        assert len(added) == 1
        assert after.replace(added[0], "", 1).split() == text.split()


@given(before=st.text(alphabet="ab\r\n"), after=st.text(alphabet="ab\r\n"))
def test_a_replacement_makes_one_text_of_another(before: str, after: str) -> None:
    """What differs between two texts is one edit, as short as their common start and end allow."""
    edit = replacement(before, after)
    assert apply_edits(before, [edit]) == after
    replaced = edit.span.text(before)
    assert edit.text[:1] != replaced[:1] or not (edit.text and replaced)
    assert edit.text[-1:] != replaced[-1:] or not (edit.text and replaced)
