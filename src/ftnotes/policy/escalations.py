"""The escalations in a note: sentences with evidence of one that don't say that it is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..analysis.evidence import EvidenceMention
from ..text.source import Span
from .note_view import NoteView

#: What a sentence can begin with that is not of it: bullets and marks of bold text; and a label.
_BULLETS: Final = re.compile(r"\A[^\w\[(\"'“‘«„「『#@]+")
_LABEL: Final = re.compile(r"(?P<label>[^:：]{1,120})[:：][*_\s]*(?=\S)")


def find_escalations(view: NoteView) -> Iterator[tuple[EvidenceMention, Span]]:
    """Yield the first mention in each sentence about an escalation that is not settled, with the sentence."""
    seen = set()
    for mention in view.evidence("escalation"):
        sentence = view.sentences.at(mention.span.start)
        if sentence not in seen and not view.has_evidence(sentence, "settled"):
            yield mention, sentence
        seen.add(sentence)


def escalation_texts(view: NoteView) -> tuple[str, ...]:
    """Return the sentences about escalations, each in one line without bullet and label."""
    return tuple(_shown(view, sentence.text(view.text)) for _, sentence in find_escalations(view))


def _shown(view: NoteView, sentence: str) -> str:
    sentence = _BULLETS.sub("", sentence)
    start = _LABEL.match(sentence)
    if start and any(summary.template.label(start["label"].strip(" *_")) for summary in view.summaries):
        sentence = sentence[start.end() :]
    return " ".join(sentence.split())
