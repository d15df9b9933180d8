"""The part of ``ftnotes check`` that checks exports, in which each row is a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ...batch.api import check_export, fix_export, preview_fixes
from ...batch.jobs import Checked, Fixed, Policy
from ...batch.rows import Row, RowError
from ..options.exit_status import UsageError
from ..options.export_arguments import output_of_export
from ..options.export_options import ProblemReporter, export_reading
from ..output.fixes import result_after_fixes
from ..output.printers import FORMATS
from ..output.results import Result
from .check_notes import NoteChecker


def check_inputs(checker: NoteChecker, names: Sequence[str]) -> Iterator[Result]:
    """Check the notes of exports and of the other files among the inputs, and fix them if asked to.

    Raises:
        UsageError: arguments contradict each other.
    """
    arguments, settings = checker.arguments, checker.settings
    if not FORMATS[settings.output_format].for_rows:
        *others, last = (name for name, form in FORMATS.items() if form.for_rows)
        raise UsageError(
            f"--output-format {settings.output_format} needs lines of files, which notes in exports don't have; "
            f"use {', '.join(others)} or {last}, or leave the exports out"
        )
    exports, unsafe = arguments.exports, arguments.unsafe_fixes
    jobs, reading = exports.jobs, export_reading(exports, names, checker.inputs)
    target = output_of_export(arguments.output, arguments.force_in_place, names, "fixed") if arguments.writes else None

    reporter = ProblemReporter(checker.inputs, arguments.redact, (target,) if target else ())

    def shown(row: Row) -> Row:
        reporter.note_markup(row)
        # The id says whose note it is, which is as confidential as its text.
        return attrs.evolve(row, id=None) if arguments.redact else row

    def checks(name: str) -> Iterator[Checked | RowError]:
        return check_export(name, policy=Policy(**settings.options(name)), jobs=jobs, older=checker.previous, **reading)

    def checked(done: Checked) -> Result:
        row, report = shown(done.row), done.report
        return Result(row.place, row.text, report.diagnostics, report.not_evaluated, bool(done.summaries), row=row)

    def fixes(name: str) -> Iterator[Fixed | RowError]:
        policy = Policy(**settings.options(name))
        if target is None:
            return preview_fixes(name, policy=policy, unsafe=unsafe, jobs=jobs, **reading)
        return fix_export(name, target, policy=policy, unsafe=unsafe, jobs=jobs, **reading)

    def fixed(done: Fixed) -> Result:
        row, summaries = shown(done.row), bool(done.summaries)
        result = result_after_fixes(row.place, row.text, done.result, arguments.diff, done.not_evaluated, summaries)
        return attrs.evolve(result, row=row)

    if arguments.writes or arguments.diff:
        return reporter.results(names, fixes, fixed, checker.results, strict=exports.strict)
    return reporter.results(names, checks, checked, checker.results, strict=exports.strict)
