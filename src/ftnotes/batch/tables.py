"""Tables of what is found in notes: of summaries, workloads, next actions, findings, and notes that were not recognized.

For spreadsheets, data frames and databases. A row has the columns ``file``, ``row`` and ``id``, those that were kept, and then
those of its table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, TypeAlias

from attrs import define, field, frozen

from ..interchange.action_records import ActionRecord
from ..interchange.records import WHERE, Cell, SummaryRecord, WorkloadRecord, field_columns
from ..playbook.playbook import Playbook, choose_playbook
from ..playbook.wording import JOINT
from .formats import suffix_of
from .jobs import Examined, Recorded
from .rows import Row, RowError, refuse
from .table_files import CsvTable, JsonLinesTable, ParquetTable, TableFile, WorkbookFile
from .text_file import open_target

#: The file name suffixes of tables.
TABLE_SUFFIXES: Final = (".csv", ".jsonl", ".parquet", ".xlsx")
#: The number of characters of a note that show which one it is.
_BEGINNING: Final = 80
#: The start of the name of a kept column if the table has a column of that name.
_CLASH: Final = "kept_"

TableRow: TypeAlias = dict[str, Cell]


@frozen
class TableKind:
    """A table: its columns after those of the place, and what it has of a note."""

    name: str
    columns: Callable[[Playbook], tuple[str, ...]]
    rows: Callable[[Examined], Iterable[TableRow]]
    #: Returns the row of a note that can't be read.
    error: Callable[[RowError], TableRow | None] = lambda error: None
    #: Returns the columns with text of notes.
    quoting: Callable[[Playbook], Iterable[str]] = lambda playbook: ()

    def all_columns(self, playbook: Playbook, keep: Iterable[str] = ()) -> tuple[str, ...]:
        """Return all columns in order."""
        own = self.columns(playbook)
        return (*WHERE, *_kept_names(keep, own).values(), *own)

    def of(self, result: Examined | Recorded | RowError, playbook: Playbook, keep: Iterable[str] = ()) -> Iterator[TableRow]:
        """Yield the rows about a note, or about a row that can't be read.

        Args:
            result: what was found; a `Recorded` only for tables of records.
            playbook: the playbook with which the notes are read.
            keep: the kept columns.
        """
        own = self.columns(playbook)
        names = _kept_names(keep, own)
        blank: TableRow = dict.fromkeys((*WHERE, *names.values(), *own))
        if isinstance(result, RowError):
            made = self.error(result)
            if made is not None:
                yield {**blank, "file": result.file, "row": result.row, "id": result.id, **made}
            return
        row: Row = result.row
        blank.update({"file": row.file, "row": row.number or None, "id": row.id})
        blank.update({name: row.kept.get(column) for column, name in names.items()})
        for made in self.rows(result):  # type: ignore[arg-type] # the tables of records ask for no more than a Recorded has
            yield {**blank, **made}

    def redacted(self, row: TableRow, playbook: Playbook) -> TableRow:
        """Return a row without the id, and without what quotes a note."""
        row = {**row, **dict.fromkeys(("id", *self.quoting(playbook)))}
        if "keys" in row:  # that of an unknown workload is made of what is typed
            known = {spec.tag for spec in playbook.workloads}
            row["keys"] = JOINT.join(key for key in str(row["keys"]).split(JOINT) if key in known) or None
        return row


def _kept_names(keep: Iterable[str], own: Sequence[str]) -> dict[str, str]:
    """Return the name in the table of each kept column."""
    taken = {*WHERE, *own}
    return {column: _CLASH + column if column in taken else column for column in keep}


def _workload_rows(result: Examined) -> Iterator[TableRow]:
    for record in result.records:
        yield from (workload.row() for workload in record.workload_records)


def _finding_rows(result: Examined) -> Iterator[TableRow]:
    for found in result.report:
        yield {
            "line": found.line,
            "column": found.column,
            "code": found.code,
            "name": found.name,
            "severity": found.severity.value,
            "message": found.message,
            "fix": found.fixes[0].title if found.fixes else None,
        }


def _unrecognized_rows(result: Examined) -> Iterator[TableRow]:
    reason = result.unrecognized
    if reason:
        beginning = " ".join(result.row.text[: 2 * _BEGINNING].split())
        yield {"reason": reason.kind, "message": reason.message, "beginning": beginning[:_BEGINNING]}


def notes_of(template: str | None) -> TableKind:
    """Return the table of the notes of a template; of the first one for None."""

    def quoting(playbook: Playbook) -> Iterator[str]:
        fields = field_columns(playbook, template or playbook.templates[0].key).values()
        plain = {"number", "language", "start", "end", *(choice for _, *choices in fields for choice in choices)}
        return (name for name in SummaryRecord.columns(playbook, template=template) if name not in plain)

    return TableKind(
        "summaries",
        lambda playbook: SummaryRecord.columns(playbook, template=template),
        lambda result: (record.row() for record in result.records),
        quoting=quoting,
    )


SUMMARIES: Final = notes_of(None)
WORKLOADS: Final = TableKind(
    "workloads",
    lambda playbook: WorkloadRecord.columns(),
    _workload_rows,
    quoting=lambda playbook: ("tag", "name", "update"),
)
ACTIONS: Final = TableKind(
    "actions",
    lambda playbook: ActionRecord.columns(),
    lambda result: (action.row() for action in result.actions),
    quoting=lambda playbook: ("what", "owner", "date"),
)
FINDINGS: Final = TableKind(
    "findings",
    lambda playbook: ("line", "column", "code", "name", "severity", "message", "fix"),
    _finding_rows,
    quoting=lambda playbook: ("message", "fix"),
)
UNRECOGNIZED: Final = TableKind(
    "unrecognized",
    lambda playbook: ("reason", "message", "beginning"),
    _unrecognized_rows,
    error=lambda error: {"reason": "unreadable", "message": error.reason},
    quoting=lambda playbook: ("message", "beginning"),
)
#: The tables of records, and of what a check finds.
RECORD_TABLES: Final = (SUMMARIES, WORKLOADS, ACTIONS)
CHECK_TABLES: Final = (FINDINGS, ACTIONS, UNRECOGNIZED)
#: All tables by name.
TABLE_KINDS: Final[Mapping[str, TableKind]] = {kind.name: kind for kind in (*RECORD_TABLES, FINDINGS, UNRECOGNIZED)}


def table_name(target: str, kind: str) -> str:
    """Return the name of the file of another table than the first: ``out-workloads.csv`` if that of the first is ``out.csv``.

    A workbook has all tables as sheets.
    """
    path = Path(target)
    return target if suffix_of(target) == ".xlsx" else str(path.with_name(f"{path.stem}-{kind}{path.suffix}"))


@define
class Tables:
    """A context manager that writes tables; they appear when it ends without error.

    Halves of surrogate pairs, which no encoding has, are written as U+FFFD.

    Raises:
        ExportError: the name has another suffix, a file is an input or can't be written, or what writes its format is missing.
        ValueError: there is no such edition, or both ``playbook`` and ``edition`` are given.
    """

    #: The file of the first table. For the others, see `table_name`.
    target: str
    #: The playbook with which the notes are read; the default edition without it and ``edition``.
    playbook: Playbook | None = None
    #: Whether to write CSV for programs: no escaped formulas, and no byte order mark, which Excel needs for UTF-8.
    raw_csv: bool = False
    #: The id of a published edition, instead of ``playbook``.
    edition: str | None = field(default=None, kw_only=True)
    #: The tables.
    kinds: Sequence[TableKind] = field(default=RECORD_TABLES, kw_only=True)
    #: The names of the kept columns.
    keep: tuple[str, ...] = field(default=(), kw_only=True)
    #: The files that the notes are read from: none of them is replaced, under any name.
    inputs: Sequence[str] = field(default=(), kw_only=True)
    #: Whether to leave out ids and what quotes notes.
    redact: bool = field(default=False, kw_only=True)
    #: The numbers of rows by table.
    counts: Counter[str] = field(factory=Counter, init=False)
    _playbook: Playbook = field(init=False)
    _open: ExitStack = field(factory=ExitStack, init=False)
    _files: list[tuple[TableKind, TableFile]] = field(factory=list, init=False)

    def __enter__(self) -> Tables:
        suffix = suffix_of(self.target)
        if suffix not in TABLE_SUFFIXES:
            refuse(self.target, f"is not a table by its name; tables end in {', '.join(TABLE_SUFFIXES)}")
        self._playbook = choose_playbook(self.playbook, self.edition)
        with ExitStack() as stack:
            files = self._sheets(stack) if suffix == ".xlsx" else self._tables(stack, suffix)
            for kind, table in files:
                _close_if_whole(stack, table.close)
                self._files.append((kind, table))
            self._open = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._open.__exit__(kind, error, trace)

    def add(self, result: Examined | Recorded | RowError) -> None:
        """Write what was found in a note, or that a row can't be read."""
        for kind, table in self._files:
            for row in kind.of(result, self._playbook, self.keep):
                self.counts[kind.name] += 1
                table.write(kind.redacted(row, self._playbook) if self.redact else row)

    def _sheets(self, stack: ExitStack) -> Iterator[tuple[TableKind, TableFile]]:
        stream = stack.enter_context(open_target(self.target, self.inputs))
        book = stack.enter_context(WorkbookFile.open(self.target, stream))
        _close_if_whole(stack, book.close)
        for kind in self.kinds:
            yield kind, book.sheet(kind.name, kind.all_columns(self._playbook, self.keep))

    def _tables(self, stack: ExitStack, suffix: str) -> Iterator[tuple[TableKind, TableFile]]:
        written: list[str] = []
        for kind in self.kinds:
            name = table_name(self.target, kind.name) if written else self.target
            stream = stack.enter_context(open_target(name, (*self.inputs, *written)))
            written.append(name)
            columns = kind.all_columns(self._playbook, self.keep)
            if suffix == ".csv":
                yield kind, CsvTable.open(stream, columns, self.raw_csv)
            else:
                yield kind, JsonLinesTable(stream) if suffix == ".jsonl" else ParquetTable.open(name, stream, columns)


def _close_if_whole(stack: ExitStack, close: Callable[[], None]) -> None:
    """Let a stack call a function at its end, unless there was an error."""

    def end(kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            close()

    stack.push(end)
