"""What the command line may say of exports. Nothing of exports is loaded here: most runs are about plain notes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from .exit_status import UsageError

#: How the names of exports end; known here too, so that checking a plain note loads nothing of exports.
SUFFIXES: Final = (".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".parquet")

RECORDS: Final = (
    "Write what notes say as tables: a row for each summary in the file you name, and a row for each workload in another "
    "beside it (out-workloads.csv beside out.csv). Notes are files, or the rows of exports (with --column)."
)


def is_export(name: str) -> bool:
    """Whether a name ends like that of an export."""
    return name.lower().endswith(SUFFIXES)


def refuse_export_options(arguments: argparse.Namespace) -> None:
    """Refuse what is about exports where none is named.

    Raises:
        UsageError: there is something of that.
    """
    for given, option in ((arguments.column, "--column"), (arguments.output, "-o")):
        if given is not None:
            raise UsageError(f"{option} is about exports, and none is named; the names of exports end in {', '.join(SUFFIXES)}")


def refuse_export_in_place(arguments: argparse.Namespace, names: Sequence[str], done: str) -> None:
    """Refuse to write an export where it was.

    Args:
        arguments: the command line.
        names: of the inputs, one export at least among them.
        done: what is done with the notes: ``mended``.

    Raises:
        UsageError: no new export is named, or more than one would be written to it.
    """
    if arguments.output is None:
        raise UsageError(
            f"the notes of an export are {done} into a new export, with every other cell as it is: name that, "
            f"as in -o {done}.csv, or see with --diff what would change"
        )
    if len(names) > 1:
        raise UsageError(f"-o takes one export {done}, and {len(names)} inputs are named; take each by a command of its own")
    if arguments.force_in_place:
        raise UsageError("--force-in-place is about notes that are written where they were, and an export is written to -o")


def add_export_options(command: argparse.ArgumentParser, *, told: bool = True) -> None:
    """The options for notes in a column of an export; ``told``: also those for columns that tell what the text can't."""
    group = command.add_argument_group("exports", f"files that end in {', '.join(SUFFIXES)}, with a note in each row")
    group.add_argument("--column", metavar="NAME", help="the column of the notes; needed for exports")
    group.add_argument("--id-column", metavar="NAME", help="the column that says whose note it is; shown with what is found")
    for name in ("role", "note-type", "priority", "intent", "date"):
        if not told:
            command.set_defaults(**{f"{name.replace('-', '_')}_column": None})
            continue
        what = "(dates as 2020-05-08)" if name == "date" else "(an empty cell tells nothing)"
        group.add_argument(f"--{name}-column", metavar="NAME", help=f"the column of what --{name} says of a single note {what}")
    group.add_argument("--encoding", metavar="NAME", help="of text exports without byte order mark (default: utf-8)")
    group.add_argument("--delimiter", metavar="CHAR", help="of CSV, or tab (default: found out from the row of column names)")
    group.add_argument("--sheet", metavar="NAME", help="of a workbook (default: the first)")
    group.add_argument("--jobs", metavar="N", type=_count, default=1, help="use so many processes (default: 1)")
    group.add_argument("--strict", action="store_true", help="stop at the first row that can't be read, instead of going on")
    group.add_argument("--max-cell", metavar="N", type=_count, help="refuse longer cells, in characters (default: 131072)")
    group.add_argument(
        "--max-expanded", metavar="MB", type=_count, help="refuse archives that expand to more (default: 128, or 200 times)"
    )


def add_records_options(command: argparse.ArgumentParser) -> None:
    """The options of ``records`` alone."""
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="the table to write: .csv, .jsonl or .parquet; one that exists is replaced",
    )
    command.add_argument(
        "--raw-csv",
        action="store_true",
        help="CSV for programs: no apostrophe before cells that a spreadsheet takes for formulas, no byte order mark",
    )


def add_target(fixing: argparse._ArgumentGroup) -> None:
    """The option that says where an export goes whose notes are mended."""
    fixing.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="of an export: the new one to write, with every other cell as it is; one that exists is replaced",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"takes a whole number, 1 or more, not {text!r}")
    return int(text)
