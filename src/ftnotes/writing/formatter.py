"""The formatter: writes the summaries of a document in a style and a language, and leaves all other text unchanged.

The start of a line, up to the writer's own words, is read back once for each style and language, and is then certain for any
text after it. Every other line is read back when it is written, and a node with a line that would be read differently keeps the
layout in which it was typed. What such a line becomes depends on its neighbours too: the formatter records what it wrote, and
whether that is certain, and `format_in_context` reads back what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from ..playbook.playbook import Playbook
from ..playbook.template_words import first_template, template_words
from ..syntax.document import Document
from ..syntax.layout import Fragments, line_end
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Child, Note, children_of
from ..syntax.parser import is_bulleted
from ..text.source import LINE_END, MARGIN, WHITESPACE, depth
from .content import (
    SUMMARY,
    Content,
    bullet_depth,
    field_content,
    field_shape,
    lines_of,
    summary_content,
    title_content,
    workload_content,
    workload_shape,
)
from .decoration import head_of, is_heading, own_marks, restyled
from .field_heads import field_head, is_read_as_field
from .field_order import ordered
from .heads import Head, Heads, heads_in, language_of
from .nesting import has_siblings, indented
from .reasons import MISREAD, Caution, reason_to_keep
from .styles import Style

_BOM: Final = "\ufeff"
#: The openings of a code fence.
_FENCES: Final = ("`" * 3, "~" * 3)
#: Heads up to this length are cached.
_LONGEST: Final = 200
#: The separators of title and remark, in the order in which they are tried. A name after a title needs a dash.
_BETWEEN: Final = (" ", " - ")
#: The ends of a line without update: a dash keeps an unknown name after a known tag from being read as the update.
_DANGLING: Final = ("", " -")


class Formatter:
    """Formats a document, as parsed from its text with this playbook; without a language, in that of each summary.

    ``converts``: whether tags and names of other editions become those of this one. ``caution``: how much to leave as typed, by
    the number of the block.
    """

    def __init__(
        self,
        document: Document,
        playbook: Playbook,
        language: str | None,
        style: Style,
        converts: bool,
        caution: Mapping[int, Caution],
    ) -> None:
        self.text = document.text
        self.playbook = playbook
        #: The template of the open block, at first that of a document without notes.
        self.template = first_template(playbook)
        self.language = language
        #: The style, and as it is for the template.
        self.given_style = self.style = style
        self.converts = converts
        self.blocks = document.blocks
        self.caution = caution
        self.newline = line_end([self.text])
        self.fragments: Fragments = []
        #: What is written for each block, and for the open one.
        self.contents: list[Content] = []
        self.content: Content = []
        #: Whether it will be read so whatever precedes and follows each line.
        self.is_certain = len(document.blocks) == 1 and not any(note.template != self.template.key for note in document.notes)
        #: Whether uncertain lines and the order of the fields stay as typed.
        self.is_cautious = False
        #: Why summaries stay as typed, by the number of the block.
        self.kept: dict[int, str] = {}
        #: The nodes of other summaries whose lines stay as typed.
        self.kept_nodes: list[Field | Workload] = []
        #: Whether a line of the open summary can be neither written nor left without a change of its place.
        self.is_broken = False
        #: Whether a blank line is due before the next node.
        self.blank_due = False

    def write(self) -> str:
        """Return the formatted text."""
        stray = False  # whether the summary above ends with prose that was inside it
        above: Note | Prose | None = None
        for number, block in enumerate(self.blocks):
            self.content = []
            self.contents.append(self.content)
            if stray:
                self._separate_prose()
            if isinstance(block, Prose):
                self._prose(block, above)
                self.blank_due = stray = False
            else:
                self._write_blank()
                stray = self._summary_or_keep(number, block)
                self.blank_due = not stray and number not in self.kept
            above = block
        text = "".join(self.fragments)
        if self.blocks and isinstance(self.blocks[0], Note) and self.text[0] == _BOM:
            text = _BOM + text.lstrip(_BOM)
        if self.blank_due and not self.text.endswith(("\n", "\r")):
            text = text.removesuffix(self.newline)
        return text

    def _write_blank(self) -> None:
        if self.blank_due:
            self.fragments.append(self.newline)
            self.blank_due = False

    def _separate_prose(self) -> None:
        """Write a blank line after prose, with the line end of the prose: a CR and an LF would join to one line end."""
        last = self.fragments[-1]
        ends = LINE_END.findall(last[len(last.rstrip(MARGIN + "\r\n")) :])
        if len(ends) < 2:
            self.fragments.append(ends[0])

    def _prose(self, prose: Prose, above: Note | Field | Workload | Prose | None = None) -> None:
        """Write prose; ``above``: the node above it as it was typed."""
        if self.blank_due and prose.text.lstrip(MARGIN).startswith(_FENCES):
            # the closing fence around a pasted note gets no blank line above it unless it had one
            self.blank_due = len(LINE_END.findall(_after(above))) != 1
        self._write_blank()
        self.fragments.append(prose.text)
        self.content += lines_of(prose, bullet_depth(None if isinstance(above, Prose) else above))

    def _summary_or_keep(self, number: int, summary: Note) -> bool:
        """Write a summary, as it was typed if it must stay so, and return whether it ends with prose, which then follows it."""
        self.template = template_words(self.playbook, summary.template)
        caution = self.caution.get(number, Caution.NONE)
        if caution is Caution.ALL:
            self.kept[number] = MISREAD
        else:
            self.is_cautious = caution is Caution.LINES
            if reason := reason_to_keep(summary, self._lines(summary), self.template):
                self.kept[number] = reason
            else:
                start, nodes, self.is_broken = len(self.fragments), len(self.kept_nodes), False
                stray = self._summary(summary)
                if not self.is_broken:
                    return stray
                self.kept[number] = MISREAD
                del self.fragments[start:], self.kept_nodes[nodes:], self.content[:]
        self._keep(summary)
        return False

    def _lines(self, summary: Note) -> str:
        """Return the lines of a summary if quote marks can be among them."""
        if ">" not in self.text:
            return ""
        fragments: Fragments = []
        summary.write(fragments)
        return "".join(fragments)

    def _keep(self, summary: Note) -> None:
        """Write a summary as it was typed."""
        self.is_certain = self.blank_due = False
        summary.write(self.fragments)
        self.content += summary_content(summary)

    def _summary(self, summary: Note) -> bool:
        """Write a summary, and return whether it ends with prose, which then follows it."""
        self.style = self.given_style.of(self.template.spec.typed)
        language = self.language if self.language in self.template.local else None
        heads = heads_in(self.template, language or language_of(summary, self.template), self.style, self.converts)
        self.content.append(SUMMARY)
        if summary.title:
            self._title(summary.title, heads)
        body = summary.body if self.is_cautious else ordered(summary, heads)
        above: Field | Workload | Prose | None = None
        for item in body:
            if isinstance(item, Field):
                self._write_blank()
                self._field(item, heads)
                if item.workloads:
                    self.blank_due = self.style.blank_around_list
                    self._write_blank()
                    for workload in item.workloads:
                        self._workload(workload, heads, item)
                    self.blank_due = self.style.blank_around_list
            elif isinstance(item, Workload) and above is None and summary.title is None:
                self.fragments += (_typed(item), self.newline)  # what the note is about
                self.content.append(workload_content(item.tag, item.name, item.update, (), False))
            elif isinstance(item, Workload):
                self._write_blank()
                self._workload(item, heads)
            else:
                self.is_certain = False
                self.blank_due = True
                self._prose(item, above)
            above = item
        return bool(body) and isinstance(body[-1], Prose)

    # ---- the nodes

    def _title(self, title: Title, heads: Heads) -> None:
        remark, own = title.remark, own_marks(title.layout)
        tried = (heads.title + between + remark for between in _BETWEEN) if remark else (heads.title,)
        plain = heads.has_plain_title and not remark
        written = None
        if not title.lead and not own:
            written = next((line for line in tried if plain or heads.reads_title(line, remark)), None)
        # a heading stays one
        respelled = heads.wording.title if written or (own and is_heading(title)) else title.text
        self.is_broken = written is None and head_of(title.layout.before).bullet.strip(WHITESPACE) != ""
        if written is None:
            written = _typed(evolve(title, text=respelled))
            self.is_certain = self.is_certain and not title.lead and heads.reads_title(written, remark)
        self.content.append(title_content(title.lead, respelled, remark))
        self.fragments += (written, self.newline)
        # a fence right below a title is part of its layout, but encloses more than the title
        below = "".join(LINE_END.split(_after(title), maxsplit=1)[1:]).strip(MARGIN + "\r\n")
        if below.startswith(_FENCES) or (own and below):
            self.is_certain = False
            self.fragments += (below, self.newline)
        self.blank_due = self.style.blank_below_title

    def _field(self, field: Field, heads: Heads) -> None:
        key, value, own = field.key or "", field.value, own_marks(field.layout)
        if own and not value and not own_marks(evolve(field.layout, after="")):
            own = ""  # marks only after a label without a value are not written
        if key in heads.wording.choices:
            value = (heads.with_choice if len(value) <= _LONGEST else heads.wording.with_choice)(key, value)
        # the words of a choice on several lines are written on one
        shape = field_shape(field) if value.count("\n") == field.value.count("\n") else ()
        first = "" if shape and shape[0] else value.partition("\n")[0]
        head, label, certain = field_head(field, heads, self.style, own)
        if not certain:
            self.is_certain = False
            if self.is_cautious or not is_read_as_field(head, field.key, label, first, self.template):
                self._keep_line(field, self.style.field)
                self.content.append(field_content(field.key, field.label, field.value, shape))
                return
        if shape and has_siblings(field.value, field.layout.before or "", field.layout.colon, field.layout.breaks):
            self.is_broken = True
        self.content.append(field_content(field.key, label, value, shape))
        if not value:
            self.fragments += (head, self.newline)
            return
        if key == heads.wording.template.listing:
            self.is_certain = False  # it can be read as workloads
        if shape:
            self.is_certain = False
            value = indented(value, shape, self.style.field_indent, self.newline)
        tail = LINE_END.split(field.layout.after or "", maxsplit=1)[0].strip(WHITESPACE) if own else ""
        self.fragments += (head, "" if shape and shape[0] else " ", value, tail, self.newline)

    def _workload(self, workload: Workload, heads: Heads, field: Field | None = None) -> None:
        tag, name, update = workload.tag, workload.name, workload.update
        read = heads.workload if len(tag) + len(name) <= _LONGEST else heads.read_workload
        is_cut = tag and update and not name and self.template.is_cut_name(self.playbook.vocabulary.workload_key(tag), update)
        head = Head(tag, "", f"{self.style.workload}[{tag}]", False) if is_cut else read(tag, name, bool(update))
        own, shape = own_marks(workload.layout), workload_shape(workload)
        # a list below the name has no separator before it
        first = "" if shape and shape[0] else update.partition("\n")[0]
        written: str | None
        if own:
            head, written = self._marked(head, workload, own, heads, first)
        elif head.certain:
            written = f"{head.text} - " if first else head.text
        else:
            written = self._checked(head, workload, heads, first)
        if written is None:
            self.is_certain = False
            self._keep_line(workload, self.style.workload)
            self.content.append(workload_content(tag, name, update, shape, field is not None))
            return
        self.content.append(workload_content(head.tag, head.name, update, shape, field is not None))
        if shape:
            self.is_certain = False
            layout = workload.layout
            self.is_broken = self.is_broken or has_siblings(update, layout.before or "", layout.separator, layout.breaks)
            update = indented(update, shape, self.style.workload_indent, self.newline)
        tail = LINE_END.split(workload.layout.after or "", maxsplit=1)[0].strip(WHITESPACE) if own else ""
        self.fragments += (written, update, tail, self.newline)

    def _marked(self, head: Head, workload: Workload, own: str, heads: Heads, first: str) -> tuple[Head, str | None]:
        """Return tag and name, and the line up to the update, with the marks that its writer put around them.

        The line is None if it would be read differently.
        """
        self.is_certain = False
        bullet, layout = self.style.workload, workload.layout
        before, tag, name = layout.before or "", workload.tag, workload.name
        state = head_of(before).state
        if own == state and head.tag:
            text = f"{bullet}{state} {head.text[len(bullet) :]}"
            separator = " - " if first else ""
        else:
            head = Head(tag, name, "", False)
            text = restyled(before, bullet) + layout.head(tag, name)
            separator = LINE_END.split(layout.separator or layout.dangling, maxsplit=1)[0]
        if self.is_cautious or not heads.kind_of_workload(text, separator, head.tag, head.name, first):
            return head, None
        return head, text + (separator if first else separator.rstrip(WHITESPACE))

    def _checked(self, head: Head, workload: Workload, heads: Heads, first: str) -> str | None:
        """Return the line of a workload up to its update, or None if it would be read differently."""
        if not head.tag:
            self.is_certain = False
            dangling = " -" if workload.layout.dangling.strip(WHITESPACE) and not workload.update else ""
            return None if self.is_cautious else f"{head.text} - " if first else head.text + dangling
        for separator in (" - ",) if first else _DANGLING:
            kind = heads.kind_of_workload(head.text, separator, head.tag, head.name, first)
            self.is_certain = self.is_certain and kind == "ITEM"
            if kind and not (self.is_cautious and kind == "TAG"):
                return head.text + separator
        return None

    def _keep_line(self, node: Field | Workload, bullet: str) -> None:
        """Write the lines of a node as typed; the summary is broken if they would then be at another level than their list."""
        before = node.layout.before
        beside = before is not None and is_bulleted(before) == is_bulleted(bullet) and abs(depth(before) - depth(bullet)) < 2
        self.is_broken = self.is_broken or not beside
        self.fragments += (_typed(node), self.newline)
        self.kept_nodes.append(node)


def _typed(node: Title | Field | Workload) -> str:
    """Return the lines of a node as typed, without its children and the blank lines after it."""
    fragments: Fragments = []
    (evolve(node, workloads=()) if isinstance(node, Field) else node).write(fragments)
    after = fragments.pop()
    return "".join(fragments) + LINE_END.split(after, maxsplit=1)[0]


def _after(node: Child | None) -> str:
    """Return the text after the last line of a node as it was typed."""
    while children := children_of(node):
        node = children[-1]
    return node.layout.after or "" if isinstance(node, (Title, Field, Workload)) else ""
