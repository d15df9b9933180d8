"""The names that a text uses, which tell "Dan to reply" from "Reason to reply".

A word is a name if it has a capital where other words have none, after a small word or a comma, or before another name;
and if it is nowhere without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .lexicon import ALPHABETIC, CAPITAL, SPACING, Word, role

#: Words that are no name, though they have a capital.
_NO_NAME: Final = role("not_actors", "thing", "pronouns", "writer", "what", "status", "fillers", "events", "next", "to", "done")
_GIVEN: Final = role("given_names")
#: The signs around a handle.
_OPENING: Final = frozenset("(<[@")
_CLOSING: Final = frozenset(")>]")
_LISTED: Final = frozenset(",&/")
#: Signs inside of a sentence, with no capital after them.
_DIVIDING: Final = frozenset(",;(→")


def names_of(tokens: Sequence[str], words: Sequence[Word]) -> frozenset[str]:
    """Return the words that are names as the text uses them."""
    small: set[str] = set()
    found: set[str] = set()
    for place, *around in _words(tokens, words):
        roles = words[place].roles
        if not roles & CAPITAL:
            small.add(tokens[place])
        elif len(tokens[place]) > 1 and not roles & _NO_NAME and _stands_out(tokens, words, *around):
            found.add(tokens[place])
    return frozenset(name for name in found if name.lower() not in small)


def handles_of(tokens: Sequence[str], words: Sequence[Word]) -> frozenset[str]:
    """Return the words in small letters that are alone in brackets, or with the number of their messages: "nina (12)"."""
    found: set[str] = set()
    for place in range(1, len(tokens) - 1):
        if words[place].roles & ~_GIVEN != ALPHABETIC or tokens[place] in found:
            continue
        timed = tokens[place + 1 : place + 3] == [",", " "] and "".join(tokens[place + 3 : place + 4]).isdigit()
        alone = tokens[place - 1] in _OPENING and (timed or tokens[place + 1] in _CLOSING)
        if alone or (tokens[place + 1 : place + 3] == [" ", "("] and "".join(tokens[place + 3 : place + 5])[:-1].isdigit()):
            found.add(tokens[place])
    return frozenset(found)


def _words(tokens: Sequence[str], words: Sequence[Word]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the places of words of an alphabet, each with those before it and after it in its line, or -1."""
    above = here = after = -1
    for place in range(len(tokens) + 2):
        ended = place >= len(tokens) or "\n" in tokens[place] or "\r" in tokens[place]
        if not ended and words[place].roles & SPACING:
            continue
        further = -1 if ended else place
        if here >= 0 and words[here].roles & ALPHABETIC:
            yield here, above, after, further
        above, here, after = here, after, further


def _stands_out(tokens: Sequence[str], words: Sequence[Word], above: int, after: int, further: int) -> bool:
    """Return whether a capital is due to the word, and not to its place: "with Dan", "Dan, Kim", "Dan B.", "Dan Ray"."""
    before = words[above].roles if above >= 0 else 0
    if (before & ALPHABETIC and not before & CAPITAL) or (above >= 0 and tokens[above] in _DIVIDING):
        return True
    if after < 0:
        return False
    if tokens[after] in _LISTED:
        after = further
    roles = words[after].roles if after >= 0 else 0
    return bool(roles & CAPITAL) and not roles & _NO_NAME
