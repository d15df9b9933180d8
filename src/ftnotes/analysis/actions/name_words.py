"""Words that can be names, or parts of one."""

from __future__ import annotations

from typing import Final

from .lexicon import ALPHABETIC, CAPITAL, UPPER, role
from .roles import AND, TO, WILL
from .text import ActionText, Who

GIVEN, _ORIGIN = role("given_names"), role("origins")
#: Words that are no name, though they have a capital; and those that are none at the start of a plain sentence.
NEVER_NAMES: Final = role(
    "not_actors", "thing", "pronouns", "writer", "nobody", "unknown", "what", "status", "fillers", "articles", "glue", "to",
    "must", "copulas", "events", "next", "before_date", "never", "no_action", "conditions",
)  # fmt: skip
_VERB: Final = role("verbs")
_ACTING: Final = role(
    "verbs", "does", "doing", "not_name_endings", "past_endings", "past", "wishes", "will", "done", "scheduled"
)
#: Words that are somebody's initials if they are in capitals: "AB to call Ana".
_SMALL: Final = role("articles", "glue", "to", "before_date", "fillers", "copulas", "writer")
_INITIALS: Final = _SMALL | role("not_actors")
_MOST_INITIALS: Final = 3


def is_name(text: ActionText, place: int, *, strict: bool) -> bool:
    """Return whether a word can be a name; ``strict`` for the first word of a plain sentence: "Ahmed", "Will to call"."""
    if place >= len(text.words) or place in text.dated:
        return False
    roles = text.roles[place]
    if not roles & CAPITAL or not roles & ALPHABETIC:
        return not strict and roles == ALPHABETIC | GIVEN
    if len(text.tokens[place]) < 2:
        return text.tokens[place + 1 : place + 2] in (["'"], ["’"]) and text.has(place + 2, CAPITAL)  # O'Neil
    if roles & NEVER_NAMES and not (roles & UPPER and are_initials(text, place) and _is_small(text, place)):
        return False
    named = (roles & GIVEN and not roles & _VERB) or (
        roles & WILL and text.has(text.skip(place + 1, len(text.words)), TO | AND)
    )
    return not (strict and ((roles & _ACTING and not named) or (roles & UPPER and len(text.tokens[place]) > 3)))


def _is_small(text: ActionText, place: int) -> bool:
    """Return whether a word has no other sense than a small word, or somebody of these initials will do something."""
    roles, after = text.roles[place] & NEVER_NAMES, text.skip(place + 1, len(text.words))
    ended = after >= len(text.words) or not text.has(after, ALPHABETIC) or "\n" in text.tokens[after - 1]
    acts = len(text.tokens[place]) == 2 and text.has(place, _SMALL | _ORIGIN) and (ended or text.has(after, TO | WILL))
    return not roles & ~_SMALL or (acts and not roles & ~_INITIALS)


def are_initials(text: ActionText, place: int) -> bool:
    """Return whether two or three capitals are those of somebody, and not a small word of a text in capitals."""
    after = text.skip(place + 1, len(text.words))
    return len(text.tokens[place]) <= _MOST_INITIALS and not text.has(after, UPPER)


def is_initial(text: ActionText, place: int, stop: int) -> bool:
    """Return whether a letter after a given name is the first one of another name: "Ana B"."""
    if len(text.tokens[place]) > 1 or not text.has(place, CAPITAL) or not text.has(place - 2, GIVEN):
        return False
    return place + 1 >= stop or text.tokens[place + 1] in " ,;:/)"


def after_name(text: ActionText, place: int, stop: int) -> int:
    """Return the place after a name of words joined by hyphens or apostrophes: "Jean-Luc", "O'Neil"."""
    place += 1
    while place + 1 < stop and text.tokens[place] in "-'’" and text.has(place + 1, CAPITAL):
        place += 2
    return place


def is_person(text: ActionText, who: Who) -> bool:
    """Return whether somebody is named, though the word is a verb, too."""
    return who.words > 1 or text.has(who.start, GIVEN) or text.tokens[who.start] in text.names
