"""Findings for other programs: JSON, a line for each note; and the commands that GitHub's runners turn into annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import define

from ...policy.diagnostics import Diagnostic, Fix, Severity
from ...text.source import LineMap, Span
from .results import Checked, Tally, Wording
from .terminal import Screen

if TYPE_CHECKING:
    from ...interchange.json_tree import Json

#: The number of the form, for those who read it.
FORM: Final = 1

#: GitHub's names of how much an annotation matters.
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}
#: So many annotations of each kind are shown for a step; the rest stands in its log.
ANNOTATIONS: Final = 10


@define
class ForPrograms:
    """As JSON, an object on a line of its own for each note."""

    screen: Screen
    wording: Wording

    def add(self, note: Checked) -> None:
        """Print the object of a note."""
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
        for line in workflow_commands(self.screen, self.wording, note):
            self.screen.print(line)

    def end(self, tally: Tally) -> None:
        """Print the count, and whether GitHub shows all."""
        self.screen.print(tally.line())
        if any(count > ANNOTATIONS for count in tally.severities.values()):
            self.screen.print(f"GitHub shows {ANNOTATIONS} annotations of each kind for a step; all stand in this log")


def as_json(wording: Wording, note: Checked) -> Json:
    """What a check of a note came to. Offsets are in code points; lines and columns are counted from 1."""
    return {
        "format": FORM,
        **_where(note),
        "diagnostics": [
            {
                "code": found.code,
                "name": found.name,
                "severity": found.severity.value,
                "message": wording.message(found),
                **_region(note.lines, found.span),
                "evidence": [_region(note.lines, span) for span in found.evidence],
                "fixes": [] if wording.redacted else [_fix(fix) for fix in found.fixes],
                **({"withheld": True} if note.is_withheld(found) else {}),
            }
            for found in note.diagnostics
        ],
        "not-evaluated": [{"code": one.code, "name": one.name, "needs": list(one.needs)} for one in note.not_evaluated],
        "fixed": [
            {
                "code": done.diagnostic.code,
                "name": done.diagnostic.name,
                "title": wording.title(done),
                "safe": done.fix.safe,
                **_region(note.lines_before, done.diagnostic.span),
            }
            for done in note.applied
        ],
    }


def _where(note: Checked) -> dict[str, Json]:
    row = note.row
    if row is None:
        return {"file": note.name}
    return {"file": row.file, "row": row.number, **({} if row.id is None else {"id": row.id})}


def _region(lines: LineMap, span: Span) -> dict[str, Json]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "span": [span.start, span.end],
        "line": start.line,
        "column": start.column,
        "end-line": end.line,
        "end-column": end.column,
    }


def _fix(fix: Fix) -> Json:
    edits: list[Json] = [{"span": [edit.span.start, edit.span.end], "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def workflow_commands(screen: Screen, wording: Wording, note: Checked) -> Iterator[str]:
    """A workflow command for each finding."""
    name = "stdin" if note.name == "-" else note.name
    for found in note.diagnostics:
        yield _annotation(screen, wording, note.lines, name, found)


def _annotation(screen: Screen, wording: Wording, lines: LineMap, name: str, found: Diagnostic) -> str:
    start, end = lines.position(found.span.start), lines.position(found.span.end)
    values = {"file": name, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # columns are for one line alone
        values |= {"col": str(start.column), "endColumn": str(end.column)}
    values["title"] = f"{found.code} {found.name}"
    said = ",".join(f"{key}={_property(screen, value)}" for key, value in values.items())
    return f"::{_LEVELS[found.severity]} {said}::{_data(screen, wording.message(found))}"


def _data(screen: Screen, text: str) -> str:
    """A text as GitHub's runner reads it back; what a screen can't show is an escape there too."""
    return screen.escape(text).replace("%", "%25")


def _property(screen: Screen, text: str) -> str:
    return _data(screen, text).replace(":", "%3A").replace(",", "%2C")
