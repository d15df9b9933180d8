"""Rules about the next actions of notes, and about dates.

Source: the guidance page, section "Frequency": the detail on "the Next Action, Date, and Owner".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...analysis.actions.items import NextAction
from ...analysis.dates.mention import PartialDate, Precision
from ...playbook.model import Ask
from ...playbook.playbook import Playbook
from ...text.source import Span
from ...text.words import fold
from ..context import Context
from ..diagnostics import Severity
from ..messages import listed, quote
from ..note_view import NoteView, is_lifecycle
from ..rule import Example, MissingContext, Rule, Violation
from ..summary_view import FieldView, content_bounds
from .lifecycle import expects_actions


def _missing_next_action(view: NoteView, context: Context) -> Iterator[Violation]:
    if not expects_actions(view, context) or view.next_actions:
        return
    if context.note_type is None and not view.action_reading.names_party:
        return  # it can be any text
    if view.action_reading.states_none:
        return
    message = (
        "No next action was recognized. Add one with its date and its owner, as in "
        '"Next action: send the plan. Date: 30 April 2020. Owner: Ana".'
    )
    text = view.text
    yield Violation(message, Span(len(text) - len(text.lstrip()), len(text.rstrip())))


def asks_for_actions(view: NoteView) -> bool:
    """Return whether the note has text but no summary, or a field that asks for the date or owner of a next action."""
    return view.is_lifecycle or bool(_asking(view, "date") or _asking(view, "owner"))


def _asking(view: NoteView, ask: Ask) -> list[FieldView]:
    """Return the fields with content that ask for something, except those that say that there is nothing."""
    none = _words_for_nothing(view.playbook)
    return [
        field
        for summary in view.summaries
        for field in summary.fields
        if field.spec and ask in field.spec.asks and fold(field.content) not in none
    ]


@lru_cache(maxsize=16)
def _words_for_nothing(playbook: Playbook) -> frozenset[str]:
    """Return the folded words in place of an action: "none", "TBD"; and no words at all."""
    actions = [words.actions for words in playbook.words]
    return frozenset({"", *(fold(word) for words in actions for word in (*words.nobody, *words.unknown, *words.no_action))})


def _value_span(view: NoteView, field: FieldView) -> Span:
    return view.span_within(field.field, *content_bounds(field.content))


def _open_actions(view: NoteView, context: Context) -> list[NextAction]:
    """Return the next actions of a lifecycle note that are not done; those in prose only if no other one is complete.

    A note with a label, list or table that says what is next, when and by whom tells the story in its sentences.
    """
    if not (view.is_lifecycle and view.next_actions and expects_actions(view, context)):
        return []
    actions = [action for action in view.next_actions if not action.done]
    listed = [action for action in actions if not action.in_prose]
    return listed if any(action.date and action.owner for action in listed) else actions


def _actions_without_date(view: NoteView, context: Context) -> Iterator[Violation]:
    actions = _open_actions(view, context)
    for above, action in zip([None, *actions], actions, strict=False):
        goes_on = above is not None and above.date is not None and view.action_reading.goes_on(above, action)
        if action.date is None and not goes_on:
            message = f"The next action {quote(action.what)} has no date. Add when it is due."
            yield Violation(message, action.what_span)
    for field in _asking(view, "date"):
        span = _value_span(view, field)
        if not any(span.start <= date.span.start < span.end for date in view.dates):
            yield Violation(f'No date was recognized in "{field.field.label}". Add when it is due.', span)


def _actions_without_owner(view: NoteView, context: Context) -> Iterator[Violation]:
    for action in _open_actions(view, context):
        if action.owner is None and not action.event and not view.action_reading.may_name_owner(action):
            message = f"The next action {quote(action.what)} has no owner. Add who is responsible."
            yield Violation(message, action.what_span)
    for field in _asking(view, "owner"):
        span = _value_span(view, field)
        actions = [action for action in view.next_actions if span.start <= action.what_span.start < span.end]
        if not any(action.owner or action.event or view.action_reading.may_name_owner(action) for action in actions):
            yield Violation(f'No owner was recognized in "{field.field.label}". Add who is responsible.', span)


def _ambiguous_dates(view: NoteView, context: Context) -> Iterator[Violation]:
    for date in view.ambiguous_dates:
        is_due = not date.year_known and any(action.date == date and not action.done for action in view.next_actions)
        dated = date if context.date is None else date.written_on(context.date, due=is_due)
        days = dict.fromkeys(_with_month_name(reading.begin, view.playbook) for reading in dated.as_written)
        message = f"{quote(date.text)} can be read as {listed(list(days), 'or')}. Write the month as a word."
        if any(reading.begin.precision is Precision.MONTH for reading in dated.as_written):
            message = f"{quote(date.text)} can be read as {listed(list(days), 'or')}. Write the year with four digits."
        yield Violation(message, date.span)


def _with_month_name(day: PartialDate, playbook: Playbook) -> str:
    """Return a day with its month as a word, in the language of the messages."""
    months = playbook.words_of("en").dates.months
    month = months[day.month - 1] if months else f"month {day.month}"
    number = "" if day.precision is Precision.MONTH else f"{day.number} "
    return f"{number}{month} {day.year or ''}".rstrip()


def _past_actions(view: NoteView, context: Context) -> Iterator[Violation | MissingContext]:
    if context.date is None:
        if view.is_lifecycle and any(action.date for action in view.next_actions):
            yield MissingContext(("date",))
        return
    for action in view.next_actions:
        if action.done:
            continue
        days = action.date.written_on(context.date, due=True).readings if action.date else ()
        if action.date and days and all(day.last < context.date for day in days):
            message = (
                f"The next action {quote(action.what)} was due on {quote(action.date.text)}, before the date of the note "
                f"({context.date.isoformat()}). Report its result, and add the next action."
            )
            yield Violation(message, action.date.span)


_TITLE: Final = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Contoso\n"
_TITEL: Final = "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- BESCHREIBUNG DES KUNDEN: Contoso\n"
_MAY: Final = Context(date=datetime.date(2020, 5, 8))

NEXT_ACTION_MISSING: Final = Rule(
    code="FT501",
    name="next-action-missing",
    summary="A lifecycle note has a next action.",
    rationale="Readers of such a note look for the next action, its date and its owner.",
    section="actions",
    ignore_when="Nothing is left to do for this customer.",
    severity=Severity.INFORMATION,
    check=_missing_next_action,
    word_lists=("parties", "what", "no_action", "will", "verbs", "events"),
    only_where=is_lifecycle,
    examples=(
        Example("The account team has planned a workshop about Teams.\n"),
        Example("Met the new CIO today. Good talk.\n"),
        Example("Heute den neuen CIO des Kunden getroffen.\n", translation="Met the customer's new CIO today.\n"),
        Example.clean("Met the new CIO. Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"),
        Example.clean("The customer has finished. No further action needed.\n"),
        Example.clean("Pea soup: cook for 20 minutes.\n"),
        Example.clean(_TITLE),
        Example.clean(
            "CIO getroffen. Nächster Schritt: Plan schicken, bis 30. April 2020, verantwortlich: Jürgen\n",
            translation="Met the CIO. Next step: send the plan, by 30 April 2020, owner: Jürgen\n",
        ),
    ),
)

NEXT_ACTION_WITHOUT_DATE: Final = Rule(
    code="FT502",
    name="next-action-without-date",
    summary="A next action has a date.",
    rationale="Without a date, nobody can see whether it is late.",
    section="actions",
    ignore_when="The date depends on somebody else, and the note says so.",
    severity=Severity.INFORMATION,
    check=_actions_without_date,
    word_lists=("what", "date"),
    only_where=asks_for_actions,
    examples=(
        Example("Next action: send the plan. Owner: Ana\n"),
        Example("Met the new CIO.\n- Next action: ask the partner for a plan\n- Owner: Ana\n"),
        Example(
            "Nächster Schritt: Plan schicken, verantwortlich: Jürgen\n",
            translation="Next step: send the plan, owner: Jürgen\n",
        ),
        Example.clean("Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"),
        Example.clean("Met the new CIO. No actions.\n"),
        Example.clean("The partner will send the plan by April 30, 2020, and we will check it.\n"),
        Example.clean("The partner will send a plan.\nNext action: check the plan. Date: 30 April 2020. Owner: Ana\n"),
        Example.clean(
            "Nächster Schritt: Plan schicken, bis 30. April 2020, verantwortlich: Jürgen\n",
            translation="Next step: send the plan, due: 30 April 2020, owner: Jürgen\n",
        ),
    ),
)

NEXT_ACTION_WITHOUT_OWNER: Final = Rule(
    code="FT503",
    name="next-action-without-owner",
    summary="A next action has an owner.",
    rationale="An action without an owner is often not done.",
    section="actions",
    ignore_when="The owner is clear to all readers, as when a team has one member.",
    severity=Severity.INFORMATION,
    check=_actions_without_owner,
    word_lists=("what", "owner", "nobody", "unknown", "parties", "actors", "everybody"),
    only_where=asks_for_actions,
    examples=(
        Example("Next action: send the plan. Date: 30 April 2020\n"),
        Example("Met the new CIO.\n- Next action: send the plan\n- Date: 30 April 2020\n"),
        Example(
            "Nächster Schritt: Plan schicken, bis 30. April 2020 (Rückmeldung offen)\n",
            translation="Next step: send the plan, by 30 April 2020 (answer pending)\n",
        ),
        Example(
            "Nächster Schritt: Jürgen anrufen. Datum: 30. April 2020\n",
            translation="Next step: call Jürgen. Date: 30 April 2020\n",
        ),
        Example.clean("Next action: send the plan. Date: 30 April 2020. Owner: Ana\n"),
        Example.clean("Ana will send the plan by April 30, 2020.\n"),
        Example.clean("Nobody answered. Will call again on April 30, 2020.\n"),
        Example.clean(
            "Nächster Schritt: Plan schicken, bis 30. April 2020, verantwortlich: Jürgen\n",
            translation="Next step: send the plan, due: 30 April 2020, owner: Jürgen\n",
        ),
    ),
)

DATE_AMBIGUOUS: Final = Rule(
    code="FT504",
    name="date-ambiguous",
    summary="A date can be read in only one way.",
    rationale="04/05/2019 is 4 May for some readers and 5 April for others, because countries order day and month "
    "differently, and notes are read in many countries.",
    section="actions",
    ignore_when="All readers of the note write dates in the same order.",
    severity=Severity.INFORMATION,
    check=_ambiguous_dates,
    examples=(
        Example("Next action: send the plan. Date: 04/05/2019. Owner: Ana\n"),
        Example(_TITLE + "- REQUESTS FOR SUPPORT: speaker on 3/4/2020\n"),
        Example("Anruf bei José, 04/05/2019.\n", translation="Call with José, 04/05/2019.\n"),
        Example.clean("Calls on 09/27/2019, 4 May 2019, 2019-05-04 and 05/05/2019.\n"),
        Example.clean("Half of them (4/5) are done, version 4.5.2019 runs.\n"),
        Example.clean(
            _TITEL + "- UNTERSTÜTZUNGSANFORDERUNG: Sprecher am 03.04.2020\n",
            translation=_TITLE + "- REQUESTS FOR SUPPORT: speaker on 03.04.2020\n",
        ),
    ),
)

DATE_PAST: Final = Rule(
    code="FT505",
    name="next-action-past",
    summary="A next action is not yet due when the note is written.",
    rationale="An action that was due before the note was written is not the next one.",
    section="actions",
    ignore_when="The action is late, and the note says so.",
    severity=Severity.WARNING,
    check=_past_actions,
    word_lists=("what", "date"),
    needs=("date",),
    examples=(
        Example("Next action: send the plan. Date: 30 April 2020. Owner: Ana\n", None, _MAY),
        Example(_TITLE + "- REQUESTS FOR SUPPORT: Ana will send the plan by April 30.\n", None, _MAY),
        Example(
            "Nächster Schritt: Plan schicken, bis 30. April 2020, verantwortlich: Jürgen\n",
            None,
            _MAY,
            translation="Next step: send the plan, by 30 April 2020, owner: Jürgen\n",
        ),
        Example.clean("Next action: send the plan. Date: 8 May 2020. Owner: Ana\n", _MAY),
        Example.clean("Met the CIO on 30 April 2020.\n", _MAY),
        Example.clean("Next action: send the plan by 30 April 2020 (Ana): done\n", _MAY),
        Example.clean(
            "Nächster Schritt: Plan schicken, bis Ende Mai, verantwortlich: Jürgen\n",
            _MAY,
            translation="Next step: send the plan, by the end of May, owner: Jürgen\n",
        ),
    ),
)
