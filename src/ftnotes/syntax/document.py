"""A whole text as a tree, and the positions of its nodes.

Positions are computed from the lengths of the fragments, on first use, and cached with the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import ClassVar, TypeAlias

import attrs
from attrs import frozen

from ..playbook.playbook import Playbook, choose_playbook
from ..text.patterns import Hashtag, hashtags_in
from ..text.source import Span
from .exec_summary import ExecSummary
from .layout import Fragments
from .nodes import Field, NodeRanges, Prose, Workload, check_children
from .note import Child, Note, set_apart

#: A part of a text: prose, or a filled-in template.
Block: TypeAlias = Prose | ExecSummary | Note


@frozen(init=False)
class Document:
    """A text as notes and the prose around them.

    Raises:
        ValueError: the blocks would be read otherwise: prose next to prose as one, and a summary without title as part of
            the one before.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = ()

    blocks: tuple[Block, ...]
    #: The playbook it was read with; None for the default one.
    playbook: Playbook | None = attrs.field(eq=False, repr=False)
    #: The type of note with which it was read; None if none was given.
    note_type: str | None = attrs.field(eq=False, repr=False)

    def __init__(self, blocks: tuple[Block, ...] = (), playbook: Playbook | None = None, note_type: str | None = None) -> None:
        check_children("Document.blocks", blocks, (Prose, Note))
        for above, below in pairwise(blocks):
            if isinstance(above, Note) and isinstance(below, Note) and below.continues(above, above.label_levels):
                raise ValueError("Document.blocks: a summary without title would continue the one before it; give it a title")
        self.__attrs_init__(blocks, playbook, note_type)

    @classmethod
    def _from_parser(cls, blocks: tuple[Block, ...], playbook: Playbook, text: str, note_type: str | None = None) -> Document:
        """Return a document without the checks of the constructor and with its text, which need not be written again."""
        document = cls.__new__(cls)
        document.__attrs_init__(blocks, playbook, note_type)
        object.__setattr__(document, "text", text)
        return document

    @cached_property
    def text(self) -> str:
        """The whole text, as `serialize` writes it."""
        fragments: Fragments = []
        self.write(fragments)
        return "".join(fragments)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The filled-in templates of any kind, in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, Note))

    @property
    def exec_summaries(self) -> tuple[ExecSummary, ...]:
        """The exec summaries, in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, ExecSummary))

    @property
    def hashtags(self) -> tuple[Hashtag, ...]:
        """All hashtags, in summaries and prose, in the order of the text."""
        return hashtags_in(self.text)

    def span(self, node: Node, part: str | None = None) -> Span:
        """Return the span of a node in the text, in code points.

        Args:
            node: a node of this document, the same object; if it is in the document twice, the last place counts.
            part: the name of a fragment of it, such as ``"value"`` or ``"tag"``; None for the whole node.

        Raises:
            ValueError: the node is not in this document, or has no such part; the message lists those it has.
        """
        offsets, node_ranges = self._index
        place = node_ranges.get(id(node)) or ((0, len(offsets) - 1) if node is self else None)
        if place is None:
            kind = type(node).__name__
            raise ValueError(
                f"this {kind} is not a node of the document, though an equal one may be: take it from the document"
            )
        first, last = place
        if part is None:
            return Span(offsets[first], offsets[last])
        names = node.fragments if type(node) is Workload and node.layout.joint is not None else node.FRAGMENTS
        try:
            first += names.index(part)
        except ValueError:
            raise ValueError(f"{type(node).__name__} has no part {part!r}; it has {', '.join(names) or 'none'}") from None
        return Span(offsets[first], offsets[first + 1])

    def leaves(self) -> Iterator[tuple[str, Span]]:
        """Yield all fragments of the text in order, each with its name (``"label"``, ``"colon"``, …)."""
        names = (name for node in self.walk() for name in (node.fragments if isinstance(node, Workload) else node.FRAGMENTS))
        for name, (start, end) in zip(names, pairwise(self._index[0]), strict=True):
            yield name, Span(start, end)

    def walk(self) -> Iterator[Node]:
        """Yield the document and all nodes below it, in the order of the text."""
        yield self
        for block in self.blocks:
            yield block
            if isinstance(block, Note):
                if block.title is not None:
                    yield block.title
                for item in block.body:
                    yield item
                    if isinstance(item, Field):
                        yield from item.workloads

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of all nodes, and enter their ranges into ``node_ranges``."""
        above: Child | None = None
        for block in self.blocks:
            if above is not None:
                set_apart(fragments, above)
            block.write(fragments, node_ranges)
            above = block

    @cached_property
    def _index(self) -> tuple[tuple[int, ...], NodeRanges]:
        """The offsets of all fragments and of the end, and the range of fragments of each node."""
        fragments: Fragments = []
        node_ranges: NodeRanges = {}
        self.write(fragments, node_ranges)
        return tuple(accumulate(map(len, fragments), initial=0)), node_ranges


#: A document or a node in one.
Node: TypeAlias = Document | Child


def playbook_for(text_or_document: object, playbook: Playbook | None, edition: str | None) -> Playbook:
    """Return the playbook for a text or document: the one given, that of the document, or the default edition.

    Raises:
        TypeError: ``playbook`` is not a `Playbook`.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    if playbook is None and edition is None and isinstance(text_or_document, Document) and text_or_document.playbook:
        return text_or_document.playbook
    return choose_playbook(playbook, edition)
