"""The arguments of ``ftnotes check`` and ``ftnotes fix``."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from attrs import frozen

from ..files.inputs import refuse_stdin_filename
from ..options.arguments import (
    PolicyOptions,
    ReadingOptions,
    add_notes,
    add_policy,
    add_reading,
    add_redact,
    add_stdin_filename,
    add_writing,
    from_namespace,
)
from ..options.exit_status import UsageError
from ..options.export_arguments import ExportOptions, add_exports
from ..options.parser import Parser

#: The output formats for people.
FOR_PEOPLE: Final = ("full", "concise")


@frozen
class CheckArguments:
    """The arguments of ``check`` and ``fix``."""

    notes: list[str]
    fix: bool
    unsafe_fixes: bool
    diff: bool
    output: str | None
    force_in_place: bool
    statistics: bool
    show_not_evaluated: bool
    redact: bool
    stdin_filename: str | None
    exit_zero: bool
    reading: ReadingOptions
    policy: PolicyOptions
    exports: ExportOptions

    @property
    def writes(self) -> bool:
        """Whether fixed notes are written."""
        return self.fix and not self.diff


def add_options(parser: Parser, *, fix: bool = True) -> None:
    """Add the options; ``fix``: also ``--fix``."""
    add_notes(parser)
    fixing = parser.add_argument_group("fixing")
    if fix:
        fixing.add_argument("--fix", action="store_true", help="apply the safe fixes to the notes")
    fixing.add_argument("--unsafe-fixes", action="store_true", help="apply also fixes that change words of the writer")
    fixing.add_argument(
        "--diff", action="store_true", help="show what fixes would change, and the other problems; write nothing"
    )
    add_writing(fixing)
    output = add_policy(parser)
    output.add_argument("--statistics", action="store_true", help="count the problems of each rule instead of printing them")
    output.add_argument("--show-not-evaluated", action="store_true", help="print which rules were skipped, and what they need")
    add_redact(output)
    add_stdin_filename(output)
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are problems")
    add_reading(parser)
    add_exports(parser)


def arguments(namespace: Namespace, **others: bool) -> CheckArguments:
    """Return the arguments as a typed value."""
    return from_namespace(
        CheckArguments,
        namespace,
        reading=from_namespace(ReadingOptions, namespace),
        policy=from_namespace(PolicyOptions, namespace),
        exports=from_namespace(ExportOptions, namespace),
        **others,
    )


def refuse_contradictions(arguments: CheckArguments, output_format: str) -> None:
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
    if output_format not in FOR_PEOPLE:
        for given, option in ((arguments.diff, "--diff"), (arguments.statistics, "--statistics")):
            if given:
                raise UsageError(f"{option} needs --output-format full or concise, not {output_format}")
    refuse_stdin_filename(arguments.stdin_filename, arguments.notes)
