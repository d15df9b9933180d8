"""Rules about what the fields of a template ask for, as the playbook says: a length, a date in time, a reference.

They speak only where a field has such a limit.

Source: the guidance pages "Technical Enablement Notes" and "Enterprise Status Notes".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from ...analysis.dates.mention import DateMention
from ...playbook.model import FieldSpec
from ...text.source import Span
from ..context import Context
from ..diagnostics import Severity
from ..messages import quote
from ..note_view import NoteView
from ..rule import Example, MissingContext, Rule, Violation
from ..summary_view import FieldView, SummaryView, content_bounds
from ._examples import VISIT, form

#: How many words after the name of a reference can have its number.
_CLOSE: Final = 3


def _fields(view: NoteView) -> Iterator[tuple[SummaryView, FieldView, FieldSpec]]:
    """Yield the fields with content, each with its summary and its part of the template."""
    for summary in view.summaries:
        for field in summary.fields:
            if field.spec is not None and field.content.strip():
                yield summary, field, field.spec


def _long_values(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary, (field, _, content), spec in _fields(view):
        if spec.length is None:
            continue
        cut = summary.template.spec.cut
        start, end = content_bounds(content[: content.find(cut)] if cut and cut in content else content)
        if end - start > spec.length:
            advice = f'Shorten it, or put what can wait after "{cut}".' if cut else "Shorten it."
            message = f'"{field.label}" has {end - start} characters, and at most {spec.length} are suggested. {advice}'
            yield Violation(message, view.span_within(field, start + spec.length, end))


def _date_in(view: NoteView, field: FieldView) -> tuple[Span, DateMention | None]:
    """Return the span of the content of a field, and the first date in it."""
    span = view.span_within(field.field, *content_bounds(field.content))
    return span, next((date for date in view.dates if span.start <= date.span.start < span.end), None)


def _values_without_date(view: NoteView, context: Context) -> Iterator[Violation]:
    for _, field, spec in _fields(view):
        if spec.kind == "date":
            span, date = _date_in(view, field)
            if date is None:
                yield Violation(f'No date was recognized in "{field.field.label}". Write one, such as 4 May 2020.', span)


def _late_dates(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    for summary, field, spec in _fields(view):
        date = _date_in(view, field)[1] if spec.within else None
        for key, by_choice in spec.within if date is not None else ():
            other = summary.node.field(key)
            choice = summary.choice(other) if other else None
            days = dict(by_choice).get(choice.choice) if choice else None
            if other is None or choice is None or days is None or date is None:
                continue
            if context.date is None:
                yield MissingContext(("date",))
                continue
            latest = context.date + datetime.timedelta(days)
            readings = date.written_on(context.date).readings
            if readings and all(reading.first > latest for reading in readings):
                said = quote(other.value[choice.start : choice.end])
                message = (
                    f'"{field.field.label}" is over {days} days after the note ({context.date.isoformat()}), and '
                    f"{other.label} is {said}. Choose a day up to {latest.isoformat()}."
                )
                yield Violation(message, date.span, evidence=(view.span_within(other, choice.start, choice.end),))


def _missing_references(view: NoteView, context: Context) -> Iterator[Violation]:
    for _, field, spec in _fields(view):
        for kind, words in spec.also:
            span = view.span_within(field.field, *content_bounds(field.content))
            named = view.evidence_within(span, kind)
            if named and not any(_has_number(field.content, text) for text in words):
                said = quote(named[0].span.text(view.text))
                message = f'"{field.field.label}" names {said}, but no {words[0]} was recognized. Add it.'
                yield Violation(message, named[0].span)


def _has_number(text: str, words: str) -> bool:
    """Return whether a text has some words, in any case, and a word with a digit close after them."""
    typed, wanted = _words_of(text), _words_of(words)
    ends = (start + len(wanted) for start in range(len(typed)) if typed[start : start + len(wanted)] == wanted)
    return any(any(map(str.isdigit, "".join(typed[end : end + _CLOSE]))) for end in ends)


def _words_of(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def _has_limits(view: NoteView) -> bool:
    """Return whether a template that the note fills in has a field with a length, a date or a reference."""
    return any(summary.template.has_limits for summary in view.summaries)


_LONG: Final = "Wave 2 waits for the licenses of all offices. " * 6
_LANG: Final = "Welle 2 wartet auf die Lizenzen aller Büros. " * 6
_APRIL: Final = Context(date=datetime.date(2020, 4, 6))

VALUE_TOO_LONG: Final = Rule(
    code="FT701",
    name="value-too-long",
    summary="A field is no longer than its template suggests.",
    rationale="Such fields are shown in little space, as on a slide, where longer text is cut or not read.",
    section="notes",
    ignore_when="Nobody shows the field in little space.",
    severity=Severity.INFORMATION,
    check=_long_values,
    only_where=_has_limits,
    examples=(
        Example(form(summary=_LONG.rstrip())),
        Example(f"{form()}**Risks:** {(_LONG * 2).rstrip()}\n"),
        Example(form(summary=_LANG.rstrip()), translation=form(summary=_LONG.rstrip())),
        Example.clean(form()),
        Example.clean(form(summary=f"Wave 2 waits. ## {_LONG.rstrip()}")),
        Example.clean(form(summary="Teams läuft."), translation=form()),
    ),
)

DATE_NOT_FOUND: Final = Rule(
    code="FT702",
    name="date-not-found",
    summary="A field for a date has one.",
    rationale="Whoever looks for what is due finds only dates.",
    section="notes",
    ignore_when="The date depends on somebody else, and the field says on whom.",
    severity=Severity.WARNING,
    check=_values_without_date,
    only_where=_has_limits,
    examples=(
        Example(form(update="soon")),
        Example(form(update="after the call with the CIO")),
        Example(form(update="bald"), translation=form(update="soon")),
        Example.clean(form()),
        Example.clean(form(update="Monday, May 4")),
        Example.clean(form(update="4. Mai 2020"), translation=form()),
    ),
)

DATE_TOO_LATE: Final = Rule(
    code="FT703",
    name="date-too-late",
    summary="A date in a field is within the time that its template gives.",
    rationale="The worse an engagement goes, the sooner its readers want to hear of it again.",
    section="notes",
    ignore_when="Readers know why the update comes later.",
    severity=Severity.WARNING,
    check=_late_dates,
    needs=("date",),
    only_where=_has_limits,
    examples=(
        Example(form(status="Red"), None, _APRIL),
        Example(form(update="4 September 2020"), None, _APRIL),
        Example(form(status="Yellow", update="4. Mai 2020"), None, _APRIL, translation=form(status="Yellow")),
        Example.clean(form(), _APRIL),
        Example.clean(form(status="Red", update="20 April"), _APRIL),
        Example.clean(form(status="Red")),
        Example.clean(form(update="4. Mai 2020"), _APRIL, translation=form()),
    ),
)

REFERENCE_MISSING: Final = Rule(
    code="FT704",
    name="reference-missing",
    summary="A field that names what has a number also names the number.",
    rationale="By its number, readers find the problem where it is worked on.",
    section="notes",
    ignore_when="The problem has no number yet.",
    severity=Severity.INFORMATION,
    check=_missing_references,
    word_lists=("first-party",),
    only_where=_has_limits,
    examples=(
        Example(VISIT.format("1st party software: the client crashes")),
        Example(VISIT.format("a bug in the sync client")),
        Example(
            VISIT.format("1st party software: Der Client stürzt ab"),
            translation=VISIT.format("1st party software: the client crashes"),
        ),
        Example.clean(VISIT.format("1st party software: the client crashes (Insight ID 4711)")),
        Example.clean(VISIT.format("3rd party software: the proxy drops calls")),
        Example.clean(
            VISIT.format("1st party software: Der Client stürzt ab (Insight 4711)"),
            translation=VISIT.format("1st party software: the client crashes (Insight 4711)"),
        ),
    ),
)
