"""Titles of the parts of a list of actions: whose they are, and that they are done."""

from __future__ import annotations

import re
from typing import Final

from .headings import colon_of, is_bold
from .lexicon import CAPITAL
from .lines import ActionLine
from .name_words import GIVEN, is_name
from .open_lists import OpenList
from .people import is_who, who_at
from .roles import COLONS, TO, WILL
from .states import says_done
from .text import ActionText

#: The longest title of some of the items of a list, in words and spaces.
_LONGEST_TITLE: Final = 5
#: A heading with its level, as `lines` reads it.
_HEADING: Final = re.compile(r"(?m)^(?:(#{1,6})|h([1-6])\.)[ \t]++(.*)$")


def open_part(text: ActionText, line: ActionLine, listing: OpenList) -> None:
    """Open the part of a list of actions below a heading of a lower level, which can be that of its owner."""
    if listing.by_owner is None:
        listing.by_owner = _names_owners(text, line, listing)
    listing.who = is_who(text, line.start, line.end) if listing.by_owner else None
    listing.indent, listing.count, listing.parted = None, 0, listing.who is None
    listing.done = says_done(text, line.start, line.end)


def _names_owners(text: ActionText, line: ActionLine, listing: OpenList) -> bool:
    """Return whether one of the headings below that of a list surely names somebody, so that the others do, too."""
    for heading in _HEADING.finditer(text.text, text.offsets[line.begin]):
        signs, level, _ = heading.groups()
        if (len(signs) if signs else int(level)) <= listing.level:
            return False
        who = is_who(text, text.place(heading.start(3)), text.place(heading.end(3)))
        if who and (who.known or text.has(who.start, GIVEN) or (who.words == 1 and text.tokens[who.start] in text.names)):
            return True
    return False


def is_title(text: ActionText, line: ActionLine, listing: OpenList) -> bool:
    """Return whether a line says what the list is about, or who owns the items below, between blank lines."""
    marked = is_bold(text, line) or colon_of(text, line) > 0
    placed = line.apart or not listing.count or listing.titled == 1 + marked
    titled = placed and (marked or line.end - line.start <= _LONGEST_TITLE)
    who = is_who(text, line.start, line.end) if titled else None
    known = (who is not None or marked) and listing.titled == 1 + marked
    if not known and (listing.count or not (titled or listing.level)):
        return False
    listing.titled = listing.titled or (titled and not listing.count) * (1 + marked)
    listing.who, listing.indent, listing.count, listing.bulleted = who, None, 0, True
    listing.done = says_done(text, line.start, line.end)
    return True


def names_owner(text: ActionText, line: ActionLine, listing: OpenList) -> bool:
    """Read a line that only names the owner of the items below."""
    last = text.trimmed(line.start, line.end, frozenset())[1]
    alone = line.bulleted and listing.bulleted and not (line.box or listing.doubtful) and is_name(text, line.start, strict=True)
    level = line.indent if listing.indent is None else listing.indent
    if alone and line.indent == level and (who := who_at(text, line.start, last)) and who.stop == who.end == last:
        listing.who, listing.named_at, listing.indent, listing.count = who, line.indent, None, 0
        listing.introduced = False
        return True
    colon = last - 1
    if colon <= line.start or text.tokens[colon] not in COLONS:
        return False
    end = text.trimmed(line.start, colon)[1]
    if end > line.start and text.has(end - 1, TO | WILL) and not text.has(end - 1, CAPITAL):
        end -= 1  # "Ana to:"
    who = is_who(text, line.start, end)
    if who is None:
        return False
    listing.who, listing.indent, listing.count, listing.bulleted = who, None, 0, True
    listing.named_at, listing.introduced = line.indent if line.bulleted else None, True
    return True
