"""The fixer: applies the fixes that a check offers, pass by pass, until none is left.

Each pass applies the fixes that don't overlap and checks the new text before accepting it: a safe fix must keep the meaning
of the note, and no fix may cause new diagnostics. A fix that would is skipped, and the others go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

import attrs
from attrs import field, frozen

from ..playbook.choice_reading import choice_in
from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.parser import as_document, parse
from ..text.confusables import lookalikes
from ..text.edits import Edit, SourceMap, apply_edits
from ..text.invisible import invisible
from ..text.mojibake import misdecoded
from ..text.patterns import ASIDE, COMMENT, HASHTAG
from ..text.source import LineMap
from ..text.words import fold
from .checker import as_rules, check
from .context import Context
from .diagnostics import Diagnostic, Fix, Severity, SeverityName
from .report import Report
from .rule import Rule
from .selection import as_names

#: The maximum number of passes. Notes need two or three.
PASSES: Final = 20
#: The maximum number of fixed texts that are checked. Notes need a handful; many are needed only to find out which of many
#: harmful fixes to skip, and then the rest are skipped with them.
ATTEMPTS: Final = 200


@frozen
class Applied:
    """A fix that was applied, and the diagnostic it belongs to."""

    #: As reported in its pass, with spans in `text`.
    diagnostic: Diagnostic
    fix: Fix
    #: The text at the start of the pass.
    text: str = field(repr=False)


@frozen
class FixResult:
    """The result of fixing a note."""

    #: The fixed note, or the same text where nothing was fixed.
    text: str
    #: In the order in which they were applied.
    applied: tuple[Applied, ...]
    #: The diagnostics of the fixed note.
    remaining: tuple[Diagnostic, ...]
    #: Those of them whose fix was skipped, because it would change more than it should.
    skipped: tuple[Diagnostic, ...]

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
        skipped: set[tuple[str, str]] = set()
        changed = False
        attempts = ATTEMPTS
        for _ in range(PASSES):
            group = non_overlapping([one for one in self.candidates(state) if fingerprint(one) not in skipped])
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
            skipped.update(map(fingerprint, refused))
        unfixed = tuple(one.diagnostic for one in self.candidates(state))
        return FixResult(state.document.text, tuple(applied), state.report.diagnostics, unfixed), state

    def candidates(self, state: _State) -> list[Applied]:
        """Return, for each diagnostic that has one, the first fix that is allowed."""
        return [
            Applied(diagnostic, allowed[0], state.document.text)
            for diagnostic in state.report.diagnostics
            if (allowed := [one for one in diagnostic.fixes if one.safe or self.unsafe])
        ]

    def attempt(self, state: _State, group: list[Applied], attempts: int) -> tuple[_State, list[Applied], list[Applied], int]:
        """Apply fixes that don't overlap: all of them, or as many as are acceptable, found by halving.

        Return the new state, the fixes applied, those to skip, and the number of attempts left.
        """
        applied: list[Applied] = []
        refused: list[Applied] = []
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
            if is_acceptable(state, after, [*applied, *part]):
                applied += part
                reached = after
            elif len(part) == 1:
                refused += part
            else:
                half = len(part) // 2
                waiting += (part[half:], part[:half])
        return reached, applied, refused, attempts


def is_acceptable(before: _State, after: _State, group: Sequence[Applied]) -> bool:
    """Return whether fixes caused no new diagnostics and, where all are safe, kept the meaning."""
    known = before.counts
    if any(count > known[code] for code, count in after.counts.items()):
        return False
    return any(not one.fix.safe for one in group) or meaning(before.document) == meaning(after.document)


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


def meaning(document: Document) -> list[tuple[str, ...]]:
    """Return the meaning of a note, for comparison.

    It is the letters and digits of each part in order, with labels, choices and known workloads as their keys, mis-decoded
    characters decoded, and comments left out.
    """
    playbook = document.playbook or Playbook.load()
    vocabulary = playbook.vocabulary
    parts: list[tuple[str, ...]] = []
    for node in document.walk():
        if isinstance(node, Title):
            parts.append(("title", _plain(node.remark)))
        elif isinstance(node, Field):
            read = choice_in(playbook, node.key, node.value) if node.key else None
            choice = vocabulary.choice(node.key, re.sub(ASIDE, "", node.value)) if node.key and read else None
            parts.append(("field", node.key or _plain(node.label), *((read,) if read else ()), _plain(node.value, choice)))
        elif isinstance(node, Workload):
            keys = sorted(vocabulary.workload_key(lookalikes(tag) or tag) for tag in node.tags or (node.name,))
            # The text after a lone tag is read as a name if the tag is unknown, and as the update if it is known.
            name = "" if vocabulary.name(node.name) in keys else _plain(node.name)
            parts.append(("workload", "+".join(keys), name + _plain(node.update)))
        elif isinstance(node, Prose) and (plain := _plain(node.text)):
            parts.append(("prose", plain))
    return parts


def _plain(text: str, choice: str | None = None) -> str:
    """Return the letters and digits of a text; of a value that is a choice, only those of its hashtags."""
    text = apply_edits(text, misdecoded(text))
    text = re.sub(COMMENT, "", apply_edits(text, invisible(text)))
    text = re.sub(HASHTAG, lambda match: lookalikes(match.group()) or match.group(), text)
    return "".join(map(fold, re.findall(HASHTAG, text))) if choice else fold(text)


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
