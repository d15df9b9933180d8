"""What the rules ask of a document, worked out once for all of them.

Many rules look at the same fields and workloads. Each asks `survey`, which remembers the document that was asked of
last: rules run one after the other, and stay plain functions of their arguments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar, cast

from attrs import evolve

from ..analysis.actions import find_next_actions
from ..analysis.date_mention import DateMention
from ..analysis.dates import day_or_month_first, find_dates
from ..analysis.evidence import EvidenceMention, SearchableText, iterate_evidence
from ..playbook.model import EvidenceKind
from ..playbook.playbook import Playbook
from ..playbook.published import Published, published
from ..syntax.document import Document
from ..syntax.nodes import ExecSummary, Field, Title, Workload
from ..text.edits import Edit
from ..text.mojibake import misdecoded
from ..text.patterns import Hashtag, hash_signs, hashtags_in
from ..text.sentences import sentence_at
from ..text.source import LINE_END, Span
from .summary_view import SummaryView

if TYPE_CHECKING:
    from ..analysis.action_items import NextAction

T = TypeVar("T")


class NoteView:
    """A document as the rules see it."""

    def __init__(self, document: Document, playbook: Playbook) -> None:
        """Sort what stands in a document."""
        self.document = document
        self.playbook = playbook
        self.published: Published = published(playbook)
        #: All summaries that say something.
        self.summaries: list[SummaryView] = []
        #: Those that are the template as it comes.
        self.blanks: list[SummaryView] = []
        self._looked: dict[object, object] = {}
        self._evidence: dict[EvidenceKind, tuple[EvidenceMention, ...]] = {}
        self._beside: dict[tuple[EvidenceKind, EvidenceKind], tuple[tuple[EvidenceMention, EvidenceMention, Span], ...]] = {}
        #: The whole text.
        self.text = text = document.text
        #: Where the signs of hashtags stand.
        self.hash_signs = hash_signs(text)
        #: Whether a comment for the policy may stand anywhere.
        self.has_comments = "<" in text and "<!--" in text and "ftnotes" in text.lower()
        has_asides = bool(self.hash_signs) or ("<" in text and "<!--" in text)
        for block in document.blocks:
            if isinstance(block, ExecSummary):
                surveyed = SummaryView(block, playbook, self.published, has_asides)
                (self.blanks if surveyed.is_blank else self.summaries).append(surveyed)
        #: Whether all summaries are typed in every respect as the template has them, so that rules for deviations from it
        #: have nothing to find.
        self.is_regular = not self.blanks and all(summary.is_regular for summary in self.summaries)
        #: The codes of the languages that the summaries are in; None (any) where there are none.
        self.languages: tuple[str | None, ...] = tuple({summary.language.code: None for summary in self.summaries}) or (None,)

    def once(self, look: Callable[[NoteView], T]) -> T:
        """What a function finds in the document; it is asked but once."""
        if look not in self._looked:
            self._looked[look] = look(self)
        return cast(T, self._looked[look])

    @cached_property
    def hashtags(self) -> tuple[Hashtag, ...]:
        """All hashtags of the text, in its order."""
        return hashtags_in(self.text) if self.hash_signs else ()

    @cached_property
    def misdecoded(self) -> tuple[Edit, ...]:
        """What was decoded wrongly, as it was meant."""
        return misdecoded(self.text)

    @cached_property
    def searchable(self) -> SearchableText:
        """The text, ready for being searched for evidence."""
        return SearchableText(self.text)

    def evidence(self, kind: EvidenceKind) -> tuple[EvidenceMention, ...]:
        """The words of the text that are plain evidence of something, in the languages of its summaries."""
        if kind not in self._evidence:
            self._evidence[kind] = tuple(self.each_evidence(kind))
        return self._evidence[kind]

    def each_evidence(self, kind: EvidenceKind) -> Iterator[EvidenceMention]:
        """The same, one after the other: for rules that the first may do."""
        found = [iterate_evidence(self.searchable, kind, self.playbook, code) for code in self.languages]
        if len(found) == 1:
            return found[0]
        mentions = {mention for mentions in found for mention in mentions}
        return iter(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))

    def beside(self, kind: EvidenceKind, other: EvidenceKind) -> tuple[tuple[EvidenceMention, EvidenceMention, Span], ...]:
        """The mentions of ``kind`` that have one of ``other`` beside them in their sentence, each with the first such one and
        with the sentence."""
        if (kind, other) not in self._beside:
            first_in: dict[Span, EvidenceMention] = {}
            for mention in self.evidence(other):
                first_in.setdefault(sentence_at(self.text, mention.span.start), mention)
            self._beside[kind, other] = tuple(
                (mention, beside, sentence)
                for sentence, beside in first_in.items()
                for mention in self.evidence_in(sentence, kind)
            )
        return self._beside[kind, other]

    def evidence_in(self, stretch: Span, kind: EvidenceKind) -> Iterator[EvidenceMention]:
        """The words of a stretch of the text that are plain evidence of something."""
        words = SearchableText(stretch.text(self.text))
        for code in self.languages:
            for mention in iterate_evidence(words, kind, self.playbook, code):
                yield EvidenceMention(kind, Span(stretch.start + mention.span.start, stretch.start + mention.span.end))

    @cached_property
    def ambiguous_dates(self) -> tuple[DateMention, ...]:
        """The dates of the text in which day and month can be told apart by nothing."""
        language = self.languages[0] if len(self.languages) == 1 else None
        if language is not None and day_or_month_first(self.playbook, language):
            return ()
        # Only what stands around such numbers is read: dates are looked for in few notes, and in little of them.
        windows: list[Span] = []
        for pattern in _SECOND_NUMBERS:
            for match in pattern.finditer(self.text):
                first = _FIRST_NUMBER.search(self.text, max(match.start() - 3, 0), match.start())
                if first and int(first[1]) != int(match[1]) and max(int(first[1]), int(match[1])) <= 12:
                    windows.append(_window(self.text, first.start(1), match.end()))
        found: dict[Span, DateMention] = {}
        for window in _joined(windows):
            for date in find_dates(window.text(self.text), playbook=self.playbook, language=language):
                if date.ambiguous:
                    span = Span(window.start + date.span.start, window.start + date.span.end)
                    found[span] = evolve(date, span=span)
        return tuple(found.values())

    @cached_property
    def next_actions(self) -> tuple[NextAction, ...]:
        """What is to be done next, as the text says."""
        return find_next_actions(self.document, playbook=self.playbook)

    def workloads_named(self, stretch: Span) -> dict[str, Span]:
        """The workloads that a stretch of text names, by the edition's tag, and where each is named first."""
        named: dict[str, Span] = {}
        words = stretch.text(self.text)
        for spelling, tag in self.published.spellings:
            at = words.find(spelling)
            if (
                at >= 0
                and tag not in named
                and not words[at - 1 : at].isalnum()
                and not words[at + len(spelling) :][:1].isalnum()
            ):
                named[tag] = Span(stretch.start + at, stretch.start + at + len(spelling))
        return named

    @property
    def is_lifecycle(self) -> bool:
        """Whether it is a note without any summary that says something."""
        return not self.summaries and not self.blanks and bool(re.search(r"\w", self.text))

    def place(self, node: Field | Workload, start: int, end: int) -> Span:
        """Where a stretch of a field's value or a workload's update stands in the text, comments and hashtags counted;
        the whole of it where its lines are not laid out yet."""
        value, part = (node.value, "value") if isinstance(node, Field) else (node.update, "update")
        span = self.document.span(node, part)
        breaks = [len(between) - 1 for between in node.layout.breaks]
        if len(breaks) != value.count("\n"):
            return span
        first, last = (at + sum(breaks[: value.count("\n", 0, at)]) for at in (start, end))
        return Span(span.start + first, span.start + last)

    def head_span(self, summary: SummaryView) -> Span:
        """What to point at for the summary as a whole: its title's words, or else its first label."""
        head = summary.head
        return self.document.span(head, "text" if isinstance(head, Title) else "label")

    def name_span(self, workload: Workload) -> Span:
        """What to point at for a workload: its tag, or else its name."""
        return self.document.span(workload, "tag" if workload.tag else "name")


#: How far the words reach that tell how a date is meant.
_REACH: Final = 40
#: What may be a date in numbers alone: the sign before its second number, and the first number. (Expressions that begin
#: with a sign are found fastest.)
_SECOND_NUMBERS: Final = (re.compile(r"/([0-9]{1,2})(?![0-9])"), re.compile(r"-([0-9]{1,2})(?=-[0-9])"))
_FIRST_NUMBER: Final = re.compile(r"(?:^|[^0-9/.-])([0-9]{1,2})$")


def _window(text: str, start: int, end: int) -> Span:
    """What stands around a stretch on its line, up to the blanks some words away."""
    first, last = max(start - _REACH, 0), min(end + _REACH, len(text))
    first = (
        max(text.rfind("\n", first, start), text.rfind("\r", first, start), text.find(" ", first, start) if first else -1) + 1
    )
    line_end = LINE_END.search(text, end, last)
    blank = text.rfind(" ", end, last) if last < len(text) else last
    return Span(first or 0, line_end.start() if line_end else max(blank, end))


def _joined(windows: list[Span]) -> list[Span]:
    """Stretches in the order of the text, those that overlap as one: so nothing is read twice."""
    joined: list[Span] = []
    for window in sorted(windows, key=lambda window: window.start):
        if joined and window.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, window.end))
        else:
            joined.append(window)
    return joined


def deviates(view: NoteView) -> bool:
    """Return whether a summary is typed in some respect otherwise than the template has it."""
    return not view.is_regular


def has_deviating_fields(view: NoteView) -> bool:
    """Return whether a field is typed otherwise than the template has it."""
    return not view.is_regular and any(summary.deviating_fields for summary in view.summaries)


def has_deviating_choices(view: NoteView) -> bool:
    """Return whether a choice field contains something other than a published choice."""
    return not view.is_regular and any(summary.deviating_choices for summary in view.summaries)


def has_deviating_workloads(view: NoteView) -> bool:
    """Return whether a workload is typed otherwise than the template has it."""
    return not view.is_regular and any(summary.deviating_workloads for summary in view.summaries)


def has_hash_signs(view: NoteView) -> bool:
    """Return whether the text contains a hash sign."""
    return bool(view.hash_signs)


def has_comments(view: NoteView) -> bool:
    """Return whether the text can contain a comment for the policy."""
    return view.has_comments


def is_lifecycle(view: NoteView) -> bool:
    """Return whether the note has no summary."""
    return view.is_lifecycle
