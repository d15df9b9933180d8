"""The rule about notes that repeat the previous note about the same customer, which the context gives.

Source: the guidance page, section "Exec Summary Notes".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...analysis.progress import read_progress
from ...playbook.model import ChoiceMeaning
from ...syntax.parser import parse
from ...text.source import Span
from ...text.words import fold
from ..choice_values import meant_choices
from ..context import Context
from ..diagnostics import Severity
from ..note_view import NoteView
from ..rule import Example, Joining, Rule, Violation
from ..summary_view import SummaryView, WorkloadView, without_asides
from ._examples import HEAD, KOPF, ON_HOLD, TITLE

#: Fewer words, such as "on track", can be true again; in languages that don't separate words, fewer letters.
_FEW_WORDS: Final = 4
_FEW_LETTERS: Final = 10
#: Nothing new is expected about a customer with such a status.
_QUIET: Final[tuple[ChoiceMeaning, ...]] = ("resting",)
#: Notes differ "only in dates" if at least this share of their values is the same.
_ALIKE: Final = 0.5
_REMEDY: Final = "Write what has changed since."


def _repeated(view: NoteView, context: Context) -> Iterator[Violation]:
    if context.previous is None or context.repeats:
        return
    before = fold(without_asides(context.previous))
    at = f" ({context.previous_at})" if context.previous_at else ""
    if view.is_lifecycle:
        if _is_long(view.text) and fold(without_asides(view.text)) == before and not view.evidence("unreached"):
            start = len(view.text) - len(view.text.lstrip())
            span = Span(start, len(view.text.rstrip()))
            yield Violation(f"The note is word for word the previous one{at}. {_REMEDY}", span, severity=Severity.WARNING)
        return
    suspects = [summary for summary in view.summaries if _can_repeat(summary, before)]
    if not suspects:  # reading the previous note is slow
        return
    previous = NoteView(parse(context.previous, view.playbook, note_type=context.note_type), view.playbook)
    for summary in suspects:
        yield from _repetitions(view, summary, previous, at)


def _can_repeat(summary: SummaryView, before: str) -> bool:
    """Return whether parts of a summary are in the previous note: a cheap test."""
    if any(True for _ in meant_choices(summary, _QUIET)):
        return False
    contents = [view.content for view in summary.fields] + [view.content for view in summary.workloads]
    values = [folded for content in contents if (folded := fold(content))]
    found = sum(value in before for value in values)
    return found >= _ALIKE * len(values) or any(
        _is_long(workload.content) and fold(workload.content) in before for workload in summary.workloads
    )


def _repetitions(view: NoteView, summary: SummaryView, previous: NoteView, at: str) -> Iterator[Violation]:
    updates = [workload for workload in summary.workloads if _is_news(view, summary, workload)]
    texts = [] if summary.workloads else [one for one in summary.fields if one.spec and one.spec.kind == "text"]
    if not updates and not any(_is_long(text.content) for text in texts):
        return
    others = [other for other in previous.summaries if other.template is summary.template]
    called, head = f"The {summary.called} is", view.head_span(summary)
    if any(_words(view, summary) == _words(previous, other) for other in others):
        message = f"{called} word for word that of the previous note{at}. {_REMEDY}"
        yield Violation(message, head, severity=Severity.WARNING)
    elif any(_undated_words(view, summary) == _undated_words(previous, other) for other in others):
        yield Violation(f"{called} that of the previous note{at}, with other dates. {_REMEDY}", head)
    else:
        joining = Joining(
            f"The update of {{}} is word for word that of the previous note{at}. {_REMEDY}",
            f"The updates of {{}} are word for word those of the previous note{at}. {_REMEDY}",
        )
        known = {(one.key, fold(one.content)) for other in others for one in other.workloads if one.key}
        for workload in updates:
            if workload.key and (workload.key, fold(workload.content)) in known:
                span = view.document.span(workload.workload, "update")
                yield Violation.one_of(joining, head, summary.wording.name(workload.key), span)


def _is_long(text: str) -> bool:
    """Return whether a text is long enough to be new each time."""
    words = text.split()
    return len(words) >= _FEW_WORDS or any(not word.isascii() and len(word) >= _FEW_LETTERS for word in words)


def _is_news(view: NoteView, summary: SummaryView, workload: WorkloadView) -> bool:
    """Return whether an update can be expected to change: a workload that is deployed stays so."""
    if not _is_long(workload.content):
        return False
    progress = read_progress(workload.content, view.playbook, summary.language.code)
    return progress.done is None or progress.remaining is not None


def _words(view: NoteView, summary: SummaryView) -> str:
    """Return the folded words of a summary, without hashtags and comments."""
    return fold(without_asides(view.document.span(summary.node).text(view.text)))


def _undated_words(view: NoteView, summary: SummaryView) -> str:
    """Return the folded words of a summary without its dates."""
    span = view.document.span(summary.node)
    kept: list[str] = []
    start = span.start
    for date in view.dates:
        if span.start <= date.span.start and date.span.end <= span.end:
            kept.append(view.text[start : date.span.start])
            start = date.span.end
    return fold(without_asides("".join((*kept, view.text[start : span.end]))))


_EXO: Final = "   -  [EXO]  Exchange Online - wave 2 of the mailboxes on {}\n"
_TEAMS: Final = "   -  [TEAMS]  Teams - pilot with 40 people in the service desk\n"
_MAY: Final = f"{HEAD}{_EXO.format('12 May 2020')}{_TEAMS}"
_JUNE: Final = _MAY.replace("wave 2", "waves 2 and 3").replace("May", "June")
_MAI: Final = f"{KOPF}   -  [TEAMS]  Teams - Pilot mit 40 Leuten im Service\n"
_MAY_DE: Final = f"{HEAD}{_TEAMS}"

REPEATED_TEXT: Final = Rule(
    code="FT511",
    name="repeated-text",
    summary="A note says what is new since the previous one.",
    rationale="A summary is due if there is significant change since the last update. A text that is copied from the "
    "previous note hides whether nothing happened, or nobody looked. The rule leaves out customers on hold, workloads that are "
    "deployed, and texts of fewer than four words.",
    section="summaries",
    ignore_when="The text still holds, word for word, and was looked at again.",
    severity=Severity.INFORMATION,
    other_severity=Severity.WARNING,
    other_severity_if="the whole note is the same",
    check=_repeated,
    word_lists=("done", "finished", "remaining", "covered", "minor", "local", "unreached"),
    needs=("previous",),
    examples=(
        Example(_MAY, None, Context(previous=_MAY, previous_at="row 7")),
        Example(_MAY, None, Context(previous=_MAY.replace("12 May", "28 April"))),
        Example(_JUNE, None, Context(previous=_MAY)),
        Example("Met the CIO, who likes Teams.\n", None, Context(previous="Met the CIO, who likes Teams.\n")),
        Example(_MAI, None, Context(previous=_MAI), translation=_MAY_DE),
        Example.clean(_MAY),
        Example.clean(_JUNE, Context(previous=_MAY.replace("40", "20"))),
        Example.clean(f"{ON_HOLD}\n{_MAY.removeprefix(TITLE)}", Context(previous=f"{ON_HOLD}\n{_MAY.removeprefix(TITLE)}")),
        Example.clean(
            _MAI.replace("Pilot mit", "Fertig bei"),
            Context(previous=_MAI),
            translation=_MAY_DE.replace("pilot with", "done for"),
        ),
    ),
)
