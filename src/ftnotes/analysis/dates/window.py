"""A stretch of a line, cut into tokens, in which dates are looked for; and what the forms of dates ask of it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final, NamedTuple

from attrs import frozen

from ...text.words import fold
from ..word_patterns import LETTERS
from .lexicon import BLANK, NUMBER, WORD, DateLexicon

#: The end of a line that is looked at before a number, and what can be before the first word of a line.
_LINE: Final = 160
_MARGIN: Final = " \t\u00a0\u3000>*_#-+•◦▪·–—["
#: The time of day after a date, a name before it in brackets, and the end of a sentence.
_CLOCK: Final = re.compile(r" (?:at )?[0-9]{1,2}(?::[0-9]{2}|:[0-9]{2} ?[ap]m| ?[ap]m)\b", re.IGNORECASE)
_NAMED: Final = re.compile(r"\([^()0-9]{2,40}, ?$")
_STOP: Final = re.compile(r"[.;!?] ")
#: A dash that separates a label or a sentence from what follows.
_DASH: Final = re.compile(r" [–—-]{1,2} |[.!?] ")
_LABEL: Final = frozenset(("label",))
#: How long the first end of a range of days is, with the sign after it, in tokens.
_RANGE: Final = 6
#: How far before a day a word can be that shows it, and how far after "to" a day is that is no number of things, in tokens.
_NEAR: Final = 13
_TASK: Final = 4
#: How far before a day of the week "by" can be, in tokens: "by end of day Friday".
_DUE: Final = 9
#: Signs that set a day apart from what is before it.
_APART: Final = frozenset((*",-–—*|>→、，・",))
#: The least numbers of a day in doubt: less are a fraction, or a number of things ("1/8", "3/4").
_COUNTED: Final = (3, 6)
#: A digit or letter; compiled on first use, since few notes need it.
PLAIN: Final = rf"[0-9{LETTERS}]"


class Before(NamedTuple):
    """The roles and languages of the word before a date."""

    roles: frozenset[str] = frozenset()
    languages: frozenset[int] = frozenset()


_NOTHING: Final = Before()


@frozen(eq=False, repr=False, slots=False)
class DateWindow:
    """A stretch of a line with its tokens and their kinds."""

    #: The text with narrow digits, and as it was typed.
    text: str
    typed: str
    tokens: list[str]
    #: The offset of each token, and the end of the last one.
    starts: list[int]
    kinds: str
    lexicon: DateLexicon

    @cached_property
    def has_moved(self) -> bool:
        """Whether a word says that something was moved."""
        return not set(self.kinds).isdisjoint(self.lexicon.sets["moved"])

    def number(self, match: re.Match[str], name: str) -> int:
        """Return the number that a group of a form matched, or 0 if it matched none."""
        return int(self.tokens[match.start(name)]) if match[name] else 0

    def has_capital(self, match: re.Match[str]) -> bool:
        """Return whether the month is typed with a capital."""
        return self.tokens[match.start("m")][0].isupper()

    def share_language(self, match: re.Match[str]) -> bool:
        """Return whether some language has both the month and the word of the group ``p``."""
        words = (self.lexicon.word(self.tokens[match.start(name)]) for name in "mp")
        return bool(frozenset.intersection(*(word.languages for word in words)))

    def before(self, match: re.Match[str]) -> Before:
        """Return what is known of the word before a date, past spaces, punctuation and bold.

        The last word of a label counts only with its colon, and other words only without.
        """
        place, colon = match.start() - 1, False
        while place >= max(0, match.start() - 5) and (self.kinds[place] in " :.," or self.tokens[place] == "*"):
            colon = colon or self.kinds[place] == ":"
            place -= 1
        if place < 0 or self.kinds[place].isascii():
            return _NOTHING
        word = self.lexicon.word(self.tokens[place])
        roles = word.roles & _LABEL if colon else word.roles - _LABEL
        return Before(roles, word.languages if roles else frozenset())

    def beside_date(self, match: re.Match[str]) -> bool:
        """Return whether a number or month follows or precedes, so that a day of the week belongs to a date."""
        months = self.lexicon.sets["month"]
        after = self.kinds[match.end() : match.end() + 4].lstrip(" .,(")
        first = match.end() + (self.tokens[match.end() : match.end() + 1] in ([","], [";"]))
        if self.kinds[first : first + 2] == " n" and self.tokens[first + 2 : first + 4] == [")", " "]:
            return False  # "1) send it by Friday 2) call Ana"
        before = self.kinds[max(0, match.start() - 4) : match.start()].rstrip(" ,(")
        return after[:1] in ("n", "y", *months) or before[-1:] in ("n", "y")

    def recurs(self, match: re.Match[str]) -> bool:
        """Return whether a day of the week is one of many: "every second Monday"."""
        sets, kinds = self.lexicon.sets, self.kinds[max(0, match.start() - 4) : match.start()]
        between = sets["first"] + sets["second"]
        return len(kinds) == 4 and kinds[0] in sets["recurring"] and kinds[2] in between and kinds[1] + kinds[3] == BLANK * 2

    def ends_clause(self, match: re.Match[str]) -> bool:
        """Return whether a clause ends after a date."""
        end = self.starts[match.end()]
        after = self.text[end : end + 2]
        if after[:1] == BLANK and after.strip(BLANK) in ("", "\r", "\n"):
            return True
        if after in (" /", " |"):
            return not self.text[end + 2 : end + 4].strip(BLANK)[:1].isdigit()  # not "6/16 / 20 sites"
        return not after or after[0] in "\r\n\t.,;:!?)]|/。，、）" or after in (" -", " –", " —", " (", " #", " @", " →")

    def is_due(self, match: re.Match[str]) -> bool:
        """Return whether "by" is before a day of the week, with a few words between: "by end of day Friday"."""
        places = range(match.start() - 2, max(-1, match.start() - _DUE), -2)
        return any("by_day" in self._roles(place) for place in places)

    def is_before_deadline(self, match: re.Match[str]) -> bool:
        """Return whether a word follows that means "by this day"."""
        word = self.kinds[match.end() : match.end() + 2].lstrip(BLANK)[:1]
        return bool(word) and word in self.lexicon.sets["after_day"]

    def languages_around(self, match: re.Match[str]) -> frozenset[int]:
        """Return the languages of the words that show that numbers are a date, before or after them."""
        if self.is_before_deadline(match):
            place = match.end() + (self.kinds[match.end()] == BLANK)
            return self.lexicon.word(self.tokens[place]).languages
        before = self.before(match)
        return before.languages if before.roles else frozenset()

    def is_day(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether numbers without a year are a day; ``sure`` if they have one reading only."""
        counts_nothing = self._counts_nothing if match["s"] == "/" else self._is_set_apart
        return self._is_shown(match, sure) or counts_nothing(match, sure)

    def _is_set_apart(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether numbers with dots are apart: "Ana - 11.08."."""
        place = self._place_before(match)[0]
        return self.is_apart(match) and match.end() > match.end("n") and self.kinds[place] not in f"{NUMBER}."

    def is_apart(self, match: re.Match[str]) -> bool:
        """Return whether a date ends a line, a cell or a bracket, with a comma or dash before: "Ana - week 33"."""
        end = self.starts[match.end()]
        end += self.text[end : end + 2] == " |"
        bracketed = self.tokens[max(match.start() - 1, 0)] == "("
        return self.text[end : end + 1] in ("", "\r", "\n", ")", "|") and (bracketed or self._place_before(match)[1])

    def _place_before(self, match: re.Match[str]) -> tuple[int, bool]:
        """Return the place of what is before a date, -1 for none, and whether a comma, dash or the like is between."""
        place, set_apart = match.start() - 1, False
        while place >= 0 and (self.tokens[place] in _APART or self.kinds[place] == BLANK):
            set_apart = set_apart or self.tokens[place] != " "
            place -= 1
        return place, set_apart and place >= 0 and self.tokens[place] not in "\r\n"

    def _counts_nothing(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether two numbers stand where no number of things does: "moves 6/30 and", "Ana, 6/3", not "6/16 sites".

        "4/8" can be 4 of 8, unless a name or something else is before it, with a comma or dash between.
        """
        first, second = (self.tokens[match.start(name)] for name in "dn")
        if first == second or not self.ends_or_goes_on(match):
            return False
        place, set_apart = self._place_before(match)
        sign = self.tokens[place] if place >= 0 else "\n"
        if sign.isdigit() and self.kinds[place - 1 : place] in (BLANK, ""):
            return False  # "version 2 4/30"; but "2/4, 4/30", "plan v2 - 4/30"
        can_count, before = self.can_count(match), self._roles(place - (sign == ":"))
        if sign == "=" or (sign == ":" and can_count and "meetings" not in before):
            return False
        if not can_count or "label" in before:
            return True
        if "to" in before or self._counts_again(match):  # "down to 6/16", "6/16 sites, now 9/16"
            return False
        if sure:
            return True
        is_fraction = int(first) < _COUNTED[0] or int(second) < _COUNTED[1]
        return set_apart and not is_fraction and "never_after" not in before

    def _counts_again(self, match: re.Match[str]) -> bool:
        """Return whether another number of as many things is near: "6/16 sites, now 9/16"."""
        few, many = self.tokens[match.start("d")], self.tokens[match.start("n")]
        if self.tokens.count(many) == 1:
            return False
        others = (place for place, token in enumerate(self.tokens) if token == many and place > 1)
        return any(self.kinds[place - 2 : place] == "n/" and self.tokens[place - 2] != few for place in others)

    def can_count(self, match: re.Match[str]) -> bool:
        """Return whether two numbers can be so many of so many: "4/8", but not "8/4" or "04/08"."""
        first, second = (self.tokens[match.start(name)] for name in "dn")
        return int(first) <= int(second) and "0" not in first[0] + second[0]

    def _roles(self, place: int) -> frozenset[str]:
        """Return the roles of a token; none if it is no word that has some."""
        return _NOTHING.roles if place < 0 or self.kinds[place].isascii() else self.lexicon.word(self.tokens[place]).roles

    def ends_or_goes_on(self, match: re.Match[str]) -> bool:
        """Return whether a clause ends after a date, or a word follows that is not what numbers count."""
        place = match.end() + (self.kinds[match.end() : match.end() + 1] == BLANK)
        following = self.kinds[place : place + 1]
        if following == "~" or following == "-":
            return self.kinds[place + 1 : place + 3].strip(BLANK)[:1] not in (NUMBER, "")
        if self.ends_clause(match) or (following and following in self.lexicon.sets["going_on"]):
            return True
        before = "going_on" in self._roles(match.start() - 2)  # "after 6/30 call"
        return before and bool(following) and following in self.lexicon.sets["meetings"]

    def _is_shown(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether the words around numbers show that they are a date."""
        after = self.kinds[match.end() : match.end() + 2]
        before = self.before(match).roles
        if before & {"by_day", "weekdays", "label"} or self.is_before_deadline(match) or self._is_week_of(match):
            return True
        slash = "/" in match.group()
        if slash and ((sure and "in_month" in before and self.ends_clause(match)) or self._in_range(match)):
            return True
        goes_on = after[1:] in (WORD, NUMBER) or (not after[1:].isascii() and after[1:] not in self.lexicon.sets["to"])
        if "on_day" in before and (sure or after[:1] != BLANK or not goes_on):
            return True
        start = self.starts[match.start()]
        line = self.text[max(0, start - _LINE) : start]
        line = line[max(line.rfind("\n"), line.rfind("\r")) + 1 :]
        end = self.starts[match.end()]
        if _CLOCK.match(self.text, end) or (self.text[end : end + 1] == ")" and _NAMED.search(line)):
            return True
        if line.strip(_MARGIN) == "(" and self.text[end : end + 1] == ")":
            return True
        if not line.strip(_MARGIN):  # the day of an entry: "5/8 - call with …"
            return (
                after[:1] in (":", "~")
                or after in (" -", " ~")
                or bool(after[1:] and after[1:] in self.lexicon.sets["meetings"])
            )
        if sure and after[:1] == BLANK and after[1:] and after[1:] in self.lexicon.sets["meetings"]:
            # "Next: 5/19 workshop", "workshop 5/19 w/ Ana"
            return line.rstrip(_MARGIN).endswith(":") or self._follows_meeting(match, sure)
        if not self.ends_clause(match):
            return False
        if self._follows_meeting(match, sure):
            return True
        labels = [label for label, colon, _ in (part.partition(":") for part in (line, _STOP.split(line)[-1])) if colon]
        labels += [label.rpartition(",")[2] for label in labels]  # "call with Ana, next: …"
        if any(fold(label).startswith(self.lexicon.labels) for label in labels):
            return True
        return any(fold(label) in self.lexicon.labels for label in _DASH.split(line)[:-1])

    def _in_range(self, match: re.Match[str]) -> bool:
        """Return whether two numbers are an end of a range of days, and not two fractions: "5/18-5/22"."""
        start, end = match.span()
        last, first = self.lexicon.range_ends
        other = last.match(self.kinds, end) or first.search(self.kinds[max(0, start - _RANGE) : start])
        if other is None:
            return False
        shift = 0 if other.re is last else max(0, start - _RANGE)
        places = ((other.start(1) + shift, other.start(2) + shift), (match.start("d"), match.start("n")))
        numbers = [[int(self.tokens[place]) for place in pair] for pair in places]
        ends = [sorted(pair) for pair in numbers]
        possible = all(1 <= month <= 12 and day <= 31 for month, day in ends)
        return possible and (any(day > 12 for _, day in ends) or all(int(first) > int(last) for first, last in numbers))

    def _follows_meeting(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether a word for a meeting, "next", or "to" is before, in the same sentence: "call w/ Ana 5/13"."""
        meetings, to = self.lexicon.sets["meetings"] + self.lexicon.sets["next"], self.lexicon.sets["to"]
        for place in range(match.start() - 1, max(-1, match.start() - _NEAR), -1):
            if self.kinds[place] in ".:," or self.tokens[place] in "\r\n;":
                return False
            if self.kinds[place] in meetings or (
                sure and self.kinds[place] in to and place < match.start() - _TASK and "/" in match.group()
            ):
                return True
        return False

    def _is_week_of(self, match: re.Match[str]) -> bool:
        return self.week_of(match) is not None

    def week_of(self, match: re.Match[str]) -> int | None:
        """Return where "week of" or "w/c" before a day starts, or None."""
        sets = self.lexicon.sets
        start = max(0, match.start() - 8)
        kinds = self.kinds[start : match.start()].rstrip(BLANK)
        if kinds and kinds[-1] in sets["articles"]:
            kinds = kinds[:-1].rstrip(BLANK)
        if len(kinds) < 3 or kinds[-1] not in sets["commencing"] or kinds[-2] not in " /" or kinds[-3] not in sets["weeks"]:
            return None
        return start + len(kinds) - 3
