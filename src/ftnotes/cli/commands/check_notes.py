"""The part of ``ftnotes check`` that checks notes in files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import attrs
from attrs import define

from ...policy.checker import check
from ...syntax.parser import parse
from ..files.inputs import Inputs, Note
from ..options.settings import Settings
from ..output.results import Result
from .check_arguments import CheckArguments

if TYPE_CHECKING:
    from ...batch.previous import OlderNotes
    from ...policy.configuration import CheckOptions
    from ..files.write import NoteWriter


@define(eq=False, repr=False)
class NoteChecker:
    """Checks notes, and fixes them if asked to."""

    arguments: CheckArguments
    settings: Settings
    inputs: Inputs
    #: None if fixed notes are not written.
    writer: NoteWriter | None
    #: The notes that ``--previous`` gives.
    older: OlderNotes | None = None

    def results(self, names: Iterable[str]) -> Iterator[Result]:
        """Yield the result of each note that can be read."""
        return map(self._result, self.inputs.read(names))

    def knows_note_type(self, result: Result) -> bool:
        """Return whether the note type of a text is given, so that it need not have a summary."""
        if result.row:
            return bool(result.row.context.get("note_type") or self.settings.context(result.row.file).note_type)
        return self.settings.context(result.name).note_type is not None

    def _result(self, note: Note) -> Result:
        options = self.settings.options(note.shown)
        if self.older:
            from ..files.previous import file_row  # only where previous notes are given

            if previous := self.older.before(file_row(note.name, self.inputs.folders)):
                options["context"] = attrs.evolve(options["context"], previous=previous.text, previous_at=previous.at)
        if self.writer is None and not self.arguments.diff:
            return _checked(note, options)
        # Imported only where notes are fixed.
        from ...policy.fixer import Fixer
        from ..output.fixes import result_after_fixes

        playbook = options["playbook"]
        document = parse(note.text, playbook, note_type=options["context"].resolved(playbook).note_type)
        fixed, after = Fixer(self.arguments.unsafe_fixes, partial(check, **options)).fix(document)
        report = after.report
        result = result_after_fixes(note.shown, note.text, fixed, self.arguments.diff, report.not_evaluated, report.has_summary)
        if self.writer is None or self.writer.write(note, result.text):
            return attrs.evolve(result, encoding=note.encoding)
        return _checked(note, options)


def _checked(note: Note, options: CheckOptions) -> Result:
    report = check(note.text, **options)
    return Result(note.shown, note.text, report.diagnostics, report.not_evaluated, report.has_summary)
