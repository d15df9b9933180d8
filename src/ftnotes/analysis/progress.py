"""What the update of a workload plainly says about its progress: deployed, partly deployed, or not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

from ..playbook.playbook import Playbook
from ..playbook.word_lists import NEGATIONS, EvidenceKind
from ..text.sentences import Sentences
from ..text.source import Span
from ..text.words import fold
from .evidence import iterate_evidence
from .evidence_lexicon import evidence_phrases
from .searchable_text import WordIndexes, searchable_text

#: The kinds of evidence that an update is searched for, and of words that negate it.
_KINDS: Final = ("done", "remaining", "covered", "finished", "planned", "unbegun", "minor", "local", *NEGATIONS)
_NUMBER: Final = r"[0-9]{1,3}+(?>(?:[.,' ]?[0-9]{3}(?![0-9])){0,3})"
_NOT_DIGITS: Final = re.compile("[^0-9]")
#: "90 %", or "4,100 of 6,400", in any language with a short word for "of".
_SHARE: Final = re.compile(
    rf"(?<![\w.,/])(?:(?P<percent>[0-9]{{1,3}}+(?:[.,][0-9]{{1,2}}+)?)[ \u00a0]?[%％]"
    rf"|(?P<part>{_NUMBER})(?: out)? (?:[^\W\d_]{{2,3}}|/) (?P<all>{_NUMBER})(?![\w/]))"
)


class Progress:
    """The words of an update about its workload's progress, as spans in it; None where it has none.

    They are looked for when they are first asked for; see `read_progress`.
    """

    def __init__(self, update: str, playbook: Playbook, language: str) -> None:
        self._update = update
        self._playbook = playbook
        self._language = language
        self._text = searchable_text(update)
        _words_of_progress(playbook, language).look_in(self._text)
        self._sentences = Sentences(update)

    @cached_property
    def done(self) -> Span | None:
        """The workload is deployed."""
        return self._first("done") or self._shares[1] or self._finished

    @cached_property
    def remaining(self) -> Span | None:
        """Part of it is still to come."""
        return self._first("remaining") or self._shares[0]

    @cached_property
    def begun(self) -> Span | None:
        """Part of it is deployed."""
        partial, whole = self._shares
        at = self._sentences.at
        is_pilot = partial and self.planned and at(partial.start) == at(self.planned.start)
        return None if is_pilot else partial or whole

    @cached_property
    def planned(self) -> Span | None:
        """It is planned, or in a pilot."""
        return next((span for span in self._mentions("planned") if not self._is_minor(span)), None)

    @cached_property
    def unbegun(self) -> Span | None:
        """It has not begun."""
        planned = self.planned
        is_all = planned is not None and not fold(self._update[: planned.start] + self._update[planned.end :])
        return self._first("unbegun") or (planned if is_all else None)

    @property
    def _finished(self) -> Span | None:
        """The first word such as "Completed" that begins a sentence, in a clause about the deployment as a whole."""
        for span in self._mentions("finished"):
            if self._sentences.at(span.start).start == span.start and not self._is_minor(span):
                return span
        return None

    def _mentions(self, kind: EvidenceKind) -> Iterator[Span]:
        return (mention.span for mention in iterate_evidence(self._text, kind, self._playbook, self._language))

    def _first(self, kind: EvidenceKind) -> Span | None:
        return next(self._mentions(kind), None)

    def _clause_has(self, span: Span, kind: EvidenceKind) -> bool:
        """Return whether the clause around a span has evidence of a kind."""
        if not evidence_phrases(self._playbook, self._language, kind).found_in(self._text):
            return False
        clause = searchable_text(self._sentences.clause(span.start, span.end).text(self._update), self._text)
        return any(True for _ in iterate_evidence(clause, kind, self._playbook, self._language))

    def _is_minor(self, span: Span) -> bool:
        """Return whether a clause is about a meeting, a part of the deployment, or one place."""
        return self._clause_has(span, "minor") or self._clause_has(span, "local")

    @cached_property
    def _shares(self) -> tuple[Span | None, Span | None]:
        """The first share of what is deployed that is a part, and the first that is the whole."""
        partial = whole = None
        if not evidence_phrases(self._playbook, self._language, "covered").found_in(self._text):
            return None, None
        for match in _SHARE.finditer(self._update):
            span = Span(*match.span())
            if not self._clause_has(span, "covered") or self._clause_has(span, "remaining"):
                continue
            share = _share(match)
            if 0 < share < 1:
                partial = partial or span
            elif share == 1:
                whole = whole or span
        return partial, whole


@lru_cache(maxsize=1024)  # many updates are the same, such as "not started", and several readers ask for one
def read_progress(update: str, playbook: Playbook, language: str) -> Progress:
    """Read the update of a workload, by the evidence words of one language.

    Source: the guidance page, section "Template for Note Entries".
    """
    return Progress(update, playbook, language)


@lru_cache(maxsize=256)
def _words_of_progress(playbook: Playbook, language: str) -> WordIndexes:
    return WordIndexes(evidence_phrases(playbook, language, kind) for kind in _KINDS)


def _share(match: re.Match[str]) -> float:
    if match["percent"]:
        return float(match["percent"].replace(",", ".")) / 100
    part, every = (int(_NOT_DIGITS.sub("", match[name])) for name in ("part", "all"))
    return part / every if every else 0
