"""What a text plainly says about the customer's intent: that the deployment pauses, or goes faster for a reason.

Words such as "paused" count beside a word for the deployment or somebody's wish. Words with many uses, such as "postponed",
count in a clause in which it is the deployment or a workload that is postponed, and not a meeting or a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from ..analysis.searchable_text import WordIndex, searchable_text
from ..playbook.model import Intent
from ..playbook.playbook import Playbook
from ..playbook.word_lists import EvidenceKind
from ..text.source import Span
from .note_view import NoteView

#: The evidence that makes "pause" a pause of the deployment, and help a help with it.
_DEPLOYMENT: Final[EvidenceKind] = "deployment"
#: The other evidence that makes "pause" one: somebody asks for it.
_WISH: Final[EvidenceKind] = "wish"
#: Words with many uses, which count only beside the deployment; and what else they can be about.
_WEAK: Final[dict[Intent, EvidenceKind]] = {"pausing": "stopping", "accelerating": "hastening"}
_MINOR: Final[EvidenceKind] = "minor"
#: The number of characters after the deployment within which "workshop" makes it a workshop about it.
_NEXT_WORDS: Final = 16
#: The number of characters after a sentence within which the text can say that its matter is over.
_FOLLOW_UP: Final = 80
#: Shorter names of workloads are often other words.
_SHORTEST_NAME: Final = 5


class Statement(NamedTuple):
    """Words that say what the customer wants."""

    span: Span
    #: The words that show what it is about, or why.
    beside: Span


def statements(view: NoteView, intent: Intent, part: Span, reason: EvidenceKind) -> Iterator[Statement]:
    """Yield the plain statements of an intent in a part of a text, the surest first.

    A pause needs no reason; other intents count if ``reason`` is in the same sentence.
    """
    for mention, beside in _mentions(view, intent, part, reason):
        sentence = view.sentences.at(mention.start)
        nearby = Span(sentence.start, min(sentence.end + _FOLLOW_UP, part.end))
        if not view.has_evidence(nearby, "settled" if intent == "pausing" else "pausing"):
            yield Statement(mention, beside)


def _mentions(view: NoteView, intent: Intent, part: Span, reason: EvidenceKind) -> Iterator[tuple[Span, Span]]:
    """Yield the words for an intent, each with those that it counts beside."""
    partners = (_DEPLOYMENT, _WISH) if intent == "pausing" else (reason,)
    for mention, partner, sentence in chain.from_iterable(view.evidence_pairs(part, intent, other) for other in partners):
        if intent == "deploying":
            is_meant = view.has_evidence(sentence, _DEPLOYMENT)
        else:
            is_meant = intent == "pausing" or not _is_minor(view, mention.span)
        if is_meant:
            yield mention.span, partner.span
    weak = _WEAK.get(intent)
    for mention in view.evidence_within(part, weak) if weak else ():
        about = _deployment_beside(view, mention.span)
        if about and intent == "pausing":
            yield mention.span, about
        elif about:
            why = view.first_evidence(view.sentences.at(mention.span.start), reason)
            yield from ((mention.span, why.span),) if why else ()


def _is_minor(view: NoteView, mention: Span) -> bool:
    """Return whether a mention is about a meeting, or about a part of the deployment."""
    if not view.evidence(_MINOR):
        return False
    clause = view.sentences.clause(mention.start, mention.end)
    return view.has_evidence(clause, _MINOR) and _deployment_beside(view, mention) is None


def _deployment_beside(view: NoteView, mention: Span) -> Span | None:
    """Return the words for the deployment or a workload that a mention is about, if it is about nothing less."""
    if not (view.evidence(_DEPLOYMENT) or view.names_workloads or view.cached(_everyday_names_in)):
        return None
    clause = view.sentences.clause(mention.start, mention.end)
    things = sorted(
        [one.span for one in view.evidence_within(clause, _DEPLOYMENT)] + list(_workloads(view, clause)),
        key=lambda span: span.start,
    )
    minor = [one.span for one in view.evidence_within(clause, _MINOR)] if things else []
    after = next((thing for thing in things if thing.end > mention.start), None)
    if after:  # "postponed the rollout": nothing may come between, or follow closely
        closes = max(after.end, mention.end) + _NEXT_WORDS
        return None if any(mention.start <= one.start <= closes for one in minor) else after
    # "the rollout was postponed": nothing may come before it, and no "by a week" after it
    return things[-1] if things and not any(one.start <= mention.end + 1 for one in minor) else None


def _workloads(view: NoteView, clause: Span) -> Iterator[Span]:
    """Yield the workloads that are named in a clause."""
    yield from view.named_workloads(clause).values()
    text = clause.text(view.text)
    for name in view.cached(_everyday_names_in):
        at = text.find(name)
        if at >= 0:
            yield Span(clause.start + at, clause.start + at + len(name))


def _everyday_names_in(view: NoteView) -> tuple[str, ...]:
    """Return the everyday names of workloads that are in the text."""
    known = _everyday_names(view.playbook)
    found = [entry for plain in known.found_in(view.searchable) for entry in known.meanings[plain] if entry[1] in view.text]
    return tuple(name for _, name in sorted(found))


@lru_cache(maxsize=16)
def _everyday_names(playbook: Playbook) -> WordIndex[tuple[int, str]]:
    """Return the everyday names of workloads that are not short, numbered in their order."""
    names = [name for spec in playbook.workloads for name in (*spec.everyday_names, *spec.kin_names)]
    known: dict[str, list[tuple[int, str]]] = {}
    for number, name in enumerate(names):
        if len(name) >= _SHORTEST_NAME or not name.isascii():
            known.setdefault(searchable_text(name).plain, []).append((number, name))
    return WordIndex(known)
