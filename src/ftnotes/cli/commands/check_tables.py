"""The part of ``ftnotes check`` that writes what it finds as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from ...batch.rows import ExportError, RowError
from ...batch.tables import CHECK_TABLES, Tables, table_name
from ..files.examination import examine
from ..options.exit_status import UsageError
from ..options.export_arguments import refuse_kept_columns
from ..options.export_options import ProblemReporter
from ..output.results import Result
from ..output.tables import written_lines
from ..output.terminal import STDIN, Screen
from .check_notes import NoteChecker

#: What a row of each table is.
_NOUNS: Final = {
    "findings": ("problem", "problems"),
    "actions": ("next action", "next actions"),
    "unrecognized": ("note not recognized or not read", "notes not recognized or not read"),
}


def check_into_tables(checker: NoteChecker, names: Sequence[str], target: str, screen: Screen) -> Iterator[Result]:
    """Check notes, and write what is found as tables once all results were taken.

    Args:
        checker: how to check.
        names: the inputs.
        target: the file of the first table.
        screen: where the names of the tables are printed.

    Raises:
        UsageError: arguments contradict each other, or a table can't be written.
    """
    arguments, settings, inputs = checker.arguments, checker.settings, checker.inputs
    refuse_kept_columns(arguments.keep, names)
    targets = {kind.name: table_name(target, kind.name) if at else target for at, kind in enumerate(CHECK_TABLES)}
    reporter = ProblemReporter(inputs, arguments.redact, tuple(targets.values()))
    results = examine(names, inputs, settings, arguments.exports, arguments.keep, checker.older)
    try:
        with Tables(
            target,
            settings.playbook,
            arguments.raw_csv,
            kinds=CHECK_TABLES,
            keep=tuple(arguments.keep),
            inputs=["/dev/stdin" if name == STDIN else name for name in names],  # it can be redirected from a file
            redact=arguments.redact,
        ) as tables:
            for examined in results:
                tables.add(examined)
                if isinstance(examined, RowError):
                    reporter.add(examined)
                    continue
                row, report = examined.row, examined.report
                if row.number:
                    reporter.note_markup(row)
                # The id says whose note it is, which is as confidential as its text.
                row = attrs.evolve(row, id=None) if arguments.redact else row
                has_summary = report.has_summary
                shown = row if row.number else None
                name = row.place if row.number else row.file
                yield Result(name, row.text, report.diagnostics, report.not_evaluated, has_summary, row=shown)
    except ExportError as error:
        if error.error.file in targets.values():
            raise UsageError(f"{error.error}; nothing was written") from None
        reporter.add(error.error)
        inputs.errors.print("ftnotes: nothing was written")
        return
    reporter.close()
    for line in written_lines(screen, targets, tables.counts, _NOUNS):
        screen.print(line)
