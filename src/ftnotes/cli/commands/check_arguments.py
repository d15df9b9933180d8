"""The arguments of ``ftnotes check`` and ``ftnotes fix``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..files.inputs import refuse_stdin_filename
from ..options.arguments import (
    CONTEXT,
    OUTPUT,
    READING,
    PolicyOptions,
    ReadingOptions,
    force_in_place_option,
    keep_option,
    notes_argument,
    raw_csv_option,
    redact_option,
    stdin_filename_option,
)
from ..options.declaration import Heading, flag, group, option
from ..options.exit_status import UsageError
from ..options.export_arguments import EXPORTS, ExportOptions
from ..output.printers import FORMATS

if TYPE_CHECKING:
    from ...policy.configuration import OutputFormat

_FIXING: Final = Heading("fixing")
_BASELINE: Final = Heading("known problems")


@frozen(eq=False, repr=False)
class CheckArguments:
    """The arguments of ``check``."""

    notes: list[str] = notes_argument()
    fix: bool = flag("apply the safe fixes to the notes", _FIXING)
    unsafe_fixes: bool = flag("also apply fixes that change the writer's words", _FIXING)
    diff: bool = flag("show what fixes would change, and the other problems; write nothing", _FIXING)
    force_in_place: bool = force_in_place_option(_FIXING)
    output: str | None = option(
        "a table to write (.csv, .xlsx, .jsonl or .parquet) of problems, with those of next actions and of notes that were not "
        "recognized beside it; with --fix the export to write, with all other cells unchanged; an existing file is replaced",
        OUTPUT,
        "-o",
        "--output",
        metavar="FILE",
    )
    raw_csv: bool = raw_csv_option(OUTPUT)
    keep: list[str] = keep_option()
    policy: PolicyOptions = group(PolicyOptions)
    previous: list[str] = option(
        "the previous notes, so that texts which are repeated word for word are found: a note, a folder with notes of the same "
        "names, or an export; can be given several times",
        CONTEXT,
        metavar="OLD",
        action="append",
        default=[],
    )
    statistics: bool = flag("count the problems of each rule instead of printing them", OUTPUT)
    show_fixes: bool = flag("show below each problem what its fix would change", OUTPUT)
    show_not_evaluated: bool = flag("print which rules were skipped, and what they need", OUTPUT)
    redact: bool = redact_option(OUTPUT)
    stdin_filename: str | None = stdin_filename_option(OUTPUT)
    exit_zero: bool = flag("exit with 0 even if there are problems", OUTPUT)
    baseline: str | None = option("a file of known problems: only others are reported", _BASELINE, metavar="FILE")
    write_baseline: str | None = option(
        "write all problems of this run to a file for --baseline, and exit with 0", _BASELINE, metavar="FILE"
    )
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS)

    @property
    def table(self) -> str | None:
        """The table to write; None if problems are printed, or notes fixed."""
        return None if self.fix or self.diff else self.output

    @property
    def counts(self) -> bool:
        """Whether problems are counted instead of printed."""
        return self.statistics or self.table is not None

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
    if arguments.previous and (arguments.fix or arguments.diff):
        raise UsageError("--previous is about what the writer has to change; leave out --fix and --diff")
    if arguments.force_in_place and not arguments.fix:
        raise UsageError("--force-in-place needs --fix")
    for given, name in ((arguments.force_in_place, "--force-in-place"), (arguments.output is not None, "-o")):
        if given and arguments.diff:
            raise UsageError(f"{name} is about writing, and --diff writes nothing; use one of them")
    for given, name in ((arguments.raw_csv, "--raw-csv"), (bool(arguments.keep), "--keep")):
        if given and not arguments.table:
            raise UsageError(f"{name} is about tables; name one to write, as in -o problems.csv")
    for file, name in ((arguments.baseline, "--baseline"), (arguments.write_baseline, "--write-baseline")):
        for other, excluded in ((arguments.fix, "--fix"), (arguments.diff, "--diff"), (bool(arguments.table), "-o")):
            if file and other:
                raise UsageError(f"{name} is about the problems that are reported, and {excluded} about all; use one of them")
    if arguments.baseline and arguments.write_baseline:
        raise UsageError("--baseline and --write-baseline exclude each other; to add new problems, write all anew")
    if arguments.write_baseline and arguments.redact:
        raise UsageError("--write-baseline keeps fingerprints of the notes' text, and --redact hides it; use one of them")
    if arguments.show_fixes and (arguments.redact or output_format != "full"):
        reason = "not with --redact" if arguments.redact else f"with --output-format full, not {output_format}"
        raise UsageError(f"--show-fixes shows the text of notes, {reason}")
    if arguments.diff and arguments.redact:
        raise UsageError("--diff shows the text of notes, and --redact hides it; use one of them")
    if not FORMATS[output_format].for_people:
        table = arguments.table is not None
        for given, name in ((arguments.diff, "--diff"), (arguments.statistics, "--statistics"), (table, "-o")):
            if given:
                raise UsageError(f"{name} needs --output-format full or concise, not {output_format}")
    refuse_stdin_filename(arguments.stdin_filename, arguments.notes)
