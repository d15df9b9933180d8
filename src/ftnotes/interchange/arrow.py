"""Arrow batches: a batch of rows is returned with the records of each note in an added column.

`parse_batch` is a pure function of one batch, so any engine that uses Arrow can map it over all batches: DuckDB, Spark, Polars,
Ray, pyarrow itself. It needs pyarrow (``pip install 'ftnotes[arrow]'``).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ..playbook.playbook import Playbook, choose_playbook
from .action_records import ActionRecord, action_records
from .records import SummaryRecord, WorkloadRecord, records

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema, Table

__all__ = ["ACTIONS", "INTO", "action_batch", "action_schema", "action_type", "batch_schema", "parse_batch", "record_type"]


def __dir__() -> list[str]:
    return __all__


#: The name of the added column.
INTO: Final = "summaries"
#: That of `action_batch`.
ACTIONS: Final = "actions"


def record_type(playbook: Playbook | None = None, *, edition: str | None = None, template: str | None = None) -> DataType:
    """Return the Arrow type of the added column: a list of structs, one per summary, with the columns of `SummaryRecord`.

    ``workload_records`` is a list of structs as well, with the attributes of `WorkloadRecord`; ``hashtags`` and ``keys`` are
    lists of texts. Numbers are int32.

    Args:
        playbook: the playbook with which the notes are read; the default edition without it and ``edition``.
        edition: the id of a published edition, instead of ``playbook``.
        template: the key of the template; the first one by default.

    Raises:
        ImportError: pyarrow is missing.
        ValueError: there is no such edition or template.
    """
    pyarrow = _pyarrow()
    number, text = pyarrow.int32(), pyarrow.string()
    kinds = {
        **dict.fromkeys(("number", "summary", "start", "end"), number),
        **dict.fromkeys(("hashtags", "keys"), pyarrow.list_(text)),
    }
    workload = pyarrow.struct([(name, kinds.get(name, text)) for name in WorkloadRecord.columns()])
    kinds["workload_records"] = pyarrow.list_(workload)
    names = (*SummaryRecord.columns(playbook, edition=edition, template=template), "workload_records")
    return pyarrow.list_(pyarrow.struct([(name, kinds.get(name, text)) for name in names]))


def batch_schema(
    schema: Schema,
    into: str = INTO,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    template: str | None = None,
) -> Schema:
    """Return the schema of the batches that `parse_batch` returns, for engines that need it in advance.

    Raises:
        ImportError: pyarrow is missing.
        ValueError: there is a column with the name of the added one already.
    """
    return extended(schema, into, record_type(playbook, edition=edition, template=template))


def parse_batch(
    batch: RecordBatch | Table | object,
    column: str = "note",
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    template: str | None = None,
    into: str = INTO,
) -> RecordBatch | Table:
    """Return a batch with the same rows and columns, and the records of its notes in an added column.

    Args:
        batch: a RecordBatch with a column of texts; or a Table, or a frame of polars or pandas, which are returned as a Table.
        column: the name of that column.
        playbook: the playbook with which the notes are read; the default edition without it and ``edition``.
        edition: the id of a published edition, instead of ``playbook``.
        template: the key of the template whose notes are meant; the first one by default.
        into: the name of the added column, of the type `record_type`. It is null if the note is null, and an empty list if
            the note has no summary. Positions (``start``, ``end``) are code points, as everywhere.

    Raises:
        ImportError: pyarrow is missing; the message says what to install.
        TypeError: ``batch`` is of another type, or ``playbook`` not a `Playbook`.
        ValueError: the batch has no such column, or it doesn't contain texts; the batch has the added column already; there is
            no such edition, or both ``playbook`` and ``edition`` are given.
    """
    _pyarrow()
    chosen = choose_playbook(playbook, edition)
    kind = record_type(chosen, template=template)

    def made(text: str, _: str | None) -> list[Mapping[str, object]]:
        return [*map(_struct, records(text, playbook=chosen, template=template))]

    return with_column(batch, column, into, kind, made, "parse_batch")


def action_type() -> DataType:
    """Return the Arrow type of the column that `action_batch` adds: a list of structs with the columns of `ActionRecord`.

    Raises:
        ImportError: pyarrow is missing.
    """
    pyarrow = _pyarrow()
    numbers = dict.fromkeys(("number", "done", "start", "end"), pyarrow.int32())
    return pyarrow.list_(pyarrow.struct([(name, numbers.get(name, pyarrow.string())) for name in ActionRecord.columns()]))


def action_schema(schema: Schema, into: str = ACTIONS) -> Schema:
    """Return the schema of the batches that `action_batch` returns; for the errors see `batch_schema`."""
    return extended(schema, into, action_type())


def action_batch(
    batch: RecordBatch | Table | object,
    column: str = "note",
    *,
    date: str | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
    into: str = ACTIONS,
) -> RecordBatch | Table:
    """Return a batch with the same rows and columns, and the next actions of its notes in an added column.

    Args:
        batch, column, playbook, edition: as for `parse_batch`.
        date: the column with the day of each note, as a text such as ``2020-05-08``, by which "next week" and dates without a
            year are understood; null for none.
        into: the name of the added column, of the type `action_type`. It is null if the note is null.

    Raises:
        ImportError, TypeError: as for `parse_batch`.
        ValueError: as for `parse_batch`; or a day is not written so.
    """
    _pyarrow()
    chosen = choose_playbook(playbook, edition)

    def made(text: str, day: str | None) -> list[Mapping[str, object]]:
        written = None if day is None else datetime.date.fromisoformat(day[:10])
        return [action.row() for action in action_records(text, date=written, playbook=chosen)]

    return with_column(batch, column, into, action_type(), made, "action_batch", date)


def with_column(
    batch: RecordBatch | Table | object,
    column: str,
    into: str,
    kind: DataType,
    made: Callable[[str, str | None], list[Mapping[str, object]]],
    caller: str,
    beside: str | None = None,
) -> RecordBatch | Table:
    """Return a batch with an added column of what is made of each note; for the errors see `parse_batch`.

    Args:
        batch, column, into: as for `parse_batch`.
        kind: the type of the added column.
        made: returns what is made of a note, and of the text in the column ``beside``, if that is given.
        caller: the name of the calling function, for errors.
        beside: the name of another column of texts.
    """
    pyarrow = _pyarrow()
    if not isinstance(batch, pyarrow.RecordBatch):
        if not isinstance(batch, pyarrow.Table) and not hasattr(batch, "__arrow_c_stream__"):
            raise TypeError(
                f"{caller}() takes a RecordBatch, a Table, or a frame of polars or pandas, not {type(batch).__name__}"
            )
        table = pyarrow.table(batch)
        schema = extended(table.schema, into, kind)
        parts = [with_column(part, column, into, kind, made, caller, beside) for part in table.to_batches()]
        return pyarrow.Table.from_batches(parts, schema)
    schema = extended(batch.schema, into, kind)
    notes = _texts(batch, column)
    others = _texts(batch, beside) if beside else [None] * len(notes)
    added = [None if text is None else made(text, other) for text, other in zip(notes, others, strict=True)]
    return pyarrow.RecordBatch.from_arrays([*batch.columns, pyarrow.array(added, kind)], schema=schema)


def _texts(batch: RecordBatch, column: str) -> list[str | None]:
    """Return the texts of a column."""
    if batch.schema.names.count(column) != 1:
        raise ValueError(f"the batch must have one column {column!r}; it has {', '.join(map(repr, batch.schema.names))}")
    texts = batch.column(column)
    types = _pyarrow().types
    typed = texts.type.value_type if types.is_dictionary(texts.type) else texts.type
    if str(typed) not in ("string", "large_string", "string_view", "null"):
        raise ValueError(f"column {column!r} contains {texts.type}, not texts: cast it")
    return texts.to_pylist()  # type: ignore[no-any-return] # pyarrow has no types


def extended(schema: Schema, into: str, kind: DataType) -> Schema:
    """Return a schema with an added column.

    Raises:
        ValueError: there is a column of that name already.
    """
    if into in schema.names:
        raise ValueError(f"the batch has a column {into!r} already: choose another name, as in into='records'")
    return schema.append(_pyarrow().field(into, kind))


def _struct(record: SummaryRecord) -> Mapping[str, object]:
    return {
        **record.row(),
        "hashtags": record.hashtags,
        "workload_records": [{**workload.row(), "keys": workload.keys} for workload in record.workload_records],
    }


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
    except ImportError:
        raise ImportError("ftnotes.interchange.arrow needs pyarrow: pip install 'ftnotes[arrow]'") from None
    module: ModuleType = pyarrow
    return module
