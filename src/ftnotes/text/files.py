"""Files that text is read from: errors that say what to do, and encodings by byte order mark. Nothing is guessed."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from attrs import frozen

UTF_16: Final = ("utf-16-le", "utf-16-be")

#: The highest limit of a file that can be set, in megabytes.
MAX_MEGABYTES: Final = 1_000_000
#: The bytes in which UTF-16 without byte order mark is looked for.
SNIFFED: Final = 4096

_MEGABYTE: Final = 1_000_000
_PIECE: Final = 1 << 20
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # starts with the mark of UTF-16, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class FileError(Exception):
    """A file that can't be read or written. The message gives the reason and the remedy, but not the name."""


@frozen
class Encoding:
    """The encoding of a file, with which text from it is written as the same bytes."""

    #: The name of the codec, such as ``utf-8`` or ``utf-16-le``.
    name: str = "utf-8"
    #: The byte order mark at the start of the file. It is not part of the text.
    mark: bytes = b""

    @property
    def errors(self) -> str:
        """The error handler with which bytes that don't fit survive as lone surrogates (PEP 383)."""
        return "surrogatepass" if self.name in UTF_16 else "surrogateescape"

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text, without byte order mark.

        Raises:
            FileError: the encoding lacks a character.
        """
        try:
            return text.encode(self.name, self.errors)
        except UnicodeEncodeError as error:
            raise FileError(
                f"the new note has a character (U+{ord(text[error.start]):04X}) that {self.name.upper()} lacks, and was not "
                "written; save the file as UTF-8"
            ) from None


@contextmanager
def open_file(name: str) -> Iterator[BinaryIO]:
    """Open a file for reading.

    Raises:
        FileError: it can't be opened, or reading it fails.
    """
    try:
        with _open(name) as stream:
            yield stream
    except FileNotFoundError:
        raise FileError("there is no such file; check its name and the folder you are in") from None
    except IsADirectoryError:
        raise FileError("is a folder; name a file in it") from None
    except PermissionError:
        raise FileError("can't be read: permission denied; ask its owner for access or a copy") from None
    except OSError as error:
        raise FileError(f"can't be read: {error.strerror}; try a copy of it") from None


def _open(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except ValueError:
        raise FileError("is not a valid file name; check it") from None


def read_bounded(stream: BinaryIO, max_size: int, remedy: str = "raise the limit with --max-size MB") -> bytes:
    """Return all bytes of a stream.

    Raises:
        FileError: there are more than ``max_size`` megabytes; the message ends with the ``remedy``.
    """
    left = max_size * _MEGABYTE
    pieces: list[bytes] = []
    while piece := stream.read(min(_PIECE, left + 1)):  # memory is taken for what there is, whatever the limit
        left -= len(piece)
        if left < 0:
            raise FileError(f"is longer than {max_size} MB; {remedy}")
        pieces.append(piece)
    return b"".join(pieces)


def encoding_of(start: bytes, declared: str | None = None) -> Encoding:
    """Return the encoding of a file: by the byte order mark at its start, else as declared, else UTF-8.

    Raises:
        FileError: the mark is that of UTF-32, it looks like UTF-16 without a mark, or the declared encoding is unknown or has
            several bytes a character.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            if name == "utf-32":
                raise FileError("is UTF-32 by its byte order mark; save it as UTF-8")
            return Encoding(name, mark)
    if declared is not None:
        return Encoding(_codec(declared))
    zeros = start[::2].count(0), start[1::2].count(0)
    if 2 * max(zeros) > len(start[::2]):
        name = UTF_16[zeros[0] > zeros[1]]
        raise FileError(
            f"looks like UTF-16 without its byte order mark (byte {start.index(0)} is 0x00); pass --encoding {name}, or save "
            "it as UTF-8"
        )
    return Encoding()


def _codec(declared: str) -> str:
    """Return the name of a codec with which every text is written back byte for byte."""
    every = bytes(range(256))
    try:
        name = codecs.lookup(declared).name
        if name in ("utf-8", *UTF_16):
            return name
        text = every.decode(name, "surrogateescape")
        if len(text) == 256 and text.encode(name, "surrogateescape") == every and text[:32].isascii():
            return name
    except (LookupError, UnicodeError, ValueError):
        pass
    raise FileError(
        f"--encoding {declared} can't be read and written back byte for byte. Use utf-8, utf-16-le, utf-16-be, or a code page "
        "with one byte a character, such as cp1252"
    )


def decode(data: bytes, declared: str | None = None) -> tuple[str, Encoding]:
    """Decode the bytes of a file; see `encoding_of`.

    Raises:
        FileError: they don't fit; the message gives the offset of the first byte that does not, counted from 0.
    """
    encoding = encoding_of(data[:SNIFFED], declared)
    if encoding.mark:
        remedy = "it is damaged; save it again"
    elif declared:
        remedy = "name its own encoding, or save it as UTF-8"
    else:
        remedy = "name its encoding, as in --encoding cp1252, or save it as UTF-8"
    return _decoded(data, encoding, remedy), encoding


def _decoded(data: bytes, encoding: Encoding, remedy: str) -> str:
    try:
        return data[len(encoding.mark) :].decode(encoding.name)
    except UnicodeDecodeError as error:
        at = len(encoding.mark) + error.start
        name = "UTF-16" if encoding.name in UTF_16 else encoding.name.upper()
        raise FileError(f"is not {name}: byte {at} (0x{data[at]:02x}) does not fit; {remedy}") from None


def read_text(name: str, max_size: int, remedy: str) -> str:
    """Return the text of a UTF-8 file that is not a note.

    Raises:
        FileError: it can't be read, is longer than ``max_size`` megabytes, or is not UTF-8.
    """
    with open_file(name) as stream:
        data = read_bounded(stream, max_size, remedy)
    return _decoded(data, encoding_of(data[:SNIFFED]), "save it as UTF-8")
