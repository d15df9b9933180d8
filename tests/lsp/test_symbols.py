from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from helpers.open_notes import open_note
from hypothesis import given
from lsprotocol.types import DocumentSymbol

from ftnotes import Document, parse
from ftnotes.lsp.symbols import symbols_of
from ftnotes.strategies import messy_notes_text

TEXT = """\
Minutes
**EXEC SUMMARY** 7 May
- DESCRIBE THE CUSTOMER: Retail,
  20K users

Sorry that this is late!

- Snapshot of key workloads:
   -  [EXO]  Exchange Online - done
   -  Teams - pilot

"""


def outline(symbols: list[DocumentSymbol]) -> list[object]:
    return [(symbol.name, symbol.detail, outline(list(symbol.children or ()))) for symbol in symbols]


def test_the_outline_has_notes_fields_and_workloads() -> None:
    """Each note is a symbol with its fields below it, and each field with its workloads."""
    assert outline(symbols_of(open_note(TEXT))) == [
        (
            "EXEC SUMMARY",
            "7 May",
            [
                ("DESCRIBE THE CUSTOMER", "Retail, 20K users", []),
                ("Snapshot of key workloads", None, [("[EXO] Exchange Online", "done", []), ("Teams", "pilot", [])]),
            ],
        )
    ]


def test_a_note_without_a_title_is_named_by_its_template() -> None:
    """Where no title is typed, the name of the template stands for it."""
    text = "- DESCRIBE THE CUSTOMER: x\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    assert [symbol.name for symbol in symbols_of(open_note(text))] == ["exec summary"]


@given(drawn=messy_notes_text())
def test_symbols_are_nested_and_in_order(drawn: tuple[Document, str]) -> None:
    """The range of a symbol contains the line that is selected and its children, which follow each other."""
    text = drawn[1]
    note = open_note(text)
    places = note.positions

    def offsets(symbol: DocumentSymbol) -> tuple[int, int]:
        return places.offset(symbol.range.start), places.offset(symbol.range.end)

    def visit(symbols: list[DocumentSymbol], start: int, end: int) -> None:
        for symbol in symbols:
            first, last = offsets(symbol)
            assert start <= first <= last <= end
            assert first <= places.offset(symbol.selection_range.start)
            assert places.offset(symbol.selection_range.end) <= last
            assert symbol.name
            visit(list(symbol.children or ()), first, last)
            start = last

    visit(symbols_of(note), 0, len(text))
    assert len(symbols_of(note)) == len(parse(text).notes)
