"""The search for next actions in a text: what is to be done, when, and by whom.

An action needs a label, or somebody who will do something, or a meeting with its date: to miss one is better than to invent
one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document, Node
from ..syntax.nodes import Field, Prose, Workload
from ..syntax.parser import as_document
from ..text.source import LINE_END, WHITESPACE, Span
from ..text.words import FIRST_WORD, fold
from .action_items import ActionDraft, ActionLine, NextAction, Passage, action_lines
from .action_lexicon import ActionLexicon, action_lexicon
from .date_mention import DateMention
from .dates import find_dates


def find_next_actions(
    text_or_document: str | Document, *, playbook: Playbook | None = None, edition: str | None = None
) -> tuple[NextAction, ...]:
    """Find what is to be done next, when, and by whom.

    Args:
        text_or_document: any text, or a parsed document. Time and memory grow with its length.
        playbook: the playbook whose words count; without it and ``edition`` that of the document, or the default edition.
        edition: the id of a published edition, instead of ``playbook``.

    Returns:
        The actions in the order of the text, with spans in code points. ``docs/dates.md`` lists what counts.

    Raises:
        TypeError: ``text_or_document`` is neither a ``str`` nor a `Document`.
        ValueError: there is no such edition; the message lists them.

    Source: the guidance page "Overall Status Notes Guidance", section "Frequency": "the Next Action, Date, and Owner".
    """
    document = as_document(text_or_document, playbook, edition, caller="find_next_actions")
    text, dates = document.text, find_dates(document)
    lexicon = action_lexicon(document.playbook or Playbook.load())
    finder = _ActionFinder(text, dates, [mention.span.start for mention in dates], lexicon)
    drafts = list(finder.drafts(_passages(document)))  # all, since lines below can add to one
    return tuple(draft.action(text) for draft in drafts)


def _passages(document: Document) -> Iterator[Passage]:
    """Yield the stretches of the text that can contain actions: values, updates and prose.

    Fields with unknown labels are taken whole, because "NEXT ACTION" is such a label; adjacent ones belong together.
    """
    part = 0
    above: Node | None = None
    for node in document.walk():
        if isinstance(node, Field) and node.key is None:
            part += not (isinstance(above, Field) and above.key is None)
            yield Passage(document.span(node, "label").start, document.span(node, "value").end, part)
        elif isinstance(node, (Field, Workload, Prose)):
            part += 1
            content = document.span(node, {Field: "value", Workload: "update", Prose: "text"}[type(node)])
            yield Passage(content.start, content.end, part)
        above = node


#: The end of a sentence: not the full stop of a single letter, as in "z. B.". To keep this linear, a run of full stops is
#: matched only from its first, or from its second if the first is one of a single letter.
_SENTENCE_END: Final = re.compile(
    rf"[.!?。！？;；|](?:(?<=[。！？;；|])|(?:(?<![.!?][.!?])|(?<=\b[A-Za-z]\.[.!?]))(?<!\b[A-Za-z]\.)[.!?]*+(?=[{WHITESPACE}\r\n)]|\Z))"
)
#: The start of a clause, which can name an actor.
_CLAUSE: Final = re.compile(
    rf"[,:–—、，：-](?:(?<=[、，：])|(?<=[,:–—])[{WHITESPACE}]{{1,3}}|(?<=[{WHITESPACE}]-)[{WHITESPACE}])"
)
_OWNER_END: Final = re.compile(r"[;|)\]）】。；\r\n]|\.(?=\s|\Z)")
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])(?<![\u0300-\u036f])(?:[^\W\d_]|[\u0300-\u036f])++\Z")
#: The characters that can come right before a label inside a line.
_BEFORE_LABEL: Final = frozenset("\r\n>.,;:!?|([{/。，；：、（【–—-")
_SPACING: Final = WHITESPACE + "*_"
_EDGES: Final = _SPACING + "\r\n>,;:|–—-([{（【、，：；"
_END_EDGES: Final = _EDGES + ".。"
#: A label, and where the text that it labels ends.
_Labelled: TypeAlias = tuple["re.Match[str]", int]
#: The longest owner, the longest way from an event to its date, and how far a verb or a date is looked for in a sentence.
_OWNER, _EVENT_DATE, _SENTENCE = 80, 48, 160


@frozen
class _ActionFinder:
    """A text with its dates, in which actions are looked for."""

    text: str
    dates: Sequence[DateMention]
    #: Where each of the dates starts.
    starts: list[int]
    lexicon: ActionLexicon

    def drafts(self, passages: Iterable[Passage]) -> Iterator[ActionDraft]:
        """Yield the actions of passages; labels on adjacent lines belong to one action, up to the next label of a task."""
        part, listing = -1, False
        draft: ActionDraft | None = None
        waiting: list[_Labelled] = []
        for line in action_lines(self.text, passages, self.lexicon):
            if line.part != part:
                part, listing, draft, waiting = line.part, False, None, []
            if line.done:
                continue
            labels = self.labels(line, draft is not None)
            if labels:
                drafts, draft, waiting = self.labelled(line, labels, draft, listing, waiting)
                yield from drafts
                if labels[-1].lastgroup == "what" and not self.trimmed(labels[-1].end(), line.end, _EDGES):
                    listing, draft = True, None
                continue
            waiting = []
            if self.is_heading(line):
                listing, draft = True, None
            elif listing and line.bulleted:
                draft = self.task(line.start, line.end, loose=True)
                if draft:
                    yield draft
            else:
                listing, draft = False, None
                yield from self.phrases(self.sentences(line.start, line.end))

    # ---- labels

    def labels(self, line: ActionLine, opened: bool) -> list[re.Match[str]]:
        labels: list[re.Match[str]] = []
        colon = max(self.text.rfind(sign, line.start, line.end) for sign in ":：")
        for match in self.lexicon.label.finditer(self.text, line.start, colon + 1) if colon >= 0 else ():
            place = match.start()
            while place > max(line.start, match.start() - 6) and self.text[place - 1] in _SPACING:
                place -= 1
            first = place == line.start
            apart = first or self.text[place - 1] in _BEFORE_LABEL or match.start() - place > 1
            inside = (opened or labels) and match.lastgroup != "what" and not self.text[match.start()].islower()
            if apart or inside:
                labels.append(match)
        if not labels or labels[0].start() > line.start + 6:
            opening = self.lexicon.opening.match(self.text, line.start, line.end)
            labels[:0] = [opening] if opening else []
        return labels

    def is_heading(self, line: ActionLine) -> bool:
        return line.end - line.start <= 40 and fold(self.text[line.start : line.end]) in self.lexicon.headings

    def labelled(
        self, line: ActionLine, labels: list[re.Match[str]], draft: ActionDraft | None, listing: bool, waiting: list[_Labelled]
    ) -> tuple[list[ActionDraft], ActionDraft | None, list[_Labelled]]:
        """Return the actions of a line with labels, the last of them for the labels below, and the labels that wait for one.

        ``draft`` is the action of the lines above, to which labels here can add; ``waiting`` are labels above that belong to
        an action to come. A label labels one sentence; the text after it is prose.
        """
        kinds = {label.lastgroup for label in labels}
        lead = list(self.sentences(line.start, labels[0].start()))
        task = None
        if lead and labels[0].lastgroup != "what" and (listing or ("owner" in kinds and "what" not in kinds)):
            task = self.task(*lead[-1], loose=listing)
        drafts = list(self.phrases(lead[:-1] if task else lead))
        drafts += [task] if task else []
        draft = task or draft
        if not any(label.lastgroup == "owner" for label, _ in waiting):
            waiting = []  # a date alone is more likely that of the note
        for label, end in zip(labels, [*(label.start() for label in labels[1:]), line.end], strict=True):
            line_end = LINE_END.search(self.text, label.end(), end)
            stop = line_end.start() if line_end and self.text[line_end.start() - 1] not in ",，、" else end
            if label.lastgroup == "what":
                sentence, *others = list(self.sentences(label.end(), end)) or [(label.end(), end)]
                draft = self.task(*sentence, loose=True)
                if draft:
                    draft.cover(label.start(), label.end())
                    drafts.append(draft)
                    for early, until in waiting:
                        self.fill(draft, early, until)
                waiting = []
                beside = [other for other in others if other[0] < stop]
                drafts += self.phrases(beside, loose=True)
                drafts += self.phrases(others[len(beside) :])
            else:
                sentence, *others = list(self.sentences(label.end(), stop)) or [(label.end(), stop)]
                if draft is None or not self.fill(draft, label, sentence[1]):
                    waiting = [*waiting[-3:], (label, sentence[1])]
                drafts += self.phrases((*others, *self.sentences(stop, end)))
        return drafts, draft, waiting

    def fill(self, draft: ActionDraft, label: re.Match[str], end: int) -> bool:
        """Add a labelled date or owner to an action; return False if it has one already."""
        if label.lastgroup == "date":
            mention = self.first_date(label.end(), end)
            if draft.date and mention:
                return False
            draft.date = draft.date or mention
        else:
            owner = self.owner(label.end(), end)
            if draft.owner and owner:
                return False
            draft.owner = draft.owner or owner
            mention = self.first_date(label.end(), end) if owner else None
            draft.date = draft.date or mention
        draft.cover(label.start(), label.end())
        return True

    def owner(self, start: int, end: int) -> Span | None:
        """Return the owner named after a label, or None for nobody."""
        span = self.trimmed(start, min(end, start + _OWNER), _EDGES)
        if not span:
            return None
        mention = self.first_date(span.start, span.end)
        end = self.before_date(mention.span.start, span.start) if mention else span.end
        stop = _OWNER_END.search(self.text, span.start, end)
        span = self.trimmed(span.start, stop.start() if stop else end)
        return span if span and not self.is_nobody(span) else None

    def is_nobody(self, span: Span) -> bool:
        """Return whether a span has no letter or digit, or only words such as "TBD" or "none at the moment"."""
        first = FIRST_WORD.match(self.text, span.start, span.end)
        words = {fold(self.text[span.start : span.end]), fold(first.group()) if first else ""}
        return bool(words & (self.lexicon.nobody | {""}))

    # ---- phrases

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences of a stretch that have words, trimmed."""
        for match in _SENTENCE_END.finditer(self.text, start, end):
            mention = self.date_at(match.start())
            if not mention:
                span = self.trimmed(start, match.start(), _EDGES)
                if span:
                    yield span.start, span.end
                start = match.end()
        span = self.trimmed(start, end, _EDGES)
        if span:
            yield span.start, span.end

    def phrases(self, sentences: Iterable[tuple[int, int]], loose: bool = False) -> Iterator[ActionDraft]:
        """Yield the actions in sentences; ``loose`` for sentences after a label."""
        for start, end in sentences:
            clauses = [start, *(match.end() for match in _CLAUSE.finditer(self.text, start, end))]
            actors = [place for place in clauses if self.actor(place, end, loose)]
            for place, stop in pairwise((*actors, end)):
                draft = self.task(place, stop, loose)
                if draft:
                    if len(actors) == 1 and not draft.date:
                        draft.date = self.first_date(start, end)
                    yield draft
            if not actors:
                yield from self.events(start, end)

    def events(self, start: int, end: int) -> Iterator[ActionDraft]:
        """Yield a meeting with its date, "next call on 12 June", or a task without owner that is due "by 12 June"."""
        dated = self.first_date(start, end) is not None
        for event in self.lexicon.event.finditer(self.text, start, end) if dated else ():
            mention = self.first_date(event.end(), min(end, event.end() + _EVENT_DATE))
            if mention:
                yield ActionDraft(event.start(), mention.span.end, Span(event.start(), event.end()), mention)
                return
        mention = self.first_date(start, min(end, start + _SENTENCE)) if dated else None
        mention = mention if self.lexicon.verb.match(self.text, start, end) else None
        if mention:
            before = _LAST_WORD.search(self.text[start : mention.span.start].rstrip(WHITESPACE))
            due = before and fold(before.group()) in self.lexicon.deadline
            draft = self.task(start, end, loose=False) if due else None
            if draft:
                yield draft

    def actor(self, start: int, end: int, loose: bool) -> tuple[Span, int] | None:
        """Return who will do something, and where the task starts; None if nobody will."""
        match = self.lexicon.phrase.match(self.text, start, end)
        if not match:
            return None
        group = "known" if match["known"] else "name"
        who = Span(*match.span(group))
        if group == "name" and not all(map(self.may_be_name, match["name"].split(" "))):
            return None
        body = self.trimmed(match.end(), end)
        if not body or self.lexicon.never.match(self.text, body.start, body.end):
            return None
        near = min(body.end, body.start + _SENTENCE)
        if match["will"]:
            does = self.lexicon.verb.search(self.text, body.start, near)
        elif match["to"]:
            does = self.lexicon.verb.match(self.text, body.start, near)
            # "Planning to …", "Keen to …": outside of lists and labels a single capitalized word is not enough of a name
            does = does if group == "known" or loose or " " in match["name"] else None
        else:
            does = match if loose or self.first_date(body.start, near) else None
        return (who, body.start) if does else None

    def may_be_name(self, word: str) -> bool:
        return word[0].isupper() and fold(word) not in self.lexicon.not_actors and fold(word) not in self.lexicon.before_date

    def task(self, start: int, end: int, loose: bool) -> ActionDraft | None:
        """Return the task of a sentence with its owner and date; ``loose`` if a label or list shows that it is one."""
        actor = self.actor(start, end, loose)
        owner, begin = actor or (None, start)
        mention = self.first_date(start, end)
        what = self.trimmed(begin, end)
        if what and mention and what.start <= mention.span.start:
            if not self.trimmed(mention.span.end, what.end):
                what = self.trimmed(what.start, self.before_date(mention.span.start, what.start))
            elif not self.trimmed(what.start, self.before_date(mention.span.start, what.start)):
                what = self.trimmed(mention.span.end, what.end)
        if what is None or self.is_nobody(what):
            return None
        return ActionDraft(what.start, what.end, what, mention, owner)

    # ---- places

    def trimmed(self, start: int, end: int, edges: str = _END_EDGES) -> Span | None:
        """Return a stretch without spaces and punctuation at its ends, or None if nothing is left."""
        while start < end and self.text[start] in _EDGES:
            start += 1
        while start < end and self.text[end - 1] in edges:
            end -= 1
        return Span(start, end) if start < end else None

    def before_date(self, place: int, start: int) -> int:
        """Return where the words before a date at ``place`` ("by the") start, at or after ``start``."""
        for _ in range(3):
            before = self.text[max(start, place - 24) : place].rstrip(_EDGES)
            word = _LAST_WORD.search(before)
            if not word or fold(word.group()) not in self.lexicon.before_date:
                return place
            place = max(start, place - 24) + word.start()
        return place

    def first_date(self, start: int, end: int) -> DateMention | None:
        place = bisect_left(self.starts, start)
        return self.dates[place] if place < len(self.starts) and self.dates[place].span.end <= end else None

    def date_at(self, place: int) -> DateMention | None:
        """Return the date that contains a place after its start."""
        number = bisect_left(self.starts, place) - 1
        return self.dates[number] if number >= 0 and place < self.dates[number].span.end else None
