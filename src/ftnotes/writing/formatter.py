"""The formatter: writes the summaries of a document in a style and a language, and leaves all other text unchanged.

The start of a line, up to the writer's own words, is read back once for each style and language, and is then certain for any
text after it. Every other line is read back when it is written, and a node with a line that would be read differently keeps the
layout in which it was typed. What such a line becomes depends on its neighbours too: the formatter records what it wrote, and
whether that is certain, and `format_in_context` reads back what is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from operator import itemgetter
from typing import Final

from attrs import evolve

from ..playbook.choice_reading import choice_in
from ..playbook.playbook import Playbook
from ..playbook.vocabulary import Vocabulary
from ..playbook.wording import template_of
from ..syntax.document import Document
from ..syntax.layout import Fragments, line_end
from ..syntax.nodes import Child, ExecSummary, Field, Prose, Title, Workload, children_of
from ..syntax.parser import tokenize_line
from ..text.source import LINE_END, MARGIN, WHITESPACE
from .content import SUMMARY, Content, field_content, lines_of, summary_content, title_content, workload_content
from .heads import Head, Heads, heads_in
from .styles import Style, indented

_BOM: Final = "\ufeff"
#: The openings of a code fence.
_FENCES: Final = ("`" * 3, "~" * 3)
#: Heads up to this length are cached.
_LONGEST: Final = 200
#: The separators of title and remark, in the order in which they are tried. A name after a title needs a dash.
_BETWEEN: Final = (" ", " - ")
#: The ends of a line without update: a dash keeps an unknown name after a known tag from being read as the update.
_DANGLING: Final = ("", " -")


class Caution(IntEnum):
    """How much of a summary stays as typed, because it would be read differently."""

    #: Lines that would be read differently by themselves.
    NONE = 0
    #: Lines that depend on their neighbours, and the order of the fields.
    LINES = 1
    #: All of it.
    ALL = 2


class Formatter:
    """Formats a document, as parsed from its text with this playbook; without a language, in that of each summary.

    ``caution``: how much to leave as typed, by the number of the block.
    """

    def __init__(
        self, document: Document, playbook: Playbook, language: str | None, style: Style, caution: Mapping[int, Caution]
    ) -> None:
        self.text = document.text
        self.playbook = playbook
        self.template = template_of(playbook)
        self.labels = playbook.vocabulary.labels
        self.language = language
        self.style = style
        self.blocks = document.blocks
        self.caution = caution
        self.newline = line_end([self.text])
        self.fragments: Fragments = []
        #: What is written for each block, and for the open one.
        self.contents: list[Content] = []
        self.content: Content = []
        #: Whether it will be read so whatever precedes and follows each line.
        self.is_certain = len(document.blocks) == 1
        #: Whether uncertain lines and the order of the fields stay as typed.
        self.is_cautious = False
        #: Whether a blank line is due before the next node.
        self.blank_due = False

    def write(self) -> str:
        """Return the formatted text."""
        stray = False  # whether the summary above ends with prose that was inside it
        above: ExecSummary | Prose | None = None
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
                caution = self.caution.get(number, Caution.NONE)
                if caution is Caution.ALL:
                    self._keep(block)
                    stray = False
                else:
                    self.is_cautious = caution is Caution.LINES
                    stray = self._summary(block)
                    self.blank_due = not stray
            above = block
        text = "".join(self.fragments)
        if self.blocks and isinstance(self.blocks[0], ExecSummary) and self.text[0] == _BOM:
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

    def _prose(self, prose: Prose, above: ExecSummary | Field | Workload | Prose | None = None) -> None:
        """Write prose; ``above``: the node above it as it was typed."""
        if self.blank_due and prose.text.lstrip(MARGIN).startswith(_FENCES):
            # the closing fence around a pasted note gets no blank line above it unless it had one
            self.blank_due = len(LINE_END.findall(_after(above))) != 1
        self._write_blank()
        self.fragments.append(prose.text)
        self.content += lines_of(prose)

    def _keep(self, summary: ExecSummary) -> None:
        """Write a summary as it was typed."""
        self.is_certain = False
        summary.write(self.fragments)
        self.content += summary_content(summary)

    def _summary(self, summary: ExecSummary) -> bool:
        """Write a summary, and return whether it ends with prose, which then follows it."""
        heads = heads_in(self.playbook, self.language or self._language(summary), self.style)
        self.content.append(SUMMARY)
        if summary.title:
            self._title(summary.title, heads)
        body = summary.body if self.is_cautious else self._ordered(summary, heads)
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
            elif isinstance(item, Workload):
                self._write_blank()
                self._workload(item, heads)
            else:
                self.is_certain = False
                self.blank_due = True
                self._prose(item, above)
            above = item
        return bool(body) and isinstance(body[-1], Prose)

    def _language(self, summary: ExecSummary) -> str:
        """Return `ExecSummary.language`, faster if all labels are of one language."""
        vocabulary = self.playbook.vocabulary
        by_label = {_languages(vocabulary, item.label) for item in summary.body if isinstance(item, Field) and item.key}
        if len(by_label) == 1:
            (languages,) = by_label
            if len(languages) == 1:
                return languages[0]
        return summary.language or self.playbook.default_language

    def _ordered(self, summary: ExecSummary, heads: Heads) -> tuple[Field | Workload | Prose, ...]:
        """Return the body of a summary in the order of the template; everything else stays below the known field above it."""
        body, order = summary.body, heads.wording.template.order
        groups: list[tuple[int, list[Field | Workload | Prose]]] = [(-1, [])]
        last, sorted_already = -1, True
        for item in body:
            place = order.get(item.key, -1) if isinstance(item, Field) and item.key else -1
            if place >= 0:
                sorted_already = sorted_already and place >= last
                last = place
                groups.append((place, [item]))
            else:
                groups[-1][1].append(item)
        if sorted_already:
            return body
        moved = tuple(item for _, group in sorted(groups, key=itemgetter(0)) for item in group)
        first = moved[0]
        if summary.title is None and not (isinstance(first, Field) and first.key in heads.fields):
            return body  # an unknown label can't open a summary
        return moved

    # ---- the nodes

    def _title(self, title: Title, heads: Heads) -> None:
        remark = title.remark
        tried = (heads.title + between + remark for between in _BETWEEN) if remark else (heads.title,)
        plain = heads.has_plain_title and not remark
        written = None if title.lead else next((line for line in tried if plain or heads.reads_title(line, remark)), None)
        self.is_certain = self.is_certain and written is not None
        self.content.append(title_content(title.lead, title.text if written is None else heads.wording.title, remark))
        self.fragments += (_typed(title) if written is None else written, self.newline)
        # a fence right below a title is part of its layout, but encloses more than the title
        fence = "".join(LINE_END.split(_after(title), maxsplit=1)[1:]).strip(MARGIN + "\r\n")
        if fence.startswith(_FENCES):
            self.is_certain = False
            self.fragments += (fence, self.newline)
        self.blank_due = self.style.blank_below_title

    def _field(self, field: Field, heads: Heads) -> None:
        key, value = field.key or "", field.value
        if key in heads.wording.choices:
            value = heads.wording.with_choice(key, value)
        head, label = heads.fields.get(key, ("", ""))
        if not head or (field.label not in self.labels and self._keeps_label(field)):
            head, label = f"{self.style.field}{field.label}:", field.label
            self.is_certain = False
            if self.is_cautious or not self._reads_field(field, head):
                self.content.append(field_content(field.key, field.label, field.value))
                self.fragments += (_typed(field), self.newline)
                return
        self.content.append(field_content(field.key, label, value))
        if not value:
            self.fragments += (head, self.newline)
            return
        if key == heads.wording.template.listing:
            self.is_certain = False  # it can be read as workloads
        if "\n" in value:
            self.is_certain = False
            value = indented(value, field.layout.breaks, self.style.field_indent, self.newline)
        self.fragments += (head, " ", value, self.newline)

    def _keeps_label(self, field: Field) -> bool:
        """Return whether a field has an everyday or short label, and its value is not a choice: it may be another field."""
        key, label = field.key or "", field.label
        if not field.value or not self.template.fields[key].choices or choice_in(self.playbook, key, field.value):
            return False
        known = self.playbook.vocabulary.label(label)
        return known.short if known else self.playbook.everyday.slip(label) is None

    def _reads_field(self, field: Field, head: str) -> bool:
        """Return whether a field whose label is not one of this language's is read as itself."""
        first = field.value.partition("\n")[0]
        line = tokenize_line(f"{head} {first}".rstrip(WHITESPACE), self.playbook)
        return line.type in ("FIELD", "WEAK", "OWN") and (line.parts[0], line.parts[1], line.parts[4]) == (
            field.key,
            field.label,
            first,
        )

    def _workload(self, workload: Workload, heads: Heads, field: Field | None = None) -> None:
        tag, name, update = workload.tag, workload.name, workload.update
        read = heads.workload if len(tag) + len(name) <= _LONGEST else heads.read_workload
        head = read(tag, name, bool(update))
        written = head.text if head.certain else self._checked(head, workload, heads)
        if written is None:
            self.content.append(workload_content(tag, name, update, field is not None))
            self.fragments += (_typed(workload), self.newline)
            return
        self.content.append(workload_content(head.tag, head.name, update, field is not None))
        if not update:
            self.fragments += (written, self.newline)
            return
        if "\n" in update:
            self.is_certain = False
            update = indented(update, workload.layout.breaks, self.style.workload_indent, self.newline)
        self.fragments += (written, " - ", update, self.newline)

    def _checked(self, head: Head, workload: Workload, heads: Heads) -> str | None:
        """Return the line of a workload up to its update, or None if it would be read differently."""
        if not head.tag:
            self.is_certain = False
            dangling = " -" if workload.layout.dangling.strip(WHITESPACE) and not workload.update else ""
            return None if self.is_cautious else head.text + dangling
        first = workload.update.partition("\n")[0]
        for separator in (" - ",) if first else _DANGLING:
            kind = heads.kind_of_workload(head.text, separator, head.tag, head.name, first)
            self.is_certain = self.is_certain and kind == "ITEM"
            if kind and not (self.is_cautious and kind == "TAG"):
                return head.text if first else head.text + separator
        return None


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


@lru_cache(maxsize=1024)
def _languages(vocabulary: Vocabulary, label: str) -> tuple[str, ...]:
    known = vocabulary.label(label)
    return known.languages if known else ()
