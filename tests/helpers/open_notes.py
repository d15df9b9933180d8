"""Texts as an editor has them open."""

from __future__ import annotations

from lsprotocol import types

from ftnotes.lsp.open_note import OpenNote
from ftnotes.lsp.positions import Positions
from ftnotes.policy.configuration import Configuration
from ftnotes.text.edits import Edit, apply_edits
from ftnotes.text.source import Span

URI = "file:///note.md"


def open_note(text: str, configuration: Configuration | None = None, encoding: str = "utf-16") -> OpenNote:
    """Return a text as it is open in an editor."""
    return OpenNote(URI, 1, text, (configuration or Configuration()).options(), Positions(text, encoding))


def open_at(marked: str) -> tuple[OpenNote, types.Position]:
    """Return a text and the position of the bar in it, which is taken out."""
    offset = marked.index("|")
    note = open_note(marked.replace("|", "", 1))
    return note, note.positions.position(offset)


def edited(note: OpenNote, edits: list[types.TextEdit]) -> str:
    """Return the text after edits of the protocol."""
    places = note.positions
    return apply_edits(
        note.text,
        [Edit(Span(places.offset(edit.range.start), places.offset(edit.range.end)), edit.new_text) for edit in edits],
    )


def after_action(note: OpenNote, action: types.CodeAction) -> str:
    """Return the text after a code action."""
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == note.version
    edits = [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
    assert len(edits) == len(change.edits)
    return edited(note, edits)
