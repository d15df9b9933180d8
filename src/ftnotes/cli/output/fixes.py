"""What is left of a note that was mended, or would be."""

from __future__ import annotations

import attrs

from ...policy.diagnostics import NotEvaluated
from ...policy.fixer import FixResult, source_maps, traced
from ...text.source import LineMap
from .results import Result


def result_after_fixes(
    name: str, text: str, mended: FixResult, shown_only: bool, not_evaluated: tuple[NotEvaluated, ...], has_summary: bool
) -> Result:
    """What came of mending a note, as it is shown.

    Args:
        name: of the note, as it is shown.
        text: of the note as it was read.
        mended: what came of it.
        shown_only: whether it is shown alone, and not written: then places are those in the note as it was read.
        not_evaluated: what could not be judged in the mended note.
        has_summary: whether that has an exec summary.
    """
    backwards, whole = source_maps(mended.applied)
    lines = LineMap(text)
    applied = [attrs.evolve(one, diagnostic=traced(one.diagnostic, backwards[id(one.text)], lines)) for one in mended.applied]
    applied.sort(key=lambda one: one.diagnostic.span.start)
    left = [(found, traced(found, whole, lines) if shown_only else found) for found in mended.remaining]
    held = set(map(id, mended.skipped))
    return Result(
        name,
        text if shown_only else mended.text,
        tuple(found for _, found in left),
        not_evaluated,
        has_summary,
        tuple(applied),
        tuple(found for was, found in left if id(was) in held),
        text,
        mended.text if shown_only and mended.changed else None,
    )
