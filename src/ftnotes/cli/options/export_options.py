"""What the commands share that take notes from exports: which columns, how they are read, and what is told of bad rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from attrs import Factory, define

from ...batch.formats import is_export
from ...batch.rows import MAX_CELL, Columns, ExportError, Options, RowError
from ..output.terminal import Screen
from .exit_status import UsageError
from .export_arguments import ExportOptions

#: So many problems of a file are told one by one.
TOLD: Final = 20

_REDACTED: Final = "can't be read; run without --redact for the reason, which may quote it"


T = TypeVar("T")


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
            self.errors.print(f"ftnotes: {self.errors.escape(file)}: {counted(number, 'more row')} could not be read")


def each_result(
    names: Sequence[str],
    rows: Callable[[str], Iterator[T | RowError]],
    notes: Callable[[list[str]], Iterator[T]],
    reporter: ProblemReporter,
    *,
    writes: bool,
    strict: bool,
) -> Iterator[T]:
    """Yield the results of inputs, and report what can't be read.

    Args:
        names: the inputs.
        rows: yields the results of the rows of an export.
        notes: yields the results of plain notes.
        reporter: reports problems of rows and exports.
        writes: whether an export is written.
        strict: whether the first problem ends all.
    """
    for name in names:
        if not is_export(name):
            yield from notes([name])
            continue
        try:
            for row in rows(name):
                if isinstance(row, RowError):
                    reporter.add(row)
                else:
                    yield row
        except ExportError as error:
            reporter.add(error.error)
            if writes:
                reporter.errors.print("ftnotes: nothing was written")
            if strict:
                break
    reporter.close()


def columns(exports: ExportOptions, names: Sequence[str]) -> Columns:
    """Return the columns to read.

    Args:
        exports: the options about exports.
        names: the inputs, with at least one export.

    Raises:
        UsageError: the column of the notes is not named.
    """
    if exports.column is None:
        name = next(name for name in names if is_export(name))
        suffix = name[name.rindex(".") :]
        raise UsageError(f"{name}: {suffix} is read as an export; pass --column, as in --column Notes")
    return Columns(
        exports.column,
        exports.id_column,
        exports.role_column,
        exports.note_type_column,
        exports.priority_column,
        exports.intent_column,
        exports.date_column,
    )


def options(exports: ExportOptions, max_size: int) -> Options:
    """Return how to read exports."""
    return Options(
        exports.encoding,
        "\t" if exports.delimiter in ("tab", "\\t") else exports.delimiter,
        exports.sheet,
        MAX_CELL if exports.max_cell is None else exports.max_cell,
        max_size,
        exports.max_expanded,
    )


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number and what it counts."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"
