"""The formats of exports: the reader for each file name suffix, and what readers and writers have to do.

Readers are named, not imported: this module says whether a file is an export without loading anything that reads one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

if TYPE_CHECKING:
    from .rows import Columns, Entry, Options

#: The module and class of the reader for each suffix.
READERS: Final = {
    ".csv": ("csv_file", "CsvReader"),
    ".tsv": ("csv_file", "CsvReader"),
    ".jsonl": ("json_file", "JsonLinesReader"),
    ".json": ("json_file", "JsonReader"),
    ".xlsx": ("excel_file", "ExcelReader"),
    ".parquet": ("parquet_file", "ParquetReader"),
}
#: The file name suffixes of exports.
SUFFIXES: Final = tuple(READERS)


def is_export(file: str) -> bool:
    """Return whether a file is an export by its name."""
    return suffix_of(file) in READERS


def suffix_of(file: str) -> str:
    """Return the suffix of a file name in lower case, such as ``.csv``."""
    return os.path.splitext(file)[1].lower()


class RowWriter(Protocol):
    """Writes an export again, entry by entry, with other notes."""

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry, with ``text`` as its note if given; return the reason if that can't be written and the note stays."""
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


class RowReader(Protocol):
    """An export that can be read several times."""

    @classmethod
    def open(cls, file: str, columns: Columns, options: Options) -> RowReader:
        """Open an export.

        Raises:
            ExportError: it is not a file of this format, or can't be read.
        """
        ...

    def entries(self) -> Iterator[Entry]:
        """Yield the rows in order, and the text between them.

        Raises:
            ExportError: nothing, or nothing more, can be read.
        """
        ...

    def writer(self, stream: BinaryIO) -> RowWriter:
        """Return a writer of the same format.

        Raises:
            ExportError: the format is read only.
        """
        ...
