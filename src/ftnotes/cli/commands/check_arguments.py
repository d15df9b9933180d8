"""The arguments of ``ftnotes check`` and ``ftnotes fix``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..files.inputs import refuse_stdin_filename
from ..options.arguments import (
    OUTPUT,
    READING,
    PolicyOptions,
    ReadingOptions,
    force_in_place_option,
    notes_argument,
    output_option,
    redact_option,
    stdin_filename_option,
)
from ..options.declaration import Heading, flag, group
from ..options.exit_status import UsageError
from ..options.export_arguments import EXPORTS, ExportOptions
from ..output.printers import FORMATS

if TYPE_CHECKING:
    from ...policy.configuration import OutputFormat

_FIXING: Final = Heading("fixing")


@frozen(eq=False, repr=False)
class CheckArguments:
    """The arguments of ``check``."""

    notes: list[str] = notes_argument()
    fix: bool = flag("apply the safe fixes to the notes", _FIXING)
    unsafe_fixes: bool = flag("also apply fixes that change the writer's words", _FIXING)
    diff: bool = flag("show what fixes would change, and the other problems; write nothing", _FIXING)
    output: str | None = output_option(_FIXING)
    force_in_place: bool = force_in_place_option(_FIXING)
    policy: PolicyOptions = group(PolicyOptions)
    statistics: bool = flag("count the problems of each rule instead of printing them", OUTPUT)
    show_not_evaluated: bool = flag("print which rules were skipped, and what they need", OUTPUT)
    redact: bool = redact_option(OUTPUT)
    stdin_filename: str | None = stdin_filename_option(OUTPUT)
    exit_zero: bool = flag("exit with 0 even if there are problems", OUTPUT)
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS)

    @property
    def writes(self) -> bool:
        """Whether fixed notes are written."""
        return self.fix and not self.diff


def refuse_contradictions(arguments: CheckArguments, output_format: OutputFormat) -> None:
    """Refuse options that need or exclude each other.

    Raises:
        UsageError: the message names them.
    """
    if arguments.unsafe_fixes and not arguments.fix and not arguments.diff:
        raise UsageError("--unsafe-fixes needs --fix or --diff")
    for given, option in ((arguments.force_in_place, "--force-in-place"), (arguments.output is not None, "-o")):
        if given and not arguments.fix:
            raise UsageError(f"{option} needs --fix")
        if given and arguments.diff:
            raise UsageError(f"{option} is about writing, and --diff writes nothing; use one of them")
    if arguments.diff and arguments.redact:
        raise UsageError("--diff shows the text of notes, and --redact hides it; use one of them")
    if not FORMATS[output_format].for_people:
        for given, option in ((arguments.diff, "--diff"), (arguments.statistics, "--statistics")):
            if given:
                raise UsageError(f"{option} needs --output-format full or concise, not {output_format}")
    refuse_stdin_filename(arguments.stdin_filename, arguments.notes)
