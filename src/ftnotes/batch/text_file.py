"""Text files as lines that, encoded again, are the bytes of the file.

Bytes that don't fit the encoding become lone surrogates (PEP 383), which `UNDECODED` finds and `Encoding.encode` writes back.
So a row with such a byte is refused and copied, and the others are read.
"""

from __future__ import annotations

import codecs
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from attrs import frozen

from ..text.atomic import atomic_write
from ..text.files import UTF_16, Encoding, FileError, detect_encoding, open_file, refuse_unmarked_utf_16
from .rows import Entry, ExportError, RowError

#: What decoded text has in place of undecodable bytes, and halves of surrogate pairs.
UNDECODED: Final = re.compile("[\ud800-\udfff]")

#: The number of bytes in which UTF-16 without byte order mark is looked for.
_SNIFFED: Final = 4096


@contextmanager
def _export_errors(file: str) -> Iterator[None]:
    try:
        yield
    except FileError as error:
        raise ExportError(RowError(file, str(error))) from None


@contextmanager
def open_binary(file: str) -> Iterator[BinaryIO]:
    """Open an export for reading.

    Raises:
        ExportError: it can't be opened or read.
    """
    with _export_errors(file), open_file(file) as stream:
        yield stream


@contextmanager
def open_target(file: str, inputs: Iterable[str]) -> Iterator[BinaryIO]:
    """Open a file that takes its name at the end of the block; see `atomic_write`.

    Raises:
        ExportError: it can't be written, or is one of the inputs.
    """
    with _export_errors(file), atomic_write(file, inputs) as stream:
        yield stream


def encoding_of(file: str, declared: str | None) -> Encoding:
    """Return the encoding of a file: by its byte order mark, else as declared, else UTF-8.

    Raises:
        ExportError: the file can't be opened; it is UTF-32, UTF-16 without byte order mark, or UTF-16 that was cut off; or
            the declared encoding is unknown or has several bytes a character.
    """
    with open_binary(file) as stream:
        start = stream.read(_SNIFFED)
        size = os.fstat(stream.fileno()).st_size
        encoding = detect_encoding(start)
        if encoding is None:
            if declared is None:
                refuse_unmarked_utf_16(start)
            encoding = Encoding(_codec(declared or "utf-8"))
        if encoding.name in UTF_16 and size % 2:
            raise FileError("is UTF-16 and ends in the middle of a character: it was cut off; export it again")
    return encoding


def _codec(declared: str) -> str:
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


def undecodable(text: str, encoding: Encoding) -> str:
    """Return the reason for refusing a text in which `UNDECODED` finds something."""
    bad = UNDECODED.search(text)
    shown = f" (0x{ord(bad.group()) - 0xDC00:02x})" if bad and encoding.name not in UTF_16 else ""
    return (
        f"contains a byte{shown} that is not {encoding.name.upper()}: save the export as UTF-8 again, "
        "or name its encoding, as in --encoding cp1252"
    )


def lines_of(file: str, encoding: Encoding, longest: int) -> Iterator[str]:
    r"""Yield the lines of a file with their ends (``\r\n``, ``\n`` or ``\r``), without byte order mark.

    A line longer than ``longest`` characters comes in pieces of that length.
    """
    with open_binary(file) as stream:
        stream.seek(len(encoding.mark))
        text = io.TextIOWrapper(stream, encoding.name, encoding.errors, newline="")
        while line := text.readline(longest):
            yield line
        text.detach()


@frozen
class TextWriter:
    """Writes entries with other notes in place of theirs, and every other character unchanged."""

    stream: BinaryIO
    encoding: Encoding
    #: Returns how to write a note, given how the note in its place was written.
    written: Callable[[str, str], str]

    def __attrs_post_init__(self) -> None:
        self.stream.write(self.encoding.mark)

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry; see `RowWriter`."""
        raw, start, end = entry.raw, entry.start, entry.end
        reason = None
        if text is not None:
            cell = self.written(text, raw[start:end])
            reason = _unencodable(cell, self.encoding)
            raw = raw if reason else raw[:start] + cell + raw[end:]
        self.stream.write(self.encoding.encode(raw))
        return reason

    def close(self) -> None:
        """Do nothing; all is written."""


def _unencodable(text: str, encoding: Encoding) -> str | None:
    try:
        text.encode(encoding.name)
    except UnicodeEncodeError as error:
        return (
            f"the new note has a character (U+{ord(text[error.start]):04X}) that {encoding.name.upper()} lacks, and was not "
            "written; save the export as UTF-8"
        )
    return None
