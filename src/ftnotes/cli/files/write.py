"""Notes written back to where they came from."""

from __future__ import annotations

import sys
from typing import Final

from attrs import Factory, define

from ...text.atomic import LossyReplace, overwrite_file, replace_file
from ...text.files import FileError
from ..output.failures import Failure
from ..output.terminal import STDIN, Screen
from .inputs import Note

_FORCE: Final = "or overwrite the file itself with --force-in-place, which a power cut can damage"


@define
class NoteWriter:
    """Writes notes back, and reports those that can't be written."""

    errors: Screen
    #: Whether to overwrite a file that a new one can't replace without loss. What was there is put back if that fails, but a
    #: kill or a power cut in between leaves a part.
    force: bool
    #: The notes that could not be written are added to these.
    failures: list[Failure] = Factory(list)

    def write(self, note: Note, text: str) -> bool:
        """Replace a note by another text in the same encoding, unless it is the same.

        It goes into the file of the note, or to standard output if it came from standard input.

        Returns:
            Whether that was possible. Otherwise the file is unchanged unless the reported reason says otherwise.
        """
        try:
            self._write(note, text)
        except FileError as error:
            self.failures.append(Failure(note.shown, "note", "written"))
            self.errors.report(note.shown, str(error))
            return False
        return True

    def _write(self, note: Note, text: str) -> None:
        after = note.encoded(text)
        if note.name == STDIN:
            Screen(sys.stdout).write(after)
        elif text != note.text:
            before = note.encoded(note.text)
            try:
                replace_file(note.name, before, after)
            except LossyReplace as error:
                if not self.force:
                    raise FileError(f"{error}, {_FORCE}") from None
                overwrite_file(note.name, before, after)
