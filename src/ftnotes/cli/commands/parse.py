"""``ftnotes parse``: show how notes are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...batch.formats import is_export
from ..files.inputs import Inputs
from ..options.arguments import READING, ReadingOptions, notes_argument
from ..options.declaration import flag, group
from ..options.exit_status import CLEAN, FAILURE
from ..options.export_arguments import CONTEXT_COLUMNS, EXPORTS, ExportOptions, refuse_export_options
from ..options.parser import Command
from ..output.terminal import Screen

if TYPE_CHECKING:
    from ...batch.rows import Row
    from ...interchange.json_tree import Json


@frozen
class ParseArguments:
    """The arguments of ``parse``."""

    notes: list[str] = notes_argument()
    json: bool = flag("print the tree as JSON instead of an outline")
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS, without=[*CONTEXT_COLUMNS, "jobs"])


@frozen
class _Note:
    #: Its file, and in an export its row, for people and for JSON.
    place: str
    origin: dict[str, Json]
    text: str


def _run(arguments: ParseArguments, errors: Screen) -> int:
    from ...interchange.json_tree import to_json
    from ...syntax.parser import parse
    from ..options.settings import reading_settings
    from ..output.outline import outline

    configuration, playbook, max_size = reading_settings(arguments.reading)
    screen = Screen.of(sys.stdout)
    inputs = Inputs(errors, max_size, encoding=arguments.reading.encoding, excludes=configuration.excludes)
    names = list(inputs.distinct(arguments.notes))
    if any(map(is_export, names)):
        notes = _notes_and_rows(arguments.exports, names, inputs)
    else:
        refuse_export_options(arguments.exports.column)
        notes = _notes(names, inputs)
    for note in notes:
        document = parse(note.text, playbook)
        if arguments.json:
            screen.print_json({**note.origin, **to_json(document)})
        else:
            for line in outline(screen, note.place, note.text, document):
                screen.print(line)
    return FAILURE if inputs.failures else CLEAN


def _notes(names: Sequence[str], inputs: Inputs) -> Iterator[_Note]:
    return (_Note(note.name, {"file": note.name}, note.text) for note in inputs.read(names))


def _notes_and_rows(exports: ExportOptions, names: Sequence[str], inputs: Inputs) -> Iterator[_Note]:
    from ...batch.api import read_export
    from ..options.export_options import ProblemReporter, export_reading
    from ..output.json_lines import row_origin

    reading = export_reading(exports, names, inputs)
    reporter = ProblemReporter(inputs)

    def note(row: Row) -> _Note:
        reporter.note_markup(row)
        return _Note(row.place, row_origin(row), row.text)

    return reporter.results(
        names, lambda name: read_export(name, **reading), note, lambda those: _notes(those, inputs), strict=exports.strict
    )


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Show how notes are read: an outline with line numbers, or with --json the tree of each note as one line of JSON.",
    ParseArguments,
    _run,
)
