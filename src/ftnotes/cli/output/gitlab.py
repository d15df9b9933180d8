"""The Code Quality report of GitLab, which shows problems in merge requests.

Source: GitLab's documentation, "Code Quality", section "Code Quality report format".
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from attrs import define, field

from ...interchange.json_tree import Json
from ...policy.diagnostics import Severity
from .fingerprints import fingerprints
from .results import Printer, Result, Totals
from .terminal import STDIN

#: The severities of GitLab.
_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFORMATION: "info"}


@define
class GitLabPrinter(Printer):
    """A printer of one JSON document."""

    _problems: list[Json] = field(factory=list, init=False)

    def add(self, result: Result) -> None:
        """Keep the problems of a note."""
        path = "stdin" if result.name == STDIN else result.name.removeprefix("./")
        for number, (diagnostic, mark) in enumerate(fingerprints(result)):
            mark = f"{diagnostic.code}:{number}" if self.redaction.is_on else mark
            lines = result.lines
            begin, end = lines.position(diagnostic.span.start), lines.position(diagnostic.span.end)
            self._problems.append(
                {
                    "description": self.redaction.message(diagnostic),
                    "check_name": f"{diagnostic.code} {diagnostic.name}",
                    "fingerprint": sha256(f"{path}\0{mark}".encode("utf-8", "surrogatepass")).hexdigest(),
                    "severity": _SEVERITIES[diagnostic.severity],
                    "location": {"path": path, "lines": {"begin": begin.line, "end": end.line}},
                }
            )

    def end(self, totals: Totals) -> None:
        """Print the document."""
        self.screen.print_json(self._problems)
