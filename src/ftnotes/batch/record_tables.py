"""Tables of records for spreadsheets, data frames and databases: of summaries, of their workloads, and of next actions."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Final

from attrs import Factory, define, field, frozen

from ..interchange.action_records import ActionRecord
from ..interchange.records import WHERE, Cell, SummaryRecord, WorkloadRecord
from ..playbook.playbook import Playbook
from .formats import suffix_of
from .rows import refuse
from .text_file import UNDECODED, open_target

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetWriter

#: The file name suffixes of tables.
TABLE_SUFFIXES: Final = (".csv", ".jsonl", ".parquet")
_NUMBERS: Final = frozenset({"row", "number", "summary", "done", "start", "end"})
#: What a spreadsheet takes for a formula, and what is read as an escaped one.
_FORMULA: Final = re.compile("'*+[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED: Final = re.compile("'++[=+\\-@\t\r\n＝＋－＠]")
_GROUP: Final = 4096


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; `unescape_formula` reverses this for any text.

    A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end, with or without apostrophes before it, gets an
    apostrophe in front.

    Source: OWASP, "CSV Injection".
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return the text that `escape_formula` made into a cell."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def workloads_name(target: str) -> str:
    """Return the name of the table of workloads: ``out-workloads.csv`` if that of the summaries is ``out.csv``."""
    path = Path(target)
    return str(path.with_name(f"{path.stem}-workloads{path.suffix}"))


def actions_name(target: str) -> str:
    """Return the name of the table of next actions: ``out-actions.csv`` if that of the summaries is ``out.csv``."""
    path = Path(target)
    return str(path.with_name(f"{path.stem}-actions{path.suffix}"))


class _Table:
    def write(self, row: dict[str, Cell]) -> None: ...

    def close(self) -> None:
        """Write what is left."""


@define
class Tables:
    """A context manager that writes the three tables; they appear when it ends without error.

    A row has the columns ``file``, ``row`` and ``id``, then those of `SummaryRecord`, `WorkloadRecord` or `ActionRecord`.
    Halves of surrogate pairs, which no encoding has, are written as U+FFFD.

    Raises:
        ExportError: the name has another suffix, a file is an input or can't be written, or pyarrow is missing.
        ValueError: there is no such edition, or both ``playbook`` and ``edition`` are given.
    """

    #: The table of summaries. For those of workloads and actions, see `workloads_name` and `actions_name`.
    target: str
    #: The playbook with which the notes are read; the default edition without it and ``edition``.
    playbook: Playbook | None = None
    #: Whether to write CSV for programs: no escaped formulas, and no byte order mark, which Excel needs for UTF-8.
    raw_csv: bool = False
    #: The id of a published edition, instead of ``playbook``.
    edition: str | None = field(default=None, kw_only=True)
    #: The files that the records are read from: none of them is replaced, under any name.
    inputs: Sequence[str] = field(default=(), kw_only=True)
    #: The numbers of rows in the tables.
    summaries: int = field(default=0, init=False)
    workloads: int = field(default=0, init=False)
    actions: int = field(default=0, init=False)
    _open: ExitStack = field(factory=ExitStack, init=False)
    _tables: list[_Table] = field(factory=list, init=False)

    def __enter__(self) -> Tables:
        suffix = suffix_of(self.target)
        if suffix not in TABLE_SUFFIXES:
            refuse(self.target, f"is not a table by its name; tables end in {', '.join(TABLE_SUFFIXES)}")
        with ExitStack() as stack:
            workloads = workloads_name(self.target)
            for name, columns, kept in (
                (self.target, SummaryRecord.columns(self.playbook, edition=self.edition), self.inputs),
                (workloads, WorkloadRecord.columns(), (*self.inputs, self.target)),
                (actions_name(self.target), ActionRecord.columns(), (*self.inputs, self.target, workloads)),
            ):
                stream = stack.enter_context(open_target(name, kept))
                self._tables.append(_table(name, stream, (*WHERE, *columns), suffix, self.raw_csv))
            self._open = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            for table in self._tables:
                table.close()
        self._open.__exit__(kind, error, trace)

    def add(
        self,
        records: Iterable[SummaryRecord],
        file: str,
        row: int | None = None,
        id: str | None = None,
        *,
        actions: Iterable[ActionRecord] = (),
    ) -> None:
        """Write the summaries of a note with their workloads, and its next actions."""
        where: dict[str, Cell] = {"file": file, "row": row, "id": id}
        for record in records:
            self.summaries += 1
            self._tables[0].write(_encodable({**where, **record.row()}))
            for workload in record.workload_records:
                self.workloads += 1
                self._tables[1].write(_encodable({**where, **workload.row()}))
        for action in actions:
            self.actions += 1
            self._tables[2].write(_encodable({**where, **action.row()}))


def _table(name: str, stream: BinaryIO, columns: Sequence[str], suffix: str, raw_csv: bool) -> _Table:
    if suffix == ".csv":
        return _CsvTable.open(stream, columns, raw_csv)
    return _JsonLinesTable(stream) if suffix == ".jsonl" else _ParquetTable.open(name, stream, columns)


@frozen
class _CsvTable(_Table):
    writer: csv.DictWriter[str]
    raw: bool

    @classmethod
    def open(cls, stream: BinaryIO, columns: Sequence[str], raw: bool) -> _CsvTable:
        encoded = codecs.getwriter("utf-8" if raw else "utf-8-sig")(stream)
        writer = csv.DictWriter(encoded, columns, extrasaction="ignore")
        writer.writeheader()
        return cls(writer, raw)

    def write(self, row: dict[str, Cell]) -> None:
        if not self.raw:
            row = {column: escape_formula(cell) if isinstance(cell, str) else cell for column, cell in row.items()}
        self.writer.writerow(row)


@frozen
class _JsonLinesTable(_Table):
    stream: BinaryIO

    def write(self, row: dict[str, Cell]) -> None:
        self.stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


@define
class _ParquetTable(_Table):
    schema: Schema
    writer: ParquetWriter
    _rows: list[dict[str, Cell]] = Factory(list)

    @classmethod
    def open(cls, name: str, stream: BinaryIO, columns: Sequence[str]) -> _ParquetTable:
        try:
            import pyarrow
            from pyarrow.parquet import ParquetWriter
        except ImportError:
            refuse(name, "writing Parquet needs pyarrow: pip install 'ftnotes[arrow]'; or write .csv or .jsonl")
        kinds = [(column, pyarrow.int64() if column in _NUMBERS else pyarrow.string()) for column in columns]
        schema = pyarrow.schema(kinds)
        return cls(schema, ParquetWriter(stream, schema))

    def write(self, row: dict[str, Cell]) -> None:
        self._rows.append(row)
        if len(self._rows) == _GROUP:
            self._flush()

    def close(self) -> None:
        self._flush()
        self.writer.close()

    def _flush(self) -> None:
        import pyarrow

        self.writer.write_table(pyarrow.Table.from_pylist(self._rows, self.schema))
        self._rows.clear()


def _encodable(row: dict[str, Cell]) -> dict[str, Cell]:
    return {column: UNDECODED.sub("\ufffd", cell) if isinstance(cell, str) else cell for column, cell in row.items()}
