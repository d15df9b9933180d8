"""The lines of a part, read one after the other: tables, labels, lists and sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define

from .commitments import NEEDS, OWING, TELLING, WORKING
from .entries import entry
from .items import ActionDraft
from .labels import LABEL, WHAT, Label, label_at, labels_in, last_colon
from .lexicon import ALPHABETIC, BOXES, CAPITAL, HANDLES, IDEOGRAPHIC, LABEL_SIGNS, role
from .lines import ActionLine, continues
from .nouns import ON_DAY
from .numbers import after_number
from .people import bracketed, is_who, small_name_at
from .referred import referred_actions
from .roles import COLONS, DATE_LABEL, DOES, DOING, I_WILL, MUST, OWNER_LABEL, TO, VERB, WILL, Setting
from .sentences import says_several, sentence_actions
from .tables import COLUMN, Table, cells_of
from .text import ARTICLE, ActionText
from .together import TogetherReader
from .values import Value, due_for_all, fill, listed_items, owned_items, values_of

#: Words for somebody named before, and before a condition.
_PERSON, _CONDITION = role("persons"), role("conditions")
#: Words of an undated sentence in which somebody will do something, and of a dated one that can be an action.
_ACTS: Final = WILL | TO | I_WILL | NEEDS | TELLING
_DATED: Final = _ACTS | MUST | DOES | DOING | VERB | ON_DAY
#: Words of a sentence that states something, and verbs that are as often the subject of such a sentence.
_STATED, _THING_OR_VERB = role("copulas", "will", "must", "done", "past_endings"), role("events", "not_actors")


def can_start(text: ActionText, start: int, end: int) -> bool:
    """Return whether a part of the text can contain an action, by the roles of its words: most parts of notes can't."""
    roles = text.opens(start, end)
    return bool(roles & BOXES or (text.barred and roles & COLUMN)) or _can_hold(text, roles, start, end)


def _can_hold(text: ActionText, roles: int, start: int, end: int) -> bool:
    """Return whether a stretch outside of lists, tables and boxes can contain an action, by the roles of its words."""
    if (
        roles & (WHAT | OWING | WORKING)
        or (roles & LABEL and roles & LABEL_SIGNS)
        or (roles & VERB and roles & (_ACTS | HANDLES))
    ):
        return True
    return bool(roles & _DATED) and text.has_date(start, end)


@define(eq=False, repr=False)
class ActionReader(TogetherReader):
    """A reader of the lines of a part: one below can add to the last action, or belong to a table or list."""

    table: Table | None = None
    #: How many actions there were before the lines right above with actions, and the kind of the bare label above.
    block: int = 0
    expected: int = 0

    def read(self, lines: Iterable[ActionLine]) -> None:
        """Read the lines of a passage, each with those that continue it."""
        line: ActionLine | None = None
        for below in lines:
            if line and continues(self.text, line, below) and not self._is_own(below) and not self._is_row(line):
                line = line._replace(end=below.end)
                continue
            if line:
                self._next(line)
            line = None if below.empty else below
            if below.empty:
                self.table = None
        if line:
            self._next(line)

    def _next(self, line: ActionLine) -> None:
        """Read a line, or the day by which the actions right above are due."""
        count = len(self.drafts)
        mention = due_for_all(self.text, line.start, line.end) if count > self.block else None
        if mention:
            for draft in self.drafts[self.block :]:
                draft.date = draft.date or mention
        elif not self._below_bare_label(line):
            self.line(line)
        if len(self.drafts) == count:
            self.block = count

    def _below_bare_label(self, line: ActionLine) -> bool:
        """Read a line that is only a label of a date or an owner, and the line below it that is only its value."""
        text, expected = self.text, self.expected
        self.expected = 0
        start, end = text.trimmed(line.start, line.end)
        if self.draft is None or start >= end:
            return False
        if expected:
            value = is_who(text, start, end) if expected == OWNER_LABEL else text.date_after(start, end)
            return value is not None and self.value(Value(expected, start, end, sure=True))
        kinds = (kind for kind in (DATE_LABEL, OWNER_LABEL) if text.phrase(start, kind, end) == end)
        self.expected = next(kinds, 0) if text.has(start, CAPITAL | IDEOGRAPHIC) else 0
        return self.expected > 0

    def _is_row(self, line: ActionLine) -> bool:
        return bool(cells_of(self.text, line.begin, line.end))

    def _is_own(self, line: ActionLine) -> bool:
        """Return whether a line starts with a label or somebody with a colon."""
        text = self.text
        start = text.skip(line.start, line.end)
        close = bracketed(text, start, line.end)
        if label_at(text, start, line.end, first=True) or (
            close and label_at(text, text.skip(close + 1, line.end), line.end, first=True)
        ):
            return True  # "[NEW] ACTION: …"
        if small_name_at(text, start, line.end, labelled=False):
            return True
        for place in range(start, min(line.end, start + 8)):
            if text.tokens[place] in COLONS and place > start:
                return text.has(start, CAPITAL | IDEOGRAPHIC) and is_who(text, start, place) is not None
        return False

    def line(self, line: ActionLine) -> None:
        """Read a line with those that continue it."""
        text = self.text
        if self._row(line):
            return
        roles = text.opens(line.start, line.end)
        alone = self.listing is None and self.trio is None and not line.box
        if alone and not _can_hold(text, roles, line.start, line.end):
            self.waiting = []
            return
        labels = list(labels_in(text, line.start, line.end, opened=self.draft is not None))
        if labels and (labels[0].kind != WHAT or not labels[0].copula):
            self.labelled(line, labels)
        elif self.trio and self.row_below(self.trio, line):
            return
        elif self.heading(line) or self.item(line):
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
        above = (start, start)
        for first, last in self.text.sentences(start, end):
            day = None
            if entry_day and first in self.text.from_place:
                day, (first, _) = self.text.from_place[first][0], (self._after_day(first, last), first)
            drafts = list(sentence_actions(self.text, first, last))
            if day and first > start and len(drafts) == 1 and last == end and self._is_to(drafts[0], first, last):
                drafts[0].date = drafts[0].date or day
            for draft in drafts:
                self.add(draft)
            for referred in referred_actions(self.text, first, last, *above) if self.text.has(first, _PERSON) else ():
                self.add(referred)
            entry_day, above = False, (first, last)

    def _after_day(self, start: int, end: int) -> int:
        """Return the start of an entry after its day ("5/8 - call with …"), which is no due date."""
        text = self.text
        after = text.skip(text.from_place[start][1], end)
        if after < end and text.tokens[after] in ":-–—：":
            return text.skip(after + 1, end)
        return start

    def _is_to(self, draft: ActionDraft, start: int, end: int) -> bool:
        """Return whether an entry says who is to do something on its day: "5/8 - Ana to call", not "5/8 - Ana will call"."""
        text = self.text
        if draft.owner is None or text.place(draft.owner.start) > text.skip(start, end):
            return False
        return text.phrase(text.skip(text.place(draft.owner.end), end), TO, end) > 0

    def _row(self, line: ActionLine) -> bool:
        """Read a row of a table, or its head."""
        cells = cells_of(self.text, line.begin, line.end)
        if not cells:
            self.table = None
            return False
        if self.table is None:
            self.table = Table.of(self.text, cells, listed=self.listing is not None)
            return self.table is not None
        if self.listing:
            self.listing.count += 1
        draft = self.table.row(self.text, cells)
        if draft:
            self.drafts.append(draft)
        return True

    def labelled(self, line: ActionLine, labels: list[Label]) -> None:
        """Read a line with labels: the text before them, and what each of them labels."""
        text = self.text
        if any(label.kind == WHAT for label in labels) and not any(value.sure for value in self.waiting):
            self.waiting = []  # a date alone is more likely that of the note
        listed = self.listing is not None and line.bulleted
        if self._labelled_behind(line, labels):
            return
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
                self.add(draft)
                if self.listing:
                    self.listing.count += 1
                    self.listing.indent = line.indent if self.listing.indent is None else self.listing.indent
        ends = [*(label.start for label in labels[1:]), line.end]
        for label, end in zip(labels, ends, strict=True):
            if label.over and text.trimmed(label.end, end)[0] < end:
                continue
            if len(label.kinds) > 1:
                self._trio(label, end, line)
            elif label.kind == WHAT:
                self._what(label, end, line)
            else:
                self._slot(label, end)
        if labels[0].kind == WHAT and self.draft and self.draft.owner is None:
            who = is_who(text, line.start, labels[0].start)
            if who and (who.known or text.tokens[who.start] in text.names):
                self.draft.owner = text.span(who.start, who.stop)  # "Ana - AI: send the plan"

    def _labelled_behind(self, line: ActionLine, labels: list[Label]) -> bool:
        """Read a task with its label behind it: "Ana: send the plan (ACTION)", "We need new mugs. Action: Ana"."""
        text, label = self.text, labels[-1]
        if label.kind != WHAT or len(labels) > 1 or line.heading or label.start - 2 <= line.start:
            return False
        start, last = line.start, label.start - 1
        who, alone = label.who, text.trimmed(label.end, line.end)[0] >= line.end
        if not (alone and bracketed(text, last, label.end)):
            who = is_who(text, label.end, line.end)
            above = list(text.sentences(start, label.start)) if who and not label.copula else []
            if not above:
                return False
            start, last = above[-1]
            start = after_number(text, start, last)
        for item in self.entries(start, last, line.done):
            item.parts.append(text.span(label.start, label.end))
            if who and (item.owner is None or who is not label.who):
                item.owner = text.span(who.start, who.stop)
            self.add(item)
        return self.draft is not None

    def _trio(self, label: Label, end: int, line: ActionLine) -> None:
        """Read what is after the labels of all of an action; if there is nothing, each line below has it."""
        text = self.text
        start, last = text.trimmed(label.end, end)
        items = listed_items(text, start, last) or [(start, last)]
        if start < last and WHAT in label.kinds and values_of(text, label, *items[0]) is None:
            self._what(label, end, line)
        elif start < last:
            for first, stop in items:
                self.values(label, first, stop)
            self.trio = None
        elif WHAT in label.kinds:
            self.open(label, line, doubtful=False)
        else:
            self.trio = label

    def _what(self, label: Label, end: int, line: ActionLine) -> None:
        """Read the task after a label, or open a list."""
        text = self.text
        label, end = self._in_bracket(label, end)
        start, last = text.trimmed(label.end, end)
        kept = self.listing if self.listing and line.bulleted and self.listing.holds(line) else None
        if kept:
            kept.indent, kept.count = line.indent if kept.indent is None else kept.indent, kept.count + 1
        titled = text.tokens[label.start - 1 : label.start] == ["!"] and text.phrase(start, WHAT, last) == last
        if start >= last or titled or last_colon(text, start, end) or (line.heading and text.date_after(start, last)):
            self.trio = None
            self.open(label, line, doubtful=label.short)
            return
        items = listed_items(text, start, last) or owned_items(text, start, last)
        if items:
            for first, stop in items:
                for item in self.entries(first, stop):
                    self.add(item)
            self.listing = kept
            return
        sentences = list(text.sentences(start, end))
        several: list[ActionDraft] = []
        given = bool(sentences) and text.phrase(sentences[0][0], _CONDITION, end) > 0
        if given or (sentences and says_several(text, *sentences[0])):
            several = list(sentence_actions(text, *sentences[0], Setting.LABEL))
        chosen = len(several) > 1 or (given and bool(several))
        draft = several[0] if chosen else entry(text, *sentences[0], Setting.LABEL) if sentences else None
        asked = label.copula and sentences and text.tokens[min(text.skip(sentences[0][1], line.end), line.end - 1)] in "?？"
        if draft and label.copula and (asked or not (draft.owner or text.phrase(sentences[0][0], VERB, end) or draft.date)):
            draft = None
        self.listing = kept
        others = sentences[1:]
        if draft:
            draft.done = draft.done or line.done
            draft.parts.append(text.span(label.start, label.end))
            if label.who and draft.owner is None:
                draft.owner = text.span(label.who.start, label.who.stop)
            draft.date = draft.date or label.date
            self.add(draft)
            for value in self.waiting:
                fill(text, draft, value.kind, value.start, value.end)
            self.drafts.extend(several[1:])
            others = others if several[1:] else self.remarks(draft, others)
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

    def _in_bracket(self, label: Label, end: int) -> tuple[Label, int]:
        """Return a label with the end of its task, which is that of the bracket before it: "(AI: Ana) send …"."""
        text, place = self.text, label.start - 1
        while place > 0 and text.is_spacing(place):
            place -= 1
        close = bracketed(text, place, end) if place >= 0 else 0
        if close <= label.end:
            return label, end
        who = is_who(text, label.end, close) if text.trimmed(close + 1, end)[0] < end else None
        return (label._replace(who=who, end=close + 1), end) if who else (label, close)

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
        value = Value(label.kind, *sentences[0], sure=label.kind == OWNER_LABEL or label.due)
        if self.value(value, override=label.sure) and self.draft:
            self.draft.parts.append(self.text.span(label.start, label.end))
        for first, last in sentences[1:]:
            self.plain(first, last)
