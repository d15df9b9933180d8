"""The content of a note as a sequence, to compare what was written with what is read.

Prose counts by its lines without spaces, so that it may move from a summary to the text below, and get blank lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Prose, Workload
from ..text.source import LINE_END, MARGIN

#: A title, field, workload or line of prose.
Entry: TypeAlias = tuple[object, ...]
#: The entries of a block, in order.
Content: TypeAlias = list[Entry]

#: The entry before those of a summary.
SUMMARY: Final[Entry] = ("summary",)


def title_content(lead: str, text: str, remark: str) -> Entry:
    """Return the entry of a title."""
    return "title", lead, text, remark


def field_content(key: str | None, label: str, value: str) -> Entry:
    """Return the entry of a field, without its workloads."""
    return "field", key, label, value


def workload_content(tag: str, name: str, update: str, listed: bool) -> Entry:
    """Return the entry of a workload; ``listed``: whether it is below a field."""
    return "workload", listed, tag, name, update


def lines_of(prose: Prose) -> Content:
    """Return the entries of prose: its lines that are not empty."""
    lines = (line.strip(MARGIN) for line in LINE_END.split(prose.text))
    return [("prose", line) for line in lines if line]


def summary_content(summary: ExecSummary) -> Content:
    """Return the entries of a summary."""
    content = [SUMMARY]
    title = summary.title
    if title:
        content.append(title_content(title.lead, title.text, title.remark))
    for item in summary.body:
        if isinstance(item, Field):
            content.append(field_content(item.key, item.label, item.value))
            content += [_workload(workload, True) for workload in item.workloads]
        else:
            content += lines_of(item) if isinstance(item, Prose) else [_workload(item, False)]
    return content


def _workload(workload: Workload, listed: bool) -> Entry:
    return workload_content(workload.tag, workload.name, workload.update, listed)


def misread_blocks(written: Sequence[Content], document: Document) -> set[int]:
    """Return the numbers of the blocks with summaries, as they were written, that a document has differently."""
    read = [entry for block in document.blocks for entry in _content(block)]
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


def _content(block: Prose | ExecSummary) -> Content:
    return lines_of(block) if isinstance(block, Prose) else summary_content(block)


def _split(entries: Content) -> Iterator[Content]:
    """Yield the entries before the first summary, then those from each summary to the next."""
    part: Content = []
    for entry in entries:
        if entry == SUMMARY:
            yield part
            part = []
        part.append(entry)
    yield part
