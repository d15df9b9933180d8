"""A report as people read it: each finding with its line and a marker beneath, and a count at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import Factory, define, frozen

from ..diagnostics import Report, Severity
from ..document import Document
from ..source import LineMap, Span
from .screen import TAB, Screen, width

#: So many columns of a line are shown, and at least so many of them from the marked place on.
COLUMNS: Final = 100
AHEAD: Final = 40

_CUT: Final = "..."
_LINE_ENDS: Final = "\r\n"


@frozen
class Excerpt:
    """A stretch of a line around a marked place, as it is shown."""

    line: int
    text: str
    #: How many columns stand before the mark, and how many it takes; at least one.
    indent: int
    length: int


def diagnostic_lines(screen: Screen, name: str, text: str, report: Report) -> Iterator[str]:
    """The findings in one note, each followed by an empty line.

    Args:
        screen: where they will be shown.
        name: of the note's file, or ``-``.
        text: of the note.
        report: what `check` said of it.
    """
    lines = LineMap(text)
    for found in report.diagnostics:
        at = lines.position(found.span.start)
        head = f"{screen.name(name)}:{at.line}:{at.column}: {found.severity.value} {found.code} {found.name}"
        yield f"{head}: {screen.escape(found.message)}"
        shown = ""
        for span, sign, remark in ((found.span, "^", ""), *((span, "-", " this is why") for span in found.evidence)):
            piece = excerpt(screen, text, lines, span)
            line = f"{piece.line:>6} | {piece.text}"
            if line != shown:
                yield line
            yield f"{'':>6} | {' ' * piece.indent}{sign * piece.length}{remark}"
            shown = line
        yield ""


def excerpt(screen: Screen, text: str, lines: LineMap, span: Span) -> Excerpt:
    """The line in which a span starts, or as much of it as fits, and where to mark the span in it."""
    start = span.start
    # What is ahead of the place comes first; what it leaves free is for what stands before.
    free = COLUMNS
    for index in range(start, min(start + AHEAD, len(text))):
        if text[index] in _LINE_ENDS:
            break
        free -= _columns(screen, text[index])
    free = max(free, COLUMNS - AHEAD)
    first = start
    while first and text[first - 1] not in _LINE_ENDS and free >= (needed := _columns(screen, text[first - 1])):
        first, free = first - 1, free - needed
    shown = _CUT if first and text[first - 1] not in _LINE_ENDS else ""
    begin = end = column = len(shown)
    last = column + COLUMNS
    for index in range(first, len(text)):
        if text[index] in _LINE_ENDS:
            break
        if column > last:
            shown += _CUT
            break
        cell = " " * (TAB - column % TAB) if text[index] == "\t" else screen.show(text[index])
        shown, column = shown + cell, column + width(cell)
        begin = column if index < start else begin
        end = column if index < span.end else end
    return Excerpt(lines.position(start).line, shown, begin, max(end - begin, 1))


def _columns(screen: Screen, char: str) -> int:
    return TAB if char == "\t" else width(screen.show(char))


@define
class Tally:
    """What the findings in many notes come to."""

    notes: int = 0
    faulty: int = 0
    #: Those in which no exec summary was found: most rules had nothing to look at.
    without_summary: int = 0
    severities: Counter[Severity] = Factory(Counter)
    #: The names of what could not be read.
    unreadable: list[str] = Factory(list)

    def add(self, document: Document, report: Report) -> None:
        """Count one more note and the findings in it."""
        self.notes += 1
        self.without_summary += not document.exec_summaries
        self.faulty += not report.ok
        self.severities.update(found.severity for found in report.diagnostics)

    def line(self) -> str:
        """The count in one line."""
        notes = _count(self.notes, "note")
        if self.faulty:
            each = ", ".join(_count(self.severities[kind], kind.value) for kind in Severity if self.severities[kind])
            where = notes if self.faulty == self.notes else f"{self.faulty} of {notes}"
            line = f"{_count(self.severities.total(), 'finding')} in {where}: {each}"
        else:
            line = f"No findings in {notes}" if self.notes else "Nothing was checked"
        if self.without_summary:
            where = "it" if self.notes == 1 else f"{self.without_summary} of them"
            line += f"; no exec summary was found in {where}"
        return line + (f"; {_count(len(self.unreadable), 'input')} could not be read" if self.unreadable else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == Severity.INFORMATION else f"{number} {noun}s"
