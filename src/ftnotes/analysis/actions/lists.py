"""Lists of actions: their headings, and their items by bullets, boxes and indentation."""

from __future__ import annotations

from attrs import define

from ...text.source import Span
from .brackets import BRACKETS, bracketed
from .entries import entry, is_asked
from .headings import after_opening, colon_of, is_bold, label_within
from .items import ActionDraft
from .labels import WHAT, Label, label_at
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, UPPER, role
from .lines import ActionLine
from .numbers import after_number
from .open_lists import OpenList
from .parts import before_reference
from .people import is_who
from .roles import COLONS, COPULA, DONE, NEVER, OWNER_LABEL, OWNING, TO, VERB, WILL, Setting
from .sentences import sentence_actions
from .shared import shared_items
from .slots import Slots
from .somebody import HANDLE_SIGNS
from .states import says_done
from .text import ActionText, Who
from .titles import is_title, names_owner, open_part
from .values import due_for_all, items_of

#: The longest heading without "#", in words and spaces.
_LONGEST_HEADING = 30
#: The longest heading with a bullet and without a colon.
_SHORT_HEADING = 5
#: The most words and spaces before the label in a line with a colon that is surely a label.
_FEW = 4
#: Signs at the start of a line with which people mark a heading.
_HEADING_SIGNS = frozenset("■□◆◇▶►")
#: Words with which a statement speaks of somebody or something.
_SPEAKERS = role("writer", "pronouns")
#: Words for what was decided, and the signs after one.
_PAST, _REMARKING = role("past_endings", "past"), frozenset(",;–—-(.")
#: The signs of an underline, and of a rule across the page.
_RULES = frozenset("-=~_* \t")


@define(eq=False, repr=False)
class ListReader:
    """The actions read so far, and the list of actions that is open."""

    text: ActionText
    drafts: list[ActionDraft]
    #: The last action, to which lines below can add.
    draft: ActionDraft | None = None
    listing: OpenList | None = None
    #: Where the line right below the last action with a box outside of a list starts.
    boxed_to: int = -1
    #: The labels of all of an action, in the order in which the lines below have its parts.
    trio: Label | None = None

    def add(self, draft: ActionDraft) -> None:
        """Add an action, to which lines below can add."""
        self.draft = draft
        self.drafts.append(draft)

    def entries(self, start: int, end: int, done: bool = False) -> list[ActionDraft]:
        """Return the task of the first sentence of an item, and those of the others; nothing if the first has none."""
        if shared := shared_items(self.text, start, end):
            tasks = [task for item in shared.items for task in self.entries(*item, done)]
            for task in tasks:
                shared.fill(self.text, task)
            return tasks
        sentences = list(self.text.sentences(start, end))
        if len(sentences) == 2 and is_who(self.text, *_within(self.text, *sentences[1])):
            sentences = [(sentences[0][0], sentences[1][1])]  # "Send the plan. (Ana)"
        unfilled = self.text.tokens[end - 2 : end] == [" ", "-"]
        draft = entry(self.text, *sentences[0], Setting.LIST) if sentences and not unfilled else None
        if draft is None:
            return []
        if draft.owner and len(self.text.places(TO | WILL, *sentences[0])) > 1:
            several = list(sentence_actions(self.text, *sentences[0], Setting.LIST))
            if len(several) > 1:  # "Ana to send it, Ben to check it"
                for item in several:
                    item.done = item.done or done
                return several
        draft.done = draft.done or done
        others = self.remarks(draft, sentences[1:])
        if len(others) == len(sentences) - 1 and draft.date is None:
            others = self._asked_on(draft, others)
        return [draft, *(further for first, last in others for further in sentence_actions(self.text, first, last))]

    def _asked_on(self, draft: ActionDraft, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Add the sentences that go on asking to a task, "Find a room. Try the library first"; return the others."""
        text = self.text
        while sentences:
            start, end = sentences[0]
            after = text.phrase(start, VERB, end)
            if not after or not is_asked(text, after, end) or text.has_date(start, end) or text.places(WHAT, start, end):
                break
            draft.what[-1] = Span(draft.what[-1].start, text.span(start, end).end)
            sentences = sentences[1:]
        return sentences

    def remarks(self, draft: ActionDraft, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Take the owner, the date, or "done" from the sentences after a task; return the others."""
        text = self.text
        while sentences:
            start, end = sentences[0]
            slots = Slots(text, start, end, Setting.LABEL)
            close = bracketed(text, start, end)
            if says_done(text, start, end):
                draft.done = True
            elif close and _is_alone(text, start, close, end) and slots.take(start + 1, close):
                draft.done, draft.date = draft.done or slots.done, draft.date or slots.date
                if slots.who and draft.owner is None:
                    draft.owner, draft.by_role = text.span(slots.who.start, slots.who.stop), slots.who.known
            elif draft.owner is None and (who := is_who(text, start, end) or _owner_in(text, start, end)):
                draft.owner, draft.by_role = text.span(who.start, who.stop), who.known
            elif draft.date is None and (dated := text.date_after(start, end)) and text.trimmed(dated[2], end)[0] >= end:
                draft.date = dated[0]
            else:
                break
            sentences = sentences[1:]
        return sentences

    def heading(self, line: ActionLine, *, opened: bool = False) -> bool:
        """Open a list of actions below a heading without colon, or with one behind a greeting: "As promised, actions:"."""
        text = self.text
        opening = 0 if opened else after_opening(text, line)
        if opening:
            return self.heading(line._replace(start=opening), opened=True)
        if (line.end - line.start > _LONGEST_HEADING and not line.heading) or not text.opens(line.start, line.end) & WHAT:
            return False
        start, end = text.trimmed(line.start, line.end)
        start = after_number(text, start, end) if line.heading else start
        numbered = line.sign.isdigit() and not line.heading
        nested = line.bulleted and not (line.heading or numbered or line.sign in _HEADING_SIGNS)
        if start >= end or not (text.has(start, CAPITAL | IDEOGRAPHIC) or line.heading or nested or opened):
            return False
        capitals = not any(text.has(place, ALPHABETIC) and not text.has(place, UPPER) for place in range(start, end))
        asked = text.tokens[end - 1] in "?？"
        end -= asked
        label = label_at(text, start, end, first=True, bare=True, marked=line.heading > 0 or capitals)
        if label and len(label.kinds) > 1 and WHAT in label.kinds and text.trimmed(label.end, end)[0] >= end:
            self.open(label, line, doubtful=False)
            return True
        doubtful, owned = numbered or (asked and not line.heading), False
        if label is None or label.kinds != (WHAT,) or label.short or text.trimmed(label.end, end)[0] < end:
            introduced = not (line.heading or is_bold(text, line))
            owned = introduced and not (asked or colon_of(text, line))
            within = label_within(text, start, end)
            item = nested and (line.box or (self.listing is not None and self.listing.holds(line)))
            if within is None or (owned and (item or text.tokens[line.end - 1] in ".!")):
                return False
            label = within[0]
            doubtful = doubtful or within[1] or (introduced and label.start - start > _FEW)
        if (
            nested
            and not asked
            and next((at for at in range(start, end) if text.tokens[at] == "("), end) - start > _SHORT_HEADING
        ):
            owned = True  # "- Next steps for the supporter program" can be a topic
        self.open(label, line, doubtful=doubtful, above=line.indent if nested else -1, owned=owned)
        assert self.listing is not None
        self.listing.numbered = numbered and not asked and text.phrase(label.start, WHAT, end) == end
        return True

    def open(self, label: Label, line: ActionLine, *, doubtful: bool, above: int = -1, owned: bool = False) -> None:
        """Open a list of actions below the line of a label."""
        who = label.who if label.who and (label.possessed or label.who.known) else None
        base = line.indent if line.bulleted else 0
        self.listing = OpenList(who, above, doubtful or owned, owned, level=line.heading, base=base, over=label.over)
        brackets = (place for place in range(label.start, label.end) if self.text.tokens[place] in BRACKETS)
        days = (due_for_all(self.text, place + 1, label.end) for place in brackets)
        self.listing.date = next(filter(None, days), None)
        self.listing.awaited = not self.text.opens(label.start, label.end) & DONE
        self.draft, self.trio = None, label if len(label.kinds) > 1 else None

    def item(self, line: ActionLine) -> bool:
        """Read an item of a list of actions, or a line with a box."""
        text, listing = self.text, self.listing
        if listing is None:
            return line.box and self._boxed(line)
        if self._done_below(line, listing):
            return True
        if line.heading > listing.level > 0:
            open_part(text, line, listing)
            return True
        outside = line.indent <= listing.above or (line.bulleted and line.indent < listing.base)
        if line.heading or outside or text.tokens[line.start : line.start + 1] in (["|"], ["#"]) or self.signs_off(line):
            self.listing = None
            return False
        if listing.named_at is not None and line.indent <= listing.named_at:
            if listing.indent is not None or not listing.introduced:
                listing.who, listing.indent = None, listing.named_at
            listing.named_at = None
        if names_owner(text, line, listing):
            return True
        if line.bulleted:
            if listing.indent is None or (listing.count == 0 and not listing.bulleted):
                listing.indent, listing.bulleted = line.indent, True
            if listing.numbered and not listing.count and line.indent > listing.base:
                listing.doubtful = listing.numbered = False
            if line.indent > listing.indent:
                return self._owned(line, over=listing.over) or True
            if line.indent < listing.indent:
                self.listing = None
                return False
        elif listing.bulleted and listing.count:
            if listing.indent is not None and line.indent > listing.indent:
                return True
            if is_title(text, line, listing):
                return False
            self.listing = None
            return False
        else:
            listing.bulleted = False
        if not set(text.tokens[line.begin : line.end]) - _RULES:
            if line.apart:
                self.listing = None
            return True  # a rule across the page, or an underline
        struck = self.text.tokens[line.start : line.start + 2] == ["~", "~"]
        done = line.done or struck or listing.done
        drafts = [draft for stretch in items_of(text, line) for draft in self.entries(*stretch, done)]
        draft = drafts[0] if drafts else None
        if not line.bulleted and not self._is_task(draft, line, listing) and is_title(text, line, listing):
            return False
        if (listing.doubtful or listing.parted or not line.bulleted) and not self._is_task(draft, line, listing):
            kept = listing.parted or (listing.owned and line.bulleted and listing.count > 0)
            goes_on = not (listing.doubtful or line.apart) and listing.count > 0
            self.listing = listing if kept or goes_on else None
            return kept
        if draft and not self._is_over(draft, listing) and not (draft.owner is None and self._is_remark(line)):
            if draft.owner is None and listing.who:
                draft.owner = text.span(listing.who.start, listing.who.stop)
            for item in drafts:
                item.date = item.date or listing.date
            self.add(draft)
            self.drafts.extend(drafts[1:])
        listing.count += 1
        return True

    def _is_over(self, draft: ActionDraft, listing: OpenList) -> bool:
        """Return whether an item is over, by the heading, and it does not say who is still to do it."""
        return listing.over and not (listing.awaited and self._is_told(draft))

    def _done_below(self, line: ActionLine, listing: OpenList) -> bool:
        """Read a line below an item that only says that it is done."""
        inner = not line.bulleted or line.indent > (listing.indent or 0)
        if not (self.draft and listing.count and inner) or (line.apart and not line.bulleted):
            return False
        done = says_done(self.text, line.start, line.end)
        self.draft.done = self.draft.done or done
        return done

    def signs_off(self, line: ActionLine) -> bool:
        """Return whether a line ends the text: "Regards, Ana"."""
        text = self.text
        typed = "" if line.bulleted else text.text[text.offsets[line.start] : text.offsets[line.end]]
        return bool(typed) and text.everyday.sign_off(" ".join(typed.split()))

    def _is_remark(self, line: ActionLine) -> bool:
        """Return whether an item states something: "We are waiting for the partner", "Dates: they are not known yet"."""
        text = self.text
        colon = next((place for place in range(line.start, line.end) if text.tokens[place] in COLONS), line.start - 1)
        for place in (text.skip(line.start, line.end), text.skip(colon + 1, line.end)):
            speaker = text.phrase(place, _SPEAKERS, line.end)
            if speaker and text.phrase(text.skip(speaker, line.end), COPULA, line.end):
                return True
        return colon > line.start and self._is_settled(colon + 1, line.end)

    def _is_settled(self, start: int, end: int) -> bool:
        """Return whether only what was decided is behind a colon: "Sharing: decided, off for guests", "Events: not needed"."""
        text = self.text
        place = text.skip(start, end)
        place = text.skip(text.phrase(place, NEVER, end) or place, end)
        after = text.skip(place + 1, end)
        ends = after >= end or text.tokens[after] in _REMARKING
        return ends and text.has(place, _PAST) and not text.has(place, CAPITAL | VERB) and not text.phrase(place, DONE, end)

    def _owned(self, line: ActionLine, *, over: bool) -> bool:
        """Read an item of a list in an item, if it says who is to do it, or has a box or a sign and an owner."""
        text = self.text
        start = text.skip(line.start, line.end)
        close = bracketed(text, start, line.end)
        marked = is_who(text, start + 1, close) if close else start < line.end and text.tokens[start] in HANDLE_SIGNS
        if not (marked or line.box or text.opens(start, line.end) & TO):
            return False
        drafts = self.entries(start, line.end, line.done)
        owned = bool(drafts and drafts[0].owner) and (marked or line.box or self._is_told(drafts[0]))
        self.drafts.extend(drafts if owned and not over else ())
        return bool(drafts)

    def _is_told(self, draft: ActionDraft) -> bool:
        """Return whether an item says who is still to do it: "Ana to send it"."""
        text, end = self.text, len(self.text.words)
        return bool(draft.owner and text.phrase(text.skip(text.place(draft.owner.end), end), TO | WILL, end))

    def _is_task(self, draft: ActionDraft | None, line: ActionLine, listing: OpenList) -> bool:
        """Return whether a line is a task by itself, as one without bullet below a heading has to be."""
        if draft is None or line.box or listing.owned:
            return draft is not None and (draft.owner is not None or not listing.owned)
        start = self.text.skip(line.start, line.end)
        if draft.date and self.text.date_after(start, line.end) and draft.date.span.start > self.text.offsets[start]:
            return True  # "5/8 - plan -> 5/12"
        imperative = bool(self.text.phrase(start, VERB, line.end))
        if listing.parted and draft.owner and draft.owner.start > draft.what[0].start:
            return imperative
        return draft.owner is not None or (
            imperative and (line.bulleted or draft.date is not None or not listing.count or listing.who is not None)
        )

    def _boxed(self, line: ActionLine) -> bool:
        """Read a line with a box outside of a list; one that only names somebody is about who was there."""
        drafts = self.entries(line.start, line.end, line.done)
        draft = drafts[0] if drafts else None
        asked = draft is not None and draft.owner and self._is_asked_of(draft.what[0], draft.owner, line.end)
        above = self.boxed_to == line.begin and draft is not None and self.text.phrase(line.start, VERB, line.end) > 0
        if draft is None or not (asked or draft.date or above):
            return False
        self.add(draft)
        self.drafts.extend(drafts[1:])
        self.boxed_to = line.end + 1
        return True

    def _is_asked_of(self, what: Span, owner: Span, end: int) -> bool:
        """Return whether a task starts with a verb, or is a thing with the handle of its owner behind it."""
        text, place = self.text, self.text.place(what.start)
        handle = text.place(owner.start) - 1
        tagged = handle > place and text.tokens[handle] in HANDLE_SIGNS and not is_who(text, place, handle)
        return tagged or text.phrase(place, VERB, end) > 0


def _within(text: ActionText, start: int, end: int) -> tuple[int, int]:
    """Return the stretch in the bracket around all of a sentence, or an empty one."""
    return (start + 1, end - 1) if bracketed(text, start, end) == end - 1 > start else (end, end)


def _is_alone(text: ActionText, start: int, close: int, end: int) -> bool:
    """Return whether nothing but the number of an issue is behind a bracket, or it names somebody: ". (Ana) Why?"."""
    return close >= before_reference(text, start, end) - 1 or is_who(text, start + 1, close) is not None


def _owner_in(text: ActionText, start: int, end: int) -> Who | None:
    """Return who owns the task of the sentence before: "Ana owns it", "Assigned to Ana"."""
    if after := text.phrase(text.skip(start, end), OWNER_LABEL, end):
        return is_who(text, after, end)
    places = text.places(OWNING, start, end)
    return next((is_who(text, start, place) for place in places if text.phrase(place, OWNING, end) == end), None)
