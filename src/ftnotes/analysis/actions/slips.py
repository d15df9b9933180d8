"""Labels of actions, dates and owners with a typing mistake: "Next actoin:", "Onwer:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ...playbook.playbook import Playbook
from ...playbook.slips import SlipIndex
from ..remembered import Remembered
from .lexicon import ALPHABETIC, CAPITAL, UPPER, Word, role

_KINDS: Final = {name: role(name) for name in ("what", "date", "owner")}
#: The roles of words that the playbook does not know.
_UNKNOWN: Final = ALPHABETIC | CAPITAL | UPPER
#: The fewest letters of a label of one word that can be misspelled; in one of several words, those of a word.
_SINGLE: Final = {"what": 6, "date": 6, "owner": 5}
_LONG: Final = 4
#: The longest label, in words and spaces.
_LONGEST: Final = 5


@lru_cache(maxsize=16)
def _kinds(playbook: Playbook) -> Remembered[int]:
    """Return the kind of label that a text is but for one slip, or 0."""
    labels = {
        label: kind
        for words in playbook.words
        for name, kind in _KINDS.items()
        for label in getattr(words.actions, name)
        if label not in words.actions.short and (" " in label or len(label) >= _SINGLE[name])
    }
    slips = SlipIndex(labels.items(), {word for words in playbook.words for word in words.actions.glue}, _LONG)
    return Remembered(lambda text: next(slips.find(text), 0) if slips.can_open(text) else 0)


def misspelled_labels(tokens: Sequence[str], words: Sequence[Word], playbook: Playbook) -> Iterator[tuple[int, int, int]]:
    """Yield the misspelled labels that start a line or a sentence and have a colon, as two places and their kind."""
    for colon in [place for place, token in enumerate(tokens) if token == ":"]:
        start, known = colon, True
        while start and colon - start <= _LONGEST and (words[start - 1].roles & ALPHABETIC or tokens[start - 1] == " "):
            start -= 1
            known = known and (tokens[start] == " " or words[start].roles & ~_UNKNOWN > 0)
        start += tokens[start] == " "
        if not known and colon - start <= _LONGEST and (kind := _kinds(playbook)["".join(tokens[start:colon])]):
            yield start, colon, kind
