"""Choices of a field that a text mentions, in the words of any language."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from ..text.words import fold
from .playbook import Playbook

#: Choices are looked for in the first characters of a value, up to this number.
READ: Final = 200


class ChoiceMention(NamedTuple):
    """A choice that a value mentions as separate words."""

    #: The key of the choice.
    choice: str
    #: The bounds of the mention in the value, in code points.
    start: int
    end: int


@lru_cache(maxsize=64)  # several rules ask about the same field in quick succession
def choice_mentions(playbook: Playbook, key: str, value: str) -> tuple[ChoiceMention, ...]:
    """Return the choices of the field ``key`` that a value mentions, in any language, in the order of the text."""
    value = value[:READ]
    folds = [_fold_character(char) for char in value]
    folded = "".join(folds)
    origins = [index for index, letters in enumerate(folds) for _ in letters]
    mentions: list[ChoiceMention] = []
    for wording, choice in folded_choices(playbook, key):
        at = folded.find(wording)
        while at >= 0:
            start, end = origins[at], origins[at + len(wording) - 1] + 1
            is_word = not (_joined(value[start - 1 : start], value[start]) or _joined(value[end - 1], value[end : end + 1]))
            if is_word and not any(start < other.end and other.start < end for other in mentions):
                mentions.append(ChoiceMention(choice, start, end))
            at = folded.find(wording, at + len(wording))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


_fold_character: Final = lru_cache(maxsize=1024)(fold)


def _joined(before: str, after: str) -> bool:
    """Return whether two characters belong to one word; scripts without spaces between words never join."""
    return before.isalnum() and after.isalnum() and not (_is_unspaced(before) and _is_unspaced(after))


def _is_unspaced(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff"


@lru_cache(maxsize=64)
def folded_choices(playbook: Playbook, key: str) -> tuple[tuple[str, str], ...]:
    """Return all wordings of a field's choices, folded, each with the key of its choice; the longest first."""
    choices: dict[str, str] = {}
    for language in playbook.languages:
        for choice, wordings in language.choices.get(key, {}).items():
            for wording in wordings:
                choices.setdefault(fold(wording), choice)
    return tuple(sorted(choices.items(), key=lambda entry: -len(entry[0])))
