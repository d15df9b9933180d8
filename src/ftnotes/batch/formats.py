"""The interface of the formats: each has a reader of rows, and all but workbooks can be written again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from .rows import Entry


class RowWriter(Protocol):
    """Writes an export again, entry by entry, with other notes."""

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry, with another note if ``text`` is given.

        Returns:
            The reason if the note could not be changed and the entry was written as it was.
        """
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


class RowReader(Protocol):
    """An export that can be read several times."""

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
