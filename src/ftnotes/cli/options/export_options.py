"""Reading exports as commands do: columns, options, and reports of rows that can't be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from attrs import Factory, define

from ...batch.formats import is_export
from ...batch.rows import MAX_CELL, Columns, ExportError, Options, RowError
from ...policy.report_text import counted
from ..output.terminal import Screen
from .exit_status import UsageError
from .export_arguments import ExportOptions

#: The number of errors of a file that are reported one by one.
REPORTED: Final = 20

_REDACTED: Final = "can't be read; run without --redact for the reason, which may quote it"


T = TypeVar("T")


@define
class ProblemReporter:
    """Reports what can't be read; of many errors in a file, the first ones and the number of the others."""

    errors: Screen
    #: Collects the name of the file for each error.
    unreadable: list[str]
    #: Whether to leave out reasons, which can quote a file.
    redacted: bool = False
    #: The names of written files, whose errors quote no note.
    targets: tuple[str, ...] = ()
    _reported: Counter[str] = Factory(Counter)
    _others: Counter[str] = Factory(Counter)

    def add(self, error: RowError) -> None:
        """Report an error."""
        self.unreadable.append(error.file)
        if error.row is not None and self._reported[error.file] >= REPORTED:
            self._others[error.file] += 1
            return
        self._reported[error.file] += 1
        if self.redacted and error.file not in self.targets:
            error = RowError(error.file, _REDACTED, error.row, error.line)
        self.errors.print(f"ftnotes: {self.errors.escape(str(error))}")

    def close(self) -> None:
        """Report the number of errors that were not reported one by one."""
        for file, number in self._others.items():
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
