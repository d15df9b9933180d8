"""Rules for the fields that take one of a few choices: status of the engagement, progress of deployment, and your own.

An empty field is not their matter. Each rule claims values that the others leave alone.

Source: the guidance page, section "Template for Note Entries".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

from ...analysis.evidence import iterate_evidence
from ...playbook.model import DeploymentProgress, EvidenceKind
from ...playbook.playbook import Playbook
from ...text.edits import Edit
from ...text.source import Span
from ...text.suggest import within_edit_distance
from ...text.words import fold
from ..choice_values import folded_choices, unclear
from ..context import Context
from ..diagnostics import Fix, Severity
from ..messages import TEMPLATE, listed, quote
from ..note_view import NoteView, has_deviating_choices
from ..rule import Example, Rule, Violation
from ..summary_view import SummaryView, content_bounds

#: Fewer letters than these could be the start of anything.
_ENOUGH: Final = 4
#: A choice may be misspelled by one letter in so many.
_LETTERS_A_SLIP: Final = 5

#: The field of which workloads can say something else, and for its choices: what evidence speaks against them, and why.
_PROGRESS: Final = "deployment-progress"
_AGAINST: Final[dict[str, tuple[EvidenceKind, str]]] = {
    DeploymentProgress.FULLY_DEPLOYED.value: ("planned", "what is still planned is not deployed"),
    DeploymentProgress.NOT_DEPLOYED.value: ("done", "something is deployed then"),
}

#: Signs around or within a choice that say something: all but those that merely set it apart.
_ODD_SIGNS: Final = re.compile(r"[^\w\s*.,:;()\[\]{}\"'“”‘’„«»`/&+－–—-]")

#: Brackets that belong to the words behind them.
_OPENING: Final = "([（"


def _not_in_list(view: NoteView, context: Context) -> Iterator[Violation]:
    for at in unclear(view):
        if at.undecided or at.leading:
            continue
        start, end = content_bounds(at.content)
        words = at.field.value[start:end]
        span = view.span_within(at.field, start, end)
        choices = [at.summary.wording.choice(at.key, choice) for choice in at.choices]
        whole = words == at.content[start:end] and "\n" not in words
        meant = closest(view.playbook, at.key, words) if whole else None
        fixes: tuple[Fix, ...] = ()
        advice = "Put the one that applies"
        if meant is not None:
            better = at.summary.wording.choice(at.key, meant)
            advice = f'Did you mean "{better}"? {advice}'
            fixes = (Fix(f'write "{better}"', (Edit(span, better),), safe=False),)
        message = (
            f"{at.field.label} says {quote(words)}, which is none of its choices: {listed(choices, 'or')}. "
            f"{advice} ({TEMPLATE})."
        )
        yield Violation(message, span, fixes)


def _left_open(view: NoteView, context: Context) -> Iterator[Violation]:
    for at in unclear(view):
        if at.undecided:
            named = dict.fromkeys(mention.choice for mention in at.mentions)
            choices = [at.summary.wording.choice(at.key, choice) for choice in named]
            message = (
                f"{at.field.label} is not decided: it names {listed(choices)}. "
                f"Keep the one that applies today and delete the rest ({TEMPLATE})."
            )
            yield Violation(message, view.span_within(at.field, *content_bounds(at.content)))


def _more_words(view: NoteView, context: Context) -> Iterator[Violation]:
    for at in unclear(view):
        choice = at.leading
        if choice is None or at.undecided:
            continue
        _, end = content_bounds(at.content)
        rest = next((index for index in range(choice.end, end) if fold(at.content[index])), choice.end)
        rest -= at.content[rest - 1] in _OPENING
        message = (
            f"{at.field.label} says {quote(at.field.value[choice.start : choice.end])} and then more: "
            f"{quote(at.field.value[rest:end])}. The template takes one of its choices here and nothing else, so that "
            f"engagements can be counted: move the rest to the bullet where it belongs ({TEMPLATE})."
        )
        evidence = view.span_within(at.field, choice.start, choice.end)
        yield Violation(message, view.span_within(at.field, rest, end), evidence=(evidence,))


def _spelled_otherwise(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        for field, _, words in summary.deviating_choices:
            key = field.key or ""
            start, end = content_bounds(words)
            typed = words[start:end]
            choice = view.playbook.vocabulary.choice(key, words)
            if choice is not None and _ODD_SIGNS.search(typed):
                # A question mark, struck out words, an emoji: these say something, and stay.
                core = [at for at in range(start, end) if words[at].isalnum()]
                start, end = core[0], core[-1] + 1
                typed = words[start:end]
            if choice is None or typed in view.template.choices[key] or typed != field.value[start:end]:
                continue
            better = summary.wording.for_choice(key, typed).published_choice(key, choice, typed)
            span = view.span_within(field, start, end)
            message = f'{field.label} says {quote(typed)}; the template writes "{better}" ({TEMPLATE}).'
            yield Violation(message, span, (Fix(f'write "{better}"', (Edit(span, better),), safe=True),))


def _contradicts_itself(view: NoteView, context: Context) -> Iterator[Violation]:
    for summary in view.summaries:
        speaking: dict[EvidenceKind, tuple[str, Span] | None] = {}
        for field, _, words in summary.choices:
            against = _AGAINST.get(view.playbook.vocabulary.choice(_PROGRESS, words) or "") if field.key == _PROGRESS else None
            if against is None:
                continue
            kind, says = against
            if kind not in speaking:
                speaking[kind] = _speaking(view, summary, kind)
            if (speaker := speaking[kind]) is not None:
                name, span = speaker
                start, end = content_bounds(words)
                message = (
                    f"{field.label} says {quote(words[start:end])}, and of {name} the note says "
                    f"{quote(span.text(view.text))}: {says}. See which of the two is right ({TEMPLATE})."
                )
                yield Violation(message, view.span_within(field, start, end), evidence=(span,))


def _speaking(view: NoteView, summary: SummaryView, kind: EvidenceKind) -> tuple[str, Span] | None:
    """The first workload of which plain words of some kind are said, by its name, and where these words stand."""
    speaking = [said for said in summary.workloads if said.content]
    ends = list(accumulate(len(said.content) + 1 for said in speaking))
    updates = "\n".join([said.content for said in speaking])
    for mention in iterate_evidence(updates, kind, view.playbook, summary.language.code):
        number = bisect_right(ends, mention.span.start)
        if mention.span.end >= ends[number]:
            continue  # it runs on from one update into the next
        workload, _, key, words = speaking[number]
        start = mention.span.start - ends[number] + len(words) + 1
        name = summary.wording.name(key) if key else workload.tag or workload.name
        return name, view.span_within(workload, start, start + len(mention.span))
    return None


def closest(playbook: Playbook, key: str, text: str) -> str | None:
    """The key of the one choice that ``text`` can be meant for, or None where it is none or could be several.

    That is a choice of which it says only some words in a row ("Engaged"), or one misspelled by a letter in five. Never
    by more: "Not Fully Deployed" and "Deployed" must not be taken for the opposite of what they say.
    """
    folded = fold(text)
    if len(folded) < _ENOUGH:
        return None
    parts = {choice for choice, starts in _word_starts(playbook, key) if any(start.startswith(folded) for start in starts)}
    meant = parts or {
        choice
        for wording, choice in folded_choices(playbook, key)
        if within_edit_distance(folded, wording, len(wording) // _LETTERS_A_SLIP)
    }
    return meant.pop() if len(meant) == 1 else None


@lru_cache(maxsize=64)
def _word_starts(playbook: Playbook, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each wording of a field's choices from each of its words on, folded, with the key of the choice."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for language in playbook.languages:
        for choice, wordings in language.choices.get(key, {}).items():
            for wording in wordings:
                words = [fold(word) for word in wording.split()]
                found.append((choice, tuple("".join(words[number:]) for number in range(len(words)))))
    return tuple(found)


CHOICE_NOT_IN_LIST: Final = Rule(
    code="FT201",
    name="choice-not-in-list",
    summary="A bullet of the template that offers a few choices holds one of them.",
    rationale="Leadership compares engagements by these choices, and a word of one's own can't be counted. "
    f"The choices stand behind their bullets in the template ({TEMPLATE}).",
    severity=Severity.ERROR,
    fixes=("unsafe",),
    check=_not_in_list,
    only_where=has_deviating_choices,
    examples=(
        Example(
            "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Engaged\n",
            "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n",
        ),
        Example(
            "**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Partialy Deployed #covid\n",
            "**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Partially Deployed #covid\n",
        ),
        Example("**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Not Fully Deployed\n"),
        Example("**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Deployed\n"),
        Example(
            "**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: En esprea\n",
            "**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: En espera\n",
        ),
        Example("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: geht gut voran\n"),
        Example.clean("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: fully  engaged.\n- M365 DEPLOYMENT PROGRESS:\n"),
        Example.clean("The engagement: Engaged.\n\n**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: **On-Hold** #project\n"),
        Example.clean("**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: EN ESPERA\n"),
        Example.clean("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: vollstandig beteiligt\n"),
    ),
)

CHOICE_UNDECIDED: Final = Rule(
    code="FT202",
    name="choice-undecided",
    summary="Of the choices that the template offers, one is left.",
    rationale="The template lists its choices with a slash between them, for the writer to keep one. "
    f"Where more are left, nobody can tell how the engagement stands ({TEMPLATE}).",
    severity=Severity.ERROR,
    check=_left_open,
    only_where=has_deviating_choices,
    examples=(
        Example("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: On Hold/Reactive/Fully Engaged \n- RISKS: none\n"),
        Example("**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Not Deployed or Partially Deployed\n"),
        Example("**执行摘要**\n- 接洽状态：保留/反应/全面接洽\n- 描述客户：零售\n"),
        Example("**RESUMO EXECUTIVO**\n- PROGRESSO DA IMPLANTAÇÃO DO M365: Não Implantado / Parcialmente implantado\n"),
        Example.clean("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: On Hold\n- M365 DEPLOYMENT PROGRESS: Fully Deployed\n"),
        Example.clean("The template offers On Hold/Reactive/Fully Engaged.\n\n**EXEC SUMMARY**\n- RISKS: On Hold/Reactive\n"),
        Example.clean("**执行摘要**\n- 接洽状态：全面接洽\n- 描述客户：保留/反应\n"),
        Example.clean("**RESUMO EXECUTIVO**\n- STATUS DO ENVOLVIMENTO: Reativo/Reactive\n"),
    ),
)

CHOICE_WITH_MORE_WORDS: Final = Rule(
    code="FT203",
    name="choice-with-more-words",
    summary="A bullet of the template that offers a few choices holds one of them and nothing else.",
    rationale="What is written behind the choice is overlooked by those who count engagements, and has a better place "
    f"in one of the other bullets ({TEMPLATE}).",
    severity=Severity.WARNING,
    check=_more_words,
    only_where=has_deviating_choices,
    examples=(
        Example("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged (weekly calls with the partner)\n"),
        Example("**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n  waiting for the new tenant\n"),
        Example("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Angehalten bis Mai\n"),
        Example("**エグゼクティブ概要**\n- エンゲージメントのステータス: 保留中 (5 月まで)\n"),
        Example.clean("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged #covid\n"),
        Example.clean("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n\nFully Engaged again from May on.\n"),
        Example.clean("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: (Angehalten)\n"),
        Example.clean("**エグゼクティブ概要**\n- エンゲージメントのステータス：完全にエンゲージ済み。\n"),
    ),
)

CHOICE_SPELLING: Final = Rule(
    code="FT204",
    name="choice-spelling",
    summary="A choice is written as the template writes it.",
    rationale="Whoever searches an export for the words of the template, or counts them in a spreadsheet, finds only what is "
    f"spelled the same ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    fixes=("safe",),
    check=_spelled_otherwise,
    only_where=has_deviating_choices,
    examples=(
        Example(
            "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: fully  engaged.\n",
            "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n",
        ),
        Example(
            "**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: not-deployed #covid\n",
            "**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Not Deployed #covid\n",
        ),
        Example(
            "**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: EN ESPERA\n",
            "**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: En espera\n",
        ),
        Example(
            "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: vollstaendig beteiligt\n",
            "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Vollständig beteiligt\n",
        ),
        Example.clean(
            "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n"
        ),
        Example.clean("**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: fully engaged until May\n"),
        Example.clean("**RESUMEN EJECUTIVO**\n- ESTADO DE LA INTERACCIÓN: En interacción total\n"),
        Example.clean("**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- STATUS DER BETEILIGUNG: Angehalten #covid\n"),
    ),
)

_FULLY: Final = (
    "**EXEC SUMMARY**\n- M365 DEPLOYMENT PROGRESS: Fully Deployed\n"
    "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
)
_VOLL: Final = (
    "**ZUSAMMENFASSUNG FÜR DIE FÜHRUNGSEBENE**\n- M365-BEREITSTELLUNGSFORTSCHRITT: Vollständig bereitgestellt\n"
    "- SCHNAPPSCHUSS DES AKTUELLEN STATUS WICHTIGER ARBEITSBEREICHE UND NÄCHSTE AKTIONEN:\n\n"
)

PROGRESS_CONTRADICTED: Final = Rule(
    code="FT205",
    name="progress-contradicted",
    summary="The workloads say nothing else than the deployment progress does.",
    rationale="Where the progress says Fully Deployed and a workload is only planned, readers can't tell which of the two is "
    f"out of date. Only plain words count as evidence, and what they mean is for the writer to judge ({TEMPLATE}).",
    severity=Severity.INFORMATION,
    check=_contradicts_itself,
    examples=(
        Example(_FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - not started\n"),
        Example(
            _FULLY.replace("Fully", "Not") + "   -  [EXO]  Exchange Online - fully deployed since March\n",
        ),
        Example(_VOLL + "   -  [TEAMS]  Teams - Pilot mit 40 Leuten\n"),
        Example.clean(_FULLY + "   -  [EXO]  Exchange Online - live\n   -  [TEAMS]  Teams - in use everywhere\n"),
        Example.clean(_FULLY.replace("Fully", "Partially") + "   -  [TEAMS]  Teams - not started\n"),
        Example.clean(_VOLL + "   -  [EXO]  Exchange Online - in Betrieb\n"),
    ),
)
