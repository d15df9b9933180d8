"""JSON lines: an object for each result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from ...policy.diagnostics import Fix
from ...text.source import LineMap, Span
from .results import Printer, Redaction, Result
from .terminal import json_line

if TYPE_CHECKING:
    from ...batch.rows import Row
    from ...interchange.json_tree import Json

#: The version of the format, for its readers.
FORMAT: Final = 1


@define
class JsonPrinter(Printer):
    """A printer of JSON lines."""

    def text(self, result: Result) -> str:
        """Return a result as JSON on one line."""
        return json_line(as_json(self.redaction, result))


def as_json(redaction: Redaction, result: Result) -> dict[str, Json]:
    """Return a result as JSON. Offsets are in code points; lines and columns are counted from 1."""
    return {
        "format": FORMAT,
        **({"file": result.name} if result.row is None else row_origin(result.row)),
        "diagnostics": [
            {
                "code": diagnostic.code,
                "name": diagnostic.name,
                "severity": diagnostic.severity.value,
                "message": redaction.message(diagnostic),
                **_region(result.lines, diagnostic.span),
                "evidence": [_region(result.lines, span) for span in diagnostic.evidence],
                "fixes": [] if redaction.is_on else [_fix(fix) for fix in diagnostic.fixes],
                **({"fix-skipped": reason} if (reason := result.why_skipped(diagnostic)) else {}),
            }
            for diagnostic in result.diagnostics
        ],
        "not-evaluated": [{"code": rule.code, "name": rule.name, "needs": list(rule.needs)} for rule in result.not_evaluated],
        "fixed": [
            {
                "code": applied.diagnostic.code,
                "name": applied.diagnostic.name,
                "title": redaction.title(applied),
                "safe": applied.fix.safe,
                **_region(result.lines_before, applied.diagnostic.span),
            }
            for applied in result.applied
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
