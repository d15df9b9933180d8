"""The formatter: writes the summaries of a document in a style and a language, and leaves all other text unchanged.

The start of a line, up to the writer's own words, is read back once for each style and language, and is then certain for any
text after it. Every other line is read back when it is written, and a node with a line that would be read differently keeps the
layout in which it was typed. So formatting needs no second parse of the note and stays linear in its length.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter
from typing import Final, NamedTuple

from attrs import evolve

from ..playbook.playbook import Playbook
from ..playbook.vocabulary import Vocabulary
from ..playbook.wording import Wording, wording_in
from ..syntax.document import Document
from ..syntax.layout import Fragments, line_end
from ..syntax.nodes import Child, ExecSummary, Field, Prose, Title, Workload, children_of
from ..syntax.parser import tokenize_line
from ..text.source import LINE_END, MARGIN, WHITESPACE
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


class _Head(NamedTuple):
    """The start of a workload's line, up to its name, and the tag and name read from it."""

    tag: str
    name: str
    text: str
    #: Whether it is read so with any update.
    certain: bool


class _Heads:
    """The starts of lines in a language and a style, read back once; `_heads` caches them."""

    def __init__(self, wording: Wording, style: Style) -> None:
        self.wording = wording
        self.style = style
        self.playbook = wording.playbook
        self.title = f"**{wording.title}**"
        #: Whether the title by itself is read as one.
        self.has_plain_title = self.reads_title(self.title, "")
        #: For each field, its line up to the value.
        self.fields = {
            key: head for key, label in wording.labels.items() if self._reads_field(head := f"{style.field}{label}:", key)
        }
        self.workload = lru_cache(maxsize=1024)(self.read_workload)

    def reads_title(self, line: str, remark: str) -> bool:
        """Return whether a line is read as the title with this remark."""
        read = tokenize_line(line, self.playbook)
        return read.type == "TITLE" and (read.parts[1], read.parts[3]) == (self.wording.title, remark)

    def _reads_field(self, head: str, key: str) -> bool:
        for value in ("", "x"):
            line = tokenize_line(f"{head} {value}".rstrip(), self.playbook)
            if line.type != "FIELD" or (line.parts[0], line.parts[4]) != (key, value):
                return False
        return True

    def read_workload(self, tag: str, name: str, updated: bool) -> _Head:
        """Return the head for a typed tag and name; ``updated``: whether an update follows."""
        tag, name = self.wording.workload(tag, name, updated)
        text = f"{self.style.workload}[{tag}]{self.style.gap}{name}" if name else f"{self.style.workload}[{tag}]"
        # if no longer name starts with this one, no update is read as a part of the name
        plain = name in self.wording.vocabulary.spellings and all(
            self.reads_workload(text, separator, tag, name, update) for separator, update in (("", ""), (" - ", "x"))
        )
        return _Head(tag, name, text, plain)

    def reads_workload(self, head: str, separator: str, tag: str, name: str, update: str) -> bool:
        """Return whether a line is read as this tag, name and update."""
        line = tokenize_line(head + separator + update, self.playbook)
        return line.type in ("ITEM", "TAG") and (line.parts[2], line.parts[4], line.parts[6]) == (tag, name, update)


@lru_cache(maxsize=64)
def _heads(playbook: Playbook, language: str, style: Style) -> _Heads:
    return _Heads(wording_in(playbook, language), style)


class Formatter:
    """Formats a document, as parsed from its text with this playbook; without a language, in that of each summary."""

    def __init__(self, document: Document, playbook: Playbook, language: str | None, style: Style) -> None:
        self.text = document.text
        self.playbook = playbook
        self.language = language
        self.style = style
        self.blocks = document.blocks
        self.newline = line_end([self.text])
        self.fragments: Fragments = []
        #: Whether a blank line is due before the next node.
        self.blank_due = False

    def write(self) -> str:
        """Return the formatted text."""
        blocks = self.blocks
        stray = False  # whether the summary above ends with prose that was inside it
        above: ExecSummary | Prose | None = None
        for block, below in zip_longest(blocks, blocks[1:]):
            if stray:
                self._separate_prose()
            if isinstance(block, Prose):
                self._prose(block, above)
                stray = False
            else:
                self._write_blank()
                stray = self._summary(block, below)
            self.blank_due = not isinstance(block, Prose) and not stray
            above = block
        text = "".join(self.fragments)
        if blocks and isinstance(blocks[0], ExecSummary) and self.text[0] == _BOM:
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

    def _summary(self, summary: ExecSummary, below: Prose | ExecSummary | None) -> bool:
        """Write a summary, and return whether it ends with prose, which then follows it."""
        heads = _heads(self.playbook, self.language or self._language(summary), self.style)
        if summary.title:
            self._title(summary.title, heads)
        body = self._ordered(summary, heads, below)
        above: Field | Workload | Prose | None = None
        for item in body:
            if isinstance(item, Field):
                self._write_blank()
                self._field(item, heads)
                if item.workloads:
                    self.blank_due = self.style.blank_around_list
                    self._write_blank()
                    for workload in item.workloads:
                        self._workload(workload, heads)
                    self.blank_due = self.style.blank_around_list
            elif isinstance(item, Workload):
                self._write_blank()
                self._workload(item, heads)
            else:
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

    def _ordered(
        self, summary: ExecSummary, heads: _Heads, below: Prose | ExecSummary | None
    ) -> tuple[Field | Workload | Prose, ...]:
        """Return the body of a summary in the order of the template.

        Everything else stays below the known field above it. If the text would then be read differently, nothing is moved.
        """
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
        first, end = moved[0], moved[-1]
        if summary.title is None and not (isinstance(first, Field) and first.key in heads.fields):
            return body  # an unknown label can't open a summary
        if isinstance(end, Field) and end.key == heads.wording.template.listing and isinstance(below, Prose):
            # below the list of workloads, a line with only a name is another workload
            line = LINE_END.split(below.text, maxsplit=1)[0]
            if line and tokenize_line(line, self.playbook).type == "NAME":
                return body
        return moved

    # ---- the nodes

    def _title(self, title: Title, heads: _Heads) -> None:
        remark = title.remark
        tried = (heads.title + between + remark for between in _BETWEEN) if remark else (heads.title,)
        plain = heads.has_plain_title and not remark
        written = next((line for line in tried if plain or heads.reads_title(line, remark)), None) or _typed(title)
        self.fragments += (written, self.newline)
        # a fence right below a title is part of its layout, but encloses more than the title
        fence = "".join(LINE_END.split(_after(title), maxsplit=1)[1:]).strip(MARGIN + "\r\n")
        if fence.startswith(_FENCES):
            self.fragments += (fence, self.newline)
        self.blank_due = self.style.blank_below_title

    def _field(self, field: Field, heads: _Heads) -> None:
        key, value = field.key or "", field.value
        if key in heads.wording.choices:
            value = heads.wording.with_choice(key, value)
        head = heads.fields.get(key, "")
        if not head:
            head = f"{self.style.field}{field.label}:"
            if not self._reads_field(field, head):
                self.fragments += (_typed(field), self.newline)
                return
        if not value:
            self.fragments += (head, self.newline)
            return
        if "\n" in value:
            value = indented(value, field.layout.breaks, self.style.field_indent, self.newline, self.playbook)
        self.fragments += (head, " ", value, self.newline)

    def _reads_field(self, field: Field, head: str) -> bool:
        """Return whether a field whose label is not one of this language's is read as itself."""
        first = field.value.partition("\n")[0]
        line = tokenize_line(f"{head} {first}".rstrip(WHITESPACE), self.playbook)
        return line.type in ("FIELD", "WEAK", "OWN") and (line.parts[0], line.parts[1], line.parts[4]) == (
            field.key,
            field.label,
            first,
        )

    def _workload(self, workload: Workload, heads: _Heads) -> None:
        tag, name, update = workload.tag, workload.name, workload.update
        read = heads.workload if len(tag) + len(name) <= _LONGEST else heads.read_workload
        head = read(tag, name, bool(update))
        written = head.text
        if not head.certain:
            first = update.partition("\n")[0]
            for separator in (" - ",) if update else _DANGLING:
                if heads.reads_workload(written, separator, head.tag, head.name, first):
                    written += "" if update else separator
                    break
            else:
                self.fragments += (_typed(workload), self.newline)
                return
        if not update:
            self.fragments += (written, self.newline)
            return
        if "\n" in update:
            update = indented(update, workload.layout.breaks, self.style.workload_indent, self.newline, self.playbook)
        self.fragments += (written, " - ", update, self.newline)


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
