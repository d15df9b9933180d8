"""From the lines of a note to its tree: what the rules of the grammar do.

A `Page` is filled from left to right. Every character belongs to a line, and lines follow each other without a gap; so
what no block takes is prose, from the end of one block to the start of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from attrs import evolve

from ..playbook.playbook import Playbook
from ..text.patterns import TAG_JOINT
from ..text.source import BLANKS, LINE_END, MARGIN, depth
from .document import Document
from .layout import FieldLayout, TitleLayout, WorkloadLayout
from .nodes import ExecSummary, Field, Prose, Title, Workload

_LINE_ENDS: Final = re.compile(f"({LINE_END.pattern})")
_new: Final = object.__new__
#: So much deeper stand the points of an update below its line, at least.
_DEEPER: Final = 2


class Line:
    """A token: one line of the note, or a run of plain ones; and the block that grows from it."""

    #: Where the line itself ends, once others run on below it.
    stop: int | None = None
    #: The workloads under it.
    held: list[Line] | tuple[()] = ()

    def __init__(self, type: str, start: int, end: int, parts: Any = None) -> None:
        #: The terminal of the grammar.
        self.type = type
        #: Where it starts, and where it and what runs on below it end.
        self.start = start
        self.end = end
        #: How the line is cut; for START, the page.
        self.parts = parts

    def hold(self, workload: Line) -> None:
        """Take a workload under this line."""
        if self.held:
            self.held.append(workload)
        else:
            self.held = [workload]

    def run_on(self, below: Line) -> None:
        """Take in lines that run on below this one."""
        if self.stop is None:
            self.stop = self.end
        self.end = below.end


def _depth(line: Line) -> int:
    """How deep the line of a workload stands."""
    before: str = line.parts[0]
    return depth(before[: len(before) - len(before.lstrip(MARGIN))])


class Page:
    """The document under construction."""

    __slots__ = ("blocks", "body", "layouts", "open", "playbook", "position", "text", "title")

    def __init__(self, text: str, playbook: Playbook) -> None:
        self.text = text
        self.playbook = playbook
        self.blocks: list[Prose | ExecSummary] = []
        #: Whether a summary is open, and what it has so far.
        self.open = False
        self.title: Title | None = None
        self.body: list[Field | Workload | Prose] = []
        #: Where the last block ends: what stands from here to the next is prose.
        self.position = 0
        #: Layouts met before, by their strings: most lines of a note are typed alike, and share one.
        self.layouts: dict[object, Any] = {}

    # ---- what the rules say

    def open_summary(self, line: Line) -> None:
        """A title opens a summary and ends the one before."""
        self.close_summary()
        self._prose(line.start)
        self.open = True
        self.title = self._title(line)
        self.position = line.end

    def close_summary(self) -> None:
        """The open summary ends with its last field; what follows that is prose of the document."""
        if self.open:
            summary = _new(ExecSummary)
            summary.__attrs_init__(self.title, tuple(self.body), self.playbook)
            self.blocks.append(summary)
            self.open, self.title, self.body = False, None, []

    def underline(self, line: Line) -> None:
        """A rule right below a title underlines it, and a fence there ends what it stands in: both are its layout."""
        if self.title is None or self.body or self.position != line.start:
            return
        after = self.title.layout.after or ""
        if len(LINE_END.findall(after)) == 1:  # no blank line between
            after += self.text[line.start : line.end]
            self.title = evolve(self.title, layout=evolve(self.title.layout, after=after))
            self.position = line.end

    def add_field(self, line: Line) -> None:
        """A field, with what runs on below it and the workloads it holds."""
        self._prose(line.start)
        self.open = True
        self.body.append(self._field(line))
        self.position = line.held[-1].end if line.held else line.end

    def add_workload(self, line: Line) -> None:
        """A workload outside every field."""
        self._prose(line.start)
        self.body.append(self._workload(line))
        self.position = line.end

    def finish(self) -> Document:
        """The end of the text."""
        self.close_summary()
        self._prose(len(self.text))
        return Document._from_parser(tuple(self.blocks), self.playbook, self.text)

    # ---- nodes; made without their constructors' checks, which a property holds them to

    def _prose(self, end: int) -> None:
        if self.position < end:
            prose = _new(Prose)
            prose.__attrs_init__(self.text[self.position : end])
            (self.body if self.open else self.blocks).append(prose)

    def _title(self, line: Line) -> Title:
        before, text, between, remark, after = line.parts
        layout = self.layouts.get((before, between, after))
        if layout is None:
            layout = self.layouts[before, between, after] = TitleLayout(before, between, after)
        title = _new(Title)
        title.__attrs_init__(text, remark, layout)
        return title

    def _field(self, line: Line) -> Field:
        key, label, before, colon, value, after = line.parts
        breaks: tuple[str, ...] = ()
        if line.stop is not None:
            lead, value, breaks, after = self._run_on(line.stop, line.end, value, after)
            colon += lead
        dangling = None
        if not value:
            colon, dangling = None, None if colon == ":" else colon
        layout = self.layouts.get((before, colon, breaks, after, dangling))
        if layout is None:
            layout = FieldLayout(before, colon, breaks, after, dangling)
            self.layouts[before, colon, breaks, after, dangling] = layout
        field = _new(Field)
        held = self._listed(line.held) if len(line.held) > 1 else line.held
        field.__attrs_init__(key, label, value, tuple(map(self._workload, held)), layout)
        return field

    def _listed(self, held: Sequence[Line]) -> list[Line]:
        """The workloads of a list, without the lines that are points of the update above: ``- [Ana] to call``."""
        tags = self.playbook.vocabulary.tags
        listed = [held[0]]
        for line in held[1:]:
            if line.parts[2] not in tags and self._is_point(line, listed[-1]):
                listed[-1].run_on(line)
            else:
                listed.append(line)
        return listed

    def _is_point(self, line: Line, above: Line) -> bool:
        """Whether a line stands deeper than the workload above, and has neither a known tag or name nor a tag in capitals."""
        tag, name = line.parts[2], line.parts[4]
        words = self.playbook.vocabulary
        return (
            tag != tag.upper()
            and _depth(line) >= _depth(above) + _DEEPER
            and words.name(name) is None
            and not any(words.tag(part) or words.name(part) for part in re.split(TAG_JOINT, tag))
        )

    def _workload(self, line: Line) -> Workload:
        before, opening, tag, close, name, separator, update, after = line.parts
        breaks: tuple[str, ...] = ()
        if line.stop is not None:
            lead, update, breaks, after = self._run_on(line.stop, line.end, update, after)
            separator = (separator or "") + lead
        dangling = ""
        if not update:
            separator, dangling = None, separator or ""
        layout = self.layouts.get((before, opening, close, separator, breaks, after, dangling))
        if layout is None:
            layout = WorkloadLayout(before, opening, close, separator, breaks, after, dangling)
            self.layouts[before, opening, close, separator, breaks, after, dangling] = layout
        workload = _new(Workload)
        workload.__attrs_init__(tag, name, update, layout)
        return workload

    def _run_on(self, stop: int, end: int, first: str, after: str) -> tuple[str, str, tuple[str, ...], str]:
        """What is said on several lines: what stands before its first line, the lines, the breaks between them, and what
        stands after the last. ``stop`` is where the first line ends, and ``first`` and ``after`` are how it does."""
        start = stop - len(after) - len(first)
        # bold that closes behind a label alone on its line is no part of what is said below
        bold = 0 if first else len(after) - len(after.lstrip(BLANKS + "*_"))
        texts = _LINE_ENDS.split(self.text[start + bold : end])
        lines: list[str] = []
        breaks: list[str] = []
        between = after[:bold]
        for number in range(0, len(texts), 2):
            text = texts[number]
            inner = text.lstrip(MARGIN) if number else text
            said = inner.rstrip(BLANKS)
            breaks.append(between + text[: len(text) - len(inner)])
            lines.append(said)
            between = inner[len(said) :] + (texts[number + 1] if number + 1 < len(texts) else "")
        breaks.append(between)
        # breaks[i] stands before lines[i], and the last behind the last; a line that runs on is not empty
        start, end = 0, len(lines)
        while not lines[start]:
            start += 1
        while not lines[end - 1]:
            end -= 1
        lead, trail = "".join(breaks[: start + 1]), "".join(breaks[end:])
        return lead, "\n".join(lines[start:end]), tuple(breaks[start + 1 : end]), trail
