"""Rules about choices that the rest of the summary, or the customer's intent, contradicts.

They only know plain words, and report at most one contradiction of a choice.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...analysis.progress import Progress, read_progress
from ...playbook.model import ChoiceMeaning, Intent
from ...playbook.word_lists import EvidenceKind
from ...text.source import Span
from ..choice_values import MeantChoice, meant_choices
from ..context import Context
from ..diagnostics import Severity
from ..intents import statements
from ..messages import quote
from ..note_view import NoteView, has_summaries
from ..rule import Example, Part, Rule, Violation
from ..summary_view import SummaryView, WorkloadView
from ._examples import BEZIEHUNG, FULLY, RELATION, STATUS_IS, STATUS_IST, VOLL
from ._parts import worded

_PROGRESS: Final[tuple[ChoiceMeaning, ...]] = ("unbegun", "partial", "complete")
_REMEDY: Final = "Correct the one that is out of date."

#: The intents, and the words in the text, that contradict a status.
_AGAINST_INTENT: Final[dict[ChoiceMeaning, tuple[Intent, ...]]] = {
    "busy": ("pausing",),
    "resting": ("accelerating", "deploying"),
}
_AGAINST_STATUS: Final[dict[ChoiceMeaning, tuple[EvidenceKind, ...]]] = {
    "busy": ("pausing", "stopping", "inactive"),
    "resting": ("active",),
}
#: The words in a sentence about weekly calls by which these are over, or still to come.
_ENDS: Final[tuple[EvidenceKind, ...]] = ("pausing", "stopping", "settled", "unbegun")


def _contradicted(view: NoteView, one: MeantChoice, rest: str, *evidence: Span, severity: Severity | None = None) -> Violation:
    """Return the violation of a choice that something contradicts."""
    typed = quote(one.field.value[one.start : one.end])
    message = f"{one.field.label} is {typed}, but {rest}. {_REMEDY}"
    span = view.span_within(one.field, one.start, one.end)
    explains = (worded(view, one.field), *((Part("choice", span),) if severity else ()))
    return Violation(message, span, (), evidence, severity, explains=explains)


def _contradicted_progress(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        updates = [workload for workload in summary.workloads if workload.content.strip()]
        found: dict[ChoiceMeaning, tuple[str, list[Span]] | None] = {}  # each meaning is compared with the workloads once
        for one in meant_choices(summary, _PROGRESS) if updates else ():
            if one.meaning not in found:
                compare = _all_alike if one.meaning == "partial" else _first_against
                found[one.meaning] = compare(view, summary, one.meaning, updates)
            if contradiction := found[one.meaning]:
                yield _contradicted(view, one, contradiction[0], *contradiction[1])


def _first_against(
    view: NoteView, summary: SummaryView, meaning: ChoiceMeaning, updates: list[WorkloadView]
) -> tuple[str, list[Span]] | None:
    """Return the first contradiction of a choice by the update of a workload: a clause, and the words of the update."""
    for workload in updates:
        words = _against(meaning, _read(view, summary, workload))
        if words:
            span = _span(view, workload, words)
            return f"the note says {quote(span.text(view.text))} about {quote(_name(summary, workload))}", [span]
    return None


def _read(view: NoteView, summary: SummaryView, workload: WorkloadView) -> Progress:
    return read_progress(workload.content, view.playbook, summary.language.code)


def _against(meaning: ChoiceMeaning, progress: Progress) -> Span | None:
    """Return the words of an update that contradict a deployment that is complete, or one that has not begun."""
    if meaning == "complete":
        return progress.remaining or (None if progress.done else progress.planned or progress.unbegun)
    return progress.begun or (None if progress.remaining or progress.unbegun else progress.done)


def _all_alike(
    view: NoteView, summary: SummaryView, meaning: ChoiceMeaning, updates: list[WorkloadView]
) -> tuple[str, list[Span]] | None:
    """Return a contradiction of a choice if each of several workloads is deployed, or none of them has begun."""
    done: list[Span] = []
    unbegun: list[Span] = []
    for number, workload in enumerate(updates if len(updates) > 1 else ()):
        progress = _read(view, summary, workload)
        if progress.done and not progress.remaining:
            done.append(_span(view, workload, progress.done))
        elif progress.unbegun and not (progress.done or progress.remaining or progress.begun):
            unbegun.append(_span(view, workload, progress.unbegun))
        if max(len(done), len(unbegun)) <= number:
            return None  # they are not all alike: most notes end here at the first workload
    if done:
        return "all workloads in the list are deployed", done
    return ("no workload in the list has begun", unbegun) if unbegun else None


def _span(view: NoteView, workload: WorkloadView, words: Span) -> Span:
    return view.span_within(workload.workload, words.start, words.end)


def _name(summary: SummaryView, view: WorkloadView) -> str:
    return summary.wording.name(view.key) if view.key else view.workload.tag or view.workload.name


def _contradicted_status(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for one in meant_choices(summary, _AGAINST_STATUS):
            if context.intent in _AGAINST_INTENT[one.meaning]:
                yield _contradicted(view, one, f'the intent is given as "{context.intent}"', severity=Severity.WARNING)
            elif words := next(_words_against(view, summary, one.meaning), None):
                yield _contradicted(view, one, f"the note says {quote(words.text(view.text))}", words)


def _words_against(view: NoteView, summary: SummaryView, meaning: ChoiceMeaning) -> Iterator[Span]:
    """Yield the words in the text fields that contradict a status."""
    if not any(view.evidence(kind) for kind in _AGAINST_STATUS[meaning]):
        return
    for field, spec, content in summary.fields:
        if spec is None or spec.kind != "text" or not content.strip():
            continue
        part = view.document.span(field, "value")
        if meaning == "busy":
            yield from (statement.span for statement in statements(view, "pausing", part, "deployment"))
            yield from (mention.span for mention in view.evidence_within(part, "inactive"))
        else:
            for mention in view.evidence_within(part, "active"):
                sentence = view.sentences.at(mention.span.start)
                if not any(view.has_evidence(sentence, kind) for kind in _ENDS):
                    yield mention.span


PROGRESS_CONTRADICTED: Final = Rule(
    code="FT205",
    name="progress-contradicted",
    summary="The workloads don't contradict the deployment progress.",
    rationale="If the progress is Fully Deployed and part of a workload is still to come, or the progress is Not Deployed and "
    "a workload is in use, readers can't tell which of the two is out of date. The rule only knows plain words; the writer has "
    "to judge what they mean.",
    section="template",
    ignore_when="The words are about something other than the deployment of the workload, such as a planned workshop.",
    word_lists=("planned", "done", "finished", "remaining", "covered", "unbegun", "minor", "local"),
    severity=Severity.INFORMATION,
    check=_contradicted_progress,
    only_where=has_summaries,
    examples=(
        Example(FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - not started\n"),
        Example(FULLY + "   -  [EXO]  Exchange Online - 90 % of the mailboxes migrated, the rest in June\n"),
        Example(FULLY.replace("Fully", "Not") + "   -  [EXO]  Exchange Online - fully deployed since March\n"),
        Example(
            FULLY.replace("Fully", "Partially")
            + "   -  [EXO]  Exchange Online - completed in March\n   -  [TEAMS]  Teams - live\n"
        ),
        Example(
            VOLL + "   -  [TEAMS]  Teams - Pilot mit 40 Leuten\n",
            translation=FULLY + "   -  [TEAMS]  Teams - pilot with 40 people\n",
        ),
        Example.clean(FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - in use everywhere\n"),
        Example.clean(FULLY + "   -  [EXO]  Exchange Online - Completed. Planning the celebration.\n"),
        Example.clean(FULLY.replace("Fully", "Partially") + "   -  [TEAMS]  Teams - not started\n"),
        Example.clean(
            VOLL + "   -  [EXO]  Exchange Online - in Betrieb\n", translation=FULLY + "   -  [EXO]  Exchange Online - live\n"
        ),
    ),
)

STATUS_CONTRADICTED: Final = Rule(
    code="FT206",
    name="status-contradicted",
    summary="Neither the text nor the customer's intent contradicts the status of the engagement.",
    rationale="If the status is Fully Engaged and the text says that the project is on hold, or the status is On Hold beside "
    "weekly calls, readers can't tell which of the two is out of date. The rule only knows plain words; the writer has to "
    "judge what they mean.",
    section="template",
    ignore_when="The words are about something other than this engagement.",
    word_lists=("pausing", "stopping", "deployment", "wish", "minor", "active", "inactive"),
    needs=("intent",),
    severity=Severity.INFORMATION,
    other_severity=Severity.WARNING,
    other_severity_if="the intent of the customer is given",
    check=_contradicted_status,
    only_where=has_summaries,
    examples=(
        Example(STATUS_IS + "Fully Engaged\n" + RELATION + "The project is on hold, and we have no calls.\n"),
        Example(STATUS_IS + "On Hold\n" + RELATION + "Weekly calls with the project team.\n"),
        Example(STATUS_IS + "Fully Engaged\n", None, Context(intent="pausing")),
        Example(
            STATUS_IST + "Angehalten\n" + BEZIEHUNG + "Wöchentliche Termine mit dem Projektteam.\n",
            translation=STATUS_IS + "On Hold\n" + RELATION + "Weekly meetings with the project team.\n",
        ),
        Example.clean(STATUS_IS + "On Hold\n" + RELATION + "The weekly calls are paused until the autumn.\n"),
        Example.clean(STATUS_IS + "Fully Engaged\n" + RELATION + "Weekly calls; one workshop was postponed.\n"),
        Example.clean(STATUS_IS + "On Hold\n", Context(intent="pausing")),
        Example.clean(
            STATUS_IST + "Vollständig beteiligt\n" + BEZIEHUNG + "Wöchentliche Termine.\n",
            translation=STATUS_IS + "Fully Engaged\n" + RELATION + "Weekly meetings.\n",
        ),
    ),
)
