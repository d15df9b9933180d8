"""``ftnotes check``: read notes, check them, fix them if asked to, and print what was found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from ...batch.formats import is_export
from ..files.inputs import Inputs
from ..files.known_total import known_total
from ..files.recognition import Recognition
from ..options.exit_status import CLEAN, FAILURE, PROBLEMS, UsageError
from ..options.export_arguments import refuse_export_options
from ..options.parser import Command
from ..output.terminal import STDIN, Screen
from .check_arguments import CheckArguments, refuse_contradictions

if TYPE_CHECKING:
    from ..files.baseline import Baseline, BaselineWriter


def run(arguments: CheckArguments, errors: Screen) -> int:
    """Check notes, and fix them if asked to.

    Raises:
        UsageError: arguments contradict each other, or one of them is unknown.
    """
    from ...policy.diagnostics import Severity
    from ..options.settings import settings
    from ..output.printers import printer_class
    from ..output.progress import with_progress
    from ..output.results import Redaction, Totals
    from .check_notes import NoteChecker

    effective = settings(arguments.reading, arguments.policy)
    refuse_contradictions(arguments, effective.output_format)
    if not effective.rules:
        raise UsageError("--select and --ignore leave no rule to check with; name the rules to run, as in --select FT1,FT2")
    # Standard output carries the fixed note if that was read from standard input.
    piped = arguments.writes and STDIN in arguments.notes
    screen = Screen.of(sys.stderr if piped else sys.stdout)
    stdin_name = STDIN if arguments.stdin_filename is None else arguments.stdin_filename
    inputs = Inputs(errors, effective.max_size, stdin_name, arguments.reading.encoding, effective.configuration.excludes)
    writer = None
    if arguments.writes:
        from ..files.write import NoteWriter

        writer = NoteWriter(errors, arguments.force_in_place, inputs.failures)
    names = list(inputs.distinct(arguments.notes))
    checker = NoteChecker(arguments, effective, inputs, writer)
    if arguments.previous:
        from ..files.previous import read_previous
        from ..options.export_options import ProblemReporter

        checker.older = read_previous(
            arguments.previous, names, inputs, arguments.exports, ProblemReporter(inputs, arguments.redact)
        )
    output = printer_class(effective.output_format)(
        screen,
        errors,
        Redaction(arguments.redact),
        arguments.show_not_evaluated,
        arguments.counts,
        effective.playbook,
        arguments.show_fixes,
    )
    if arguments.table:
        from .check_tables import check_into_tables

        results = check_into_tables(checker, names, arguments.table, screen)
    elif any(map(is_export, names)):
        from .check_rows import check_inputs

        results = check_inputs(checker, names, output)
    else:
        refuse_export_options(None if arguments.previous else arguments.exports.column, arguments.output)
        results = checker.results(names)
    known = _baseline(arguments, effective.max_size)
    results = known.passed(results) if known else results
    totals = Totals(failures=inputs.failures, previewed=arguments.diff)
    recognition = Recognition(effective.playbook)
    for result in with_progress(results, errors, screen, lambda: known_total(names, inputs, arguments.exports)):
        totals.add(result)
        output.add(result)
        recognition.add(
            result.row.file if result.row else inputs.folders.get(result.name),
            result.text,
            result.has_summary or checker.knows_note_type(result),
        )
        if effective.require_summary and not result.has_summary:
            errors.report(result.name, "no summary can be read in it, and --require-summary asks for one")
    unrecognized = recognition.report(errors, ", or pass --note-type if these are other notes")
    output.end(totals)
    if known:
        known.end(names, errors)
    if totals.failures or unrecognized or not totals.notes:
        return FAILURE
    severities = tuple(Severity)
    failing = severities[: severities.index(effective.fail_on) + 1]
    failed = any(totals.severities[severity] for severity in failing) or (arguments.diff and totals.changed)
    failed = failed or (effective.require_summary and totals.without_summary)
    return PROBLEMS if failed and not arguments.exit_zero and not arguments.write_baseline else CLEAN


def _baseline(arguments: CheckArguments, max_size: int) -> Baseline | BaselineWriter | None:
    """Return what leaves known problems out, or collects them; None if neither is asked for."""
    if arguments.baseline is None and arguments.write_baseline is None:
        return None
    from ..files.baseline import Baseline, BaselineWriter

    return Baseline.read(arguments.baseline, max_size) if arguments.baseline else BaselineWriter(arguments.write_baseline or "")


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Check notes against the guidance. Prints each problem with its line, the reason, and what to do.",
    CheckArguments,
    run,
)
