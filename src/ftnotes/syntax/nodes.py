"""The nodes of the syntax tree of a note.

A node has its content as attributes, and its trivia, how it was typed, in ``layout``, which does not count when nodes are
compared. So nodes with the same content are equal; a node built by hand, whose layout has its defaults, prints in canonical
form; a parsed one prints exactly as it was typed; and ``attrs.evolve(workload, update="…")`` changes those characters and
no others.

    document:  (prose | note)*
    note:      title? (field | workload | prose)*
    field:     label ":" value workload*
    workload:  "[" tag "]" name "-" update

Nodes have no positions: `Document.span` derives them from the text before a node. So an edited tree has no stale positions,
and a node can be part of several trees.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import ClassVar, Final, TypeAlias

import attrs
from attrs import frozen

from ..text.patterns import LABEL_ENDS, TAGS_JOINT, tags_of
from .layout import FieldLayout, Fragments, TitleLayout, WorkloadLayout, end_line
from .validators import check_kind, check_lines, check_one_line, check_text

#: The layouts of nodes that were not typed.
_UNTYPED_FIELD: Final = FieldLayout()
_UNTYPED_WORKLOAD: Final = WorkloadLayout()

#: For each node of a document, by its `id`: the numbers of its first fragment and of the fragment after its last.
NodeRanges: TypeAlias = dict[int, tuple[int, int]]


@frozen(init=False)
class Workload:
    """One line of the workload list: ``[EXO]  Exchange Online - Planning``.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = WorkloadLayout.FRAGMENTS

    #: The tag as typed, without brackets; empty if the workload has only a name.
    tag: str
    #: The name as typed; empty if there is none.
    name: str
    #: The text after the separator: the writer's lines, joined by ``\n``.
    update: str
    layout: WorkloadLayout = attrs.field(eq=False, repr=False)

    def __init__(self, tag: str, name: str = "", update: str = "", layout: WorkloadLayout = WorkloadLayout()) -> None:
        check_kind("Workload.tag", tag, str)
        for part in re.split(TAGS_JOINT, tag):
            check_one_line("Workload.tag", part, without="[]")
        check_one_line("Workload.name", name)
        check_lines("Workload.update", update)
        check_kind("Workload.layout", layout, WorkloadLayout)
        if not tag and not name:
            raise ValueError("Workload: tag and name are both empty; give one of them")
        self.__attrs_init__(tag, name, update, layout)

    @property
    def fragments(self) -> tuple[str, ...]:
        """The names of the fragments in the order of the text."""
        named_first = self.layout.joint is not None and self.tag and self.name
        return WorkloadLayout.NAMED_FIRST if named_first else self.FRAGMENTS

    @property
    def tags(self) -> tuple[str, ...]:
        """The single tags, as typed: ``("OLM", "INTUNE")`` for ``[OLM+INTUNE]``."""
        return tags_of(self.tag)

    def write(
        self, fragments: Fragments, node_ranges: NodeRanges | None = None, canonical: WorkloadLayout = WorkloadLayout()
    ) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``; ``canonical``: if it was not typed."""
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + len(WorkloadLayout.FRAGMENTS))
        layout = self.layout
        if layout.after is None and layout == _UNTYPED_WORKLOAD:
            layout = canonical
        layout.write(fragments, self.tag, self.name, self.update)


@frozen(init=False)
class Field:
    """A labelled bullet: ``- DESCRIBE THE CUSTOMER: …``, with the workloads listed under it.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = FieldLayout.FRAGMENTS

    #: The key of the field in the playbook (``customer``, ``engagement-status``, …); None for an unknown label.
    key: str | None
    #: The label as typed, without colon and decoration.
    label: str
    #: The text after the colon: the writer's lines, joined by ``\n``.
    value: str
    workloads: tuple[Workload, ...]
    layout: FieldLayout = attrs.field(eq=False, repr=False)

    def __init__(
        self,
        key: str | None,
        label: str,
        value: str = "",
        workloads: tuple[Workload, ...] = (),
        layout: FieldLayout = FieldLayout(),
    ) -> None:
        check_kind("Field.layout", layout, FieldLayout)
        if key is not None:
            check_text("Field.key", key)
        if label == "":
            raise ValueError("Field.label: the label is empty")
        for line in label.split("\n") if key and isinstance(label, str) else (label,):
            check_one_line("Field.label", line, without=LABEL_ENDS)
        check_lines("Field.value", value)
        check_children("Field.workloads", workloads, (Workload,))
        self.__attrs_init__(key, label, value, workloads, layout)

    def write(
        self, fragments: Fragments, node_ranges: NodeRanges | None = None, canonical: FieldLayout = FieldLayout()
    ) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``; ``canonical``: if it was not typed."""
        first = len(fragments)
        layout = self.layout
        if layout.after is None and layout == _UNTYPED_FIELD:
            layout = canonical
        layout.write(fragments, self.label, self.value, bool(self.workloads))
        for workload in self.workloads:
            workload.write(fragments, node_ranges)
        if node_ranges is not None:
            node_ranges[id(self)] = (first, len(fragments))


@frozen(init=False)
class Title:
    """The line that opens a summary.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = TitleLayout.FRAGMENTS

    #: The title as typed, without decoration.
    text: str
    #: The text after it on its line: hashtags, a date, a parenthesis or a name.
    remark: str
    #: The text before it on its line: a name or a date.
    lead: str
    layout: TitleLayout = attrs.field(eq=False, repr=False)

    def __init__(self, text: str, remark: str = "", layout: TitleLayout = TitleLayout(), *, lead: str = "") -> None:
        check_kind("Title.layout", layout, TitleLayout)
        if text == "":
            raise ValueError("Title.text: the text is empty")
        check_one_line("Title.text", text)
        check_one_line("Title.remark", remark)
        check_one_line("Title.lead", lead)
        self.__attrs_init__(text, remark, lead, layout)

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``."""
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + len(TitleLayout.FRAGMENTS))
        self.layout.write(fragments, self.lead, self.text, self.remark)


@frozen(init=False)
class Prose:
    """Any text outside the summaries, or stray text inside one, exactly as typed with its line ends.

    Raises:
        ValueError: the text is empty.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = ("text",)

    text: str

    def __init__(self, text: str) -> None:
        check_text("Prose.text", text)
        self.__attrs_init__(text)

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``."""
        if fragments:
            end_line(fragments)
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + 1)
        fragments.append(self.text)


def check_children(name: str, children: tuple[object, ...], kinds: tuple[type, ...]) -> None:
    """Raise an error for anything but a tuple of ``kinds``, and for prose next to prose."""
    if not isinstance(children, tuple) or not all(isinstance(child, kinds) for child in children):
        raise TypeError(f"{name} takes a tuple of {', '.join(kind.__name__ for kind in kinds)}, not {children!r:.80}")
    if any(isinstance(above, Prose) and isinstance(below, Prose) for above, below in pairwise(children)):
        raise ValueError(f"{name}: prose next to prose would be read as one; join their texts")
