"""Clauses of a value that contain a choice, and the words in them that tell whether it applies today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import frozen

from ..text.words import fold
from .choice_mentions import WORD, ChoiceMention, is_unspaced
from .playbook import Playbook

#: What ends a clause.
_CLAUSE_END: Final = re.compile(
    r"[,;:!?…。、，；：！？()（）\[\]【】「」{}|/•·※\n]|\.(?=\s|$)|(?:(?<=\s)|^)[-–—]{1,9}|[-–—]{1,9}(?=\s|$)|[–—]|[-=]>|[→⇒➡]"
)

#: From this number of letters, a choice in a script without spaces can be joined to other words.
_CLEAR: Final = 4

_QUARTER: Final = re.compile(r"\d.*|[qh]\d.*|fy\d.*")


class Before(NamedTuple):
    """The meaning of the words before a choice."""

    #: Whether there are only words that leave the choice as it is.
    leads: bool
    #: Whether they say that it applies now.
    now: bool
    #: Whether they deny it, or say that it applied once.
    denied: bool
    #: Whether there are only words that deny; and only words that say that it applied once or will apply.
    denies_only: bool
    other_time: bool


class ChoiceClause(NamedTuple):
    """A choice in its clause."""

    mention: ChoiceMention
    #: Whether the choice is at the start, apart from words that leave it as it is.
    leads: bool
    #: Whether it is right after another choice, or there is one word between them.
    near: bool
    #: Whether the words before it say that it applies now.
    now: bool
    #: Whether words deny it, or say that it applied once or will apply.
    denied: bool
    #: Whether the words after it date it.
    dated: bool

    def contradicts(self, other: ChoiceClause) -> bool:
        """Return whether both choices are said to apply."""
        is_asserted = (self.leads or self.near) and not self.denied and not self.dated
        return is_asserted and self.mention.choice != other.mention.choice


@frozen
class ChoiceContext:
    """The words around choices in all languages: phrases of folded words with spaces between them."""

    between: frozenset[str]
    lead: frozenset[str]
    now: frozenset[str]
    past: frozenset[str]
    then: frozenset[str]
    later: frozenset[str]
    negations: frozenset[str]
    #: Beginnings of words that negate.
    negation_stems: tuple[str, ...]
    negations_after: frozenset[str]
    #: Words before the day by which a choice is to apply; those before a month; and the months.
    by: frozenset[str]
    in_month: frozenset[str]
    months: frozenset[str]

    def before(self, text: str) -> Before:
        """Return the meaning of the words of ``text`` for a choice after it; numbers alone have none."""
        folds = folds_of(text)
        if all(word.isdigit() for word in folds):
            return Before(leads=True, now=False, denied=False, denies_only=False, other_time=False)
        denying = self.negations | self.past
        denied = (
            any(f" {phrase} " in f" {' '.join(folds)} " for phrase in denying)
            or any(word.startswith(self.negation_stems) for word in folds)
            or any(phrase in word for word in folds if is_unspaced(word[0]) for phrase in (*self.negation_stems, *self.past))
        )
        leads = not denied and _consists_of(folds, self.lead | self.now)
        return Before(
            leads=leads,
            now=any(f" {phrase} " in f" {' '.join(folds)} " for phrase in self.now),
            denied=denied,
            denies_only=not leads and _consists_of(folds, self.negations | self.lead),
            other_time=not leads and _consists_of(folds, self.past | self.later | self.lead),
        )

    def clauses_of(self, text: str, start: int, end: int, mentions: Sequence[ChoiceMention]) -> Iterator[ChoiceClause]:
        """Yield the choices in the clause of ``text`` from ``start`` to ``end``, each in its part of it."""
        ends = [*(mention.start for mention in mentions[1:]), end]
        above: ChoiceClause | None = None
        for mention, until in zip(mentions, ends, strict=True):
            typed = text[start : mention.start]
            before = self.before(typed)
            folds = folds_of(typed)
            rest = text[mention.end : until]
            is_together = above is not None and all(word in self.between for word in folds)
            above = ChoiceClause(
                mention,
                leads=(before.leads and not any(word.isdigit() for word in folds)) and not _runs_on(mention, rest),
                near=above is not None and len(folds) < 2,
                now=before.now,
                denied=(above.denied if above and is_together else before.denied) or self._is_denied_by(rest),
                dated=self._is_dated_by(folds_of(rest)),
            )
            yield above
            start = mention.end

    def _is_denied_by(self, rest: str) -> bool:
        folds = folds_of(rest)
        if not folds:
            return False
        return (
            _begins_with(folds, self.later | self.negations_after)
            or (
                is_unspaced(folds[0][0])
                and any(phrase in folds[0] for phrase in self.negations_after if is_unspaced(phrase[0]))
            )
            or self._is_date_after(self.by, folds)
        )

    def _is_dated_by(self, folds: list[str]) -> bool:
        return _begins_with(folds, self.then) or self._is_date_after(self.in_month, folds)

    def _is_date_after(self, words: frozenset[str], folds: list[str]) -> bool:
        is_second = len(folds) > 1 and folds[0] in words
        return is_second and (folds[1] in self.months or _QUARTER.fullmatch(folds[1]) is not None)


def _runs_on(mention: ChoiceMention, rest: str) -> bool:
    """Return whether a choice of few letters begins a longer word of a script without spaces."""
    return mention.end - mention.start < _CLEAR and is_unspaced(rest[:1])


def folds_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [folded for word in re.findall(WORD, text) if (folded := fold(word))]


def _consists_of(folds: list[str], phrases: frozenset[str]) -> bool:
    """Return whether words are nothing but these phrases, of up to three words."""
    at = 0
    while at < len(folds):
        count = next((count for count in (3, 2, 1) if " ".join(folds[at : at + count]) in phrases), 0)
        if not count:
            return False
        at += count
    return True


def _begins_with(folds: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(folds[:count]) in phrases for count in (1, 2, 3))


def clauses(text: str, mentions: Sequence[ChoiceMention]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the clauses of a text; no choice is cut in two."""
    cuts = [
        match.span()
        for match in _CLAUSE_END.finditer(text)
        if not any(mention.start < match.end() and match.start() < mention.end for mention in mentions)
    ]
    yield from ((end, start) for (_, end), (start, _) in pairwise([(0, 0), *cuts, (len(text), len(text))]))


@lru_cache(maxsize=16)
def choice_context(playbook: Playbook) -> ChoiceContext:
    """Return the words around choices of a playbook."""

    def phrases(*groups: tuple[str, ...]) -> frozenset[str]:
        return frozenset(" ".join(folds_of(phrase)) for group in groups for phrase in group)

    languages = playbook.languages
    around = [language.choice_words for language in languages]
    negations = [entry for words in playbook.words for entry in words.evidence.get("negations", ())]
    after = [entry.rstrip("|") for words in playbook.words for entry in words.evidence.get("negations-after", ())]
    dates = [words.dates for words in playbook.words]
    return ChoiceContext(
        between=phrases(*(words.between for words in around)),
        lead=phrases(*(words.lead for words in around)),
        now=phrases(*(words.now for words in around)),
        past=phrases(*(words.past for words in around)),
        then=phrases(*(words.then for words in around)),
        later=phrases(*(words.later for words in around)),
        negations=phrases(tuple(entry.rstrip("|") for entry in negations if entry.endswith("|"))),
        negation_stems=tuple(fold(entry) for entry in negations if not entry.endswith("|")),
        negations_after=phrases(tuple(after)),
        by=phrases(*(words.by for words in around)),
        in_month=phrases(*(words.in_month for words in dates)),
        months=phrases(*(words.months for words in dates), *(words.short_months for words in dates)),
    )
