"""Sentences that name somebody and then ask for something, without "to" or "will".

addressed: "@" who ["please"] verb … | "[" who "]" verb … | who (":" | "-" | "->") ["please"] verb …
"""

from __future__ import annotations

from typing import Final

from ..dates.mention import DateMention
from .brackets import bracketed
from .lexicon import CAPITAL, UPPER, role
from .name_words import GIVEN
from .people import is_who, listed_at, who_at
from .roles import COLONS, COPULA, DASHES, DONE, FILLER, TO, UNFINISHED, VERB, WILL
from .somebody import HANDLE_SIGNS, WRITER
from .text import ARTICLE, ActionText, Who

#: Verbs that are as often nouns ("review"), those that can also say what was done ("put"), and what follows either of a task.
_THING_OR_VERB, _SAME_PAST = role("events", "not_actors"), role("past")
_POINTING: Final = role("pronouns", "whom")
_OBJECT: Final = CAPITAL | ARTICLE | _POINTING
#: What starts a task, the signs before one, and those of arrows.
_TASK: Final = (VERB, WILL, TO, FILLER)
_HEADS: Final = frozenset(">→⇒➡")
_ARROW: Final = _HEADS | frozenset("-= \ufe0f")
_CLOSING: Final = frozenset(")]）】")
_BULLETS: Final = DASHES | frozenset("•·")
_NEVER_BEHIND: Final = COPULA | role("origins")
_DEADLINE, _STATED = role("deadline"), COPULA | WILL | DONE | UNFINISHED | role("past_endings", "past", "was")


def is_told(text: ActionText, start: int, end: int, dated: bool) -> bool:
    """Return whether a sentence asks somebody for something behind a sign: "Ana: send it", "Partner - test it by 5 May"."""
    who = who_at(text, start, end)
    who = listed_at(text, who, end) if who else None
    sign = _sign_after(text, who, end) if who else 0
    if not (who and sign and _is_asked(text, who, sign, end, dated)):
        return False
    return not _is_talk(text, start, end, dated) if _starts_line(text, start) else dated


def is_addressed(text: ActionText, start: int, end: int, dated: bool) -> bool:
    """Return whether a sentence asks somebody for something: "@Ana, please send …", "[Ana] send … by 5 May"."""
    close = bracketed(text, start, end)
    if close:
        who = is_who(text, start + 1, close)
        if who and _is_asked(text, who, close + 1, end, dated=False) and _starts_line(text, start):
            return True
        sure = who and (who.known or dated) and not text.has(who.start, VERB)  # "(Ana) clean-up" is a topic of hers
        return bool(sure and text.phrase(text.skip(close + 1, end), VERB, end))
    handle = text.tokens[start] in HANDLE_SIGNS
    who = who_at(text, start, end) if handle or dated else None
    place = text.skip(who.end, end) if who else end
    asked = handle
    while place < end and not text.has(place, VERB):
        filler = text.phrase(place, FILLER, end)
        if not filler and text.tokens[place] not in ",:-–—：，":
            break
        asked = asked or filler > 0
        place = text.skip(filler or place + 1, end)
    after = text.phrase(place, VERB, end) if asked else 0
    if who and place == text.skip(who.end, end) and text.tokens[min(text.skip(after, end), end - 1)] in DASHES:
        return after > 0 and not text.has(after - 1, _THING_OR_VERB)  # "@ana update - all is well"
    return after > 0


def _sign_after(text: ActionText, who: Who, end: int) -> int:
    """Return the place after a colon, a dash or an arrow behind somebody, perhaps past a day in brackets; or 0."""
    place = text.skip(who.end, end)
    close = bracketed(text, place, end)
    place = text.skip(close + 1, end) if close and text.has_date(place, close) else place
    if place >= end:
        return 0
    if text.tokens[place] in COLONS or text.tokens[place] == "→":
        return place + 1
    if text.tokens[place : place + 2] in (["-", ">"], ["=", ">"], ["-", "-"]):
        return place + 2
    return place + 1 if place > who.end and text.tokens[place] in DASHES and text.is_spacing(place + 1) else 0


def _is_asked(text: ActionText, who: Who, place: int, end: int, dated: bool) -> bool:
    """Return whether a verb is behind the sign after somebody, with what is to be done or a day.

    Without a day, only people with a known name are asked, and only for something that is named.
    """
    named = text.opens(who.start, who.end) & GIVEN or (who.known and text.has(who.start, UPPER))
    person = named or text.tokens[who.start + 1] == "."
    if who.writer or (text.has(who.start, VERB) and not person) or not (person or (who.known and dated)):
        return False
    pointed = _POINTING if text.tokens[place - 1] not in _CLOSING else 0
    place = text.skip(place, end)
    while text.has(place, FILLER) and not text.has(place, VERB):
        place = text.skip(place + 1, end)
    verb = text.phrase(place, VERB, end)
    if not verb:  # "Helga: bitte den Vertrag bis 5. Mai prüfen"
        last = text.trimmed(place, end)[1] - 1
        return dated and text.has(last, VERB) and not text.opens(place, last) & (TO | COPULA)
    follows = text.skip(verb, end)
    if text.has(follows, WRITER) or text.has(follows, _NEVER_BEHIND):
        return False  # "Ana: send me the plan", "Ana: share of E5"
    if not dated:
        named = text.has(follows, CAPITAL | ARTICLE | pointed) and not text.has(place, _SAME_PAST)
        return named and not text.opens(follows, end) & (WRITER | COPULA)
    if text.has(follows, _OBJECT) and follows not in text.dated:
        return True
    due = any(text.has(at, _DEADLINE) for at in range(follows, end))
    coming = not text.has(place, _THING_OR_VERB | _SAME_PAST) and any(map(text.is_to_come, _days(text, follows, end)))
    return (due or coming) and not text.opens(place, end) & _STATED


def _days(text: ActionText, start: int, end: int) -> list[DateMention]:
    return [mention for mention, _, _ in text.dates_in(start, end)]


def _starts_line(text: ActionText, place: int) -> bool:
    """Return whether only spaces and such are before a place in its line, or an arrow, and no bullet."""
    arrow = place
    while arrow > 0 and text.tokens[arrow - 1] in _ARROW:
        arrow -= 1
    pointed = not _HEADS.isdisjoint(text.tokens[arrow:place]) and text.tokens[arrow] != ">"
    place = arrow if pointed else place
    while place > 0 and text.is_spacing(place - 1) and not _is_end(text, place - 1):
        if text.tokens[place - 1 : place + 1] == ["*", " "]:
            return False
        place -= 1
    return not place or _is_end(text, place - 1)


def _is_talk(text: ActionText, start: int, end: int, dated: bool) -> bool:
    """Return whether the line above or below a sentence, past blank ones, is what somebody says: "Ben: ok"."""
    above, below, last = start, end, len(text.tokens)
    while above > 0 and not _is_end(text, above - 1):
        above -= 1
    above = before = _last_word(text, above)
    while before > 0 and not _is_end(text, before - 1):
        before -= 1
    while below < last and not _is_end(text, below):
        below += 1
    return any(_speaks(text, place, stop, dated) for place, stop in ((before, above), (below, last)))


def _last_word(text: ActionText, place: int) -> int:
    """Return the place after the last word before a place."""
    while place > 0 and text.is_spacing(place - 1):
        place -= 1
    return place


def _speaks(text: ActionText, place: int, stop: int, dated: bool) -> bool:
    """Return whether a line starts with somebody and a colon, and no task; if there is a day, with a name that is known."""
    place = text.skip(place, stop)
    place = text.skip(place + 1, stop) if place < stop and text.tokens[place] in _BULLETS else place
    who = who_at(text, place, stop)
    colon = text.skip(who.end, stop) if who and (text.has(who.start, GIVEN) or not (who.known or dated)) else stop
    says = text.skip(colon + 1, stop)
    return says < stop and text.tokens[colon] in COLONS and not any(text.phrase(says, kind, stop) for kind in _TASK)


def _is_end(text: ActionText, place: int) -> bool:
    return "\n" in text.tokens[place] or "\r" in text.tokens[place]
