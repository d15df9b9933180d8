"""What is after a task: who does it, when, and whether it is done.

trail:     "(" slot ("," slot)* ")" | ("-" | "," | "/" | "->") who | ["by"] "@" who | [","] "owner" who
           | ("," | "with") who "owns it" | ["by"] date | "," "date" "tbd" | "done"
"""

from __future__ import annotations

from typing import Final

from .brackets import BRACKETS, bracketed
from .dated_trails import UNKNOWN, dated_trail, undecided_trail
from .lexicon import ALPHABETIC, UPPER, role
from .name_words import GIVEN, is_person
from .parts import after_link, before_reference, is_listed
from .people import NOBODY, is_who, part_of_party
from .roles import (
    COLONS,
    DASHES,
    DATE_LABEL,
    JOINER,
    OWNER_LABEL,
    OWNING,
    TO,
    VERB,
    WILL,
    Setting,
)
from .slots import Slots
from .somebody import HANDLE_SIGNS
from .states import STATED, done_trail
from .text import EDGES

#: Words between a task and who does it, and between a task and who is a part of it: "by @Ana", "call with @Ana".
_BY, _OBJECT = role("deadline", "owner"), role("joiners", "company", "glue", "origins") & ~role("deadline")
#: With the role of a label of dates, that of "by", which is before a day as well as before who does something.
_DEADLINE: Final = role("deadline")
_PRONOUN, _UNKNOWN, _NOUN = role("pronouns"), role("unknown"), role("not_name_endings")
_SOURCE, _ACTING = role("sources"), VERB | role("does", "doing")
#: Words that say who does a task.
_NAMING: Final = OWNER_LABEL | OWNING | _DEADLINE | _SOURCE
#: Words before a hashtag that is a part of the task.
_SMALL: Final = role("to", "glue", "origins", "before_date", "company", "joiners", "articles", "deadline")
#: The signs that can be between a task and who does it.
_BEFORE_NAME: Final = HANDLE_SIGNS | DASHES | COLONS | frozenset(">/|→\t,、，;；")
_LISTING: Final = frozenset(",，、;/")
_TRAILS: Final = 5
#: The most words and spaces of a task that is about the hashtag after it.
_FEW: Final = 6
#: The most words and spaces of what says that somebody owns a task, and of a name before it.
_OWNING_WORDS: Final = 9
#: The same of who does a task, after "by".
_BY_WORDS: Final = 18
#: The fewest spaces between the columns of a text.
_WIDE: Final = 3


def take_trails(slots: Slots) -> None:
    """Take the owner, the date and remarks after the task."""
    _leave_hashtags(slots)
    text, roles = slots.text, slots.text.opens(slots.start, slots.end)
    for _ in range(_TRAILS):
        slots.start, slots.end = text.trimmed(slots.start, slots.end)
        if slots.end - slots.start < 2 or not (
            (roles & STATED and done_trail(slots))
            or (text.has_date(slots.start, slots.end) and dated_trail(slots))
            or (roles & UNKNOWN and undecided_trail(slots))
            or _bracketed_trail(slots)
            or (roles & _NAMING and _owner_trail(slots))
            or _set_apart_trail(slots)
            or _named_trail(slots)
        ):
            return


def _leave_hashtags(slots: Slots) -> None:
    """Leave the hashtags after a task: "regroup 4/13 #covid", but not "post it in #general"."""
    text = slots.text
    while True:
        start, end = text.trimmed(slots.start, slots.end)
        sign = end - 2
        if text.tokens[sign : sign + 1] != ["#"]:
            return
        before = text.trimmed(start, max(start, sign))[1]
        if before == sign or text.has(before - 1, _SMALL):
            return
        if before - start < _FEW and before not in text.to_place and not text.tokens[before - 1].isdigit():
            return  # "Add the hashtag #covid"
        slots.end = sign


def _bracketed_trail(slots: Slots) -> bool:
    text, end = slots.text, before_reference(slots.text, slots.start, slots.end)
    if text.tokens[end - 1] not in ")]）】」":
        return _unclosed_trail(slots)
    for place in range(end - 2, max(slots.start - 1, end - 41), -1):
        if bracketed(text, place, end) == end - 1:
            if place == slots.start or _abbreviates(slots, place):
                return False
            if _ends_role(slots, place, end):
                return False
            if text.tokens[place - 1] == "]" and (opening := _linked(slots, place - 1)):
                place, end = opening, bracketed(text, opening, slots.end) + 1
            if not slots.take(place + 1, end - 1):
                return False
            slots.end = place
            return True
    return False


def _ends_role(slots: Slots, place: int, end: int) -> bool:
    """Return whether a bracket is behind a role after a dash, and names who has it: "the deck - FM (Ana)"."""
    text = slots.text
    dashes = (at for at in range(max(slots.start + 1, place - _BY_WORDS), place) if text.tokens[at] in DASHES)
    dash = max((at for at in dashes if text.is_spacing(at - 1) and text.is_spacing(at + 1)), default=end)
    who = is_who(text, dash + 1, end) if slots.who is None and dash < end else None
    return who is not None and who.known and text.has(who.start, ALPHABETIC)


def _unclosed_trail(slots: Slots) -> bool:
    """Take who or when is in a bracket that is not closed: "send it (Ana"."""
    text = slots.text
    for place in range(max(slots.start + 1, slots.end - _BY_WORDS), slots.end - 1):
        if text.tokens[place] in BRACKETS and not bracketed(text, place, slots.end) and slots.take(place + 1, slots.end):
            slots.end = place
            return True
    return False


def _linked(slots: Slots, close: int) -> int:
    """Return the place of the bracket with the text of a link, or 0: "send it [Ana](https://…)"."""
    text = slots.text
    if after_link(text, close, slots.end) == close + 1:
        return 0
    places = range(close - 1, max(slots.start, close - _BY_WORDS), -1)
    return next((place for place in places if text.tokens[place] == "["), 0)


def _abbreviates(slots: Slots, place: int) -> bool:
    """Return whether a bracket has the first letters of the words before it: "Open Life Science (OLS)"."""
    text = slots.text
    letters = text.tokens[place + 1]
    words = [at for at in range(slots.start, place) if text.has(at, ALPHABETIC)][-len(letters) :]
    return text.has(place + 1, UPPER) and letters == "".join(text.tokens[at][0] for at in words).upper()


def _owner_trail(slots: Slots) -> bool:
    """Take the owner after words that say so behind the task, which few tasks have."""
    if slots.who is not None:
        return False
    roles = slots.text.opens(max(slots.start, slots.end - _BY_WORDS), slots.end)
    return bool(
        (roles & OWNER_LABEL and _labelled_trail(slots))
        or (roles & OWNING and _owning_trail(slots))
        or (roles & _DEADLINE and _by_trail(slots))
        or (roles & _SOURCE and slots.setting is not Setting.PLAIN and _source_trail(slots))
    )


def _labelled_trail(slots: Slots) -> bool:
    """Take ", owner Ana" and "by: 5 May" after the task."""
    text = slots.text
    for place in reversed(text.places(OWNER_LABEL, max(slots.start + 1, slots.end - _OWNING_WORDS), slots.end)):
        label = text.phrase(place, OWNER_LABEL, slots.end)
        if label and (place == 0 or not text.has(place - 1, ALPHABETIC)):
            before = text.trimmed(slots.start, place)[1]
            apart = any(text.tokens[gap] in EDGES or text.tokens[gap] in ".(" for gap in range(before, place))
            who = is_who(text, label, slots.end) if label < slots.end else None
            if who and (apart or text.tokens[text.skip(label, slots.end)] in COLONS):
                slots.who, slots.end = who, before
                return True
    return False


def _owning_trail(slots: Slots) -> bool:
    """Take ", Ana owns it" and "with Ana as owner" after the task."""
    text = slots.text
    for place in text.places(OWNING, max(slots.start, slots.end - _OWNING_WORDS), slots.end):
        if text.phrase(place, OWNING, slots.end) != slots.end:
            continue
        end = text.trimmed(slots.start, place)[1]
        for start in range(max(slots.start + 1, end - _OWNING_WORDS), end):
            before = text.trimmed(slots.start, start, EDGES | {"."})[1]
            between = JOINER | WILL if text.is_ideographic(start) else JOINER  # 計画書の送付は田中さんが担当
            joined = before > slots.start and text.phrase(before - 1, between, before) > 0
            apart = any(text.tokens[gap] in EDGES or text.tokens[gap] == "." for gap in range(before, start))
            who = is_who(text, start, end) if (joined or apart) and not text.is_spacing(start) else None
            if who:
                slots.who, slots.end = who, before - 1 if joined else before
                return True
    return False


def _by_trail(slots: Slots) -> bool:
    """Take somebody after "by" behind a task: "Review of the plan by Ana", "Plan to be sent by Ana"."""
    text = slots.text
    for place in text.places(_DEADLINE, max(slots.start + 1, slots.end - _BY_WORDS), slots.end - 1):
        who = is_who(text, place + 1, slots.end) if text.has(place, DATE_LABEL) else None
        if who:
            slots.who, slots.end = who, place
            return True
    return False


def _set_apart_trail(slots: Slots) -> bool:
    """Take somebody at the end of a line after a wide gap, as in a column for it."""
    text = slots.text
    if slots.setting is Setting.PLAIN:
        return False
    first = max(slots.start + 1, slots.end - _BY_WORDS)
    gaps = [place for place in range(first, slots.end) if len(text.tokens[place]) >= _WIDE and text.tokens[place].isspace()]
    who = is_who(text, gaps[-1], slots.end) if gaps else None
    if who is None or text.has(gaps[-1] - 1, _OBJECT):
        return False
    slots.who, slots.end = slots.who or who, gaps[-1]
    return True


def _source_trail(slots: Slots) -> bool:
    """Take who gives what is to come: "Updated plan from the partner", but not "Get the plan from the partner"."""
    text, start = slots.text, slots.start
    if text.opens(start, slots.end) & (TO | WILL) or text.has(start, _ACTING):
        return False
    for place in text.places(_SOURCE, max(start + 1, slots.end - _BY_WORDS), slots.end - 1):
        source = text.phrase(place, _SOURCE, slots.end)
        who = is_who(text, source, slots.end) if source else None
        if who and (who.known or text.has(who.start, GIVEN)):
            slots.who, slots.end = who, place
            return True
    return False


def _named_trail(slots: Slots) -> bool:
    """Take somebody after a dash, a comma, a slash, a bar, or "@"; if the owner is known, only when named again."""
    text = slots.text
    first = max(slots.start, slots.end - 12) + 1
    signs = [place for place, token in enumerate(text.tokens[first : slots.end - 1], first) if token in _BEFORE_NAME]
    for place in reversed(signs):
        token = text.tokens[place]
        if token in HANDLE_SIGNS and not text.tokens[place - 1].isalnum():
            before = text.trimmed(slots.start, place)[1] - 1
            if text.has(before, _OBJECT) or before == slots.start:
                return False  # "call with @Ana", "ask @Ana"
            sign, begin = True, place
        elif token == ">" and text.tokens[place - 1] in "-=":
            sign, begin = True, place + 1
        else:
            spaced = text.is_spacing(place + 1) and (text.is_spacing(place - 1) or text.tokens[place - 1] in DASHES)
            sign = (token in DASHES and (spaced or token != "-")) or (token == "/" and spaced) or token in "|→" or token == "\t"
            sign = (
                sign
                or (token in ",、，;；" and slots.setting is not Setting.PLAIN)
                or (token in COLONS and text.is_spacing(place + 1) and slots.setting is not Setting.PLAIN)
            )
            begin = place + 1
        if not sign:
            continue
        start, end = text.trimmed(begin, slots.end)
        if text.phrase(start, NOBODY, end) == end:
            slots.placeholder, slots.end = True, place
            return True
        who = is_who(text, start, end) or slots.with_label(start, end)
        if who is None and slots.date and token not in _LISTING:
            who = part_of_party(text, start, end)
        named = who and not who.known and token in DASHES and is_person(text, who)
        if named and slots.who and slots.who.known and not slots.who.writer:
            slots.who = None  # "Partner to send it - Ana"
        if slots.who is not None and (who is None or text.tokens[who.start] != text.tokens[slots.who.start]):
            return False
        several = bool(who) and "," in text.tokens[start:end]
        if who and token in COLONS and several and not text.phrase(slots.start, VERB, place):
            return False  # "Members: Ana, Ben"
        single = who and not who.known and (who.words == 1 or several)
        if who and single and token in _LISTING and is_listed(text, slots.start, place):
            last = text.trimmed(slots.start, place)[1] - 1
            if not slots.date or not text.has(who.start, GIVEN) or text.has(last, GIVEN):  # "for Oslo, Ana, 5 May"
                continue
        if who is None:
            return False
        if token in _LISTING and any(_has_all(slots, other, place) for other in signs):
            continue
        if slots.who is None or who.words > slots.who.words:
            slots.who = who
        slots.end = place
        while (begin := text.trimmed(slots.start, slots.end)[1] - 1) > slots.start and text.has(begin, _BY):
            slots.end = begin
        return True
    return False


def _has_all(slots: Slots, dash: int, place: int) -> bool:
    """Return whether everybody after a dash is listed, with the sign at a place between them: "send it - FM, Ana"."""
    text = slots.text
    apart = dash < place and text.tokens[dash] in DASHES and text.is_spacing(dash - 1) and text.is_spacing(dash + 1)
    return apart and is_who(text, dash + 1, slots.end) is not None
