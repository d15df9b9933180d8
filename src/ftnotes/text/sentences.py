"""Where sentences begin and end, as far as people and rules need it: what is said in one belongs together."""

from __future__ import annotations

import re
from typing import Final

from .source import Span

#: A sentence ends here; of full stops, `_is_end` tells which.
_SENTENCE_END: Final = re.compile(r"[\r\n;。！？；]|[.!?][.!?'\"”’»)\]*_]{0,8}+(?=\s|$)")
#: How far around an offset its sentence is looked for, in characters.
_SENTENCE_REACH: Final = 400


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around an offset, without the blanks around it.

    A sentence ends at a full stop, a question or exclamation mark (of any script), a semicolon, and where the line
    does; not at the stop of "e.g.", "z. B." or "3.5". Of a sentence that is longer, no more than 400 characters on
    either side are given.
    """
    start, end = max(0, offset - _SENTENCE_REACH), min(len(text), offset + _SENTENCE_REACH)
    for match in _SENTENCE_END.finditer(text, start, end):
        if not _is_end(text, match):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    stretch = text[start:end]
    return Span(min(start + len(stretch) - len(stretch.lstrip()), offset), max(start + len(stretch.rstrip()), offset))


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends: not behind a single letter, nor before a small one."""
    if match[0] != ".":
        return True
    before, behind = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 8].lstrip()
    return not (before[-1:].isalpha() and not before[:-1].isalnum()) and not behind[:1].islower()
