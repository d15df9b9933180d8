"""The slots of an entry: who, what and when.

slot:      who | date | label ":" (who | date)
"""

from __future__ import annotations

from attrs import define

from ..dates.mention import DateMention
from .brackets import bracketed
from .items import ActionDraft
from .lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, UPPER
from .nouns import EVENT, is_event
from .parts import balanced, is_done, parts_of, parts_without, time_after
from .people import NOBODY, is_who
from .roles import DATE_LABEL, DONE, FILLER, NO_ACTION, OWNER_LABEL, UNFINISHED, VERB, WHAT, Setting
from .text import ARTICLE, BEFORE_DATE, ActionText, Who


@define(eq=False, repr=False)
class Slots:
    """An entry under reading: what is left of it, and what was found."""

    text: ActionText
    start: int
    end: int
    setting: Setting
    who: Who | None = None
    date: DateMention | None = None
    done: bool = False
    #: Whether it says of itself that it is not done yet.
    unfinished: bool = False
    #: Whether its date is before it, where it can also be the day on which it was entered.
    day_of_entry: bool = False
    #: Whether a placeholder stands for its owner or date.
    placeholder: bool = False

    def take(self, start: int, end: int) -> bool:
        """Take what is in brackets, if all of it is owners, dates and placeholders."""
        text = self.text
        found: list[Who | DateMention | None] = []
        for first, last in parts_of(text, start, end):
            part = self.slot(first, last)
            if part == () and found and (self.done or self.unfinished):
                break  # "[done, thanks to Ben]"
            if part == ():
                return False
            found.extend(part)
        people = [item for item in found if isinstance(item, Who)]
        named = not any(who.known and not text.has(who.start, UPPER) for who in people)
        if len(people) > 1 and len(people) == len(found) and named:
            people = [people[0]._replace(stop=people[-1].stop, end=people[-1].end, words=2)]
        self.who = self.who or next(iter(people), None)
        for item in found:
            if not isinstance(item, Who) and item:
                self.date = item if self.day_of_entry else self.date or item
                self.day_of_entry = False
        return True

    def slot(self, start: int, end: int) -> tuple[Who | DateMention | None, ...]:
        """Return the owner or date that a stretch is, None for a placeholder, or nothing."""
        text = self.text
        start, end = text.trimmed(start, end)
        if start >= end:
            return ()
        if is_done(text, start, end):
            self.done = True
            return (None,)
        if text.phrase(start, UNFINISHED, end) == end:
            self.unfinished = True
            return (None,)
        if text.phrase(start, NOBODY, end) == end or text.tokens[start:end] == ["?"]:
            self.placeholder = True
            return (None,)
        label = text.phrase(start, OWNER_LABEL | DATE_LABEL | WHAT, end)
        if label:
            start = text.trimmed(label, end)[0]
        elif text.opens(start, end) & WHAT and (who := self.with_label(start, end)):
            return (who,)
        if start < end and (dated := text.date_after(start, end)):
            after = time_after(text, text.after_date(dated[2], end), end)
            if text.trimmed(after, end)[0] >= end:
                return (dated[0],)
            who = is_who(text, after, end)
            return (dated[0], who) if who else ()
        who = is_who(text, start, end)
        if who:
            return (who,)
        if text.tokens[start + 1 : start + 2] == [":"] and text.has(start, ALPHABETIC) and text.has_date(start, end):
            return self.slot(start + 2, end)  # "Note: due 12 May"
        for mention, place, after in text.dates_in(start, end):
            before = is_who(text, start, text.before_date(place, start))
            if before and text.trimmed(text.after_date(after, end), end)[0] >= end:
                return (before, mention)
        return ()

    def with_label(self, start: int, end: int) -> Who | None:
        """Return who is named before a label: "Ana's action", "Ana to do"."""
        text = self.text
        label = max(text.phrase_that_ends(WHAT, start + 1, end), start)
        stop = text.trimmed(start, label)[1]
        possessed = text.tokens[max(start, stop - 2) : stop] in (["'", "s"], ["’", "s"])
        return is_who(text, start, stop - 2 * possessed)

    def draft(self) -> ActionDraft | None:
        """Return the action, or None if nothing is left to be done."""
        text = self.text
        start, end = text.trimmed(self.start, self.end)
        if start < end and text.tokens[start] in "([（【" and bracketed(text, start, end) == end - 1:
            start, end = text.trimmed(start + 1, end - 1)
        if text.tokens[start:end].count('"') == 2 and text.tokens[start] == text.tokens[end - 1] == '"':
            start, end = start + 1, end - 1
        start, end = balanced(text, start, end)
        if start >= end or not any(roles & (ALPHABETIC | IDEOGRAPHIC) for roles in text.roles[start:end]):
            return None
        if text.phrase(start, DONE | UNFINISHED, end) == end:
            return None
        nobody = text.phrase(start, NOBODY, end)
        if nobody == end or (nobody and not text.phrase(start, VERB, end)) or text.phrase(start, NO_ACTION, end):
            return None
        what = [text.span(start, end)]
        who = is_who(text, start, end) if self.who is None else None
        if who and who.known and text.phrase(start, EVENT, end) < end:
            return None  # but "Steering committee" can be one
        if self.date is None:
            for mention, place, after in text.dates_in(start, end):
                if not self._is_attribute(place, after, end):
                    self.date, what = mention, parts_without(text, start, end, place, after)
                    break
        owner = text.span(self.who.start, self.who.stop) if self.who else None
        if self.done and self.day_of_entry:
            self.date = None  # "5/8 - plan - done"
        event = owner is None and self.date is not None and is_event(text, start, end)
        return ActionDraft(what, self.date, owner, self.done, event, by_role=bool(self.who and self.who.known))

    def _is_attribute(self, place: int, after: int, end: int) -> bool:
        """Return whether a date only says which thing is meant: "the 5 May meeting"."""
        text = self.text
        before, word = text.trimmed(self.start, place)[1] - 1, text.skip(after, end)
        small = word < end and text.has(word, ALPHABETIC) and not text.has(word, CAPITAL | FILLER | BEFORE_DATE | ARTICLE)
        return before >= self.start and text.has(before, ARTICLE) and small and after < word
