"""Labels anywhere in a line: at its start, after a sentence, in brackets, and as the hashtags of bots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .brackets import bracketed
from .labels import LABEL, OPENS, TO_DO, WHAT, Label, label_at, shows_task
from .lexicon import ALPHABETIC, CAPITAL, LABEL_SIGNS, OPENINGS, SPACING
from .name_words import GIVEN
from .numbers import after_speaker
from .parts import in_address
from .people import is_who, who_at
from .roles import COLONS, COPULA, DATE_LABEL, OWNER_LABEL, STATUS, VERB
from .text import ActionText, Who

#: The characters that can come right before a label inside a line.
_BEFORE: Final = frozenset("\r\n>.,;:!?|([{/。，；：、（【–—-!！？")


def labels_in(text: ActionText, start: int, end: int, *, opened: bool) -> Iterator[Label]:
    """Yield the labels of a line; ``opened`` if there is an action above to which dates and owners can belong."""
    roles = text.opens(start, end)
    if not roles & LABEL or not roles & (WHAT | LABEL_SIGNS):
        return
    start = after_speaker(text, start, end)
    label = _hashtag(text, start, end) or label_at(text, start, end, first=True)
    if label:
        yield label
    reached = label.end if label else start + 1
    opened = opened or label is not None
    signs = (place for place in range(end - 1, reached - 1, -1) if text.opened[place] & LABEL_SIGNS)
    last = end if roles & WHAT and roles & (COPULA | TO_DO) else next(signs, reached)
    for place in text.places(OPENS | OPENINGS, reached, last):
        if place < reached:
            continue
        if text.roles[place] & OPENINGS:
            close = bracketed(text, place, end) if opened else 0
            if found := _bracket_label(text, place, close, end):
                yield found
                reached = found.end
                continue
            labelled = text.phrase(place + 1, WHAT, close)
            labelled = labelled == close or (labelled and not COLONS.isdisjoint(text.tokens[place:close]))
            # an owner or date in brackets is a part of the task
            reached = reached if labelled else close + 1
        elif place not in text.dated:
            apart = _is_apart(text, place, start)
            if not apart and (apart is False or not opened or not _stands_out(text, place)):
                continue
            found = label_at(text, place, end, first=_starts_sentence(text, place, start))
            if found and (apart or found.kind != WHAT) and not in_address(text, place):
                yield found
                opened, reached = True, found.end


def _hashtag(text: ActionText, place: int, stop: int) -> Label | None:
    """Return the label that is a hashtag before somebody who is to do something: "#action ana to send it"."""
    end = text.phrase(place + 1, WHAT, stop) if text.tokens[place : place + 1] == ["#"] else 0
    if not end:
        return None
    name = text.skip(end, stop)
    after = next((at for at in range(name, stop) if text.tokens[at].isspace()), stop)
    to = text.phrase(text.skip(after, stop), TO_DO, stop)
    if not to and text.tokens[name : name + 1] and text.tokens[name] in text.handles and after == name + 1:
        asked = text.phrase(text.skip(after, stop), VERB, stop)
        return Label((WHAT,), place, after, who=Who(name, after, after, known=False)) if asked else None
    if not to or text.skip(to, stop) >= stop:
        return Label((WHAT,), place, end) if shows_task(text, end, stop) else None
    who = is_who(text, name, after)
    if who is None and text.roles[name] & ~GIVEN == ALPHABETIC:
        who = Who(name, after, after, known=False)  # "#action dan_m to send it"
    return Label((WHAT,), place, to, who=who) if who else None


def _bracket_label(text: ActionText, place: int, close: int, end: int) -> Label | None:
    """Return the label of a date, an owner or a state that is a bracket before its value: "[assignee] Ana [status] done"."""
    for kind in (DATE_LABEL, OWNER_LABEL, STATUS) if close else ():
        if text.phrase(place + 1, kind, close) == close and text.tokens[place] == "[":
            value = text.skip(close + 1, end)
            if value >= end:
                return None  # "[done]"
            known = who_at(text, value, end, lenient=True) if kind == OWNER_LABEL else text.date_after(value, end)
            return Label((kind,), place, close + 1, sure=True) if kind == STATUS or known else None
    return None


def _is_apart(text: ActionText, place: int, start: int) -> bool | None:
    """Return whether a label can start at a place: True after punctuation, None after a mere space."""
    tokens, opened, before = text.tokens, text.opened, place - 1
    wide = opened[before] & SPACING and len(tokens[before]) > 1
    while before > start and opened[before] & SPACING:
        before -= 1
    if tokens[before] in _BEFORE or wide or opened[before] & SPACING:
        return True
    return None if before < place - 1 or text.is_ideographic(place) else False


def _starts_sentence(text: ActionText, place: int, start: int) -> bool:
    while place > start and text.is_spacing(place - 1):
        place -= 1
    return place > start and text.tokens[place - 1] in ".!?[(>→"


def _stands_out(text: ActionText, place: int) -> bool:
    return text.has(place, CAPITAL) or not text.has(place, ALPHABETIC)
