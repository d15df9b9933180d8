"""Lines that look like labels, workloads or items of the list, and were read as text.

Whether a line opens a field or a workload depends on its level. A writer who indents otherwise loses the line in the text above
it, so these lines are found again in what was read: in values, in updates, and in the text below a summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from ..syntax.document import Document
from ..syntax.line_parts import Level
from ..syntax.nodes import Field, Prose, Workload
from ..syntax.parser import line_level, tokenize_line
from ..text.source import LINE_END, MARGIN, Span, lines_of
from .bare_labels import BareLabel, bare_label
from .note_view import NoteView
from .summary_view import SummaryView

#: What a line looks like.
Look: TypeAlias = Literal["label", "own-label", "bare-label", "workload", "item"]

_LOOKS: Final[dict[str, Look]] = {
    "FIELD": "label",
    "WEAK": "label",
    "OWN": "own-label",
    "ITEM": "workload",
    "TAG": "workload",
    "NAME": "workload",
}
#: A line is a point of the one above if it is at least this much deeper.
_DEEPER: Final = 2
#: The longest line that is looked at.
_LONGEST: Final = 1000


class UnreadLines(NamedTuple):
    """Consecutive lines that look alike, or a label without its colon with the text below it."""

    look: Look
    span: Span
    #: The first of them, and their number.
    first: Span
    number: int
    #: The field or workload that they were read as part of; None for text of no bullet.
    owner: Field | Workload | None
    #: The summary, and the label without its colon that such a line begins with.
    summary: SummaryView
    label: BareLabel | None = None
    #: The keys of the bullets that the summary lacks and that have these labels.
    keys: tuple[str, ...] = ()


def unread_lines(view: NoteView) -> Iterator[UnreadLines]:
    """Yield the lines of a note that look like more than the text that they were read as."""
    document = view.document
    for summary in view.summaries:
        for node, parent in summary.multiline:
            if isinstance(node, Prose):
                yield from bare_labels(view, summary, document.span(node))
            elif _has_lines(node):
                yield from _joined(view, _in_text(view, summary, node, parent))
    by_node = {id(summary.node): summary for summary in view.summaries}
    for above, below in zip(document.blocks, document.blocks[1:], strict=False):
        if id(above) in by_node and isinstance(below, Prose):
            yield from _joined(view, _below(view, by_node[id(above)], document.span(below)))


def bare_labels(view: NoteView, summary: SummaryView, span: Span) -> Iterator[UnreadLines]:
    """Yield the lines of text between the bullets that begin with a label without its colon, each with those right below it."""
    found: UnreadLines | None = None
    for line in _lines(view, span.start, span.end):
        label = _missing_label(view, summary, line)
        if found and not label and LINE_END.fullmatch(view.text, found.span.end, line.start):
            found = found._replace(span=Span(found.span.start, line.end), number=found.number + 1)
            continue
        if found:
            yield found
        found = UnreadLines("bare-label", line, line, 1, None, summary, label) if label else None
    if found:
        yield found


def _missing_label(view: NoteView, summary: SummaryView, line: Span) -> BareLabel | None:
    """Return the label without its colon that a line begins with, if the summary lacks the bullet."""
    if len(summary.keys) == len(summary.template.fields):
        return None
    text = line.text(view.text)[:_LONGEST]
    label = None if text.lstrip(MARGIN).startswith("<!--") else bare_label(summary.template, text)
    return label if label and label.key not in summary.keys else None


def _joined(view: NoteView, lines: Iterator[UnreadLines]) -> Iterator[UnreadLines]:
    """Yield lines with those that look alike and directly follow each other as one."""
    group: UnreadLines | None = None
    for line in lines:
        follows = group and not view.text[group.span.end : line.span.start].strip(MARGIN + "\r\n")
        if group and follows and group.look == line.look and line.label is None:
            span = Span(group.span.start, line.span.end)
            keys = (*group.keys, *(key for key in line.keys if key not in group.keys))
            group = group._replace(span=span, number=group.number + 1, keys=keys)
            continue
        if group:
            yield group
        group = line
    if group:
        yield group


def _has_lines(node: Field | Workload) -> bool:
    """Return whether a value or update is not all on the line of its label or name, as most are."""
    text, joint = (node.value, node.layout.colon) if isinstance(node, Field) else (node.update, node.layout.separator)
    return "\n" in text or LINE_END.search(joint or "") is not None


def _in_text(view: NoteView, summary: SummaryView, node: Field | Workload, parent: Field | None) -> Iterator[UnreadLines]:
    """Yield the lines of a value or update that look like more."""
    span = view.document.span(node, "value" if isinstance(node, Field) else "update")
    second = _second_line(view.document, node, span.end)
    if second >= span.end or (isinstance(node, Field) and summary.template.vocabulary.choice(node.key or "", node.value)):
        return
    before = node.layout.before if node.layout.before is not None else parent.layout.before if parent else ""
    depth, sign = line_level((before or "") + "x")
    has_text = span.start < second
    #: The level of the points below a label or name that has no text beside it.
    points: Level | None = None
    for number, line in enumerate(_lines(view, second, span.end)):
        look, level, keys = _look(view, summary, line)
        if not number and not has_text and (level[1] or look != "item"):
            points = level
        if look is None or level == points or level[0] >= depth + _DEEPER:
            continue
        if look == "own-label" and not level[1] and isinstance(node, Workload) and _names_action(view, line):
            continue  # "Next: batch 4" in the text below a workload
        label = _missing_label(view, summary, line) if look == "item" else None
        if label:
            yield UnreadLines("bare-label", line, line, 1, node, summary, label)
        elif (look != "item" or level[1]) and (sign or not level[1] or keys):
            yield UnreadLines(look, _content(view, line), _content(view, line), 1, node, summary, keys=keys)


def _names_action(view: NoteView, line: Span) -> bool:
    """Return whether the label that a line begins with is that of an action, its date or its owner."""
    label: str = tokenize_line(line.text(view.text), view.template).parts[1]
    return view.playbook.everyday.is_action_label(label)


def _second_line(document: Document, node: Field | Workload, end: int) -> int:
    """Return where the line after that of a label or tag starts; ``end`` if the text ends on the same line."""
    name = document.span(node, "label" if isinstance(node, Field) else "name")
    match = LINE_END.search(document.text, name.end, end)
    return match.end() if match else end


def _below(view: NoteView, summary: SummaryView, span: Span) -> Iterator[UnreadLines]:
    """Yield the lines right below a summary that look like parts of it, up to a paragraph or text of another kind."""
    lasts: list[Field | Workload] = [*summary.node.fields[-1:], *summary.node.workloads[-1:]]
    befores = [node.layout.before for node in lasts]
    levels = {line_level(before + "x") for before in befores if before is not None}
    for line in _lines(view, span.start, span.end):
        look, level, keys = _look(view, summary, line)
        is_apart = not level[1] if look == "own-label" else look == "item" and not (level[1] and level in levels)
        if look is None or is_apart:
            if not line.text(view.text).strip(MARGIN).startswith("<!--"):
                return
        else:
            yield UnreadLines(look, _content(view, line), _content(view, line), 1, None, summary, keys=keys)


def _lines(view: NoteView, start: int, end: int) -> Iterator[Span]:
    """Yield the lines with words between two places."""
    for line in lines_of(view.text, start, end):
        if view.text[line.start : line.end].strip(MARGIN):
            yield line


def _look(view: NoteView, summary: SummaryView, line: Span) -> tuple[Look | None, Level, tuple[str, ...]]:
    """Return what a line looks like, its level, and the key of the bullet that it is if the summary lacks that.

    A line of another kind, such as a sign-off or a heading, looks like nothing.
    """
    text = line.text(view.text)[:_LONGEST]
    token = tokenize_line(text, view.template)
    look = _LOOKS.get(token.type, "item" if token.type in ("PLAIN", "TEXT") else None)
    key = token.parts[0] if token.type in ("FIELD", "WEAK") else None
    return look, line_level(text), (key,) if key and key not in summary.keys else ()


def _content(view: NoteView, line: Span) -> Span:
    """Return a line without its margin."""
    text = line.text(view.text)
    return Span(line.start + len(text) - len(text.lstrip(MARGIN)), line.start + len(text.rstrip(MARGIN)))
