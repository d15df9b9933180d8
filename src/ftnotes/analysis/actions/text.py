"""A text cut into words, with the roles of each and the dates in it, in which next actions are looked for."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate, compress, count
from operator import itemgetter, or_
from typing import Final, NamedTuple

from attrs import Factory, field, frozen

from ...playbook.everyday import EverydayWords
from ...playbook.playbook import Playbook
from ...text.source import WHITESPACE, Span
from ..dates.mention import DateMention, Precision
from ..word_patterns import LETTERS, compiled
from .lexicon import (
    ALPHABETIC,
    CAPITAL,
    IDEOGRAPHIC,
    JOINING,
    SPACING,
    STOPS,
    Word,
    remembered_words,
    role,
)
from .names import UsedNames
from .phrases import WITHIN, phrases_at
from .pictures import LONGEST_PICTURE, is_picture, named_picture
from .slips import misspelled_labels

_TOKEN: Final = rf"[{LETTERS}][{LETTERS}\u0300-\u036f]*+|[{WHITESPACE}]++|[0-9]++|\r\n|(?s:.)"
#: How many words before a date are looked at.
_WORDS_BEFORE_DATE: Final = 6
_STOPS: Final = frozenset(".!?")
_WIDE_STOPS: Final = frozenset("。！？；;")
#: Characters at the edges of a part that do not belong to it.
EDGES: Final = frozenset(",:;|–—-、，：；>/=→")
_END_EDGES: Final = EDGES | frozenset(".。…")
#: What can be between the words of a phrase.
_GOING_ON: Final = JOINING | WITHIN
_ABBREVIATION, _NUMBERED = role("abbreviations"), role("number_abbreviations")
_POSSESSIVES: Final = ("'s", "’s")
BEFORE_DATE, _AFTER_DATE, ARTICLE = role("before_date"), role("after_date"), role("articles")
_ACTOR, _LABEL, _DEADLINE = role("parties", "actors"), role("date"), role("deadlines")
_VERB, _AUXILIARY = role("verbs"), role("will", "must", "to")


class Who(NamedTuple):
    """Somebody who does something."""

    #: The stretch that names them, and the place after all that belongs to it: "Ana" in "the Ana (PM)".
    start: int
    stop: int
    end: int
    #: Whether they are known by the playbook, and not by a name; whether it is the writer.
    known: bool
    writer: bool = False
    #: How many words a name has.
    words: int = 1


@frozen(eq=False, repr=False)
class ActionText:
    """A text in words. A place is the number of a word; a stretch is a place and the place after its last word."""

    text: str
    tokens: list[str]
    words: list[Word]
    #: The roles of each word; and with those of the phrases that start with it.
    roles: list[int]
    opened: list[int]
    #: The phrases that start at a word, longest first: the place after each, and its roles.
    phrases: dict[int, list[tuple[int, int]]]
    everyday: EverydayWords
    #: Whether it has signs that can be between the cells of a table.
    barred: bool
    #: The offset of each word, and the length of the text.
    offsets: list[int]
    #: Dates by the place of their first word, and by the place after their last.
    from_place: dict[int, tuple[DateMention, int]]
    to_place: dict[int, tuple[DateMention, int]]
    #: The places where dates start, and those inside dates.
    date_places: list[int]
    dated: frozenset[int]
    #: The day on which the text was written, if known.
    written: datetime.date | None = None
    #: The roles of stretches that were asked for, since several readers ask for those of a line.
    known_roles: dict[tuple[int, int], int] = field(factory=dict)
    #: The people named in stretches that were searched; ``people`` searches them.
    known_people: dict[tuple[int, int, bool], Who | None] = field(factory=dict)
    #: The words that it uses as names.
    used: UsedNames = Factory(lambda text: UsedNames(text.tokens, text.roles), takes_self=True)

    @classmethod
    def of(
        cls, text: str, dates: Sequence[DateMention], playbook: Playbook, written: datetime.date | None = None
    ) -> ActionText:
        """Cut a text into words."""
        tokens = compiled(_TOKEN).findall(text)
        offsets = [0, *accumulate(map(len, tokens))]
        words = list(map(remembered_words(playbook).__getitem__, tokens))
        from_place: dict[int, tuple[DateMention, int]] = {}
        to_place: dict[int, tuple[DateMention, int]] = {}
        dated: set[int] = set()
        for mention in dates:
            if text.startswith(_POSSESSIVES, mention.span.end) and not mention.is_today:
                continue  # "next week's call"
            start, end = bisect_left(offsets, mention.span.start), bisect_left(offsets, mention.span.end)
            from_place[start], to_place[end] = (mention, end), (mention, start)
            dated.update(range(start, end))
        phrases: dict[int, list[tuple[int, int]]] = {}
        roles = list(map(itemgetter(0), words))
        opened = roles.copy()
        last = len(words) - 2
        for place in compress(count(), map(itemgetter(1), words)):
            _, endings, _ = words[place]
            assert endings  # those without were left out
            if place < last:  # the usual case, without a call
                kinds, _, second = words[place + 2 if tokens[place + 1] == " " else place + 1]
                if second not in endings and not kinds & _GOING_ON:
                    continue
            if found := phrases_at(words, place, endings):
                phrases[place] = found
                opened[place] = reduce(or_, [kind for _, kind in found], roles[place])
        for place, end, kind in misspelled_labels(tokens, words, playbook) if ":" in text else ():
            phrases[place] = [(end, kind), *phrases.get(place, ())]
            opened[place] |= kind
        everyday, places, inside = playbook.everyday, sorted(from_place), frozenset(dated)
        bars = "|" in text or "\t" in text
        return cls(
            text, tokens, words, roles, opened, phrases, everyday, bars, offsets, from_place, to_place, places, inside, written
        )

    def place(self, offset: int) -> int:
        """Return the place of the word that starts at an offset, or after it."""
        return bisect_left(self.offsets, offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch."""
        return Span(self.offsets[start], self.offsets[end])

    @property
    def names(self) -> frozenset[str]:
        """The words that this text uses as names."""
        return self.used.names

    @property
    def handles(self) -> frozenset[str]:
        """The words in small letters that this text uses as handles of people."""
        return self.used.handles

    # ---- words

    def has(self, place: int, roles: int) -> bool:
        """Return whether the word at a place has one of some roles."""
        return place < len(self.roles) and bool(self.roles[place] & roles)

    def opens(self, start: int, end: int) -> int:
        """Return the roles of all words of a stretch, and of the phrases that can start with them."""
        known = self.known_roles.get((start, end))
        if known is None:
            known = self.known_roles[start, end] = reduce(or_, self.opened[start:end], 0)
        return known

    def places(self, roles: int, start: int = 0, end: int | None = None) -> list[int]:
        """Return the places of words in a stretch that can start a phrase with one of some roles."""
        return [place for place, opened in enumerate(self.opened[start:end], start) if opened & roles]

    def phrase(self, place: int, roles: int, stop: int) -> int:
        """Return the place after the longest phrase or word with one of some roles, or 0 if there is none."""
        if place >= stop or not self.opened[place] & roles:
            return 0
        for end, kind in self.phrases.get(place, ()):
            if kind & roles and end <= stop:
                return end
        return place + 1 if self.roles[place] & roles else 0

    def phrase_that_ends(self, roles: int, start: int, end: int) -> int:
        """Return the first place of a stretch from which a phrase with one of some roles goes to its end, or -1."""
        for place, opened in enumerate(self.opened[start:end], start):
            if opened & roles and self.phrase(place, roles, end) == end:
                return place
        return -1

    # ---- places

    def is_spacing(self, place: int) -> bool:
        """Return whether there is a space, a line end, or a character of bold or italic text."""
        return bool(self.opened[place] & SPACING)

    def skip(self, place: int, stop: int) -> int:
        """Return the first place that is not spacing."""
        opened = self.opened
        while place < stop and opened[place] & SPACING:
            place += 1
        return place

    def trimmed(self, start: int, end: int, edges: frozenset[str] = _END_EDGES) -> tuple[int, int]:
        """Return a stretch without spacing and punctuation at its ends."""
        tokens, opened, dated = self.tokens, self.opened, self.dated
        while start < end and (opened[start] & SPACING or tokens[start] in EDGES) and start not in dated:
            start += 1
        while start < end and (opened[end - 1] & SPACING or tokens[end - 1] in edges) and end - 1 not in dated:
            if tokens[end - 1] == "." and end - 2 > start and self.has(end - 2, _ABBREVIATION):
                break
            end -= 1
        return start, end

    def undecorated(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch without pictures at its ends: "✅", ":muscle:"."""
        while start < end and (self.is_spacing(start) or is_picture(self.tokens[start])):
            start += 1
        while start < end:
            if self.is_spacing(end - 1) or is_picture(self.tokens[end - 1]):
                end -= 1
            elif named := named_picture(self.tokens[max(start, end - LONGEST_PICTURE) : end]):
                end -= named
            else:
                break
        return start, end

    def before_date(self, place: int, start: int) -> int:
        """Return where the words before a date at ``place`` ("by the") start, at or after ``start``."""
        led = False  # "with her on 5 May": what is before "on" is not the article of the date
        for _ in range(_WORDS_BEFORE_DATE):
            before = self.trimmed(start, place, EDGES | {"("})[1]
            if before <= start or self.has(before - 1, _ACTOR) or self._is_infinitive(before - 1, start):
                return place
            if self.roles[before - 1] & (BEFORE_DATE | (0 if led else ARTICLE)):
                led = led or self.has(before - 1, BEFORE_DATE)
                if before - 2 > start and self.tokens[before - 2] == "-":
                    return place  # "test sign-in Monday"
                done_by = before - 3 >= start and self.phrase(before - 3, _DEADLINE, before) == before
                place = before - 3 if done_by else before - 1
                continue
            first = max(start, before - 8)
            deadline = self.phrase_that_ends(_DEADLINE, first, before)
            if deadline >= 0:
                place = deadline
                continue
            label = self.phrase_that_ends(_LABEL, first, before)
            if label < 0 or not (self.has(label, CAPITAL | IDEOGRAPHIC) or self.trimmed(start, label)[1] < label - 1):
                return place
            place = label
        return place

    def _is_infinitive(self, place: int, start: int) -> bool:
        """Return whether a word that can come before a date is a verb or ends one: "Will do 5 May", "check in on 5/12"."""
        if not self.has(place, _VERB):
            in_month = place + 2 in self.from_place and self.from_place[place + 2][0].precision is not Precision.DAY
            return not in_month and place - 2 >= start and self.phrase(place - 2, _VERB, place + 1) == place + 1
        before = self.trimmed(start, place)[1]
        return before > start and self.has(before - 1, _AUXILIARY)

    def phrase_before(self, place: int, start: int, roles: int) -> int:
        """Return where the words before a date start, with a phrase of some roles before these ("is planned for the")."""
        for _ in range(_WORDS_BEFORE_DATE):
            end = self.trimmed(start, self.before_date(place, start))[1]
            first = self.phrase_that_ends(roles, max(start, end - 12), end)
            if first < 0:
                break
            place = first
        return end

    def after_date(self, place: int, stop: int) -> int:
        """Return the place after the words that follow a date ("まで")."""
        return self.phrase(place, _AFTER_DATE, stop) or place

    def dates_in(self, start: int, end: int) -> Iterator[tuple[DateMention, int, int]]:
        """Yield the dates of a stretch with their first place and the place after them."""
        for place in self.date_places[bisect_left(self.date_places, start) : bisect_left(self.date_places, end)]:
            mention, after = self.from_place[place]
            if after <= end:
                yield mention, place, after

    def has_date(self, start: int, end: int) -> bool:
        """Return whether a stretch has a date in it."""
        first = bisect_left(self.date_places, start)
        return first < len(self.date_places) and self.from_place[self.date_places[first]][1] <= end

    def date_after(self, place: int, stop: int) -> tuple[DateMention, int, int] | None:
        """Return the date at a place, past words such as "by the", with its first place and the place after it."""
        first = self.skip(place, stop)
        for _ in range(_WORDS_BEFORE_DATE):
            if first >= stop or first in self.from_place or not self.has(first, BEFORE_DATE | ARTICLE):
                break
            first = self.skip(first + 1, stop)
        known = self.from_place.get(first)
        return (known[0], first, known[1]) if known and known[1] <= stop else None

    def is_to_come(self, mention: DateMention) -> bool:
        """Return whether a date, as it reads nearest to the day on which the text was written, is after that day."""
        written = self.written
        readings = mention.written_on(written).readings if written else ()
        days = min(((days.first - written).days for days in readings if written), key=abs, default=0)
        return days > 0

    # ---- sentences

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences of a stretch that have words, trimmed."""
        begin = after = start
        for place in self.places(STOPS, start, end) if self.opens(start, end) & STOPS else ():
            if place < after or place in self.dated:
                continue  # in a run, or in a date
            after = place + 1
            while after < end and self.tokens[after] in _STOPS and self.tokens[place] in _STOPS:
                after += 1
            if self._ends_sentence(place, after, end):
                first, last = self.trimmed(begin, place)
                if first < last:
                    yield first, last
                begin = after
        first, last = self.trimmed(begin, end)
        if first < last:
            yield first, last

    def _ends_sentence(self, place: int, after: int, end: int) -> bool:
        """Return whether a sentence ends at a place; ``after`` is the place after a run of punctuation."""
        token = self.tokens[place]
        if token in _WIDE_STOPS:
            return True
        if after < end and not self.is_spacing(after):
            if self.tokens[after] not in ")]”\"'":
                return False
            follows = self.skip(after + 1, end)
            small = follows < end and self.roles[follows] & (ALPHABETIC | CAPITAL) == ALPHABETIC
            if token != "." and after + 1 < follows and small:
                return False  # "Why?" and …
        if token != "." or after - place > 1 or place == 0:
            return True
        follows = self.skip(after, end)
        before = self.roles[place - 1]
        if before & _NUMBERED and follows < end and self.tokens[follows].isdigit():
            return False
        if before & _ABBREVIATION:
            return place - 1 in self.dated and follows not in self.dated and self.has(follows, CAPITAL) and follows < end
        single = len(self.tokens[place - 1]) == 1 and before & ALPHABETIC
        return not (single and follows < end and self.roles[follows] & (ALPHABETIC | CAPITAL))

    def is_ideographic(self, place: int) -> bool:
        """Return whether a character of a script without spaces is at a place."""
        return bool(self.roles[place] & IDEOGRAPHIC)
