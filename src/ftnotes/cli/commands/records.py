"""``ftnotes records``: write the content of notes as tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...batch.formats import is_export
from ..files.inputs import Inputs
from ..files.recognition import Recognition
from ..options.arguments import READING, ReadingOptions, day, notes_argument, redact_option
from ..options.declaration import flag, group, option
from ..options.exit_status import CLEAN, FAILURE
from ..options.export_arguments import CONTEXT_COLUMNS, EXPORTS, ExportOptions
from ..options.parser import Command
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    import datetime


#: The date of a note is the only part of its context that its records depend on.
_OTHER_COLUMNS: Final = tuple(name for name in CONTEXT_COLUMNS if name != "date_column")


@frozen
class RecordsArguments:
    """The arguments of ``records``."""

    notes: list[str] = notes_argument()
    output: str = option(
        "the table to write: .csv, .jsonl or .parquet; an existing file is replaced",
        None,
        "-o",
        "--output",
        metavar="FILE",
        required=True,
    )
    raw_csv: bool = flag("CSV for programs: no apostrophe before cells that spreadsheets take for formulas, no byte order mark")
    date: datetime.date | None = option("date of the notes", None, metavar="YYYY-MM-DD", type=day)
    redact: bool = redact_option(None)
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS, without=_OTHER_COLUMNS)


def _run(arguments: RecordsArguments, errors: Screen) -> int:
    from ...batch.api import record_export
    from ...batch.jobs import Recorded, RecordJob
    from ...batch.record_tables import Tables, actions_name, workloads_name
    from ...batch.rows import ExportError, Row, RowError
    from ...policy.report_text import counted
    from ..options.export_options import ProblemReporter, export_reading
    from ..options.settings import reading_settings
    from ..output.progress import with_progress

    configuration, playbook, max_size = reading_settings(arguments.reading)
    inputs = Inputs(errors, max_size, encoding=arguments.reading.encoding, excludes=configuration.excludes)
    exports = arguments.exports
    names = list(inputs.distinct(arguments.notes))
    reading = export_reading(exports, names, inputs) if any(map(is_export, names)) else None
    targets = (arguments.output, workloads_name(arguments.output), actions_name(arguments.output))
    screen, reporter = Screen.of(sys.stdout), ProblemReporter(inputs, arguments.redact, targets)

    job = RecordJob(playbook, arguments.date)

    def results() -> Iterator[Recorded | RowError]:
        for name in names:
            if reading is None or not is_export(name):
                # A plain note is a row with the number 0.
                for note in inputs.read([name]):
                    row = Row(note.shown, 0, note.text)
                    made = job(row)
                    yield made if isinstance(made, RowError) else Recorded(row, *made)
                continue
            try:
                yield from record_export(name, playbook=playbook, date=arguments.date, jobs=exports.jobs, **reading)
            except ExportError as error:
                if exports.strict:
                    raise
                reporter.add(error.error)

    notes = without = 0
    recognition = Recognition(playbook)
    try:
        kept = ["/dev/stdin" if name == STDIN else name for name in names]  # it can be redirected from a file
        with Tables(arguments.output, playbook, arguments.raw_csv, inputs=kept) as tables:
            for result in with_progress(results(), errors, screen):
                if isinstance(result, RowError):
                    reporter.add(result)
                    continue
                notes += 1
                without += not result.records
                if result.row.number:
                    reporter.note_markup(result.row)
                origin = result.row.file if result.row.number else inputs.folders.get(result.row.file)
                recognition.add(origin, result.row.text, bool(result.records))
                tables.add(result.records, result.row.file, result.row.number or None, result.row.id, actions=result.actions)
            if not notes:
                raise ExportError(RowError(arguments.output, "no note could be read; see the messages above"))
    except ExportError as error:
        reporter.add(error.error)
        errors.print("ftnotes: nothing was written")
        return FAILURE
    reporter.close()
    unrecognized = recognition.report(errors)
    table, workloads, actions = map(screen.escape, targets)
    screen.print(f"{table}: {counted(tables.summaries, 'summary', 'summaries')} of {counted(notes, 'note')}")
    screen.print(f"{workloads}: {counted(tables.workloads, 'workload')}")
    screen.print(f"{actions}: {counted(tables.actions, 'next action')}")
    if without:
        screen.print(f"No summary was found in {counted(without, 'note')}")
    return FAILURE if inputs.unreadable or unrecognized else CLEAN


COMMAND: Final = Command(
    "[OPTIONS] -o FILE NOTE ...",
    "Write the content of notes as tables: a row for each summary in the file you name, a row for each workload in a second "
    "one (out-workloads.csv next to out.csv), and a row for each next action in a third (out-actions.csv). Notes are files, or "
    "the rows of exports (with --column).",
    RecordsArguments,
    _run,
)
