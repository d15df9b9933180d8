"""Mends a note: applies the fixes that a check offers, until there is nothing left to apply.

Each pass reads the text anew, applies the fixes that don't touch each other, and looks at what came of it before it counts:
a safe fix must leave the note saying the same, and no fix may bring up what was not found before. A fix that would is
withheld, and the rest goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs
from attrs import field, frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.parser import parse
from ..text.confusables import lookalikes
from ..text.edits import Edit, SourceMap, apply_edits
from ..text.invisible import invisible
from ..text.mojibake import misdecoded
from ..text.patterns import ASIDE, COMMENT, HASHTAG
from ..text.words import fold
from .checker import check, several_rules
from .context import Context
from .diagnostics import Diagnostic, Fix, Report, Severity
from .rule import Rule
from .rules import RULES
from .selection import several

#: So often is a text read anew. Notes take two or three passes.
PASSES: Final = 20
#: So often is a mended text looked at before it counts. Notes need a handful; where most fixes have to be withheld, and it
#: takes more to find out which, the rest are withheld with them.
ATTEMPTS: Final = 200


@frozen
class Applied:
    """A fix that was applied: the finding that it mends, and what was done."""

    #: As it was found; its span is that in the text of its pass.
    diagnostic: Diagnostic
    fix: Fix
    #: The text of its pass, in which both have their places.
    text: str = field(repr=False)


@frozen
class FixResult:
    """What came of mending a note."""

    #: The note as mended; the very same text where nothing was.
    text: str
    #: In the order in which they were applied.
    applied: tuple[Applied, ...]
    #: What a check of the mended note finds.
    remaining: tuple[Diagnostic, ...]
    #: Those of them whose fix was not applied since it would have changed more than it must.
    withheld: tuple[Diagnostic, ...]

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return bool(self.applied)


def fix(
    text: str,
    *,
    unsafe: bool = False,
    context: Context | None = None,
    playbook: Playbook | None = None,
    rules: Iterable[Rule] = RULES,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity | str] | None = None,
) -> FixResult:
    """Mend a note as far as the rules know how.

    Args:
        text: the note.
        unsafe: whether to apply also fixes that touch words which the writer chose. Safe ones change marks, spacing,
            mis-decoded characters, and the spelling of labels, choices and known names; the note says the same afterwards.
        context: what is known of the note beside its text, as for `check`.
        playbook: the edition that counts, as for `check`.
        rules: the rules there are, as for `check`.
        select: those of them to run, as for `check`.
        ignore: those not to run, as for `check`.
        severities: how much rules matter, as for `check`.

    Returns:
        The mended text, what was applied, and what remains. Everything that no fix names stays as it is, character for
        character. Mending the mended text changes nothing.

    Raises:
        TypeError: ``text`` is no ``str``; or as for `check`.
        ValueError: as for `check`.
    """
    if not isinstance(text, str):
        raise TypeError(f"fix() takes the text of a note, not {type(text).__name__}")
    return _Mender(
        unsafe,
        Context() if context is None else context,
        playbook or Playbook.load(),
        several_rules(rules),
        None if select is None else several("select", select),
        several("ignore", ignore),
        dict(severities or {}),
    ).mend(text)


@frozen
class _State:
    """A text, as read and checked."""

    text: str
    document: Document
    report: Report

    @property
    def counts(self) -> Counter[str]:
        """How often each rule found something."""
        return Counter(found.code for found in self.report.diagnostics)


@frozen
class _Mender:
    unsafe: bool
    context: Context
    playbook: Playbook
    rules: tuple[Rule, ...]
    select: tuple[str, ...] | None
    ignore: tuple[str, ...]
    severities: Mapping[str, Severity | str]

    def mend(self, text: str) -> FixResult:
        state = self.read(text)
        applied: list[Applied] = []
        withheld: set[tuple[str, str]] = set()
        changed = False
        attempts = ATTEMPTS
        for _ in range(PASSES):
            chosen = _apart([one for one in self.offered(state) if _known_by(one, state.text) not in withheld])
            if not chosen or not attempts:
                if not (changed and withheld and attempts):
                    break
                # What was withheld before others were applied may do no harm now.
                withheld.clear()
                changed = False
                continue
            before = state.text
            state, done, refused, attempts = self.attempt(state, chosen, attempts)
            applied += done
            changed = changed or bool(done)
            withheld.update(_known_by(one, before) for one in refused)
        left = state.report.diagnostics
        offered = {id(one.diagnostic) for one in self.offered(state)}
        return FixResult(state.text, tuple(applied), left, tuple(found for found in left if id(found) in offered))

    def read(self, text: str) -> _State:
        document = parse(text, self.playbook)
        report = check(
            document,
            context=self.context,
            rules=self.rules,
            select=self.select,
            ignore=self.ignore,
            severities=self.severities,
        )
        return _State(text, document, report)

    def offered(self, state: _State) -> list[Applied]:
        """The fix to apply for each finding that has one: the first that may be applied."""
        return [
            Applied(found, one, state.text)
            for found in state.report.diagnostics
            for one in [next((one for one in found.fixes if one.safe or self.unsafe), None)]
            if one is not None
        ]

    def attempt(self, state: _State, chosen: list[Applied], attempts: int) -> tuple[_State, list[Applied], list[Applied], int]:
        """Apply fixes that don't touch each other, all or as many as may be.

        Returns:
            What came of it, the fixes applied, those to be withheld, and how many attempts are left. Where not all can be
            applied together, halves are tried.
        """
        applied: list[Applied] = []
        refused: list[Applied] = []
        reached = state
        # The safe ones come first, and by themselves: they are held to leaving the note saying the same.
        waiting = [group for group in _by_safety(chosen) if group]
        while waiting and attempts:
            attempts -= 1
            group = waiting.pop()
            after = self.read(apply_edits(state.text, [edit for one in [*applied, *group] for edit in one.fix.edits]))
            if self.is_fair(state, after, [*applied, *group]):
                applied += group
                reached = after
            elif len(group) == 1:
                refused += group
            else:
                half = len(group) // 2
                waiting += (group[half:], group[:half])
        return reached, applied, refused, attempts

    def is_fair(self, before: _State, after: _State, group: Sequence[Applied]) -> bool:
        """Whether nothing was brought up that was not found before, and safe fixes left the note saying the same."""
        known = before.counts
        if any(count > known[code] for code, count in after.counts.items()):
            return False
        return any(not one.fix.safe for one in group) or said(before.document) == said(after.document)


def _by_safety(group: Sequence[Applied]) -> tuple[list[Applied], list[Applied]]:
    """The fixes that are not safe, and those that are."""
    return [one for one in group if not one.fix.safe], [one for one in group if one.fix.safe]


def _known_by(one: Applied, text: str) -> tuple[str, str]:
    """What a fix is known by from pass to pass: its rule, and what it is about with its surroundings."""
    span = one.diagnostic.span
    return one.diagnostic.code, f"{text[max(span.start - 20, 0) : span.start]}|{span.text(text)}|{one.fix.title}"


def _apart(offered: list[Applied]) -> list[Applied]:
    """Those that don't touch each other, the first of each that do."""
    chosen: list[Applied] = []
    starts: list[int] = []
    ends: list[int] = []
    for one in offered:
        places = [(edit.span.start, edit.span.end, bisect_left(ends, edit.span.start)) for edit in one.fix.edits]
        if all(at == len(starts) or end < starts[at] for _, end, at in places):
            chosen.append(one)
            for start, end, _ in places:
                at = bisect_left(ends, start)
                starts.insert(at, start)
                ends.insert(at, end)
    return chosen


def said(document: Document) -> list[tuple[str, ...]]:
    """What a note says, for comparing: the letters and digits of each of its parts in order; of labels, choices and known
    workloads what they stand for; mis-decoded characters as what they were, and comments not at all."""
    playbook = document.playbook or Playbook.load()
    words = playbook.vocabulary
    found: list[tuple[str, ...]] = []
    for node in document.walk():
        if isinstance(node, Title):
            found.append(("title", _plain(node.remark)))
        elif isinstance(node, Field):
            choice = words.choice(node.key, re.sub(ASIDE, "", node.value)) if node.key else None
            found.append(("field", node.key or _plain(node.label), *((choice,) if choice else ()), _plain(node.value, choice)))
        elif isinstance(node, Workload):
            keys = sorted(words.workload_key(lookalikes(tag) or tag) for tag in node.tags or (node.name,))
            # What stands behind a tag alone is read as a name behind an unknown tag, and as the update behind a known one.
            name = "" if words.name(node.name) in keys else _plain(node.name)
            found.append(("workload", "+".join(keys), name + _plain(node.update)))
        elif isinstance(node, Prose) and (plain := _plain(node.text)):
            found.append(("prose", plain))
    return found


def _plain(text: str, choice: str | None = None) -> str:
    """The letters and digits of a text; of one that says a choice, those of its hashtags alone."""
    text = apply_edits(text, misdecoded(text))
    text = re.sub(COMMENT, "", apply_edits(text, invisible(text)))
    text = re.sub(HASHTAG, lambda match: lookalikes(match.group()) or match.group(), text)
    return "".join(map(fold, re.findall(HASHTAG, text))) if choice else fold(text)


def source_maps(applied: Iterable[Applied]) -> tuple[dict[int, tuple[SourceMap, ...]], tuple[SourceMap, ...]]:
    """Return the source maps of the passes in which fixes were applied.

    Returns:
        By the identity of the text that a pass started from, the maps of the passes before it, the last one first; and the
        maps of all passes.
    """
    edits: dict[int, list[Edit]] = {}
    for done in applied:
        edits.setdefault(id(done.text), []).extend(done.fix.edits)
    before: dict[int, tuple[SourceMap, ...]] = {}
    whole: tuple[SourceMap, ...] = ()
    for text, of_pass in edits.items():
        before[text] = whole
        whole = (SourceMap.of(of_pass), *whole)
    return before, whole


def traced(diagnostic: Diagnostic, maps: Iterable[SourceMap]) -> Diagnostic:
    """Return a diagnostic with its places led back through source maps, the last pass first."""
    for one in maps:
        diagnostic = attrs.evolve(
            diagnostic,
            span=one.origin_span(diagnostic.span),
            evidence=tuple(one.origin_span(span) for span in diagnostic.evidence),
        )
    return diagnostic
