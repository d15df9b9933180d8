"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define

from ...policy.diagnostics import Diagnostic, Severity
from ...text.source import LineMap
from .results import Redaction, Result, Totals
from .terminal import Screen

#: The severities of GitHub.
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}

#: The number of annotations of each kind that GitHub shows for a step; its log has all of them.
ANNOTATIONS: Final = 10


@define
class GitHubPrinter:
    """A printer of workflow commands, and of the counts for the log."""

    screen: Screen
    redaction: Redaction

    def add(self, result: Result) -> None:
        """Print a command for each problem."""
        for line in workflow_commands(self.screen, self.redaction, result):
            self.screen.print(line)

    def end(self, totals: Totals) -> None:
        """Print the counts, and whether GitHub shows all problems."""
        self.screen.print(totals.line())
        if any(count > ANNOTATIONS for count in totals.severities.values()):
            self.screen.print(f"GitHub shows {ANNOTATIONS} annotations of each kind for a step; this log has all of them")


def workflow_commands(screen: Screen, redaction: Redaction, result: Result) -> Iterator[str]:
    """Yield a workflow command for each problem."""
    name = "stdin" if result.name == "-" else result.name
    for diagnostic in result.diagnostics:
        yield _annotation(screen, redaction, result.lines, name, diagnostic)


def _annotation(screen: Screen, redaction: Redaction, lines: LineMap, name: str, diagnostic: Diagnostic) -> str:
    start, end = lines.position(diagnostic.span.start), lines.position(diagnostic.span.end)
    values = {"file": name, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # GitHub allows columns only within one line
        values |= {"col": str(start.column), "endColumn": str(end.column)}
    values["title"] = f"{diagnostic.code} {diagnostic.name}"
    properties = ",".join(f"{key}={_property(screen, value)}" for key, value in values.items())
    return f"::{_LEVELS[diagnostic.severity]} {properties}::{_data(screen, redaction.message(diagnostic))}"


def _data(screen: Screen, text: str) -> str:
    """Escape a text for the screen and for the runner."""
    return screen.escape(text).replace("%", "%25")


def _property(screen: Screen, text: str) -> str:
    return _data(screen, text).replace(":", "%3A").replace(",", "%2C")
