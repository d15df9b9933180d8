"""What jobs make of notes in exports and files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.exports import NOTES, made, numbered

from ftnotes.batch import ExportError, Row, RowError, read_export
from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.files.row_results import row_results
from ftnotes.cli.output.terminal import Screen


def test_notes_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    """Files are rows with the number 0; an export that can't be read yields its error, or raises it if asked to."""
    names = [made(tmp_path, "n.md", "a note"), numbered(tmp_path, 1), str(tmp_path / "none.csv")]

    def results(strict: bool) -> Iterator[Row | RowError]:
        inputs = Inputs(Screen(sys.stderr), 1)
        return row_results(names, inputs, lambda name: read_export(name, NOTES), lambda row: row, strict=strict)

    note, first, ragged, missing = results(strict=False)
    assert isinstance(note, Row)
    assert (note.file, note.number, note.text) == (names[0], 0, "a note")
    assert isinstance(first, Row)
    assert isinstance(ragged, RowError)
    assert isinstance(missing, RowError)
    assert (missing.file, missing.row) == (names[2], None)
    with pytest.raises(ExportError):
        list(results(strict=True))
