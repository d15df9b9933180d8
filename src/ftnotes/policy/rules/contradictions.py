"""Rules about choices that the rest of the summary, or the customer's intent, contradicts.

They only know plain words, and report at most one contradiction of a choice.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ...analysis.progress import Progress, read_progress
from ...playbook.choice_reading import read_choice
from ...playbook.word_lists import EvidenceKind
from ...syntax.exec_summary import DeploymentProgress, EngagementStatus
from ...syntax.nodes import Field
from ...text.sentences import sentence_at
from ...text.source import Span
from ..context import Context
from ..diagnostics import Severity
from ..intents import statements
from ..messages import TEMPLATE, quote
from ..note_view import NoteView
from ..rule import Example, Part, Rule, Violation
from ..summary_view import SummaryView, WorkloadView
from ._examples import HEAD, KOPF, PROGRESS_IS, STATUS_IS, STATUS_IST, TITEL, TITLE

_PROGRESS: Final = "deployment-progress"
_STATUS: Final = "engagement-status"
_REMEDY: Final = "Correct the one that is out of date."

#: The pairs of a status and an intent that contradict each other.
_AGAINST_INTENT: Final = (
    (EngagementStatus.FULLY_ENGAGED, "pausing"),
    (EngagementStatus.ON_HOLD, "accelerating"),
    (EngagementStatus.ON_HOLD, "deploying"),
)
#: The words by which the text can contradict a status.
_AGAINST_STATUS: Final[dict[str, tuple[EvidenceKind, ...]]] = {
    EngagementStatus.FULLY_ENGAGED: ("pausing", "stopping", "inactive"),
    EngagementStatus.ON_HOLD: ("active",),
}
#: The words in a sentence about weekly calls by which these are over, or still to come.
_ENDS: Final[tuple[EvidenceKind, ...]] = ("pausing", "stopping", "settled", "unbegun")


class _Chosen(NamedTuple):
    """A field whose choice can be read, and the offsets of its words."""

    field: Field
    choice: str
    start: int
    end: int

    def but(self, view: NoteView, rest: str, *evidence: Span, severity: Severity | None = None) -> Violation:
        """Return the violation of a choice that something contradicts."""
        typed = quote(self.field.value[self.start : self.end])
        message = f"{self.field.label} is {typed}, but {rest}. {_REMEDY}"
        span = view.span_within(self.field, self.start, self.end)
        explains = (Part("choice", span),) if severity else ()
        return Violation(message, span, (), evidence, severity, explains=explains)


def _chosen(summary: SummaryView, key: str) -> Iterator[_Chosen]:
    for field, _, _ in summary.choices:
        read = read_choice(summary.template, key, field.value) if field.key == key else None
        if read is not None:
            yield _Chosen(field, read.choice, read.start, read.end)


def _contradicted_progress(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        updates = [workload for workload in summary.workloads if workload.content.strip()]
        found: dict[str, tuple[str, list[Span]] | None] = {}  # each choice is compared with the workloads once
        for one in _chosen(summary, _PROGRESS) if updates else ():
            if one.choice not in found:
                compare = _all_alike if one.choice == DeploymentProgress.PARTIALLY_DEPLOYED else _first_against
                found[one.choice] = compare(view, summary, one.choice, updates)
            if contradiction := found[one.choice]:
                yield one.but(view, contradiction[0], *contradiction[1])


def _first_against(
    view: NoteView, summary: SummaryView, choice: str, updates: list[WorkloadView]
) -> tuple[str, list[Span]] | None:
    """Return the first contradiction of a choice by the update of a workload: a clause, and the words of the update."""
    for workload in updates:
        words = _against(choice, _read(view, summary, workload))
        if words:
            span = _span(view, workload, words)
            return f"the note says {quote(span.text(view.text))} about {quote(_name(summary, workload))}", [span]
    return None


def _read(view: NoteView, summary: SummaryView, workload: WorkloadView) -> Progress:
    return read_progress(workload.content, view.playbook, summary.language.code)


def _against(choice: str, progress: Progress) -> Span | None:
    """Return the words of an update that contradict a deployment that is complete, or one that has not begun."""
    if choice == DeploymentProgress.FULLY_DEPLOYED:
        return progress.remaining or (None if progress.done else progress.planned or progress.unbegun)
    return progress.begun or (None if progress.remaining or progress.unbegun else progress.done)


def _all_alike(view: NoteView, summary: SummaryView, choice: str, updates: list[WorkloadView]) -> tuple[str, list[Span]] | None:
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
        for one in _chosen(summary, _STATUS):
            if (one.choice, context.intent) in _AGAINST_INTENT:
                yield one.but(view, f'the intent is given as "{context.intent}"', severity=Severity.WARNING)
            elif words := next(_words_against(view, summary, one.choice), None):
                yield one.but(view, f"the note says {quote(words.text(view.text))}", words)


def _words_against(view: NoteView, summary: SummaryView, choice: str) -> Iterator[Span]:
    """Yield the words in the text fields that contradict a status."""
    if not any(view.evidence(kind) for kind in _AGAINST_STATUS.get(choice, ())):
        return
    for field, spec, content in summary.fields:
        if spec is None or spec.kind != "text" or not content.strip():
            continue
        part = view.document.span(field, "value")
        if choice == EngagementStatus.FULLY_ENGAGED:
            yield from (statement.span for statement in statements(view, "pausing", part, "deployment"))
            yield from (mention.span for mention in view.evidence_within(part, "inactive"))
        else:
            for mention in view.evidence_within(part, "active"):
                sentence = sentence_at(view.text, mention.span.start)
                if not any(view.evidence_within(sentence, kind) for kind in _ENDS):
                    yield mention.span


_FULLY: Final = PROGRESS_IS + "Fully Deployed\n" + HEAD.removeprefix(TITLE)
_VOLL: Final = TITEL + "- M365-BEREITSTELLUNGSFORTSCHRITT: Vollständig bereitgestellt\n" + KOPF.removeprefix(TITEL)
_RELATION: Final = "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: "
_BEZIEHUNG: Final = "- ÜBERSICHT DER AKTUELLEN BEZIEHUNG ZU KUNDEN-/PARTNER-/ACCOUNT TEAM: "

PROGRESS_CONTRADICTED: Final = Rule(
    code="FT205",
    name="progress-contradicted",
    summary="The workloads don't contradict the deployment progress.",
    rationale="If the progress is Fully Deployed and part of a workload is still to come, or the progress is Not Deployed and "
    "a workload is in use, readers can't tell which of the two is out of date. The rule only knows plain words; the writer has "
    f"to judge what they mean ({TEMPLATE}).",
    ignore_when="The words are about something other than the deployment of the workload, such as a planned workshop.",
    word_lists=("planned", "done", "finished", "remaining", "covered", "unbegun", "minor", "local"),
    severity=Severity.INFORMATION,
    check=_contradicted_progress,
    examples=(
        Example(_FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - not started\n"),
        Example(_FULLY + "   -  [EXO]  Exchange Online - 90 % of the mailboxes migrated, the rest in June\n"),
        Example(_FULLY.replace("Fully", "Not") + "   -  [EXO]  Exchange Online - fully deployed since March\n"),
        Example(
            _FULLY.replace("Fully", "Partially")
            + "   -  [EXO]  Exchange Online - completed in March\n   -  [TEAMS]  Teams - live\n"
        ),
        Example(
            _VOLL + "   -  [TEAMS]  Teams - Pilot mit 40 Leuten\n",
            translation=_FULLY + "   -  [TEAMS]  Teams - pilot with 40 people\n",
        ),
        Example.clean(_FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - in use everywhere\n"),
        Example.clean(_FULLY + "   -  [EXO]  Exchange Online - Completed. Planning the celebration.\n"),
        Example.clean(_FULLY.replace("Fully", "Partially") + "   -  [TEAMS]  Teams - not started\n"),
        Example.clean(
            _VOLL + "   -  [EXO]  Exchange Online - in Betrieb\n", translation=_FULLY + "   -  [EXO]  Exchange Online - live\n"
        ),
    ),
)

STATUS_CONTRADICTED: Final = Rule(
    code="FT206",
    name="status-contradicted",
    summary="Neither the text nor the customer's intent contradicts the status of the engagement.",
    rationale="If the status is Fully Engaged and the text says that the project is on hold, or the status is On Hold beside "
    "weekly calls, readers can't tell which of the two is out of date. The rule only knows plain words; the writer has to "
    f"judge what they mean ({TEMPLATE}).",
    ignore_when="The words are about something other than this engagement.",
    word_lists=("pausing", "stopping", "deployment", "wish", "minor", "active", "inactive"),
    needs=("intent",),
    severity=Severity.INFORMATION,
    other_severity=Severity.WARNING,
    other_severity_if="the intent of the customer is given",
    check=_contradicted_status,
    examples=(
        Example(STATUS_IS + "Fully Engaged\n" + _RELATION + "The project is on hold, and we have no calls.\n"),
        Example(STATUS_IS + "On Hold\n" + _RELATION + "Weekly calls with the project team.\n"),
        Example(STATUS_IS + "Fully Engaged\n", None, Context(intent="pausing")),
        Example(
            STATUS_IST + "Angehalten\n" + _BEZIEHUNG + "Wöchentliche Termine mit dem Projektteam.\n",
            translation=STATUS_IS + "On Hold\n" + _RELATION + "Weekly meetings with the project team.\n",
        ),
        Example.clean(STATUS_IS + "On Hold\n" + _RELATION + "The weekly calls are paused until the autumn.\n"),
        Example.clean(STATUS_IS + "Fully Engaged\n" + _RELATION + "Weekly calls; one workshop was postponed.\n"),
        Example.clean(STATUS_IS + "On Hold\n", Context(intent="pausing")),
        Example.clean(
            STATUS_IST + "Vollständig beteiligt\n" + _BEZIEHUNG + "Wöchentliche Termine.\n",
            translation=STATUS_IS + "Fully Engaged\n" + _RELATION + "Weekly meetings.\n",
        ),
    ),
)
