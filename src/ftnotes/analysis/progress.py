"""What the update of a workload plainly says about its progress: deployed, partly deployed, or not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..playbook.playbook import Playbook
from ..playbook.word_lists import EvidenceKind
from ..text.sentences import Sentences
from ..text.source import Span
from ..text.words import fold
from .evidence import iterate_evidence
from .evidence_lexicon import evidence_phrases
from .searchable_text import SearchableText, searchable_text

_NUMBER: Final = r"[0-9]{1,3}+(?:[.,' ]?[0-9]{3}(?![0-9])){0,3}+"
_NOT_DIGITS: Final = re.compile("[^0-9]")
#: "90 %", or "4,100 of 6,400", in any language with a short word for "of".
_SHARE: Final = re.compile(
    rf"(?<![\w.,/])(?:(?P<percent>[0-9]{{1,3}}+(?:[.,][0-9]{{1,2}}+)?)[ \u00a0]?[%％]"
    rf"|(?P<part>{_NUMBER})(?: out)? (?:[^\W\d_]{{2,3}}|/) (?P<all>{_NUMBER})(?![\w/]))"
)


class Progress(NamedTuple):
    """The words of an update about its workload's progress, as spans in it; None where it has none."""

    #: The workload is deployed.
    done: Span | None
    #: Part of it is still to come.
    remaining: Span | None
    #: Part of it is deployed.
    begun: Span | None
    #: It is planned, or in a pilot.
    planned: Span | None
    #: It has not begun.
    unbegun: Span | None


def read_progress(update: str, playbook: Playbook, language: str, note: SearchableText | None = None) -> Progress:
    """Read the update of a workload, by the evidence words of one language, which can be a part of a note that is searched, too.

    Source: the guidance page, section "Template for Note Entries".
    """
    text, sentences = searchable_text(update, note), Sentences(update)

    def first(kind: EvidenceKind) -> Span | None:
        return next(_mentions(text, kind, playbook, language), None)

    partial, whole = _shares(sentences, text, playbook, language)
    plans = _mentions(text, "planned", playbook, language)
    planned = next((span for span in plans if not _is_minor(sentences, text, span, playbook, language)), None)
    is_all = planned is not None and not fold(update[: planned.start] + update[planned.end :])
    is_pilot = planned and partial and sentences.at(partial.start) == sentences.at(planned.start)
    return Progress(
        done=first("done") or whole or _finished(sentences, text, playbook, language),
        remaining=first("remaining") or partial,
        begun=None if is_pilot else partial or whole,
        planned=planned,
        unbegun=first("unbegun") or (planned if is_all else None),
    )


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _finished(sentences: Sentences, text: SearchableText, playbook: Playbook, language: str) -> Span | None:
    """Return the first word such as "Completed" that begins a sentence, in a clause about the deployment as a whole."""
    for span in _mentions(text, "finished", playbook, language):
        begins = sentences.at(span.start).start == span.start
        if begins and not _is_minor(sentences, text, span, playbook, language):
            return span
    return None


def _mentions(text: SearchableText, kind: EvidenceKind, playbook: Playbook, language: str) -> Iterator[Span]:
    return (mention.span for mention in iterate_evidence(text, kind, playbook, language))


def _is_minor(sentences: Sentences, text: SearchableText, span: Span, playbook: Playbook, language: str) -> bool:
    """Return whether a clause is about a meeting, a part of the deployment, or one place."""
    clause = searchable_text(sentences.clause(*_bounds(span)).text(sentences.text), text)
    kinds: tuple[EvidenceKind, ...] = ("minor", "local")
    return any(True for kind in kinds for _ in iterate_evidence(clause, kind, playbook, language))


def _shares(sentences: Sentences, text: SearchableText, playbook: Playbook, language: str) -> tuple[Span | None, Span | None]:
    """Return the first share of what is deployed that is a part, and the first that is the whole."""
    partial = whole = None
    if not evidence_phrases(playbook, language, "covered").found_in(text):
        return None, None
    for match in _SHARE.finditer(sentences.text):
        span = Span(*match.span())
        clause = searchable_text(sentences.clause(*_bounds(span)).text(sentences.text), text)
        kinds: tuple[EvidenceKind, ...] = ("covered", "remaining")
        covered, later = (next(iterate_evidence(clause, kind, playbook, language), None) for kind in kinds)
        if covered is None or later is not None:
            continue
        share = _share(match)
        if 0 < share < 1:
            partial = partial or span
        elif share == 1:
            whole = whole or span
    return partial, whole


def _share(match: re.Match[str]) -> float:
    if match["percent"]:
        return float(match["percent"].replace(",", ".")) / 100
    part, every = (int(_NOT_DIGITS.sub("", match[name])) for name in ("part", "all"))
    return part / every if every else 0
