"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from typing import Final

from attrs import define

from ...policy.diagnostics import Diagnostic, Severity
from .results import Printer, Redaction, Result, Totals
from .terminal import STDIN, Screen

#: The severities of GitHub.
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}

#: The number of annotations of each kind that GitHub shows for a step; its log has all of them.
ANNOTATIONS: Final = 10


@define
class GitHubPrinter(Printer):
    """A printer of workflow commands, and of the counts for the log."""

    def add(self, result: Result) -> None:
        """Print a command for each problem."""
        for diagnostic in result.diagnostics:
            self.screen.print(_annotation(self.screen, self.redaction, result, diagnostic))

    def end(self, totals: Totals) -> None:
        """Print the counts, what was skipped for lack of context, and whether GitHub shows all problems."""
        for line in filter(None, (totals.line(), totals.gaps())):
            self.screen.print(line)
        if any(count > ANNOTATIONS for count in totals.severities.values()):
            self.screen.print(f"GitHub shows {ANNOTATIONS} annotations of each kind for a step; this log has all of them")


def _annotation(screen: Screen, redaction: Redaction, result: Result, diagnostic: Diagnostic) -> str:
    name = "stdin" if result.name == STDIN else result.name
    lines = result.lines
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
