"""Completions: titles, the labels that a note lacks, the choices of a field, workloads, and hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lsprotocol import types

from ..playbook.wording import Wording
from ..syntax.line_parts import DECORATION
from ..syntax.note import Note
from ..syntax.parser import bullet_of, titled_lines
from ..text.source import WHITESPACE, Span
from .open_note import OpenNote

#: The characters after which an editor asks for completions by itself.
TRIGGERS: Final = ("#", "[", ":", "-", " ")

_HASHTAG: Final = re.compile(r"[#＃]\w*$")
#: The colon of a label, and the space before the value.
_COLON: Final = re.compile(r"[:：][*_]*+(?P<gap>\s*+)")


def completions_at(note: OpenNote, position: types.Position) -> list[types.CompletionItem]:
    """Return what can be typed at a position; each item replaces what it completes."""
    offset = note.positions.offset(position)
    line = note.line_at(offset)
    before = note.text[line.start : offset]
    hashtag = _HASHTAG.search(before)
    if hashtag:
        return _items(note, Span(line.start + hashtag.start(), offset), _hashtags(note))
    bullet = bullet_of(before)
    if not bullet:
        bullet = before[: len(before) - len(before.lstrip())]
    wording = note.wording_at(offset)
    start = line.start + len(bullet)
    colon = _COLON.search(before, len(bullet))
    if colon:
        found = wording.template.label(before[len(bullet) : colon.start()].strip(WHITESPACE + DECORATION))
        place = Span(line.start + colon.end(), line.end)
        gap = "" if colon["gap"] else " "
        return _items(note, place, _choices(wording, found.key, gap) if found and found.key in wording.choices else ())
    around = note.note_at(offset)
    place = Span(start, offset)
    is_bulleted = bool(bullet.strip())
    words: list[_Word] = []
    if _is_listing(note, around, line, wording):
        words += _workloads(around, wording, is_bulleted)
        if bullet[:1].isspace():
            return _items(note, place, words)
    if around is None and not is_bulleted and not any(titled_lines(note.text, wording.template)):
        words += _titles(wording)
    return _items(note, place, [*words, *_labels(around, wording, is_bulleted)])


class _Word(NamedTuple):
    """Something that can be typed: as a list shows it, with a remark, and as it is inserted."""

    text: str
    detail: str
    kind: types.CompletionItemKind
    inserted: str


def _items(note: OpenNote, place: Span, words: Iterable[_Word]) -> list[types.CompletionItem]:
    where = note.positions.range(place)
    return [
        types.CompletionItem(
            label=word.text,
            detail=word.detail,
            kind=word.kind,
            text_edit=types.TextEdit(where, word.inserted),
            sort_text=f"{number:03}",  # in the order of the template
        )
        for number, word in enumerate(words)
    ]


def _hashtags(note: OpenNote) -> Iterator[_Word]:
    for hashtag in note.playbook.hashtags:
        yield _Word(hashtag.tag, f"marks that {hashtag.summary}", types.CompletionItemKind.Keyword, hashtag.tag)


def _choices(wording: Wording, key: str, gap: str) -> Iterator[_Word]:
    for choice, words in wording.choices[key].items():
        yield _Word(words, choice, types.CompletionItemKind.EnumMember, gap + words)


def _titles(wording: Wording) -> Iterator[_Word]:
    for title in wording.local.titles[:1]:
        yield _Word(title, wording.template.key, types.CompletionItemKind.Class, f"**{title}**")


def _labels(around: Note | None, wording: Wording, is_bulleted: bool) -> Iterator[_Word]:
    """Yield the labels that a note lacks, in the order of the template."""
    present = {field.key for field in around.fields} if around else set()
    for key in wording.template.fields:
        label = wording.label_to_write(key)
        if label is not None and key not in present:
            yield _Word(label, key, types.CompletionItemKind.Field, f"{label}: " if is_bulleted else f"- {label}: ")


def _workloads(around: Note | None, wording: Wording, is_bulleted: bool) -> Iterator[_Word]:
    """Yield the workloads that a note doesn't list yet, in the order of the template."""
    for tag in wording.names:
        if around is None or around.workload(tag) is None:
            text = f"[{wording.tag(tag)}]  {wording.name(tag)}"
            yield _Word(text, tag, types.CompletionItemKind.Value, f"{text} - " if is_bulleted else f"   -  {text} - ")


def _is_listing(note: OpenNote, around: Note | None, line: Span, wording: Wording) -> bool:
    """Return whether a line would belong to the list of workloads."""
    above = [field.key for field in (around.fields if around else ()) if note.document.span(field).start < line.start]
    return above[-1:] == [wording.template.listing]
