"""Labels of actions, of their dates and owners, and of all three at once.

label:      [prefix*] [who] kind [[glue] kind] qualifier* close
trio:       kind ("/" | "," | "-" | "|" | "and") kind [… kind] ":"
qualifier:  "(" … ")" | "for" who | ["due"] date
close:      ":" | "=" | at the start of a line a dash | "is"
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ..dates.mention import DateMention
from .brackets import bracketed
from .lexicon import ALPHABETIC, CAPITAL, OPENINGS, UPPER, role
from .name_words import GIVEN, is_person
from .numbers import number_at, numbered
from .parts import after_link
from .people import is_who, listed_at, who_at
from .roles import COLONS, COPULA, DASHES, DATE_LABEL, DOES, GLUE, OWNER_LABEL, VERB, Setting
from .slots import Slots
from .somebody import ACTOR, HANDLE_SIGNS
from .text import ActionText, Who

WHAT, SHORT, _MARK = role("what"), role("short"), role("marks")
LABEL: Final = WHAT | DATE_LABEL | OWNER_LABEL
_PREFIX, _JOINER, _DEADLINE = role("prefixes"), role("joiners", "company"), role("deadline")
_SOURCE: Final = role("sources")
_OVER, _EVERYBODY, _PAST = role("over"), role("everybody"), role("past", "past_endings", "was")
#: The roles of a word that can also be the handle of somebody: "TODO(mira): …".
_HANDLE: Final = GIVEN | DOES | ALPHABETIC | role("future_endings")
#: The roles of words with which a label in a line can start.
OPENS: Final = LABEL | _PREFIX | _OVER
_CLOSING: Final = frozenset(")]）】")
TO_DO: Final = role("to", "will")
SUFFIX, ORIGIN = role("suffixes"), role("origins")
#: The number of words like "open" before a label, and of labels after it in one: "Owner / Due date / Status of next actions".
_MOST_PARTS: Final = 4
#: What the words of a heading do not have between them.
DIVIDING: Final = COLONS | DASHES | frozenset("=)]）】,;.!?")
#: How far the label is from who is named before it, in words and spaces.
_HEAD: Final = 24
_KINDS: Final = (WHAT, DATE_LABEL, OWNER_LABEL)
_JOINTS: Final = frozenset("/,-–—|&+／、")


class Label(NamedTuple):
    """A label at its place."""

    #: `WHAT`, `DATE_LABEL` or `OWNER_LABEL`; several of a trio.
    kinds: tuple[int, ...]
    start: int
    #: The place after it and its colon.
    end: int
    #: Whether it can only label one action, not a list.
    short: bool = False
    #: Who and when, if it says so itself.
    who: Who | None = None
    date: DateMention | None = None
    #: Whether the owner stands before the label ("FM actions") and not after it ("Next steps for Contoso").
    possessed: bool = False
    #: Whether a verb is in place of the colon.
    copula: bool = False
    #: Whether it is a date by which something is to be done, and not that of the note.
    due: bool = False
    #: Whether it is that of the action before it in its line.
    sure: bool = False
    #: Whether what it labels is over: "Previous action".
    over: bool = False

    @property
    def kind(self) -> int:
        """Its first kind."""
        return self.kinds[0]


def label_at(text: ActionText, place: int, stop: int, *, first: bool, bare: bool = False, marked: bool = False) -> Label | None:
    """Return the label at a place; ``first`` at the start of a line, ``bare`` for a heading that needs no colon.

    A ``marked`` heading also says where its actions are from.
    """
    start, who, over = place, None, False
    if place >= stop or not (text.opened[place] & OPENS or (first and text.opens(place, min(stop, place + _HEAD)) & WHAT)):
        return None
    for _ in range(_MOST_PARTS):
        end = text.phrase(place, _PREFIX | _OVER, stop)
        if not end or text.phrase(place, LABEL, stop):
            break
        over = over or text.phrase(place, _OVER, stop) > 0
        place = text.skip(end, stop)
    end = text.phrase(place, LABEL, stop)
    if not end and first and text.opens(place + 1, min(stop, place + _HEAD)) & WHAT:
        possessive = next((at for at in range(place, min(stop, place + 8)) if text.tokens[at] in "'’"), stop)
        who = who_at(text, place, possessive, lenient=possessive < stop)
        place = text.skip(who.end, stop) if who else place
        if who and place < stop and text.tokens[place] in "'’":
            place = text.skip(place + 1 + text.has(place + 1, ALPHABETIC), stop)
        end = text.phrase(place, LABEL, stop) if who and place > who.end else 0
        who = None if who and possessive == stop and text.has(who.start, _EVERYBODY) else who  # "All action items:"
    if not end:
        return None
    kinds = [_kind(text, place, end)]
    short = text.phrase(place, SHORT, stop) == end
    if (passed := text.phrase(text.skip(end, stop), _OVER, stop)) and _can_follow(text, passed, stop):
        end, over = passed, True  # "Actions completed:"
    end, kinds, short = _composed(text, end, stop, kinds, short)
    if who and kinds != [WHAT]:
        return None
    label = Label(tuple(kinds), start, end, short, who, possessed=who is not None, over=over)
    return _qualified(text, label, stop, first, bare, marked)


def _kind(text: ActionText, place: int, end: int) -> int:
    """Return the kind of the longest label at a place."""
    return next(kind for kind in _KINDS if text.phrase(place, kind, end) == end)


def _composed(text: ActionText, end: int, stop: int, kinds: list[int], short: bool) -> tuple[int, list[int], bool]:
    """Add the labels that follow a label: "of next action", "owner", "/ Date / Owner"."""
    for _ in range(_MOST_PARTS):
        place = text.skip(end, stop)
        joint = place < stop and (text.tokens[place] in _JOINTS or text.phrase(place, _JOINER, stop))
        glue = place
        while not joint and (after := text.phrase(glue, GLUE, stop)):
            glue = text.skip(after, stop)
        begin = text.skip(place + 1, stop) if joint else glue
        after = text.phrase(begin, LABEL, stop)
        if not after or (not joint and (text.date_after(after, stop) or (begin == end and not text.is_ideographic(begin)))):
            return end, kinds, short
        if not joint and not _can_follow(text, after, stop):
            return end, kinds, short
        kind = _kind(text, begin, after)
        if joint:
            if kind in kinds and kind != WHAT:
                return end, kinds, short
            kinds = [*kinds, kind] if kind not in kinds else kinds
        elif glue > place and kinds == [WHAT] and kind == WHAT:
            return end, kinds, short
        elif len(kinds) == 1 and (glue == place or kind != WHAT):
            # "action owner", "次のアクションの担当"; but "owner of next action"
            kinds = [kind] if kinds == [WHAT] else kinds
        end, short = after, short and not joint
    return end, kinds, short


def _can_follow(text: ActionText, place: int, stop: int) -> bool:
    """Return whether a word that can be a label is one in the middle of another: "Action by:", not "Action by Ana:"."""
    place = text.skip(place, stop)
    if place >= stop or text.tokens[place] in COLONS or text.tokens[place] in "=([（":
        return True
    return bool(text.tokens[place] in _JOINTS or text.phrase(place, LABEL | GLUE, stop))


def _qualified(text: ActionText, label: Label, stop: int, first: bool, bare: bool, marked: bool) -> Label | None:
    """Return a label with its qualifiers and its colon, or None if it has none."""
    end, who, date, short = label.end, label.who, label.date, label.short
    for _ in range(3):
        place = text.skip(end, stop)
        close = bracketed(text, place, stop)
        if close:
            slots = Slots(text, place, close, Setting.LABEL)
            slots.take(place + 1, close)
            handle = _handle(text, end, close) if close == place + 2 else None
            who, date, end = who or slots.who or handle, date or slots.date, close + 1
            continue
        inside = bracketed(text, label.start - 1, stop) if label.start and text.has(label.start - 1, OPENINGS) else 0
        if inside > end and who is None and (who := is_who(text, end, inside)):
            end = inside  # "[AI Ana] …"
            continue
        if number := numbered(text, place, stop):
            end = number
            continue
        if first and label.kinds == (WHAT,) and (number := number_at(text, place, stop)) and shows_task(text, number, stop):
            return label._replace(end=number, who=who, date=date)  # "Action 3 Ana: …"
        glue = text.phrase(place, GLUE | _DEADLINE, stop) if label.kinds == (WHAT,) else 0
        asked = 0 if glue or label.kinds != (WHAT,) else text.phrase(place, _SOURCE, stop)
        named = who_at(text, text.skip(glue or asked, stop), stop, lenient=True) if (glue or asked) and not who else None
        if named and asked and text.tokens[text.skip(named.end, stop - 1)] not in COLONS:
            named = None  # "Action required from the partner: …"
        dated = text.date_after(place, stop) if label.kinds == (WHAT,) and place > end else None
        if named:
            told = text.phrase(text.skip(named.end, stop), TO_DO, stop) > 0  # "Action on me to …", but "Next steps for us:"
            who, end = named if told or not named.writer else None, named.end
        elif dated:
            date, end = dated[0], dated[2]
        elif glue and bare and (colon := _colon(text, glue, stop)):
            end = colon
        elif (suffix := text.phrase(place, SUFFIX, stop)) and (bare or text.tokens[min(suffix, stop - 1)] in COLONS):
            end = suffix
        elif first and label.kinds == (WHAT,) and not label.short and (colon := last_colon(text, place, stop)):
            party = who_at(text, place, colon) if text.has(place, CAPITAL) and place > end else None
            who = party if party and party.known and text.skip(party.end, colon) == colon else who  # "Actions FM:"
            end, short = colon, not (glue or text.has(place, ORIGIN) or text.phrase(place, COPULA, stop) == colon)
        elif marked and text.has(place, ORIGIN) and stop - place < 12 and DIVIDING.isdisjoint(text.tokens[place:stop]):
            end = stop
        else:
            break
    place = text.skip(end, stop)
    copula = False
    if place >= stop:
        if not bare:
            return None
        after = place
    elif after := _closed(text, label, end, stop, first, who):
        pass
    elif label.kinds == (WHAT,) and (after := text.phrase(place, COPULA, stop)):
        copula = True
        brief = label.short or label.end == label.start + 1
        if brief and not text.phrase(text.skip(after, stop), GLUE, stop):
            return None  # "Action is needed", but "AI is for Ana to …"
    else:
        return None
    if copula and (glue := text.phrase(text.skip(after, stop), GLUE, stop)):
        after = glue  # "the next step is for Ana to …"
    due = label.kinds == (DATE_LABEL,) and bool(text.opens(label.start, end) & (_DEADLINE | WHAT))
    return Label(label.kinds, label.start, after, short, who, date, label.possessed, copula, due, over=label.over)


def _handle(text: ActionText, place: int, close: int) -> Who | None:
    """Return who is named without a capital in a bracket right after a label: "Action(ana): …"."""
    named = text.tokens[place] == "(" and not text.roles[place + 1] & ~_HANDLE
    return Who(place + 1, close, close, known=False) if named else None


def _closed(text: ActionText, label: Label, end: int, stop: int, first: bool, who: Who | None) -> int:
    """Return the place after the sign that closes a label whose words end at ``end``, or 0 if there is none."""
    place = text.skip(end, stop)
    token = text.tokens[place]
    if token in COLONS or token in "=→":
        return place + 1
    capitals, bold = text.has(label.start, UPPER), "*" in text.tokens[end:place]
    apart = token in DASHES and (place > end or token != "-") and place + 1 < stop and text.is_spacing(place + 1)
    if apart and (first or capitals) and (not label.who or label.who.known):
        return place + 1
    if label.kinds != (WHAT,):
        return 0
    if label.end < end and who and (to := text.phrase(place, TO_DO, stop)):
        return to  # "Action item (Ana) to …"
    callout = text.tokens[label.start - 2 : label.start] == ["[", "!"]  # "> [!todo] …"
    if token in _CLOSING and label.start and bracketed(text, label.start - 1 - callout, stop) == place:
        if (linked := after_link(text, place, stop)) > place + 1:
            return linked if shows_task(text, linked, stop) else 0  # "[Action items](https://…)"
        asked = text.phrase(text.skip(place + 1, stop), VERB, stop) or shows_task(text, place + 1, stop)
        return place + 1 if asked or callout or not label.short else 0  # "[Action] Ana to …"
    if not first or place == end:
        return 0
    if not (capitals or bold):
        who = who_at(text, place, stop) if text.has(label.start, CAPITAL) and not label.short else None
        if who and who.known:
            return place if _is_told(text, label, who, stop) else 0  # "Action FM: …"
        named = who and (is_person(text, who) or text.tokens[place] in HANDLE_SIGNS)
        return place if named and shows_task(text, place, stop) else 0  # "Action Ana: …"
    asked = capitals and not label.short and text.phrase(place, VERB, stop) > text.phrase(place, SUFFIX, stop)
    asked = asked or (end == label.start + 1 and text.has(label.start, _MARK) and _is_remark(text, place, stop))
    return place if (capitals and bold) or asked or shows_task(text, place, stop) else 0  # "ACTION @ana: …"


def _is_told(text: ActionText, label: Label, who: Who, stop: int) -> bool:
    """Return whether a party has a colon and a task after it, and its label is no verb: "Next steps FM: send the plan"."""
    colon = text.skip(who.end, stop)
    task = text.skip(colon + 1, stop)
    asked = text.has(who.start, CAPITAL) or text.phrase(task, VERB, stop) > 0
    told = task < stop and text.tokens[colon] in COLONS and asked and text.has(task, ALPHABETIC)
    party = text.phrase(who.start, ACTOR, stop) > 0  # but not "Action Committee: …"
    return told and party and not (text.has(task, _PAST) or text.phrase(label.start, VERB, stop))


def _is_remark(text: ActionText, place: int, stop: int) -> bool:
    """Return whether several words follow a label that needs no colon, and they are not the title of a list."""
    titled = not text.has(place, ALPHABETIC) or text.has(place, CAPITAL | ORIGIN | _DEADLINE | COPULA)
    return text.trimmed(place, stop)[1] > place + 1 and not (titled or text.phrase(place, GLUE | SUFFIX, stop))


def shows_task(text: ActionText, place: int, stop: int) -> bool:
    """Return whether somebody follows who is to do something."""
    place = text.skip(place, stop)
    who = who_at(text, place, stop)
    who = listed_at(text, who, stop) if who else None
    after = text.skip(who.end, stop) if who else stop
    if after >= stop:
        return False
    acts = text.tokens[after] in COLONS or text.tokens[after] in DASHES or text.phrase(after, TO_DO, stop)
    return bool(acts or text.tokens[place] in HANDLE_SIGNS)


def _colon(text: ActionText, place: int, stop: int) -> int:
    """Return the place of the colon that ends a heading, past its few words, or the end of the line."""
    for end in range(place, min(stop, place + 12)):
        if text.tokens[end] in COLONS:
            return end
        numeric = text.tokens[end] == "." and text.tokens[end - 1].isdigit()
        if text.tokens[end] in ".!?,;" and not numeric:
            return 0
    return stop if stop - place < 12 else 0


def last_colon(text: ActionText, place: int, stop: int) -> int:
    """Return the place of a colon with which a line ends after a few more words, or 0."""
    last = text.trimmed(place, stop, frozenset())[1] - 1
    if not place < last < place + 16 or text.tokens[last] not in COLONS:
        return 0
    while place < last:
        close = bracketed(text, place, last)
        if not close and text.tokens[place] in DIVIDING:
            return 0
        place = close or place + 1
        place += bool(close)
    return last
