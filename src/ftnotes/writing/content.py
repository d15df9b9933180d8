"""The content of a note as a sequence, to compare what was written with what is read.

Prose counts by its lines without spaces, so that it may move from a summary to the text below, and get blank lines; a bullet in
it also by its place: beside, below or above the bullet of the label or workload that precedes it. Values count by their lines
and how deep these are nested.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from ..syntax.document import Document
from ..syntax.nodes import Field, Prose, Workload
from ..syntax.note import Child, Note, children_of
from ..syntax.parser import is_bulleted
from ..text.source import LINE_END, MARGIN, depth
from .nesting import DEEPER, Shape, shape_of

#: A title, field, workload or line of prose.
Entry: TypeAlias = tuple[object, ...]
#: The entries of a block, in order.
Content: TypeAlias = list[Entry]

#: The entry before those of a summary.
SUMMARY: Final[Entry] = ("summary",)


def title_content(lead: str, text: str, remark: str) -> Entry:
    """Return the entry of a title."""
    return "title", lead, text, remark


def field_content(key: str | None, label: str, value: str, shape: Shape) -> Entry:
    """Return the entry of a field, without its workloads; ``shape``: how the lines of its value are nested."""
    return "field", key, label, value, shape


def workload_content(tag: str, name: str, update: str, shape: Shape, listed: bool) -> Entry:
    """Return the entry of a workload; ``listed``: whether it is below a field."""
    return "workload", listed, tag, name, update, shape


def field_shape(field: Field) -> Shape:
    """Return the shape of a field's value as it was typed."""
    return shape_of(field.value, field.layout.colon, field.layout.breaks)


def workload_shape(workload: Workload) -> Shape:
    """Return the shape of a workload's update as it was typed."""
    return shape_of(workload.update, workload.layout.separator, workload.layout.breaks)


def bullet_depth(node: Child | None) -> int | None:
    """Return how deep the last bullet of a node is; None for prose and for a line without bullet."""
    while children := children_of(node):
        node = children[-1]
    if not isinstance(node, (Field, Workload)) or node.layout.before is None:
        return None
    return depth(node.layout.before) if is_bulleted(node.layout.before) else None


def lines_of(prose: Prose, above: int | None = None) -> Content:
    """Return the entries of prose: its lines that are not empty; ``above``: how deep the bullet that precedes it is."""
    content: Content = []
    for line in LINE_END.split(prose.text):
        text = line.strip(MARGIN)
        if text and above is not None and is_bulleted(line):
            content.append(("prose", text, _place(line, above)))
        elif text:
            content.append(("prose", text))
            above = None  # a list below other text is not one with the bullets above that
    return content


def _place(line: str, above: int) -> int:
    """Return whether a bullet is beside another, 0, below it, 1, or to its left, -1."""
    deeper = depth(line) - above
    return 0 if abs(deeper) < DEEPER else 1 if deeper > 0 else -1


def summary_content(summary: Note) -> Content:
    """Return the entries of a summary."""
    content = [SUMMARY]
    title = summary.title
    if title:
        content.append(title_content(title.lead, title.text, title.remark))
    above: Child | None = title
    for item in summary.body:
        if isinstance(item, Field):
            content.append(field_content(item.key, item.label, item.value, field_shape(item)))
            content += [_workload(workload, True) for workload in item.workloads]
        else:
            content += lines_of(item, bullet_depth(above)) if isinstance(item, Prose) else [_workload(item, False)]
        above = item
    return content


def _workload(workload: Workload, listed: bool) -> Entry:
    return workload_content(workload.tag, workload.name, workload.update, workload_shape(workload), listed)


def misread_blocks(written: Sequence[Content], document: Document) -> set[int]:
    """Return the numbers of the blocks with summaries, as they were written, that a document has differently."""
    above = (None, *document.blocks)
    read = [entry for number, block in enumerate(document.blocks) for entry in _content(block, above[number])]
    if [entry for content in written for entry in content] == read:
        return set()
    numbers: list[int] = []
    parts: list[Content] = [[]]
    for number, content in enumerate(written):
        if content and content[0] is SUMMARY:
            numbers.append(number)
            parts.append([])
        parts[-1] += content
    found = list(_split(read))
    aligned = len(found) == len(parts)
    misread = set()
    for place, (part, other) in enumerate(zip_longest(parts, found)):
        if part != other:
            # the text before the first summary is that of the first
            misread.add(numbers[min(max(place - 1, 0), len(numbers) - 1)])
            if not aligned:
                break
    return misread


def _content(block: Prose | Note, above: Prose | Note | None) -> Content:
    return lines_of(block, bullet_depth(above)) if isinstance(block, Prose) else summary_content(block)


def _split(entries: Content) -> Iterator[Content]:
    """Yield the entries before the first summary, then those from each summary to the next."""
    part: Content = []
    for entry in entries:
        if entry == SUMMARY:
            yield part
            part = []
        part.append(entry)
    yield part
