"""Formatting in context: a text is read as it was before, and stays as typed where that can't be."""

from __future__ import annotations

import pytest
from helpers.formatting import LISTING

from ftnotes.syntax.document import Document
from ftnotes.syntax.parser import parse
from ftnotes.writing import format_in_context as module
from ftnotes.writing.format import format, format_result
from ftnotes.writing.formatter import Formatter
from ftnotes.writing.reasons import HEADINGS, MISREAD, MISREAD_LINE, THIN, UNEVEN, WRAPPED

INDENTED = "EXEC SUMMARY\n  - STATUS OF THE ENGAGEMENT: reactive\n  and so on\n"


def test_a_summary_that_would_be_read_differently_stays_as_typed() -> None:
    """Text beside its fields would be below them in the template; other summaries of the page are formatted."""
    assert format(INDENTED) == INDENTED
    other = "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n"
    assert format(f"{other}\n{INDENTED}") == f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n\n{INDENTED}"
    assert format(f"{INDENTED}\n{other}") == f"{INDENTED}\n**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n"


def test_a_field_stays_at_its_place_if_text_would_join_it() -> None:
    """Only the order stays as typed, and the lines that depend on others."""
    text = f"EXEC SUMMARY\n{LISTING}\n* DESCRIBE THE CUSTOMER: y\n\nTeams: text\n"
    written = format(text)
    assert written == f"**EXEC SUMMARY**\n{LISTING}\n- DESCRIBE THE CUSTOMER: y\n\nTeams: text\n"
    assert format(written) == written


def test_what_is_left_is_returned_with_the_reason() -> None:
    """A summary and a line have their places in the text before, and why they stay as typed."""
    result = format_result(f"Hello\n\n{INDENTED}")
    assert [(one.span.text(f"Hello\n\n{INDENTED}"), one.reason) for one in result.kept] == [
        (INDENTED.removesuffix("  and so on\n"), MISREAD)
    ]
    line = "- RISKS:\n  //share\n  /two\n"
    note = f"EXEC SUMMARY\n{line}* REQUESTS FOR SUPPORT: x\n"
    result = format_result(note)
    assert result.text == f"**EXEC SUMMARY**\n{line}- REQUESTS FOR SUPPORT: x\n"
    assert [(one.span.text(note), one.reason) for one in result.kept] == [(line, MISREAD_LINE)]
    assert format_result("A call.\n").kept == ()


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("Exec summary\n- Status: reactive\n- Progress: not deployed\n- Support: none\n", THIN),
        ("> EXEC SUMMARY\n> * REQUESTS FOR SUPPORT: x\nyes\n> * DESCRIBE THE CUSTOMER: y\n", UNEVEN),
        ("# EXEC SUMMARY\n\n## DESCRIBE THE CUSTOMER\n\nA bank\n\n## STATUS OF THE ENGAGEMENT\n\nreactive\n", HEADINGS),
        ("EXEC SUMMARY\n| REQUESTS FOR SUPPORT | None |\n| DESCRIBE THE CUSTOMER | A bank |\n", WRAPPED),
        ("EXEC SUMMARY\nDESCRIBE THE CUSTOMER\tSUPPORT\tRISKS\nREQUESTS FOR SUPPORT\tA bank\tnone\n", WRAPPED),
        ("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n- REQUESTS FOR SUPPORT:\n- by phone\n", MISREAD),
        ("EXEC SUMMARY\n<li><b>REQUESTS FOR SUPPORT:</b> None</li>\n<li>DESCRIBE THE CUSTOMER: x</li>\n", WRAPPED),
    ],
)
def test_a_summary_stays_where_its_layout_is_more_than_decoration(note: str, reason: str) -> None:
    """A guess, an answer between quoted lines, headings, tables, HTML and chats are left whole."""
    result = format_result(note)
    assert (result.text, [one.reason for one in result.kept]) == (note, [reason])


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets each text that is read back."""
    texts: list[str] = []

    def read(document: Document, text: str) -> Document:
        texts.append(text)
        return parse(text, document.playbook)

    monkeypatch.setattr(module, "read_as", read)
    return texts


def test_only_uncertain_texts_are_read_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of single lines is certain, and so is one that is formatted already; others are read once or twice."""
    texts = counted(monkeypatch)
    note = f"EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\n{LISTING}\n* [exo] Exchange online: done\n"
    assert format(note) != note
    wrapped = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n  y\n\nbye\n"
    assert format(wrapped) == wrapped
    assert texts == []
    assert format(wrapped.replace("  y", "y")) == wrapped
    assert texts == [wrapped]


def test_a_text_without_a_stable_form_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """If each text with a part as typed is formatted differently again, or all that is written is misread, nothing changes."""

    def unstable(self: Formatter) -> str:
        self.kept[0] = "as typed"
        return self.text + "\n"

    note = "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x\ny\n"
    page = note + note
    with monkeypatch.context() as patch:
        patch.setattr(module, "misread_blocks", lambda *_: {0})
        assert format(note) == note
        assert format(page) == page
    with monkeypatch.context() as patch:
        patch.setattr(Formatter, "write", unstable)
        patch.setattr(module, "misread_blocks", lambda *_: set())
        assert format(page) == page
