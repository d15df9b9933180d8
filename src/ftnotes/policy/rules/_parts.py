"""The parts of notes that violations are about or explain; two violations with the same part come from one slip."""

from __future__ import annotations

from ...syntax.nodes import Field, Workload
from ...text.edits import apply_edits
from ...text.invisible import invisible
from ...text.mojibake import misdecoded
from ...text.source import Span, line_at
from ..note_view import NoteView
from ..rule import Part
from ..summary_view import SummaryView


def bullet(view: NoteView, summary: SummaryView, key: str) -> Part:
    """Return a bullet of the template that a summary needs, by its key."""
    return Part(f"field:{key}", view.head_span(summary))


def head(view: NoteView, workload: Workload) -> Part:
    """Return brackets, name and separator of a workload: what precedes its update."""
    return Part("head", view.name_span(workload))


def line(view: NoteView, workload: Workload) -> Part:
    """Return a workload's line in the list."""
    return Part("line", view.name_span(workload))


def characters(view: NoteView, span: Span) -> Part:
    """Return the damaged characters of the line around a span."""
    return Part("characters", line_at(view.text, span.start))


def damage(view: NoteView, span: Span, better: str) -> tuple[Part, ...]:
    """Return the damaged characters of a text that is right without them; none if it is wrong by itself."""
    typed = span.text(view.text)
    if typed.isascii():
        return ()
    is_damaged = better in (apply_edits(typed, invisible(typed)), apply_edits(typed, misdecoded(typed)))
    return (characters(view, span),) if is_damaged else ()


def damage_in_head(view: NoteView, workload: Workload) -> tuple[Part, ...]:
    """Return the damaged characters before a workload's update; none if there are none."""
    start, end = view.document.span(workload, "open").start, view.document.span(workload, "separator").end
    typed = view.text[start:end]
    return () if typed.isascii() or not invisible(typed) else (characters(view, Span(start, end)),)


def worded(view: NoteView, field: Field) -> Part:
    """Return how the choice of a field is worded."""
    return Part("wording", view.document.span(field, "value"))
