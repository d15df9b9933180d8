"""The part of ``ftnotes check`` that checks notes in files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
from attrs import Factory, define

from ...policy.checker import check
from ..files.inputs import Inputs, Note
from ..options.settings import Settings
from ..output.results import Result
from .check_arguments import CheckArguments

if TYPE_CHECKING:
    from ...batch.rows import Previous
    from ..files.write import NoteWriter


@define(eq=False, repr=False)
class NoteChecker:
    """Checks notes, and fixes them if asked to."""

    arguments: CheckArguments
    settings: Settings
    inputs: Inputs
    #: None if fixed notes are not written.
    writer: NoteWriter | None
    #: The previous notes by id.
    previous: Mapping[str, Previous] = Factory(dict)

    def results(self, names: Iterable[str]) -> Iterator[Result]:
        """Yield the result of each note that can be read."""
        return map(self._result, self.inputs.read(names))

    def knows_note_type(self, result: Result) -> bool:
        """Return whether the note type of a text is given, so that it need not have a summary."""
        if result.row:
            return bool(result.row.context.get("note_type") or self.settings.context(result.row.file).note_type)
        return self.settings.context(result.name).note_type is not None

    def _result(self, note: Note) -> Result:
        options, unsafe = self.settings.options(note.shown), self.arguments.unsafe_fixes
        if self.previous:
            from ..files.previous import previous_of  # only where previous notes are given

            if previous := previous_of(note.name, self.inputs.folders, self.previous):
                options["context"] = attrs.evolve(options["context"], previous=previous.text, previous_at=previous.at)
        report = check(note.text, **options)
        result = after = Result(note.shown, note.text, report.diagnostics, report.not_evaluated, report.has_summary)
        if self.writer is None and not self.arguments.diff:
            return result
        if any(fix.safe or unsafe for diagnostic in report.diagnostics for fix in diagnostic.fixes):
            # Imported only where notes are fixed.
            from ...policy.fixer import fix
            from ..output.fixes import result_after_fixes

            fixed = fix(note.text, unsafe=unsafe, **options)
            report = check(fixed.text, **options)
            done = result_after_fixes(
                note.shown, note.text, fixed, self.arguments.diff, report.not_evaluated, report.has_summary
            )
            after = attrs.evolve(done, encoding=note.encoding)
        return after if self.writer is None or self.writer.write(note, after.text) else result
