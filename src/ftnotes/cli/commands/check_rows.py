"""``ftnotes check`` and ``ftnotes fix`` on exports: each row is a note of its own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from ...batch.api import check_export, fix_export, preview_fixes
from ...batch.jobs import Checked as CheckedRow
from ...batch.jobs import Fixed, Policy
from ...batch.rows import ExportError, Options, Row, RowError
from ..options.exit_status import UsageError
from ..options.export_arguments import is_export, refuse_export_in_place
from ..options.export_options import ProblemReporter, columns, options
from ..options.settings import Settings
from ..output.fixes import after_mending
from ..output.printers import FOR_PEOPLE
from ..output.results import Result

if TYPE_CHECKING:
    from ...batch.rows import Columns

#: The forms of output in which a row has a place.
FORMS: Final = (*FOR_PEOPLE, "json")


def checked_inputs(
    arguments: Namespace,
    found: Settings,
    names: Sequence[str],
    mends: bool,
    reporter: ProblemReporter,
    plain: Callable[[str], Iterator[Result]],
) -> Iterator[Result]:
    """Check, and mend where that is asked for, the notes of exports and those beside them.

    Args:
        arguments: the command line.
        found: what is in force.
        names: of the inputs, one export at least among them.
        mends: whether what is mended is written.
        reporter: where to tell what can't be read.
        plain: checks a note in a file of its own.

    Raises:
        UsageError: the arguments don't go together.
    """
    if found.output_format not in FORMS:
        raise UsageError(
            f"--output-format {found.output_format} points at lines of files, and a note in an export has none of its own; "
            f"use {', '.join(FORMS[:-1])} or {FORMS[-1]}, or leave the exports out"
        )
    if mends:
        refuse_export_in_place(arguments, names, "mended")
    return _checked(arguments, found, names, mends, columns(arguments, names), reporter, plain)


def _checked(
    arguments: Namespace,
    found: Settings,
    names: Sequence[str],
    mends: bool,
    chosen: Columns,
    reporter: ProblemReporter,
    plain: Callable[[str], Iterator[Result]],
) -> Iterator[Result]:
    reading = options(arguments, found.max_size)
    for name in names:
        if not is_export(name):
            yield from plain(name)
            continue
        policy = Policy(found.context(name), found.playbook, found.rules, severities=found.severities)
        try:
            for result in _results(arguments, name, chosen, policy, mends, reading):
                if isinstance(result, RowError):
                    reporter.add(result)
                else:
                    yield _shown(result, arguments.redact, arguments.diff)
        except ExportError as error:
            reporter.add(error.error)
            if mends:
                reporter.errors.print(f"ftnotes {arguments.command}: nothing was written")
            if arguments.strict:
                break
    reporter.close()


def _results(
    arguments: Namespace, name: str, chosen: Columns, policy: Policy, mends: bool, reading: Options
) -> Iterator[CheckedRow | Fixed | RowError]:
    jobs, strict, unsafe = arguments.jobs, arguments.strict, arguments.unsafe_fixes
    if mends:
        target = arguments.output
        return fix_export(name, target, chosen, policy, unsafe=unsafe, options=reading, jobs=jobs, strict=strict)
    if arguments.diff:
        return preview_fixes(name, chosen, policy, unsafe=unsafe, options=reading, jobs=jobs, strict=strict)
    return check_export(name, chosen, policy, options=reading, jobs=jobs, strict=strict)


def _shown(result: CheckedRow | Fixed, redacted: bool, shown_only: bool) -> Result:
    # Whose note it is is no more for everyone's eyes than what it says.
    row: Row = attrs.evolve(result.row, id=None) if redacted else result.row
    if isinstance(result, CheckedRow):
        report = result.report
        return Result(row.place, row.text, report.diagnostics, report.not_evaluated, bool(result.summaries), row=row)
    done = after_mending(row.place, row.text, result.result, shown_only, result.not_evaluated, bool(result.summaries))
    return attrs.evolve(done, row=row)
