"""``ftnotes format``: write notes in the layout and the words of the template, in files and in exports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, frozen

from ...batch.formats import is_export
from ...text.source import LineMap
from ..files.inputs import Inputs, refuse_stdin_filename
from ..files.known_total import known_total
from ..files.recognition import Recognition
from ..options.arguments import (
    READING,
    OneOf,
    ReadingOptions,
    force_in_place_option,
    notes_argument,
    output_option,
    redact_option,
    stdin_filename_option,
)
from ..options.declaration import Heading, flag, group, option
from ..options.exit_status import CLEAN, FAILURE, PROBLEMS, UsageError
from ..options.export_arguments import CONTEXT_COLUMNS, EXPORTS, ExportOptions, output_of_export, refuse_export_options
from ..options.parser import Command
from ..output.failures import failures_line
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    from ...batch.rows import Row, RowError
    from ...playbook.playbook import Playbook
    from ...text.files import Encoding
    from ...writing.format_in_context import FormatResult, Kept
    from ...writing.styles import StyleName
    from ..files.write import NoteWriter

#: The styles, the default first; here too because the module of `Style` is loaded only where notes are written.
STYLES: Final = ("template", "markdown")

_LAYOUT: Final = Heading("layout")
_WRITING: Final = Heading("writing")


@frozen
class FormatArguments:
    """The arguments of ``format``."""

    notes: list[str] = notes_argument()
    style: StyleName = option(
        f"{STYLES[0]} (the default), or {STYLES[1]} for programs that render it",
        _LAYOUT,
        type=OneOf(STYLES),
        default=STYLES[0],
    )
    #: The language to write in.
    into: str | None = option(
        "write titles, labels and choices in this language, such as de or German (default: that of each note)",
        _LAYOUT,
        "--language",
        metavar="LANGUAGE",
    )
    check: bool = flag("name the notes that would change and exit with 1; write nothing", _WRITING)
    diff: bool = flag("show the changes and exit with 1; write nothing", _WRITING)
    output: str | None = output_option(_WRITING)
    force_in_place: bool = force_in_place_option(_WRITING)
    redact: bool = redact_option(_WRITING)
    stdin_filename: str | None = stdin_filename_option(_WRITING)
    reading: ReadingOptions = group(ReadingOptions, READING, without=["language"])
    exports: ExportOptions = group(ExportOptions, EXPORTS, without=CONTEXT_COLUMNS)

    @property
    def writes(self) -> bool:
        """Whether formatted notes are written."""
        return not self.check and not self.diff


@frozen
class FormattedNote:
    """A note before and after."""

    #: The place to show.
    place: str
    before: str
    after: str
    #: The folder or export that it was found in.
    origin: str | None
    #: What was left as it was typed, and why; not of the notes in exports that are written.
    kept: tuple[Kept, ...] = ()
    #: The encoding of its file; None for a row.
    encoding: Encoding | None = None


def _run(arguments: FormatArguments, errors: Screen) -> int:
    from ...policy.configuration import language_code
    from ...syntax.parser import parse
    from ...writing.format import format_result
    from ..files.write import NoteWriter
    from ..options.settings import reading_settings
    from ..output.progress import with_progress

    _refuse_contradictions(arguments)
    configuration, playbook, max_size = reading_settings(arguments.reading)
    language = None if arguments.into is None else language_code(playbook, arguments.into)
    # Standard output carries the formatted note if that was read from standard input.
    screen = Screen.of(sys.stderr if arguments.writes and STDIN in arguments.notes else sys.stdout)
    stdin_name = STDIN if arguments.stdin_filename is None else arguments.stdin_filename
    inputs = Inputs(errors, max_size, stdin_name, arguments.reading.encoding, configuration.excludes)
    writer = NoteWriter(errors, arguments.force_in_place, inputs.failures)
    given = (arguments.reading.edition, arguments.reading.playbook, configuration.edition, configuration.playbook)
    change = partial(
        format_result if any(given) else _format_default, playbook=playbook, language=language, style=arguments.style
    )
    job = _Job(arguments, change, inputs, writer)
    names = list(inputs.distinct(arguments.notes))
    if any(map(is_export, names)):
        results = job.inputs_with_exports(names)
    else:
        refuse_export_options(arguments.exports.column, arguments.output)
        results = job.notes(names)
    verb = "formatted" if arguments.writes else "would be formatted"
    notes = changed = 0
    recognition = Recognition(playbook)
    for done in with_progress(results, errors, screen, lambda: known_total(names, inputs, arguments.exports)):
        notes += 1
        if recognition.awaits(done.origin):
            recognition.add(done.origin, done.after, bool(parse(done.after, playbook).notes))
        for line in _left(screen, done):
            screen.print(line)
        if done.after == done.before:
            continue
        changed += 1
        if arguments.diff:
            from ..output.diff import print_difference

            print_difference(screen, done.place, done.before, done.after, done.encoding)
        else:
            screen.print(f"{screen.name(done.place)}: {verb}")
    unrecognized = recognition.report(errors)
    screen.print(_summary(notes, changed, verb) + failures_line(inputs.failures))
    if inputs.failures or unrecognized or not notes:
        return FAILURE
    return PROBLEMS if changed and not arguments.writes else CLEAN


def _format_default(text: str, *, playbook: Playbook, language: str | None, style: StyleName) -> FormatResult:
    """Format a note where no edition was given: tags and names of other editions stay."""
    from ...syntax.parser import parse
    from ...writing.format import format_result

    return format_result(parse(text, playbook), language=language, style=style)


def _refuse_contradictions(arguments: FormatArguments) -> None:
    for given, name in ((arguments.force_in_place, "--force-in-place"), (arguments.output is not None, "-o")):
        if given and not arguments.writes:
            shown = "--check" if arguments.check else "--diff"
            raise UsageError(f"{name} is about writing, and {shown} writes nothing; use one of them")
    if arguments.diff and arguments.redact:
        raise UsageError("--diff shows the text of notes, and --redact hides it; use one of them")
    refuse_stdin_filename(arguments.stdin_filename, arguments.notes)


def _summary(notes: int, changed: int, verb: str) -> str:
    from ...policy.report_text import counted

    if not notes:
        return "Nothing was formatted"
    return f"{changed:,} of {counted(notes, 'note')} {verb}" if changed else f"Nothing to format in {counted(notes, 'note')}"


def _left(screen: Screen, note: FormattedNote) -> Iterator[str]:
    """Yield what was left as it was typed, and why."""
    from ...policy.report_text import location

    lines = LineMap(note.before if note.kept else "")
    for one in note.kept:
        yield f"{location(screen, screen.name(note.place), lines.position(one.span.start))} left as it is: {one.reason}"


def _change_row(change: Callable[[str], FormatResult], row: Row) -> str:
    return change(row.text).text


@define
class _Job:
    arguments: FormatArguments
    #: Formats a text. It can be sent to other processes.
    change: Callable[[str], FormatResult]
    inputs: Inputs
    writer: NoteWriter

    def notes(self, names: Sequence[str]) -> Iterator[FormattedNote]:
        """Format notes, and write them where they came from."""
        for note in self.inputs.read(names):
            done = self.change(note.text)
            if not self.arguments.writes or self.writer.write(note, done.text):
                origin = self.inputs.folders.get(note.name)
                yield FormattedNote(note.shown, note.text, done.text, origin, done.kept, note.encoding)

    def inputs_with_exports(self, names: Sequence[str]) -> Iterator[FormattedNote]:
        """Format the notes of exports, and of the other files among the inputs."""
        from ...batch.api import preview_rewrite, rewrite_export
        from ..options.export_options import ProblemReporter, export_reading

        arguments, exports, change = self.arguments, self.arguments.exports, partial(_change_row, self.change)
        jobs, reading = exports.jobs, export_reading(exports, names, self.inputs)
        target = None
        if arguments.writes:
            target = output_of_export(arguments.output, arguments.force_in_place, names, "formatted")

        def done(name: str) -> Iterator[tuple[Row, str] | RowError]:
            if target is not None:
                return rewrite_export(name, target, change=change, jobs=jobs, **reading)
            return preview_rewrite(name, change=change, jobs=jobs, **reading)

        def formatted(result: tuple[Row, str]) -> FormattedNote:
            row, after = result
            reporter.note_markup(row)
            place = (evolve(row, id=None) if arguments.redact else row).place
            kept = self.change(row.text).kept if arguments.diff else ()
            return FormattedNote(place, row.text, after, row.file, kept)

        reporter = ProblemReporter(self.inputs, arguments.redact, (target,) if target else ())
        return reporter.results(names, done, formatted, self.notes, strict=exports.strict)


COMMAND: Final = Command(
    "[OPTIONS] NOTE ...",
    "Write notes in the layout of the template: bullets, brackets and dashes, the order of the fields, the spelling of labels, "
    "choices and known names. The meaning of a note is kept, and so is all text outside of summaries.",
    FormatArguments,
    _run,
)
