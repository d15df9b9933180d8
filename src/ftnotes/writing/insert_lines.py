"""Lines that an edit adds or takes out: where they go, and how they are typed, which is as the lines beside them.

Lines are put into the text or cut out of it, so that no other character can change; and the text is read back: it has to say
what it said, with the one node more or less.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from ..playbook.playbook import Playbook
from ..playbook.wording import Wording, wording_in
from ..syntax.document import Document
from ..syntax.layout import FieldLayout, Fragments, WorkloadLayout
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..syntax.parser import parse
from ..syntax.serializer import serialize
from ..text.source import BLANKS, LINE_END, MARGIN
from .read_back import difference

#: What stands in a summary.
Item: TypeAlias = Field | Workload | Prose

_BOLD: Final = ("**", "__")
#: Dashes as they should be, and colons: a mis-decoded one is not typed once more.
_DASHES: Final = frozenset("-–—‒―−‐‑")
_COLONS: Final = frozenset(":：")
#: The bullets that a line below a field's can have, too.
_SIGNS: Final = frozenset("-*+•")
_BOX: Final = re.compile(r"\[[xX]\]")
_NUMBER: Final = re.compile(r"[0-9]{1,3}(?=[.)])")


def words_for(document: Document, summary: ExecSummary) -> Wording:
    """The words of the playbook of a document, in the language of a summary in it.

    Raises:
        TypeError: these are no document and summary.
        ValueError: the summary is not in the document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"an edit takes a Document, not {type(document).__name__}: parse() makes one of a text")
    if not isinstance(summary, ExecSummary):
        raise TypeError(f"an edit takes an ExecSummary of the document, not {type(summary).__name__}: see its exec_summaries")
    document.span(summary)  # refuses one that is not there
    playbook = document.playbook or Playbook.load()
    return wording_in(playbook, summary.language or playbook.default_language)


def splice(document: Document, summary: ExecSummary, start: int, end: int, lines: str, body: tuple[Item, ...]) -> Document:
    """A document with ``lines`` in place of a stretch of its text, which must then say ``body`` in the summary.

    Raises:
        ValueError: the text would be read otherwise; the message says how.
    """
    text = serialize(document)
    if lines and start and text[start - 1] not in "\r\n":
        # behind the last line of a text that ends without a line end
        newline = line_end(document)
        lines = newline + lines.removesuffix(newline)
    read = parse(text[:start] + lines + text[end:], document.playbook)
    meant = [node for block in document.exec_summaries for node in _told(block.title, body if block is summary else block.body)]
    found = [node for block in read.exec_summaries for node in _told(block.title, block.body)]
    if meant != found:
        _, said, other = difference(meant, found)
        raise ValueError(f"the edited text would be read otherwise: not as {said} but as {other}")
    return read


def _told(title: Title | None, body: tuple[Item, ...]) -> list[Title | Field | Workload]:
    """What a summary says. Prose is left out: where a line between two texts goes, they become one, and where that was the
    last of the summary, the text then stands behind it."""
    said: list[Title | Field | Workload] = [title] if title else []
    for item in body:
        if isinstance(item, Field):
            said += (item, *item.workloads)
        elif isinstance(item, Workload):
            said.append(item)
    return said


def line_end(document: Document) -> str:
    """How the lines of a document end: as the first does."""
    found = LINE_END.search(serialize(document))
    return found.group() if found else "\n"


def end_of(document: Document, node: Title | Field | Workload) -> int:
    """Where the lines of a node by itself end, the blank lines below it not included, in code points."""
    return document.span(node, "after").start + _own_end(node)


def gap(node: Title | Item) -> str:
    """The blank lines below a node by itself."""
    return "" if isinstance(node, Prose) else (node.layout.after or "")[_own_end(node) :]


def _own_end(node: Title | Field | Workload) -> int:
    after = node.layout.after or ""
    found = LINE_END.search(after, len(after.rstrip(MARGIN + "\r\n")))
    return found.end() if found else len(after)


# ---- fields


def insert_field(document: Document, summary: ExecSummary, words: Wording, field: Field) -> Document:
    """A document with a field more, in the order of the template: behind the fields that come before it there, and behind
    what follows these."""
    body, order, newline = summary.body, words.field_order, line_end(document)
    places = [order.get(item.key or "", -1) if isinstance(item, Field) else -1 for item in body]
    lower = [number for number, place in enumerate(places) if 0 <= place < order[field.key or ""]]
    higher = [number for number, place in enumerate(places) if place >= 0 and number > max(lower, default=-1)]
    index = higher[0] if higher else len(body)
    neighbours = [item for item in (*reversed(body[:index]), *body[index:]) if isinstance(item, Field)]
    lines = _field_lines(field, neighbours, summary.title, newline)
    above = body[index - 1] if index else summary.title
    parted = gap(above) if isinstance(above, Field) and not above.workloads else ""
    if higher:
        at = document.span(body[index]).start
        lines += parted or (blank_line(lines, newline) if field.workloads and is_airy(neighbours) else "")
    else:
        at = end_of(document, _told(summary.title, body)[-1])
        pairs = [item for item in body[:-1] if isinstance(item, Field) and not item.workloads]
        if isinstance(above, Field) and above.workloads:
            lines = (blank_line(lines, newline) if gap(above) else "") + lines
        elif pairs:
            lines = gap(pairs[-1]) + lines
    return splice(document, summary, at, at, lines, (*body[:index], field, *body[index:]))


def _field_lines(field: Field, neighbours: list[Field], title: Title | None, newline: str) -> str:
    """A field typed as its neighbours are, the nearest first; below the title alone, as the template has it."""
    before, colon = FieldLayout().before, ": "
    if neighbours:
        like = next((other for other in neighbours if _colon(other)), neighbours[0])
        before, colon = like.layout.before, _colon(like) or colon
        if before.endswith(_BOLD) and "*" not in colon and "_" not in colon:
            before = _plain(before)  # bold that closes behind the value
        before = _next_bullet(before)
    else:
        before = _margin(title.layout.before if title else "") + before
    layout = FieldLayout(before, colon if field.value else None, (), newline, colon.rstrip(BLANKS))
    fragments: Fragments = []
    layout.write(fragments, field.label, field.value, False)
    for workload in field.workloads:
        lines = workload_lines(workload, [], below_field(before), newline)
        fragments.append(blank_line(before, newline) + lines if is_airy(neighbours) else lines)
    return "".join(fragments)


def _colon(field: Field) -> str | None:
    """What parts label and value, where the value stands behind it on the line, and a colon or dash does."""
    colon = field.layout.colon or ""
    return colon if colon.strip(BLANKS + "*_") in _DASHES | _COLONS and not LINE_END.search(colon) else None


def is_airy(neighbours: list[Field]) -> bool:
    """Whether a blank line stands around a list of workloads, as the template has it."""
    return all(field.layout.before.lstrip(MARGIN) == FieldLayout().before for field in neighbours)


# ---- workloads


def workload_lines(workload: Workload, neighbours: list[Workload], before: str, newline: str) -> str:
    """A workload typed as its neighbours are, the nearest first; ``before``: its margin and bullet where it has none."""
    if neighbours:
        before = _next_bullet(_plain(neighbours[0].layout.before))
    brackets = [_brackets(other.layout) for other in neighbours]
    # square ones, if there are; round ones will do for those tags alone that are known
    closed = sorted((pair for pair in brackets if pair[0] and pair[1]), key=lambda pair: pair[0] != "[")
    opening, close = closed[0] if closed else ("[", None)
    separators = (other.layout.separator or "" for other in neighbours)
    layout = WorkloadLayout(
        before=before,
        open=opening,
        close=close and close.rstrip(BLANKS) if not workload.name else close,
        separator=next(filter(_is_dash, separators), " - ") if workload.update else None,
        after=newline,
    )
    fragments: Fragments = []
    layout.write(fragments, workload.tag, workload.name, workload.update)
    return "".join(fragments)


def _brackets(layout: WorkloadLayout) -> tuple[str, str]:
    """What stands before a tag, and between it and the name, without bold and the blanks inside of brackets; empty what is no
    bracket."""
    close = re.sub(r"[*_]", "", layout.close or "").lstrip(BLANKS)
    return layout.open.strip(BLANKS + "*_"), "" if close.strip(BLANKS) in _COLONS else close


def _is_dash(separator: str) -> bool:
    return separator.strip(BLANKS) in _DASHES and separator[0] in BLANKS and separator[-1] in BLANKS


def blank_line(before: str, newline: str) -> str:
    """An empty line, quoted as the line is that starts with ``before``."""
    return _margin(before).rstrip(BLANKS) + newline


def _margin(before: str) -> str:
    return before[: len(before) - len(before.lstrip(MARGIN))]


def _plain(before: str) -> str:
    """A margin and bullet without the bold that opens behind them."""
    return before.rstrip("*_") if before.endswith(_BOLD) else before


def _next_bullet(before: str) -> str:
    """The bullet for one more line: an open task, and the next number."""
    before = _BOX.sub("[ ]", before)
    return _NUMBER.sub(lambda number: str(int(number.group()) + 1), before, count=1)


def below_field(before: str) -> str:
    """Margin and bullet of a workload below a field that has none yet: as the template has it, with the field's bullet."""
    margin, sign = _margin(before), _plain(before).strip(MARGIN)
    typed = WorkloadLayout().before
    return margin + (typed.replace(typed.strip(), sign) if sign in _SIGNS else typed)
