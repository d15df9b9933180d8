"""Notes written back to where they came from."""

from __future__ import annotations

import sys
from typing import Final

from attrs import Factory, define

from ...text.atomic import LossyReplace, overwrite_file, replace_file
from ...text.files import FileError
from ..output.terminal import STDIN, Screen
from .inputs import Note

_FORCE: Final = "or overwrite the file itself with --force-in-place, which a power cut can damage"


def write_back(note: Note, text: str, *, force: bool) -> None:
    """Replace a note by another text in the same encoding: in its file, or on standard output if it came from standard input.

    Args:
        note: what was read.
        text: the new text. If it is the same, no file is written.
        force: whether to overwrite a file that a new one can't replace without loss. What was there is put back if that
            fails, but a kill or a power cut in between leaves a part.

    Raises:
        FileError: the file is not written, and is unchanged unless the message says otherwise.
    """
    after = note.encoded(text)
    if note.name == STDIN:
        if sys.stdout is not None:
            sys.stdout.flush()
            sys.stdout.buffer.write(after)
            sys.stdout.buffer.flush()
    elif text != note.text:
        before = note.encoded(note.text)
        try:
            replace_file(note.name, before, after)
        except LossyReplace as error:
            if not force:
                raise FileError(f"{error}, {_FORCE}") from None
            overwrite_file(note.name, before, after)


@define
class NoteWriter:
    """Writes notes back, and reports those that can't be written."""

    errors: Screen
    #: See `write_back`.
    force: bool
    #: The names of notes that could not be written.
    unwritten: list[str] = Factory(list)

    def write(self, note: Note, text: str) -> bool:
        """Write a note back, and return whether that was possible."""
        try:
            write_back(note, text, force=self.force)
        except FileError as error:
            self.unwritten.append(note.shown)
            self.errors.print(f"ftnotes: {self.errors.name(note.shown)}: {self.errors.escape(str(error))}")
            return False
        return True
