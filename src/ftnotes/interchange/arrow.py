"""Arrow batches: a batch of rows is returned with the records of each note in an added column.

`parse_batch` is a pure function of one batch, so any engine that uses Arrow can map it over all batches: DuckDB, Spark, Polars,
Ray, pyarrow itself. It needs pyarrow (``pip install 'ftnotes[arrow]'``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ..playbook.playbook import Playbook, choose_playbook
from .records import SummaryRecord, WorkloadRecord, records

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema

__all__ = ["INTO", "batch_schema", "parse_batch", "record_type"]


def __dir__() -> list[str]:
    return __all__


#: The name of the added column.
INTO: Final = "summaries"


def record_type(playbook: Playbook | None = None, *, edition: str | None = None) -> DataType:
    """Return the Arrow type of the added column: a list of structs, one per summary, with the columns of `SummaryRecord`.

    ``workload_records`` is a list of structs as well, with the attributes of `WorkloadRecord`; ``hashtags`` and ``keys`` are
    lists of texts. Numbers are int32.

    Args:
        playbook: the playbook with which the notes are read; the default edition without it and ``edition``.
        edition: the id of a published edition, instead of ``playbook``.

    Raises:
        ImportError: pyarrow is missing.
    """
    pyarrow = _pyarrow()
    number, text = pyarrow.int32(), pyarrow.string()
    kinds = {
        **dict.fromkeys(("number", "summary", "start", "end"), number),
        **dict.fromkeys(("hashtags", "keys"), pyarrow.list_(text)),
    }
    workload = pyarrow.struct([(name, kinds.get(name, text)) for name in WorkloadRecord.columns()])
    kinds["workload_records"] = pyarrow.list_(workload)
    names = (*SummaryRecord.columns(playbook, edition=edition), "workload_records")
    return pyarrow.list_(pyarrow.struct([(name, kinds.get(name, text)) for name in names]))


def batch_schema(schema: Schema, into: str = INTO, *, playbook: Playbook | None = None, edition: str | None = None) -> Schema:
    """Return the schema of the batches that `parse_batch` returns, for engines that need it in advance.

    Raises:
        ImportError: pyarrow is missing.
        ValueError: there is a column with the name of the added one already.
    """
    pyarrow = _pyarrow()
    if into in schema.names:
        raise ValueError(f"the batch has a column {into!r} already: choose another name, as in into='records'")
    return schema.append(pyarrow.field(into, record_type(playbook, edition=edition)))


def parse_batch(
    batch: RecordBatch,
    column: str = "note",
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    into: str = INTO,
) -> RecordBatch:
    """Return a batch with the same rows and columns, and the records of its notes in an added column.

    Args:
        batch: any batch with a column of texts.
        column: the name of that column.
        playbook: the playbook with which the notes are read; the default edition without it and ``edition``.
        edition: the id of a published edition, instead of ``playbook``.
        into: the name of the added column, of the type `record_type`. It is null if the note is null, and an empty list if
            the note has no summary. Positions (``start``, ``end``) are code points, as everywhere.

    Raises:
        ImportError: pyarrow is missing; the message says what to install.
        TypeError: ``batch`` is not a RecordBatch, or ``playbook`` not a `Playbook`.
        ValueError: the batch has no such column, or it doesn't contain texts; the batch has the added column already; there is
            no such edition, or both ``playbook`` and ``edition`` are given.
    """
    pyarrow = _pyarrow()
    chosen = choose_playbook(playbook, edition)
    if not isinstance(batch, pyarrow.RecordBatch):
        raise TypeError(f"parse_batch() takes a RecordBatch, not {type(batch).__name__}: call to_batches() on a table")
    if batch.schema.names.count(column) != 1:
        raise ValueError(f"the batch must have one column {column!r}; it has {', '.join(map(repr, batch.schema.names))}")
    schema = batch_schema(batch.schema, into, playbook=chosen)
    notes = batch.column(column)
    kind = notes.type.value_type if pyarrow.types.is_dictionary(notes.type) else notes.type
    if str(kind) not in ("string", "large_string", "string_view", "null"):
        raise ValueError(f"column {column!r} contains {notes.type}, not texts: cast it")
    added = [None if text is None else [*map(_struct, records(text, playbook=chosen))] for text in notes.to_pylist()]
    return pyarrow.RecordBatch.from_arrays([*batch.columns, pyarrow.array(added, record_type(chosen))], schema=schema)


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
