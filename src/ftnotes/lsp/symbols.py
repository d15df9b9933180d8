"""The outline of a text: its notes, their fields, and the workloads under them."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import DocumentSymbol, SymbolKind

from ..syntax.nodes import Field, Prose, Workload
from ..syntax.note import Note
from ..text.source import Span
from .open_note import OpenNote


def symbols_of(note: OpenNote) -> list[DocumentSymbol]:
    """Return the outline of a text."""
    return [_note(note, each) for each in note.document.notes]


def _note(note: OpenNote, each: Note) -> DocumentSymbol:
    title = each.title.text if each.title else each.template.replace("-", " ")
    detail = each.title.remark if each.title else ""
    return _symbol(note, each, title, detail, SymbolKind.Class, _items(note, each.body))


def _items(note: OpenNote, items: Sequence[Field | Workload | Prose]) -> list[DocumentSymbol]:
    symbols = []
    for item in items:
        if isinstance(item, Field):
            symbols.append(_symbol(note, item, item.label, item.value, SymbolKind.Field, _items(note, item.workloads)))
        elif isinstance(item, Workload):
            name = f"[{item.tag}] {item.name}".rstrip() if item.tag else item.name
            symbols.append(_symbol(note, item, name, item.update, SymbolKind.Constant, []))
    return symbols


def _symbol(
    note: OpenNote, node: Note | Field | Workload, name: str, detail: str, kind: SymbolKind, children: list[DocumentSymbol]
) -> DocumentSymbol:
    span = note.document.span(node)
    start, end = span.start, span.start + len(span.text(note.text).rstrip())
    where = note.positions.range(Span(start, end))
    first_line = note.positions.range(Span(start, min(end, note.line_at(start).end)))
    return DocumentSymbol(
        name=" ".join(name.split()),
        detail=" ".join(detail.split()) or None,
        kind=kind,
        range=where,
        selection_range=first_line,
        children=children,
    )
