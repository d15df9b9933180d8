"""The view of a note that a check makes once and passes to each rule."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, TypeVarTuple

from ..analysis.dates.lexicon import date_lexicon
from ..analysis.dates.mention import DateMention
from ..analysis.dates.search import day_or_month_first, read_dates
from ..analysis.evidence import EvidenceMention, iterate_evidence
from ..analysis.evidence_lexicon import evidence_phrases
from ..analysis.searchable_text import SearchableText, WordIndexes, searchable_text
from ..playbook.playbook import Playbook
from ..playbook.template_words import first_template, template_words
from ..playbook.word_lists import EvidenceKind
from ..syntax.document import Document
from ..syntax.nodes import Field, Title, Workload
from ..syntax.note import Note
from ..text.edits import Edit
from ..text.mojibake import misdecoded
from ..text.patterns import Hashtag, hash_signs, hashtags_outside_comments
from ..text.sentences import Sentences
from ..text.source import Span
from .summary_view import SummaryView

if TYPE_CHECKING:
    from ..analysis.actions.items import NextAction
    from ..analysis.actions.search import ActionReading

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class EvidencePair(NamedTuple):
    """A mention of one kind with another kind in its sentence."""

    mention: EvidenceMention
    #: The first of the other kind in the sentence.
    partner: EvidenceMention
    sentence: Span


class NoteView:
    """A note as the rules see it. What several rules need is worked out once, when first asked for."""

    def __init__(self, document: Document, playbook: Playbook, written: datetime.date | None = None) -> None:
        """Sort the summaries of a document; ``written`` is the day on which it was, if known."""
        self.document = document
        self.playbook = playbook
        self.written = written
        self.template = first_template(playbook)
        #: The summaries with content: notes that fill in any template.
        self.summaries: list[SummaryView] = []
        #: The summaries that are the template with nothing filled in.
        self.blank_summaries: list[SummaryView] = []
        self._cache: dict[object, Any] = {}
        self._evidence: dict[EvidenceKind, tuple[EvidenceMention, ...]] = {}
        self._pairs: dict[tuple[EvidenceKind, EvidenceKind], tuple[EvidencePair, ...]] = {}
        #: The whole text.
        self.text = text = document.text
        #: The offsets of hash signs.
        self.hash_signs = hash_signs(text)
        #: Whether the text can contain a comment that suppresses rules.
        self.has_comments = "<" in text and "<!--" in text and "ftnotes" in text.lower()
        has_asides = bool(self.hash_signs) or ("<" in text and "<!--" in text)
        for block in document.blocks:
            if isinstance(block, Note):
                summary = SummaryView(block, template_words(playbook, block.template), has_asides)
                (self.blank_summaries if summary.is_blank else self.summaries).append(summary)
        #: Whether all summaries follow the template in every respect, so that rules about deviations have nothing to find.
        self.is_regular = not self.blank_summaries and all(summary.is_regular for summary in self.summaries)
        #: The codes of the summaries' languages; None (any) if there is no summary.
        self.languages: tuple[str | None, ...] = tuple({summary.language.code: None for summary in self.summaries}) or (None,)

    def cached(self, function: Callable[[NoteView, *Ts], T], *arguments: *Ts) -> T:
        """Return the result of a function of this view and other arguments, which is called only once."""
        call = function, arguments
        if call not in self._cache:
            self._cache[call] = function(self, *arguments)
        found: T = self._cache[call]
        return found

    @cached_property
    def hashtags(self) -> tuple[Hashtag, ...]:
        """The hashtags of the text that are not in comments, in order."""
        return hashtags_outside_comments(self.text) if self.hash_signs else ()

    @cached_property
    def misdecoded(self) -> tuple[Edit, ...]:
        """The edits that decode mis-decoded characters."""
        return misdecoded(self.text)

    @cached_property
    def searchable(self) -> SearchableText:
        """The text, prepared for finding evidence in it."""
        text = searchable_text(self.text)
        if self.is_lifecycle:
            _usual_words(self.playbook).look_in(text)
        return text

    def evidence(self, kind: EvidenceKind) -> tuple[EvidenceMention, ...]:
        """Return the words of the text that are evidence of one kind, in the languages of its summaries."""
        known = self._evidence.get(kind)
        if known is None:
            text, playbook = self.searchable, self.playbook
            known = tuple([one for code in self.languages for one in iterate_evidence(text, kind, playbook, code)])
            if len(self.languages) > 1:
                known = tuple(sorted(set(known), key=lambda mention: (mention.span.start, mention.span.end)))
            self._evidence[kind] = known
        return known

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the text."""
        return Sentences(self.text)

    def first_evidence(self, part: Span, kind: EvidenceKind) -> EvidenceMention | None:
        """Return the first evidence of one kind within a part of the text."""
        found = self.evidence(kind)
        inside = takewhile(lambda mention: mention.span.start < part.end, islice(found, _from(found, part), None))
        return next((mention for mention in inside if mention.span.end <= part.end), None)

    def has_evidence(self, part: Span, kind: EvidenceKind) -> bool:
        """Return whether there is evidence of one kind within a part of the text."""
        return self.first_evidence(part, kind) is not None

    def evidence_within(self, part: Span, kind: EvidenceKind) -> tuple[EvidenceMention, ...]:
        """Return the evidence of one kind within a part of the text."""
        return tuple(mention for mention in _between(self.evidence(kind), part, _start) if mention.span.end <= part.end)

    def evidence_pairs(self, part: Span, kind: EvidenceKind, other: EvidenceKind) -> tuple[EvidencePair, ...]:
        """Return each mention of ``kind`` that starts in a part of the text, if one of ``other`` is in its sentence."""
        if (kind, other) not in self._pairs:
            pairs: list[EvidencePair] = []
            # most texts lack the first kind, and a text without the other has no pairs
            for mention in self.evidence(kind) if self.evidence(kind) and self.evidence(other) else ():
                sentence = self.sentences.at(mention.span.start)
                if partner := self.first_evidence(sentence, other):
                    pairs.append(EvidencePair(mention, partner, sentence))
            self._pairs[kind, other] = tuple(pairs)
        return _between(self._pairs[kind, other], part, _start_of_pair)

    @cached_property
    def ambiguous_dates(self) -> tuple[DateMention, ...]:
        """The dates of the text whose day and month are ambiguous."""
        language = self.languages[0] if len(self.languages) == 1 else None
        if language is not None and day_or_month_first(self.playbook, language):
            return ()
        if not _can_be_ambiguous(self.text, self.playbook):  # finding dates is slow
            return ()
        return tuple(date for date in self.dates if date.ambiguous)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the text."""
        return read_dates(self.document, self.playbook, self.written)

    @cached_property
    def action_reading(self) -> ActionReading:
        """The next actions of the text, and what else its words show about them."""
        from ..analysis.actions.search import read_actions  # loaded only for notes that need it

        return read_actions(self.document, self.dates, self.written)

    @property
    def next_actions(self) -> tuple[NextAction, ...]:
        """The next actions of the text."""
        return self.action_reading.actions

    @cached_property
    def _spellings(self) -> tuple[tuple[str, str], ...]:
        """The tags and names of workloads that are in the text, each with the edition's tag."""
        return tuple((spelling, tag) for spelling, tag in self.template.spellings if spelling in self.text)

    @property
    def names_workloads(self) -> bool:
        """Whether the text can name a workload."""
        return bool(self._spellings)

    def named_workloads(self, span: Span) -> dict[str, Span]:
        """Return the workloads named within a span, by the edition's tag, each with its first mention."""
        named: dict[str, Span] = {}
        text = span.text(self.text)
        for spelling, tag in self._spellings:
            start = text.find(spelling)
            end = start + len(spelling)
            if start >= 0 and tag not in named and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                named[tag] = Span(span.start + start, span.start + end)
        return named

    @property
    def main_summaries(self) -> list[SummaryView]:
        """The summaries of the first template, of which the playbook says who writes them; if none is filled in, blank ones."""
        filled = [summary for summary in self.summaries if summary.is_first]
        return filled or [summary for summary in self.blank_summaries if summary.is_first]

    @cached_property
    def is_lifecycle(self) -> bool:
        """Whether the note has text but no summary."""
        return not self.summaries and not self.blank_summaries and bool(re.search(r"\w", self.text))

    def span_within(self, node: Field | Workload, start: int, end: int) -> Span:
        """Return the span of a part of a field's value or a workload's update, given by offsets in it.

        It is the span of the whole if the layout doesn't fit the lines of the value.
        """
        value, part = (node.value, "value") if isinstance(node, Field) else (node.update, "update")
        span = self.document.span(node, part)
        breaks = [len(between) - 1 for between in node.layout.breaks]
        if len(breaks) != value.count("\n"):
            return span
        first, last = (at + sum(breaks[: value.count("\n", 0, at)]) for at in (start, end))
        return Span(span.start + first, span.start + last)

    def head_span(self, summary: SummaryView) -> Span:
        """Return the span to report for a whole summary: the text of its title, or else its first label."""
        head = summary.head
        return self.document.span(head, "text" if isinstance(head, Title) else "label")

    def name_span(self, workload: Workload) -> Span:
        """Return the span to report for a workload: its tag, or else its name."""
        return self.document.span(workload, "tag" if workload.tag else "name")


@lru_cache(maxsize=16)
def _usual_words(playbook: Playbook) -> WordIndexes:
    """Return the words of evidence that rules ask for in each note without a summary."""
    kinds = {"technical", "escalation", *(spec.evidence for spec in playbook.hashtags if spec.evidence)}
    return WordIndexes(evidence_phrases(playbook, None, kind) for kind in sorted(kinds))


#: The parts of a numeric date: its second number with the separator before it, and its first number. (An expression that
#: starts with a literal is found fastest.)
_SECOND_NUMBERS: Final = (re.compile(r"/([0-9]{1,2})(?![0-9])"), re.compile(r"-([0-9]{1,2})(?=-[0-9])"))
_FIRST_NUMBER: Final = re.compile(r"(?:^|[^0-9/.-])([0-9]{1,2})$")
#: A number after a word that can be a day or a year, as in "Apr-20"; and the word before it.
_WORD_AND_NUMBER: Final = re.compile(r"-(?<=[^\W\d_]-)(?:1[89]|2[0-9]|3[01])(?![-\w])")
_LAST_WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+$")
#: No name of a month is longer.
_LONGEST_MONTH: Final = 20


def _can_be_ambiguous(text: str, playbook: Playbook) -> bool:
    """Return whether a text has two numbers that can be a day and a month in either order, or "Apr-20"."""
    for pattern in _SECOND_NUMBERS:
        for match in pattern.finditer(text):
            first = _FIRST_NUMBER.search(text, max(match.start() - 3, 0), match.start())
            if first and int(first[1]) != int(match[1]) and max(int(first[1]), int(match[1])) <= 12:
                return True
    return any(_is_month(text, match.start(), playbook) for match in _WORD_AND_NUMBER.finditer(text))


def _is_month(text: str, end: int, playbook: Playbook) -> bool:
    """Return whether the word before an offset can be the name of a month: not in "COVID-19"."""
    start = max(end - _LONGEST_MONTH, 0)
    (word,) = _LAST_WORD.findall(text, start, end)
    known = date_lexicon(playbook).words.get(word.lower())
    return not word.isascii() or (known is not None and known.month > 0)


def _start(mention: EvidenceMention) -> int:
    return mention.span.start


def _start_of_pair(pair: EvidencePair) -> int:
    return pair.mention.span.start


def _from(found: tuple[EvidenceMention, ...], part: Span) -> int:
    """Return the number of mentions that start before a part of the text; all are in the order of their starts."""
    return bisect_left(found, part.start, key=_start)


def _between(found: tuple[T, ...], part: Span, start: Callable[[T], int]) -> tuple[T, ...]:
    """Return those that start in a part of the text; all are in the order of their starts."""
    return found[bisect_left(found, part.start, key=start) : bisect_left(found, part.end, key=start)]


def has_summaries(view: NoteView) -> bool:
    """Return whether the note fills in a template."""
    return bool(view.summaries)


def deviates(view: NoteView) -> bool:
    """Return whether a summary differs from the template."""
    return not view.is_regular


def has_deviating_fields(view: NoteView) -> bool:
    """Return whether a field differs from the template."""
    return not view.is_regular and any(summary.deviating_fields for summary in view.summaries)


def has_deviating_choices(view: NoteView) -> bool:
    """Return whether a choice field has content that is not a published choice."""
    return not view.is_regular and any(summary.deviating_choices for summary in view.summaries)


def has_deviating_workloads(view: NoteView) -> bool:
    """Return whether a workload differs from the template."""
    return not view.is_regular and any(summary.deviating_names for summary in view.summaries)


def has_hash_signs(view: NoteView) -> bool:
    """Return whether the text contains a hash sign."""
    return bool(view.hash_signs)


def has_comments(view: NoteView) -> bool:
    """Return whether the text can contain a comment that suppresses rules."""
    return view.has_comments


def is_lifecycle(view: NoteView) -> bool:
    """Return whether the note has text but no summary."""
    return view.is_lifecycle
