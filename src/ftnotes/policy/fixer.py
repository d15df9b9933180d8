"""The fixer: applies the fixes that a check offers, pass by pass, until none is left.

Each pass applies the fixes that don't overlap and checks the new text before accepting it: a safe fix must keep the meaning
of the note, and no fix may cause new diagnostics or remove hashtags and comments that it is not about. A fix that would is
skipped, and the others go on. Where the reading is a guess, nothing is fixed but characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Final

import attrs
from attrs import field, frozen

from ..playbook.playbook import Playbook
from ..playbook.template_words import template_words
from ..syntax.document import Document
from ..syntax.parser import as_document, parse
from ..text.edits import Edit, SourceMap, apply_edits
from ..text.patterns import COMMENT, HASHTAG
from ..text.source import LineMap, Span
from ..writing.meaning import Part, meaning
from ..writing.reasons import THIN, is_thin
from .checker import as_rules, check
from .context import Context
from .diagnostics import Diagnostic, Fix, Severity, SeverityName
from .report import Report
from .rule import Rule
from .selection import as_names

#: The maximum number of passes. Notes need two or three.
PASSES: Final = 20
#: The maximum number of fixed texts that are checked, and of their characters beyond the fewest of such texts. Notes need a
#: handful; many are needed only to find out which of many harmful fixes to skip, and then the rest are skipped with them.
ATTEMPTS: Final = 200
CHARACTERS: Final = 100_000
FEWEST: Final = 8
#: Up to this number of fixes are tried again if each is blamed for its line.
_FEW: Final = 3
#: Reasons to skip a fix.
CHANGES_MEANING: Final = "it would change more than decoration"
LOSES: Final = "it would remove a hashtag or a comment"
TOO_MANY: Final = "too many other fixes had to be skipped"

_COMMENT: Final = re.compile(COMMENT)
_HASHTAG: Final = re.compile(HASHTAG)


@frozen
class Applied:
    """A fix that was applied, and the diagnostic it belongs to."""

    #: As reported in its pass, with spans in `text`.
    diagnostic: Diagnostic
    fix: Fix
    #: The text at the start of the pass.
    text: str = field(repr=False)


@frozen
class Skipped:
    """A fix that was not applied, and why."""

    #: One of those of the fixed note.
    diagnostic: Diagnostic
    fix: Fix
    #: The reason, to complete the sentence "skipped, because …".
    reason: str


@frozen
class FixResult:
    """The result of fixing a note."""

    #: The fixed note, or the same text where nothing was fixed.
    text: str
    #: In the order in which they were applied.
    applied: tuple[Applied, ...]
    #: The diagnostics of the fixed note.
    remaining: tuple[Diagnostic, ...]
    #: The fixes of those that were not applied, each with the reason.
    skipped: tuple[Skipped, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was fixed."""
        return bool(self.applied)


def fix(
    text_or_document: str | Document,
    *,
    unsafe: bool = False,
    context: Context | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
    rules: Iterable[Rule] | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severities: Mapping[str, SeverityName | Severity] | None = None,
) -> FixResult:
    """Fix the problems of a note that have a fix.

    Text that no fix covers is kept character for character. Fixing is idempotent and never adds diagnostics.

    Args:
        text_or_document: the text of a note, or a parsed note.
        unsafe: apply fixes as well that change words which the writer chose. Safe ones change punctuation, spacing,
            mis-decoded characters, and the spelling of labels, choices and known names; the meaning of the note is kept.
        context, playbook, edition, rules, select, ignore, severities: as for `check`.

    Raises:
        TypeError: as for `check`.
        ValueError: as for `check`.
    """
    document = as_document(text_or_document, playbook, edition, caller="fix")
    playbook = document.playbook or Playbook.load()
    # Iterators are read once, for all passes.
    checked = partial(
        check,
        context=context,
        playbook=playbook,
        rules=None if rules is None else as_rules(rules),
        select=None if select is None else as_names("select", select),
        ignore=as_names("ignore", ignore),
        severities=dict(severities or {}),
    )
    return Fixer(unsafe, playbook, checked).fix(document)[0]


@frozen
class _State:
    """A note and its report."""

    document: Document
    report: Report

    @property
    def counts(self) -> Counter[str]:
        return Counter(diagnostic.code for diagnostic in self.report.diagnostics)

    @cached_property
    def lines(self) -> LineMap:
        return LineMap(self.document.text)

    @cached_property
    def meaning(self) -> list[Part]:
        return meaning(self.document)

    @cached_property
    def thin(self) -> list[Span]:
        """The summaries that are a guess."""
        document = self.document
        playbook = document.playbook or Playbook.load()
        notes = ((note, template_words(playbook, note.template)) for note in document.notes)
        return [document.span(note) for note, template in notes if is_thin(note, template)]

    def line(self, offset: int) -> int:
        """Return the number of the line with an offset."""
        return self.lines.position(offset).line

    def lines_of(self, fix: Fix) -> set[int]:
        """Return the numbers of the lines that a fix edits."""
        return {self.line(edit.span.start) for edit in fix.edits}

    def are_apart(self, group: Sequence[Applied]) -> bool:
        """Return whether each fix edits lines of its own."""
        lines = [line for one in group for line in self.lines_of(one.fix)]
        return len(lines) == len(set(lines))

    def is_guess(self, fix: Fix) -> bool:
        """Return whether a fix touches a summary that is a guess."""
        if fix.of_characters:
            return False
        return any(edit.span.start <= span.end and edit.span.end >= span.start for span in self.thin for edit in fix.edits)


@frozen
class Fixer:
    """The loop of `fix`, with a check that has its other arguments."""

    unsafe: bool
    playbook: Playbook
    check: Callable[[Document], Report]

    def fix(self, document: Document) -> tuple[FixResult, _State]:
        """Apply fixes to a note until none is left, and return the fixed note with its report as well."""
        state = _State(document, self.check(document))
        applied: list[Applied] = []
        skipped: dict[tuple[str, str], str] = {}
        changed = False
        attempts = attempts_for(document.text)
        for _ in range(PASSES):
            offered = [one for one in self.candidates(state) if fingerprint(one) not in skipped]
            allowed = [one for one in offered if not state.is_guess(one.fix)]
            # characters first: the other rules read what these restore
            group = non_overlapping([one for one in allowed if one.fix.of_characters] or allowed)
            if not group or not attempts:
                if not (changed and skipped and attempts):
                    break
                # A fix that was harmful before others were applied may be harmless now.
                skipped.clear()
                changed = False
                continue
            state, done, refused, attempts = self.attempt(state, group, attempts)
            applied += done
            changed = changed or bool(done)
            skipped.update((fingerprint(one), reason) for one, reason in refused)
        unfixed = [
            Skipped(one.diagnostic, one.fix, THIN if state.is_guess(one.fix) else skipped.get(fingerprint(one), TOO_MANY))
            for one in self.candidates(state)
        ]
        return FixResult(state.document.text, tuple(applied), state.report.diagnostics, tuple(unfixed)), state

    def candidates(self, state: _State) -> list[Applied]:
        """Return, for each diagnostic that has one, the first fix that is allowed."""
        return [
            Applied(diagnostic, allowed[0], state.document.text)
            for diagnostic in state.report.diagnostics
            if (allowed := [one for one in diagnostic.fixes if one.safe or self.unsafe])
        ]

    def attempt(
        self, state: _State, group: list[Applied], attempts: int
    ) -> tuple[_State, list[Applied], list[tuple[Applied, str]], int]:
        """Apply fixes that don't overlap: all of them, or as many as are acceptable.

        These are found by leaving out the fixes on lines that came to harm, which are tried once more after the others, and by
        halving where the lines don't tell.

        Return the new state, the fixes applied, those to skip with the reasons, and the number of attempts left.
        """
        applied: list[Applied] = []
        refused: list[tuple[Applied, str]] = []
        reached = state
        # Popped from the end: safe fixes first, and by themselves, because only they must keep the meaning.
        unsafe, safe = [one for one in group if not one.fix.safe], [one for one in group if one.fix.safe]
        waiting = [part for part in (unsafe, safe) if part]
        while waiting and attempts:
            attempts -= 1
            part = waiting.pop()
            text = apply_edits(state.document.text, [edit for one in [*applied, *part] for edit in one.fix.edits])
            document = parse(text, self.playbook)
            after = _State(document, self.check(document))
            reason, lines = harm(state, after, [*applied, *part])
            blamed = [one for one in part if lines and not lines.isdisjoint(state.lines_of(one.fix))]
            if not reason:
                applied += part
                reached = after
            elif len(part) == 1 or (len(part) == len(blamed) > _FEW and state.are_apart(part)):
                refused += [(one, reason) for one in part]
            elif 0 < len(blamed) < len(part):
                waiting += (blamed, [one for one in part if lines.isdisjoint(state.lines_of(one.fix))])
            else:
                half = len(part) // 2
                waiting += (part[half:], part[:half])
        return reached, applied, refused, attempts


def attempts_for(text: str) -> int:
    """Return how many fixed texts are checked at most for a note."""
    return max(FEWEST, min(ATTEMPTS, CHARACTERS // max(len(text), 1)))


def harm(before: _State, after: _State, group: Sequence[Applied]) -> tuple[str, set[int]]:
    """Return why fixes are not acceptable, or an empty text; and the lines before that came to harm, as far as they are known.

    They may cause no new diagnostics, and remove no hashtag or comment that they are not about. If all are safe, they may not
    change the meaning.
    """
    known = before.counts
    caused = sorted(code for code, count in after.counts.items() if count > known[code])
    if caused:
        return f"it would cause {caused[0]}", _lines_of_new(caused, before, after, group)
    if all(one.fix.safe for one in group):
        return "" if before.meaning == after.meaning else CHANGES_MEANING, set()
    text, about = before.document.text, [one.diagnostic.span for one in group]
    lost = _written_apart(text) - _written_apart(after.document.text)
    if lost:
        lost -= sum((_written_apart(span.text(text)) for span in about), Counter())
    return LOSES if lost else "", set()


def _lines_of_new(codes: Iterable[str], before: _State, after: _State, group: Sequence[Applied]) -> set[int]:
    """Return the lines before of diagnostics that were not there."""
    origin = SourceMap.of(edit for one in group for edit in one.fix.edits).origin
    known = Counter((one.code, before.line(at)) for one in before.report.diagnostics for at in _places(one))
    found = Counter(
        (one.code, before.line(origin(at))) for one in after.report.diagnostics if one.code in codes for at in _places(one)
    )
    return {line for _, line in found - known}


def _places(diagnostic: Diagnostic) -> Iterator[int]:
    """Yield where a diagnostic, its evidence and its fixes are: one can be about many lines."""
    yield diagnostic.span.start
    yield from (span.start for span in diagnostic.evidence)
    yield from (edit.span.start for fix in diagnostic.fixes for edit in fix.edits)


def _written_apart(text: str) -> Counter[str]:
    """Return the hashtags and comments of a text."""
    found = Counter(_COMMENT.findall(text)) if "<!--" in text else Counter[str]()
    if "#" in text or "＃" in text:
        found.update(_HASHTAG.findall(text))
    return found


def fingerprint(one: Applied) -> tuple[str, str]:
    """Return what identifies a fix from pass to pass: its rule, its title, and its text with what precedes it."""
    span, text = one.diagnostic.span, one.text
    return one.diagnostic.code, f"{text[max(span.start - 20, 0) : span.start]}|{span.text(text)}|{one.fix.title}"


def non_overlapping(candidates: list[Applied]) -> list[Applied]:
    """Return the fixes that don't touch an earlier one."""
    chosen: list[Applied] = []
    starts: list[int] = []
    ends: list[int] = []
    for one in candidates:
        places = [(edit.span.start, edit.span.end, bisect_left(ends, edit.span.start)) for edit in one.fix.edits]
        if all(at == len(starts) or end < starts[at] for _, end, at in places):
            chosen.append(one)
            for start, end, _ in places:
                at = bisect_left(ends, start)
                starts.insert(at, start)
                ends.insert(at, end)
    return chosen


def source_maps(applied: Iterable[Applied]) -> tuple[dict[int, tuple[SourceMap, ...]], tuple[SourceMap, ...]]:
    """Return the source maps of the passes in which fixes were applied, the last one first.

    They are the maps of the passes before each, by the ``id`` of the text that it started from; and those of all passes.
    """
    edits: dict[int, list[Edit]] = {}
    for one in applied:
        edits.setdefault(id(one.text), []).extend(one.fix.edits)
    before: dict[int, tuple[SourceMap, ...]] = {}
    maps: tuple[SourceMap, ...] = ()
    for text, of_pass in edits.items():
        before[text] = maps
        maps = (SourceMap.of(of_pass), *maps)
    return before, maps


def traced(diagnostic: Diagnostic, maps: Iterable[SourceMap], lines: LineMap) -> Diagnostic:
    """Return a diagnostic with its spans mapped to the original text with these lines, the map of the last pass first."""
    span, evidence = diagnostic.span, diagnostic.evidence
    for one in maps:
        span, evidence = one.origin_span(span), tuple(map(one.origin_span, evidence))
    return attrs.evolve(diagnostic, span=span, evidence=evidence, lines=lines)
