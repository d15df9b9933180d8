"""The results of a check, as the formats print them, and what a printer of a format does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import Factory, define, evolve, frozen

from ...policy.diagnostics import Diagnostic, NotEvaluated
from ...policy.report_text import Counts
from ...policy.rules import RULES
from ...text.source import LineMap
from .failures import Failure, failures_line
from .terminal import Screen

if TYPE_CHECKING:
    from ...batch.rows import Row
    from ...playbook.playbook import Playbook
    from ...policy.fix_result import Applied, Skipped
    from ...text.files import Encoding

#: The summaries of rules by code.
_SUMMARIES: Final = {rule.code: rule.summary for rule in RULES}
_BROKEN: Final = "A rule failed; run without --redact for the reason."


@frozen
class Printed:
    """A result as it is printed, and its counts."""

    text: str
    counts: Counts


@frozen(slots=False, eq=False, repr=False)
class Result:
    """A note, fixed or not, and its diagnostics."""

    #: The name to show; ``-`` for standard input.
    name: str
    #: The text that the diagnostics are about.
    text: str
    diagnostics: tuple[Diagnostic, ...]
    not_evaluated: tuple[NotEvaluated, ...] = ()
    has_summary: bool = True
    #: The applied fixes, with places in the original note.
    applied: tuple[Applied, ...] = ()
    #: The skipped fixes of the diagnostics, with the reasons.
    skipped: tuple[Skipped, ...] = ()
    #: The note before it was fixed.
    original: str = ""
    #: The fixed note if it is only shown; then `text` is the original.
    proposed: str | None = None
    #: The encoding of the file of the note; None for a row.
    encoding: Encoding | None = None
    #: The row of an export; None for a note in its own file.
    row: Row | None = None
    #: What it was printed and counted as, in place of the diagnostics; None if they are here.
    printed: Printed | None = None

    @cached_property
    def lines(self) -> LineMap:
        """The lines of the text."""
        return LineMap(self.text)

    def is_skipped(self, diagnostic: Diagnostic) -> bool:
        """Return whether the fix of a diagnostic was skipped."""
        return id(diagnostic) in self._reasons

    def why_skipped(self, diagnostic: Diagnostic) -> str | None:
        """Return why the fix of a diagnostic was skipped; None if it was not."""
        return self._reasons.get(id(diagnostic))

    @cached_property
    def _reasons(self) -> dict[int, str]:
        return {id(one.diagnostic): one.reason for one in self.skipped}

    @cached_property
    def lines_before(self) -> LineMap:
        """The lines of the original note."""
        return LineMap(self.original)


@frozen(eq=False, repr=False)
class Redaction:
    """Messages in full, or without any text of the note."""

    is_on: bool = False

    def message(self, diagnostic: Diagnostic) -> str:
        """Return the message of a diagnostic, or the summary of its rule."""
        return _SUMMARIES.get(diagnostic.code, _BROKEN) if self.is_on else diagnostic.message

    def title(self, applied: Applied) -> str:
        """Return the title of a fix, or the summary of its rule."""
        return self.message(applied.diagnostic) if self.is_on else applied.fix.title


@define(eq=False, repr=False)
class Totals(Counts):
    """The problems counted in all notes, and what could not be read or written."""

    #: The list is filled by who reads and writes notes.
    failures: list[Failure] = Factory(list)

    def add(self, result: Result) -> None:
        """Count one more note."""
        self.merge(result.printed.counts if result.printed else counts_of(result))

    def line(self) -> str:
        """Return the counts in one line."""
        return super().line() + failures_line(self.failures)


def counts_of(result: Result) -> Counts:
    """Return the counts of one note."""
    counts = Counts()
    counts.count(
        result.diagnostics,
        has_summary=result.has_summary,
        fixed=len(result.applied),
        is_skipped=result.is_skipped,
        not_evaluated=result.not_evaluated,
    )
    return counts


@define(eq=False, repr=False)
class Printer:
    """A printer of results, which it takes one by one."""

    screen: Screen
    #: Where remarks are printed that would break a format for programs.
    errors: Screen
    redaction: Redaction
    #: Whether text names the rules that were not evaluated; JSON always does.
    shows_not_evaluated: bool = False
    #: Whether text counts the problems of each rule instead of printing them.
    counts: bool = False
    #: What notes are checked with.
    playbook: Playbook | None = None
    #: Whether text shows what fixes would change.
    shows_fixes: bool = False

    def add(self, result: Result) -> None:
        """Print one more result."""
        if text := result.printed.text if result.printed else self.text(result):
            self.screen.print(text)

    def text(self, result: Result) -> str:
        """Return what is printed of a result, without the last line end; nothing in formats that have no text for each."""
        return ""

    def without_streams(self) -> Printer:
        """Return a printer of the same texts that can be sent to another process."""
        return evolve(self, screen=evolve(self.screen, stream=None), errors=evolve(self.errors, stream=None), playbook=None)

    def printed(self, result: Result) -> Printed:
        """Return a result as it is printed, and its counts."""
        return Printed(self.text(result), counts_of(result))

    def end(self, totals: Totals) -> None:
        """Print what comes after the last result."""
