"""The fixer: applies the fixes that a check offers, pass by pass, until none is left.

Each pass applies the fixes that don't overlap and checks the new text before accepting it: a safe fix must keep the meaning
of the note, and no fix may cause new diagnostics or remove hashtags and comments that it is not about. A fix that would is
skipped, and the others go on. Where the reading is a guess, nothing is fixed but characters.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress
from typing import Final, NamedTuple

from attrs import frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.parser import as_document, read_as
from ..text.edits import PLACE, Edit, apply_edits
from ..writing.meaning import Known
from ..writing.reasons import THIN
from .checker import as_rules, check
from .context import Context
from .diagnostics import Severity, SeverityName
from .fix_result import Applied, FixResult, Skipped
from .harm import CHANGES_MEANING, CheckedNote, harm, rewords
from .report import Report
from .rule import Rule
from .selection import as_names

#: The maximum number of passes. Notes need two or three.
PASSES: Final = 20
#: What may be spent on finding out which fixes to skip, and the cost of a fixed text that is read (twice if it has HTML), and
#: of one that is checked as well. Where it is spent, the rest are skipped too. So fixing takes at most ten times as long as a
#: check. A short note, up to a length, may take more, so that no fix is left for the next time.
BUDGET: Final = 24
BUDGET_OF_SHORT, SHORT = 120, 4_000
READ, CHECKED = 2, 5
#: Up to this number of fixes are tried again if each is blamed for its line.
_FEW: Final = 3
#: The reason to skip a fix that could not be tried.
TOO_MANY: Final = "too many other fixes had to be skipped"


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
    if context is not None and context.note_type is not None:
        document = as_document(document, note_type=context.resolved(playbook).note_type, caller="fix")
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
    return Fixer(unsafe, checked).fix(document)[0]


class _Refusal(NamedTuple):
    """Why a fix was refused, and in which text."""

    reason: str
    #: The text with the fixes that were applied at that time.
    beside: str


@frozen
class Fixer:
    """The loop of `fix`, with a check that has its other arguments."""

    unsafe: bool
    check: Callable[[Document], Report]

    def fix(self, document: Document) -> tuple[FixResult, CheckedNote]:
        """Apply fixes to a note until none is left, and return the fixed note with its report as well."""
        state = CheckedNote(document, self.check)
        applied: list[Applied] = []
        skipped: dict[tuple[str, str], _Refusal] = {}
        budget = BUDGET_OF_SHORT if len(document.text) <= SHORT else BUDGET
        for _ in range(PASSES):
            offered = [one for one in self.candidates(state) if fingerprint(one) not in skipped]
            allowed = [one for one in offered if not one.fix.in_guess]
            # characters first: the other rules read what these restore
            allowed = [one for one in allowed if one.fix.of_characters] or allowed
            group = non_overlapping(allowed)
            if not group or budget <= 0:
                # A fix that was harmful before others were applied may be harmless now, also beside one that was refused since.
                is_stale = any(refusal.beside != state.document.text for refusal in skipped.values())
                if not is_stale or budget <= 0:
                    break
                skipped.clear()
                continue
            # most fixes that meet go together: the spelling of a label, and the bullet before it
            together = non_overlapping(allowed, may_meet=True) if len(group) < len(allowed) else group
            if len(together) > len(group) and all(one.fix.safe for one in together):
                after = _fixed(state, together)
                if not harm(state, after, together):
                    state = after
                    applied += together
                    continue
                budget -= _cost(after)
            state, done, refused, budget = self.attempt(state, group, budget)
            applied += done
            skipped.update(refused)
        untried = _Refusal(TOO_MANY, "")
        unfixed = [
            Skipped(
                one.diagnostic,
                one.fix,
                THIN if one.fix.in_guess else skipped.get(fingerprint(one), untried).reason,
            )
            for one in self.candidates(state)
        ]
        return FixResult(state.document.text, tuple(applied), state.report.diagnostics, tuple(unfixed)), state

    def candidates(self, state: CheckedNote) -> list[Applied]:
        """Return, for each diagnostic that has one, the first fix that is allowed."""
        return [
            Applied(diagnostic, allowed[0], state.document.text)
            for diagnostic in state.report.diagnostics
            if (allowed := [one for one in diagnostic.fixes if one.safe or self.unsafe])
        ]

    def attempt(
        self, state: CheckedNote, group: list[Applied], budget: int
    ) -> tuple[CheckedNote, list[Applied], dict[tuple[str, str], _Refusal], int]:
        """Apply fixes that don't overlap: all of them, or as many as are acceptable.

        These are found by leaving out the fixes on damaged lines, which are tried once more after the others; among fixes on
        the same line, those that change words; and by halving where neither shows which are harmful.

        Return the new state, the fixes applied, the refusals of the others by fingerprint, and what is left of the budget.
        """
        applied: list[Applied] = []
        refused: dict[tuple[str, str], _Refusal] = {}
        reached = state
        # Popped from the end: safe fixes first, and by themselves, because only they must keep the meaning.
        unsafe, safe = [one for one in group if not one.fix.safe], [one for one in group if one.fix.safe]
        waiting = [part for part in (unsafe, safe) if part]
        is_clean = True  # what is accepted at once is no part of the budget
        while waiting and budget > 0:
            part = waiting.pop()
            after = _fixed(state, [*applied, *part])
            found = harm(state, after, [*applied, *part])
            is_clean = is_clean and not found
            if not is_clean:
                budget -= _cost(after)
            if not found:
                applied += part
                reached = after
                continue
            blamed = [not found.lines.isdisjoint(state.lines_of(one.fix)) for one in part]
            # what changes the meaning of every line is often one fix, what causes a diagnostic on each is each fix
            is_each = found.reason != CHANGES_MEANING and all(blamed) and len(part) > _FEW and state.are_apart(part)
            if len(part) == 1 or is_each:
                refused.update((fingerprint(one), _Refusal(found.reason, reached.document.text)) for one in part)
            else:
                waiting += _divided(part, blamed, state.known)
        return reached, applied, refused, budget


def _fixed(state: CheckedNote, fixes: Iterable[Applied]) -> CheckedNote:
    """Return what fixes make of a note."""
    text = apply_edits(state.document.text, [edit for one in fixes for edit in one.fix.edits])
    return state.after(read_as(state.document, text))


def _cost(after: CheckedNote) -> int:
    """Return what it has cost to look at a fixed text, as a part of the budget."""
    return (CHECKED if after.is_checked else READ) + READ * after.is_decoded


def _divided(part: list[Applied], blamed: list[bool], known: Known) -> tuple[list[Applied], list[Applied]]:
    """Return the fixes to try last, which are more likely harmful, and those to try first; ``blamed``: on damaged lines."""
    if len(set(blamed)) == 1:
        blamed = [rewords(one, known) for one in part]
    if len(set(blamed)) == 1:
        blamed = [number >= len(part) // 2 for number in range(len(part))]
    return list(compress(part, blamed)), [one for one, is_blamed in zip(part, blamed, strict=True) if not is_blamed]


def fingerprint(one: Applied) -> tuple[str, str]:
    """Return what identifies a fix from pass to pass: its rule, its title, and its text with what precedes it in any case."""
    span, text = one.diagnostic.span, one.text
    return one.diagnostic.code, f"{text[max(span.start - 20, 0) : span.start].casefold()}|{span.text(text)}|{one.fix.title}"


def non_overlapping(candidates: Iterable[Applied], *, may_meet: bool = False) -> list[Applied]:
    """Return the fixes that don't touch an earlier one; those that only meet one as well if they ``may_meet``."""
    chosen: list[Applied] = []
    edits: list[Edit] = []
    for one in candidates:
        if all(_fits(edit, edits, may_meet) for edit in one.fix.edits):
            chosen.append(one)
            for edit in one.fix.edits:
                insort(edits, edit, key=PLACE)
    return chosen


def _fits(edit: Edit, others: Sequence[Edit], may_meet: bool) -> bool:
    """Return whether an edit can be made together with others, which are in the order of the text."""
    number = bisect_right(others, PLACE(edit), key=PLACE)
    # two can end where this one starts: a text is replaced, and another one is inserted after it
    pairs = [
        *((above, edit) for above in others[max(number - 2, 0) : number]),
        *((edit, below) for below in others[number : number + 2]),
    ]
    return all(above.span.end < below.span.start or (may_meet and _can_meet(above, below)) for above, below in pairs)


def _can_meet(above: Edit, below: Edit) -> bool:
    """Return whether an edit ends where another starts, and neither inserts there what the other writes."""
    if above.span.end != below.span.start:
        return False
    if not len(above.span):
        return len(below.span) > 0 and not below.text.lstrip().startswith(above.text.strip())
    return len(below.span) > 0 or not above.text.rstrip().endswith(below.text.strip())
