"""Tokens to tree: the actions of the grammar's rules.

A `TreeBuilder` works from left to right. Every character belongs to a token, and tokens follow each other without a gap, so
text that no block takes is prose: from the end of one block to the start of the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from ..playbook.template_words import TemplateWords
from ..text.source import LINE_END, MARGIN, WHITESPACE
from .document import Block, Document
from .exec_summary import note_of_parts
from .layout import FieldLayout, TitleLayout, WorkloadLayout
from .nodes import Field, Prose, Title, Workload
from .note import proves_summary
from .workload_lines import parted_name

_LINE_ENDS: Final = re.compile(f"({LINE_END.pattern})")
#: A line end inside a label, with the spaces before it and the margin of the next line.
_LABEL_BREAK: Final = re.compile(rf"(?<![{WHITESPACE}])[{WHITESPACE}]*+(?:\r\n|\n|\r)[{MARGIN}]*+")
_new: Final = object.__new__


class Token:
    """One line of the note, or a run of plain lines; and the block that grows from it."""

    #: Where the line itself ends, once others below extend it.
    own_end: int | None = None
    #: The workloads under it.
    children: list[Token] | tuple[()] = ()
    #: Whether it is on the line of the token above.
    is_joined = False
    #: What precedes the content of a plain line, its content, and what follows.
    cut: tuple[str, str, str] | None = None

    def __init__(self, type: str, start: int, end: int, parts: Any = None) -> None:
        #: The terminal of the grammar.
        self.type = type
        #: Where it starts, and where it and the lines that extend it end.
        self.start = start
        self.end = end
        #: How the line is cut; for START, the `TreeBuilder`.
        self.parts = parts

    def add_child(self, workload: Token) -> Token:
        """Put a workload under this line."""
        if self.children:
            self.children.append(workload)
        else:
            self.children = [workload]
        return self

    def extend(self, below: Token) -> Token:
        """Add lines that continue the last workload under this line, or else the line itself."""
        block = self.children[-1] if self.children else self
        if block.own_end is None:
            block.own_end = block.end
        block.end = below.end
        return self


def rule_action(name: str) -> Callable[..., Any]:
    """Return what a rule of the grammar does, by its alias: a method of the builder, or of the token that the rule adds to.

    The first part of a rule is the builder or token that it adds to, and is its value.
    """
    action: Callable[..., Any] = getattr(TreeBuilder, name, None) or getattr(Token, name)
    return action


class TreeBuilder:
    """A document under construction."""

    __slots__ = ("begins", "blocks", "body", "is_about", "layouts", "open", "opened", "position", "template", "text", "title")

    def __init__(self, text: str, template: TemplateWords, begins: bool = False, is_about: bool = False) -> None:
        self.text = text
        #: The template whose words are read.
        self.template = template
        #: Whether a note begins with the first line.
        self.begins = begins
        #: Whether the first line is the workload that the first note is about.
        self.is_about = is_about
        self.blocks: list[Block] = []
        #: Whether a summary is open, and its title and body so far.
        self.open = False
        #: Where the prose before it starts, and whether there is any.
        self.opened = (0, False)
        self.title: Title | None = None
        self.body: list[Field | Workload | Prose] = []
        #: Where the last block ends: the text from here to the next block is prose.
        self.position = 0
        #: Layouts by their strings: most lines of a note are typed alike, and share one.
        self.layouts: dict[object, Any] = {}

    # ---- the actions

    @staticmethod
    def start(token: Token) -> TreeBuilder:
        """Return the builder, which the lexer hands over with its first token."""
        builder: TreeBuilder = token.parts
        return builder

    @staticmethod
    def keep(first: Any, *_: Token) -> Any:
        """Add nothing: the token says nothing, or is prose, which follows from the start of the next block."""
        return first

    def open_summary(self, line: Token) -> TreeBuilder:
        """Open a summary with its title, and close the one before."""
        self.close_summary()
        self._open(line)
        self.title = self._title(line)
        self.position = line.end
        return self

    def open_about(self, line: Token) -> TreeBuilder:
        """Open a note with the workload that it is about, and close the one before."""
        self.close_summary()
        self._open(line)
        return self.add_workload(line)

    def close_summary(self, _: Token | None = None) -> TreeBuilder:
        """End the open summary with its last field; what follows is prose of the document."""
        if self.open:
            if proves_summary(self.title, self.body, self.template):
                self.blocks.append(note_of_parts(self.template.key, self.title, tuple(self.body), self.template.playbook))
            else:  # lines that were evidence became part of a text
                self.position, has_prose = self.opened
                del self.blocks[len(self.blocks) - has_prose :]
            self.open, self.title, self.body = False, None, []
        return self

    def add_stray(self, line: Token) -> TreeBuilder:
        """Leave a line inside a summary to be prose, except a rule or fence right below the title: that is its layout."""
        if line.type != "RULE" or self.title is None or self.body or self.position != line.start:
            return self
        after = self.title.layout.after or ""
        if len(LINE_END.findall(after)) == 1:  # no blank line between
            after += self.text[line.start : line.end]
            self.title = evolve(self.title, layout=evolve(self.title.layout, after=after))
            self.position = line.end
        return self

    def add_field(self, line: Token) -> TreeBuilder:
        """Add a field with its workloads."""
        if self.open:
            self._prose(line.start)
        else:
            self._open(line)
        self.body.append(self._field(line))
        self.position = line.children[-1].end if line.children else line.end
        return self

    def add_workload(self, line: Token) -> TreeBuilder:
        """Add a workload outside every field."""
        self._prose(line.start)
        self.body.append(self._workload(line))
        self.position = line.end
        return self

    def finish(self) -> Document:
        """End the text."""
        self.close_summary()
        self._prose(len(self.text))
        return Document._from_parser(tuple(self.blocks), self.template.playbook, self.text)

    def _open(self, line: Token) -> None:
        self.opened = self.position, self.position < line.start
        self._prose(line.start)
        self.open = True

    # ---- nodes; made without the checks of their constructors, which a property shows to pass

    def _prose(self, end: int) -> None:
        if self.position < end:
            prose = _new(Prose)
            prose.__attrs_init__(self.text[self.position : end])
            (self.body if self.open else self.blocks).append(prose)

    def _title(self, line: Token) -> Title:
        before, lead, joint, text, between, remark, after = line.parts
        layout = self.layouts.get((before, between, after, joint))
        if layout is None:
            layout = self.layouts[before, between, after, joint] = TitleLayout(before, between, after, joint)
        title = _new(Title)
        title.__attrs_init__(text, remark, lead, layout)
        return title

    def _field(self, line: Token) -> Field:
        key, label, before, typed, value, after = line.parts
        label, typed = _trimmed(label, typed)
        breaks: tuple[str, ...] = ()
        if line.own_end is not None:
            lead, value, breaks, after = self._join_lines(line.own_end, line.end, value, after)
            typed += lead
        colon, dangling = (typed, None) if value else (None, None if typed == ":" else typed)
        label_breaks: tuple[str, ...] = ()
        if "\n" in label or "\r" in label:
            label_breaks = tuple(_LABEL_BREAK.findall(label))
            label = _LABEL_BREAK.sub("\n", label)
        if line.is_joined:
            before = None
        layout = self.layouts.get((before, label_breaks, colon, breaks, after, dangling))
        if layout is None:
            layout = FieldLayout(before, colon, breaks, after, dangling, label_breaks)
            self.layouts[before, label_breaks, colon, breaks, after, dangling] = layout
        field = _new(Field)
        field.__attrs_init__(key, label, value, tuple(map(self._workload, line.children)), layout)
        return field

    def _workload(self, line: Token) -> Workload:
        before, opening, tag, close, name, typed, update, after = line.parts
        tag, close = _trimmed(tag, close)
        name, typed = _trimmed(name, typed)
        breaks: tuple[str, ...] = ()
        if line.own_end is not None:
            lead, update, breaks, after = self._join_lines(line.own_end, line.end, update, after)
            typed = (typed or "") + lead
        separator, dangling = (typed, "") if update else (None, typed or "")
        joint = None
        if not tag and name and name[-1] in "])":
            name, joint, opening, tag, close = parted_name(self.template.vocabulary, name)
        if not before and line.start and self.text[line.start - 1] not in "\r\n":
            before = None  # on the line of the node above
        layout = self.layouts.get((before, opening, close, separator, breaks, after, dangling, joint))
        if layout is None:
            layout = WorkloadLayout(before, opening, close, separator, breaks, after, dangling, joint)
            self.layouts[before, opening, close, separator, breaks, after, dangling, joint] = layout
        workload = _new(Workload)
        workload.__attrs_init__(tag, name, update, layout)
        return workload

    def _join_lines(self, own_end: int, end: int, first: str, after: str) -> tuple[str, str, tuple[str, ...], str]:
        """Read a text of several lines: return the text before its first line, the lines, their breaks, and the text after.

        The first line, with ``first`` and ``after`` as its end, ends at ``own_end``; the last line ends at ``end``.
        """
        # what closes bold or a heading after a label alone on its line is not part of the value below, nor are marks of HTML
        # and empty cells
        closed = 0
        if "<" in after:
            closed = after.find(">", after.rindex("<")) + 1
        elif "|" in after:
            closed = after.rindex("|") + 1
        if not first:
            closed = len(after) - len(after[closed:].lstrip(WHITESPACE + "*_#="))
        texts = _LINE_ENDS.split(self.text[own_end - len(after) + closed : end])
        texts[0] = first + texts[0]
        lines: list[str] = []
        breaks: list[str] = []
        between = "" if first else after[:closed]
        for number in range(0, len(texts), 2):
            text = texts[number]
            inner = text.lstrip(MARGIN) if number else text
            line = inner.rstrip(WHITESPACE)
            breaks.append(between + text[: len(text) - len(inner)])
            lines.append(line)
            between = inner[len(line) :] + (texts[number + 1] if number + 1 < len(texts) else "")
            if not number and first:
                between = after[:closed] + between
        breaks.append(between)
        # breaks[i] precedes lines[i], and the last break follows the last line; a line that extends another is not empty
        start, end = 0, len(lines)
        while not lines[start]:
            start += 1
        while not lines[end - 1]:
            end -= 1
        lead, trail = "".join(breaks[: start + 1]), "".join(breaks[end:])
        return lead, "\n".join(lines[start:end]), tuple(breaks[start + 1 : end]), trail


def _trimmed(content: str, after: str) -> tuple[str, str]:
    """Move the spaces at the end of a content to the text after it."""
    stem = content.rstrip(WHITESPACE)
    return (content, after) if len(stem) == len(content) else (stem, content[len(stem) :] + (after or ""))
