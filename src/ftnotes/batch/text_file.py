"""Text files as lines that, encoded again, are the bytes of the file.

Bytes that don't fit the encoding become lone surrogates (PEP 383), which `UNDECODED` finds and `Encoding.encode` writes back.
So a row with such a byte is refused and copied, and the others are read.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from attrs import frozen

from ..text.atomic import atomic_write
from ..text.files import SNIFFED, UTF_16, Encoding, FileError, encoding_of, open_file
from .rows import Entry, ExportError, RowError

#: What decoded text has in place of undecodable bytes, and halves of surrogate pairs.
UNDECODED: Final = re.compile("[\ud800-\udfff]")


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


def encoding_of_export(file: str, declared: str | None) -> Encoding:
    """Return the encoding of an export; see `encoding_of`.

    Raises:
        ExportError: as `encoding_of`; or the file can't be opened, or is UTF-16 that was cut off.
    """
    with open_binary(file) as stream:
        encoding = encoding_of(stream.read(SNIFFED), declared)
        if encoding.name in UTF_16 and os.fstat(stream.fileno()).st_size % 2:
            raise FileError("is UTF-16 and ends in the middle of a character: it was cut off; export it again")
    return encoding


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
            try:
                self.encoding.encode(cell)
            except FileError as error:
                reason = str(error)
            else:
                raw = raw[:start] + cell + raw[end:]
        self.stream.write(self.encoding.encode(raw))
        return reason

    def close(self) -> None:
        """Do nothing; all is written."""
