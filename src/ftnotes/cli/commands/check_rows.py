"""The part of ``ftnotes check`` that checks exports, in which each row is a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from ...batch.api import check_export, fix_export, preview_fixes, view_checks
from ...batch.jobs import Checked, Fixed, Policy
from ...batch.rows import Row, RowError
from ..options.exit_status import UsageError
from ..options.export_arguments import output_of_export
from ..options.export_options import ProblemReporter, export_reading
from ..output.fixes import result_after_fixes
from ..output.printers import FORMATS
from ..output.results import Printed, Printer, Result
from .check_notes import NoteChecker


def check_inputs(checker: NoteChecker, names: Sequence[str], printer: Printer) -> Iterator[Result]:
    """Check the notes of exports and of the other files among the inputs, and fix them if asked to.

    Args:
        checker: how to check.
        names: the inputs.
        printer: what prints the results. Those of exports it prints where they are checked, if only their texts are needed.

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
        return _shown(row, arguments.redact)

    def checks(name: str) -> Iterator[Checked | RowError]:
        return check_export(name, policy=Policy(**settings.options(name)), jobs=jobs, older=checker.older, **reading)

    def checked(done: Checked) -> Result:
        return _result(shown(done.row), done)

    def texts(name: str) -> Iterator[tuple[Row, tuple[Printed, bool]] | RowError]:
        policy, view = Policy(**settings.options(name)), partial(_print, printer.without_streams(), arguments.redact)
        return view_checks(name, policy=policy, view=view, jobs=jobs, older=checker.older, **reading)

    def printed(done: tuple[Row, tuple[Printed, bool]]) -> Result:
        row, (text, has_summary) = done
        return Result(row.place, row.text, (), (), has_summary, row=shown(row), printed=text)

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
    if printer.counts or arguments.baseline or arguments.write_baseline:  # which need the diagnostics
        return reporter.results(names, checks, checked, checker.results, strict=exports.strict)
    return reporter.results(names, texts, printed, checker.results, strict=exports.strict)


def _shown(row: Row, redacted: bool) -> Row:
    """Return a row without its id if text is left out: it says whose note it is, which is as confidential as its text."""
    return attrs.evolve(row, id=None) if redacted else row


def _result(row: Row, done: Checked) -> Result:
    report = done.report
    return Result(row.place, row.text, report.diagnostics, report.not_evaluated, bool(done.summaries), row=row)


def _print(printer: Printer, redacted: bool, done: Checked) -> tuple[Printed, bool]:
    result = _result(_shown(done.row, redacted), done)
    return printer.printed(result), result.has_summary
