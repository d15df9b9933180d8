"""``ftnotes format``: notes in the layout and the words of the template, in files and in exports."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, evolve, frozen

from ...playbook.playbook import Playbook
from ...writing.format import format
from ...writing.styles import StyleName
from ..files.inputs import Inputs, Note, refuse_stdin_filename
from ..options.exit_status import CLEAN, FAILURE, FINDINGS, UsageError
from ..options.export_arguments import is_export, refuse_export_in_place, refuse_export_options
from ..options.settings import configuration_of, language_of, max_size_of, playbook_of
from ..output.progress import with_progress
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    from ...batch.rows import Row

# What exports need, what writes and what shows changes is imported where that is asked for.

_STYLE: Final = "template"


@frozen
class RowFormatter:
    """How notes are formatted: a value, which other processes can be sent."""

    playbook: Playbook
    #: The code of the language to write in; None for that of each summary.
    language: str | None
    style: StyleName

    def text(self, text: str) -> str:
        """A note, formatted."""
        return format(text, playbook=self.playbook, language=self.language, style=self.style)

    def row(self, row: Row) -> str:
        """The note of a row, formatted."""
        return self.text(row.text)


@frozen
class Formatted:
    """A note before and after."""

    #: Where it stands, for people.
    place: str
    before: str
    after: str


def run(arguments: Namespace, errors: Screen) -> int:
    """Format notes.

    Args:
        arguments: the command line.
        errors: where to tell of what can't be read or written.

    Returns:
        The exit status.

    Raises:
        UsageError: the arguments don't go together, or name something that isn't known.
    """
    _refuse_contradictions(arguments)
    configuration = configuration_of(arguments)
    playbook = playbook_of(arguments, configuration)
    language = None if arguments.into is None else language_of(playbook, arguments.into)
    formatter = RowFormatter(playbook, language, arguments.style or _STYLE)
    writes = not (arguments.check or arguments.diff)
    # The formatted text of standard input has standard output to itself.
    screen = Screen.of(sys.stderr if writes and STDIN in arguments.notes else sys.stdout)
    max_size = max_size_of(arguments, configuration)
    inputs = Inputs(errors, max_size, STDIN if arguments.stdin_filename is None else arguments.stdin_filename)
    job = _Job(arguments, errors, formatter, inputs, writes, max_size)
    names = list(inputs.distinct(arguments.notes))
    if any(map(is_export, names)):
        results = job.exports(names)
    else:
        refuse_export_options(arguments)
        results = job.notes(names)
    notes = changed = 0
    for done in with_progress(results, errors, screen):
        notes += 1
        if done.after == done.before:
            continue
        changed += 1
        if arguments.diff:
            from ..output.diff import difference

            for line in difference(screen, done.place, done.before, done.after, "formatted"):
                screen.print(line)
            screen.print("")
        else:
            screen.print(f"{screen.name(done.place)}: {'formatted' if writes else 'would be formatted'}")
    screen.print(_count(notes, changed, "formatted" if writes else "would be formatted", inputs, job))
    if inputs.unreadable or job.unwritten or not notes:
        return FAILURE
    return FINDINGS if changed and not writes else CLEAN


def _refuse_contradictions(arguments: Namespace) -> None:
    shown = "--check" if arguments.check else "--diff"
    if arguments.check or arguments.diff:
        for given, option in ((arguments.force_in_place, "--force-in-place"), (arguments.output, "-o")):
            if given:
                raise UsageError(f"{option} is about writing, and nothing is written with {shown}")
    if arguments.diff and arguments.redact:
        raise UsageError("--diff shows the text of notes, which --redact is to keep out; leave one of them out")
    refuse_stdin_filename(arguments)


def _count(notes: int, changed: int, what: str, inputs: Inputs, job: _Job) -> str:
    """What came of all, in one line."""
    from ..options.export_options import several

    many = several(notes, "note")
    if not notes:
        line = "Nothing was formatted"
    elif changed:
        line = f"{changed:,} of {many} {what}"
    else:
        line = f"Nothing to format in {many}"
    if job.unwritten:
        line += f"; {several(len(job.unwritten), 'note')} could not be written"
    return line + (f"; {several(len(inputs.unreadable), 'input')} could not be read" if inputs.unreadable else "")


@define
class _Job:
    """What is done with each note."""

    arguments: Namespace
    errors: Screen
    formatter: RowFormatter
    inputs: Inputs
    #: Whether what is formatted is written.
    writes: bool
    #: In megabytes.
    max_size: int
    #: The names of what could not be written.
    unwritten: list[str] = Factory(list)

    def notes(self, names: Sequence[str]) -> Iterator[Formatted]:
        """The notes in these files, formatted, and written where they came from."""
        for note in self.inputs.read(names):
            after = self.formatter.text(note.text)
            if not self.writes or self._written(note, after):
                yield Formatted(note.shown, note.text, after)

    def _written(self, note: Note, after: str) -> bool:
        from ..files.write import WriteRefused, deliver

        try:
            deliver(note.name, note.read, after, force=self.arguments.force_in_place)
        except WriteRefused as error:
            self.unwritten.append(note.shown)
            self.errors.print(f"ftnotes: {self.errors.name(note.shown)}: {self.errors.escape(str(error))}")
            return False
        return True

    def exports(self, names: Sequence[str]) -> Iterator[Formatted]:
        """The notes of exports, and those in files beside them."""
        from ...batch.api import preview_rewrite, rewrite_export
        from ...batch.rows import ExportError, RowError
        from ..options.export_options import ProblemReporter, columns, options

        arguments = self.arguments
        if self.writes:
            refuse_export_in_place(arguments, names, "formatted")
        chosen, reading = columns(arguments, names), options(arguments, self.max_size)
        change, jobs, strict = self.formatter.row, arguments.jobs, arguments.strict
        reporter = ProblemReporter(self.errors, self.inputs.unreadable, arguments.redact, (arguments.output,))
        for name in names:
            if not is_export(name):
                yield from self.notes([name])
                continue
            try:
                for result in (
                    rewrite_export(name, arguments.output, chosen, change, options=reading, jobs=jobs, strict=strict)
                    if self.writes
                    else preview_rewrite(name, chosen, change, options=reading, jobs=jobs, strict=strict)
                ):
                    if isinstance(result, RowError):
                        reporter.add(result)
                        continue
                    row, after = result
                    shown = evolve(row, id=None) if arguments.redact else row
                    yield Formatted(shown.place, row.text, after)
            except ExportError as error:
                reporter.add(error.error)
                if self.writes:
                    self.errors.print("ftnotes format: nothing was written")
                if strict:
                    break
        reporter.close()
