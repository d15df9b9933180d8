"""What is before a task: who does it, and when.

lead:      "[" who "]" | topic ":" who "to" | who (":" | "-" | "to" | "will" | does) | "for" who ":"
           | "@" who | date (":" | "-")
"""

from __future__ import annotations

from typing import Final

from .brackets import bracketed
from .lexicon import ALPHABETIC, CAPITAL, LABEL_SIGNS, SPACING, UPPER, role
from .name_words import GIVEN, is_name, is_person
from .parts import after_link, after_reference
from .people import is_who, listed_at, small_name_at, who_at
from .roles import COLONS, COPULA, DASHES, DOES, DOING, DONE, FILLER, GLUE, JOINER, MAY, MUST, NEVER, TO, VERB, WILL, Setting
from .slots import Slots
from .somebody import ACTOR, HANDLE_SIGNS, WRITER
from .text import ARTICLE, EDGES, ActionText, Who

_PAST, _SAME_PAST, _RESUMING = role("past_endings"), role("past"), role("resuming")
#: Verbs that are as often nouns: "Contoso review of …".
_THING_OR_VERB: Final = role("events", "not_actors")
_EVENT, _OTHERS = role("events"), role("others")
_EVERYBODY: Final = role("everybody")
#: The longest topic before a colon, in words and spaces: "Firewall rules: Ana to open the ports".
_TOPIC: Final = 10
#: The longest bracket with owners, in words, signs and spaces.
_LONGEST_BRACKET: Final = 14


def take_leads(slots: Slots) -> None:
    """Take the owner and date before the task."""
    if slots.setting is not Setting.PLAIN:
        slots.start = after_reference(slots.text, slots.start, slots.end)
    for _ in range(3):
        slots.start, slots.end = slots.text.trimmed(slots.start, slots.end)
        if slots.start >= slots.end or not (
            _bracketed_lead(slots) or _done_lead(slots) or _dated_lead(slots) or _named_lead(slots)
        ):
            break
    text, end = slots.text, slots.end
    start = text.skip(slots.start, end)
    opening = text.phrase(start, TO | FILLER, end) if slots.who else 0
    if opening and text.phrase(text.skip(opening, end), VERB, end):
        slots.start = opening  # "[Ana] To send …", "Ana - could you send …"


def _bracketed_lead(slots: Slots) -> bool:
    close = bracketed(slots.text, slots.start, slots.end)
    if not close or slots.setting is Setting.PLAIN or close + 1 >= slots.end:
        return False
    if not slots.take(slots.start + 1, close):
        return False
    slots.start = after_link(slots.text, close, slots.end)
    return True


def _done_lead(slots: Slots) -> bool:
    """Take "Done:" and "DONE -" before a task."""
    text, end = slots.text, slots.end
    place = text.skip(text.phrase(slots.start, DONE, end) or end, end)
    if place >= end or slots.setting is Setting.PLAIN or text.tokens[place] not in COLONS | DASHES:
        return False
    slots.done, slots.start = True, place + 1
    return text.is_spacing(place + 1)


def _dated_lead(slots: Slots) -> bool:
    if slots.date or slots.setting is Setting.PLAIN:
        return False
    dated = slots.text.date_after(slots.start, slots.end)
    if not dated:
        return False
    slots.date, slots.day_of_entry = dated[0], True
    slots.start = slots.text.after_date(dated[2], slots.end)
    return True


def _named_lead(slots: Slots) -> bool:
    """Take who is named at the start, if what follows shows that they are the owner."""
    if slots.who:
        return False
    text, start = slots.text, slots.start
    at = text.tokens[start] in HANDLE_SIGNS
    if slots.setting is not Setting.PLAIN:
        while text.has(start, FILLER) and not (text.has(start, CAPITAL) or _is_writer(text, start, slots.end)):
            start = text.skip(start + 1, slots.end)
    if slots.setting is not Setting.PLAIN and (
        named := _named_after_topic(slots, start) or _named_after_for(text, start, slots.end)
    ):
        slots.who, slots.start = named
        return True
    who = who_at(text, start, slots.end, lenient=slots.setting is not Setting.PLAIN)
    if who is None and slots.setting is not Setting.PLAIN:
        who = small_name_at(text, start, slots.end, labelled=slots.setting is Setting.LABEL, listed=True)
    if who is None and slots.setting is not Setting.PLAIN and text.has(start, ALPHABETIC) and text.has(start, _OTHERS):
        who = Who(start, start + 1, start + 1, known=True, words=2)  # "You send us the list"
    if who is None:
        return False
    body = _after(slots, who)
    if not body and slots.setting is not Setting.PLAIN and (listed := listed_at(text, who, slots.end)) is not who:
        who, body = listed, _after(slots, listed)
    if not body and at:
        body = who.end
        while text.has(body, FILLER | SPACING) and not text.has(body, VERB):
            body += 1
    if not body or _is_listed_task(slots, who, body):
        return False
    slots.who, slots.start = who, body
    return True


def _is_listed_task(slots: Slots, who: Who, body: int) -> bool:
    """Return whether words before a dash are the task, since a party is between them and the day: "Review - Partner - 5 May".

    Or a given name, also where the words name somebody else: "Customer training - Ana - 5 May".
    """
    text, dashed = slots.text, slots.text.tokens[body - 1] in DASHES
    dates = text.dates_in(body, slots.end) if dashed and (who.known or not is_person(text, who)) else ()
    for _, place, _ in dates:
        other = is_who(text, body, text.before_date(place, body))
        return other is not None and (text.has(other.start, GIVEN) or (other.known and not who.known))
    return False


def _named_after_topic(slots: Slots, start: int) -> tuple[Who, int] | None:
    """Return who will do something right after a few words and a colon or two dashes, with the start of the task."""
    text, end = slots.text, slots.end
    signs = text.places(LABEL_SIGNS, start, min(start + 2 * _TOPIC, end))
    colon = next((place for place in signs if place < start + _TOPIC and text.tokens[place] in COLONS), end)
    if signs and colon == end:
        dashes = (place + 1 for place in signs if text.tokens[place : place + 2] in (["-", "-"], ["—", " "]))
        colon = next((place for place in dashes if place < end), end)
    if signs and colon == end:
        dashes = (place for place in signs if text.tokens[place] in DASHES and text.is_spacing(place - 1))
        dash = next(dashes, end)
        colon = dash if dash < end - 1 and text.is_spacing(dash + 1) and not is_who(text, start, dash) else end
    who = who_at(text, text.skip(colon + 1, end), end) if colon < end else None
    if who is None:
        return None
    place = text.skip(who.end, end)
    to = text.phrase(place, TO | WILL, end)
    if to and text.phrase(text.skip(to, end), VERB, end):
        return who, text.skip(to, end)
    doing = text.phrase(place, DOING, end) if who.known and not text.has(place, CAPITAL) else 0
    follows = text.skip(doing, end)
    return (who, place) if doing and follows < end and text.has(follows, ALPHABETIC) and not text.has(place, _EVENT) else None


def _named_after_for(text: ActionText, start: int, end: int) -> tuple[Who, int] | None:
    """Return who is named between "for" and a colon, with the start of the task: "For Ana: send the plan"."""
    glue = text.phrase(start, GLUE, end)
    who = who_at(text, text.skip(glue, end), end, lenient=True) if glue else None
    place = text.skip(who.end, end) if who else end
    return (who, place + 1) if who and place < end and text.tokens[place] in COLONS else None


def _after(slots: Slots, who: Who) -> int:
    """Return where the task of somebody starts, or 0 if what follows does not show that it is theirs."""
    text, end = slots.text, slots.end
    place = text.skip(who.end, end)
    if place >= end:
        return 0
    place = _after_bracketed_day(slots, place)
    token = text.tokens[place]
    listed = slots.setting is not Setting.PLAIN and (who.writer or who.stop - who.start > 1)
    if token in COLONS and who.known and not listed and not text.phrase(who.start, ACTOR, who.stop):
        return place + 1 if text.phrase(text.skip(place + 1, end), VERB, end) else 0  # not "Members: Ana, Ben"
    if token in COLONS and _is_topic(slots, who):
        return 0
    if token == "→" or text.tokens[place : place + 2] in (["-", ">"], ["=", ">"]):
        after = text.skip(place + 1 + (token != "→"), end)
        return 0 if text.tokens[after + 1 : after + 2] == [":"] and not is_person(text, who) else after  # "AD -> PHS: …"
    dashed = place + (text.tokens[place : place + 2] == ["-", "-"])
    if token in COLONS or (token in DASHES and place > who.end and text.is_spacing(min(dashed + 1, end - 1))):
        return dashed + 1
    if slots.setting is Setting.PLAIN:
        return 0
    if text.has(who.start, UPPER) and who.stop - who.start == 1 and _is_emphasized(text, who):
        return text.phrase(place, TO, end) or place  # "**AB** find …"
    if token == "," or (text.has(place, FILLER) and not text.has(place, ARTICLE) and not text.has(who.start, VERB)):
        asked = text.skip(place + (token == ","), end)
        while (filler := text.phrase(asked, FILLER, end)) and not text.has(asked, VERB):
            asked = text.skip(filler, end)
        if token == "," or (asked > place and text.phrase(asked, VERB, end)):
            return asked if text.phrase(asked, VERB, end) else 0
    if text.is_ideographic(who.start) and slots.date is None and (dated := text.date_after(place, end)):
        slots.date = dated[0]  # 客户在5月20日前提供
        return text.after_date(dated[2], end)
    dated = text.date_after(place, end)
    to = text.phrase(text.skip(dated[2], end), TO | WILL, end) if dated and slots.date is None else 0
    if dated and to:
        slots.date = dated[0]  # "Ana 5/12 to send it"
        return to
    return acting(text, who, place, end) or _said(text, who, place, end, slots.setting)


def _is_topic(slots: Slots, who: Who) -> bool:
    """Return whether a word before a colon is a topic, since a bracket at the end is a person: "Report: add it (Ana)"."""
    text, last = slots.text, slots.end - 1
    if slots.setting is Setting.PLAIN or who.known or is_person(text, who) or text.tokens[last] not in ")]":
        return False
    places = range(max(who.end, last - _LONGEST_BRACKET), last)
    start = next((place for place in places if bracketed(text, place, slots.end) == last), last)
    named = is_who(text, start + 1, last)
    return named is not None and is_person(text, named)


def _after_bracketed_day(slots: Slots, place: int) -> int:
    """Take a day in brackets between somebody and a colon: "Ana (by 12 May): send it"; return the place of the colon."""
    text, close = slots.text, bracketed(slots.text, place, slots.end)
    colon = text.skip(close + 1, slots.end) if close else slots.end
    dated = text.date_after(place + 1, close) if colon < slots.end and text.tokens[colon] in COLONS else None
    if dated is None or slots.date or text.skip(dated[2], close) < close:
        return place
    slots.date = dated[0]
    return colon


def _is_writer(text: ActionText, place: int, end: int) -> bool:
    """Return whether the writer is the owner by what follows, and not a small word of another language: "me - send …"."""
    after = text.skip(text.phrase(place, WRITER, end), end)
    return place < after < end and text.has(after, LABEL_SIGNS)


def _is_emphasized(text: ActionText, who: Who) -> bool:
    return who.start > 0 and text.tokens[who.start - 1] == "*" and text.tokens[who.stop : who.stop + 1] == ["*"]


def _said(text: ActionText, who: Who, place: int, end: int, setting: Setting) -> int:
    """Return where the task of somebody starts who is said to do it by words that say so only in an entry; or 0.

    "Ana can send the plan", "Ana looking at it", "Ana ping the partner".
    """
    while place < end and text.has(place, FILLER) and not text.opened[place] & (MAY | DOING):
        place = text.skip(place + 1, end)
    may = text.phrase(place, MAY, end) or end
    body = text.skip(may, end)
    if body < end and (text.has(may - 1, TO) or text.phrase(body, VERB, end)) and not text.has(who.start, VERB):
        return body
    person = setting is Setting.LABEL or text.tokens[who.start] in text.names
    named = not who.known and is_name(text, who.start, strict=True)
    doing = text.phrase(place, DOING, end)
    verb = doing or text.phrase(place, VERB, end)
    follows = text.skip(verb or end, end)
    if follows >= end:
        return 0
    noun = text.has(place, _THING_OR_VERB) and not text.has(follows, ARTICLE)
    if doing:
        noun = text.has(place, CAPITAL) or (noun and doing == place + 1)
        person = person or text.has(who.start, GIVEN)
        return place if not noun and (who.known or (named and person)) else 0
    if text.phrase(who.start, _EVERYBODY, who.stop) == who.stop:
        return place if not noun or text.has(who.start, UPPER) or text.has(place, CAPITAL) else 0  # "ALL Update the page"
    sure = person or text.has(follows, ARTICLE) or text.tokens[follows].isdigit()
    if text.has(place, CAPITAL):
        return place if setting is Setting.LABEL and _is_one_given(text, who, follows) else 0
    return place if named and sure and not noun else 0


def _is_one_given(text: ActionText, who: Who, place: int) -> bool:
    """Return whether a given name and a verb with a capital are no name of two words by what follows: "Ana Update it"."""
    return text.has(who.start, GIVEN) and who.stop - who.start == 1 and not text.has(place, CAPITAL)


def _is_telegram(text: ActionText, place: int, end: int) -> bool:
    """Return whether somebody in capitals does what a verb without ending says: "FM send the plan", not "AM contact"."""
    verb = text.phrase(place, VERB, end)
    if not verb or text.has(place, _THING_OR_VERB | CAPITAL | _SAME_PAST):
        return False
    return text.has(text.skip(verb, end), ARTICLE | CAPITAL | JOINER) or text.phrase(place, _RESUMING, end) > 0


def acting(text: ActionText, who: Who, place: int, end: int) -> int:
    """Return where the task starts after somebody and "to", "will", or a verb; 0 if they do nothing."""
    if place < end and text.tokens[place] in "'’":
        place += 1  # I'll
    filled = place
    while filled < end and text.has(filled, FILLER) and not text.has(filled, TO | WILL):
        filled = text.skip(filled + 1, end)
    for start in dict.fromkeys((place, filled)):
        after = text.phrase(start, WILL, end) or text.phrase(start, MUST, end) or text.phrase(start, TO, end)
        if after and text.has(start, ARTICLE) and (text.has(who.start, VERB) or start != place):
            return 0  # "Find a …", "Ana and a …", though "a" is "to" in another language
        does = text.phrase(start, DOES, end)
        does = does if not text.has(start, VERB) and (does >= end or text.tokens[does] not in COLONS) else 0  # "Old tests: …"
        past = text.has(who.start, _PAST) and not is_person(text, who)
        if not after and does and (who.known or not (past or text.has(who.start, VERB))):
            return start  # not "Created issues"
        body = text.skip(after, end) if after else 0
        if body and body < end and text.tokens[body] in EDGES:
            return 0
        if body and text.tokens[body + 1 : body + 2] == [":"] and body + 2 < end and not text.phrase(body, VERB, end):
            return 0  # "final comms to users: Ana"
        if (
            after
            and not who.known
            and text.has(who.start, VERB)
            and not (text.phrase(body, VERB, end) and is_person(text, who))
        ):
            return 0  # "Transfer to the new tenant", "Try to find a room"
        copula = text.phrase(start, COPULA, end)
        if copula > after:  # "is sending it", "will be sending it"
            doing = text.skip(copula, end)
            body = doing if text.phrase(doing, DOING, end) else 0
        while body and body < end and text.has(body, FILLER) and not text.phrase(body, VERB, end):
            body = text.skip(body + 1, end)
        if body and body < end and not text.phrase(body, NEVER, end):
            return body
    plural = who.words > 1 or who.writer or (who.known and text.words[who.stop - 1].folded.endswith("s"))
    if not plural and who.known and text.has(who.start, UPPER) and _is_telegram(text, filled, end):
        return filled
    verb = text.phrase(filled, VERB, end) if plural and (who.known or not text.has(who.start, VERB)) else 0
    # a verb at the end has somebody as its object: "Ana Weber anrufen" is a call to her
    return filled if verb and text.skip(verb, end) < end else 0
