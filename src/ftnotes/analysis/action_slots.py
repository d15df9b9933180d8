"""The parts of an entry: who, what and when.

entry:     lead* what trail*
lead:      "[" who "]" | who (":" | "-" | "to" | "will" | does) | "@" who | date (":" | "-")
trail:     "(" slot ("," slot)* ")" | ("-" | "," | "/") who | ["," ] ("owner" | "by") who | ["by"] date | "done"
slot:      who | date | label ":" (who | date)
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from attrs import define

from ..text.source import Span
from .action_items import ActionDraft
from .action_lexicon import ALPHABETIC, CAPITAL, IDEOGRAPHIC, role
from .action_people import ACTOR, HANDLE_SIGNS, NOBODY, Who, bracketed, is_who, small_name_at, who_at
from .action_text import ARTICLE, BEFORE_DATE, EDGES, ActionText
from .date_mention import DateMention

VERB, DOES, DOING = role("verbs"), role("does"), role("doing")
WILL, MUST, TO, NEVER, FILLER = role("will"), role("must"), role("to"), role("never"), role("fillers")
COPULA, I_WILL = role("copulas"), role("i_will")
OWNER_LABEL, DATE_LABEL, DONE = role("owner"), role("date"), role("done")
#: Words between a task and who does it, and between a task and who is a part of it: "by @Ana", "call with @Ana".
_BY, _OBJECT = role("deadline", "owner"), role("joiners", "glue", "origins") & ~role("deadline")
_NOUN: Final = role("not_name_endings")
_NO_ACTION, _JOINER, _AT = role("no_action"), role("joiners"), role("at")
DASHES: Final = frozenset("-–—")
COLONS: Final = frozenset(":：")
_CHECKED: Final = frozenset("✓✔☑✅")
_TRAILS: Final = 5
#: The longest topic before a colon, in words and spaces: "Firewall rules: Ana to open the ports".
_TOPIC: Final = 10


class Setting(IntEnum):
    """What shows that a text is a task: nothing, a list of tasks, or a label of its own."""

    PLAIN = 0
    LIST = 1
    LABEL = 2


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
    #: Whether a placeholder stands for its owner or date.
    placeholder: bool = False

    # ---- before the task

    def lead(self) -> None:
        """Take the owner and date before the task."""
        for _ in range(3):
            self.start, self.end = self.text.trimmed(self.start, self.end)
            if self.start >= self.end or not (self._bracketed_lead() or self._dated_lead() or self._named_lead()):
                return

    def _bracketed_lead(self) -> bool:
        close = bracketed(self.text, self.start, self.end)
        if not close or self.setting is Setting.PLAIN or close + 1 >= self.end:
            return False
        if not self._slots(self.start + 1, close):
            return False
        self.start = close + 1
        return True

    def _dated_lead(self) -> bool:
        if self.date or self.setting is Setting.PLAIN:
            return False
        dated = self.text.date_after(self.start, self.end)
        if not dated:
            return False
        self.date = dated[0]
        self.start = self.text.after_date(dated[2], self.end)
        return True

    def _named_lead(self) -> bool:
        """Take who is named at the start, if what follows shows that they are the owner."""
        if self.who:
            return False
        text, start = self.text, self.start
        at = text.tokens[start] in HANDLE_SIGNS
        if self.setting is not Setting.PLAIN:
            while text.has(start, FILLER) and not text.has(start, CAPITAL):
                start = text.skip(start + 1, self.end)
        if self.setting is not Setting.PLAIN and (named := self._named_after_topic(start)):
            self.who, self.start = named
            return True
        who = who_at(text, start, self.end, lenient=self.setting is not Setting.PLAIN)
        if who is None and self.setting is Setting.LABEL:
            who = small_name_at(text, start, self.end)
        if who is None:
            return False
        body = self._after(who)
        if not body and at:
            body = who.end
        if not body:
            return False
        self.who, self.start = who, body
        return True

    def _named_after_topic(self, start: int) -> tuple[Who, int] | None:
        """Return who will do something right after a few words and a colon, with the start of the task."""
        text, end = self.text, self.end
        colon = next((place for place in range(start, min(start + _TOPIC, end)) if text.tokens[place] in COLONS), end)
        who = who_at(text, text.skip(colon + 1, end), end) if colon < end else None
        to = text.phrase(text.skip(who.end, end), TO | WILL, end) if who else 0
        return (who, text.skip(to, end)) if who and to and text.phrase(text.skip(to, end), VERB, end) else None

    def _after(self, who: Who) -> int:
        """Return where the task of somebody starts, or 0 if what follows does not show that it is theirs."""
        text, end = self.text, self.end
        place = text.skip(who.end, end)
        if place >= end:
            return 0
        token = text.tokens[place]
        if token in COLONS and who.known and not text.phrase(who.start, ACTOR, who.stop):
            return place + 1 if text.phrase(text.skip(place + 1, end), VERB, end) else 0  # not "Members: Ana, Ben"
        if token in COLONS and text.has(who.start, VERB) and text.has(who.stop - 1, _NOUN):
            return 0  # "Log implementation: …"
        if token in COLONS or (token in DASHES and place > who.end and text.is_spacing(min(place + 1, end - 1))):
            return place + 1
        if self.setting is Setting.PLAIN:
            return 0
        if token == ",":
            asked = text.skip(place + 1, end)
            while text.has(asked, FILLER) and not text.has(asked, VERB):
                asked = text.skip(asked + 1, end)
            return asked if text.phrase(asked, VERB, end) else 0
        if text.is_ideographic(who.start) and self.date is None and (dated := text.date_after(place, end)):
            self.date = dated[0]  # 客户在5月20日前提供
            return text.after_date(dated[2], end)
        return self.acting(who, place)

    def acting(self, who: Who, place: int) -> int:
        """Return where the task starts after somebody and "to", "will", or a verb; 0 if they do nothing."""
        text, end = self.text, self.end
        if place < end and text.tokens[place] in "'’":
            place += 1  # I'll
        filled = place
        while filled < end and text.has(filled, FILLER) and not text.has(filled, TO | WILL):
            filled = text.skip(filled + 1, end)
        for start in dict.fromkeys((place, filled)):
            after = text.phrase(start, WILL, end) or text.phrase(start, MUST, end) or text.phrase(start, TO, end)
            if after and text.has(start, ARTICLE) and text.has(who.start, VERB):
                return 0  # "Find a …", though "a" is "to" in another language
            does = text.phrase(start, DOES, end) and not text.has(start, VERB)
            if not after and does and (who.known or not text.has(who.start, VERB)):
                return start
            body = text.skip(after, end) if after else 0
            if body and body < end and text.tokens[body] in EDGES:
                return 0
            if not after and (copula := text.phrase(start, COPULA, end)):
                doing = text.skip(copula, end)
                body = doing if text.phrase(doing, DOING, end) else 0
            while body and body < end and text.has(body, FILLER) and not text.phrase(body, VERB, end):
                body = text.skip(body + 1, end)
            if body and body < end and not text.phrase(body, NEVER, end):
                return body
        plural = who.words > 1 or who.writer or (who.known and text.words[who.stop - 1].folded.endswith("s"))
        if plural and text.phrase(filled, VERB, end) and (who.known or not text.has(who.start, VERB)):
            return filled
        return 0

    # ---- after the task

    def trail(self) -> None:
        """Take the owner, the date and remarks after the task."""
        for _ in range(_TRAILS):
            self.start, self.end = self.text.trimmed(self.start, self.end)
            if self.end - self.start < 2 or not (
                self._done_trail()
                or self._dated_trail()
                or self._bracketed_trail()
                or self._labelled_trail()
                or self._named_trail()
            ):
                return

    def _done_trail(self) -> bool:
        text = self.text
        if text.tokens[self.end - 1] in _CHECKED:
            self.done, self.end = True, self.end - 1
            return True
        for place in range(max(self.start + 1, self.end - 8), self.end):
            if text.phrase(place, DONE, self.end) != self.end:
                continue
            before = text.trimmed(self.start, place, EDGES | {"."})[1]
            apart = any(text.tokens[gap] in EDGES or text.tokens[gap] == "." for gap in range(before, place))
            joined = before > self.start and text.phrase(before - 1, _JOINER, before)
            if joined or apart or (text.is_ideographic(place) and place > before):
                self.done, self.end = True, before - 1 if joined else before
                return True
        return False

    def _dated_trail(self) -> bool:
        text, end = self.text, self.end
        for after in range(end, max(self.start, end - 4), -1):
            known = text.to_place.get(after)
            if not known or known[1] < self.start:
                continue
            if after < end and text.after_date(after, end) < end and not self._is_time(after, end):
                return False
            mention, place = known
            if self.date is None or self.date is mention:
                self.date = mention
            elif place > self.start:
                return False
            self.end = text.before_date(place, self.start)
            return True
        return self._timed_trail()

    def _timed_trail(self) -> bool:
        """Take a time of day after a date: "at 2pm"."""
        for _, place, after in self.text.dates_in(max(self.start, self.end - 24), self.end):
            if self._is_time(after, self.end):
                self.end = after
                return place >= self.start and self._dated_trail()
        return False

    def _is_time(self, start: int, end: int) -> bool:
        return time_after(self.text, start, end) >= end

    def _bracketed_trail(self) -> bool:
        text = self.text
        if text.tokens[self.end - 1] not in ")]）】」":
            return False
        for place in range(self.end - 2, max(self.start - 1, self.end - 41), -1):
            if bracketed(text, place, self.end) == self.end - 1:
                if place == self.start or not self._slots(place + 1, self.end - 1):
                    return False
                self.end = place
                return True
        return False

    def _slots(self, start: int, end: int) -> bool:
        """Take what is in brackets, if all of it is owners, dates and placeholders."""
        text = self.text
        found: list[Who | DateMention | None] = []
        for first, last in _parts(text, start, end):
            part = self._slot(first, last)
            if part == ():
                return False
            found.extend(part)
        for item in found:
            if isinstance(item, Who):
                self.who = self.who or item
            elif item:
                self.date = self.date or item
        return True

    def _slot(self, start: int, end: int) -> tuple[Who | DateMention | None, ...]:
        """Return the owner or date that a stretch is, None for a placeholder, or nothing."""
        text = self.text
        start, end = text.trimmed(start, end)
        if start >= end:
            return ()
        if text.phrase(start, DONE, end) == end:
            self.done = True
            return (None,)
        if text.phrase(start, NOBODY, end) == end or text.tokens[start:end] == ["?"]:
            self.placeholder = True
            return (None,)
        label = text.phrase(start, OWNER_LABEL | DATE_LABEL, end)
        if label:
            start = text.trimmed(label, end)[0]
        if start < end and (dated := text.date_after(start, end)):
            after = time_after(text, text.after_date(dated[2], end), end)
            if text.trimmed(after, end)[0] >= end:
                return (dated[0],)
            who = is_who(text, after, end)
            return (dated[0], who) if who else ()
        who = is_who(text, start, end)
        if who:
            return (who,)
        for mention, place, after in text.dates_in(start, end):
            before = is_who(text, start, text.before_date(place, start))
            if before and text.trimmed(text.after_date(after, end), end)[0] >= end:
                return (before, mention)
        return ()

    def _labelled_trail(self) -> bool:
        """Take ", owner Ana" and "by: 5 May" after the task."""
        text = self.text
        for place in range(self.end - 1, max(self.start, self.end - 10), -1):
            label = text.phrase(place, OWNER_LABEL, self.end)
            if label and not text.is_spacing(place) and (place == 0 or not text.has(place - 1, ALPHABETIC)):
                before = text.trimmed(self.start, place)[1]
                apart = any(text.tokens[gap] in EDGES or text.tokens[gap] in ".(" for gap in range(before, place))
                who = is_who(text, label, self.end) if self.who is None and label < self.end else None
                if who and (apart or text.tokens[text.skip(label, self.end)] in COLONS):
                    self.who, self.end = who, before
                    return True
        return False

    def _named_trail(self) -> bool:
        """Take somebody after a dash, a comma, a slash, a bar, or "@"."""
        text = self.text
        if self.who is not None:
            return False
        for place in range(self.end - 2, max(self.start, self.end - 12), -1):
            token = text.tokens[place]
            if token in HANDLE_SIGNS and not text.tokens[place - 1].isalnum():
                before = text.trimmed(self.start, place)[1] - 1
                if text.has(before, _OBJECT) or before == self.start:
                    return False  # "call with @Ana", "ask @Ana"
                sign, begin = True, place
            elif token == ">" and text.tokens[place - 1] in "-=":
                sign, begin = True, place + 1
            else:
                spaced = text.is_spacing(place - 1) and text.is_spacing(place + 1)
                sign = (token in DASHES and (spaced or token != "-")) or token in "/|→" or token == "\t"
                sign = (
                    sign
                    or (token in ",、，;；" and self.setting is not Setting.PLAIN)
                    or (token in COLONS and text.is_spacing(place + 1) and self.setting is not Setting.PLAIN)
                )
                begin = place + 1
            if not sign:
                continue
            start, end = text.trimmed(begin, self.end)
            if text.phrase(start, NOBODY, end) == end:
                self.placeholder, self.end = True, place
                return True
            who = is_who(text, start, end)
            if who is None or (token in ",，、;/" and who.words == 1 and not who.known and _is_listed(text, self.start, place)):
                return False
            self.who, self.end = who, place
            while (begin := text.trimmed(self.start, self.end)[1] - 1) > self.start and text.has(begin, _BY):
                self.end = begin
            return True
        return False

    # ---- the task

    def draft(self) -> ActionDraft | None:
        """Return the action, or None if nothing is left to be done."""
        text = self.text
        start, end = text.trimmed(self.start, self.end)
        if text.tokens[start:end] and text.tokens[start] in "([（【" and bracketed(text, start, end) == end - 1:
            start, end = text.trimmed(start + 1, end - 1)
        start, end = balanced(text, start, end)
        if start >= end or not any(word.roles & (ALPHABETIC | IDEOGRAPHIC) for word in text.words[start:end]):
            return None
        nobody = text.phrase(start, NOBODY, end)
        if nobody == end or (nobody and not text.phrase(start, VERB, end)) or text.phrase(start, _NO_ACTION, end):
            return None
        what = [text.span(start, end)]
        who = is_who(text, start, end) if self.who is None else None
        if who and who.known:
            return None
        if self.date is None:
            for mention, place, after in text.dates_in(start, end):
                if not self._is_attribute(place, after, end):
                    self.date, what = mention, self.without(start, end, place, after)
                    break
        owner = text.span(self.who.start, self.who.stop) if self.who else None
        return ActionDraft(what, self.date, owner, self.done, by_role=bool(self.who and self.who.known))

    def _is_attribute(self, place: int, after: int, end: int) -> bool:
        """Return whether a date only says which thing is meant: "the 5 May meeting"."""
        text = self.text
        before, word = text.trimmed(self.start, place)[1] - 1, text.skip(after, end)
        small = word < end and text.has(word, ALPHABETIC) and not text.has(word, CAPITAL | FILLER | BEFORE_DATE | ARTICLE)
        return before >= self.start and text.has(before, ARTICLE) and small and after < word

    def without(self, start: int, end: int, place: int, after: int) -> list[Span]:
        """Return the parts of a stretch before and after a date in it."""
        return parts_without(self.text, start, end, place, after)


def parts_without(text: ActionText, start: int, end: int, place: int, after: int) -> list[Span]:
    """Return the parts of a stretch before and after a date in it, without the words that belong to the date."""
    begin = text.before_date(place, start)
    if begin > start and text.tokens[begin - 1] in "([（【":
        return [text.span(start, end)]
    before = text.trimmed(start, begin)
    behind = text.trimmed(time_after(text, text.after_date(after, end), end), end)
    if behind[0] < behind[1] and text.tokens[behind[0]] in ")]）】":
        return [text.span(start, end)]
    return [text.span(*part) for part in (before, behind) if part[0] < part[1]] or [text.span(start, end)]


def entry(text: ActionText, start: int, end: int, setting: Setting) -> ActionDraft | None:
    """Return the action of an entry of a list, or of the text after a label; None if it has none."""
    slots = Slots(text, start, end, setting)
    slots.lead()
    slots.trail()
    return slots.draft()


def time_after(text: ActionText, place: int, stop: int) -> int:
    """Return the place after a time of day, or the same if there is none."""
    start = text.skip(place, stop)
    if start < stop and text.tokens[start] in ",，":
        start = text.skip(start + 1, stop)
    at = text.phrase(start, _AT, stop)
    start = text.skip(at, stop) if at else start
    if start >= stop or not text.tokens[start].isdigit() or len(text.tokens[start]) > 2 or start in text.dated:
        return place
    end = start + 1
    clock = end + 1 < stop and text.tokens[end] in ":.h：" and text.tokens[end + 1].isdigit()
    end += 2 * clock
    unit = text.skip(end, stop)
    if unit < stop and text.words[unit].folded in _UNITS:
        end, clock = unit + 1, True
        zone = text.skip(end, stop)
    else:
        zone = unit
    if not clock and not at:
        return place
    if zone < stop and text.tokens[zone].isupper() and 2 <= len(text.tokens[zone]) <= 4 and text.tokens[zone][-1] in "TZ":
        end = zone + 1
    return end


#: Units after the hours of a time; the same in all languages that have them.
_UNITS: Final = frozenset(("am", "pm", "uhr", "h", "hrs", "hs", "a", "p", "点", "時"))


def balanced(text: ActionText, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without a bracket or quotation mark at its ends whose other half is outside."""
    for opening, closing in ("()", "[]", "（）", "【】", "“”", "「」"):
        tokens = text.tokens[start:end]
        if tokens and tokens.count(opening) > tokens.count(closing):
            if tokens[0] == opening:
                start += 1
            elif tokens[-1] == opening:
                end -= 1
        elif tokens and tokens.count(closing) > tokens.count(opening):
            if tokens[-1] == closing:
                end -= 1
            elif tokens[0] == closing:
                start += 1
    tokens = text.tokens[start:end]
    if tokens.count('"') == 1 and '"' in (tokens[0], tokens[-1]):
        start, end = (start + 1, end) if tokens[0] == '"' else (start, end - 1)
    return text.trimmed(start, end)


def _parts(text: ActionText, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a stretch between commas, dashes, slashes and the like, which a date can contain."""
    parts, begin = [], start
    for place in range(start, end):
        token = text.tokens[place]
        dash = token in DASHES and text.is_spacing(place - 1) and text.is_spacing(min(place + 1, end - 1))
        if place not in text.dated and (token in ",;|、，；" or dash or (token == "/" and _dated(text, begin, end))):
            parts.append((begin, place))
            begin = place + 1
    return [*parts, (begin, end)]


def _dated(text: ActionText, start: int, end: int) -> bool:
    return any(text.dates_in(start, end))


def _is_listed(text: ActionText, start: int, place: int) -> bool:
    """Return whether a name after a comma is rather the last of a list of names: "invite Ana, Ben"."""
    begin = text.trimmed(start, place)[1]
    return begin > start and text.has(begin - 1, CAPITAL) and begin - 1 > start
