"""The options about exports. Nothing that reads exports is loaded here: most runs are about plain notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from attrs import frozen

from ...batch.formats import DATE_ORDERS, MAX_JOBS, SUFFIXES, DateOrder, is_export, suffix_of
from ...text.files import MAX_MEGABYTES
from .arguments import OneOf, megabytes, whole_number
from .declaration import Heading, flag, option
from .exit_status import UsageError

#: The heading of `ExportOptions`.
EXPORTS: Final = Heading("exports", f"files that end in {', '.join(SUFFIXES)}, with a note in each row")
#: The last row that a header can be in, that of a sheet.
_MAX_ROW: Final = 1_048_576
#: The attributes of `ExportOptions` about the context of notes.
CONTEXT_COLUMNS: Final = ("role_column", "note_type_column", "priority_column", "intent_column", "date_column", "date_order")


def _context_column(option_name: str, remark: str = "(an empty cell gives none)") -> Any:
    return option(f"the column with the --{option_name} of each note {remark}", metavar="NAME")


@frozen(eq=False, repr=False)
class ExportOptions:
    """The columns to read from exports, and how to read them; None where an option is not given."""

    column: str | None = option("the column with the notes; required for exports", metavar="NAME")
    id_column: str | None = option("the column that identifies the note, shown with its problems", metavar="NAME")
    role_column: str | None = _context_column("role")
    note_type_column: str | None = _context_column("note-type")
    priority_column: str | None = _context_column("priority")
    intent_column: str | None = _context_column("intent")
    date_column: str | None = _context_column("date", "(dates as 2020-05-08)")
    date_order: DateOrder | None = option(
        f"order of day, month and year in the date column: {', '.join(DATE_ORDERS)}", metavar="ORDER", type=OneOf(DATE_ORDERS)
    )
    delimiter: str | None = option(
        "delimiter of CSV: a character, or the word tab (default: taken from the header)", metavar="CHAR"
    )
    header_row: int = option(
        "row of column names in CSV and workbooks (default: 1)", metavar="N", type=whole_number(_MAX_ROW), default=1
    )
    sheet: str | None = option("sheet of a workbook (default: the first)", metavar="NAME")
    jobs: int = option("number of processes (default: 1)", metavar="N", type=whole_number(MAX_JOBS), default=1)
    strict: bool = flag("stop at the first row that can't be read")
    max_cell: int | None = option(
        "refuse longer cells, in characters (default: 131072)", metavar="N", type=whole_number(MAX_MEGABYTES * 1000)
    )
    max_expanded: int | None = option(
        "refuse archives that expand to more (default: 128, or 200 times)", metavar="MB", type=megabytes
    )


def refuse_export_options(column: str | None, output: str | None = None) -> None:
    """Refuse options about exports where none is named.

    Raises:
        UsageError: one of them is given.
    """
    for given, name in ((column, "--column"), (output, "-o")):
        if given is not None:
            raise UsageError(f"{name} needs an export: a file that ends in {', '.join(SUFFIXES)}")


def refuse_kept_columns(columns: Collection[str], names: Sequence[str], options: str = "--keep names a column") -> None:
    """Refuse columns to keep where no input has columns.

    Raises:
        UsageError: there is one to keep, and no export.
    """
    if columns and not any(map(is_export, names)):
        raise UsageError(f"{options} of an export, and there is none among the notes")


def output_of_export(output: str | None, force_in_place: bool, names: Sequence[str], done: str) -> str:
    """Return the export to write: exports are never written in place.

    Args:
        output: the value of ``-o``.
        force_in_place: whether ``--force-in-place`` is given.
        names: the inputs, with at least one export.
        done: what happens to the notes: ``fixed``.

    Raises:
        UsageError: no export to write is named, or more than one would be written to it.
    """
    if output is None:
        suffix = next(suffix_of(name) for name in names if is_export(name))
        raise UsageError(
            f"an export is not written in place; name the {done} one, as in -o {done}{suffix}, or show the changes with --diff"
        )
    if len(names) > 1:
        raise UsageError(f"-o takes one {done} export, and {len(names)} inputs are named; run the command once for each")
    if force_in_place:
        raise UsageError("--force-in-place is not available for exports, which are written to -o")
    return output
