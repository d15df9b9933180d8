"""What the rules ask of a document, worked out once for all of them.

Thirty rules look at the same fields and workloads. Each asks `survey`, which remembers the document that was asked of
last: rules run one after the other, and stay plain functions of their arguments.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from attrs import evolve

from ..dates import DateMention, find_dates, leading
from ..document import Document, Hashtag, hashtags_in
from ..evidence import Mention, Searchable, iterate_evidence
from ..nodes import ASIDE, ExecSummary, Field, Prose, Title, Workload
from ..playbook import EvidenceKind, FieldSpec, Language, Playbook
from ..sentences import sentence_at
from ..serializer import serialize
from ..source import BLANKS, LINE_END, Span
from .wordings import Wordings, wordings_of

if TYPE_CHECKING:
    from ..actions import NextAction

T = TypeVar("T")

#: What may stand around words without saying anything.
_BLANK: Final = BLANKS + "\n"


class SaidField(NamedTuple):
    """A field, and what is said in it."""

    field: Field
    #: What the playbook says of it; None for an unknown label.
    spec: FieldSpec | None
    #: The value, with blanks in place of its hashtags and comments.
    words: str


class SaidWorkload(NamedTuple):
    """A workload, and what is said of it."""

    workload: Workload
    #: The field under which it stands, or None where it stands by itself.
    home: Field | None
    #: The edition's tag of the workload that is meant; None where it is unknown, or where several tags are joined.
    key: str | None
    #: The update, with blanks in place of its hashtags and comments.
    words: str


class SurveyedSummary:
    """A summary as the rules see it."""

    def __init__(self, summary: ExecSummary, playbook: Playbook, wordings: Wordings, has_asides: bool) -> None:
        """Sort what stands in a summary; ``has_asides``: whether hashtags or comments may stand in it."""
        self.node = summary
        self.playbook = playbook
        self.wordings = wordings
        self.has_asides = has_asides
        self.fields: list[SaidField] = []
        self.workloads: list[SaidWorkload] = []
        self.strays: list[Prose] = []
        #: Those that are not in every respect as the template has them: what many rules need not look at is left out.
        self.odd_fields: list[SaidField] = []
        self.odd_workloads: list[SaidWorkload] = []
        #: The fields that should hold a choice and hold something; and those of them in which no published wording stands.
        self.choices: list[SaidField] = []
        self.odd_choices: list[SaidField] = []
        specs, labels, choices = wordings.specs, wordings.labels, wordings.choices
        for item in summary.body:
            if isinstance(item, Field):
                words = without_asides(item.value) if has_asides else item.value
                said = SaidField(item, specs.get(item.key or ""), words)
                self.fields.append(said)
                layout = item.layout
                said_or_listed = layout.colon == ": " if words.strip() else layout.colon is None and item.workloads
                if not (said_or_listed and item.label in labels and layout.before == "- "):
                    self.odd_fields.append(said)
                if item.key in choices and words.strip():
                    self.choices.append(said)
                    if words not in choices[item.key]:
                        self.odd_choices.append(said)
                if item.workloads:
                    self._list(item.workloads, item)
            elif isinstance(item, Workload):
                self._list((item,), None)
            else:
                self.strays.append(item)

    def _list(self, workloads: tuple[Workload, ...], home: Field | None) -> None:
        vocabulary, has_asides = self.playbook.vocabulary, self.has_asides
        tags, names, regular = vocabulary.tags, vocabulary.names, self.wordings.tagged_names
        at_home = home is not None and home.key == self.wordings.workloads_field
        for workload in workloads:
            tag, layout = workload.tag, workload.layout
            if tag:
                key = tags.get(tag) or (vocabulary.tag(tag) if len(workload.tags) == 1 else None)
            else:
                key = names.get(workload.name) or vocabulary.name(workload.name)
            words = without_asides(workload.update) if has_asides else workload.update
            said = SaidWorkload(workload, home, key, words)
            self.workloads.append(said)
            if not (
                at_home
                and words
                and not words.isspace()
                and (tag, workload.name) in regular
                and layout.open == "["
                and layout.separator in MARKS_BETWEEN
                and layout.before in MARKS_BEFORE
                and layout.close in MARKS_BEHIND_TAG
            ):
                self.odd_workloads.append(said)

    @cached_property
    def is_in_order(self) -> bool:
        """Whether the bullets are those of the template, each once and in its order."""
        return [said.field.key for said in self.fields] == self.wordings.template

    @cached_property
    def is_regular(self) -> bool:
        """Whether it is typed in every respect as the template has it."""
        title = self.node.title
        return (
            not (self.odd_fields or self.odd_workloads or self.odd_choices or self.strays)
            and self.is_in_order
            and title is not None
            and title.text in self.wordings.titles
            and len({said.key for said in self.workloads}) == len(self.workloads)
        )

    @cached_property
    def language(self) -> Language:
        """The language of the summary; the playbook's default one where no known word stands."""
        title = self.node.title.text if self.node.title else None
        labels = tuple([said.field.label for said in self.fields if said.spec])
        return _language(self.playbook, title, labels)

    @property
    def head(self) -> Title | Field:
        """The node with which the summary opens: its title, or else its first field."""
        return self.node.title or self.fields[0].field

    @cached_property
    def is_blank(self) -> bool:
        """Whether it is the template with nothing filled in."""
        blanks = self.wordings.blanks
        return (
            bool(self.fields)
            and all(self._is_listed_alone(said) for said in self.workloads)
            and all(said.spec is not None and blanks.has(said.spec.key, said.words) for said in self.fields)
        )

    def _is_listed_alone(self, said: SaidWorkload) -> bool:
        """Whether a line of the list holds a workload of the template, and nothing more."""
        name = said.workload.name
        named = not name or self.playbook.vocabulary.name(name) == said.key
        return not said.words.strip(_BLANK) and said.key is not None and named


class Survey:
    """A document as the rules see it."""

    def __init__(self, document: Document, playbook: Playbook) -> None:
        """Sort what stands in a document."""
        self.document = document
        self.playbook = playbook
        self.wordings: Wordings = wordings_of(playbook)
        #: All summaries that say something.
        self.summaries: list[SurveyedSummary] = []
        #: Those that are the template as it comes.
        self.blanks: list[SurveyedSummary] = []
        self._looked: dict[object, object] = {}
        self._evidence: dict[EvidenceKind, tuple[Mention, ...]] = {}
        self._beside: dict[tuple[EvidenceKind, EvidenceKind], tuple[tuple[Mention, Mention], ...]] = {}
        #: The whole text.
        self.text = text = serialize(document)
        #: Whether the sign of a hashtag stands anywhere.
        self.has_signs = "#" in text or "＃" in text
        has_asides = self.has_signs or "<!--" in text
        for block in document.blocks:
            if isinstance(block, ExecSummary):
                surveyed = SurveyedSummary(block, playbook, self.wordings, has_asides)
                (self.blanks if surveyed.is_blank else self.summaries).append(surveyed)

    @cached_property
    def is_regular(self) -> bool:
        """Whether all summaries are typed in every respect as the template has them, so that rules for deviations from it
        have nothing to find."""
        return not self.blanks and all(summary.is_regular for summary in self.summaries)

    def once(self, look: Callable[[Survey], T]) -> T:
        """What a function finds in the document; it is asked but once."""
        if look not in self._looked:
            self._looked[look] = look(self)
        return cast(T, self._looked[look])

    @cached_property
    def hashtags(self) -> tuple[Hashtag, ...]:
        """All hashtags of the text, in its order."""
        return hashtags_in(self.text) if self.has_signs else ()

    @cached_property
    def languages(self) -> tuple[str | None, ...]:
        """The codes of the languages that the summaries are in; None (any) where there are none."""
        return tuple(dict.fromkeys(summary.language.code for summary in self.summaries)) or (None,)

    @cached_property
    def searchable(self) -> Searchable:
        """The text, ready for being searched for evidence."""
        return Searchable(self.text)

    def evidence(self, kind: EvidenceKind) -> tuple[Mention, ...]:
        """The words of the text that are plain evidence of something, in the languages of its summaries."""
        if kind not in self._evidence:
            self._evidence[kind] = tuple(self.each_evidence(kind))
        return self._evidence[kind]

    def each_evidence(self, kind: EvidenceKind) -> Iterator[Mention]:
        """The same, one after the other: for rules that the first may do."""
        found = [iterate_evidence(self.searchable, kind, self.playbook, code) for code in self.languages]
        if len(found) == 1:
            return found[0]
        mentions = {mention for mentions in found for mention in mentions}
        return iter(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))

    def beside(self, kind: EvidenceKind, other: EvidenceKind) -> tuple[tuple[Mention, Mention], ...]:
        """The mentions of ``kind`` that have one of ``other`` beside them in their sentence, each with the first such one."""
        if (kind, other) not in self._beside:
            first_in: dict[Span, Mention] = {}
            for mention in self.evidence(other):
                first_in.setdefault(sentence_at(self.text, mention.span.start), mention)
            self._beside[kind, other] = tuple(
                (mention, beside) for sentence, beside in first_in.items() for mention in self.evidence_in(sentence, kind)
            )
        return self._beside[kind, other]

    def evidence_in(self, stretch: Span, kind: EvidenceKind) -> Iterator[Mention]:
        """The words of a stretch of the text that are plain evidence of something."""
        words = Searchable(stretch.text(self.text))
        for code in self.languages:
            for mention in iterate_evidence(words, kind, self.playbook, code):
                yield Mention(kind, Span(stretch.start + mention.span.start, stretch.start + mention.span.end))

    @cached_property
    def ambiguous_dates(self) -> tuple[DateMention, ...]:
        """The dates of the text in which day and month can be told apart by nothing."""
        language = self.languages[0] if len(self.languages) == 1 else None
        if language is not None and leading(self.playbook, language):
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
        return self.document.next_actions

    def workloads_named(self, stretch: Span) -> dict[str, Span]:
        """The workloads that a stretch of text names, by the edition's tag, and where each is named first."""
        named: dict[str, Span] = {}
        words = stretch.text(self.text)
        for spelling, tag in self.wordings.spellings:
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

    def head_span(self, summary: SurveyedSummary) -> Span:
        """What to point at for the summary as a whole: its title's words, or else its first label."""
        head = summary.head
        return self.document.span(head, "text" if isinstance(head, Title) else "label")

    def name_span(self, workload: Workload) -> Span:
        """What to point at for a workload: its tag, or else its name."""
        return self.document.span(workload, "tag" if workload.tag else "name")


def without_asides(value: str) -> str:
    """A value with blanks in place of its hashtags and comments, line ends and lengths kept."""
    if "#" not in value and "<" not in value and "＃" not in value:
        return value
    return re.sub(ASIDE, lambda match: re.sub(r"[^\n]", " ", match.group()), value)


def said(words: str) -> tuple[int, int]:
    """From where to where a value says something, in code points."""
    return len(words) - len(words.lstrip()), len(words.rstrip())


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The lines of a stretch of text, without their line ends."""
    end = len(text) if end is None else end
    for match in LINE_END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)


#: What the template has around tag and name, but for blanks.
MARKS_BEFORE: Final = frozenset(("   -  ", "   - ", "  - ", "- ", "    - "))
MARKS_BEHIND_TAG: Final = frozenset(("]  ", "] "))
MARKS_BETWEEN: Final = frozenset((" - ", " – ", " — ", None))

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


class _Last(threading.local):
    """The document that was asked of last, in each thread."""

    survey: Survey | None = None


_LAST: Final = _Last()


def survey(document: Document, playbook: Playbook) -> Survey:
    """What rules ask of a document; made once for as long as the same document is asked of."""
    last: Survey | None = _LAST.survey
    if last is None or last.document is not document or last.playbook is not playbook:
        last = _LAST.survey = Survey(document, playbook)
    return last


def deviates(document: Document, playbook: Playbook) -> bool:
    """Whether some summary is typed in some respect otherwise than the template has it."""
    return not survey(document, playbook).is_regular


def has_hashtags(document: Document, playbook: Playbook) -> bool:
    """Whether the sign of a hashtag stands anywhere."""
    return survey(document, playbook).has_signs


def has_comments(document: Document, playbook: Playbook) -> bool:
    """Whether a comment for the policy may stand anywhere."""
    return "ftnotes:" in survey(document, playbook).text


def is_lifecycle(document: Document, playbook: Playbook) -> bool:
    """Whether it is a note without any summary."""
    return survey(document, playbook).is_lifecycle


def forget() -> None:
    """Let go of the document that was asked of last."""
    _LAST.survey = None


@lru_cache(maxsize=256)  # titles and labels alone, which are the same in most notes
def _language(playbook: Playbook, title: str | None, labels: tuple[str, ...]) -> Language:
    code = playbook.vocabulary.language(title, labels) or playbook.default_language
    return next(language for language in playbook.languages if language.code == code)
