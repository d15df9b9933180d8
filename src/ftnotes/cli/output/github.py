"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define

from ...policy.diagnostics import Diagnostic, Severity
from ...text.source import LineMap
from .results import Redaction, Result, Totals
from .terminal import Screen

#: GitHub's names of how much an annotation matters.
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}


#: So many annotations of each kind are shown for a step; the rest stands in its log.
ANNOTATIONS: Final = 10


@define
class ForGitHub:
    """As commands to GitHub's runner, and the count, which its log shows."""

    screen: Screen
    redaction: Redaction

    def add(self, note: Result) -> None:
        """Print a command for each finding."""
        for line in workflow_commands(self.screen, self.redaction, note):
            self.screen.print(line)

    def end(self, totals: Totals) -> None:
        """Print the count, and whether GitHub shows all."""
        self.screen.print(totals.line())
        if any(count > ANNOTATIONS for count in totals.severities.values()):
            self.screen.print(f"GitHub shows {ANNOTATIONS} annotations of each kind for a step; all stand in this log")


def workflow_commands(screen: Screen, redaction: Redaction, note: Result) -> Iterator[str]:
    """A workflow command for each finding."""
    name = "stdin" if note.name == "-" else note.name
    for found in note.diagnostics:
        yield _annotation(screen, redaction, note.lines, name, found)


def _annotation(screen: Screen, redaction: Redaction, lines: LineMap, name: str, found: Diagnostic) -> str:
    start, end = lines.position(found.span.start), lines.position(found.span.end)
    values = {"file": name, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # columns are for one line alone
        values |= {"col": str(start.column), "endColumn": str(end.column)}
    values["title"] = f"{found.code} {found.name}"
    said = ",".join(f"{key}={_property(screen, value)}" for key, value in values.items())
    return f"::{_LEVELS[found.severity]} {said}::{_data(screen, redaction.message(found))}"


def _data(screen: Screen, text: str) -> str:
    """A text as GitHub's runner reads it back; what a screen can't show is an escape there too."""
    return screen.escape(text).replace("%", "%25")


def _property(screen: Screen, text: str) -> str:
    return _data(screen, text).replace(":", "%3A").replace(",", "%2C")
