"""The text formats of ``ftnotes check``: each problem with its line of the note, or in one line; and counts by rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from attrs import Factory, define, field

from ...policy.diagnostics import Diagnostic, Fix, Severity
from ...policy.messages import listed
from ...policy.report_text import Counts, headline, location, marked_lines, rule_label
from ...text.edits import apply_edits
from .diff import changed_lines, print_difference
from .results import Printer, Redaction, Result, Totals
from .terminal import Screen


def full(screen: Screen, redaction: Redaction, result: Result, shows_fixes: bool = False) -> Iterator[str]:
    """Yield the fixes applied to a note, and each problem with its line and an empty line after it."""
    yield from fixed(screen, redaction, result)
    if result.applied:
        yield ""
    for diagnostic in result.diagnostics:
        yield _headline(screen, redaction, result, diagnostic)
        if not redaction.is_on:
            yield from marked_lines(screen, result.lines, diagnostic)
        if reason := result.why_skipped(diagnostic):
            yield f"{'':>6} = its fix was skipped: {reason}; fix this by hand"
        elif shows_fixes:
            for fix in diagnostic.fixes:
                yield from _preview(screen, result.text, fix)
        yield ""


def _preview(screen: Screen, text: str, fix: Fix) -> Iterator[str]:
    """Yield the title of a fix, and a diff of the lines that it changes."""
    option = "--fix" if fix.safe else "--fix --unsafe-fixes"
    yield f"{'':>6} = {screen.escape(fix.title)} ({'a guess: by hand' if fix.in_guess else option}):"
    for line in changed_lines(screen, text, apply_edits(text, fix.edits)):
        yield f"{'':>8}{line}"


def concise(screen: Screen, redaction: Redaction, result: Result) -> Iterator[str]:
    """Yield the fixes applied to a note and its problems, one line each."""
    yield from fixed(screen, redaction, result)
    for diagnostic in result.diagnostics:
        yield _headline(screen, redaction, result, diagnostic)


def fixed(screen: Screen, redaction: Redaction, result: Result) -> Iterator[str]:
    """Yield the fixes that were applied to a note, or would be."""
    done = "fixed" if result.proposed is None else "can be fixed"
    name = screen.name(result.name)
    for one in result.applied:
        where = location(screen, name, result.lines_before.position(one.diagnostic.span.start))
        label = rule_label(screen, one.diagnostic)
        yield f"{where} {screen.styled(done, 'fixed')} {label}: {screen.escape(redaction.title(one))}"


def not_evaluated(screen: Screen, result: Result) -> Iterator[str]:
    """Yield the rules that were not evaluated for a note, with the options that would give what they need."""
    for rule in result.not_evaluated:
        options = listed([f"--{need}" for need in rule.needs])
        yield f"{screen.styled(f'{screen.name(result.name)}:', 'place')} {rule.code} {rule.name} skipped: needs {options}"


def _headline(screen: Screen, redaction: Redaction, result: Result, diagnostic: Diagnostic) -> str:
    return headline(screen, screen.name(result.name), result.lines, diagnostic, redaction.message(diagnostic))


@define(eq=False, repr=False)
class Statistics:
    """The problems counted by rule."""

    counts: defaultdict[tuple[str, str, Severity], Counts] = Factory(lambda: defaultdict(Counts))

    def add(self, note: Result) -> None:
        """Count the problems of one more note."""
        for found in note.diagnostics:
            counts = self.counts[found.code, found.name, found.severity]
            counts.count([found], has_summary=True, is_skipped=note.is_skipped)

    def lines(self, screen: Screen) -> Iterator[str]:
        """Yield a line for each rule, the most frequent one first."""
        rows = sorted((-counts.severities.total(), key, counts) for key, counts in self.counts.items())
        columns = max((len(str(-count)) for count, *_ in rows), default=0)
        for count, (code, name, severity), counts in rows:
            weight = screen.styled(f"{severity.value:<11}", severity.value)
            ways = ((counts.safely_fixable, "--fix"), (counts.unsafely_fixable, "--unsafe-fixes"))
            remark = ", ".join(f"{number} with {option}" for number, option in ways if number)
            yield f"{-count:>{columns}}  {weight}  {screen.styled(code, 'code')}  {name}{f' ({remark})' if remark else ''}"


@define(eq=False, repr=False)
class ConcisePrinter(Printer):
    """A printer of text for people."""

    _statistics: Statistics = field(factory=Statistics, init=False)

    def add(self, result: Result) -> None:
        """Print the proposed change, the problems, and the rules that were not evaluated."""
        if result.proposed is not None:
            print_difference(self.screen, result.name, result.original, result.proposed, result.encoding)
        if self.counts:
            self._statistics.add(result)
        super().add(result)

    def text(self, result: Result) -> str:
        """Return the problems, and the rules that were not evaluated."""
        problems = () if self.counts else self._lines(result)
        return "\n".join((*problems, *(not_evaluated(self.screen, result) if self.shows_not_evaluated else ())))

    def end(self, totals: Totals) -> None:
        """Print the counts, how to fix what can be fixed, and what was skipped for lack of context."""
        for line in (*self._statistics.lines(self.screen), totals.line(), *filter(None, (totals.advice(), totals.gaps()))):
            self.screen.print(line)

    def _lines(self, result: Result) -> Iterator[str]:
        return concise(self.screen, self.redaction, result)


@define(eq=False, repr=False)
class FullPrinter(ConcisePrinter):
    """A printer of text with the lines of notes."""

    def _lines(self, result: Result) -> Iterator[str]:
        return full(self.screen, self.redaction, result, self.shows_fixes)
