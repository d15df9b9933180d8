"""The forms in which findings are printed: each takes in note after note, and closes when all are through.

That for people stands here; those for programs stand with what they print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Protocol, TypeAlias

from attrs import define

from .results import Redaction, Result, Totals
from .terminal import Screen
from .text import Statistics, concise, full, not_evaluated

# Most runs need one form of all: those for programs are imported where they are asked for.

#: How the findings in a note are put in lines.
Lines: TypeAlias = Callable[[Screen, Redaction, Result], Iterator[str]]

#: The forms that people read.
FOR_PEOPLE: Final = ("full", "concise")


class Printer(Protocol):
    """One form."""

    def add(self, note: Result) -> None:
        """Take in what was found in one more note."""
        ...

    def end(self, totals: Totals) -> None:
        """All notes are through."""
        ...


@define
class ForPeople:
    """In lines, the count last."""

    screen: Screen
    redaction: Redaction
    lines: Lines
    shows_not_evaluated: bool = False
    #: Where there are some, they stand in the place of the findings.
    statistics: Statistics | None = None

    def add(self, note: Result) -> None:
        """Print a note's change, what was found in it, and what could not be judged."""
        if note.proposed is not None:
            from .diff import difference

            self._print(difference(self.screen, note.name, note.original, note.proposed))
            self.screen.print("")
        if self.statistics is None:
            self._print(self.lines(self.screen, self.redaction, note))
        else:
            self.statistics.add(note)
        if self.shows_not_evaluated:
            self._print(not_evaluated(self.screen, note))

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
    form: str, screen: Screen, errors: Screen, redaction: Redaction, *, shows_not_evaluated: bool, counts: bool
) -> Printer:
    """The printer of a form.

    Args:
        form: ``full``, ``concise``, ``json``, ``sarif`` or ``github``.
        screen: where it prints.
        errors: where it tells what has no place in a form for programs.
        redaction: how findings are worded.
        shows_not_evaluated: whether people are told what could not be judged; programs are always.
        counts: whether people get counts for each rule instead of the findings.
    """
    if form in ("json", "github"):
        from .github import ForGitHub
        from .json_lines import ForPrograms

        return ForPrograms(screen, redaction) if form == "json" else ForGitHub(screen, redaction)
    if form == "sarif":
        from ... import __version__
        from .sarif import ForScanning, Sarif

        return ForScanning(screen, errors, Sarif(redaction, __version__))
    lines = concise if form == "concise" else full
    return ForPeople(screen, redaction, lines, shows_not_evaluated, Statistics() if counts else None)
