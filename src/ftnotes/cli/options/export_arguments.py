"""The options about exports. Nothing that reads exports is loaded here: most runs are about plain notes."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ...batch.formats import SUFFIXES
from .arguments import positive
from .exit_status import UsageError
from .parser import Parser


@frozen
class ExportOptions:
    """The columns to read from exports, and how to read them; None where an option is not given."""

    column: str | None
    id_column: str | None
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    strict: bool
    max_cell: int | None
    max_expanded: int | None
    jobs: int = 1
    role_column: str | None = None
    note_type_column: str | None = None
    priority_column: str | None = None
    intent_column: str | None = None
    date_column: str | None = None


def refuse_export_options(column: str | None, output: str | None = None) -> None:
    """Refuse options about exports where none is named.

    Raises:
        UsageError: one of them is given.
    """
    for given, option in ((column, "--column"), (output, "-o")):
        if given is not None:
            raise UsageError(f"{option} needs an export: a file that ends in {', '.join(SUFFIXES)}")


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
        raise UsageError(
            f"an export is not written in place; name the {done} one, as in -o {done}.csv, or show the changes with --diff"
        )
    if len(names) > 1:
        raise UsageError(f"-o takes one {done} export, and {len(names)} inputs are named; run the command once for each")
    if force_in_place:
        raise UsageError("--force-in-place is not available for exports, which are written to -o")
    return output


def add_exports(parser: Parser, *, context: bool = True, jobs: bool = True) -> None:
    """Add the options of `ExportOptions`.

    Args:
        parser: the parser of the command.
        context: whether to add the columns with the context of each note.
        jobs: whether to add the number of processes.
    """
    group = parser.add_argument_group("exports", f"files that end in {', '.join(SUFFIXES)}, with a note in each row")
    group.add_argument("--column", metavar="NAME", help="the column with the notes; required for exports")
    group.add_argument("--id-column", metavar="NAME", help="the column that identifies the note, shown with its problems")
    for name in ("role", "note-type", "priority", "intent", "date") if context else ():
        what = "(dates as 2020-05-08)" if name == "date" else "(an empty cell gives none)"
        group.add_argument(f"--{name}-column", metavar="NAME", help=f"the column with the --{name} of each note {what}")
    group.add_argument("--encoding", metavar="NAME", help="encoding of text exports without byte order mark (default: utf-8)")
    group.add_argument("--delimiter", metavar="CHAR", help="delimiter of CSV, or tab (default: taken from the header)")
    group.add_argument("--sheet", metavar="NAME", help="sheet of a workbook (default: the first)")
    if jobs:
        group.add_argument("--jobs", metavar="N", type=positive, default=1, help="number of processes (default: 1)")
    group.add_argument("--strict", action="store_true", help="stop at the first row that can't be read")
    group.add_argument("--max-cell", metavar="N", type=positive, help="refuse longer cells, in characters (default: 131072)")
    group.add_argument(
        "--max-expanded", metavar="MB", type=positive, help="refuse archives that expand to more (default: 128, or 200 times)"
    )
