"""Exports on the command line: their options, and what ``check`` and ``records`` do with them."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import Factory, define

from .reading import UnreadableInput, read
from .screen import Screen

if TYPE_CHECKING:
    from ..exports import Columns, Options, Problem, Row
    from ..playbook import Playbook
    from ..policy import Context

T = TypeVar("T")

CLEAN: Final = 0
FINDINGS: Final = 1
FAILURE: Final = 2

#: How the names of exports end; known here too, so that checking a plain note loads nothing of exports.
SUFFIXES: Final = (".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".parquet")
#: So many problems of a file are told one by one.
TOLD: Final = 20

RECORDS: Final = (
    "Write what notes say as tables: a row for each summary in the file you name, and a row for each workload in another "
    "beside it (out-workloads.csv beside out.csv). Notes are files, or the rows of exports (with --column)."
)


def add_export_options(command: ArgumentParser) -> None:
    """The options for notes in a column of an export."""
    group = command.add_argument_group("exports", f"files that end in {', '.join(SUFFIXES)}, with a note in each row")
    group.add_argument("--column", metavar="NAME", help="the column of the notes; needed for exports")
    group.add_argument("--id-column", metavar="NAME", help="the column that says whose note it is; shown with what is found")
    for name in ("role", "note-type", "priority", "intent", "date"):
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


def add_records_options(command: ArgumentParser) -> None:
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


def are_given(arguments: Namespace) -> bool:
    """Whether exports are among the notes."""
    return any(_is_export(name) for name in arguments.notes)


def check(arguments: Namespace, playbook: Playbook, context: Context, errors: Screen) -> int:
    """Check the notes of exports, and others given beside them; the exit status."""
    from ..exports import Checked, ExportError, Policy, check_export
    from ..exports.jobs import CheckJob
    from .rendering import Tally, diagnostic_lines

    columns = _columns(arguments, errors)
    if columns is None:
        return FAILURE
    screen, tally, complaints = Screen(sys.stdout), Tally(), _Complaints(errors)
    policy = Policy(context, playbook, select=arguments.select, ignore=tuple(arguments.ignore))

    def results() -> Iterator[tuple[str, Checked | Problem]]:
        for name in arguments.notes:
            if not _is_export(name):
                for row in _note(name, arguments, complaints):
                    yield name, CheckJob(policy)(row)
                continue
            try:
                for found in check_export(
                    name, columns, policy, options=_options(arguments), jobs=arguments.jobs, strict=arguments.strict
                ):
                    yield (found.row.place if isinstance(found, Checked) else name), found
            except ExportError as error:
                complaints.add(error.problem)
                if arguments.strict:
                    return

    for place, found in results():
        if not isinstance(found, Checked):
            complaints.add(found)
            continue
        tally.notes += 1
        tally.without_summary += not found.summaries
        tally.faulty += not found.report.ok
        tally.severities.update(one.severity for one in found.report.diagnostics)
        for line in diagnostic_lines(screen, place, found.row.text, found.report):
            screen.print(line)
    complaints.close()
    tally.unreadable += complaints.places
    screen.print(tally.line())
    return FAILURE if tally.unreadable or not tally.notes else FINDINGS if tally.severities.total() else CLEAN


def records(arguments: Namespace, playbook: Playbook, errors: Screen) -> int:
    """Write the tables; the exit status."""
    from ..exports import ExportError, Problem, Recorded, Tables, record_export, workloads_name
    from ..exports.jobs import RecordJob

    columns = _columns(arguments, errors) if are_given(arguments) else None
    if columns is None and are_given(arguments):
        return FAILURE
    screen, complaints = Screen(sys.stdout), _Complaints(errors)

    def results() -> Iterator[Recorded | Problem]:
        for name in arguments.notes:
            if columns is None or not _is_export(name):
                yield from (RecordJob(playbook)(row) for row in _note(name, arguments, complaints))
                continue
            try:
                yield from record_export(
                    name, columns, playbook, options=_options(arguments), jobs=arguments.jobs, strict=arguments.strict
                )
            except ExportError as error:
                if arguments.strict:
                    raise
                complaints.add(error.problem)

    notes = without = 0
    try:
        with Tables(arguments.output, playbook, arguments.raw_csv) as tables:
            for found in results():
                if isinstance(found, Recorded):
                    notes += 1
                    without += not found.records
                    row = found.row
                    tables.add(found.records, row.file, row.number or None, row.id)
                else:
                    complaints.add(found)
            if not notes:
                raise ExportError(Problem(arguments.output, "there is no note to write a table of; see what was told above"))
    except ExportError as error:
        complaints.add(error.problem)
        errors.print("ftnotes records: nothing was written")
        return FAILURE
    complaints.close()
    table, beside = screen.escape(arguments.output), screen.escape(workloads_name(arguments.output))
    screen.print(f"{table}: {_several(tables.summaries, 'summary', 'summaries')} of {_several(notes, 'note')}")
    screen.print(f"{beside}: {_several(tables.workloads, 'workload')}")
    if without:
        screen.print(f"No exec summary was found in {_several(without, 'note')}")
    return FAILURE if complaints.places else CLEAN


@define
class _Complaints:
    """Tells what could not be read, and of much of the same kind how much it is."""

    errors: Screen
    places: list[str] = Factory(list)
    _more: Counter[str] = Factory(Counter)
    _told: Counter[str] = Factory(Counter)

    def add(self, problem: Problem) -> None:
        """Tell of a problem."""
        self.places.append(problem.file)
        if problem.row is not None and self._told[problem.file] >= TOLD:
            self._more[problem.file] += 1
            return
        self._told[problem.file] += 1
        self.errors.print(f"ftnotes: {self.errors.escape(str(problem))}")

    def close(self) -> None:
        """Tell how much was not told."""
        for file, number in self._more.items():
            self.errors.print(f"ftnotes: {self.errors.escape(file)}: {_several(number, 'more row')} could not be read")


def _note(name: str, arguments: Namespace, complaints: _Complaints) -> Iterator[Row]:
    """A plain note as a row, which has the number 0; nothing where it can't be read."""
    from ..exports import Problem, Row

    try:
        yield Row(name, 0, read(name, arguments.max_size))
    except UnreadableInput as error:
        complaints.add(Problem(complaints.errors.name(name), str(error)))


def _columns(arguments: Namespace, errors: Screen) -> Columns | None:
    """The columns to read; None, after saying what is missing, where that of the notes is not named."""
    from ..exports import Columns

    if arguments.column is None:
        name = next(name for name in arguments.notes if _is_export(name))
        errors.print(
            f"ftnotes {arguments.command}: {errors.escape(name)} is an export by its name: say which column holds the notes, "
            "as in --column Notes"
        )
        return None
    return Columns(
        arguments.column,
        arguments.id_column,
        arguments.role_column,
        arguments.note_type_column,
        arguments.priority_column,
        arguments.intent_column,
        arguments.date_column,
    )


def _options(arguments: Namespace) -> Options:
    from ..exports import Options
    from ..exports.rows import MAX_CELL

    return Options(
        arguments.encoding,
        "\t" if arguments.delimiter in ("tab", "\\t") else arguments.delimiter,
        arguments.sheet,
        MAX_CELL if arguments.max_cell is None else arguments.max_cell,
        arguments.max_size,
        arguments.max_expanded,
    )


def _is_export(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def _several(number: int, noun: str, nouns: str | None = None) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"takes a whole number, 1 or more, not {text!r}")
    return int(text)
