"""``ftnotes records``: write the content of notes as tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...batch.formats import is_export
from ..files.inputs import Inputs
from ..files.recognition import Recognition
from ..options.arguments import (
    DATE,
    READING,
    OneOf,
    ReadingOptions,
    day,
    keep_option,
    notes_argument,
    raw_csv_option,
    redact_option,
)
from ..options.declaration import group, option
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.export_arguments import CONTEXT_COLUMNS, EXPORTS, ExportOptions, refuse_kept_columns
from ..options.parser import Command
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    import datetime


#: The tables, and what their rows are.
_NOUNS: Final = {
    "summaries": ("summary", "summaries"),
    "workloads": ("workload", "workloads"),
    "actions": ("next action", "next actions"),
}
#: How a table is printed.
_FORMS: Final = ("csv", "jsonl")
#: The date of a note is the only part of its context that its records depend on.
_OTHER_COLUMNS: Final = tuple(name for name in CONTEXT_COLUMNS if not name.startswith("date_"))


@frozen
class RecordsArguments:
    """The arguments of ``records``."""

    notes: list[str] = notes_argument()
    output: str | None = option(
        "the table to write: .csv, .xlsx, .jsonl or .parquet; an existing file is replaced (default: print one table)",
        None,
        "-o",
        "--output",
        metavar="FILE",
    )
    table: str = option(
        f"the table to print: {', '.join(_NOUNS)} (default: summaries)",
        metavar="NAME",
        type=OneOf(tuple(_NOUNS)),
        default="summaries",
    )
    template: str | None = option(
        "the template whose notes are meant (default: the first one of the playbook, the exec summary)", None, metavar="KEY"
    )
    output_format: str = option(
        f"how to print it: {' or '.join(_FORMS)} (default: csv)", metavar="FORM", type=OneOf(_FORMS), default="csv"
    )
    raw_csv: bool = raw_csv_option()
    keep: list[str] = keep_option()
    date: datetime.date | None = option(DATE, None, metavar="YYYY-MM-DD", type=day)
    redact: bool = redact_option(None)
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS, without=_OTHER_COLUMNS)


def _run(arguments: RecordsArguments, errors: Screen) -> int:
    from ...batch.api import record_export
    from ...batch.jobs import Recorded, RecordJob
    from ...batch.rows import ExportError, Row, RowError
    from ...batch.tables import ACTIONS, WORKLOADS, Tables, notes_of, table_name
    from ...policy.report_text import counted
    from ..files.known_total import known_total
    from ..files.row_results import row_results
    from ..options.export_options import ProblemReporter, export_reading
    from ..options.settings import reading_settings
    from ..output.progress import with_progress
    from ..output.tables import PrintedTable, written_lines

    configuration, playbook, max_size = reading_settings(arguments.reading)
    inputs = Inputs(errors, max_size, encoding=arguments.reading.encoding, excludes=configuration.excludes)
    try:
        template = None if arguments.template is None else playbook.template(arguments.template).key
    except ValueError as error:
        raise UsageError(str(error)) from None
    kinds = (notes_of(template), WORKLOADS, ACTIONS)
    exports, target, keep = arguments.exports, arguments.output, tuple(arguments.keep)
    names = list(inputs.distinct(arguments.notes))
    refuse_kept_columns(keep, names)
    reading = export_reading(exports, names, inputs, keep) if any(map(is_export, names)) else None
    screen = Screen.of(sys.stdout)
    tables: Tables | PrintedTable
    if target is None:
        targets = {}
        kind = next(kind for kind in kinds if kind.name == arguments.table)
        tables = PrintedTable(screen, kind, playbook, keep, arguments.output_format, arguments.raw_csv, arguments.redact)
    else:
        targets = {kind.name: table_name(target, kind.name) if at else target for at, kind in enumerate(kinds)}
        kept = ["/dev/stdin" if name == STDIN else name for name in names]  # it can be redirected from a file
        tables = Tables(target, playbook, arguments.raw_csv, kinds=kinds, keep=keep, inputs=kept, redact=arguments.redact)
    reporter = ProblemReporter(inputs, arguments.redact, tuple(targets.values()))
    job = RecordJob(playbook, arguments.date, template)

    def rows(name: str) -> Iterator[Recorded | RowError]:
        assert reading is not None
        return record_export(name, playbook=playbook, date=arguments.date, template=template, jobs=exports.jobs, **reading)

    def note(row: Row) -> Recorded | RowError:
        made = job(row)
        return made if isinstance(made, RowError) else Recorded(row, *made)

    notes = without = 0
    recognition = Recognition(playbook)
    results = row_results(names, inputs, rows, note, strict=exports.strict)
    try:
        with tables:
            for result in with_progress(results, errors, screen, lambda: known_total(names, inputs, exports)):
                if isinstance(result, RowError):
                    reporter.add(result)
                    continue
                notes += 1
                without += not result.records
                if result.row.number:
                    reporter.note_markup(result.row)
                origin = result.row.file if result.row.number else inputs.folders.get(result.row.file)
                recognition.add(origin, result.row.text, bool(result.records))
                tables.add(result)
            if not notes:
                raise ExportError(RowError(target or "records", "no note could be read; see the messages above"))
    except ExportError as error:
        reporter.add(error.error)
        errors.print("ftnotes: nothing was written")
        return FAILURE
    reporter.close()
    unrecognized = recognition.report(errors)
    for line in written_lines(screen, targets, tables.counts, _NOUNS):
        screen.print(line)
    if target:
        screen.print(
            f"No summary was found in {without:,} of {counted(notes, 'note')}" if without else f"Read {counted(notes, 'note')}"
        )
    return FAILURE if inputs.failures or unrecognized else CLEAN


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Write the content of notes as tables. With -o, a row for each summary goes to the file you name, a row for each workload "
    "to a second one (out-workloads.csv next to out.csv), and a row for each next action to a third (out-actions.csv); a "
    "workbook has them as sheets. Without -o, one of the tables is printed. Notes are files, or the rows of exports (with "
    "--column).",
    RecordsArguments,
    _run,
)
