"""Labels without their colon, which make a line text: "- Status Fully Engaged"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.choice_reading import read_choice
from ..playbook.template_words import TemplateWords
from ..syntax.parser import tokenize_line
from ..text.source import MARGIN, WHITESPACE, Span

#: The bullet of a line, and one of its words with the punctuation after it.
_BULLET: Final = re.compile(rf"[{MARGIN}]*+(?>(?:[-*+•–—·][{WHITESPACE}]++|[0-9]{{1,3}}[.)][{WHITESPACE}]++)?)")
_WORD: Final = re.compile(rf"[^{WHITESPACE}\r\n]++")
#: The end of a label: no punctuation, and no small word such as "is".
_ENDING: Final = re.compile(r"(?:[^\W\d_]{3}|[\u2e80-\uffdc])[)*_]*+$")
#: The most words of a label, and the longest line that is looked at.
_WORDS: Final = 14
_LONGEST: Final = 1000


class BareLabel(NamedTuple):
    """A label without its colon."""

    #: The key of its bullet.
    key: str
    #: Where it is in the line.
    start: int
    end: int

    def within(self, line: Span) -> Span:
        """Return its span in the text that has the line at this place."""
        return Span(line.start + self.start, line.start + self.end)


@lru_cache(maxsize=256)  # people type the same labels in many notes
def bare_label(template: TemplateWords, line: str) -> BareLabel | None:
    """Return the label that a line begins with, if text follows it without a colon; None for a line of another kind.

    One word is a label only before a choice of its bullet or a capital: "Status green" can be a sentence.
    """
    line = line[:_LONGEST]
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    words = list(_WORD.finditer(line, start))
    if template.vocabulary.label(line[start:]) is not None:
        return None  # no text follows
    for number in range(min(len(words) - 1, _WORDS), 0, -1):
        label, rest = line[start : words[number - 1].end()], line[words[number].start() :]
        if _ENDING.search(label) is None:
            continue
        token = tokenize_line(f"- {label}: x", template)
        if token.type not in ("FIELD", "WEAK") or (token.parts[1] or "").strip("*_ ") != label.strip("*_ "):
            continue
        key = token.parts[0]
        choice = read_choice(template, key, rest)
        if number > 1 or (choice and not choice.start) or not rest[0].islower():
            return BareLabel(key, start, words[number - 1].end())
    return None
