"""The forms in which findings are printed: each takes in note after note, and closes when all are through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from attrs import define

from .findings import Checked, Tally, Wording
from .rendering import Statistics, concise, full, not_evaluated
from .screen import Screen

if TYPE_CHECKING:
    from .sarif import Sarif

# Most runs need one form of all: what another one needs is imported by that.

#: How the findings in a note are put in lines.
Lines: TypeAlias = Callable[[Screen, Wording, Checked], Iterator[str]]

#: The forms that people read.
FOR_PEOPLE: Final = ("full", "concise")


class Printer(Protocol):
    """One form."""

    def add(self, note: Checked) -> None:
        """Take in what was found in one more note."""
        ...

    def end(self, tally: Tally) -> None:
        """All notes are through."""
        ...


@define
class ForPeople:
    """In lines, the count last."""

    screen: Screen
    wording: Wording
    lines: Lines
    shows_not_evaluated: bool = False
    #: Where there are some, they stand in the place of the findings.
    statistics: Statistics | None = None

    def add(self, note: Checked) -> None:
        """Print a note's change, what was found in it, and what could not be judged."""
        if note.proposed is not None:
            from .difference import difference

            self._print(difference(self.screen, note.name, note.original, note.proposed))
            self.screen.print("")
        if self.statistics is None:
            self._print(self.lines(self.screen, self.wording, note))
        else:
            self.statistics.add(note)
        if self.shows_not_evaluated:
            self._print(not_evaluated(self.screen, note))

    def end(self, tally: Tally) -> None:
        """Print the counts, and on a terminal what to do next."""
        if self.statistics is not None:
            self._print(self.statistics.lines(self.screen))
        self.screen.print(tally.line())
        if self.screen.is_terminal and (advice := tally.advice()):
            self.screen.print(advice)

    def _print(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.screen.print(line)


@define
class ForPrograms:
    """As JSON, an object on a line of its own for each note."""

    screen: Screen
    wording: Wording

    def add(self, note: Checked) -> None:
        """Print the object of a note."""
        from .machine import as_json

        self.screen.print_json(as_json(self.wording, note))

    def end(self, tally: Tally) -> None:
        """There is nothing more to say."""


@define
class ForGitHub:
    """As commands to GitHub's runner, and the count, which its log shows."""

    screen: Screen
    wording: Wording

    def add(self, note: Checked) -> None:
        """Print a command for each finding."""
        from .machine import workflow_commands

        for line in workflow_commands(self.screen, self.wording, note):
            self.screen.print(line)

    def end(self, tally: Tally) -> None:
        """Print the count, and whether GitHub shows all."""
        from .machine import ANNOTATIONS

        self.screen.print(tally.line())
        if any(count > ANNOTATIONS for count in tally.severities.values()):
            self.screen.print(f"GitHub shows {ANNOTATIONS} annotations of each kind for a step; all stand in this log")


@define
class ForScanning:
    """As one SARIF document."""

    screen: Screen
    #: Where the number of results is told if it is beyond what GitHub takes: the document has the output to itself.
    errors: Screen
    sarif: Sarif

    def add(self, note: Checked) -> None:
        """Keep the results of a note."""
        self.sarif.add(note)

    def end(self, tally: Tally) -> None:
        """Print the document."""
        self.screen.print_json(self.sarif.document([*tally.unreadable, *tally.unwritten]))
        if remark := self.sarif.remark():
            self.errors.print(f"ftnotes: {remark}")


def printer(form: str, screen: Screen, errors: Screen, wording: Wording, *, shows_not_evaluated: bool, counts: bool) -> Printer:
    """The printer of a form.

    Args:
        form: ``full``, ``concise``, ``json``, ``sarif`` or ``github``.
        screen: where it prints.
        errors: where it tells what has no place in a form for programs.
        wording: how findings are worded.
        shows_not_evaluated: whether people are told what could not be judged; programs are always.
        counts: whether people get counts for each rule instead of the findings.
    """
    if form == "json":
        return ForPrograms(screen, wording)
    if form == "github":
        return ForGitHub(screen, wording)
    if form == "sarif":
        from importlib.metadata import version

        from .sarif import Sarif

        return ForScanning(screen, errors, Sarif(wording, version("ftnotes")))
    lines = concise if form == "concise" else full
    return ForPeople(screen, wording, lines, shows_not_evaluated, Statistics() if counts else None)
