"""Notes in the layout of the template, with its words: bullets, brackets, dashes, order, labels, choices, known names.

What is written has to be read as what it is meant to be. Words of the playbook behind the marks of a style are read back once,
and are certain from then on, whatever the writer's words behind them are; every other line is read back as it is written,
and a node of which a line would be read otherwise keeps the layout in which it was typed. So writing takes no second parse
of the note, and grows with its length.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from .document import Document
from .layout import Pieces
from .nodes import ExecSummary, Field, Prose, Title, Workload
from .parser import parse, read_line
from .playbook import Playbook
from .serializer import serialize
from .source import BLANKS, LINE_END, MARGIN
from .styles import STYLES, Style, hanging
from .vocabulary import Vocabulary
from .wording import Wording, choose_language, choose_playbook, one_of, wording

_BOM: Final = "\ufeff"
#: Heads of lines up to this length are remembered.
_LONGEST: Final = 200
#: Between title and remark, and between name and update, as it is tried in turn. A name behind a title needs a dash.
_BETWEEN: Final = (" ", " - ")
#: Without an update, a dash that is left over tells a name of one's own from an update behind a known tag.
_DANGLING: Final = ("", " -")


def format(  # the name says what it does, and is used behind that of the library
    text: str,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    language: str | None = None,
    style: str = "template",
) -> str:
    """The same note in the layout of the template, and in its words.

    Titles, labels, choices and known names are spelled as the edition and the language of the note have them; known fields
    come in the order of the template. Unknown fields and stray text keep their words and stay below the field that they
    stand below. Values and updates keep the writer's lines, and text outside summaries keeps every character.

    Args:
        text: any text at all.
        playbook: with whose words the note is read and written; the default edition where neither this nor ``edition`` is given.
        edition: the same by the id of a published edition.
        language: the language to write in, as ``"de"``; that of each summary where none is given.
        style: ``"template"``, or ``"markdown"`` for what a Markdown renderer shows as a nested list.

    Returns:
        A text that says the same. To format it once more changes nothing.

    Raises:
        TypeError: an argument is of another type. No ``str`` makes it raise.
        ValueError: there is no such edition, language or style; the message lists those that there are.

    Source: "Template for Note Entries" of the Overall Status Notes Guidance.
    """
    if not isinstance(text, str):
        remedy = "decode it first, as in data.decode('utf-8')" if isinstance(text, bytes) else "give the text of a note"
        raise TypeError(f"format() takes a str, not {type(text).__name__}: {remedy}")
    chosen = choose_playbook(playbook, edition)
    if language is not None:
        language = choose_language(chosen, language)
    layout = STYLES[one_of("style", style, STYLES)]
    return _Writer(text, chosen, language, layout).write()


def canonical(
    document: Document, *, playbook: Playbook | None = None, language: str | None = None, style: str = "template"
) -> Document:
    """`format` for a document: another one, as read from the formatted text.

    Args:
        document: what to format.
        playbook: with whose words; with those that the document was read with where none is given.
        language: the language to write in; that of each summary where none is given.
        style: ``"template"`` or ``"markdown"``.

    Raises:
        TypeError: this is no document.
        ValueError: there is no such language or style.
    """
    if not isinstance(document, Document):
        raise TypeError(f"canonical() takes a Document, not {type(document).__name__}: parse() makes one of a text")
    playbook = playbook or document.playbook
    return parse(format(serialize(document), playbook=playbook, language=language, style=style), playbook)


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
        #: For each field, its line up to the value.
        self.fields = {key: head for key, label in words.labels.items() if self._reads_field(head := f"{style.field}{label}:", key)}
        self.workload = lru_cache(maxsize=1024)(self.read_workload)

    def _reads_field(self, head: str, key: str) -> bool:
        for value in ("", "x"):
            line = read_line(f"{head} {value}".rstrip(), self.playbook)
            if line.type not in ("LABEL", "WORKLOADS_LABEL") or (line.parts[0], line.parts[4]) != (key, value):
                return False
        return True

    def read_workload(self, tag: str, name: str) -> _Head:
        """The head of a workload that was typed with this tag and name."""
        tag, name = self.words.workload(tag, name)
        text = f"{self.style.workload}[{tag}]{self.style.gap}{name}" if name else f"{self.style.workload}[{tag}]"
        # behind a name with which no longer one starts, no update is taken for a part of it
        plain = name in self.words.words.spellings and all(
            self.reads_workload(text, separator, tag, name, update) for separator, update in (("", ""), (" - ", "x"))
        )
        return _Head(tag, name, text, plain)

    def reads_workload(self, head: str, separator: str, tag: str, name: str, update: str) -> bool:
        """Whether a line is read as the workload that it is meant to be."""
        line = read_line(head + separator + update, self.playbook)
        return line.type == "TAG" and (line.parts[2], line.parts[4], line.parts[6]) == (tag, name, update)


@lru_cache(maxsize=64)
def _heads(playbook: Playbook, language: str, style: Style) -> _Heads:
    return _Heads(wording(playbook, language), style)


class _Writer:
    """Writes one text."""

    def __init__(self, text: str, playbook: Playbook, language: str | None, style: Style) -> None:
        self.text = text
        self.playbook = playbook
        self.language = language
        self.style = style
        self.blocks = parse(text, playbook).blocks
        found = LINE_END.search(text)
        self.newline = found.group() if found else "\n"
        self.pieces: Pieces = []
        #: Whether a blank line has to stand before what is written next.
        self.apart = False

    def write(self) -> str:
        """The whole text."""
        blocks = self.blocks
        stray = False  # whether prose that stood inside a summary has come to stand behind it
        for block, below in zip(blocks, (*blocks[1:], None), strict=True):
            if stray:
                self._part()
            if isinstance(block, Prose):
                self._prose(block)
                stray = False
            else:
                self._put_apart()
                stray = self._summary(block, below)
            self.apart = not isinstance(block, Prose) and not stray
        text = "".join(self.pieces)
        if blocks and isinstance(blocks[0], ExecSummary) and self.text[0] == _BOM:
            text = _BOM + text.lstrip(_BOM)
        if self.apart and not self.text.endswith(("\n", "\r")):
            text = text.removesuffix(self.newline)
        return text

    def _put_apart(self) -> None:
        if self.apart:
            self.pieces.append(self.newline)
            self.apart = False

    def _part(self) -> None:
        """A blank line behind prose, with the line end that it has: a CR and an LF would make one line end of two."""
        last = self.pieces[-1]
        ends = LINE_END.findall(last[len(last.rstrip(MARGIN + "\r\n")) :])
        if len(ends) < 2:
            self.pieces.append(ends[0])

    def _prose(self, prose: Prose) -> None:
        self._put_apart()
        self.pieces.append(prose.text)

    def _summary(self, summary: ExecSummary, below: Prose | ExecSummary | None) -> bool:
        """Write a summary; whether it ends with prose, which then stands behind it."""
        heads = _heads(self.playbook, self.language or self._language(summary), self.style)
        if summary.title:
            self._title(summary.title, heads)
        body = self._ordered(summary, heads, below)
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
                self._prose(item)
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
            if line and "NAME" in read_line(line, self.playbook).type:
                return body
        return moved

    # ---- the nodes

    def _title(self, title: Title, heads: _Heads) -> None:
        remark, written = title.remark, f"**{heads.words.title}**"
        for between in _BETWEEN if remark else ("",):
            line = read_line(written + between + remark, self.playbook)
            if line.type == "TITLE" and (line.parts[1], line.parts[3]) == (heads.words.title, remark):
                written += between + remark
                break
        else:
            written = _typed(title)
        self.pieces += (written, self.newline)
        # a fence that opens or closes right below a title is part of its layout, and of more than that
        fence = (LINE_END.split(title.layout.after or "", maxsplit=1) + [""])[1].strip(MARGIN + "\r\n")
        if fence.startswith(("`", "~")):
            self.pieces += (fence, self.newline)
        self.apart = self.style.apart_title

    def _field(self, field: Field, heads: _Heads) -> None:
        key, value = field.key, field.value
        head = heads.fields.get(key) if key else None
        if key in heads.words.choices:
            value = heads.words.choice(key, value)
        if head is None and not self._reads_field(field, head := f"{self.style.field}{field.label}:"):
            self.pieces += (_typed(field), self.newline)
        elif not value:
            self.pieces += (head, self.newline)
        elif "\n" in value:
            lines = hanging(value.split("\n"), field.layout.breaks, len(self.style.field), self.newline, self.playbook)
            self.pieces += (head, " ", lines, self.newline)
        else:
            self.pieces += (head, " ", value, self.newline)

    def _reads_field(self, field: Field, head: str) -> bool:
        """Whether a field with a label that is none of this language's is read as what it is."""
        first = field.value.partition("\n")[0]
        line = read_line(f"{head} {first}".rstrip(BLANKS), self.playbook)
        return "LABEL" in line.type and (line.parts[0], line.parts[1], line.parts[4]) == (field.key, field.label, first)

    def _workload(self, workload: Workload, heads: _Heads) -> None:
        tag, name, update = workload.tag, workload.name, workload.update
        head = heads.workload(tag, name) if len(tag) + len(name) <= _LONGEST else heads.read_workload(tag, name)
        written = head.text
        if not head.certain:
            first = update.partition("\n")[0]
            for separator in (" - ",) if update else _DANGLING:
                if heads.reads_workload(written, separator, head.tag, head.name, first):
                    written += "" if update else separator
                    break
            else:
                self.pieces += (_typed(workload), self.newline)
                return
        if not update:
            self.pieces += (written, self.newline)
            return
        if "\n" in update:
            hang = len(self.style.workload)
            update = hanging(update.split("\n"), workload.layout.breaks, hang, self.newline, self.playbook)
        self.pieces += (written, " - ", update, self.newline)


def _typed(node: Title | Field | Workload) -> str:
    """The line or lines of a node by itself as typed, without the blank lines behind it."""
    pieces: Pieces = []
    if isinstance(node, Title):
        node.layout.write(pieces, node.text, node.remark)
    elif isinstance(node, Field):
        node.layout.write(pieces, node.label, node.value, False)
    else:
        node.layout.write(pieces, node.tag, node.name, node.update)
    after = pieces.pop()
    return "".join(pieces) + LINE_END.split(after, maxsplit=1)[0]


@lru_cache(maxsize=1024)
def _languages(words: Vocabulary, label: str) -> tuple[str, ...]:
    found = words.label(label)
    return found.languages if found else ()
