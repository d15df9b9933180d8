"""Choices of a field that a text mentions, in the words of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from ..text.suggest import is_one_edit
from ..text.words import UMLAUTS, fold
from .template_words import TemplateWords

#: Choices are looked for in the first characters of a value, up to this number.
READ: Final = 200

#: The number of letters from which a word of a choice can have a slip: beside others, and alone.
_ENOUGH: Final = 5
_ENOUGH_ALONE: Final = 7

#: A word, an apostrophe within it included; left to the cache of `re`, since few values need it.
WORD: Final = r"[^\W_]+(?:['’][^\W_]+)*"


class ChoiceMention(NamedTuple):
    """A choice that a value mentions as separate words."""

    #: The key of the choice.
    choice: str
    #: The bounds of the mention in the value, in code points.
    start: int
    end: int


class ChoiceWording(NamedTuple):
    """The words of a choice in one language."""

    #: The folds of its words, and of all of them.
    words: tuple[str, ...]
    folded: str
    #: The key of the choice.
    choice: str
    #: Whether it is an everyday wording, which means the choice only where no other words follow: "Partial".
    everyday: bool
    #: Whether a single letter of its words can be wrong.
    slips: tuple[bool, ...]


@lru_cache(maxsize=64)  # several rules ask about the same field in quick succession
def choice_mentions(template: TemplateWords, key: str, value: str) -> tuple[ChoiceMention, ...]:
    """Return the choices of the field ``key`` that a value mentions, in any language, in the order of the text.

    An everyday wording counts if no words follow it. A word of five or more letters can have one wrong letter, but not its
    first; a single word has one only if no words follow it.
    """
    value = value[:READ]
    mentions: list[ChoiceMention] = []
    for mention in (*_exact_mentions(template, key, value), *_slips(template, key, value)):
        if not any(mention.start < other.end and other.start < mention.end for other in mentions):
            mentions.append(mention)
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _exact_mentions(template: TemplateWords, key: str, value: str) -> Iterator[ChoiceMention]:
    folds = [_fold_character(char) for char in value]
    folded = "".join(folds)
    origins = [index for index, letters in enumerate(folds) for _ in letters]
    for wording in choice_wordings(template, key):
        at = folded.find(wording.folded)
        while at >= 0:
            start, end = origins[at], origins[at + len(wording.folded) - 1] + 1
            is_word = not (_joined(value[start - 1 : start], value[start]) or _joined(value[end - 1], value[end : end + 1]))
            if is_word and (not wording.everyday or _is_last(value, end)):
                yield ChoiceMention(wording.choice, start, end)
            at = folded.find(wording.folded, at + len(wording.folded))


def _slips(template: TemplateWords, key: str, value: str) -> Iterator[ChoiceMention]:
    """Yield the mentions with slips, also those without."""
    found = list(re.finditer(WORD, value))
    words = [fold(match.group()) for match in found]
    separate = [value[one.end() : other.start()].strip(" -\t\n\u00a0") != "" for one, other in pairwise(found)]
    known = _by_initial(template, key)
    matches: list[tuple[int, int, ChoiceWording]] = []
    for at, word in enumerate(words):
        for rank, wording in known.get(word[:1], ()):
            count = len(wording.words)
            is_whole = at + count <= len(words) and not any(separate[at : at + count - 1])
            if is_whole and all(map(_is_slip, words[at : at + count], wording.words, wording.slips)):
                matches.append((rank, at, wording))
    for _, at, wording in sorted(matches):
        end = found[at + len(wording.words) - 1].end()
        if not (wording.everyday or len(wording.words) == 1) or _is_last(value, end):
            yield ChoiceMention(wording.choice, found[at].start(), end)


@lru_cache(maxsize=64)
def _by_initial(template: TemplateWords, key: str) -> dict[str, list[tuple[int, ChoiceWording]]]:
    """Return the wordings of a field's choices with their rank, by their first letter, which is never a slip."""
    known: dict[str, list[tuple[int, ChoiceWording]]] = {}
    for rank, wording in enumerate(choice_wordings(template, key)):
        known.setdefault(wording.folded[:1], []).append((rank, wording))
    return known


def _is_slip(typed: str, word: str, allowed: bool) -> bool:
    return typed == word or (allowed and typed[:1] == word[0] and is_one_edit(typed, word))


def _is_last(value: str, end: int) -> bool:
    """Return whether no word follows in the same clause."""
    rest = value[end:].lstrip(" \t\u3000\u00a0*_")
    return not rest[:1].isalnum()


_fold_character: Final = lru_cache(maxsize=1024)(fold)


def _joined(before: str, after: str) -> bool:
    """Return whether two characters belong to one word; scripts without spaces between words never join."""
    return before.isalnum() and after.isalnum() and not (is_unspaced(before) and is_unspaced(after))


def is_unspaced(char: str) -> bool:
    """Return whether a character belongs to a script without spaces between words."""
    return "\u3040" <= char <= "\u9fff"


@lru_cache(maxsize=64)
def choice_wordings(template: TemplateWords, key: str) -> tuple[ChoiceWording, ...]:
    """Return all wordings of a field's choices, the longest first, published ones before everyday ones."""
    negations = {fold(entry) for words in template.playbook.words for entry in words.evidence.get("negations", ())}
    wordings: dict[str, ChoiceWording] = {}
    for everyday in (False, True):
        for local in template.local.values():
            choices = (local.everyday_choices if everyday else local.choices).get(key, {})
            for choice, texts in choices.items():
                for text in (*texts, *(umlauts.translate(UMLAUTS) for umlauts in texts)):
                    words = tuple(fold(word) for word in re.findall(WORD, text))
                    # A slip must not take a negation away, or make one.
                    enough = _ENOUGH if len(words) > 1 else _ENOUGH_ALONE
                    slips = tuple(
                        len(word) >= enough and word not in negations and not any(map(is_unspaced, word)) for word in words
                    )
                    wordings.setdefault(fold(text), ChoiceWording(words, fold(text), choice, everyday, slips))
    return tuple(sorted(wordings.values(), key=lambda wording: -len(wording.folded)))


@lru_cache(maxsize=64)
def folded_choices(template: TemplateWords, key: str) -> tuple[tuple[str, str], ...]:
    """Return the published wordings of a field's choices, folded, each with the key of its choice; the longest first."""
    return tuple((wording.folded, wording.choice) for wording in choice_wordings(template, key) if not wording.everyday)


def spaces(match: re.Match[str]) -> str:
    """Return spaces in place of a match, its line ends kept."""
    return re.sub(r"[^\n]", " ", match.group())
