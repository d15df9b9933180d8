"""What a check of one note came to, for those who print it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, frozen

from ...policy.diagnostics import Diagnostic, NotEvaluated
from ...policy.report_text import Counts, counted
from ...policy.rules import RULES
from ...text.source import LineMap

if TYPE_CHECKING:
    from ...batch.rows import Row
    from ...policy.fixer import Applied

#: What each rule asks for, by its code.
_SUMMARIES: Final = {rule.code: rule.summary for rule in RULES}
_BROKEN: Final = "A rule broke down; run without --redact for the reason."


@frozen(slots=False)
class Result:
    """A note and what was found in it; where it was mended, the mended one."""

    #: As it is shown; ``-`` for standard input.
    name: str
    #: What the findings are about.
    text: str
    diagnostics: tuple[Diagnostic, ...]
    not_evaluated: tuple[NotEvaluated, ...] = ()
    has_summary: bool = True
    #: What was mended, with places in the note as it was read.
    applied: tuple[Applied, ...] = ()
    #: Those of the findings whose fix was held back since it would have changed more than it must.
    skipped: tuple[Diagnostic, ...] = ()
    #: The note as it was read, where something was mended.
    original: str = ""
    #: What it would be, where that is to be shown and not to be written; then `text` is the original.
    proposed: str | None = None
    #: Where the note stands in an export; None of a note in a file of its own.
    row: Row | None = None

    @cached_property
    def lines(self) -> LineMap:
        """Where the lines of the text are."""
        return LineMap(self.text)

    def is_skipped(self, found: Diagnostic) -> bool:
        """Whether a finding is one of those whose fix was held back."""
        return id(found) in self._held

    @cached_property
    def _held(self) -> set[int]:
        return {id(found) for found in self.skipped}

    @cached_property
    def lines_before(self) -> LineMap:
        """Where the lines were before something was mended."""
        return LineMap(self.original)


@frozen
class Redaction:
    """How findings are worded: as the rules say, or without a word of the note."""

    is_on: bool = False

    def message(self, found: Diagnostic) -> str:
        """What is wrong. Where it may hold no word of the note: what the rule asks for."""
        return _SUMMARIES.get(found.code, _BROKEN) if self.is_on else found.message

    def title(self, done: Applied) -> str:
        """What a fix did. Where it may hold no word of the note: what the rule asks for."""
        return self.message(done.diagnostic) if self.is_on else done.fix.title


@define
class Totals(Counts):
    """The problems counted in all notes, and the inputs that could not be read or written."""

    #: Names; the list is filled by the reader.
    unreadable: list[str] = Factory(list)
    unwritten: list[str] = Factory(list)

    def add(self, result: Result) -> None:
        """Count one more note."""
        self.count(result.diagnostics, has_summary=result.has_summary, fixed=len(result.applied), is_skipped=result.is_skipped)

    def line(self) -> str:
        """Return the counts in one line."""
        line = super().line()
        if self.unwritten:
            line += f"; {counted(len(self.unwritten), 'note')} could not be written"
        return line + (f"; {counted(len(self.unreadable), 'input')} could not be read" if self.unreadable else "")
