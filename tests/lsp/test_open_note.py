from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from helpers.open_notes import open_at

TWO = """\
A page.
|1
**EXEC SUMMARY**
- DESCRIBE THE CUSTOMER: x
|2
**RESUMEN EJECUTIVO**
- DESCRIBIR AL CLIENTE: x
|3
"""


@pytest.mark.parametrize(("mark", "number", "language"), [("|1", 0, "en"), ("|2", 0, "en"), ("|3", 1, "es")])
def test_the_note_at_a_place_is_the_one_above_or_else_below(mark: str, number: int, language: str) -> None:
    """What is typed belongs to the note above, before the first note to that one, and is in its language."""
    text = TWO
    for other in {"|1", "|2", "|3"} - {mark}:
        text = text.replace(f"{other}\n", "")
    note, position = open_at(text.replace(mark, "|"))
    offset = note.positions.offset(position)
    assert note.note_at(offset) is note.document.notes[number]
    assert note.wording_at(offset).language.code == language


def test_without_a_note_the_first_template_counts() -> None:
    """In a text without a note, words are those of the first template in the default language."""
    note, _ = open_at("|")
    assert note.note_at(0) is None
    assert note.wording_at(0).template.key == note.playbook.templates[0].key
