"""The result of fixing a note: the fixes that were applied and skipped, and where they are in the original text."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field, frozen

from ..text.edits import Edit, SourceMap
from ..text.source import LineMap
from .diagnostics import Diagnostic, Fix


@frozen
class Applied:
    """A fix that was applied, and the diagnostic it belongs to."""

    #: As reported in its pass, with spans in `text`.
    diagnostic: Diagnostic
    fix: Fix
    #: The text at the start of the pass.
    text: str = field(repr=False)


@frozen
class Skipped:
    """A fix that was not applied, and why."""

    #: One of those of the fixed note.
    diagnostic: Diagnostic
    fix: Fix
    #: The reason, to complete the sentence "skipped, because …".
    reason: str


@frozen
class FixResult:
    """The result of fixing a note."""

    #: The fixed note, or the same text where nothing was fixed.
    text: str
    #: In the order in which they were applied.
    applied: tuple[Applied, ...]
    #: The diagnostics of the fixed note.
    remaining: tuple[Diagnostic, ...]
    #: The fixes of those that were not applied, each with the reason.
    skipped: tuple[Skipped, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was fixed."""
        return bool(self.applied)


def source_maps(applied: Iterable[Applied]) -> tuple[dict[int, tuple[SourceMap, ...]], tuple[SourceMap, ...]]:
    """Return the source maps of the passes in which fixes were applied, the last one first.

    They are the maps of the passes before each, by the ``id`` of the text that it started from; and those of all passes.
    """
    edits: dict[int, list[Edit]] = {}
    for one in applied:
        edits.setdefault(id(one.text), []).extend(one.fix.edits)
    before: dict[int, tuple[SourceMap, ...]] = {}
    maps: tuple[SourceMap, ...] = ()
    for text, of_pass in edits.items():
        before[text] = maps
        maps = (SourceMap.of(of_pass), *maps)
    return before, maps


def traced(diagnostic: Diagnostic, maps: Iterable[SourceMap], lines: LineMap) -> Diagnostic:
    """Return a diagnostic with its spans mapped to the original text with these lines, the map of the last pass first."""
    span, evidence = diagnostic.span, diagnostic.evidence
    for one in maps:
        span, evidence = one.origin_span(span), tuple(map(one.origin_span, evidence))
    return attrs.evolve(diagnostic, span=span, evidence=evidence, lines=lines)
