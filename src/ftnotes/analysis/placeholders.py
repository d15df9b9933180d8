"""Placeholders in prose: what people leave in place of an answer, such as "TBD", "..." or "[insert description]".

The words are data of the playbook (``[languages.CODE.placeholders]``), and those of all languages count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.playbook import Playbook
from ..playbook.word_lists import PlaceholderWords
from ..text.source import Span
from ..text.words import fold

#: A value of punctuation alone that stands for an answer. A dash is not one: it can mean "none".
_PUNCTUATION: Final = re.compile(r"[<\[({]?[?？.…・。_\s]++[>\])}]?")
#: Words in brackets, but not those of a link; a comparison or a tag of HTML has no slot in it.
_BRACKETED: Final = re.compile(r"[<\[{＜［｛【](?P<words>[^<>\[\]{}＜＞［］｛｝【】\r\n]{1,40}+)[>\]}＞］｝】](?!\()")
#: A row of the letter that stands for any other.
_CROSSES: Final = re.compile(r"[xX](?<![\w-].)[xX]{2,7}+(?![\w-])")
#: What most texts lack: the start of words in brackets, or of such a row.
_STARTS: Final = re.compile(r"[<\[{＜［｛【xX](?:(?<=[^xX])|[xX]{2})")
_SQUARE: Final = "[［【"


class _Folded(NamedTuple):
    """The placeholders of a playbook, folded."""

    undecided: frozenset[str]
    fill_in: frozenset[str]
    #: Those of scripts without spaces between words.
    unspaced_fill_in: tuple[str, ...]
    slots: frozenset[str]
    not_discussed: frozenset[str]
    #: The length of the longest value that is one.
    longest: int


@lru_cache(maxsize=16)
def _folded(playbook: Playbook) -> _Folded:
    lists = [words.placeholders for words in playbook.words]

    def all_of(name: str) -> list[str]:
        return [word for words in lists for word in getattr(words, name)]

    undecided, fill_in, slots, not_discussed = (frozenset(map(fold, all_of(name))) for name in PlaceholderWords._fields)
    longest = max(map(len, (*all_of("undecided"), *all_of("not_discussed"))), default=0)
    unspaced = tuple(word for word in fill_in if not word.isascii())
    return _Folded(undecided, fill_in, unspaced, slots, not_discussed, 2 * longest)


def find_placeholders(text: str, playbook: Playbook) -> Iterator[Span]:
    """Yield the placeholders in a text: the whole text without the whitespace around it, or words in it.

    Source: the guidance page, section "Template for Note Entries".
    """
    words = _folded(playbook)
    content = text.strip()
    if not content:
        return
    if len(content) <= words.longest:
        folded = fold(content)
        if folded in words.undecided or (not folded and _PUNCTUATION.fullmatch(content)):
            start = len(text) - len(text.lstrip())
            yield Span(start, start + len(content))
            return
    if _STARTS.search(text) is None:
        return
    places = [match.span() for match in _BRACKETED.finditer(text) if _is_slot(match, words, match.group() == content)]
    places += [match.span() for match in _CROSSES.finditer(text)]
    for place in sorted(places):
        yield Span(*place)


def _is_slot(match: re.Match[str], words: _Folded, is_all: bool) -> bool:
    """Return whether words in brackets, which can be all of a text, ask to be filled in."""
    parts = match["words"].split()
    if not parts:
        return False
    folded = fold(match["words"])
    if any(fold(part) in words.fill_in for part in (parts[0], parts[-1], " ".join(parts[:2]))):
        return True
    if folded.startswith(words.unspaced_fill_in) or folded.endswith(words.unspaced_fill_in):
        return True
    is_word = len(parts) == 1 and folded.isascii() and not is_all  # "[Partner]" can be a remark
    return folded in words.slots and not (is_word and match.group()[0] in _SQUARE)


def is_not_discussed(text: str, playbook: Playbook) -> bool:
    """Return whether an update says only that its workload is not being discussed."""
    words = _folded(playbook)
    return len(text) <= words.longest and fold(text) in words.not_discussed
