"""``ftnotes records``: what notes say, as tables."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from ...batch.api import record_export
from ...batch.jobs import Recorded, RecordJob
from ...batch.record_tables import Tables, workloads_name
from ...batch.rows import ExportError, Row, RowError
from ..files.inputs import Inputs
from ..options.exit_status import CLEAN, FAILURE
from ..options.export_arguments import is_export
from ..options.export_options import ProblemReporter, columns, options, several
from ..options.settings import configuration_of, max_size_of, playbook_of
from ..output.progress import with_progress
from ..output.terminal import Screen


def run(arguments: Namespace, errors: Screen) -> int:
    """Write the tables.

    Args:
        arguments: the command line.
        errors: where to tell of what can't be read or written.

    Returns:
        The exit status.

    Raises:
        UsageError: the arguments don't go together, or name something that isn't known.
    """
    configuration = configuration_of(arguments)
    playbook = playbook_of(arguments, configuration)
    max_size = max_size_of(arguments, configuration)
    inputs = Inputs(errors, max_size)
    names = list(inputs.distinct(arguments.notes))
    chosen = columns(arguments, names) if any(map(is_export, names)) else None
    targets = (arguments.output, workloads_name(arguments.output))
    screen, reporter = Screen.of(sys.stdout), ProblemReporter(errors, inputs.unreadable, arguments.redact, targets)

    def results() -> Iterator[Recorded | RowError]:
        for name in names:
            if chosen is None or not is_export(name):
                # A plain note is a row, which has the number 0.
                for note in inputs.read([name]):
                    row = Row(note.shown, 0, note.text)
                    yield Recorded(row, RecordJob(playbook)(row))
                continue
            try:
                yield from record_export(
                    name,
                    chosen,
                    playbook,
                    options=options(arguments, max_size),
                    jobs=arguments.jobs,
                    strict=arguments.strict,
                )
            except ExportError as error:
                if arguments.strict:
                    raise
                reporter.add(error.error)

    notes = without = 0
    try:
        with Tables(arguments.output, playbook, arguments.raw_csv) as tables:
            for found in with_progress(results(), errors, screen):
                if isinstance(found, Recorded):
                    notes += 1
                    without += not found.records
                    row = found.row
                    tables.add(found.records, row.file, row.number or None, row.id)
                else:
                    reporter.add(found)
            if not notes:
                raise ExportError(RowError(arguments.output, "there is no note to write a table of; see what was told above"))
    except ExportError as error:
        reporter.add(error.error)
        errors.print("ftnotes records: nothing was written")
        return FAILURE
    reporter.close()
    table, beside = map(screen.escape, targets)
    screen.print(f"{table}: {several(tables.summaries, 'summary', 'summaries')} of {several(notes, 'note')}")
    screen.print(f"{beside}: {several(tables.workloads, 'workload')}")
    if without:
        screen.print(f"No exec summary was found in {several(without, 'note')}")
    return FAILURE if inputs.unreadable else CLEAN
