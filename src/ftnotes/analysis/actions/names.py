"""The names that a text uses, which tell "Dan to reply" from "Reason to reply".

A word is a name if it has a capital where other words have none, after a small word or a comma, or before another name;
and if it is nowhere without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from .lexicon import ALPHABETIC, CAPITAL, SPACING, role

#: Words that are no name, though they have a capital.
_NO_NAME: Final = role("not_actors", "thing", "pronouns", "writer", "what", "status", "fillers", "events", "next", "to", "done")
_GIVEN: Final = role("given_names")
_KINDS: Final = ALPHABETIC | CAPITAL | _NO_NAME
#: The signs around a handle.
_OPENING: Final = frozenset("(<[@")
_CLOSING: Final = frozenset(")>]")
_LISTED: Final = frozenset(",&/")
#: Signs inside of a sentence, with no capital after them.
_DIVIDING: Final = frozenset(",;(→")


@frozen(eq=False, repr=False, slots=False)
class UsedNames:
    """The words that a text uses as names, each set made when first asked for: most texts need neither."""

    tokens: Sequence[str]
    roles: Sequence[int]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that are names as the text uses them."""
        tokens, every = self.tokens, self.roles
        capitals = [place for place, roles in enumerate(every) if roles & _KINDS == ALPHABETIC | CAPITAL]
        typed = set(tokens)
        return frozenset(
            token
            for place in capitals
            if len(token := tokens[place]) > 1 and token.lower() not in typed and _stands_out(tokens, every, place)
        )

    @cached_property
    def handles(self) -> frozenset[str]:
        """The words in small letters that are alone in brackets, or with the number of their messages: "nina (12)"."""
        tokens = self.tokens
        found: set[str] = set()
        for place in range(1, len(tokens) - 1):
            if self.roles[place] & ~_GIVEN != ALPHABETIC or tokens[place] in found:
                continue
            timed = tokens[place + 1 : place + 3] == [",", " "] and "".join(tokens[place + 3 : place + 4]).isdigit()
            alone = tokens[place - 1] in _OPENING and (timed or tokens[place + 1] in _CLOSING)
            if alone or (tokens[place + 1 : place + 3] == [" ", "("] and "".join(tokens[place + 3 : place + 5])[:-1].isdigit()):
                found.add(tokens[place])
        return frozenset(found)


def _beside(tokens: Sequence[str], roles: Sequence[int], places: Iterable[int]) -> int:
    """Return the first of some places that is not spacing, or -1 if the line ends before."""
    for place in places:
        if "\n" in tokens[place] or "\r" in tokens[place]:
            return -1
        if not roles[place] & SPACING:
            return place
    return -1


def _stands_out(tokens: Sequence[str], roles: Sequence[int], place: int) -> bool:
    """Return whether a capital is due to the word, and not to its place: "with Dan", "Dan, Kim", "Dan B.", "Dan Ray"."""
    above = _beside(tokens, roles, range(place - 1, -1, -1))
    before = roles[above] if above >= 0 else 0
    if (before & ALPHABETIC and not before & CAPITAL) or (above >= 0 and tokens[above] in _DIVIDING):
        return True
    after = _beside(tokens, roles, range(place + 1, len(tokens)))
    if after >= 0 and tokens[after] in _LISTED:
        after = _beside(tokens, roles, range(after + 1, len(tokens)))
    behind = roles[after] if after >= 0 else 0
    return bool(behind & CAPITAL) and not behind & _NO_NAME
