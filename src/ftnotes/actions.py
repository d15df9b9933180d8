"""Finds next actions in a text: what is to be done, when, by whom.

It works on a text and stretches of it, so that every span is one of the text. Rather an action is missed than one invented:
there must be a label, or somebody who will do something, or a meeting with its day.

Source: the guidance page "Overall Status Notes Guidance", section "Frequency", which asks for the next action, its date and
its owner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from attrs import define, frozen

from .action_words import ActionLexicon, action_lexicon
from .dates import DateMention
from .playbook import Playbook
from .source import BLANKS, LINE_END, MARGIN, Span
from .vocabulary import fold


@frozen
class NextAction:
    """Something that is to be done."""

    #: As typed, its lines joined by a blank.
    what: str
    what_span: Span
    #: When; None where no day is said.
    date: DateMention | None
    #: By whom, as typed; None where nobody is named.
    owner: str | None
    owner_span: Span | None
    #: All of it: label, task, date and owner.
    span: Span


class Passage(NamedTuple):
    """A stretch of a text in which actions may stand. Labels belong together within passages of the same ``part``."""

    start: int
    end: int
    part: int


def find_actions(
    text: str, passages: Sequence[Passage], dates: Sequence[DateMention], playbook: Playbook
) -> tuple[NextAction, ...]:
    """The next actions in a text, in its order.

    Args:
        text: any text. Time and memory grow with its length.
        passages: where to look, in the order of the text.
        dates: the dates of the whole text, as `find_dates` gives them.
        playbook: whose words count.
    """
    reader = _Reader(text, dates, [mention.span.start for mention in dates], action_lexicon(playbook))
    drafts = list(reader.drafts(passages))  # all, since lines below may say more of one
    return tuple(action for draft in drafts if (action := draft.action(text)))


#: The start of a line: margin, bullet, check box; marks of a heading.
_OPENING: Final = re.compile(
    rf"[{MARGIN}]*+"
    rf"(?P<bullet>(?:[-+•◦▪·–]|\*(?!\*)|[0-9]{{1,2}}[.)])[{BLANKS}]++(?:\[(?P<done>[xX])?[ ]?\][{BLANKS}]*+)?+)?+"
    rf"(?:#{{1,6}}[{BLANKS}]++)?+"
)
#: Where a sentence ends: not behind a single letter, as in "z. B.".
_SENTENCE_END: Final = re.compile(rf"[.!?。！？;；|](?:(?<=[。！？;；|])|(?<!\b[A-Za-z].)[.!?]*+(?=[{BLANKS}\r\n)]|\Z))")
#: Behind what somebody may be named who will do something.
_CLAUSE: Final = re.compile(rf"[,:–—、，：-](?:(?<=[、，：])|(?<=[,:–—])[{BLANKS}]{{1,3}}|(?<=[{BLANKS}]-)[{BLANKS}])")
_OWNER_END: Final = re.compile(r"[;|)\]）】。；\r\n]|\.(?=\s|\Z)")
_LAST_WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+\Z")
#: What may stand right before a label inside a line.
_BEFORE_LABEL: Final = frozenset("\r\n>.,;:!?|([{/。，；：、（【–—-")
_MARKS: Final = BLANKS + "*_"
_EDGES: Final = _MARKS + "\r\n>,;:|–—-([{（【、，：；"
_END_EDGES: Final = _EDGES + ".。"
#: An owner is no longer than this, and a date no further from its event.
_OWNER, _EVENT_DATE, _SENTENCE = 80, 48, 160


class _Item(NamedTuple):
    """A line with those that it runs on in; without its bullet."""

    start: int
    end: int
    bulleted: bool
    #: Whether its box is checked.
    done: bool
    part: int


@define
class _Draft:
    """An action of which not all may be found yet."""

    start: int
    end: int
    what: Span | None = None
    date: DateMention | None = None
    owner: Span | None = None

    def cover(self, start: int, end: int) -> None:
        self.start, self.end = min(self.start, start), max(self.end, end)

    def action(self, text: str) -> NextAction | None:
        """The action; None where there is nothing to do."""
        if self.what is None:
            return None
        ends = [span for span in (self.what, self.owner, self.date and self.date.span) if span]
        whole = Span(min(self.start, *(span.start for span in ends)), max(self.end, *(span.end for span in ends)))
        opened = text[whole.start : whole.end].count("(") > text[whole.start : whole.end].count(")")
        if opened and text[whole.end : whole.end + 1] == ")":
            whole = Span(whole.start, whole.end + 1)
        owner = _said(text, self.owner) if self.owner else None
        return NextAction(_said(text, self.what), self.what, self.date, owner, self.owner, whole)


def _said(text: str, span: Span) -> str:
    """What stands there, its lines joined by a blank."""
    first, *below = LINE_END.split(span.text(text))
    return " ".join([first.rstrip(BLANKS), *(line.strip(MARGIN) for line in below)]) if below else first


def _items(text: str, passages: Sequence[Passage], words: ActionLexicon) -> Iterator[_Item]:
    """The lines of passages, each with those that it runs on in: that have no bullet and label, nor a blank line above."""
    for start, stop, part in passages:
        item: _Item | None = None
        while start < stop:
            match = LINE_END.search(text, start, stop)
            end, following = match.span() if match else (stop, stop)
            opening = _OPENING.match(text, start, end)
            assert opening is not None  # it may be empty
            content, bulleted = opening.end(), opening["bullet"] is not None
            start = following
            if content == end:
                if item:
                    yield item
                item = None
                continue
            place = content
            while place < min(end, content + 4) and text[place] in "*_":
                place += 1
            if item and (bulleted or words.label.match(text, place, end)):
                yield item
                item = None
            item = item._replace(end=end) if item else _Item(content, end, bulleted, opening["done"] is not None, part)
        if item:
            yield item


@frozen
class _Reader:
    """Reads a text for actions."""

    text: str
    dates: Sequence[DateMention]
    starts: list[int]
    words: ActionLexicon

    def drafts(self, passages: Sequence[Passage]) -> Iterator[_Draft]:
        """The actions of passages. Labels on lines below each other are of one action, until one says "what" again."""
        part, listing = -1, False
        draft: _Draft | None = None
        for item in _items(self.text, passages, self.words):
            if item.part != part:
                part, listing, draft = item.part, False, None
            if item.done:
                continue
            labels = self.labels(item, draft is not None)
            if labels:
                found = self.labelled(item, labels, draft, listing)
                if labels[-1].lastgroup == "what" and not self.trimmed(labels[-1].end(), item.end, _EDGES):
                    listing, draft = True, None
                    yield from found
                    continue
                new = [one for one in found if one is not draft]
                yield from new
                draft = new[-1] if new else draft
            elif self.is_heading(item):
                listing, draft = True, None
            elif listing and item.bulleted:
                draft = self.task(item.start, item.end, loose=True)
                if draft:
                    yield draft
            else:
                listing, draft = False, None
                yield from self.phrases(item)

    # ---- labels

    def labels(self, item: _Item, opened: bool) -> list[re.Match[str]]:
        """The labels of an item that stand where a label may."""
        found: list[re.Match[str]] = []
        colon = max(self.text.rfind(sign, item.start, item.end) for sign in ":：")
        for match in self.words.label.finditer(self.text, item.start, colon + 1) if colon >= 0 else ():
            place = match.start()
            while place > max(item.start, match.start() - 6) and self.text[place - 1] in _MARKS:
                place -= 1
            first = place == item.start
            apart = first or self.text[place - 1] in _BEFORE_LABEL or match.start() - place > 1
            inside = (opened or found) and match.lastgroup != "what" and not self.text[match.start()].islower()
            if apart or inside:
                found.append(match)
        if not found or found[0].start() > item.start + 6:
            opening = self.words.opening.match(self.text, item.start, item.end)
            found[:0] = [opening] if opening else []
        return found

    def is_heading(self, item: _Item) -> bool:
        """Whether an item is a heading over things to do."""
        return item.end - item.start <= 40 and fold(self.text[item.start : item.end]) in self.words.headings

    def labelled(self, item: _Item, labels: list[re.Match[str]], draft: _Draft | None, listing: bool) -> list[_Draft]:
        """The actions of a line with labels; ``draft`` is that of the lines above, and may have grown."""
        found: list[_Draft] = []
        current = draft
        waiting: list[re.Match[str]] = []
        kinds = {label.lastgroup for label in labels}
        if labels[0].lastgroup != "what" and (listing or ("owner" in kinds and "what" not in kinds)):
            sentence = list(self.sentences(item.start, labels[0].start()))
            task = self.task(*sentence[-1], loose=listing) if sentence else None
            if task:
                current = task
                found.append(task)
        ends = [*(label.start() for label in labels[1:]), item.end]
        for label, end in zip(labels, ends, strict=True):
            if label.lastgroup == "what":
                sentence = list(self.sentences(label.end(), end))
                current = self.task(*sentence[0], loose=True) if sentence else None
                if current:
                    current.cover(label.start(), label.end())
                    found.append(current)
                    for early, stop in ((early, ends[labels.index(early)]) for early in waiting):
                        self.fill(current, early, stop)
                waiting = []
            elif current is None or not self.fill(current, label, end):
                waiting.append(label)
        return found

    def fill(self, draft: _Draft, label: re.Match[str], end: int) -> bool:
        """Take a date or an owner into an action; False where it has one already."""
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
        """Who is named behind a label; None for nobody."""
        span = self.trimmed(start, min(end, start + _OWNER), _EDGES)
        if not span:
            return None
        mention = self.first_date(span.start, span.end)
        end = self.before_date(mention.span.start, span.start) if mention else span.end
        stop = _OWNER_END.search(self.text, span.start, end)
        span = self.trimmed(span.start, stop.start() if stop else end)
        folded = fold(self.text[span.start : span.end]) if span else ""
        return span if folded and folded not in self.words.nobody else None

    # ---- phrases

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of a stretch that say something, without blanks around them."""
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

    def phrases(self, item: _Item) -> Iterator[_Draft]:
        """The actions that the sentences of an item tell of."""
        for start, end in self.sentences(item.start, item.end):
            clauses = [start, *(match.end() for match in _CLAUSE.finditer(self.text, start, end))]
            found = [place for place in clauses if self.actor(place, end, loose=False)]
            for place, stop in pairwise((*found, end)):
                draft = self.task(place, stop, loose=False)
                if draft:
                    if len(found) == 1 and not draft.date:
                        draft.date = self.first_date(start, end)
                    yield draft
            if not found:
                yield from self.events(start, end)

    def events(self, start: int, end: int) -> Iterator[_Draft]:
        """ "Next call on 12 June"; and what is to be done "by 12 June", though nobody says by whom."""
        dated = self.first_date(start, end) is not None
        for event in self.words.event.finditer(self.text, start, end) if dated else ():
            mention = self.first_date(event.end(), min(end, event.end() + _EVENT_DATE))
            if mention:
                yield _Draft(event.start(), mention.span.end, Span(event.start(), event.end()), mention)
                return
        mention = self.first_date(start, min(end, start + _SENTENCE)) if dated else None
        mention = mention if self.words.verb.match(self.text, start, end) else None
        if mention:
            before = _LAST_WORD.search(self.text[start : mention.span.start].rstrip(BLANKS))
            if before and fold(before.group()) in self.words.deadline:
                draft = self.task(start, end, loose=False)
                if draft:
                    yield draft

    def actor(self, start: int, end: int, loose: bool) -> tuple[Span, int] | None:
        """Who will do something, and from where on it is said what."""
        match = self.words.phrase.match(self.text, start, end)
        if not match:
            return None
        group = "known" if match["known"] else "name"
        who = Span(*match.span(group))
        if group == "name" and any(
            fold(word) in self.words.not_actors or fold(word) in self.words.before_date for word in match["name"].split()
        ):
            return None
        body = self.trimmed(match.end(), end)
        if not body or self.words.never.match(self.text, body.start, body.end):
            return None
        near = min(body.end, body.start + _SENTENCE)
        if match["will"]:
            does = self.words.verb.search(self.text, body.start, near)
        elif match["to"]:
            does = self.words.verb.match(self.text, body.start, near)
            does = does if group == "known" or loose or self.first_date(body.start, near) else None
            # "Planning to …", "Keen to …": outside of lists and labels a single capitalized word is no name yet
            does = does if group == "known" or loose or " " in match["name"] else None
        else:
            does = match if loose or self.first_date(body.start, near) else None
        return (who, body.start) if does else None

    def task(self, start: int, end: int, loose: bool) -> _Draft | None:
        """What a sentence says is to be done, by whom and when. ``loose``: that it is an action is known from its label."""
        actor = self.actor(start, end, loose)
        owner, begin = actor or (None, start)
        mention = self.first_date(start, end)
        what = self.trimmed(begin, end)
        if what and mention and what.start <= mention.span.start:
            if not self.trimmed(mention.span.end, what.end):
                what = self.trimmed(what.start, self.before_date(mention.span.start, what.start))
            elif not self.trimmed(what.start, self.before_date(mention.span.start, what.start)):
                what = self.trimmed(mention.span.end, what.end)
        folded = fold(self.text[what.start : what.end]) if what else ""
        if what is None or not folded or folded in self.words.nobody:
            return None
        return _Draft(what.start, what.end, what, mention, owner)

    # ---- places

    def trimmed(self, start: int, end: int, edges: str = _END_EDGES) -> Span | None:
        """A stretch without blanks and signs at its ends; None where nothing is left."""
        while start < end and self.text[start] in _EDGES:
            start += 1
        while start < end and self.text[end - 1] in edges:
            end -= 1
        return Span(start, end) if start < end else None

    def before_date(self, place: int, start: int) -> int:
        """Where the words before a date at ``place`` ("by the") start, not before ``start``."""
        for _ in range(3):
            piece = self.text[max(start, place - 24) : place].rstrip(_EDGES)
            word = _LAST_WORD.search(piece)
            if not word or fold(word.group()) not in self.words.before_date:
                return place
            place = max(start, place - 24) + word.start()
        return place

    def first_date(self, start: int, end: int) -> DateMention | None:
        """The first date of a stretch."""
        place = bisect_left(self.starts, start)
        return self.dates[place] if place < len(self.starts) and self.dates[place].span.end <= end else None

    def date_at(self, place: int) -> DateMention | None:
        """The date in whose midst a sign stands."""
        number = bisect_left(self.starts, place) - 1
        return self.dates[number] if number >= 0 and place < self.dates[number].span.end else None
