"""Excel workbooks (.xlsx), through python-calamine. They are read only."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO, Final

from attrs import frozen

from .archive import check_archive
from .column_names import find_columns
from .rows import HAS_NUL, Columns, Entry, Options, Row, RowReader, RowWriter, refuse
from .sheet import SheetError, read_sheet_apart
from .text_file import open_binary

_OLE: Final = b"\xd0\xcf\x11\xe0"


@frozen
class ExcelReader(RowReader):
    """A sheet of a workbook."""

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> ExcelReader:
        """Check that a file is a workbook that can be opened without harm.

        Raises:
            ExportError: it is not a workbook, is encrypted or damaged, or expands to too much.
        """
        with open_binary(file) as stream:
            start = stream.read(4)
            if start == _OLE:
                refuse(file, "is encrypted or an old .xls: open it in Excel and save it as .xlsx without a password")
            if start[:2] != b"PK":
                refuse(file, "is not an .xlsx workbook (these are zip archives): export it again, or rename it if it is CSV")
            check_archive(file, stream, options.max_expanded)
        return cls(file, columns, options)

    def entries(self) -> Iterator[Entry]:
        """Yield the rows; see `RowReader`."""
        with self._sheet() as rows:
            names = next(rows)
            name = self._name(names)
            numbered = ((number, row) for number, row in enumerate(rows, 1) if number >= self.options.header_row and any(row))
            header = next(numbered, None)
            if header is None:
                others = [other for other in names if other != name]
                hint = f"; pass --sheet for another one: {', '.join(map(repr, others))}" if others else ""
                refuse(self.file, f"sheet {name!r} {self.options.is_empty}{hint}")
            places = find_columns(self.file, self.columns, header[1], numbered)
            for number, row in numbered:
                cells = {column: row[place] for column, place in places.items()}
                made = self.bounded_row(number, cells, places)
                yield Entry(made.error(HAS_NUL) if isinstance(made, Row) and "\0" in made.text else made)

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Refuse to write; see `RowReader`."""
        refuse(self.file, "workbooks are read only, because writing one would lose its formats; save it as CSV and fix that")

    def _name(self, names: list[str]) -> str:
        if not names:
            refuse(self.file, "has no sheets")
        name = self.options.sheet if self.options.sheet is not None else names[0]
        if name not in names:
            refuse(self.file, f"there is no sheet {name!r}; there are {', '.join(map(repr, names))}")
        return name

    @contextmanager
    def _sheet(self) -> Iterator[Generator[list[str], None, None]]:
        with closing(read_sheet_apart(self.file, self.options.sheet)) as rows:
            try:
                yield rows
            except ImportError:
                refuse(self.file, "reading workbooks needs python-calamine: pip install 'ftnotes[excel]'; or save it as CSV")
            except SheetError as error:
                refuse(self.file, str(error))
