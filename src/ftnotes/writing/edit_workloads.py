"""Workloads added to a summary, updated and taken out: one line more, another one, or one less."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from ..playbook.wording import Wording
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..syntax.validators import tidy_lines
from ..text.patterns import TAG_JOINT
from ..text.suggest import did_you_mean
from .compose import field_label, make_workload, template_place
from .insert_lines import (
    Item,
    below_field,
    blank_line,
    end_of,
    gap,
    insert_field,
    is_airy,
    line_end,
    splice,
    words_for,
    workload_lines,
)
from .replace import replace


def add_workload(
    document: Document, summary: ExecSummary, workload: str | Workload, update: str = "", *, name: str = ""
) -> Document:
    """A document with a workload more, on a line typed as the lines beside it are, in the order of the template.

    Where no workload is listed yet, it opens the list; where the field for them is missing, it comes with that.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object.
        workload: its tag (``"EXO"``, ``"OLM+INTUNE"``) or name; or a `Workload` for a tag that the playbook doesn't know.
        update: what is said of it.
        name: the name to write; that of the playbook, in the language of the summary, where none is given.

    Raises:
        TypeError: an argument is of another type.
        ValueError: the playbook has no such workload, the summary lists it already, or the update would be read as something
            else than itself.
    """
    words = words_for(document, summary)
    if isinstance(workload, Workload) and (update or name):
        raise ValueError("a Workload brings its own name and update; give these in it, or a tag in its place")
    node = make_workload(words, workload, update, name)
    meant = node.tag or node.name
    if any(_keys(words, each.tags or (each.name,)) == _keys(words, node.tags or (node.name,)) for each in summary.workloads):
        raise ValueError(f"workload {meant!r} is listed already; update_workload() changes what is said of it")
    fields = [item for item in summary.body if isinstance(item, Field)]
    listing = [field for field in fields if field.key == words.listing]
    held = [field for field in (*listing, *fields) if field.workloads]
    loose = [number for number, item in enumerate(summary.body) if isinstance(item, Workload)]
    if held:
        return _insert(document, summary, words, node, held[0])
    if listing:
        return _open_list(document, summary, node, listing[0])
    if loose:
        return _insert(document, summary, words, node, None)
    label = field_label(words, words.listing or "")
    if label is None:
        raise ValueError(f"playbook {words.playbook.id} has no field that lists workloads, and the summary no list")
    return insert_field(document, summary, words, Field(words.listing, label, "", (node,)))


def _insert(document: Document, summary: ExecSummary, words: Wording, node: Workload, field: Field | None) -> Document:
    """Into the list of a field, or among the workloads outside every field."""
    listed = field.workloads if field else tuple(item for item in summary.body if isinstance(item, Workload))
    place = template_place(words, node)
    lower = [number for number, other in enumerate(listed) if template_place(words, other) <= place]
    index = lower[-1] + 1 if lower else 0
    lines = workload_lines(node, [*reversed(listed[:index]), *listed[index:]], "", line_end(document))
    if not index:
        at = document.span(listed[0]).start
        lines += gap(listed[0]) if len(listed) > 1 else ""
    else:
        at = end_of(document, listed[index - 1])
        if index < len(listed):
            lines = gap(listed[index - 1]) + lines
        elif index > 1:
            lines = gap(listed[index - 2]) + lines
    body: list[Item] = []
    for item in summary.body:
        if not field and index < len(listed) and item is listed[index]:
            body.append(node)
        body.append(evolve(field, workloads=(*listed[:index], node, *listed[index:])) if field and item is field else item)
        if not field and index == len(listed) and item is listed[-1]:
            body.append(node)
    return splice(document, summary, at, at, lines, tuple(body))


def _open_list(document: Document, summary: ExecSummary, node: Workload, field: Field) -> Document:
    """As the first of a field."""
    newline = line_end(document)
    lines = workload_lines(node, [], below_field(field.layout.before), newline)
    if is_airy([field]):
        blank = blank_line(lines, newline)
        lines = blank + lines + ("" if gap(field) or field is summary.body[-1] else blank)
    at = end_of(document, field)
    body = tuple(evolve(field, workloads=(node,)) if item is field else item for item in summary.body)
    return splice(document, summary, at, at, lines, body)


def update_workload(document: Document, summary: ExecSummary, workload: str, update: str) -> Document:
    """A document in which something else is said of a workload; an empty update leaves its tag and name.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object.
        workload: a tag or name that means it, or joined tags (``"OLM+INTUNE"``): the one that is typed with just that, or
            else the first that has the tag among others.
        update: what to say of it.

    Raises:
        TypeError: an argument is of another type.
        ValueError: the workload is not listed, or the update would be read as something else than itself.
    """
    words = words_for(document, summary)
    old = _listed(summary, words, workload)
    update = tidy_lines("update", update)
    layout = old.layout
    if not update:
        # with a name of one's own, a dash is left, or the name would be read as the update
        own = bool(old.name) and words.vocabulary.name(old.name) is None and words.vocabulary.tag(old.tag) is not None
        layout = evolve(layout, separator=None, dangling=" -" if own else "")
    return replace(document, old, evolve(old, update=update, layout=layout))


def remove_workload(document: Document, summary: ExecSummary, workload: str) -> Document:
    """A document without a workload.

    Args:
        document: the document to edit.
        summary: a summary of it, the very object.
        workload: a tag or name that means it, or joined tags (``"OLM+INTUNE"``): the one that is typed with just that, or
            else the first that has the tag among others.

    Raises:
        TypeError: an argument is of another type.
        ValueError: the workload is not listed, or the text would be read otherwise without it.
    """
    words = words_for(document, summary)
    old = _listed(summary, words, workload)
    rows: list[Title | Item] = [summary.title] if summary.title else []
    body: list[Item] = []
    for item in summary.body:
        rows.append(item)
        if isinstance(item, Field):
            rows += item.workloads
            item = evolve(item, workloads=tuple(listed for listed in item.workloads if listed is not old))
        if item is not old:
            body.append(item)
    number = next(number for number, row in enumerate(rows) if row is old)
    above = rows[number - 1]
    span = document.span(old)
    if isinstance(rows[number + 1] if number + 1 < len(rows) else None, Workload):
        start, end = span.start, span.end
    else:
        # the last of a list leaves the blank lines below it, and takes those above it along
        start = span.start if isinstance(above, Prose) else end_of(document, above)
        end = end_of(document, old)
    return splice(document, summary, start, end, "", tuple(body))


def _listed(summary: ExecSummary, words: Wording, workload: str) -> Workload:
    """The workload that is meant: typed with just these tags, or else the first that has the tag among others."""
    if not isinstance(workload, str):
        raise TypeError(f"a workload is meant by its tag or name, not by a {type(workload).__name__}")
    known = words.vocabulary.tag(workload) or words.vocabulary.name(workload)
    meant = frozenset([known]) if known else _keys(words, filter(None, re.split(TAG_JOINT, workload)))
    exact = (other for other in summary.workloads if _keys(words, other.tags or (other.name,)) == meant)
    found = next(exact, None) or summary.workload(workload)
    if found is None:
        listed = [other.tag or other.name for other in summary.workloads]
        close = did_you_mean(workload, listed)
        raise ValueError(f"workload {workload!r:.80} is not in the summary{close}; it lists {', '.join(listed) or 'none'}")
    return found


def _keys(words: Wording, tags: Iterable[str]) -> frozenset[str]:
    return frozenset(map(words.vocabulary.workload_key, tags))
