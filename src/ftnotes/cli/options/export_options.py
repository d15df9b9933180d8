"""Reading exports as commands do: what to read, and reports of rows that can't be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypedDict, TypeVar

from attrs import Factory, define

from ...batch.formats import is_export
from ...batch.rows import MAX_CELL, Columns, ExportError, Options, Row, RowError
from ...policy.report_text import counted
from ..files.inputs import Inputs
from ..files.markup import MarkupNotices
from ..output.failures import Failure, Kind
from .exit_status import UsageError
from .export_arguments import ExportOptions

#: The number of errors of a file that are reported one by one.
REPORTED: Final = 20

_REDACTED: Final = "can't be read; run without --redact for the reason, which may quote it"

R = TypeVar("R")
T = TypeVar("T")


@define
class ProblemReporter:
    """Reports what can't be read; of many errors in a file, the first ones and the number of the others."""

    inputs: Inputs
    #: Whether to leave out reasons, which can quote a file.
    redacted: bool = False
    #: The names of written files, whose errors quote no note.
    targets: tuple[str, ...] = ()
    _reported: Counter[str] = Factory(Counter)
    _others: Counter[str] = Factory(Counter)
    _markup: dict[str, MarkupNotices] = Factory(dict)

    def add(self, error: RowError) -> None:
        """Report an error."""
        kind: Kind = "written" if error.file in self.targets else "read"
        self.inputs.failures.append(Failure(error.file, "file" if error.row is None else "row", kind))
        if error.row is not None and self._reported[error.file] >= REPORTED:
            self._others[error.file] += 1
            return
        self._reported[error.file] += 1
        if self.redacted and error.file not in self.targets:
            error = RowError(error.file, _REDACTED, error.row, error.line)
        errors = self.inputs.errors
        errors.print(f"ftnotes: {errors.escape(str(error))}")

    def note_markup(self, row: Row) -> None:
        """Count the HTML and the written line ends in a row."""
        self._markup.setdefault(row.file, MarkupNotices()).add(row)

    def close(self) -> None:
        """Report the number of errors that were not reported one by one, and the markup in notes."""
        for file, number in self._others.items():
            self.inputs.errors.report(file, f"{counted(number, 'more row')} could not be read")
        for file, notices in self._markup.items():
            notices.report(self.inputs.errors, file)

    def results(
        self,
        names: Sequence[str],
        rows: Callable[[str], Iterator[R | RowError]],
        result: Callable[[R], T],
        notes: Callable[[list[str]], Iterator[T]],
        *,
        strict: bool,
    ) -> Iterator[T]:
        """Yield the results of inputs, and report what can't be read.

        Args:
            names: the inputs.
            rows: yields what was made of the rows of an export.
            result: returns the result of a row.
            notes: yields the results of plain notes.
            strict: whether the first problem ends all.
        """
        for name in names:
            if not is_export(name):
                yield from notes([name])
                continue
            try:
                for row in rows(name):
                    if isinstance(row, RowError):
                        self.add(row)
                    else:
                        yield result(row)
            except ExportError as error:
                self.add(error.error)
                if self.targets:
                    self.inputs.errors.print("ftnotes: nothing was written")
                if strict:
                    break
        self.close()


class ExportReading(TypedDict):
    """Keyword arguments of the functions on exports."""

    columns: Columns
    options: Options
    strict: bool


def export_reading(exports: ExportOptions, names: Sequence[str], inputs: Inputs, keep: Iterable[str] = ()) -> ExportReading:
    """Return how to read exports.

    Args:
        exports: the options about exports.
        names: the inputs, with at least one export.
        inputs: how notes are read, as far as that applies to exports.
        keep: the columns to keep.

    Raises:
        UsageError: the column of the notes is not named.
    """
    if exports.column is None:
        name = next(name for name in names if is_export(name))
        suffix = name[name.rindex(".") :]
        raise UsageError(f"{name}: {suffix} is read as an export; pass --column, as in --column Notes")
    return {
        "columns": Columns(
            exports.column,
            exports.id_column,
            exports.role_column,
            exports.note_type_column,
            exports.priority_column,
            exports.intent_column,
            exports.date_column,
            keep=tuple(keep),
        ),
        "options": Options(
            inputs.encoding,
            "\t" if exports.delimiter in ("tab", "\\t") else exports.delimiter,
            exports.sheet,
            MAX_CELL if exports.max_cell is None else exports.max_cell,
            inputs.max_size,
            exports.max_expanded,
            header_row=exports.header_row,
            date_order=exports.date_order,
        ),
        "strict": exports.strict,
    }
