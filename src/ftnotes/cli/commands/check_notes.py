"""The part of ``ftnotes check`` that checks notes in files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import define

from ...policy.checker import check
from ...policy.context import Context
from ...policy.report import Report
from ...syntax.document import Document
from ...syntax.parser import parse
from ..files.inputs import Inputs, Note
from ..options.settings import Settings
from ..output.results import Result
from .check_arguments import CheckArguments

if TYPE_CHECKING:
    from ...policy.fixer import FixResult
    from ..files.write import NoteWriter

# Modules that fix and write are imported only where that is asked for.


@define
class NoteChecker:
    """Checks notes, and fixes them if asked to."""

    arguments: CheckArguments
    settings: Settings
    inputs: Inputs
    #: None if fixed notes are not written.
    writer: NoteWriter | None

    def results(self, names: Iterable[str]) -> Iterator[Result]:
        """Yield the result of each note that can be read."""
        return map(self._result, self.inputs.read(names))

    def _result(self, note: Note) -> Result:
        context = self.settings.context(note.shown)
        unsafe = self.arguments.unsafe_fixes
        document, report = self._check(note.text, context)
        result = Result(note.shown, note.text, report.diagnostics, report.not_evaluated, bool(document.exec_summaries))
        if self.writer is None and not self.arguments.diff:
            return result
        if not any(fix.safe or unsafe for diagnostic in report.diagnostics for fix in diagnostic.fixes):
            return self._written(note, result, result)
        from ...policy.fixer import fix as fix_text

        fixed = fix_text(
            note.text,
            unsafe=unsafe,
            context=context,
            playbook=self.settings.playbook,
            rules=self.settings.rules,
            severities=self.settings.severities,
        )
        return self._written(note, result, self._after(note, fixed, context))

    def _after(self, note: Note, fixed: FixResult, context: Context) -> Result:
        from ..output.fixes import result_after_fixes

        document, report = self._check(fixed.text, context)
        return result_after_fixes(
            note.shown, note.text, fixed, self.arguments.diff, report.not_evaluated, bool(document.exec_summaries)
        )

    def _check(self, text: str, context: Context) -> tuple[Document, Report]:
        document = parse(text, self.settings.playbook)
        return document, check(document, context=context, rules=self.settings.rules, severities=self.settings.severities)

    def _written(self, note: Note, before: Result, after: Result) -> Result:
        """Write a fixed note, if that is wanted, and return its result; if that fails, the one before."""
        return after if self.writer is None or self.writer.write(note, after.text) else before
