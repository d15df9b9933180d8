"""Sentences, as far as rules need them: words in one belong together."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from .source import Span

#: A sentence ends here; `_is_end` decides about full stops.
_SENTENCE_END: Final = re.compile(r"[\r\n;。！？；.!?](?:(?<![.!?])|[.!?'\"”’»)\]*_]{0,8}+(?=\s|$))")
#: A clause ends here, or at the end of its sentence.
_CLAUSE_END: Final = re.compile(r"[,:()、，：（）–—-](?:(?<=[,:])(?!\d)|(?<=[()、，：（）])|(?<=\s[–—-])[–—-]*(?=\s))")
#: How far around an offset its sentence is searched for, in characters.
_SENTENCE_REACH: Final = 400


class Sentences:
    """The sentences of a text: their ends are looked for once, when one is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self.text) if _is_end(self.text, match)]

    def at(self, offset: int) -> Span:
        """Return the sentence around an offset, without whitespace around it, up to 400 characters on either side.

        A sentence ends at a full stop, a question or exclamation mark (of any script), a semicolon, and at the end of the
        line; not at the stop of "e.g.", "z. B." or "3.5".
        """
        text, ends = self.text, self._ends
        start, end = max(0, offset - _SENTENCE_REACH), min(len(text), offset + _SENTENCE_REACH)
        number = bisect_right(ends, offset)
        if number:
            start = max(start, ends[number - 1])
        if number < len(ends):
            end = min(end, ends[number])
        sentence = text[start:end]
        return Span(min(start + len(sentence) - len(sentence.lstrip()), offset), max(start + len(sentence.rstrip()), offset))

    def every(self) -> list[Span]:
        """Return all sentences that have letters or digits, without whitespace around them."""
        text, sentences = self.text, []
        for start, end in zip([0, *self._ends], [*self._ends, len(self.text)], strict=True):
            sentence = text[start:end]
            if any(map(str.isalnum, sentence)):
                sentences.append(Span(start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())))
        return sentences

    def clause(self, start: int, end: int) -> Span:
        """Return the clause around a span: the part of its sentence between commas, colons, brackets and dashes."""
        sentence = self.at(start)
        first, last = sentence.start, max(sentence.end, end)
        for match in _CLAUSE_END.finditer(self.text, first, last):
            if match.end() <= start:
                first = match.end()
            elif match.start() >= end:
                last = match.start()
                break
        return Span(first, last)


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence ends: not after a single letter, nor before a lower-case one."""
    if match[0] != ".":
        return True
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 8].lstrip()
    return not (before[-1:].isalpha() and not before[:-1].isalnum()) and not after[:1].islower()
