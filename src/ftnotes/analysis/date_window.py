"""A stretch of a line, cut into tokens, in which dates are looked for; and what the forms of dates ask of it."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from .date_lexicon import BLANK, NUMBER, WORD, DateLexicon, DateToken
from .word_patterns import LETTERS

#: A digit or letter; compiled on first use, since few notes need it.
PLAIN: Final = rf"[0-9{LETTERS}]"


@frozen(eq=False, repr=False)
class DateWindow:
    """A stretch of a line with its tokens and their kinds."""

    #: The text with narrow digits, and as it was typed.
    text: str
    typed: str
    tokens: list[DateToken]
    kinds: str
    lexicon: DateLexicon

    def number(self, match: re.Match[str], name: str) -> int:
        """Return the number that a group of a form matched, or 0 if it matched none."""
        return int(self.tokens[match.start(name)].group()) if match[name] else 0

    def has_capital(self, match: re.Match[str]) -> bool:
        """Return whether the month is typed with a capital."""
        return self.tokens[match.start("m")].group()[0].isupper()

    def share_language(self, match: re.Match[str]) -> bool:
        """Return whether some language has both the month and the word of the group ``p``."""
        words = (self.lexicon.word(self.tokens[match.start(name)]) for name in "mp")
        return bool(frozenset.intersection(*(word.languages for word in words)))

    def roles_before(self, match: re.Match[str]) -> frozenset[str]:
        """Return the roles of the word before a date, past spaces, punctuation and bold."""
        place = match.start() - 1
        while place >= max(0, match.start() - 5) and (self.kinds[place] in " :.," or self.tokens[place].group() == "*"):
            place -= 1
        known = place >= 0 and not self.kinds[place].isascii()
        return self.lexicon.word(self.tokens[place]).roles if known else frozenset()

    def is_due(self, match: re.Match[str], sure: bool) -> bool:
        """Return whether the words around numbers show that they are a date; ``sure`` if they have one reading only."""
        after = self.kinds[match.end() : match.end() + 2]
        before = self.roles_before(match)
        word = after.lstrip(BLANK)[:1]
        if before & {"by_day", "weekdays"} or (word in self.lexicon.sets["after_day"] and word):
            return True
        return "on_day" in before and (sure or after[:1] != BLANK or after[1:] not in (WORD, NUMBER))
