"""What the commands share that take notes from exports: which columns, how they are read, and what is told of bad rows."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import Factory, define

from ...batch.rows import MAX_CELL, Columns, Options, RowError
from ..output.terminal import Screen
from .exit_status import UsageError
from .export_arguments import is_export

#: So many problems of a file are told one by one.
TOLD: Final = 20

_REDACTED: Final = "can't be read; run without --redact for the reason, which may quote it"


@define
class ProblemReporter:
    """Tells what could not be read, and of much of the same kind how much it is."""

    errors: Screen
    #: The names of what could not be read, once for each problem; the list is that of who counts.
    places: list[str]
    #: Whether nothing may be told that may quote a file.
    redacted: bool = False
    #: The names of what is written: what is told of them quotes no note.
    targets: tuple[str, ...] = ()
    _more: Counter[str] = Factory(Counter)
    _told: Counter[str] = Factory(Counter)

    def add(self, problem: RowError) -> None:
        """Tell of a problem."""
        self.places.append(problem.file)
        if problem.row is not None and self._told[problem.file] >= TOLD:
            self._more[problem.file] += 1
            return
        self._told[problem.file] += 1
        quotes = self.redacted and problem.file not in self.targets
        said = RowError(problem.file, _REDACTED, problem.row, problem.line) if quotes else problem
        self.errors.print(f"ftnotes: {self.errors.escape(str(said))}")

    def close(self) -> None:
        """Tell how much was not told."""
        for file, number in self._more.items():
            self.errors.print(f"ftnotes: {self.errors.escape(file)}: {several(number, 'more row')} could not be read")


def columns(arguments: Namespace, names: Sequence[str]) -> Columns:
    """The columns to read.

    Args:
        arguments: the command line.
        names: what it names, one export at least among them.

    Raises:
        UsageError: the column of the notes is not named.
    """
    if arguments.column is None:
        name = next(name for name in names if is_export(name))
        raise UsageError(f"{name} is an export by its name: say which column holds the notes, as in --column Notes")
    return Columns(
        arguments.column,
        arguments.id_column,
        arguments.role_column,
        arguments.note_type_column,
        arguments.priority_column,
        arguments.intent_column,
        arguments.date_column,
    )


def options(arguments: Namespace, max_size: int) -> Options:
    """How exports are read."""
    return Options(
        arguments.encoding,
        "\t" if arguments.delimiter in ("tab", "\\t") else arguments.delimiter,
        arguments.sheet,
        MAX_CELL if arguments.max_cell is None else arguments.max_cell,
        max_size,
        arguments.max_expanded,
    )


def several(number: int, noun: str, nouns: str | None = None) -> str:
    """A number and what is counted."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"
