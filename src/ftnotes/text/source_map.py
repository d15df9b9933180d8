"""Where a place of a mended note was before: the edits of each pass, read backwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import attrs
from attrs import frozen

from ..policy.diagnostics import Diagnostic, Edit
from ..policy.fixer import Applied
from .source import Span


@frozen
class Pass:
    """One pass: where its edits are in the text before it, and in that after it."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    #: The starts in the text after it, for looking them up.
    starts: tuple[int, ...]

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> Pass:
        """A pass by its edits, which don't touch each other."""
        before, after, moved = [], [], 0
        for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
            start = edit.span.start + moved
            before.append(edit.span)
            after.append(Span(start, start + len(edit.text)))
            moved += len(edit.text) - len(edit.span)
        return cls(tuple(before), tuple(after), tuple(span.start for span in after))

    def origin(self, offset: int) -> int:
        """Where an offset was before the pass; of what the pass wrote, where that was written."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return offset
        before, after = self.before[number], self.after[number]
        return before.start if offset < after.end else before.end + offset - after.end


def passes(applied: Iterable[Applied]) -> tuple[dict[int, tuple[Pass, ...]], tuple[Pass, ...]]:
    """The passes in which fixes were applied.

    Returns:
        By the identity of the text that a pass started from, the passes before it, the last one first; and all of them.
    """
    edits: dict[int, list[Edit]] = {}
    for done in applied:
        edits.setdefault(id(done.text), []).extend(done.fix.edits)
    before: dict[int, tuple[Pass, ...]] = {}
    whole: tuple[Pass, ...] = ()
    for text, found in edits.items():
        before[text] = whole
        whole = (Pass.of(found), *whole)
    return before, whole


def traced(found: Diagnostic, through: Iterable[Pass]) -> Diagnostic:
    """A finding with its places as they were before passes, of which the last is given first."""
    for one in through:
        found = attrs.evolve(
            found,
            span=_traced(one, found.span),
            evidence=tuple(_traced(one, span) for span in found.evidence),
        )
    return found


def _traced(one: Pass, span: Span) -> Span:
    return Span(one.origin(span.start), one.origin(span.end))
