"""Bullets before labels and workloads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...syntax.layout import FieldLayout, WorkloadLayout
from ...syntax.nodes import Field, Workload
from ...syntax.parser import is_bulleted
from ...text.edits import Edit
from ...text.source import MARGIN, WHITESPACE, Span, depth, lines_of
from ...writing.decoration import SIGN, is_heading
from ...writing.nesting import DEEPER, INDENT, NESTED, begins_below, has_siblings, is_nested_by_bullet
from ..note_view import NoteView

#: Signs stay after the hyphen.
_SIGN: Final = rf"{SIGN}[{WHITESPACE}]*+"
#: A bullet of a Markdown list, alone or before a task box or such a sign.
_MARKDOWN: Final = re.compile(rf"[-*+][{WHITESPACE}]++(\[[ xX]\][{WHITESPACE}]*+|{_SIGN})?")
_MEANT: Final = re.compile(_SIGN)
#: The number of an item: an Arabic one, a Roman one, or a letter.
_NUMBER: Final = r"(?:[0-9]++(?>(?:\.[0-9]++)*)|[ivxIVX]{1,5}|[^\W\d_])[.)）]"
#: What is typed instead: other signs or a number. Tags of HTML, cells of tables and stamps of chats are not bullets.
_OTHER: Final = re.compile(
    rf"(?:[^\w\s<>|\[\]]{{1,6}}+|{_NUMBER}|[0-9]++(?>(?:\.[0-9]++)*)|o(?=[{WHITESPACE}]))?[{WHITESPACE}]*+"
)
#: A line with the number of an item; that of an item below another is in parts.
_NUMBERED: Final = re.compile(rf"^[{MARGIN}]*+(?:{_NUMBER}|[0-9]++(?>(?P<part>\.[0-9]++)+))(?=[{WHITESPACE}])", re.MULTILINE)
#: In front of a tag, a sign that HTML or the stamp of a chat wraps the line, or the bullet of Jira for a deeper level.
_WRAPPED: Final = re.compile(rf"[\w<]|\*\*[{WHITESPACE}]")
_BOLD: Final = re.compile(r"[*_]{2,}+")
#: Spaces as HTML writes them, before a bracket.
_ENTITIES: Final = re.compile(rf"((?>(?:[{WHITESPACE}]*+&nbsp;)+)[{WHITESPACE}]*+)\[")


def bullet_edits(view: NoteView, node: Field | Workload, parent: Field | None = None) -> list[Edit]:
    """Return the edit that writes a Markdown bullet before a label or bracket; none if there is one, or no place for it.

    A number stays if the list has other items as well, which keep theirs. A workload that only its bullet shows to be below
    the label of its list, the ``parent``, is indented, with the lines below it.
    """
    layout, document = node.layout, view.document
    end = layout.dangling or (layout.colon if isinstance(layout, FieldLayout) else layout.separator)
    before = layout.before or ""
    if isinstance(layout, FieldLayout):
        before = before.removesuffix("[")  # a label in brackets
    bounds = _bounds(before, (end or layout.after or "").strip(WHITESPACE + ":：-–—\r\n")[:1])
    opening = layout.open if isinstance(layout, WorkloadLayout) else ""
    spaces = _ENTITIES.fullmatch((layout.before or "") + opening)
    if spaces and layout.before is not None:
        bounds = spaces.end(1), spaces.end(1)
    elif layout.before is None or bounds is None or _WRAPPED.search(opening):
        return []
    start = document.span(node, "before").start
    if _NUMBERED.match(layout.before) and depth(layout.before) in view.cached(_depths_of_items):
        return []
    bullet = Span(start + bounds[0], start + bounds[1])
    if parent is None or not is_nested_by_bullet(layout.before, parent.layout.before):
        return [Edit(bullet, "- ")]
    return [Edit(bullet, NESTED), *_indented(view, document.span(node), depth(layout.before))]


def _indented(view: NoteView, node: Span, width: int) -> Iterator[Edit]:
    """Yield the edits that indent the lines below the first one of a workload, which is itself indented.

    Those with a bullet as deep as its own, ``width``, are below it by their bullet as well.
    """
    _, *below = lines_of(view.text, node.start, node.end)
    for span in below:
        line = span.text(view.text)
        text = line.lstrip(MARGIN)
        if text:
            start = span.end - len(text)
            is_nested = depth(line) <= width and is_bulleted(line)
            yield Edit(Span(start, start), INDENT * (1 + is_nested))


@lru_cache(maxsize=256)  # ways to type a bullet are few
def _bounds(before: str, closing: str) -> tuple[int, int] | None:
    """Return the bounds of what is typed instead of a Markdown bullet; None if there is one, or no place for it.

    ``closing`` is the character that ends bold or italics after the text, if there is one.
    """
    start = len(before) - len(before.lstrip(MARGIN))
    bold = _BOLD.search(before, start)
    end = bold.start() if bold else len(before)
    if not bold and closing in ("*", "_") and before.endswith(closing):
        end -= 1
    if _MARKDOWN.fullmatch(before, start, end):
        return None
    if _MEANT.fullmatch(before, start, end):
        return start, start
    return (start, end) if _OTHER.fullmatch(before, start, end) else None


def _depths_of_items(view: NoteView) -> frozenset[int]:
    """Return how deep the numbered items are that are neither labels nor workloads; all numbers if some are in parts."""
    nodes = [node for node in view.document.walk() if isinstance(node, (Field, Workload))]
    starts = {view.document.span(node, "before").start for node in nodes}
    found = list(_NUMBERED.finditer(view.text))
    is_outline = any(item["part"] for item in found)
    return frozenset(depth(item.group()) for item in found if is_outline or item.start() not in starts)


def lacks_bullet(field: Field) -> bool:
    """Return whether a label is a line of a paragraph: such lines below a list are read as a part of its last bullet."""
    before = field.layout.before
    return before is not None and not is_bulleted(before) and not is_heading(field) and not _WRAPPED.search(before)


def parts_from_list(field: Field) -> bool:
    """Return whether a bullet before a label would be beside the bullets of the list below it."""
    layout = field.layout
    has_list = field.workloads or layout.breaks or begins_below(field.value, layout.colon)
    if layout.before is None or not has_list or not lacks_bullet(field):
        return False
    deeper = depth(layout.before) + DEEPER
    listed = (workload.layout.before for workload in field.workloads)
    return has_siblings(field.value, f"{layout.before}- ", layout.colon, layout.breaks) or any(
        before is not None and is_bulleted(before) and depth(before) < deeper for before in listed
    )
