"""A report as people read it: each finding with its line and a marker beneath, or in one line; and counts for each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import Factory, define, frozen

from ...policy.diagnostics import Diagnostic, Severity
from ...text.source import LineMap, Position, Span
from .results import Redaction, Result
from .terminal import TAB, Screen, width

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


def full(screen: Screen, redaction: Redaction, note: Result) -> Iterator[str]:
    """What was fixed in a note, and each finding with its line; an empty line behind each."""
    yield from fixed(screen, redaction, note)
    if note.applied:
        yield ""
    for found in note.diagnostics:
        yield head(screen, redaction, note, found)
        if not redaction.is_on:
            yield from _marked(screen, note, found)
        if note.is_skipped(found):
            yield f"{'':>6} = its fix was skipped because it would change more than it should; fix this by hand"
        yield ""


def concise(screen: Screen, redaction: Redaction, note: Result) -> Iterator[str]:
    """What was fixed in a note, and each finding, one line for each."""
    yield from fixed(screen, redaction, note)
    for found in note.diagnostics:
        yield head(screen, redaction, note, found)


def fixed(screen: Screen, redaction: Redaction, note: Result) -> Iterator[str]:
    """What was fixed in a note, or would be."""
    done = "fixed" if note.proposed is None else "can be fixed"
    for one in note.applied:
        where = place(screen, note, note.lines_before.position(one.diagnostic.span.start))
        yield f"{where} {screen.styled(done, 'fixed')} {rule(screen, one.diagnostic)}: {screen.escape(redaction.title(one))}"


def head(screen: Screen, redaction: Redaction, note: Result, found: Diagnostic) -> str:
    """The line of a finding: where, how much it matters, which rule, and what to do."""
    where = place(screen, note, note.position(found.span.start))
    weight = screen.styled(found.severity.value, found.severity.value)
    return f"{where} {weight} {rule(screen, found)}: {screen.escape(redaction.message(found))}"


def place(screen: Screen, note: Result, at: Position) -> str:
    """A place as editors and terminals understand it."""
    return screen.styled(f"{screen.name(note.name)}:{at.line}:{at.column}:", "place")


def rule(screen: Screen, found: Diagnostic) -> str:
    """The rule of a finding."""
    return f"{screen.styled(found.code, 'code')} {found.name}"


def not_evaluated(screen: Screen, note: Result) -> Iterator[str]:
    """What could not be judged in a note, and which options would tell what is missing."""
    for one in note.not_evaluated:
        options = ", ".join(f"--{need}" for need in one.needs)
        yield f"{screen.styled(f'{screen.name(note.name)}:', 'place')} not evaluated {one.code} {one.name}: not told {options}"


def _marked(screen: Screen, note: Result, found: Diagnostic) -> Iterator[str]:
    """The lines that a finding is about and rests on, with markers beneath."""
    shown = ""
    reasons = ((span, "-", " this is why", "reason") for span in found.evidence)
    for span, sign, remark, style in ((found.span, "^", "", "mark"), *reasons):
        piece = excerpt(screen, note.text, note.lines, span)
        line = f"{piece.line:>6} | {piece.text}"
        if line != shown:
            yield line
        yield f"{'':>6} | {' ' * piece.indent}{screen.styled(sign * piece.length + remark, style)}"
        shown = line


@define
class Statistics:
    """How often each rule found something, and how much of that can be fixed."""

    counts: Counter[tuple[str, str, Severity]] = Factory(Counter)
    #: Of these, those that a safe fix mends, and those that another one does.
    safely: Counter[tuple[str, str, Severity]] = Factory(Counter)
    unsafely: Counter[tuple[str, str, Severity]] = Factory(Counter)

    def add(self, note: Result) -> None:
        """Count the findings of one more note."""
        for found in note.diagnostics:
            key = (found.code, found.name, found.severity)
            self.counts[key] += 1
            if found.fixes and not note.is_skipped(found):
                (self.safely if any(fix.safe for fix in found.fixes) else self.unsafely)[key] += 1

    def lines(self, screen: Screen) -> Iterator[str]:
        """A line for each rule, the most frequent one first."""
        columns = max((len(str(count)) for count in self.counts.values()), default=0)
        for key, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            code, name, severity = key
            weight = screen.styled(f"{severity.value:<11}", severity.value)
            ways = ((self.safely[key], "--fix"), (self.unsafely[key], "--unsafe-fixes"))
            remark = ", ".join(f"{number} with {option}" for number, option in ways if number)
            yield f"{count:>{columns}}  {weight}  {screen.styled(code, 'code')}  {name}{f' ({remark})' if remark else ''}"


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
