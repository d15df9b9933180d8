"""A whole text as it was read, and where its nodes stand in it.

Positions are worked out from the lengths of what stands before, on first use, and kept with the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

import attrs
from attrs import frozen

from ..playbook.playbook import Playbook
from ..text.source import Span
from .layout import Pieces
from .nodes import HASHTAG, Child, ExecSummary, Field, Marks, Prose, Workload, check_children, set_apart

if TYPE_CHECKING:
    from ..analysis.action_items import NextAction, Passage
    from ..analysis.date_mention import DateMention


@frozen
class Hashtag:
    """A hashtag and where it stands."""

    #: As typed, with its sign.
    text: str
    span: Span


_HASHTAG: Final = re.compile(HASHTAG)


def hashtags_in(text: str) -> tuple[Hashtag, ...]:
    """The hashtags of a text, in its order."""
    matches = [_HASHTAG.match(text, at) for at in signs_in(text)]
    return tuple([Hashtag(match.group(), Span(*match.span())) for match in matches if match])


def signs_in(text: str) -> list[int]:
    """Where the signs of hashtags stand, whatever follows them: few texts hold any, and a look for them costs little."""
    found: list[int] = []
    for sign in "#＃":
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    found.sort()
    return found


@frozen(init=False)
class Document:
    """A text as it was read: summaries, and the prose around them.

    Raises:
        ValueError: the blocks can't stand together (prose beside prose is one prose, and a summary without title would go on
            with the one before).
    """

    PIECES: ClassVar[tuple[str, ...]] = ()

    blocks: tuple[Prose | ExecSummary, ...]
    #: The playbook it was read with; None for the default one.
    playbook: Playbook | None = attrs.field(eq=False, repr=False)

    def __init__(self, blocks: tuple[Prose | ExecSummary, ...] = (), playbook: Playbook | None = None) -> None:
        check_children("Document.blocks", blocks, (Prose, ExecSummary))
        for above, below in pairwise(blocks):
            if isinstance(above, ExecSummary) and isinstance(below, ExecSummary) and below.title is None:
                raise ValueError("Document.blocks: a summary without title goes on with the one before it; give it a title")
        self.__attrs_init__(blocks, playbook)

    @classmethod
    def as_read(cls, blocks: tuple[Prose | ExecSummary, ...], playbook: Playbook, text: str) -> Document:
        """What a parser made of a text: it is taken at its word, and the text need not be written again to be known."""
        document = cls.__new__(cls)
        document.__attrs_init__(blocks, playbook)
        object.__setattr__(document, "text", text)
        return document

    @cached_property
    def text(self) -> str:
        """The whole text, as `serialize` writes it."""
        pieces: Pieces = []
        self.emit(pieces)
        return "".join(pieces)

    @property
    def exec_summaries(self) -> tuple[ExecSummary, ...]:
        """The summaries, in the order of the text."""
        return tuple(block for block in self.blocks if isinstance(block, ExecSummary))

    @property
    def hashtags(self) -> tuple[Hashtag, ...]:
        """All hashtags, in summaries and prose, in the order of the text."""
        return hashtags_in(self.text)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in the text, summaries and prose alike, in its order; in a summary ``04/05/2019`` is read as its language
        has it, where that has but one way. See ``docs/dates.md``."""
        from ..analysis.dates import find_dates, leading

        found = list(find_dates(self.text, playbook=self.playbook))
        playbook = self.playbook or Playbook.load()
        number = 0
        for summary in self.exec_summaries if found else ():
            whole = self.span(summary)
            unit = leading(playbook, summary.language) if summary.language else ""
            while number < len(found) and found[number].span.start < whole.end:
                if unit and found[number].span in whole:
                    found[number] = found[number].led_by(unit)
                number += 1
        return tuple(found)

    @cached_property
    def next_actions(self) -> tuple[NextAction, ...]:
        """What is to be done next, when and by whom, as summaries and prose say it, in the order of the text. See
        ``docs/dates.md`` for what counts."""
        from ..analysis.actions import find_actions

        return find_actions(self.text, tuple(self._passages()), self.dates, self.playbook or Playbook.load())

    def _passages(self) -> Iterator[Passage]:
        """The stretches of the text in which actions may stand: values, updates and prose. Fields with unknown labels are
        taken whole, since "NEXT ACTION" is such a label; those that follow each other belong together."""
        from ..analysis.action_items import Passage

        part = 0
        above: Node | None = None
        for node in self.walk():
            if isinstance(node, Field) and node.key is None:
                part += not (isinstance(above, Field) and above.key is None)
                yield Passage(self.span(node, "label").start, self.span(node, "value").end, part)
            elif isinstance(node, (Field, Workload, Prose)):
                part += 1
                name = {Field: "value", Workload: "update", Prose: "text"}[type(node)]
                said = self.span(node, name)
                yield Passage(said.start, said.end, part)
            above = node

    def span(self, node: Node, part: str | None = None) -> Span:
        """Where a node stands in the text, in code points.

        Args:
            node: a node of this document, the very object; of one that stands in it twice, the last place is given.
            part: the name of a piece of it, such as ``"value"`` or ``"tag"``; the whole node where it is None.

        Raises:
            ValueError: the node is not in this document, or has no such part; the message lists those it has.
        """
        _, offsets, marks = self._pieces
        place = marks.get(id(node))
        if node is self:
            place = 0, len(offsets) - 1
        if place is None:
            kind = type(node).__name__
            raise ValueError(
                f"this {kind} is not a node of the document, though an equal one may be: take it from the document"
            )
        first, last = place
        if part is None:
            return Span(offsets[first], offsets[last])
        names = node.PIECES
        if part not in names:
            raise ValueError(f"{type(node).__name__} has no part {part!r}; it has {', '.join(names) or 'none'}")
        first += names.index(part)
        return Span(offsets[first], offsets[first + 1])

    def leaves(self) -> Iterator[tuple[str, Span]]:
        """The pieces of the text in order, each with its name (``"label"``, ``"colon"``, …): every character is in one."""
        pieces, offsets, marks = self._pieces
        names: dict[int, str] = {}
        for node in self.walk():
            if node.PIECES:
                names.update(enumerate(node.PIECES, marks[id(node)][0]))
        for number in range(len(pieces)):
            yield names[number], Span(offsets[number], offsets[number + 1])

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        yield self
        for block in self.blocks:
            yield block
            if isinstance(block, ExecSummary):
                if block.title is not None:
                    yield block.title
                for item in block.body:
                    yield item
                    if isinstance(item, Field):
                        yield from item.workloads

    def emit(self, pieces: Pieces, marks: Marks | None = None) -> None:
        """Append the pieces of this node's text; note in ``marks`` which they are."""
        above: Child | None = None
        for block in self.blocks:
            if above is not None:
                set_apart(pieces, above)
            block.emit(pieces, marks)
            above = block

    @cached_property
    def _pieces(self) -> tuple[Pieces, tuple[int, ...], Marks]:
        """The pieces of the text, where each starts (and the last ends), and which are whose."""
        pieces: Pieces = []
        marks: Marks = {}
        self.emit(pieces, marks)
        return pieces, tuple(accumulate(map(len, pieces), initial=0)), marks


#: A document or a node in one.
Node: TypeAlias = Document | Child
