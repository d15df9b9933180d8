"""Edits that write the head of a workload's line as in the template: brackets, name and separator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...playbook.everyday_names import everyday_name
from ...syntax.nodes import Workload
from ...text.edits import Edit, apply_edits
from ...text.mojibake import misdecoded
from ...text.source import LINE_END, WHITESPACE, Span
from ...writing.decoration import has_cells
from ..note_view import NoteView
from ..summary_view import AFTER_TAG, SEPARATORS, WorkloadView

#: Separators that are as good as the template's, and the characters that can surround them.
_DASHES: Final = ("-", "–", "—", "--", "－", "‐", "‑", "−", "―")
_AROUND: Final = tuple(WHITESPACE + "*_")
#: Separators that people write instead.
_COLONS: Final = (":", "：")
_BOLD: Final = re.compile(rf"[{WHITESPACE}]*+[*_]++")
_CLOSING: Final = re.compile(
    rf"(?P<blank>[{WHITESPACE}\\\\]*+)(?P<bracket>[])）】］]?)(?>(?P<sign>[:：]|[{WHITESPACE}]*+[-–—]{{1,3}}+[{WHITESPACE}]*+\Z)?)"
)


def head_text(view: NoteView, workload: Workload) -> str:
    """Return what was typed before the update, without whitespace around it."""
    part = "before" if workload.layout.before is not None else "open"
    start, end = view.document.span(workload, part).start, view.document.span(workload, "separator").end
    return view.text[start:end].strip()


def head_edits(view: NoteView, entry: WorkloadView) -> list[Edit]:
    """Return the edits that write brackets and separator as in the template."""
    workload, layout = entry.workload, entry.workload.layout
    edits: list[Edit] = []
    if layout.joint is not None and workload.tag and workload.name:
        edits += tag_edits(view, workload)
    elif workload.tag and not (layout.open == "[" and layout.close in AFTER_TAG):
        edits += bracket_edits(view, workload)
    if layout.separator not in SEPARATORS and entry.content.strip() and _is_named(view, workload):
        edits += separator_edits(view, workload)
    return edits


def _is_named(view: NoteView, workload: Workload) -> bool:
    """Return whether the name is one: beside a tag, the words before a colon can belong to the update."""
    name, playbook = workload.name, view.playbook
    return not workload.tag or not name or bool(playbook.vocabulary.name(name) or everyday_name(playbook, name))


def named_head_edits(view: NoteView, workload: Workload, name: str) -> list[Edit]:
    """Return the edits that add a name between the tag and the text, and write brackets and separator as in the template."""
    opening = [edit for edit in bracket_edits(view, workload) if edit.span.end <= view.document.span(workload, "tag").start]
    start, end = (
        view.document.span(workload, "tag").end,
        view.document.span(workload, "name" if workload.name else "update").start,
    )
    has_text = bool(workload.name or workload.update)
    typed = view.text[start:end] if has_text else ""
    line_end = LINE_END.search(typed)
    rest, below = (typed[: line_end.start()], typed[line_end.start() :]) if line_end else (typed, "")
    bold = "".join(char for char in rest if char in "*_")
    dash = next((dash for dash in _DASHES if dash == rest.lstrip("])）】］*_:：" + WHITESPACE).strip(WHITESPACE)), "-")
    text = f"]{bold}  {name}" + (below or (f" {dash} " if has_text else ""))
    if not has_text:
        end = start + len(view.document.span(workload, "close").text(view.text).rstrip(WHITESPACE))
    return [*opening, Edit(Span(start, end), text)]


def separator_edits(view: NoteView, workload: Workload) -> Iterator[Edit]:
    """Yield the edits that write a dash between spaces before the update."""
    typed = workload.layout.separator or ""
    if LINE_END.search(typed) or has_cells(workload):
        return
    text, span = view.text, view.document.span(workload, "separator")
    bold = _BOLD.match(typed)
    start = span.start + (bold.end() if bold else 0)
    rest = text[start : span.end]
    dash = rest.strip(WHITESPACE + "*_")
    before = start + rest.index(dash)
    after = before + len(dash)
    if dash in _COLONS or (not dash and workload.name):
        yield Edit(Span(start, span.end), "- " if text[start - 1] in WHITESPACE else " - ")
    elif dash in _DASHES or apply_edits(dash, misdecoded(dash)) in _DASHES:
        if text[before - 1] not in _AROUND:
            yield Edit(Span(before, before), " ")
        if text[after] not in _AROUND:
            yield Edit(Span(after, after), " ")


def tag_edits(view: NoteView, workload: Workload) -> tuple[Edit, Edit]:
    """Return the edits that write a tag behind its name before it."""
    name, close = view.document.span(workload, "name"), view.document.span(workload, "close")
    bold = (workload.layout.joint or "").strip(WHITESPACE)
    return Edit(Span(name.start, name.start), f"[{workload.tag}]  "), Edit(Span(name.end, close.end), bold)


def bracket_edits(view: NoteView, workload: Workload) -> Iterator[Edit]:
    """Yield the edits that make the brackets square."""
    opening, closing = workload.layout.open, workload.layout.close
    bracket = opening.strip(WHITESPACE + "*_")[-1:]
    before = opening.rpartition(bracket)[0].removesuffix("\\") if bracket else opening.rstrip(WHITESPACE)
    if bracket not in ("[", "［", "【") or opening != before + bracket:
        span = view.document.span(workload, "open")
        yield Edit(Span(span.start + len(before), span.end), "[")
    shape = _CLOSING.match("]" if closing is None else closing)
    if shape and (shape["bracket"] not in ("]", "］", "】") or shape["blank"] or shape["sign"]):
        gap = "  " if workload.name else " " if workload.update and not workload.layout.separator else ""
        gap = "" if shape.string.startswith(_AROUND, shape.end()) else gap
        start = view.document.span(workload, "close").start
        yield Edit(Span(start, start + shape.end()), f"]{gap}")
