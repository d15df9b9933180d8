"""What the figures of a report say, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ...policy.diagnostics import Diagnostic, Severity
from ...policy.report_text import counted
from ...policy.rules.repetition import REPEATED_TEXT
from .figures import Figures, percent


def statements(figures: Figures) -> Iterator[str]:
    """Yield the true sentences with which a report begins, the most important first."""
    number = len(figures.customers)
    if not number:
        yield "No note could be read."
        return
    yield from _choices(figures)
    yield from _ages(figures)
    yield from _actions(figures)
    yield from _attention(figures)
    yield from _workloads(figures)
    repeated = sum(any(map(_is_repeated, one.note.report)) for one in figures.customers)
    if repeated:
        verb = "repeats" if repeated == 1 else "repeat"
        yield f"{_part(counted(repeated, 'note'), repeated, number)} {verb} the one before, word for word."
    errors = sum(any(found.severity is Severity.ERROR for found in one.note.report) for one in figures.customers)
    if errors:
        yield f"{_part(counted(errors, 'note'), errors, number)} {_has(errors)} an error against the guidance."
    newer = sum(one.has_newer for one in figures.customers)
    if newer:
        yield f"{counted(newer, figures.noun)} {_has(newer)} a newer note of another kind; only its date is used."
    yield from _unread(len(figures.unrecognized), figures.portfolio.unreadable)


def _is_repeated(found: Diagnostic) -> bool:
    """Return whether a finding says that a whole note is that of last time."""
    return found.code == REPEATED_TEXT.code and found.severity is Severity.WARNING


def _choices(figures: Figures) -> Iterator[str]:
    for shown in figures.heat_maps[:1]:
        number, row, column = max(
            (number, -row, -column) for row, counts in enumerate(shown.counts) for column, number in enumerate(counts)
        )
        words = shown.rows.words[-row], shown.columns.words[-column]
        yield (
            f"The largest group is “{words[0]}” and “{words[1]}”: {counted(number, figures.noun)} of {shown.total:,} "
            f"({percent(number, shown.total)})."
        )


def _ages(figures: Figures) -> Iterator[str]:
    dated = sum(one.facts.age is not None for one in figures.customers)
    if dated:
        stale, limit = len(figures.stale), figures.options.stale_after
        yield (
            f"{_part(counted(stale, figures.noun), stale, dated)} {_has(stale)} no note from the last {limit} days."
            if stale
            else f"All {counted(dated, figures.noun)} with a date {_has(dated)} a note from the last {limit} days."
        )


def _actions(figures: Figures) -> Iterator[str]:
    overdue = sum(counts["overdue"] for _, counts in figures.owners)
    week = sum(counts["week"] for _, counts in figures.owners)
    if overdue or week:
        most = max(((counts["overdue"], owner) for owner, counts in figures.owners if owner), default=(0, ""))
        number = "all" if most[0] == overdue else f"{most[0]:,}"
        who = f", {number} of them with {most[1]}" if most[0] > 1 and not figures.options.redact else ""
        yield f"{counted(overdue, 'next action')} {_is(overdue)} overdue{who}, and {week:,} {_is(week)} due this week."


def _attention(figures: Figures) -> Iterator[str]:
    asking, escalated = len(figures.requesting), len(figures.escalated)
    if asking or escalated:
        yield (
            f"{counted(asking, figures.noun)} {'asks' if asking == 1 else 'ask'} for support, and {counted(escalated, 'note')} "
            f"{'mentions' if escalated == 1 else 'mention'} an escalation or blocker."
        )


def _workloads(figures: Figures) -> Iterator[str]:
    single = {spec.tag for spec in figures.options.playbook.workloads if not spec.catch_all}
    totals = {name: figures.progress[key].total() for key, name in figures.workloads if key in single}
    if totals:
        most, least = max(totals, key=totals.__getitem__), min(totals, key=totals.__getitem__)
        number = len(figures.customers) - len(figures.unrecognized)
        yield (
            f"{most} is in {_notes_of(figures, totals[most])} ({percent(totals[most], number)}), "
            f"{least} in {'those of ' if figures.options.has_ids else ''}{totals[least]:,}."
        )


def _notes_of(figures: Figures, number: int) -> str:
    return f"the notes of {counted(number, 'customer')}" if figures.options.has_ids else counted(number, "note")


def _unread(lost: int, rows: int) -> Iterator[str]:
    if lost:
        yield f"{counted(lost, 'note')} could not be read as the template, and {_is(lost)} missing in figures about fields."
    if rows:
        yield f"{counted(rows, 'row')} could not be read at all, and {_is(rows)} missing in all figures."


def _has(number: int) -> str:
    return "has" if number == 1 else "have"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _part(counted: str, number: int, whole: int) -> str:
    return f"{counted} of {whole:,} ({percent(number, whole)})"
