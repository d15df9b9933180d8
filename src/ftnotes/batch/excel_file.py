"""Excel workbooks (.xlsx), through python-calamine. They are read only.

A workbook is an archive, and archives are made to do harm at times. So it is expanded once before it is opened, counting:
what its own directory says of sizes is not believed; and its cells are looked at for how far they reach, since a
table is made of all that lies between.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import BinaryIO, Final

from attrs import frozen

from .archive import _expand
from .formats import RowWriter
from .rows import Columns, Entry, Options, Row, RowError, _refuse, find_columns, too_long
from .text_file import opened

_OLE: Final = b"\xd0\xcf\x11\xe0"


@frozen
class ExcelReader:
    """A sheet of a workbook."""

    file: str
    columns: Columns
    options: Options

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> ExcelReader:
        """Look whether a file is a workbook that can be opened without harm.

        Raises:
            ExportError: it is none, is encrypted, expands to too much or is damaged.
        """
        with opened(file) as stream:
            start = stream.read(4)
            if start == _OLE:
                _refuse(file, "is encrypted or an old .xls: open it in Excel and save it as .xlsx without a password")
            if start[:2] != b"PK":
                _refuse(file, "is no .xlsx workbook (these are zip archives): export it again, or rename it if it is CSV")
            _expand(file, stream, options.max_expanded)
        return cls(file, columns, options)

    def entries(self) -> Iterator[Entry]:
        """Its rows; see `RowReader`."""
        try:
            import python_calamine
        except ImportError:
            _refuse(self.file, "reading workbooks needs python-calamine: pip install 'ftnotes[excel]'; or save it as CSV")
        try:
            with python_calamine.CalamineWorkbook.from_path(self.file) as book:
                names = book.sheet_names
                name = self.options.sheet if self.options.sheet is not None else names[0]
                if name not in names:
                    _refuse(self.file, f"there is no sheet {name!r}; there are {', '.join(map(repr, names))}")
                table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (python_calamine.CalamineError, OSError, IndexError) as error:
            _refuse(self.file, f"is no workbook that can be read ({error}): save it in Excel again, or as CSV")
        header: list[str] | None = None
        found: dict[str, int] = {}
        for number, cells in enumerate(table, 1):
            if all(cell == "" for cell in cells):
                continue
            if header is None:
                header = [_text(cell) for cell in cells]
                found = find_columns(self.file, self.columns, header)
                continue
            told = {name: _text(cells[place]) for name, place in found.items()}
            yield Entry(self._row(number, told, found))
        if header is None:
            _refuse(self.file, f"sheet {name!r} is empty: an export begins with a row of column names")

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Workbooks are read only; see `RowReader`."""
        _refuse(
            self.file, "workbooks are read, not written: writing one anew would lose its formats. Save it as CSV and fix that"
        )

    def _row(self, number: int, told: dict[str, str], found: dict[str, int]) -> Row | RowError:
        for name, value in told.items():
            if len(value) > self.options.max_cell:
                long = too_long(found[name] + 1, self.columns.named()[name], len(value), self.options.max_cell)
                return RowError(self.file, long, number)
        text, id = told.pop("text"), told.pop("id", None)
        if "\0" in text:
            return RowError(self.file, "holds a NUL, which no text does: export it again", number, id=id)
        return Row(self.file, number, text, id, None, {name: value for name, value in told.items() if value.strip()})


def _text(cell: object) -> str:
    """A cell as people see it, more or less: whole numbers without a point, dates as 2020-05-08."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)
