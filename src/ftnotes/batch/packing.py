"""Reports on their way between processes: as tuples, which pickle takes and gives in less than half the time.

The process that reads and prints is the one that all others wait for, so what it spends on a note counts most.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ..policy.diagnostics import Diagnostic, Fix, NotEvaluated, Report, Severity
from ..text.edits import Edit
from ..text.source import Span

_Fix: TypeAlias = tuple[str, tuple[tuple[int, int, str], ...], bool]
_Diagnostic: TypeAlias = tuple[str, str, str, str, int, int, tuple[_Fix, ...], tuple[tuple[int, int], ...]]
#: A report as tuples.
Packed: TypeAlias = tuple[tuple[_Diagnostic, ...], tuple[NotEvaluated, ...]]

#: Most notes leave the same rules unevaluated: the same values are then sent once in each lot.
_SEEN: Final[dict[tuple[NotEvaluated, ...], tuple[NotEvaluated, ...]]] = {}
_MOST: Final = 256


def packed(report: Report) -> Packed:
    """A report as tuples."""
    if len(_SEEN) >= _MOST:
        _SEEN.clear()
    return (
        tuple(
            (
                found.code,
                found.name,
                found.message,
                found.severity.value,
                found.span.start,
                found.span.end,
                tuple(
                    (fix.title, tuple((edit.span.start, edit.span.end, edit.text) for edit in fix.edits), fix.safe)
                    for fix in found.fixes
                ),
                tuple((span.start, span.end) for span in found.evidence),
            )
            for found in report.diagnostics
        ),
        _SEEN.setdefault(report.not_evaluated, report.not_evaluated),
    )


def unpacked(said: Packed) -> Report:
    """The report of which `packed` made tuples."""
    diagnostics, not_evaluated = said
    return Report(
        tuple(
            Diagnostic(
                code,
                name,
                message,
                _SEVERITIES[severity],
                Span(start, end),
                tuple(
                    Fix(title, tuple(Edit(Span(first, last), text) for first, last, text in edits), safe)
                    for title, edits, safe in fixes
                )
                if fixes
                else (),
                tuple(Span(first, last) for first, last in evidence) if evidence else (),
            )
            for code, name, message, severity, start, end, fixes, evidence in diagnostics
        ),
        not_evaluated,
    )


_SEVERITIES: Final = {severity.value: severity for severity in Severity}
