"""Lines with labels, and plain ones: what a label says, and the sentences before, behind and without one."""

from __future__ import annotations

from attrs import define

from .brackets import bracketed
from .entries import entry, is_asked
from .events import event_of_entry
from .items import ActionDraft
from .labels import WHAT, Label, last_colon
from .lexicon import role
from .lines import ActionLine
from .numbers import after_id, after_number
from .people import is_who
from .referred import referred_actions
from .roles import OWNER_LABEL, STATUS, TO, VERB, Setting
from .sentences import says_several, sentence_actions
from .shared import shared_items
from .states import labelled_done
from .together import TogetherReader
from .values import Value, fill, listed_items, owned_items, values_of

#: Words for somebody named before, and before a condition.
_PERSON, _CONDITION = role("persons"), role("conditions")
#: Words of a sentence that states something, and verbs that are as often the subject of such a sentence.


@define(eq=False, repr=False)
class LabelReader(TogetherReader):
    """A reader of what labels say, and of sentences."""

    def plain(self, start: int, end: int, *, entry_day: bool = False) -> None:
        """Read sentences."""
        above = (start, start)
        for first, last in self.text.sentences(start, end):
            day = None
            if entry_day and first in self.text.from_place:
                day, (first, _) = self.text.from_place[first][0], (self._after_day(first, last), first)
            drafts = list(sentence_actions(self.text, first, last))
            if day and first > start and len(drafts) == 1 and last == end:
                is_due = self.text.is_to_come(day) or self._is_to(drafts[0], first, last)
                drafts[0].date = drafts[0].date or (day if is_due else None)
            elif day and not drafts and self.text.is_to_come(day) and (event := event_of_entry(self.text, first, last, day)):
                drafts = [event]
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
                first, last = lead[-1]
                draft = entry(text, after_id(text, first, last), last, Setting.LIST if listed else Setting.LABEL)
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
        shared = shared_items(text, start, last)
        items = [(start, last)] if shared else listed_items(text, start, last) or owned_items(text, start, last)
        if items:
            for first, stop in items:
                for item in self.entries(first, stop):
                    if label.who and item.owner is None:
                        item.owner = text.span(label.who.start, label.who.stop)
                    item.date = item.date or label.date
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
            if not found and draft:
                after = text.phrase(first, VERB, stop)
                alike = draft.owner is not None and text.tokens[text.trimmed(start, first, frozenset())[1] - 1] in ";；"
                other = entry(text, first, stop, Setting.LIST) if after or alike else None
                told = other and (other.owner or (after and (other.date or is_asked(text, after, stop))))
                found = [other] if other and told else []
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

    def _slot(self, label: Label, end: int) -> None:
        """Read a labelled date or owner."""
        sentences = list(self.text.sentences(label.end, end)) or [(label.end, label.end)]
        value = Value(label.kind, *sentences[0], sure=label.kind == OWNER_LABEL or label.due)
        if self.value(value, override=label.sure) and self.draft:
            self.draft.parts.append(self.text.span(label.start, label.end))
        if self.draft and any(labelled_done(self.text, place, end) for place in self.text.places(STATUS, label.end, end)):
            self.draft.done = True
        for first, last in sentences[1:]:
            self.plain(first, last)
