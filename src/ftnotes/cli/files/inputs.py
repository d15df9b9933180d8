"""The notes that a command is given: files, folders, patterns of files and standard input, each once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import Factory, define, frozen

from ...text.files import Encoding, FileError, decode, open_file, read_bounded
from ..options.exit_status import UsageError
from ..output.failures import Failure
from ..output.terminal import STDIN, Screen
from .find import NOTE_SUFFIXES, matching, notes_in

_PATTERN: Final = frozenset("*?[")
_END_OF_INPUT: Final = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"


@frozen(eq=False, repr=False)
class Note:
    """A note and how it was read."""

    #: As named on the command line.
    name: str
    #: As displayed, and as patterns of the configuration see it: standard input can be given a name.
    shown: str
    #: Without byte order mark; line ends are those of the file.
    text: str
    encoding: Encoding

    def encoded(self, text: str) -> bytes:
        """Return a text as the bytes that this note would have been read from."""
        return self.encoding.mark + self.encoding.encode(text)


def refuse_stdin_filename(name: str | None, notes: list[str]) -> None:
    """Refuse a name for standard input if that is not read.

    Raises:
        UsageError: it is not.
    """
    if name is not None and STDIN not in notes:
        raise UsageError("--stdin-filename needs - among the notes, for standard input")


@define(eq=False, repr=False)
class Inputs:
    """A reader of what a command is given, which reports what it can't read."""

    errors: Screen
    #: The limit of a note in megabytes.
    max_size: int
    stdin_name: str = STDIN
    #: The encoding of notes without byte order mark; UTF-8 if None.
    encoding: str | None = None
    #: Whether a file is left out when folders and patterns are searched.
    excludes: Callable[[str], bool] = lambda name: False
    #: The folder that each note was found in, by its name.
    folders: dict[str, str] = Factory(dict)
    #: What could not be read.
    failures: list[Failure] = Factory(list)

    def distinct(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the names of files, with folders and patterns expanded, and each file once."""
        seen: set[str] = set()
        for name in self._expanded(names):
            key = STDIN if name == STDIN else _key(name)
            if key not in seen:
                seen.add(key)
                yield name

    def read(self, names: Iterable[str]) -> Iterator[Note]:
        """Yield the notes of these names that can be read."""
        for name in names:
            shown = self.stdin_name if name == STDIN else name
            if name == STDIN and sys.stdin is not None and sys.stdin.isatty():
                self.errors.print(f"Type or paste a note, then press {_END_OF_INPUT} on an empty line")
            try:
                text, encoding = decode(_bytes(name, self.max_size), self.encoding)
            except FileError as error:
                self._report(Failure(shown, "note"), str(error))
            else:
                yield Note(name, shown, text, encoding)

    def _expanded(self, names: Iterable[str]) -> Iterator[str]:
        """Yield the names, with folders and patterns replaced by the files in them, because not every shell does that."""
        for name in names:
            if os.path.isdir(name):
                yield from self._notes_in(name)
            elif name == STDIN or not _PATTERN.intersection(name) or os.path.lexists(name):
                yield name
            else:
                found, empty = matching(name), Failure(name, "pattern", "empty")
                if not found:
                    self._report(empty, "no file matches this pattern; check it and the folder you are in")
                yield from self._included(found, empty)

    def _notes_in(self, folder: str) -> Iterator[str]:
        def on_error(name: str, error: OSError) -> None:
            self._report(Failure(name, "folder"), f"can't be read: {error.strerror}")

        found, empty = list(notes_in(folder, on_error)), Failure(folder, "folder", "empty")
        if not found:
            *others, last = NOTE_SUFFIXES
            self._report(empty, f"has no notes, which end in {', '.join(others)} or {last}; name other files, as in FOLDER/*")
        included = self._included(found, empty)
        self.folders.update(dict.fromkeys(included, folder))
        yield from included

    def _included(self, found: list[str], empty: Failure) -> list[str]:
        """Return the files that are not left out; it is a failure if all are."""
        included = [path for path in found if not self.excludes(path)]
        if found and not included:
            self._report(empty, "the configuration excludes all its notes; see exclude in ftnotes config")
        return included

    def _report(self, failure: Failure, reason: str) -> None:
        self.failures.append(failure)
        self.errors.report(failure.name, reason)


def _bytes(name: str, max_size: int) -> bytes:
    if name != STDIN:
        with open_file(name) as stream:
            return read_bounded(stream, max_size)
    if sys.stdin is None:
        raise FileError("there is no standard input; pipe a note into the command")
    return read_bounded(sys.stdin.buffer, max_size)


def _key(name: str) -> str:
    """Return what identifies a file, however it is named."""
    try:
        return os.path.realpath(name)
    except (OSError, ValueError):  # not a valid file name
        return name
