"""Edits of workloads: add, update, remove."""

from __future__ import annotations

import re

from attrs import evolve

from ..playbook.wording import Wording
from ..syntax.document import Document
from ..syntax.layout import line_end
from ..syntax.nodes import Field, Prose, Workload
from ..syntax.note import Note
from ..syntax.validators import tidy_lines
from ..text.patterns import TAG_JOINT, TAGS_JOINT
from ..text.source import Span
from ..text.suggest import did_you_mean
from .compose import make_workload, template_place
from .insert_lines import (
    Item,
    below_field,
    blank_line,
    end_of,
    gap,
    insert_field,
    is_airy,
    nodes_of,
    replace_lines,
    wording_for,
    workload_lines,
)
from .replace import replace


def add_workload(document: Document, summary: Note, workload: str | Workload, update: str = "", *, name: str = "") -> Document:
    """Return the document with a workload added in the order of the template, in the layout of the lines beside it.

    If no workload is listed yet, it starts the list; if the field for workloads is missing, that is added too.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one).
        workload: its tag (``"EXO"``, ``"OLM+INTUNE"``) or name; or a `Workload`, for a tag that the playbook doesn't know.
        update: the update.
        name: the name to write; by default that of the playbook, in the language of the summary.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the playbook has no such workload, the summary lists it already, or the update would be read as something
            else.
    """
    wording = wording_for(document, summary)
    if isinstance(workload, Workload) and (update or name):
        raise ValueError("a Workload has its own name and update: give them in it, or pass a tag instead")
    node = make_workload(wording, workload, update, name)
    if any(_keys(wording, each) == _keys(wording, node) for each in summary.workloads):
        raise ValueError(f"workload {node.tag or node.name!r} is listed already; change it with update_workload()")
    fields = [item for item in summary.body if isinstance(item, Field)]
    listing = [field for field in fields if field.key == wording.template.listing]
    filled = [field for field in (*listing, *fields) if field.workloads]
    if filled:
        return _insert(document, summary, wording, node, filled[0])
    if listing:
        return _open_list(document, summary, node, listing[0])
    if summary.workloads:
        return _insert(document, summary, wording, node, None)
    label = wording.label_to_write(wording.template.listing)
    if label is None:
        raise ValueError(f"playbook {wording.playbook.id} has no field for workloads, and the summary lists none")
    return insert_field(document, summary, wording, Field(wording.template.listing, label, "", (node,)))


def _insert(document: Document, summary: Note, wording: Wording, node: Workload, field: Field | None) -> Document:
    """Insert into the list of a field, or else among the workloads outside all fields."""
    listed = field.workloads if field else tuple(item for item in summary.body if isinstance(item, Workload))
    place = template_place(wording, node)
    lower = [number for number, other in enumerate(listed) if template_place(wording, other) <= place]
    index = lower[-1] + 1 if lower else 0
    lines = workload_lines(node, [*reversed(listed[:index]), *listed[index:]], "", line_end([document.text]))
    if not index:
        at = document.span(listed[0]).start
        lines += gap(listed[0]) if len(listed) > 1 else ""
    else:
        at = end_of(document, listed[index - 1])
        if index < len(listed):
            lines = gap(listed[index - 1]) + lines
        elif index > 1:
            lines = gap(listed[index - 2]) + lines
    body: list[Item] = [*summary.body]
    if field:
        number = next(number for number, item in enumerate(body) if item is field)
        body[number] = evolve(field, workloads=(*listed[:index], node, *listed[index:]))
    else:
        loose = [number for number, item in enumerate(body) if isinstance(item, Workload)]
        body.insert(loose[index] if index < len(loose) else loose[-1] + 1, node)
    return replace_lines(document, summary, Span(at, at), lines, tuple(body))


def _open_list(document: Document, summary: Note, node: Workload, field: Field) -> Document:
    """Insert as the first workload of a field."""
    newline = line_end([document.text])
    lines = workload_lines(node, [], below_field(field.layout.before or ""), newline)
    if is_airy([field]):
        blank = blank_line(lines, newline)
        lines = blank + lines + ("" if gap(field) or field is summary.body[-1] else blank)
    at = end_of(document, field)
    body = tuple(evolve(field, workloads=(node,)) if item is field else item for item in summary.body)
    return replace_lines(document, summary, Span(at, at), lines, body)


def update_workload(document: Document, summary: Note, workload: str, update: str) -> Document:
    """Return the document with another update of a workload; an empty one leaves its tag and name.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one).
        workload: a tag or name of the workload, or joined tags (``"OLM+INTUNE"``): the workload with exactly these, or else
            the first that has the tag among others.
        update: the new update.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the workload is not listed, or the update would be read as something else.
    """
    wording = wording_for(document, summary)
    old = _listed(summary, wording, workload)
    update = tidy_lines("update", update)
    layout = old.layout
    if not update:
        # without a dash, an unknown name would be read as the update
        vocabulary = wording.vocabulary
        unknown_name = old.name and vocabulary.name(old.name) is None and vocabulary.tag(old.tag) is not None
        layout = evolve(layout, separator=None, dangling=" -" if unknown_name else "")
    return replace(document, old, evolve(old, update=update, layout=layout))


def remove_workload(document: Document, summary: Note, workload: str) -> Document:
    """Return the document without a workload.

    Args:
        document: the document to edit.
        summary: a summary of the document (the object itself, not an equal one).
        workload: a tag or name of the workload, as for `update_workload`.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the workload is not listed, or the text would be read differently without it.
    """
    wording = wording_for(document, summary)
    old = _listed(summary, wording, workload)
    body = tuple(
        evolve(item, workloads=tuple(listed for listed in item.workloads if listed is not old))
        if isinstance(item, Field)
        else item
        for item in summary.body
        if item is not old
    )
    nodes = nodes_of(summary.title, summary.body)
    number = next(number for number, node in enumerate(nodes) if node is old)
    above, below = nodes[number - 1], nodes[number + 1 : number + 2]
    span = document.span(old)
    if below and isinstance(below[0], Workload):
        start, end = span.start, span.end
    else:
        # the last of a list leaves the blank lines below it, and takes those above with it
        start = span.start if isinstance(above, Prose) else end_of(document, above)
        end = end_of(document, old)
    return replace_lines(document, summary, Span(start, end), "", body)


def _listed(summary: Note, wording: Wording, workload: str) -> Workload:
    """Return the workload with exactly these tags, or else the first that has the tag among others."""
    if not isinstance(workload, str):
        raise TypeError(f"workload must be a tag or name, not a {type(workload).__name__}")
    vocabulary = wording.vocabulary
    known = vocabulary.tag(workload) or vocabulary.name(workload)
    tags = [known] if known else filter(None, re.split(f"{TAG_JOINT}|{TAGS_JOINT}", workload))
    keys = frozenset(map(vocabulary.workload_key, tags))
    exact = (other for other in summary.workloads if _keys(wording, other) == keys)
    node = next(exact, None) or summary.workload(workload)
    if node is None:
        listed = [other.tag or other.name for other in summary.workloads]
        close = did_you_mean(workload, listed)
        raise ValueError(f"workload {workload!r:.80} is not in the summary{close}; it lists {', '.join(listed) or 'none'}")
    return node


def _keys(wording: Wording, workload: Workload) -> frozenset[str]:
    return frozenset(map(wording.vocabulary.workload_key, workload.tags or (workload.name,)))
