"""Inserting and removing lines: where a new line goes, and its layout, which is that of the lines beside it.

Lines are inserted into the text or cut out of it, so that no other character changes. The text is then read back: it must
have the same content with one node more or less.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from ..playbook.playbook import Playbook
from ..playbook.template_words import template_words
from ..playbook.wording import Wording, wording_in
from ..syntax.document import Document
from ..syntax.layout import FIELD_BULLET, WORKLOAD_BULLET, FieldLayout, Fragments, WorkloadLayout, line_end
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..syntax.parser import read_as
from ..text.edits import Edit, apply_edits
from ..text.source import LINE_END, MARGIN, WHITESPACE, Span
from .read_back import first_difference

#: The nodes in the body of a summary.
Item: TypeAlias = Field | Workload | Prose

_BOLD: Final = ("**", "__")
#: Proper dashes and colons: a mis-decoded one is not repeated.
_DASHES: Final = frozenset("-–—‒―−‐‑")
_COLONS: Final = frozenset(":：")
#: The bullets of a field that its workloads can have as well.
_BULLETS: Final = frozenset("-*+•")
_BOX: Final = re.compile(r"\[[xX]\]")
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?=[.)])")


def wording_for(document: Document, summary: Note) -> Wording:
    """Return the wording of the document's playbook in the language of the summary.

    Raises:
        TypeError: the arguments are not a document and a summary.
        ValueError: the summary is not in the document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"an edit needs a Document, not {type(document).__name__}: parse the text first")
    if not isinstance(summary, Note):
        raise TypeError(f"an edit needs a Note of the document, not {type(summary).__name__}: see its notes")
    document.span(summary)  # raises if it is not in the document
    template = template_words(document.playbook or Playbook.load(), summary.template)
    return wording_in(template, summary.language or template.default_language)


def replace_lines(document: Document, summary: Note, span: Span, lines: str, body: tuple[Item, ...]) -> Document:
    """Return the document with ``lines`` in place of a span of its text, after which the summary must have this ``body``.

    Raises:
        ValueError: the text would be read differently; the message names the first difference.
    """
    text = document.text
    if lines and span.start and text[span.start - 1] not in "\r\n":
        # after the last line of a text that ends without a line end
        newline = line_end([text])
        lines = newline + lines.removesuffix(newline)
    edited = read_as(document, apply_edits(text, [Edit(span, lines)]))
    intended = [node for block in document.notes for node in _content(block.title, body if block is summary else block.body)]
    actual = [node for block in edited.notes for node in _content(block.title, block.body)]
    if intended != actual:
        raise ValueError(first_difference(intended, actual).message)
    return edited


def nodes_of(title: Title | None, body: tuple[Item, ...]) -> list[Title | Item]:
    """Return the nodes of a summary in the order of their lines."""
    nodes: list[Title | Item] = [title] if title else []
    for item in body:
        nodes += (item, *item.workloads) if isinstance(item, Field) else (item,)
    return nodes


def _content(title: Title | None, body: tuple[Item, ...]) -> list[Title | Field | Workload]:
    """Return the nodes of a summary without prose, which an edit can join or leave outside the summary."""
    return [node for node in nodes_of(title, body) if not isinstance(node, Prose)]


def end_of(document: Document, node: Title | Field | Workload) -> int:
    """Return the offset where the lines of a node end, without its children and the blank lines below."""
    return document.span(node, "after").start + _own_end(node)


def gap(node: Title | Item) -> str:
    """Return the blank lines below the lines of a node."""
    return "" if isinstance(node, Prose) else (node.layout.after or "")[_own_end(node) :]


def _own_end(node: Title | Field | Workload) -> int:
    after = node.layout.after or ""
    match = LINE_END.search(after, len(after.rstrip(MARGIN + "\r\n")))
    return match.end() if match else len(after)


# ---- fields


def insert_field(document: Document, summary: Note, wording: Wording, field: Field) -> Document:
    """Insert a field in the order of the template: after the fields that precede it there, and the text below them."""
    body, order, newline = summary.body, wording.template.order, line_end([document.text])
    places = [order.get(item.key or "", -1) if isinstance(item, Field) else -1 for item in body]
    lower = [number for number, place in enumerate(places) if 0 <= place < order[field.key or ""]]
    higher = [number for number, place in enumerate(places) if place >= 0 and number > max(lower, default=-1)]
    index = higher[0] if higher else len(body)
    neighbours = [item for item in (*reversed(body[:index]), *body[index:]) if isinstance(item, Field)]
    lines = _field_lines(field, neighbours, newline)
    above = body[index - 1] if index else summary.title
    blank = gap(above) if isinstance(above, Field) and not above.workloads else ""
    if higher:
        at = document.span(body[index]).start
        lines += blank or (blank_line(lines, newline) if field.workloads and is_airy(neighbours) else "")
    else:
        at = end_of(document, _content(summary.title, body)[-1])
        pairs = [item for item in body[:-1] if isinstance(item, Field) and not item.workloads]
        if isinstance(above, Field) and above.workloads:
            lines = (blank_line(lines, newline) if gap(above) else "") + lines
        elif pairs:
            lines = gap(pairs[-1]) + lines
    return replace_lines(document, summary, Span(at, at), lines, (*body[:index], field, *body[index:]))


def _field_lines(field: Field, neighbours: list[Field], newline: str) -> str:
    """Return a field in the layout of its neighbours, the nearest first; a summary has at least one field."""
    like = next((other for other in neighbours if _colon(other)), neighbours[0])
    before = FIELD_BULLET if like.layout.before is None else like.layout.before
    colon = _colon(like) or ": "
    if before.endswith(_BOLD) and "*" not in colon and "_" not in colon:
        before = _plain(before)  # the bold closes after the value
    before = _next_bullet(before)
    layout = FieldLayout(before, colon if field.value else None, (), newline, colon.rstrip(WHITESPACE))
    fragments: Fragments = []
    layout.write(fragments, field.label, field.value, False)
    for workload in field.workloads:
        lines = workload_lines(workload, [], below_field(before), newline)
        fragments.append(blank_line(before, newline) + lines if is_airy(neighbours) else lines)
    return "".join(fragments)


def _colon(field: Field) -> str | None:
    """Return the separator of label and value if it is a colon or dash and the value is on the same line."""
    colon = field.layout.colon or ""
    return colon if colon.strip(WHITESPACE + "*_") in _DASHES | _COLONS and not LINE_END.search(colon) else None


def is_airy(neighbours: list[Field]) -> bool:
    """Return whether blank lines surround a list of workloads, as in the template."""
    return all((field.layout.before or "").lstrip(MARGIN) == FIELD_BULLET for field in neighbours)


# ---- workloads


def workload_lines(workload: Workload, neighbours: list[Workload], before: str, newline: str) -> str:
    """Return a workload in the layout of its neighbours, the nearest first; ``before``: its margin and bullet without them."""
    if neighbours:
        before = _next_bullet(_plain(neighbours[0].layout.before or WORKLOAD_BULLET))
    brackets = [_brackets(other.layout) for other in neighbours]
    # square brackets if there are any: round ones are read as a tag only if the tag is known
    closed = sorted((pair for pair in brackets if pair[0] and pair[1]), key=lambda pair: pair[0] != "[")
    opening, close = closed[0] if closed else ("[", None)
    separators = (other.layout.separator or "" for other in neighbours)
    layout = WorkloadLayout(
        before=before,
        open=opening,
        close=close and close.rstrip(WHITESPACE) if not workload.name else close,
        separator=next(filter(_is_dash, separators), " - ") if workload.update else None,
        after=newline,
    )
    fragments: Fragments = []
    layout.write(fragments, workload.tag, workload.name, workload.update)
    return "".join(fragments)


def _brackets(layout: WorkloadLayout) -> tuple[str, str]:
    """Return the opening and closing bracket of a tag, without bold and inner spaces; empty if it is not a bracket."""
    close = re.sub(r"[*_]", "", layout.close or "").lstrip(WHITESPACE)
    return layout.open.strip(WHITESPACE + "*_"), "" if close.strip(WHITESPACE) in _COLONS else close


def _is_dash(separator: str) -> bool:
    return separator.strip(WHITESPACE) in _DASHES and separator[0] in WHITESPACE and separator[-1] in WHITESPACE


def blank_line(before: str, newline: str) -> str:
    """Return an empty line, with the quote marks of the line that starts with ``before``."""
    return _margin(before).rstrip(WHITESPACE) + newline


def _margin(before: str) -> str:
    return before[: len(before) - len(before.lstrip(MARGIN))]


def _plain(before: str) -> str:
    """Return margin and bullet without the bold that opens after them."""
    return before.rstrip("*_") if before.endswith(_BOLD) else before


def _next_bullet(before: str) -> str:
    """Return the bullet of the next line: an open checkbox, and the next number."""
    before = _BOX.sub("[ ]", before)
    return _NUMBER.sub(lambda number: str(int(number.group()) + 1), before, count=1)


def below_field(before: str) -> str:
    """Return margin and bullet of the first workload of a field: those of the template, with the field's bullet."""
    margin, bullet = _margin(before), _plain(before).strip(MARGIN)
    default = WORKLOAD_BULLET
    return margin + (default.replace(default.strip(), bullet) if bullet in _BULLETS else default)
