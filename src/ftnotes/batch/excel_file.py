"""Excel workbooks (.xlsx), through python-calamine. They are read only."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from attrs import frozen

from .archive import check_archive
from .rows import HAS_NUL, Columns, Entry, Options, Row, RowReader, RowWriter, find_columns, refuse
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
        name, table = self._table()
        places: dict[str, int] = {}
        for number, values in enumerate(table, 1):
            if all(value == "" for value in values):
                continue
            if not places:
                places = find_columns(self.file, self.columns, [_text(value) for value in values])
                continue
            cells = {column: _text(values[place]) for column, place in places.items()}
            row = self.bounded_row(number, cells, places)
            yield Entry(row.error(HAS_NUL) if isinstance(row, Row) and "\0" in row.text else row)
        if not places:
            refuse(self.file, f"sheet {name!r} is empty: an export begins with a row of column names")

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Refuse to write; see `RowReader`."""
        refuse(self.file, "workbooks are read only, because writing one would lose its formats; save it as CSV and fix that")

    def _table(self) -> tuple[str, Iterable[Sequence[object]]]:
        try:
            import python_calamine
        except ImportError:
            refuse(self.file, "reading workbooks needs python-calamine: pip install 'ftnotes[excel]'; or save it as CSV")
        try:
            with python_calamine.CalamineWorkbook.from_path(self.file) as book:
                names = book.sheet_names
                name = self.options.sheet if self.options.sheet is not None else names[0]
                if name not in names:
                    refuse(self.file, f"there is no sheet {name!r}; there are {', '.join(map(repr, names))}")
                return name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, IndexError) as error:
            refuse(self.file, f"can't be read as a workbook ({error}): save it in Excel again, or as CSV")


def _text(value: object) -> str:
    """Return a cell roughly as it is displayed: whole numbers without a point, dates like 2020-05-08."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
