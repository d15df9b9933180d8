"""The part of ``ftnotes check`` that checks exports, in which each row is a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ...batch.api import check_export, fix_export, preview_fixes
from ...batch.jobs import Checked, Fixed, Policy
from ...batch.rows import RowError
from ..options.exit_status import UsageError
from ..options.export_arguments import output_of_export
from ..options.export_options import ProblemReporter, columns, each_result, options
from ..options.settings import Settings
from ..output.fixes import result_after_fixes
from ..output.printers import FORMATS
from ..output.results import Result
from .check_arguments import CheckArguments
from .check_notes import NoteChecker


def check_inputs(arguments: CheckArguments, settings: Settings, names: Sequence[str], checker: NoteChecker) -> Iterator[Result]:
    """Check the notes of exports and of the other files among the inputs, and fix them if asked to.

    Args:
        arguments: the arguments of the command.
        settings: the effective settings.
        names: the inputs, with at least one export.
        checker: what checks plain notes.

    Raises:
        UsageError: arguments contradict each other.
    """
    if not FORMATS[settings.output_format].for_rows:
        *others, last = (name for name, form in FORMATS.items() if form.for_rows)
        raise UsageError(
            f"--output-format {settings.output_format} needs lines of files, which notes in exports don't have; "
            f"use {', '.join(others)} or {last}, or leave the exports out"
        )
    exports, unsafe = arguments.exports, arguments.unsafe_fixes
    chosen, reading = columns(exports, names), options(exports, settings.max_size)
    jobs, strict = exports.jobs, exports.strict
    target = output_of_export(arguments.output, arguments.force_in_place, names, "fixed") if arguments.writes else None

    def done(name: str) -> Iterator[Checked | Fixed | RowError]:
        policy = Policy(settings.context(name), settings.playbook, settings.rules, severities=settings.severities)
        if target is not None:
            return fix_export(name, target, chosen, policy, unsafe=unsafe, options=reading, jobs=jobs, strict=strict)
        if arguments.diff:
            return preview_fixes(name, chosen, policy, unsafe=unsafe, options=reading, jobs=jobs, strict=strict)
        return check_export(name, chosen, policy, options=reading, jobs=jobs, strict=strict)

    def rows(name: str) -> Iterator[Result | RowError]:
        for row in done(name):
            yield row if isinstance(row, RowError) else _result(row, arguments.redact, arguments.diff)

    reporter = ProblemReporter(checker.inputs.errors, checker.inputs.unreadable, arguments.redact, (target,) if target else ())
    return each_result(names, rows, checker.results, reporter, writes=arguments.writes, strict=strict)


def _result(done: Checked | Fixed, redacted: bool, shown_only: bool) -> Result:
    # The id says whose note it is, which is as confidential as its text.
    row = attrs.evolve(done.row, id=None) if redacted else done.row
    if isinstance(done, Checked):
        report = done.report
        return Result(row.place, row.text, report.diagnostics, report.not_evaluated, bool(done.summaries), row=row)
    after = result_after_fixes(row.place, row.text, done.result, shown_only, done.not_evaluated, bool(done.summaries))
    return attrs.evolve(after, row=row)
