from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from helpers.open_notes import edited, open_at, open_note
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import CompletionItem, Position, TextEdit

from ftnotes import check, parse
from ftnotes.lsp.completion import completions_at
from ftnotes.policy.diagnostics import Severity

TITLE = "**EXEC SUMMARY**\n"
STATUS = TITLE + "- STATUS OF THE ENGAGEMENT:"
LIST = TITLE + "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n   -  [EXO]  Exchange Online - x\n"


def after(marked: str) -> dict[str, str]:
    """The text after each completion at the bar, by its label."""
    note, position = open_at(marked)
    texts = {}
    for item in completions_at(note, position):
        assert isinstance(item.text_edit, TextEdit)
        texts[item.label] = edited(note, [item.text_edit])
    return texts


@pytest.mark.parametrize(
    ("marked", "label", "text"),
    [
        ("|", "EXEC SUMMARY", "**EXEC SUMMARY**"),
        ("exec|", "EXEC SUMMARY", "**EXEC SUMMARY**"),
        (TITLE + "|", "DESCRIBE THE CUSTOMER", TITLE + "- DESCRIBE THE CUSTOMER: "),
        (TITLE + "- DESC|", "DESCRIBE THE CUSTOMER", TITLE + "- DESCRIBE THE CUSTOMER: "),
        (TITLE + "* |", "REQUESTS FOR SUPPORT", TITLE + "* REQUESTS FOR SUPPORT: "),
        (STATUS + "|", "Reactive", STATUS + " Reactive"),
        (STATUS + " |", "Reactive", STATUS + " Reactive"),
        (STATUS + " Rea|\n- REQUESTS FOR SUPPORT: x\n", "On Hold", STATUS + " On Hold\n- REQUESTS FOR SUPPORT: x\n"),
        (STATUS + " |Reactive", "On Hold", STATUS + " On Hold"),
        ("- Status: |", "On Hold", "- Status: On Hold"),
        ("- **Status** :** |", "On Hold", "- **Status** :** On Hold"),
        (LIST + "|", "[SPO]  SharePoint Online", LIST + "   -  [SPO]  SharePoint Online - "),
        (LIST + "   -  [S|", "[SPO]  SharePoint Online", LIST + "   -  [SPO]  SharePoint Online - "),
        (LIST + "- |", "REQUESTS FOR SUPPORT", LIST + "- REQUESTS FOR SUPPORT: "),
        (TITLE + "- DESCRIBE THE CUSTOMER: x #co|", "#covid", TITLE + "- DESCRIBE THE CUSTOMER: x #covid"),
        (
            "- STATUS DER BETEILIGUNG: Angehalten\n- BESCHREIBUNG DES KUNDEN: x\n- M365-BEREITSTELLUNGSFORTSCHRITT: |",
            "Nicht bereitgestellt",
            "- STATUS DER BETEILIGUNG: Angehalten\n- BESCHREIBUNG DES KUNDEN: x\n"
            "- M365-BEREITSTELLUNGSFORTSCHRITT: Nicht bereitgestellt",
        ),
    ],
)
def test_what_the_template_has_here_is_completed(marked: str, label: str, text: str) -> None:
    """Titles, labels, choices, workloads and hashtags are offered where they belong, in the language of the note."""
    assert after(marked)[label] == text


def test_what_a_note_has_is_not_offered_again() -> None:
    """Labels and workloads that the note has, and a second title, are left out."""
    labels = after(LIST + "   -  |").keys()
    assert "[EXO]  Exchange Online" not in labels
    assert all(label.startswith("[") for label in labels)
    labels = after(LIST + "- |").keys()
    assert "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS" not in labels
    assert "EXEC SUMMARY" not in labels


def test_free_text_has_no_completions() -> None:
    """After a label without choices nothing is offered, nor after a label that the template doesn't have."""
    assert after(TITLE + "- DESCRIBE THE CUSTOMER: |") == {}
    assert after(TITLE + "- Milestones: |") == {}


def test_items_are_sorted_as_in_the_template() -> None:
    """Editors sort items by a text of their own: it keeps the order of the template."""
    note, position = open_at(TITLE + "|")
    items = completions_at(note, position)
    keys = [item.sort_text for item in items]
    assert keys == sorted(key for key in keys if key)
    assert [item.label for item in items][:2] == ["DESCRIBE THE CUSTOMER", "STATUS OF THE ENGAGEMENT"]


def test_a_note_can_be_written_with_completions_alone() -> None:
    """Taking the first item again and again gives a note with all fields and workloads, which the parser reads."""
    text = ""
    while True:
        note = open_note(text)
        items: list[CompletionItem] = completions_at(note, note.positions.position(len(text)))
        if not items:
            if text.endswith("\n"):
                break
            text += "\n" if "SNAPSHOT" in text.splitlines()[-1] else "x\n"
            continue
        assert isinstance(items[0].text_edit, TextEdit)
        text = edited(note, [items[0].text_edit])
        if not text.endswith(" "):
            text += "\n"
        elif text.endswith(" - "):
            text += "x\n"
    (summary,) = parse(text).exec_summaries
    assert len(summary.fields) == 6
    assert len(summary.workloads) == 17
    assert not [one for one in check(text) if one.severity > Severity.INFORMATION]


@given(text=st.text(alphabet="#[-: aE\n"), line=st.integers(0, 3), character=st.integers(0, 20))
def test_any_position_can_be_asked_about(text: str, line: int, character: int) -> None:
    """Completion never fails, and replaces text of one line around or before the position."""
    note = open_note(text)
    offset = note.positions.offset(Position(line, character))
    for item in completions_at(note, Position(line, character)):
        assert isinstance(item.text_edit, TextEdit)
        start, end = (note.positions.offset(place) for place in (item.text_edit.range.start, item.text_edit.range.end))
        assert start <= offset <= end
        assert "\n" not in text[start:end]
