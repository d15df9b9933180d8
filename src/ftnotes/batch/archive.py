"""Limits of a workbook, which is a zip archive and can be made to do harm.

All of it is expanded once before it is opened, counting bytes, because its directory can lie about sizes; and its cells
are looked at for how far they reach, because readers make a table of everything between them. A row or cell is believed only
if it is written as spreadsheets write it, since readers of XML differ in what they make of anything else.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO, Final

from attrs import define

from .rows import MEGABYTE, ExportError, refuse

#: The default limit of an expanded archive in megabytes; and, beyond `FREE`, in multiples of its own size.
MAX_EXPANDED: Final = 128
MAX_RATIO: Final = 200
FREE: Final = 8
#: The limit of the cells of a table, empty ones included.
MAX_CELLS: Final = 20_000_000

_PIECE: Final = 1 << 16
#: The start tag of a row or cell in the XML of a sheet: its name, its attributes, and the end if it is there.
_TAG: Final = re.compile(rb"<(?>(?:[^\s<>/:]++:)?)(c|row)(?=[\s/>]|\Z)([^<>]*+)(>?)")
_ATTRIBUTE: Final = re.compile(rb"""\s++([^\s<>/="']++)\s*+=\s*+["']([^<>"']*+)["']""")
_ATTRIBUTES: Final = re.compile(rb"""(?>(?:\s++[^\s<>/="']++\s*+=\s*+(?:"[^<>"']*+"|'[^<>"']*+'))*)\s*+/?+""")
_PLACES: Final = {b"row": re.compile(rb"()([1-9][0-9]{0,6}+)"), b"c": re.compile(rb"([A-Za-z]{1,3}+)([1-9][0-9]{0,6}+)")}
#: The part of a tag that an error shows.
_SHOWN: Final = 60
#: The limit of a tag in bytes.
_TAG_LENGTH: Final = 1 << 16


def expanded_limit(size: int, max_expanded: int | None) -> int:
    """Return the number of bytes to which a file of a size may expand, given the limit in `Options`."""
    if max_expanded is not None:
        return max_expanded * MEGABYTE
    return min(MAX_EXPANDED * MEGABYTE, max(FREE * MEGABYTE, MAX_RATIO * size))


def check_archive(file: str, stream: BinaryIO, max_expanded: int | None) -> None:
    """Expand an archive, without keeping it, to see whether it is within the limits.

    Raises:
        ExportError: it is not, or it is encrypted or damaged.
    """
    size = stream.seek(0, 2)
    left = limit = expanded_limit(size, max_expanded)
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if member.flag_bits & 1:
                    refuse(file, "is encrypted: open it in Excel and save it without a password")
                # A size that is too low would end the expansion early.
                member.file_size = limit + 2 * _PIECE
                extent = SheetExtent()
                with archive.open(member) as expanded:
                    while piece := expanded.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            refuse(
                                file,
                                f"expands to more than {limit // MEGABYTE} MB from {size / MEGABYTE:.1f} MB; if you trust it, "
                                "raise the limit with --max-expanded MB",
                            )
                        extent.feed(piece)
                if extent.odd and extent.has_cells:
                    shown = extent.odd.decode("ascii", "replace")
                    refuse(
                        file,
                        f"a row or cell is not written as spreadsheets write it ({shown}): save it in Excel again, or as CSV",
                    )
                if extent.cells > MAX_CELLS:
                    refuse(
                        file,
                        f"a sheet reaches down to row {extent.bottom:,} and over {extent.width:,} columns, more than "
                        f"{MAX_CELLS:,} cells: delete the stray cells far out, or save it as CSV",
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, ExportError):
            raise
        refuse(
            file,
            f"can't be expanded as an archive ({error or type(error).__name__}): it was cut off or damaged; export it again",
        )


@define
class SheetExtent:
    """The extent of the cells of a sheet, worked out from its XML piece by piece."""

    bottom: int = 1
    width: int = 1
    #: Whether there is the element in which readers look for cells.
    has_cells: bool = False
    #: The first row or cell that is not written as spreadsheets write it.
    odd: bytes = b""
    _row: int = 0
    _column: int = 0
    _rest: bytes = b""

    @property
    def cells(self) -> int:
        """The number of cells in the table of the sheet."""
        return self.bottom * self.width

    def feed(self, piece: bytes) -> None:
        """Look at one more piece. Rows and cells that don't give their place follow those before them."""
        xml = self._rest + piece
        self.has_cells = self.has_cells or b"sheetData" in xml
        cut = xml.rfind(b"<")
        if cut < 0 or xml.find(b">", cut) >= 0:
            cut = len(xml)
        elif len(xml) - cut > _TAG_LENGTH:
            self._add(_TAG.match(xml, cut))
            cut = len(xml)
        for tag in _TAG.finditer(xml, 0, cut):
            self._add(tag)
        self._rest = xml[cut:]

    def _add(self, tag: re.Match[bytes] | None) -> None:
        if tag is None:
            return
        places = (
            [value for name, value in _ATTRIBUTE.findall(tag[2]) if name == b"r"] if _ATTRIBUTES.fullmatch(tag[2]) else [b""]
        )
        place = _PLACES[tag[1]].fullmatch(places[0]) if len(places) == 1 else None
        if not tag[3] or (places and not place):
            self.odd = self.odd or tag[0][:_SHOWN]
        elif tag[1] == b"row":
            self._row, self._column = int(place[2]) if place else self._row + 1, 0
        else:
            self._column = _column(place[1]) if place else self._column + 1
            self._row = int(place[2]) if place else self._row
        self.bottom, self.width = max(self.bottom, self._row), max(self.width, self._column)


def _column(letters: bytes) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number
