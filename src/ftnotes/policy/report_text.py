"""Reports as text for people: each diagnostic with its line of the note and markers below it, and the counts at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, repeat, takewhile
from typing import Final

from attrs import Factory, define, fields, frozen

from ..text.display import TAB, TextStyle, width
from ..text.source import LINE_END, LineMap, Position, Span
from .context import CONTEXT_NAMES
from .diagnostics import Diagnostic, NotEvaluated, Severity
from .messages import listed

#: The maximum number of columns shown of a line, and how many of them are kept for the text from the marker on.
COLUMNS: Final = 100
AHEAD: Final = 40
#: Words of up to this number of characters are not broken where a line is cut.
WORD: Final = 20
#: How far from the place a line is looked at, in code points: more than fill the columns, combining marks included.
_MOST: Final = 4 * COLUMNS
_ELLIPSIS: Final = "..."
_LINE_ENDS: Final = "\r\n"


def location(style: TextStyle, name: str, position: Position) -> str:
    """Return a place in a note as editors and terminals understand it; the name is escaped already."""
    return style.styled(f"{name}:{position.line}:{position.column}:", "place")


def rule_label(style: TextStyle, diagnostic: Diagnostic) -> str:
    """Return the code and name of a rule."""
    return f"{style.styled(diagnostic.code, 'code')} {diagnostic.name}"


def headline(style: TextStyle, name: str, lines: LineMap, diagnostic: Diagnostic, message: str | None = None) -> str:
    """Return the line with place, severity, rule and message of a diagnostic; ``message`` replaces its own."""
    severity = style.styled(diagnostic.severity.value, diagnostic.severity.value)
    text = style.escape(diagnostic.message if message is None else message)
    return f"{location(style, name, lines.position(diagnostic.span.start))} {severity} {rule_label(style, diagnostic)}: {text}"


def marked_lines(style: TextStyle, lines: LineMap, diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the lines of the note with the diagnostic and its evidence, each with a marker below it."""
    previous = ""
    evidence = ((span, "-", " this is why", "reason") for span in diagnostic.evidence)
    for span, marker, remark, kind in ((diagnostic.span, "^", "", "mark"), *evidence):
        part = excerpt(style, lines, span)
        line = f"{part.line:>6} | {part.text}"
        if line != previous:
            yield line
        yield f"{'':>6} | {' ' * part.indent}{style.styled(marker * part.length + remark, kind)}"
        previous = line


@frozen(eq=False, repr=False)
class Excerpt:
    """The part of a line around a marker, as it is shown."""

    line: int
    text: str
    #: The columns before the marker, and its length of at least one.
    indent: int
    length: int


def excerpt(style: TextStyle, lines: LineMap, span: Span) -> Excerpt:
    """Return the line in which a span starts, cut to `COLUMNS`, and where to mark the span in it."""
    text, start = lines.source, span.start
    near = _near(text, start)
    is_plain = style.is_plain(near.text(text))

    def columns(part: str) -> Iterable[int]:
        if is_plain:
            return repeat(1, len(part))
        return (TAB if char == "\t" else width(style.show(char)) for char in part)

    # The text ahead of the place is measured first; the columns that it leaves free are for the text before.
    free = max(COLUMNS - sum(columns(text[start : min(start + AHEAD, near.end)])), COLUMNS - AHEAD)
    first = start - len([*takewhile(free.__ge__, accumulate(columns(text[near.start : start][::-1])))])
    before = _ELLIPSIS if first and text[first - 1] not in _LINE_ENDS else ""
    if before and text[first - 1] != " " and (space := text.find(" ", first, min(first + WORD, start))) >= 0:
        first = space + 1
    typed, last = text[first : near.end], len(before) + COLUMNS
    cells: Sequence[str] = typed[: COLUMNS + 1]
    offsets: Sequence[int] = range(len(before), last + 2)
    if not is_plain:
        cells, offsets = _cells(style, typed, len(before), last)
    kept = len(cells)
    shown = before + "".join(cells)
    if kept < len(typed):
        space = typed.rfind(" ", span.end - first, kept + 1)
        word = len(before) + len("".join(cells[:space])) if space >= 0 else 0
        shown = shown[: word if len(shown) - word <= WORD else None] + _ELLIPSIS
    begin, end = (offsets[min(offset - first, kept)] for offset in (start, span.end))
    return Excerpt(lines.position(start).line, shown, begin, max(end - begin, 1))


def _near(text: str, offset: int) -> Span:
    """Return the line around an offset, up to a distance in which there is more than is shown."""
    start = max(offset - _MOST, 0)
    end = LINE_END.search(text, offset, offset + _MOST)
    start = max(start, text.rfind("\n", start, offset) + 1, text.rfind("\r", start, offset) + 1)
    return Span(start, end.start() if end else min(offset + _MOST, len(text)))


def _cells(style: TextStyle, text: str, column: int, last: int) -> tuple[list[str], list[int]]:
    """Return how the characters are shown from a column to the last, and the columns before each and after these."""
    cells, offsets = [], [column]
    for char in text:
        if offsets[-1] > last:
            break
        cells.append(" " * (TAB - offsets[-1] % TAB) if char == "\t" else style.show(char))
        offsets.append(offsets[-1] + width(cells[-1]))
    return cells, offsets


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with a noun in the singular or plural."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def by_severity(severities: Mapping[Severity, int]) -> str:
    """Return the numbers of problems of each severity."""
    uncountable = Severity.INFORMATION
    return ", ".join(
        counted(severities[kind], kind.value, kind.value if kind is uncountable else "")
        for kind in Severity
        if severities[kind]
    )


@define(eq=False, repr=False)
class Counts:
    """The problems counted in one or more notes."""

    notes: int = 0
    #: The notes with problems, and those without a summary, to which most rules don't apply.
    with_problems: int = 0
    without_summary: int = 0
    severities: Counter[Severity] = Factory(Counter)
    #: The problems with a safe fix, and those that only have unsafe ones.
    safely_fixable: int = 0
    unsafely_fixable: int = 0
    #: The fixes that were applied or, if ``previewed``, would be, the notes that they change, and the skipped ones.
    fixed: int = 0
    changed: int = 0
    skipped: int = 0
    previewed: bool = False
    #: The rules that were not evaluated, and what they need.
    _unevaluated: dict[str, None] = Factory(dict)
    _needs: dict[str, None] = Factory(dict)

    def count(
        self,
        diagnostics: Collection[Diagnostic],
        *,
        has_summary: bool,
        fixed: int = 0,
        is_skipped: Callable[[Diagnostic], bool] = lambda diagnostic: False,
        not_evaluated: Iterable[NotEvaluated] = (),
    ) -> None:
        """Count one more note."""
        for rule in not_evaluated:
            self._unevaluated.setdefault(rule.name)
            self._needs.update(dict.fromkeys(rule.needs))
        self.notes += 1
        self.without_summary += not has_summary
        self.with_problems += bool(diagnostics)
        self.fixed += fixed
        self.changed += bool(fixed)
        for diagnostic in diagnostics:
            self.severities[diagnostic.severity] += 1
            if is_skipped(diagnostic):
                self.skipped += 1
            elif fixes := [fix for fix in diagnostic.fixes if not fix.in_guess]:
                safe = any(fix.safe for fix in fixes)
                self.safely_fixable += safe
                self.unsafely_fixable += not safe

    def merge(self, other: Counts) -> None:
        """Add the counts of other notes."""
        for name in _NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.severities.update(other.severities)
        self._unevaluated.update(other._unevaluated)
        self._needs.update(other._needs)

    def line(self) -> str:
        """Return the counts in one line."""
        notes = counted(self.notes, "note")
        left = " left" if self.fixed else ""
        if self.with_problems:
            where = notes if self.with_problems == self.notes else f"{self.with_problems:,} of {notes}"
            line = f"{counted(self.severities.total(), 'problem')}{left} in {where}: {by_severity(self.severities)}"
        else:
            line = f"No problems{left} in {notes}" if self.notes else "Nothing was checked"
        if self.fixed:
            line += f"; {self.fixed:,} {'can be fixed' if self.previewed else 'fixed'} in {counted(self.changed, 'note')}"
        if self.skipped:
            line += f"; {counted(self.skipped, 'fix', 'fixes')} skipped"
        if self.without_summary:
            line += f"; no summary was found in {'it' if self.notes == 1 else f'{self.without_summary:,} of them'}"
        return line

    def advice(self) -> str:
        """Return how to fix what can be fixed; empty if nothing can."""
        offers = [
            (self.safely_fixable, "--fix"),
            (self.unsafely_fixable, "--fix --unsafe-fixes, which change the writer's words"),
        ]
        parts = [f"{number:,} with {how}" for number, how in offers if number]
        return f"Can be fixed: {', '.join(parts)}" if parts else ""

    def gaps(self) -> str:
        """Return which rules were not evaluated for lack of context, and how to give it; empty if all were."""
        if not self._unevaluated:
            return ""
        options = [f"--{name}" for name in CONTEXT_NAMES if name in self._needs]
        options += [f"--{name}" for name in self._needs if name not in CONTEXT_NAMES]
        rules = list(self._unevaluated)
        verb = "was" if len(rules) == 1 else "were"
        return f"{listed(rules)} {verb} skipped for lack of context; give it with {listed(options)}"


#: The counts that are one number each.
_NUMBERS: Final = tuple(one.name for one in fields(Counts) if type(one.default) is int)


def report_lines(
    name: str,
    lines: LineMap,
    diagnostics: Collection[Diagnostic],
    has_summary: bool,
    not_evaluated: Iterable[NotEvaluated] = (),
) -> Iterable[str]:
    """Yield the lines that ``ftnotes check`` prints for one note, without colour."""
    style = TextStyle()
    for diagnostic in diagnostics:
        yield headline(style, style.escape(name), lines, diagnostic)
        yield from marked_lines(style, lines, diagnostic)
        yield ""
    counts = Counts()
    counts.count(diagnostics, has_summary=has_summary, not_evaluated=not_evaluated)
    yield counts.line()
    yield from filter(None, (counts.advice(), counts.gaps()))
