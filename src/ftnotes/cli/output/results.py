"""What a check of one note came to, for those who print it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, frozen

from ...policy.diagnostics import Diagnostic, NotEvaluated, Severity
from ...policy.rules import RULES
from ...text.source import LineMap, Position

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

    def position(self, offset: int) -> Position:
        """The line and column of an offset in the text."""
        return self.lines.position(offset)

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
class Totals:
    """What the findings in many notes come to."""

    notes: int = 0
    faulty: int = 0
    #: Those in which no exec summary was found: most rules had nothing to look at.
    without_summary: int = 0
    severities: Counter[Severity] = Factory(Counter)
    fixed: int = 0
    skipped: int = 0
    #: Findings of which a fix was offered and not asked for: safe ones, and others.
    fixable: int = 0
    unsafely: int = 0
    #: How many notes are not as they were, or would not be.
    changed: int = 0
    #: Whether changes are shown alone.
    shown_only: bool = False
    #: The names of what could not be read or written; the list is that of who reads.
    unreadable: list[str] = Factory(list)
    #: The same of what could not be written.
    unwritten: list[str] = Factory(list)

    def add(self, note: Result) -> None:
        """Count one more note and the findings in it."""
        self.notes += 1
        self.without_summary += not note.has_summary
        self.faulty += bool(note.diagnostics)
        self.severities.update(found.severity for found in note.diagnostics)
        self.fixed += len(note.applied)
        self.skipped += len(note.skipped)
        self.changed += bool(note.applied)
        for found in note.diagnostics:
            if found.fixes and not note.is_skipped(found):
                safe = any(fix.safe for fix in found.fixes)
                self.fixable += safe
                self.unsafely += not safe

    def line(self) -> str:
        """The count in one line."""
        notes = _count(self.notes, "note")
        if self.faulty:
            each = ", ".join(_count(self.severities[kind], kind.value) for kind in Severity if self.severities[kind])
            where = notes if self.faulty == self.notes else f"{self.faulty} of {notes}"
            left = " left" if self.fixed else ""
            line = f"{_count(self.severities.total(), 'finding')}{left} in {where}: {each}"
        else:
            left = " left" if self.fixed else ""
            line = f"No findings{left} in {notes}" if self.notes else "Nothing was checked"
        if self.fixed:
            what = "can be fixed" if self.shown_only else "fixed"
            line += f"; {self.fixed} {what} in {_count(self.changed, 'note')}"
        if self.skipped:
            line += f"; {_count(self.skipped, 'fix')} withheld"
        if self.without_summary:
            where = "it" if self.notes == 1 else f"{self.without_summary} of them"
            line += f"; no exec summary was found in {where}"
        if self.unwritten:
            line += f"; {_count(len(self.unwritten), 'note')} could not be written"
        return line + (f"; {_count(len(self.unreadable), 'input')} could not be read" if self.unreadable else "")

    def advice(self) -> str:
        """What to do about findings that can be fixed; empty where there are none."""
        offers = [(self.fixable, "--fix"), (self.unsafely, "--fix --unsafe-fixes, which touches words of the writer")]
        parts = [f"{count} with {how}" for count, how in offers if count]
        return f"Can be fixed: {', '.join(parts)}" if parts else ""


def _count(number: int, noun: str) -> str:
    if number == 1 or noun == Severity.INFORMATION:
        return f"{number} {noun}"
    return f"{number} {noun}es" if noun.endswith("x") else f"{number} {noun}s"
