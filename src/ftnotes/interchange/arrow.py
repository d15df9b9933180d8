"""Notes in Arrow: a batch of rows goes in, and comes out with the records of each note beside it.

`parse_batch` is a function of one batch and nothing else, so that any engine which speaks Arrow can map it over as many as
there are: DuckDB, Spark, Polars, Ray, pyarrow itself. It needs pyarrow (``pip install 'ftnotes[arrow]'``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Final

from ..playbook.playbook import Playbook
from ..syntax.parser import parse
from .records import SummaryRecord, WorkloadRecord, records

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema

#: The column that is added.
INTO: Final = "summaries"


def record_type() -> DataType:
    """The Arrow type of the added column: a list of structs, one a summary, with the attributes of `SummaryRecord`.

    ``workload_records`` is in turn a list of structs, with the attributes of `WorkloadRecord`; ``hashtags`` and ``keys`` are
    lists of texts, ``others`` and ``other_choices`` maps. Numbers are int32.

    Raises:
        ImportError: pyarrow is missing.
    """
    pyarrow = _pyarrow()
    number, text = pyarrow.int32(), pyarrow.string()
    texts, pairs = pyarrow.list_(text), pyarrow.map_(text, text)
    kinds = {
        **dict.fromkeys(("number", "summary", "start", "end"), number),
        **dict.fromkeys(("hashtags", "keys"), texts),
        **dict.fromkeys(("others", "other_choices"), pairs),
    }
    workload = pyarrow.struct([(name, kinds.get(name, text)) for name in WorkloadRecord.columns()])
    kinds["workload_records"] = pyarrow.list_(workload)
    names = (*SummaryRecord.columns(Playbook.load()), "others", "other_choices", "workload_records")
    return pyarrow.list_(pyarrow.struct([(name, kinds.get(name, text)) for name in names]))


def batch_schema(schema: Schema, into: str = INTO) -> Schema:
    """The schema of what `parse_batch` gives for batches with a schema, for engines that ask beforehand.

    Raises:
        ImportError: pyarrow is missing.
        ValueError: there is a column of the name of that to be added.
    """
    pyarrow = _pyarrow()
    if into in schema.names:
        raise ValueError(f"the batch has a column {into!r}: name the one to be added otherwise, as in into='records'")
    return schema.append(pyarrow.field(into, record_type()))


def parse_batch(batch: RecordBatch, column: str = "note", *, playbook: Playbook | None = None, into: str = INTO) -> RecordBatch:
    """A batch with the records of its notes: the same rows and columns, and one column more.

    Args:
        batch: any batch with a column of texts.
        column: the name of that column.
        playbook: the edition that counts; the default one where none is given.
        into: the name of the column to be added; what it holds says `record_type`. It is null where the note is, and an empty
            list where a note has no summary. Positions (``start``, ``end``) are code points, as everywhere.

    Raises:
        ImportError: pyarrow is missing; the message says what to install.
        TypeError: this is no RecordBatch.
        ValueError: the batch has no such column, or one that holds no texts; or it has the column to be added.
    """
    pyarrow = _pyarrow()
    if not isinstance(batch, pyarrow.RecordBatch):
        raise TypeError(f"parse_batch() takes a RecordBatch, not {type(batch).__name__}: a table gives them by to_batches()")
    if batch.schema.names.count(column) != 1:
        raise ValueError(f"the batch has no column {column!r}, or several; it has {', '.join(map(repr, batch.schema.names))}")
    schema = batch_schema(batch.schema, into)
    notes = batch.column(column)
    kind = notes.type.value_type if pyarrow.types.is_dictionary(notes.type) else notes.type
    if str(kind) not in ("string", "large_string", "string_view", "null"):
        raise ValueError(f"column {column!r} holds {notes.type}, where texts are expected; cast it")
    found = [None if text is None else [_struct(one) for one in records(parse(text, playbook))] for text in notes.to_pylist()]
    return pyarrow.RecordBatch.from_arrays([*batch.columns, pyarrow.array(found, record_type())], schema=schema)


def _struct(record: SummaryRecord) -> Mapping[str, object]:
    return {
        **record.row(),
        "hashtags": record.hashtags,
        "others": list(record.others.items()),
        "other_choices": list(record.other_choices.items()),
        "workload_records": [{**workload.row(), "keys": workload.keys} for workload in record.workload_records],
    }


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
    except ImportError:
        raise ImportError("ftnotes.interchange.arrow needs pyarrow: pip install 'ftnotes[arrow]'") from None
    module: ModuleType = pyarrow
    return module
