"""Files that text is read from: errors that say what to do, and encodings by byte order mark. Nothing is guessed."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from attrs import frozen

UTF_16: Final = ("utf-16-le", "utf-16-be")

_MEGABYTE: Final = 1_000_000
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
        """Return the bytes of a text, without byte order mark."""
        return text.encode(self.name, self.errors)


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
        raise FileError("is a folder; name the files in it, as in FOLDER/*.md") from None
    except PermissionError:
        raise FileError("can't be read: permission denied; ask its owner for access or a copy") from None
    except OSError as error:
        raise FileError(f"can't be read: {error.strerror}; try a copy of it") from None


def _open(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except ValueError:
        raise FileError("is not a valid file name; check it") from None


def read_bounded(stream: BinaryIO, max_size: int, alternative: str = "") -> bytes:
    """Return all bytes of a stream.

    Raises:
        FileError: there are more than ``max_size`` megabytes; the message says to raise the limit, or the ``alternative``.
    """
    data = stream.read(max_size * _MEGABYTE + 1)
    if len(data) > max_size * _MEGABYTE:
        raise FileError(f"is longer than {max_size} MB; raise the limit with --max-size MB{alternative}")
    return data


def detect_encoding(start: bytes) -> Encoding | None:
    """Return the encoding that the byte order mark at the start of a file names; None without a mark.

    Raises:
        FileError: the mark is that of UTF-32.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            if name == "utf-32":
                raise FileError("is UTF-32 by its byte order mark; save it as UTF-8")
            return Encoding(name, mark)
    return None


def refuse_unmarked_utf_16(start: bytes) -> None:
    """Refuse text without byte order mark in which most even or most odd bytes are zero.

    Raises:
        FileError: it looks like UTF-16.
    """
    if 2 * max(start[::2].count(0), start[1::2].count(0)) > len(start[::2]):
        raise FileError(f"looks like UTF-16 without its byte order mark (byte {start.index(0)} is 0x00); save it as UTF-8")


def decode(data: bytes) -> tuple[str, Encoding]:
    """Decode the bytes of a file as UTF-8 or UTF-16 by their byte order mark, and as UTF-8 without one.

    Raises:
        FileError: they are neither; the message gives the offset of the first byte that does not fit, counted from 0.
    """
    encoding = detect_encoding(data)
    if encoding is None:
        refuse_unmarked_utf_16(data)
        encoding = Encoding()
    try:
        return data[len(encoding.mark) :].decode(encoding.name), encoding
    except UnicodeDecodeError as error:
        at = len(encoding.mark) + error.start
        name = "UTF-16" if encoding.name in UTF_16 else "UTF-8"
        raise FileError(
            f"is not {name}: byte {at} (0x{data[at]:02x}) does not fit; save it as UTF-8, or as text if it is a document of "
            "another kind"
        ) from None
