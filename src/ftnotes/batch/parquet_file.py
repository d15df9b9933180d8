"""Parquet files, through pyarrow. A file written again keeps schema, metadata, row groups and compression."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from attrs import Factory, define, frozen

from .archive import expanded_limit
from .column_names import find_columns
from .rows import MEGABYTE, Columns, Entry, ExportError, Options, Row, RowError, RowReader, RowWriter, refuse
from .text_file import open_binary

if TYPE_CHECKING:
    from pyarrow import Scalar
    from pyarrow.parquet import ParquetFile, ParquetWriter

_ROWS: Final = 256
_MAGIC: Final = b"PAR1"


@frozen
class ParquetReader(RowReader):
    """A Parquet file."""

    #: The positions of the columns and their names in the file, by the attributes of `Columns`.
    places: Mapping[str, int]
    names: Mapping[str, str]

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> ParquetReader:
        """Check the schema of a file.

        Raises:
            ExportError: it is not a Parquet file, lacks a column, expands to too much, or pyarrow is missing.
        """
        with open_binary(file) as stream:
            if stream.read(4) != _MAGIC:
                refuse(file, "is not a Parquet file: export it again, or rename it if it is of another kind")
            size = stream.seek(0, 2)
        with _parquet(file) as parquet:
            schema, metadata = parquet.schema_arrow, parquet.metadata
            places = find_columns(file, columns, schema.names)
            kind = str(schema.field(places["text"]).type)
            if "string" not in kind or kind.startswith(("list", "struct", "map", "large_list")):
                refuse(file, f"column {columns.text!r} is {kind}, not text; name another column")
            limit = expanded_limit(size, options.max_expanded)
            for number in range(metadata.num_row_groups):
                if metadata.row_group(number).total_byte_size > limit:
                    refuse(
                        file,
                        f"its row group {number + 1} expands to more than {limit // MEGABYTE} MB; if you trust it, raise the "
                        "limit with --max-expanded MB",
                    )
            return cls(file, columns, options, places, {name: schema.names[place] for name, place in places.items()})

    def entries(self) -> Iterator[Entry]:
        """Yield the rows; see `RowReader`."""
        number = 0
        wanted = [*dict.fromkeys(self.names.values())]  # one can be kept and be the id, too
        # As dictionaries, a text that a million rows share is in memory once.
        with _parquet(self.file, wanted) as parquet:
            for batch in parquet.iter_batches(_ROWS, columns=wanted):
                arrays = {name: batch.column(column) for name, column in self.names.items()}
                for at in range(batch.num_rows):
                    number += 1
                    yield Entry(self._row(number, {name: array[at] for name, array in arrays.items()}))

    def _row(self, number: int, values: Mapping[str, Scalar[Any]]) -> Row | RowError:
        cells: dict[str, str] = {}
        reason = None
        for name, value in values.items():
            try:
                cells[name] = _text(value.as_py())
            except UnicodeDecodeError as error:
                at = f"byte {error.start} of the cell (0x{error.object[error.start]:02x})"
                reason = f"column {self.names[name]!r} is not UTF-8: {at} does not fit; export it again"
        if reason:
            return RowError(self.file, reason, number, id=cells.get("id"))
        return self.bounded_row(number, cells, self.places)

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Return a writer; see `RowReader`."""
        return _ParquetWriter.open(self.file, stream, self.places["text"])


def count_parquet_rows(file: str) -> int | None:
    """Return the number of rows that a file says it has; None if it can't be read."""
    try:
        with _parquet(file) as parquet:
            number: int = parquet.metadata.num_rows
            return number
    except ExportError:
        return None


@define
class _ParquetWriter:
    """A writer of each row group as soon as it has all of its notes."""

    place: int
    _open: ExitStack
    _source: ParquetFile
    _target: ParquetWriter
    _texts: list[str | None] = Factory(list)
    _group: int = 0

    @classmethod
    def open(cls, file: str, stream: BinaryIO, place: int) -> _ParquetWriter:
        from pyarrow.parquet import ParquetWriter

        stack = ExitStack()
        source = stack.enter_context(_parquet(file))
        compression = {}
        for number in range(source.metadata.num_columns if source.metadata.num_row_groups else 0):
            column = source.metadata.row_group(0).column(number)
            compression[column.path_in_schema] = "none" if column.compression == "UNCOMPRESSED" else column.compression
        target = ParquetWriter(stream, source.schema_arrow, compression=compression or "snappy")
        return cls(place, stack, source, target)

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry; see `RowWriter`."""
        self._texts.append(text)
        groups = self._source.metadata
        while self._group < groups.num_row_groups and len(self._texts) == groups.row_group(self._group).num_rows:
            self._write_group(self._texts)
            self._texts = []
        return None

    def close(self) -> None:
        """Write the end of the file."""
        self._target.close()
        self._open.close()

    def _write_group(self, texts: list[str | None]) -> None:
        import pyarrow
        from pyarrow.compute import if_else

        table = self._source.read_row_group(self._group)
        self._group += 1
        if any(text is not None for text in texts):
            field = table.schema.field(self.place)
            before = table.column(self.place).cast(pyarrow.string())
            is_fixed = pyarrow.array([text is not None for text in texts])
            column = if_else(is_fixed, pyarrow.array(texts, pyarrow.string()), before)
            table = table.set_column(self.place, field, column.cast(field.type))
        self._target.write_table(table, row_group_size=max(len(texts), 1))


def _text(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "" if value is None else str(value)


@contextmanager
def _parquet(file: str, dictionaries: list[str] | None = None) -> Iterator[ParquetFile]:
    """Open a Parquet file, and raise errors of pyarrow as an `ExportError`."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        refuse(file, "reading Parquet needs pyarrow: pip install 'ftnotes[arrow]'; or export it as CSV")
    try:
        with ParquetFile(file, read_dictionary=dictionaries) as parquet:
            yield parquet
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).partition("\n")[0]
        refuse(file, f"can't be read as Parquet ({reason}): it was cut off or damaged; export it again")
