"""Files of tables, written row by row: CSV, JSON lines, Parquet, and the sheets of a workbook."""

from __future__ import annotations

import codecs
import csv
import json
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from attrs import Factory, define, frozen

from ..interchange.records import Cell
from ..text.atomic import TEMPORARY
from .rows import refuse
from .text_file import UNDECODED

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetWriter
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The columns that contain numbers; all others contain texts.
NUMBERS: Final = frozenset({"row", "number", "summary", "done", "start", "end", "line", "column"})
#: What a spreadsheet takes for a formula, and what is read as an escaped one.
_FORMULA: Final = re.compile("'*+[=+\\-@\t\r\n＝＋－＠]")
_ESCAPED: Final = re.compile("'++[=+\\-@\t\r\n＝＋－＠]")
#: The rows of a group in Parquet.
_GROUP: Final = 4096
#: The limits of a sheet and of its cells, and the end of a text that was too long for a cell.
_MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
_CUT: Final = " … (cut off: too long for a cell)"
#: The widths of columns with numbers and with texts, in characters.
_NARROW, _WIDE = 8, 24


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


class SupportsWrite(Protocol):
    """A stream of text."""

    def write(self, text: str, /) -> object:
        """Write a text."""
        ...


class TableFile(ABC):
    """A file, or a sheet of a workbook, that takes the rows of a table."""

    def write(self, row: Mapping[str, Cell]) -> None:
        """Write a row. Halves of surrogate pairs, which no encoding has, become U+FFFD."""
        self.write_encodable(
            {column: UNDECODED.sub("\ufffd", cell) if isinstance(cell, str) else cell for column, cell in row.items()}
        )

    @abstractmethod
    def write_encodable(self, row: dict[str, Cell]) -> None:
        """Write a row that can be encoded."""
        ...

    def close(self) -> None:  # noqa: B027 # most formats have nothing left to write
        """Write what is left."""


@frozen
class CsvTable(TableFile):
    """CSV for spreadsheets, or for programs."""

    writer: csv.DictWriter[str]
    raw: bool

    @classmethod
    def open(cls, stream: BinaryIO, columns: Sequence[str], raw: bool) -> CsvTable:
        """Open a table in a file.

        Args:
            stream: the file.
            columns: the columns in order.
            raw: whether it is for programs: no escaped formulas, and no byte order mark, which Excel needs for UTF-8.
        """
        return cls.on(codecs.getwriter("utf-8" if raw else "utf-8-sig")(stream), columns, raw)

    @classmethod
    def on(cls, stream: SupportsWrite, columns: Sequence[str], raw: bool, line_end: str = "\r\n") -> CsvTable:
        """Open a table on a text stream; see `open`."""
        writer = csv.DictWriter(stream, columns, lineterminator=line_end)
        writer.writeheader()
        return cls(writer, raw)

    def write_encodable(self, row: dict[str, Cell]) -> None:
        """Write a row; see `TableFile`."""
        if not self.raw:
            row = {column: escape_formula(cell) if isinstance(cell, str) else cell for column, cell in row.items()}
        self.writer.writerow(row)


@frozen
class JsonLinesTable(TableFile):
    """An object on each line."""

    stream: BinaryIO

    def write_encodable(self, row: dict[str, Cell]) -> None:
        """Write a row; see `TableFile`."""
        self.stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


@define
class ParquetTable(TableFile):
    """A Parquet file, written in groups of rows."""

    schema: Schema
    writer: ParquetWriter
    _rows: list[dict[str, Cell]] = Factory(list)

    @classmethod
    def open(cls, name: str, stream: BinaryIO, columns: Sequence[str]) -> ParquetTable:
        """Open a table in a file.

        Raises:
            ExportError: pyarrow is missing.
        """
        try:
            from pyarrow.parquet import ParquetWriter

            schema = arrow_schema(columns)
        except ImportError:
            refuse(name, "writing Parquet needs pyarrow: pip install 'ftnotes[arrow]'; or write .csv or .jsonl")
        return cls(schema, ParquetWriter(stream, schema))

    def write_encodable(self, row: dict[str, Cell]) -> None:
        """Write a row; see `TableFile`."""
        self._rows.append(row)
        if len(self._rows) == _GROUP:
            self._flush()

    def close(self) -> None:
        """Write the last group."""
        self._flush()
        self.writer.close()

    def _flush(self) -> None:
        import pyarrow

        self.writer.write_table(pyarrow.Table.from_pylist(self._rows, self.schema))
        self._rows.clear()


def arrow_schema(columns: Sequence[str]) -> Schema:
    """Return the Arrow schema of a table; needs pyarrow."""
    import pyarrow

    return pyarrow.schema([(column, pyarrow.int64() if column in NUMBERS else pyarrow.string()) for column in columns])


@define
class SheetTable(TableFile):
    """A sheet of a workbook. Its cells are texts and numbers, never formulas or links."""

    name: str
    sheet: Worksheet
    #: The format of texts that a spreadsheet would take for formulas when somebody edits them.
    quoted: Format
    columns: Sequence[str]
    _row: int = 1

    def write_encodable(self, row: dict[str, Cell]) -> None:
        """Write a row; see `TableFile`.

        Raises:
            ExportError: the sheet is full.
        """
        if self._row == _MOST_ROWS:
            refuse(self.name, f"a sheet has {_MOST_ROWS - 1:,} rows below its names; write .csv or .parquet")
        for place, column in enumerate(self.columns):
            cell = row[column]
            if isinstance(cell, str):
                if len(cell) > _LONGEST:
                    cell = cell[: _LONGEST - len(_CUT)] + _CUT
                self.sheet.write_string(self._row, place, cell, self.quoted if _FORMULA.match(cell) else None)
            elif cell is not None:
                self.sheet.write_number(self._row, place, cell)
        self._row += 1

    def close(self) -> None:
        """Add filters for the columns."""
        self.sheet.autofilter(0, 0, max(self._row - 1, 1), len(self.columns) - 1)


@frozen
class WorkbookFile:
    """A workbook with a sheet for each table."""

    name: str
    workbook: Workbook

    @classmethod
    @contextmanager
    def open(cls, name: str, stream: BinaryIO) -> Iterator[WorkbookFile]:
        """Open a workbook in a file. Rows go to temporary files, so that memory does not grow; they are deleted at the end.

        Raises:
            ExportError: XlsxWriter is missing.
        """
        try:
            from xlsxwriter import Workbook
        except ImportError:
            refuse(name, "writing workbooks needs XlsxWriter: pip install 'ftnotes[excel]'; or write .csv or .jsonl")
        never = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
        with TemporaryDirectory(prefix=TEMPORARY[0]) as folder:
            workbook = Workbook(stream, {"constant_memory": True, "tmpdir": folder, **never})
            try:
                yield cls(name, workbook)
            except BaseException:
                workbook.filename = os.path.join(folder, "discarded.xlsx")
                workbook.close()  # nothing else closes its temporary files
                raise

    def sheet(self, title: str, columns: Sequence[str]) -> SheetTable:
        """Add a sheet with the names of its columns."""
        sheet = self.workbook.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        bold = self.workbook.add_format({"bold": True})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _NARROW if column in NUMBERS else _WIDE)
            sheet.write_string(0, place, column, bold)
        return SheetTable(self.name, sheet, self.workbook.add_format({"quote_prefix": True}), columns)

    def close(self) -> None:
        """Write the workbook."""
        self.workbook.close()
