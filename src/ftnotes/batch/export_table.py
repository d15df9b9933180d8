"""A table of what is found in the notes of an export: as rows, as Arrow, and as a frame of pandas or polars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from ..interchange.records import Cell
from ..playbook.playbook import choose_playbook
from ..text.suggest import did_you_mean
from .api import examine_export
from .jobs import Policy
from .rows import Columns, Options
from .table_files import arrow_schema
from .tables import SUMMARIES, TABLE_KINDS, TableKind, notes_of

if TYPE_CHECKING:
    import pandas
    import polars
    from pyarrow import RecordBatch, Schema, Table

_GROUP: Final = 4096


def _kind(name: str) -> TableKind:
    if name not in TABLE_KINDS:
        raise ValueError(f"there is no table {name!r}{did_you_mean(name, TABLE_KINDS)}; use one of {', '.join(TABLE_KINDS)}")
    return TABLE_KINDS[name]


@frozen
class ExportTable:
    """A table of what is found in an export, which is read each time that the table is asked for.

    Rows of the export that can't be read are in the table ``unrecognized`` alone.

    Raises:
        ValueError: there is no such table.
    """

    #: ``summaries``, ``workloads``, ``actions``, ``findings`` or ``unrecognized``.
    kind: TableKind = field(converter=_kind)
    file: str
    columns: Columns
    policy: Policy = field(factory=Policy)
    #: The key of the template whose notes are in ``summaries`` and ``workloads``; the first one by default.
    template: str | None = field(default=None, kw_only=True)
    options: Options = field(factory=Options, kw_only=True)
    jobs: int = field(default=1, kw_only=True)

    @property
    def _table(self) -> TableKind:
        return notes_of(self.template) if self.kind is SUMMARIES else self.kind

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return self._table.all_columns(choose_playbook(self.policy.playbook, self.policy.edition), self.columns.keep)

    def rows(self) -> Iterator[dict[str, Cell]]:
        """Yield its rows lazily.

        Raises:
            ExportError, ValueError: as `check_export`.
        """
        playbook = choose_playbook(self.policy.playbook, self.policy.edition)
        results = examine_export(
            self.file, self.columns, self.policy, template=self.template, options=self.options, jobs=self.jobs
        )
        for result in results:
            yield from self._table.of(result, playbook, self.columns.keep)

    def schema(self) -> Schema:
        """Return its Arrow schema.

        Raises:
            ImportError: pyarrow is missing.
        """
        return arrow_schema(self.names)

    def batches(self) -> Iterator[RecordBatch]:
        """Yield its rows as Arrow batches, for engines that read a stream.

        Raises:
            ImportError: pyarrow is missing.
        """
        import pyarrow

        schema, rows = self.schema(), []
        for row in self.rows():
            rows.append(row)
            if len(rows) == _GROUP:
                yield pyarrow.RecordBatch.from_pylist(rows, schema)
                rows = []
        yield pyarrow.RecordBatch.from_pylist(rows, schema)

    def to_arrow(self) -> Table:
        """Return it as an Arrow table.

        Raises:
            ImportError: pyarrow is missing.
        """
        import pyarrow

        return pyarrow.Table.from_batches(self.batches(), self.schema())

    def to_pandas(self) -> pandas.DataFrame:
        """Return it as a frame of pandas.

        Raises:
            ImportError: pyarrow or pandas is missing.
        """
        frame: Any = self.to_arrow().to_pandas()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return it as a frame of polars.

        Raises:
            ImportError: pyarrow or polars is missing.
        """
        import polars

        frame = polars.from_arrow(self.to_arrow())
        assert isinstance(frame, polars.DataFrame)  # it is one, since it is of a table
        return frame
