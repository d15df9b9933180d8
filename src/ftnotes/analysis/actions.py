"""The search for next actions in a text: what is to be done, when, and by whom.

An action needs a label, a list of actions, or somebody who will do something, or a meeting with its date: to miss one is
better than to invent one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define, field, frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.parser import as_document
from ..text.patterns import COMMENT
from .action_entries import entry
from .action_items import ActionDraft, NextAction
from .action_labels import WHAT, Label, label_at, labels_in, values_of
from .action_lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, role
from .action_lines import ActionLine, action_lines, continues, passages
from .action_people import NOBODY, NONE, Who, is_name, is_who
from .action_roles import COLONS, DATE_LABEL, DONE, OWNER_LABEL, VERB, Setting
from .action_sentences import sentence_actions
from .action_tables import Table, cells_of
from .action_text import ARTICLE, ActionText
from .date_mention import DateMention
from .dates import find_dates

#: The number of words and spaces within which a label ends.
_LONGEST_LABEL = 40
#: The longest heading, in words and spaces.
_LONGEST_HEADING = 30
#: The longest heading with a bullet and without a colon.
_SHORT_HEADING = 5
#: Signs at the start of a line with which people mark a heading.
_HEADING_SIGNS = frozenset("■□◆◇▶►")
_NO_ACTION, _PARTY = role("no_action"), role("parties")
#: Words of a sentence that states something, and verbs that are as often the subject of such a sentence.
_STATED, _THING_OR_VERB = role("copulas", "will", "must", "done", "past_endings"), role("events", "not_actors")
#: What does not follow the name of an owner: "Ana anrufen" is a call to Ana.
_NOT_AFTER_OWNER = CAPITAL | role("verbs")


def find_next_actions(
    text_or_document: str | Document,
    *,
    date: datetime.date | None = None,
    playbook: Playbook | None = None,
    edition: str | None = None,
) -> tuple[NextAction, ...]:
    """Find what is to be done next, when, and by whom.

    Args:
        text_or_document: any text, or a parsed document. Time and memory grow with its length.
        date: the day on which it was written, if known: dates without a year, and such as "next week", are days then.
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
    return read_actions(document, find_dates(document, date=date)).actions


@frozen(eq=False, repr=False)
class ActionReading:
    """The next actions of a document, and what else its words show."""

    actions: tuple[NextAction, ...]
    text: ActionText

    @property
    def states_none(self) -> bool:
        """Whether the text says that nothing is to be done: "no further action needed", "Next steps: none"."""
        text, end = self.text, len(self.text.words)
        for place in text.places(_NO_ACTION | WHAT):
            if text.phrase(place, _NO_ACTION, end):
                return True
            label = label_at(text, place, self._line_end(place), first=True)
            if label and text.phrase(text.skip(label.end, end), NONE, end):
                return True
        return False

    def _line_end(self, place: int) -> int:
        """Return the end of a line from a place in it, as far as a label can reach."""
        tokens = self.text.tokens
        last = min(len(tokens), place + _LONGEST_LABEL)
        return next((at for at in range(place, last) if "\n" in tokens[at] or "\r" in tokens[at]), last)

    @property
    def names_party(self) -> bool:
        """Whether the text names a party of an engagement, such as the customer."""
        text = self.text
        return any(text.phrase(place, _PARTY, len(text.words)) for place in text.places(_PARTY))

    def may_name_owner(self, action: NextAction) -> bool:
        """Return whether a task starts with a word that can be a name, though what follows is not known as a verb."""
        text, place = self.text, self.text.place(action.what_span.start)
        after = text.skip(place + 1, len(text.words))
        return is_name(text, place, strict=True) and text.has(after, ALPHABETIC) and not text.has(after, _NOT_AFTER_OWNER)


def read_actions(document: Document, dates: Sequence[DateMention]) -> ActionReading:
    """Read the next actions of a document whose dates are known."""
    text = ActionText.of(_without_comments(document.text), dates, document.playbook or Playbook.load())
    drafts: list[ActionDraft] = []
    reader, part = _Reader(text, drafts), -1
    for start, end, number in passages(document):
        if number != part:
            reader, part = _Reader(text, drafts), number
        reader.read(action_lines(text, start, end, number))
    return ActionReading(tuple(draft.action(document.text) for draft in drafts), text)


def _without_comments(text: str) -> str:
    """Return a text with spaces in place of its comments, which no reader of the note sees."""
    return re.sub(COMMENT, lambda comment: re.sub(r"[^\r\n]", " ", comment.group()), text) if "<!--" in text else text


@define(eq=False, repr=False)
class _List:
    """A list of actions: the indentation of its items, and who owns all of them."""

    who: Who | None
    #: The indentation that items must exceed, below a heading with a bullet; -1 for any.
    above: int = -1
    #: Whether each item must show by itself that it is a task, since the label can mean something else.
    doubtful: bool = False
    indent: int | None = None
    bulleted: bool = True
    count: int = 0


class _Value(NamedTuple):
    """A labelled date or owner."""

    kind: int
    start: int
    end: int
    #: Whether it can only be that of an action.
    sure: bool


@define(eq=False, repr=False)
class _Reader:
    """What was read of a part so far: lines below can add to the last action, or belong to a list."""

    text: ActionText
    drafts: list[ActionDraft]
    draft: ActionDraft | None = None
    listing: _List | None = None
    table: Table | None = None
    trio: Label | None = None
    #: Dates and owners above the action that they belong to.
    waiting: list[_Value] = field(factory=list)

    def read(self, lines: Iterable[ActionLine]) -> None:
        """Read the lines of a passage, each with those that continue it."""
        line: ActionLine | None = None
        for below in lines:
            if line and continues(self.text, line, below) and not self._is_own(below) and not self._is_row(line):
                line = line._replace(end=below.end)
                continue
            if line:
                self.line(line)
            line = None if below.empty else below
            if below.empty:
                self.table = None
        if line:
            self.line(line)

    def _is_row(self, line: ActionLine) -> bool:
        return bool(cells_of(self.text, line.begin, line.end))

    def _is_own(self, line: ActionLine) -> bool:
        """Return whether a line starts with a label or somebody with a colon."""
        text = self.text
        start = text.skip(line.start, line.end)
        if label_at(text, start, line.end, first=True):
            return True
        for place in range(start, min(line.end, start + 8)):
            if text.tokens[place] in COLONS and place > start:
                return text.has(start, CAPITAL | IDEOGRAPHIC) and is_who(text, start, place) is not None
        return False

    # ---- lines

    def line(self, line: ActionLine) -> None:
        """Read a line with those that continue it."""
        text = self.text
        if self._row(line):
            return
        labels = list(labels_in(text, line.start, line.end, opened=self.draft is not None))
        if labels and (labels[0].kind != WHAT or not labels[0].copula):
            self.labelled(line, labels)
        elif self.trio and self._values(self.trio, line.start, line.end, line.begin):
            self.trio = None
        elif self._heading(line) or self._item(line):
            self.waiting = []
        else:
            self.trio = None
            self.waiting = []
            if labels:
                self.labelled(line, labels)
            else:
                self.plain(line.start, line.end, entry_day=True)

    def plain(self, start: int, end: int, *, entry_day: bool = False) -> None:
        """Read sentences."""
        for first, last in self.text.sentences(start, end):
            if entry_day and first in self.text.from_place:
                first = self._after_day(first, last)
            for draft in sentence_actions(self.text, first, last):
                self._add(draft)
            entry_day = False

    def _after_day(self, start: int, end: int) -> int:
        """Return the start of an entry after its day ("5/8 - call with …"), which is no due date."""
        text = self.text
        after = text.skip(text.from_place[start][1], end)
        if after < end and text.tokens[after] in ":-–—：":
            return text.skip(after + 1, end)
        return start

    def _add(self, draft: ActionDraft) -> None:
        self.draft = draft
        self.drafts.append(draft)

    # ---- tables

    def _row(self, line: ActionLine) -> bool:
        """Read a row of a table, or its head."""
        cells = cells_of(self.text, line.begin, line.end)
        if not cells:
            self.table = None
            return False
        if self.table is None:
            self.table = Table.of(self.text, cells)
            return self.table is not None
        draft = self.table.row(self.text, cells)
        if draft:
            self.drafts.append(draft)
        return True

    # ---- lists

    def _heading(self, line: ActionLine) -> bool:
        """Open a list of actions below a heading without colon."""
        text = self.text
        if line.end - line.start > _LONGEST_HEADING or not text.opens(line.start, line.end) & WHAT:
            return False
        start, end = text.trimmed(line.start, line.end)
        if start >= end or not text.has(start, CAPITAL | IDEOGRAPHIC):
            return False
        label = label_at(text, start, end, first=True, bare=True)
        if label is None or label.kinds != (WHAT,) or label.short or text.trimmed(label.end, end)[0] < end:
            return False
        numbered = line.sign.isdigit()
        nested = line.bulleted and not numbered and line.sign not in _HEADING_SIGNS
        if nested and end - start > _SHORT_HEADING:
            return False  # "- Next steps for the supporter program" is a topic
        self._open(label, doubtful=numbered, above=line.indent if nested else -1)
        return True

    def _open(self, label: Label, *, doubtful: bool, above: int = -1) -> None:
        who = label.who if label.who and (label.possessed or label.who.known) else None
        self.listing, self.draft = _List(who, above, doubtful), None

    def _item(self, line: ActionLine) -> bool:
        """Read an item of a list of actions, or a line with a box."""
        text, listing = self.text, self.listing
        if listing is None:
            return line.box and self._boxed(line)
        if line.heading or line.indent <= listing.above:
            self.listing = None
            return False
        if self._owner_of_more(line, listing):
            return True
        if line.bulleted:
            if listing.indent is None or (listing.count == 0 and not listing.bulleted):
                listing.indent, listing.bulleted = line.indent, True
            if line.indent > listing.indent:
                return True
            if line.indent < listing.indent:
                self.listing = None
                return False
        elif listing.bulleted and listing.count:
            if listing.indent is not None and line.indent > listing.indent:
                return True
            self.listing = None
            return False
        else:
            listing.bulleted = False
        drafts = self._entry(line.start, line.end, line.done)
        draft = drafts[0] if drafts else None
        if (listing.doubtful or not line.bulleted) and not self._is_task(draft, line, listing):
            self.listing = None
            return False
        if draft:
            if draft.owner is None and listing.who:
                draft.owner = text.span(listing.who.start, listing.who.stop)
            self._add(draft)
            self.drafts.extend(drafts[1:])
        listing.count += 1
        return True

    def _owner_of_more(self, line: ActionLine, listing: _List) -> bool:
        """Read a line that only names the owner of the items below."""
        text = self.text
        colon = text.trimmed(line.start, line.end, frozenset())[1] - 1
        who = is_who(text, line.start, colon) if colon > line.start and text.tokens[colon] in COLONS else None
        if who is None:
            return False
        listing.who, listing.indent, listing.count, listing.bulleted = who, None, 0, True
        return True

    def _is_task(self, draft: ActionDraft | None, line: ActionLine, listing: _List) -> bool:
        """Return whether a line is a task by itself, as one without bullet below a heading has to be."""
        if draft is None:
            return False
        start = self.text.skip(line.start, line.end)
        imperative = bool(self.text.phrase(start, VERB, line.end))
        return draft.owner is not None or (
            imperative and (line.bulleted or draft.date is not None or not listing.count or listing.who is not None)
        )

    def _boxed(self, line: ActionLine) -> bool:
        drafts = self._entry(line.start, line.end, line.done)
        if not drafts or not (drafts[0].owner or drafts[0].date):
            return False
        self._add(drafts[0])
        self.drafts.extend(drafts[1:])
        return True

    def _entry(self, start: int, end: int, done: bool = False) -> list[ActionDraft]:
        """Return the task of the first sentence of an item, and those of the others; nothing if the first has none."""
        sentences = list(self.text.sentences(start, end))
        draft = entry(self.text, *sentences[0], Setting.LIST) if sentences else None
        if draft is None:
            return []
        draft.done = draft.done or done
        others = self._remarks(draft, sentences[1:])
        return [draft, *(further for first, last in others for further in sentence_actions(self.text, first, last))]

    def _remarks(self, draft: ActionDraft, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Take the owner, the date, or "done" from the sentences after a task; return the others."""
        text = self.text
        while sentences:
            start, end = sentences[0]
            if text.phrase(start, DONE, end) == end:
                draft.done = True
            elif draft.owner is None and (who := is_who(text, start, end)):
                draft.owner, draft.by_role = text.span(who.start, who.stop), who.known
            elif draft.date is None and (dated := text.date_after(start, end)) and text.trimmed(dated[2], end)[0] >= end:
                draft.date = dated[0]
            else:
                break
            sentences = sentences[1:]
        return sentences

    # ---- labels

    def labelled(self, line: ActionLine, labels: list[Label]) -> None:
        """Read a line with labels: the text before them, and what each of them labels."""
        text = self.text
        if any(label.kind == WHAT for label in labels) and not any(value.sure for value in self.waiting):
            self.waiting = []  # a date alone is more likely that of the note
        listed = self.listing is not None and line.bulleted
        if labels[0].start > line.start:
            lead = list(text.sentences(line.start, labels[0].start))
            kinds = {kind for label in labels for kind in label.kinds}
            if lead and labels[0].kind != WHAT and (listed or OWNER_LABEL in kinds) and WHAT not in kinds:
                draft = entry(text, *lead[-1], Setting.LIST if listed else Setting.LABEL)
                lead = lead[:-1] if draft else lead
            else:
                draft = None
            for first, last in lead:
                self.plain(first, last)
            if draft:
                draft.done = draft.done or line.done
                self._add(draft)
                if self.listing:
                    self.listing.count += 1
                    self.listing.indent = line.indent if self.listing.indent is None else self.listing.indent
        ends = [*(label.start for label in labels[1:]), line.end]
        for label, end in zip(labels, ends, strict=True):
            if len(label.kinds) > 1:
                self.trio = None if self._values(label, label.end, end, label.start) else label
            elif label.kind == WHAT:
                self._what(label, end, line)
            else:
                self._slot(label, end)

    def _values(self, label: Label, start: int, end: int, begin: int) -> bool:
        """Read the values of a trio."""
        text = self.text
        start, end = text.trimmed(start, end)
        if start >= end:
            return False
        values = values_of(text, label, start, end)
        if values is None:
            draft = entry(text, start, end, Setting.LABEL) if WHAT in label.kinds else None
        else:
            if WHAT not in label.kinds:
                for kind, (first, last) in zip(label.kinds, values, strict=True):
                    self._value(_Value(kind, first, last, sure=True))
                return True
            draft = entry(text, *values[label.kinds.index(WHAT)], Setting.LABEL)
            for kind, (first, last) in zip(label.kinds, values, strict=True):
                if draft:
                    self._fill(draft, kind, first, last, override=True)
        if draft:
            draft.parts.append(text.span(label.start, label.end))
            self._add(draft)
        return True

    def _what(self, label: Label, end: int, line: ActionLine) -> None:
        """Read the task after a label, or open a list."""
        text = self.text
        start, last = text.trimmed(label.end, end)
        if start >= last:
            self.trio = None
            self._open(label, doubtful=label.short)
            return
        numbered = _numbered(text, start, last)
        if numbered:
            for first, stop in numbered:
                for item in self._entry(first, stop):
                    self._add(item)
            self.listing = None
            return
        sentences = list(text.sentences(start, end))
        draft = entry(text, *sentences[0], Setting.LABEL) if sentences else None
        if draft and label.copula and not (draft.owner or text.phrase(sentences[0][0], VERB, end) or draft.date):
            draft = None
        self.listing = None
        others = sentences[1:]
        if draft:
            draft.done = draft.done or line.done
            draft.parts.append(text.span(label.start, label.end))
            if label.who and draft.owner is None:
                draft.owner = text.span(label.who.start, label.who.stop)
            draft.date = draft.date or label.date
            self._add(draft)
            for value in self.waiting:
                self._fill(draft, value.kind, value.start, value.end)
            others = self._remarks(draft, others)
        else:
            self.draft = None
        self.waiting = []
        for first, stop in others:
            found = list(sentence_actions(text, first, stop, Setting.LABEL))
            if not found and draft and (after := text.phrase(first, VERB, stop)):
                other = entry(text, first, stop, Setting.LIST)
                found = [other] if other and (other.owner or other.date or self._is_asked(after, stop)) else []
            for further in found:
                self.drafts.append(further)
                self.draft = self.draft or further

    def _is_asked(self, start: int, end: int) -> bool:
        """Return whether a sentence asks for what its first word says: "Call Ana", but not "Call was good"."""
        text = self.text
        place = text.skip(start, end)
        if place >= end or text.opens(start, end) & _STATED:
            return False
        return text.has(place, CAPITAL | IDEOGRAPHIC | ARTICLE) or (
            text.has(place, ALPHABETIC) and not text.has(start - 1, _THING_OR_VERB)
        )

    def _slot(self, label: Label, end: int) -> None:
        """Read a labelled date or owner."""
        sentences = list(self.text.sentences(label.end, end)) or [(label.end, label.end)]
        if self._value(_Value(label.kind, *sentences[0], sure=label.kind == OWNER_LABEL or label.due)) and self.draft:
            self.draft.parts.append(self.text.span(label.start, label.end))
        for first, last in sentences[1:]:
            self.plain(first, last)

    def _value(self, value: _Value) -> bool:
        """Add a date or owner to the action above, or keep it for the one below; return whether it is that of the one above."""
        filled = self.draft is not None and self._fill(self.draft, value.kind, value.start, value.end)
        if not filled:
            self.waiting = [*self.waiting[-3:], value]
        return filled

    def _fill(self, draft: ActionDraft, kind: int, start: int, end: int, *, override: bool = False) -> bool:
        """Add a labelled date or owner to an action; return False if it has another one already."""
        text = self.text
        mention = next((mention for mention, _, _ in text.dates_in(start, end)), None)
        if kind == DATE_LABEL:
            if draft.date and mention and not override and draft.date != mention:
                return False
            draft.date = mention if override and mention else draft.date or mention
            return True
        if kind == OWNER_LABEL:
            owner = owner_in(text, start, end)
            if draft.owner and owner and not draft.by_role and not override:
                return False
            if owner:
                draft.owner, draft.by_role = text.span(*owner), False
                draft.date = draft.date or mention
        return True


def owner_in(text: ActionText, start: int, end: int) -> tuple[int, int] | None:
    """Return who is named after a label, or None for nobody."""
    start, end = text.trimmed(start, end)
    for mention, place, _ in text.dates_in(start, end):
        end = text.trimmed(start, text.before_date(place, start))[1] if mention else end
        break
    for place in range(start, end):
        if text.tokens[place] in ";|；\r\n":
            end = place
            break
    start, end = text.trimmed(start, end)
    while end > start and text.tokens[end - 1] in ")]）】" and not set(text.tokens[start:end]) & set("([（【"):
        start, end = text.trimmed(start, end - 1)
    if start >= end or end - start > 40 or text.phrase(start, NOBODY, end):
        return None
    if not any(word.roles & (ALPHABETIC | IDEOGRAPHIC) for word in text.words[start:end]):
        return None
    who = is_who(text, start, end)
    return (who.start, who.stop) if who else (start, end)


def _numbered(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the items of a list within a line: "1) … 2) …"."""
    places = [
        place
        for place in range(start, end - 1)
        if text.tokens[place].isdigit()
        and len(text.tokens[place]) <= 2
        and text.tokens[place + 1] in ").、）"
        and place not in text.dated
        and (place == start or text.is_spacing(place - 1) or text.tokens[place - 1] in "(（;；")
    ]
    numbers = [int(text.tokens[place]) for place in places]
    if len(places) < 2 or numbers != list(range(1, len(places) + 1)) or places[0] > text.skip(start, end) + 1:
        return []
    return [(first + 2, last) for first, last in zip(places, [*places[1:], end], strict=True)]
