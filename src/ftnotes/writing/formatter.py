"""Writes the summaries of a text in a style and a language, and leaves all else as it stands.

Words of the playbook behind the marks of a style are read back once, and are certain from then on, whatever the writer's words
behind them are; every other line is read back as it is written, and a node of which a line would be read otherwise keeps the
layout in which it was typed. So writing takes no second parse of the note, and grows with its length.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter
from typing import Final, NamedTuple

from ..playbook.playbook import Playbook
from ..playbook.vocabulary import Vocabulary
from ..playbook.wording import Wording, wording_in
from ..syntax.layout import Fragments
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..syntax.parser import parse, tokenize_line
from ..text.source import BLANKS, LINE_END, MARGIN
from .styles import Style, hanging

_BOM: Final = "\ufeff"
#: What a code fence starts with.
_FENCES: Final = ("`" * 3, "~" * 3)
#: Heads of lines up to this length are remembered.
_LONGEST: Final = 200
#: Between title and remark, and between name and update, as it is tried in turn. A name behind a title needs a dash.
_BETWEEN: Final = (" ", " - ")
#: Without an update, a dash that is left over tells a name of one's own from an update behind a known tag.
_DANGLING: Final = ("", " -")


class _Head(NamedTuple):
    """How the line of a workload starts, up to its name, and what is read from it."""

    tag: str
    name: str
    text: str
    #: Whether it is read so, whatever the update.
    certain: bool


class _Heads:
    """How lines start in a language and a style, read back once; `_heads` makes and keeps them."""

    def __init__(self, words: Wording, style: Style) -> None:
        self.words = words
        self.style = style
        self.playbook = words.playbook
        self.title = f"**{words.title}**"
        #: Whether the title by itself is read as one.
        self.has_plain_title = self.reads_title(self.title, "")
        #: For each field, its line up to the value.
        self.fields = {
            key: head for key, label in words.labels.items() if self._reads_field(head := f"{style.field}{label}:", key)
        }
        self.workload = lru_cache(maxsize=1024)(self.read_workload)

    def reads_title(self, line: str, remark: str) -> bool:
        """Whether a line is read as the title with this remark."""
        read = tokenize_line(line, self.playbook)
        return read.type == "TITLE" and (read.parts[1], read.parts[3]) == (self.words.title, remark)

    def _reads_field(self, head: str, key: str) -> bool:
        for value in ("", "x"):
            line = tokenize_line(f"{head} {value}".rstrip(), self.playbook)
            if line.type not in ("LABEL", "WORKLOADS_LABEL") or (line.parts[0], line.parts[4]) != (key, value):
                return False
        return True

    def read_workload(self, tag: str, name: str, said: bool) -> _Head:
        """The head of a workload that was typed with this tag and name; ``said``: whether an update follows."""
        tag, name = self.words.workload(tag, name, said)
        text = f"{self.style.workload}[{tag}]{self.style.gap}{name}" if name else f"{self.style.workload}[{tag}]"
        # behind a name with which no longer one starts, no update is taken for a part of it
        plain = name in self.words.vocabulary.spellings and all(
            self.reads_workload(text, separator, tag, name, update) for separator, update in (("", ""), (" - ", "x"))
        )
        return _Head(tag, name, text, plain)

    def reads_workload(self, head: str, separator: str, tag: str, name: str, update: str) -> bool:
        """Whether a line is read as the workload that it is meant to be."""
        line = tokenize_line(head + separator + update, self.playbook)
        return line.type == "TAG" and (line.parts[2], line.parts[4], line.parts[6]) == (tag, name, update)


@lru_cache(maxsize=64)
def _heads(playbook: Playbook, language: str, style: Style) -> _Heads:
    return _Heads(wording_in(playbook, language), style)


class Writer:
    """Writes one text.

    Args:
        text: any text at all.
        playbook: with whose words it is read and written.
        language: the code of the language to write in; None for that of each summary.
        style: the layout.
    """

    def __init__(self, text: str, playbook: Playbook, language: str | None, style: Style) -> None:
        self.text = text
        self.playbook = playbook
        self.language = language
        self.style = style
        self.blocks = parse(text, playbook).blocks
        found = LINE_END.search(text)
        self.newline = found.group() if found else "\n"
        self.fragments: Fragments = []
        #: Whether a blank line has to stand before what is written next.
        self.apart = False

    def write(self) -> str:
        """The whole text."""
        blocks = self.blocks
        stray = False  # whether prose that stood inside a summary has come to stand behind it
        above: ExecSummary | Prose | None = None
        for block, below in zip_longest(blocks, blocks[1:]):
            if stray:
                self._part()
            if isinstance(block, Prose):
                self._prose(block, above)
                stray = False
            else:
                self._put_apart()
                stray = self._summary(block, below)
            self.apart = not isinstance(block, Prose) and not stray
            above = block
        text = "".join(self.fragments)
        if blocks and isinstance(blocks[0], ExecSummary) and self.text[0] == _BOM:
            text = _BOM + text.lstrip(_BOM)
        if self.apart and not self.text.endswith(("\n", "\r")):
            text = text.removesuffix(self.newline)
        return text

    def _put_apart(self) -> None:
        if self.apart:
            self.fragments.append(self.newline)
            self.apart = False

    def _part(self) -> None:
        """A blank line behind prose, with the line end that it has: a CR and an LF would make one line end of two."""
        last = self.fragments[-1]
        ends = LINE_END.findall(last[len(last.rstrip(MARGIN + "\r\n")) :])
        if len(ends) < 2:
            self.fragments.append(ends[0])

    def _prose(self, prose: Prose, above: ExecSummary | Field | Workload | Prose | None = None) -> None:
        """Write prose; ``above``: what stood above it when it was typed."""
        if self.apart and prose.text.lstrip(MARGIN).startswith(_FENCES):
            # a note that was pasted into a fence: no blank line before the end of that, where none was
            self.apart = len(LINE_END.findall(_after(above))) != 1
        self._put_apart()
        self.fragments.append(prose.text)

    def _summary(self, summary: ExecSummary, below: Prose | ExecSummary | None) -> bool:
        """Write a summary; whether it ends with prose, which then stands behind it."""
        heads = _heads(self.playbook, self.language or self._language(summary), self.style)
        if summary.title:
            self._title(summary.title, heads)
        body = self._ordered(summary, heads, below)
        above: Field | Workload | Prose | None = None
        for item in body:
            if isinstance(item, Field):
                self._put_apart()
                self._field(item, heads)
                if item.workloads:
                    self.apart = self.style.apart_list
                    self._put_apart()
                    for workload in item.workloads:
                        self._workload(workload, heads)
                    self.apart = self.style.apart_list
            elif isinstance(item, Workload):
                self._put_apart()
                self._workload(item, heads)
            else:
                self.apart = True
                self._prose(item, above)
            above = item
        return bool(body) and isinstance(body[-1], Prose)

    def _language(self, summary: ExecSummary) -> str:
        """The language of a summary, as `ExecSummary.language` has it: where all labels are of one, without a count."""
        words = self.playbook.vocabulary
        found = {_languages(words, item.label) for item in summary.body if isinstance(item, Field) and item.key}
        if len(found) == 1:
            (languages,) = found
            if len(languages) == 1:
                return languages[0]
        return summary.language or self.playbook.default_language

    def _ordered(
        self, summary: ExecSummary, heads: _Heads, below: Prose | ExecSummary | None
    ) -> tuple[Field | Workload | Prose, ...]:
        """What stands in a summary, in the order of the template.

        What is no known field goes with the known field above it, so that each line follows the one that it did. Where the
        text would then be read otherwise, nothing is moved.
        """
        body, order = summary.body, heads.words.field_order
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
            return body  # a label of the writer's own may not open a summary
        if isinstance(end, Field) and end.key == heads.words.listing and isinstance(below, Prose):
            # below the list of workloads, a name alone on its line is one more
            line = LINE_END.split(below.text, maxsplit=1)[0]
            if line and "NAME" in tokenize_line(line, self.playbook).type:
                return body
        return moved

    # ---- the nodes

    def _title(self, title: Title, heads: _Heads) -> None:
        remark = title.remark
        tried = (heads.title + between + remark for between in _BETWEEN) if remark else (heads.title,)
        plain = heads.has_plain_title and not remark
        written = next((line for line in tried if plain or heads.reads_title(line, remark)), None) or _typed(title)
        self.fragments += (written, self.newline)
        # a fence that opens or closes right below a title is part of its layout, and of more than that
        fence = "".join(LINE_END.split(_after(title), maxsplit=1)[1:]).strip(MARGIN + "\r\n")
        if fence.startswith(_FENCES):
            self.fragments += (fence, self.newline)
        self.apart = self.style.apart_title

    def _field(self, field: Field, heads: _Heads) -> None:
        key, value = field.key or "", field.value
        if key in heads.words.choices:
            value = heads.words.choice(key, value)
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
            hang = self.style.field_hang
            value = hanging(value.split("\n"), field.layout.breaks, hang, self.newline, self.playbook)
        self.fragments += (head, " ", value, self.newline)

    def _reads_field(self, field: Field, head: str) -> bool:
        """Whether a field with a label that is none of this language's is read as what it is."""
        first = field.value.partition("\n")[0]
        line = tokenize_line(f"{head} {first}".rstrip(BLANKS), self.playbook)
        return "LABEL" in line.type and (line.parts[0], line.parts[1], line.parts[4]) == (field.key, field.label, first)

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
            hang = self.style.workload_hang
            update = hanging(update.split("\n"), workload.layout.breaks, hang, self.newline, self.playbook)
        self.fragments += (written, " - ", update, self.newline)


def _typed(node: Title | Field | Workload) -> str:
    """The line or lines of a node by itself as typed, without the blank lines behind it."""
    fragments: Fragments = []
    if isinstance(node, Title):
        node.layout.write(fragments, node.text, node.remark)
    elif isinstance(node, Field):
        node.layout.write(fragments, node.label, node.value, False)
    else:
        node.layout.write(fragments, node.tag, node.name, node.update)
    after = fragments.pop()
    return "".join(fragments) + LINE_END.split(after, maxsplit=1)[0]


def _after(node: ExecSummary | Title | Field | Workload | Prose | None) -> str:
    """What stood behind the last line of a node."""
    while isinstance(node, ExecSummary):
        node = node.body[-1] if node.body else node.title
    if isinstance(node, Field) and node.workloads:
        node = node.workloads[-1]
    return node.layout.after or "" if isinstance(node, (Title, Field, Workload)) else ""


@lru_cache(maxsize=1024)
def _languages(words: Vocabulary, label: str) -> tuple[str, ...]:
    found = words.label(label)
    return found.languages if found else ()
