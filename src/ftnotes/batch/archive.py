"""The limits of a workbook, which is a compressed archive."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO, Final

from attrs import define

from .rows import MEGABYTE, ExportError, _refuse

#: By default an archive may expand to so many megabytes, and beyond `FREE` to at most so many times its size.
MAX_EXPANDED: Final = 128


MAX_RATIO: Final = 200


FREE: Final = 8


#: A table may have so many cells, empty ones included.
MAX_CELLS: Final = 20_000_000


_PIECE: Final = 1 << 16


#: The start of a row or cell in the XML of a sheet, and in that its place.
_TAG: Final = re.compile(rb"<(?:\w{1,20}:)?(c|row)(?=[\s/>])([^<>]{0,500})")


_PLACE: Final = re.compile(rb"""\sr\s{0,9}=\s{0,9}["']([A-Z]{0,3})([0-9]{1,7})["']""")


#: A tag that is longer is not looked at to its end.
_TAG_LENGTH: Final = 1000


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
