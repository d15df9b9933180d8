"""The printers of the output formats: each takes results one by one, and is closed after the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias

from attrs import define

from .results import Redaction, Result, Totals
from .terminal import Screen
from .text import Statistics, concise, full, not_evaluated

#: Yields the lines of a result.
Lines: TypeAlias = Callable[[Screen, Redaction, Result], Iterator[str]]


class Printer(Protocol):
    """A printer of one format."""

    def add(self, result: Result) -> None:
        """Take one more result."""
        ...

    def end(self, totals: Totals) -> None:
        """Print what comes after the last result."""
        ...


@define
class TextPrinter:
    """A printer of text for people."""

    screen: Screen
    redaction: Redaction
    lines: Lines
    shows_not_evaluated: bool = False
    #: If given, they replace the problems.
    statistics: Statistics | None = None

    def add(self, result: Result) -> None:
        """Print the proposed change, the problems, and the rules that were not evaluated."""
        if result.proposed is not None:
            from .diff import difference

            self._print(difference(self.screen, result.name, result.original, result.proposed))
            self.screen.print("")
        if self.statistics is None:
            self._print(self.lines(self.screen, self.redaction, result))
        else:
            self.statistics.add(result)
        if self.shows_not_evaluated:
            self._print(not_evaluated(self.screen, result))

    def end(self, totals: Totals) -> None:
        """Print the counts, and how to fix what can be fixed."""
        if self.statistics is not None:
            self._print(self.statistics.lines(self.screen))
        self.screen.print(totals.line())
        if advice := totals.advice():
            self.screen.print(advice)

    def _print(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.screen.print(line)


def printer(
    name: str, screen: Screen, errors: Screen, redaction: Redaction, *, shows_not_evaluated: bool, counts: bool
) -> Printer:
    """Return the printer of a format.

    Args:
        name: ``full``, ``concise``, ``json``, ``sarif`` or ``github``.
        screen: where it prints.
        errors: where it prints remarks that would break a format for programs.
        redaction: whether messages contain text of notes.
        shows_not_evaluated: whether text names the rules that were not evaluated; JSON always does.
        counts: whether text counts the problems of each rule instead of printing them.
    """
    # The formats for programs are imported only if they are used.
    if name == "json":
        from .json_lines import JsonPrinter

        return JsonPrinter(screen, redaction)
    if name == "github":
        from .github import GitHubPrinter

        return GitHubPrinter(screen, redaction)
    if name == "sarif":
        from ... import __version__
        from .sarif import Sarif, SarifPrinter

        return SarifPrinter(screen, errors, Sarif(redaction, __version__))
    lines = concise if name == "concise" else full
    return TextPrinter(screen, redaction, lines, shows_not_evaluated, Statistics() if counts else None)
