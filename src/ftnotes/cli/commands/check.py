"""``ftnotes check`` and ``ftnotes fix``: each note is read, checked, perhaps mended, and told of."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import Factory, define

from ...policy.checker import check
from ...policy.context import Context
from ...policy.diagnostics import Severity
from ...policy.report import Report
from ...syntax.document import Document
from ...syntax.parser import parse
from ..files.inputs import Inputs, Note, refuse_stdin_filename
from ..options.exit_status import CLEAN, FAILURE, FINDINGS, UsageError
from ..options.export_arguments import is_export, refuse_export_options
from ..options.settings import Settings, settings
from ..output.printers import FOR_PEOPLE, printer
from ..output.progress import with_progress
from ..output.results import Redaction, Result, Totals
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    from ...policy.fixer import FixResult

# What mends and writes is imported where that is asked for.

_SEVERITIES: Final = tuple(Severity)  # the weightiest first


def run(arguments: Namespace, errors: Screen) -> int:
    """Check notes, and mend them where that is asked for.

    Args:
        arguments: the command line.
        errors: where to tell of what can't be read or written.

    Returns:
        The exit status.

    Raises:
        UsageError: the arguments don't go together, or name something that isn't known.
    """
    mends = arguments.command == "fix" or arguments.fix
    found = settings(arguments)
    _refuse_contradictions(arguments, mends, found.output_format)
    # The fixed text of standard input has standard output to itself.
    piped = mends and not arguments.diff and STDIN in arguments.notes
    screen = Screen.of(sys.stderr if piped else sys.stdout)
    inputs = Inputs(errors, found.max_size, STDIN if arguments.stdin_filename is None else arguments.stdin_filename)
    job = _Job(arguments, found, errors, mends and not arguments.diff)
    totals = Totals(unreadable=inputs.unreadable, unwritten=job.unwritten, previewed=arguments.diff)
    prints = printer(
        found.output_format,
        screen,
        errors,
        Redaction(arguments.redact),
        shows_not_evaluated=arguments.show_not_evaluated,
        counts=arguments.statistics,
    )
    threshold = _SEVERITIES[: _SEVERITIES.index(found.fail_on) + 1]
    names = list(inputs.distinct(arguments.notes))

    def notes(*those: str) -> Iterator[Result]:
        return map(job.checked, inputs.read(those))

    if any(map(is_export, names)):
        from ..options.export_options import ProblemReporter
        from .check_rows import checked_inputs

        reporter = ProblemReporter(errors, inputs.unreadable, arguments.redact, (arguments.output,))
        source = checked_inputs(arguments, found, names, job.writes, reporter, notes)
    else:
        refuse_export_options(arguments)
        source = notes(*names)
    for checked in with_progress(source, errors, screen):
        totals.add(checked)
        prints.add(checked)
    prints.end(totals)
    if totals.unreadable or totals.unwritten or not totals.notes:
        return FAILURE
    found_something = any(totals.severities[severity] for severity in threshold) or (arguments.diff and totals.changed)
    return FINDINGS if found_something and not arguments.exit_zero else CLEAN


def _refuse_contradictions(arguments: Namespace, mends: bool, output_format: str) -> None:
    if arguments.unsafe_fixes and not mends and not arguments.diff:
        raise UsageError("--unsafe-fixes says which fixes --fix and --diff may use; give one of them too")
    if arguments.force_in_place and (not mends or arguments.diff):
        raise UsageError("--force-in-place is about writing, and nothing is written without --fix")
    if arguments.diff and arguments.redact:
        raise UsageError("--diff shows the text of notes, which --redact is to keep out; leave one of them out")
    if output_format not in FOR_PEOPLE:
        for given, option in ((arguments.diff, "--diff"), (arguments.statistics, "--statistics")):
            if given:
                raise UsageError(f"{option} is for people: it goes with --output-format full or concise, not {output_format}")
    if arguments.output is not None and (not mends or arguments.diff):
        raise UsageError("-o is where a mended export is written, and nothing is written without --fix, nor with --diff")
    refuse_stdin_filename(arguments)


@define
class _Job:
    """What is done with each note."""

    arguments: Namespace
    settings: Settings
    errors: Screen
    #: Whether what is mended is written.
    writes: bool
    #: The names of what could not be written.
    unwritten: list[str] = Factory(list)

    def checked(self, note: Note) -> Result:
        """Check a note, and mend it where that is asked for."""
        context = self.settings.context(note.shown)
        unsafe: bool = self.arguments.unsafe_fixes
        document, report = self.check(note.text, context)
        found = Result(note.shown, note.text, report.diagnostics, report.not_evaluated, bool(document.exec_summaries))
        if not self.writes and not self.arguments.diff:
            return found
        if not any(one.safe or unsafe for diagnostic in report.diagnostics for one in diagnostic.fixes):
            return self.written(note, found, found)
        from ...policy.fixer import fix

        mended = fix(
            note.text,
            unsafe=unsafe,
            context=context,
            playbook=self.settings.playbook,
            rules=self.settings.rules,
            severities=self.settings.severities,
        )
        return self.written(note, found, self.after(note, mended, context))

    def after(self, note: Note, mended: FixResult, context: Context) -> Result:
        """What is left of a note that was mended, or would be."""
        from ..output.fixes import after_mending

        document, report = self.check(mended.text, context)
        return after_mending(
            note.shown, note.text, mended, self.arguments.diff, report.not_evaluated, bool(document.exec_summaries)
        )

    def check(self, text: str, context: Context) -> tuple[Document, Report]:
        """Read and check a text."""
        document = parse(text, self.settings.playbook)
        return document, check(document, context=context, rules=self.settings.rules, severities=self.settings.severities)

    def written(self, note: Note, before: Result, after: Result) -> Result:
        """Write a mended note where it came from; of one that can't be written, what was found before counts."""
        if not self.writes:
            return after
        from ..files.write import WriteRefused, deliver

        try:
            deliver(note.name, note.read, after.text, force=self.arguments.force_in_place)
        except WriteRefused as error:
            self.unwritten.append(note.shown)
            self.errors.print(f"ftnotes: {self.errors.name(note.shown)}: {self.errors.escape(str(error))}")
            return before
        return after
