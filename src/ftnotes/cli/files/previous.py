"""The previous notes that a command is given, for rules about what is new."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from ...batch.api import read_export
from ...batch.formats import is_export
from ...batch.previous import OlderNotes
from ...batch.rows import ExportError, Row, RowError
from ..options.exit_status import UsageError
from .inputs import Inputs

if TYPE_CHECKING:
    from ..options.export_arguments import ExportOptions
    from ..options.export_options import ProblemReporter

#: The id of a note that is not in a folder.
_ALONE: Final = "."


def note_id(file: str, folders: Mapping[str, str]) -> str | None:
    """Return what identifies a note in a folder: its file in it, without suffix; None for other notes."""
    return os.path.splitext(os.path.relpath(file, folders[file]))[0] if file in folders else None


def file_row(file: str, folders: Mapping[str, str], text: str = "") -> Row:
    """Return a note in a file as a row, whose id is that of the note."""
    return Row(file, 0, text, note_id(file, folders) or _ALONE)


def read_previous(
    given: Sequence[str], notes: Sequence[str], inputs: Inputs, exports: ExportOptions, reporter: ProblemReporter
) -> OlderNotes:
    """Return the previous notes.

    Args:
        given: the inputs with the previous notes.
        notes: the inputs that are checked.
        inputs: reads notes in files.
        exports: the options about exports.
        reporter: reports what can't be read.

    Raises:
        UsageError: it is not clear which note precedes which.
    """
    names = list(inputs.distinct(given))
    if any(map(is_export, (*names, *notes) if names else ())) and exports.id_column is None:
        raise UsageError("--previous finds the notes of exports by --id-column, as in --id-column Tenant")
    alone = [name for name in names if not is_export(name) and name not in inputs.folders]
    if alone and (len(names) > 1 or len(notes) > 1):
        raise UsageError("--previous takes one note for one note; for several, name folders whose notes have the same names")
    found = OlderNotes()
    for row in _rows(names, inputs, exports, reporter):
        try:
            found.add(row)
        except ValueError as error:
            reporter.add(row.error(str(error)))
    return found


def _rows(names: Sequence[str], inputs: Inputs, exports: ExportOptions, reporter: ProblemReporter) -> Iterator[Row]:
    from ..options.export_options import export_reading

    for name in names:
        if not is_export(name):
            for note in inputs.read([name]):
                yield attrs.evolve(file_row(name, inputs.folders, note.text), file=note.shown)
            continue
        try:
            for row in read_export(name, **export_reading(exports, names, inputs)):
                if isinstance(row, RowError):
                    reporter.add(row)
                else:
                    yield row
        except ExportError as error:
            reporter.add(error.error)
