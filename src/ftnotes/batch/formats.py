"""What the formats have in common: each is a source of entries, and all but workbooks can be written again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from .rows import Entry


class RowWriter(Protocol):
    """Writes an export again, entry by entry, with other notes."""

    def write(self, entry: Entry, text: str | None) -> str | None:
        """Write an entry; with another note where ``text`` is one.

        Returns:
            Why the note could not be changed; the entry is then written as it was.
        """
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


class RowReader(Protocol):
    """An export, to be read once or several times."""

    def entries(self) -> Iterator[Entry]:
        """Its rows, in order, with what stands between them.

        Raises:
            ExportError: nothing can be read of it, or nothing more.
        """
        ...

    def writer(self, stream: BinaryIO) -> RowWriter:
        """What writes it again, in the same format.

        Raises:
            ExportError: this format is read only.
        """
        ...
