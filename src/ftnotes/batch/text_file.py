"""Text files as they stand: read as lines that, encoded again, are the very bytes of the file.

Bytes that don't fit the encoding become lone surrogates (PEP 383), which `BAD` finds and `Encoding.encode` writes back as
they were. So a row with such a byte is refused, and copied; the others are read.
"""

from __future__ import annotations

import codecs
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from attrs import frozen

from .rows import ExportError, RowError

#: What no proper text holds: bytes that were kept, and halves of surrogate pairs.
BAD: Final = re.compile("[\ud800-\udfff]")

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like that of UTF-16, and so comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16: Final = ("utf-16-le", "utf-16-be")
#: So many bytes are looked at to tell UTF-16 without its mark.
_SNIFFED: Final = 4096


@frozen
class Encoding:
    """How the text of a file is encoded."""

    name: str
    #: The byte order mark at its start.
    mark: bytes = b""

    @property
    def errors(self) -> str:
        """Codec error handling with which decoding and encoding again gives the same bytes."""
        return "surrogatepass" if self.name in _UTF16 else "surrogateescape"

    def encode(self, text: str) -> bytes:
        """The bytes that the text was read from."""
        return text.encode(self.name, self.errors)

    def lacks(self, text: str) -> str | None:
        """The first character of a text that the encoding does not have."""
        try:
            text.encode(self.name)
        except UnicodeEncodeError as error:
            return text[error.start]
        return None

    def reason(self, text: str) -> str:
        """What to say of a text in which `BAD` finds something."""
        bad = BAD.search(text)
        shown = f" (0x{ord(bad.group()) - 0xDC00:02x})" if bad and self.name not in _UTF16 else ""
        return (
            f"holds a byte{shown} that is not {self.name.upper()}: save the export as UTF-8 again, "
            "or name its encoding, as in --encoding cp1252"
        )


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """A file, open for reading.

    Raises:
        ExportError: it can't be opened, or reading it fails.
    """
    try:
        if "\0" in file:
            raise ExportError(RowError(repr(file), "is no name that a file can have; check it"))
        with open(file, "rb") as stream:
            yield stream
    except FileNotFoundError:
        raise ExportError(RowError(file, "there is no such file; check its name and the folder you are in")) from None
    except IsADirectoryError:
        raise ExportError(RowError(file, "is a folder; name the exports in it")) from None
    except PermissionError:
        raise ExportError(RowError(file, "you may not read it; ask for its owner's leave or copy it")) from None
    except OSError as error:
        raise ExportError(RowError(file, f"can't be read: {error.strerror}; try with a copy of it")) from None


def encoding_of(file: str, said: str | None) -> Encoding:
    """The encoding of a file: what its byte order mark says, else what is said, else UTF-8.

    Raises:
        ExportError: the file can't be opened; it is UTF-32, or UTF-16 without its mark or cut off; the encoding that is said
            is none, or none with one byte a character.
    """
    with opened(file) as stream:
        start = stream.read(_SNIFFED)
        size = os.fstat(stream.fileno()).st_size
    encoding = next((Encoding(name, mark) for mark, name in _MARKS if start.startswith(mark)), None)
    if encoding is None:
        zeros = max(start[::2].count(0), start[1::2].count(0))
        if said is None and start and 2 * zeros > len(start[::2]):
            raise ExportError(RowError(file, "looks like UTF-16 without its byte order mark; save it as UTF-8"))
        encoding = Encoding(_known(file, said or "utf-8"))
    if encoding.name == "utf-32":
        raise ExportError(RowError(file, "is UTF-32, by its byte order mark; save it as UTF-8"))
    if encoding.name in _UTF16 and size % 2:
        raise ExportError(RowError(file, "is UTF-16 and ends in the middle of a character: it was cut off; export it again"))
    return encoding


def lines_of(file: str, encoding: Encoding, longest: int) -> Iterator[str]:
    r"""The lines of a file with their ends (``\r\n``, ``\n`` or ``\r``), without its byte order mark.

    A line that is longer than ``longest`` characters comes in pieces of that length.
    """
    with opened(file) as stream:
        stream.seek(len(encoding.mark))
        text = io.TextIOWrapper(stream, encoding.name, encoding.errors, newline="")
        while line := text.readline(longest):
            yield line
        text.detach()


def whole(file: str, max_size: int) -> bytes:
    """All the bytes of a file.

    Raises:
        ExportError: it is longer than so many megabytes, or can't be read.
    """
    with opened(file) as stream:
        data = stream.read(max_size * 1_000_000 + 1)
    if len(data) > max_size * 1_000_000:
        raise ExportError(
            RowError(file, f"is longer than {max_size} MB; raise the limit with --max-size MB, or export it as JSON lines")
        )
    return data


def suffix_of(file: str) -> str:
    """How the name of a file ends, in lower case: ``.csv``."""
    return Path(file).suffix.lower()


def _known(file: str, said: str) -> str:
    every = bytes(range(256))
    try:
        name = codecs.lookup(said).name
        if name in ("utf-8", *_UTF16):
            return name
        text = every.decode(name, "surrogateescape")
        if len(text) == 256 and text.encode(name, "surrogateescape") == every and text[:32].isascii():
            return name
    except (LookupError, UnicodeError, ValueError):
        pass
    raise ExportError(
        RowError(
            file,
            f"--encoding {said}: not one that can be read and written back byte for byte. There are utf-8, utf-16-le, "
            "utf-16-be, and code pages with one byte a character, such as cp1252",
        )
    )
