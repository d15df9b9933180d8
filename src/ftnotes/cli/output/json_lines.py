"""Findings for other programs: JSON, a line for each note; and the commands that GitHub's runners turn into annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from ...policy.diagnostics import Fix
from ...text.source import LineMap, Span
from .results import Redaction, Result, Totals
from .terminal import Screen

if TYPE_CHECKING:
    from ...batch.rows import Row
    from ...interchange.json_tree import Json

#: The number of the form, for those who read it.
FORM: Final = 1


@define
class ForPrograms:
    """As JSON, an object on a line of its own for each note."""

    screen: Screen
    redaction: Redaction

    def add(self, note: Result) -> None:
        """Print the object of a note."""
        self.screen.print_json(as_json(self.redaction, note))

    def end(self, totals: Totals) -> None:
        """There is nothing more to say."""


def as_json(redaction: Redaction, note: Result) -> Json:
    """What a check of a note came to. Offsets are in code points; lines and columns are counted from 1."""
    return {
        "format": FORM,
        **({"file": note.name} if note.row is None else row_origin(note.row)),
        "diagnostics": [
            {
                "code": found.code,
                "name": found.name,
                "severity": found.severity.value,
                "message": redaction.message(found),
                **_region(note.lines, found.span),
                "evidence": [_region(note.lines, span) for span in found.evidence],
                "fixes": [] if redaction.is_on else [_fix(fix) for fix in found.fixes],
                **({"withheld": True} if note.is_skipped(found) else {}),
            }
            for found in note.diagnostics
        ],
        "not-evaluated": [{"code": one.code, "name": one.name, "needs": list(one.needs)} for one in note.not_evaluated],
        "fixed": [
            {
                "code": done.diagnostic.code,
                "name": done.diagnostic.name,
                "title": redaction.title(done),
                "safe": done.fix.safe,
                **_region(note.lines_before, done.diagnostic.span),
            }
            for done in note.applied
        ],
    }


def row_origin(row: Row) -> dict[str, Json]:
    """Return where the note of a row is from."""
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
