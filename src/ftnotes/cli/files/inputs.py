"""The notes that a command is given: files, patterns of files, and standard input; each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from attrs import Factory, define, frozen

from ..options.exit_status import UsageError
from ..output.terminal import STDIN, Screen
from .read import TextAsRead, UnreadableInput, read

_SIGNS = frozenset("*?[")


@frozen
class Note:
    """A note as it was read."""

    #: As the command line names it.
    name: str
    #: As it is shown, and as patterns of the configuration see it: standard input may be given a name.
    shown: str
    read: TextAsRead

    @property
    def text(self) -> str:
        """The text of the note."""
        return self.read.text


def refuse_stdin_filename(name: str | None, notes: list[str]) -> None:
    """Refuse a name for standard input where that is not read.

    Raises:
        UsageError: that is so.
    """
    if name is not None and STDIN not in notes:
        raise UsageError("--stdin-filename needs - among the notes, for standard input")


@define
class Inputs:
    """Reads what a command is given, and tells of what it can't read."""

    errors: Screen
    #: In megabytes; longer notes are refused.
    max_size: int
    stdin_name: str = STDIN
    #: The names of what could not be read.
    unreadable: list[str] = Factory(list)

    def notes(self, names: Iterable[str]) -> Iterator[Note]:
        """Each note that can be read, in the order in which they are named; a file that is named twice once."""
        return self.read(self.distinct(names))

    def distinct(self, names: Iterable[str]) -> Iterator[str]:
        """The names of files, those that patterns mean among them; a file that is named twice once."""
        seen: set[str] = set()
        for name in self.names(names):
            key = STDIN if name == STDIN else _key(name)
            if key not in seen:
                seen.add(key)
                yield name

    def read(self, names: Iterable[str]) -> Iterator[Note]:
        """The notes in the files of these names, as far as they can be read."""
        for name in names:
            shown = self.stdin_name if name == STDIN else name
            try:
                text = read(name, self.max_size)
            except UnreadableInput as error:
                self.refuse(shown, str(error))
            else:
                yield Note(name, shown, text)

    def names(self, names: Iterable[str]) -> Iterator[str]:
        """The names, and in the place of a pattern those of the files that it means: not every shell does that."""
        for name in names:
            if name == STDIN or not _SIGNS.intersection(name) or os.path.lexists(name):
                yield name
                continue
            found = _files(name)
            if not found:
                self.refuse(name, "no file matches this pattern; check it and the folder you are in")
            yield from found

    def refuse(self, name: str, reason: str) -> None:
        """Tell of something that can't be used."""
        self.unreadable.append(name)
        self.errors.print(f"ftnotes: {self.errors.name(name)}: {self.errors.escape(reason)}")


def _key(name: str) -> str:
    """What a file is known by, however it is named."""
    try:
        return os.path.realpath(name)
    except (OSError, ValueError):  # no name that a file can have
        return name


def _files(pattern: str) -> list[str]:
    """The files that a pattern means, in order."""
    from glob import glob

    try:
        return sorted(path for path in glob(pattern, recursive=True) if os.path.isfile(path))
    except ValueError:  # no name that a file can have
        return []
