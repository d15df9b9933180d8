"""The result of fixing a note."""

from __future__ import annotations

import attrs

from ...policy.diagnostics import NotEvaluated
from ...policy.fix_result import FixResult, source_maps, traced
from ...text.source import LineMap
from .results import Result


def result_after_fixes(
    name: str, text: str, fixed: FixResult, previewed: bool, not_evaluated: tuple[NotEvaluated, ...], has_summary: bool
) -> Result:
    """Return the result of a note after its fixes.

    Args:
        name: the name of the note to show.
        text: the original note.
        fixed: the fixed note.
        previewed: whether it is only shown; then places are those in the original note.
        not_evaluated: the rules that were not evaluated for the fixed note.
        has_summary: whether that has a summary.
    """
    backwards, whole = source_maps(fixed.applied)
    lines = LineMap(text)
    applied = [attrs.evolve(one, diagnostic=traced(one.diagnostic, backwards[id(one.text)], lines)) for one in fixed.applied]
    applied.sort(key=lambda one: one.diagnostic.span.start)
    remaining = [traced(diagnostic, whole, lines) if previewed else diagnostic for diagnostic in fixed.remaining]
    shown = {id(original): one for original, one in zip(fixed.remaining, remaining, strict=True)}
    return Result(
        name,
        text if previewed else fixed.text,
        tuple(remaining),
        not_evaluated,
        has_summary,
        tuple(applied),
        tuple(attrs.evolve(one, diagnostic=shown[id(one.diagnostic)]) for one in fixed.skipped),
        text,
        fixed.text if previewed and fixed.changed else None,
    )
