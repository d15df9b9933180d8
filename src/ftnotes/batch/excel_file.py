"""Excel workbooks (.xlsx), through python-calamine. They are read only.

A workbook is an archive, and archives are made to do harm at times. So it is expanded once before it is opened, counting:
what its own directory says of sizes is not believed; and its cells are looked at for how far they reach, since a
table is made of all that lies between.
"""

from __future__ import annotations

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, NoReturn

from attrs import define, frozen

from .formats import Writer
from .rows import MEGABYTE, Columns, Entry, ExportError, Options, Problem, Row, find_columns, too_long
from .text_file import opened

#: By default an archive may expand to so many megabytes, and beyond `FREE` to at most so many times its size.
MAX_EXPANDED: Final = 128
MAX_RATIO: Final = 200
FREE: Final = 8
#: A table may have so many cells, empty ones included.
MAX_CELLS: Final = 20_000_000

_OLE: Final = b"\xd0\xcf\x11\xe0"
_PIECE: Final = 1 << 16
#: The start of a row or cell in the XML of a sheet, and in that its place.
_TAG: Final = re.compile(rb"<(?:\w{1,20}:)?(c|row)(?=[\s/>])([^<>]{0,500})")
_PLACE: Final = re.compile(rb"""\sr\s{0,9}=\s{0,9}["']([A-Z]{0,3})([0-9]{1,7})["']""")
#: A tag that is longer is not looked at to its end.
_TAG_LENGTH: Final = 1000


@frozen
class WorkbookSource:
    """A sheet of a workbook."""

    file: str
    columns: Columns
    options: Options

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> WorkbookSource:
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
        """Its rows; see `Source`."""
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

    def writer(self, stream: BinaryIO) -> Writer:
        """Workbooks are read only; see `Source`."""
        _refuse(
            self.file, "workbooks are read, not written: writing one anew would lose its formats. Save it as CSV and fix that"
        )

    def _row(self, number: int, told: dict[str, str], found: dict[str, int]) -> Row | Problem:
        for name, value in told.items():
            if len(value) > self.options.max_cell:
                long = too_long(found[name] + 1, self.columns.named()[name], len(value), self.options.max_cell)
                return Problem(self.file, long, number)
        text, id = told.pop("text"), told.pop("id", None)
        if "\0" in text:
            return Problem(self.file, "holds a NUL, which no text does: export it again", number, id=id)
        return Row(self.file, number, text, id, None, {name: value for name, value in told.items() if value.strip()})


def _refuse(file: str, reason: str) -> NoReturn:
    raise ExportError(Problem(file, reason))


def _text(cell: object) -> str:
    """A cell as people see it, more or less: whole numbers without a point, dates as 2020-05-08."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return str(cell)


def expanded_limit(size: int, said: int | None) -> int:
    """To how many bytes a file of a size may expand."""
    if said is not None:
        return said * MEGABYTE
    return min(MAX_EXPANDED * MEGABYTE, max(FREE * MEGABYTE, MAX_RATIO * size))


def _expand(file: str, stream: BinaryIO, said: int | None) -> None:
    """Expand all of an archive, keeping nothing, to see whether it can be done within the limits."""
    size = stream.seek(0, 2)
    left = limit = expanded_limit(size, said)
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if member.flag_bits & 1:
                    _refuse(file, "is encrypted: open it in Excel and save it without a password")
                # What the directory says could end the expansion too early; it ends at its own end, or at the limit.
                member.file_size = limit + 2 * _PIECE
                reach = _Reach()
                with archive.open(member) as expanded:
                    while piece := expanded.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            _refuse(
                                file,
                                f"expands to more than {limit // MEGABYTE} MB from {size / MEGABYTE:.1f} MB; if you trust it, "
                                "raise the limit with --max-expanded MB",
                            )
                        reach.further(piece)
                if reach.cells > MAX_CELLS:
                    _refuse(
                        file,
                        f"a sheet reaches down to row {reach.bottom:,} and over {reach.width:,} columns, which are more than "
                        f"{MAX_CELLS:,} cells: delete the stray cells far out, or save it as CSV",
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, ExportError):
            raise
        _refuse(
            file,
            f"is no archive that can be expanded ({error or type(error).__name__}): it was cut off or came to harm; export it "
            "again",
        )


@define
class _Reach:
    """How far the cells of a sheet reach."""

    bottom: int = 1
    width: int = 1
    _row: int = 0
    _at: int = 0
    _rest: bytes = b""

    @property
    def cells(self) -> int:
        """So many cells its table has."""
        return self.bottom * self.width

    def further(self, piece: bytes) -> None:
        """Look at one more piece of its XML. Rows and cells that don't say their place follow those before them."""
        xml = self._rest + piece
        cut = xml.rfind(b"<") if b"<" in xml else len(xml)
        for tag in _TAG.finditer(xml, 0, cut):
            place = _PLACE.search(tag[2])
            if tag[1] == b"row":
                self._row, self._at = int(place[2]) if place else self._row + 1, 0
            else:
                self._at = _column(place[1]) if place else self._at + 1
                self._row = int(place[2]) if place else self._row
            self.bottom, self.width = max(self.bottom, self._row), max(self.width, self._at)
        self._rest = xml[cut : cut + _TAG_LENGTH]


def _column(letters: bytes) -> int:
    """The number of a column: of A 1, of AA 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
