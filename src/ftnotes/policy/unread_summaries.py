"""Notes that look like a summary, and were read as plain text."""

from __future__ import annotations

from itertools import islice
from typing import Final, Literal, NamedTuple, TypeAlias

from ..playbook.wording import wording_in
from ..syntax.parser import is_head, parse, titled_lines, tokenize_line
from ..text.edits import SourceMap, apply_edits
from ..text.source import MARGIN, Span, lines_of
from ..text.written_line_ends import written_line_ends
from .note_view import NoteView

#: What a summary lacks: labels; labels beside their values, since they are the head of a table; a label of the template, a
#: choice or a tag; a title alone on its line; or line ends, since a program wrote them in another way.
Lack: TypeAlias = Literal["labels", "beside", "evidence", "title", "lines"]

#: This many lines of the template's kind make a note look like a summary, within this many lines below its title.
_ENOUGH: Final = 3
_LINES: Final = 40
#: The end of a sentence, which no title has, and what can follow it.
_SENTENCE_ENDS: Final = (".", "?", "!", ",", "。", "？", "！")
_CLOSING: Final = MARGIN + "*_"
#: The number of lines with a title that are looked at, and the length up to which lines are.
_TITLES: Final = 10
_LONGEST: Final = 1000


_LACKS: Final[dict[Lack, str]] = {
    "labels": 'none of its labels is known. Write those of the template, such as "{label}"',
    "beside": 'its labels are above their values. Write each before its value, such as "{label}:"',
    "evidence": 'its labels alone don\'t show that. Write one as in the template, such as "{label}", or a valid choice or tag',
    "title": 'its title is not read. Write "{title}" on a line of its own, right above the labels',
    "lines": "its lines are joined. Start a new line for each label, workload and item",
}


class UnreadSummary(NamedTuple):
    """The title of what looks like a summary, and what it lacks."""

    title: Span
    lack: Lack

    def message(self, view: NoteView) -> str:
        """Return what is wrong and what to do."""
        wording = wording_in(view.template, view.template.default_language)
        advice = _LACKS[self.lack].format(label=wording.label(view.template.keys[0]), title=wording.title)
        return f"The note looks like a summary, but {advice}."


def unread_summary(view: NoteView) -> UnreadSummary | None:
    """Return what looks like a summary in a note that has none; None if nothing does."""
    if view.summaries or view.blank_summaries:
        return None
    kinds: dict[str, tuple[str, str]] = {}
    for title in islice(titled_lines(view.text, view.template), _TITLES):
        lack = None if title.text(view.text).rstrip(_CLOSING).endswith(_SENTENCE_ENDS) else _lack(view, title, kinds)
        if lack:
            return UnreadSummary(title, lack)
    return _joined(view)


def _joined(view: NoteView) -> UnreadSummary | None:
    """Return a summary that can be read with the line ends that a program wrote in another way."""
    edits = written_line_ends(view.text)
    document = parse(apply_edits(view.text, edits), view.playbook) if edits else None
    if document is None or not document.notes:
        return None
    note = document.notes[0]
    place = document.span(note.title, "text") if note.title else document.span(note)
    return UnreadSummary(SourceMap.of(edits).origin_span(place), "lines")


def _kind(view: NoteView, line: str) -> tuple[str, str]:
    """Return the kind of a line, and the key of its label or its tag or name."""
    if is_head(line, view.template):
        return "HEAD", ""
    token = tokenize_line(line, view.template)
    if token.type in ("FIELD", "WEAK"):
        return token.type, token.parts[0]
    if token.type in ("ITEM", "NAME"):
        _, _, tag, _, name, *_ = token.parts
        return token.type, tag or name
    return token.type, ""


def _lack(view: NoteView, title: Span, kinds: dict[str, tuple[str, str]]) -> Lack | None:
    """Return what the lines below a title lack for a summary; None if too few of them are of the template's kind.

    ``kinds`` are those of the lines that were looked at, since titles can have the same lines below them.
    """
    labels: set[str] = set()
    workloads: set[str] = set()
    for line in islice(lines_of(view.text, title.end), 1, _LINES + 1):
        text = line.text(view.text)[:_LONGEST]
        if not text.strip(MARGIN):
            continue
        if text not in kinds:
            kinds[text] = _kind(view, text)
        kind, key = kinds[text]
        if kind == "HEAD":
            return "beside"
        if kind in ("FIELD", "WEAK"):
            labels.add(key)
        elif kind in ("ITEM", "NAME"):
            workloads.add(key)
        elif kind in ("FOREIGN", "HEADING"):
            break
    if len(labels) + len(workloads) < _ENOUGH:
        return None
    if not labels:
        return "labels"
    titled = f"{wording_in(view.template, view.template.default_language).title}{view.text[title.end :]}"
    return "title" if parse(titled, view.playbook).notes else "evidence"
