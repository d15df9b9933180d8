"""The labels that the template doesn't have: everyday ones, labels that are one slip away, and the writer's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.playbook import Playbook
from ..playbook.template_vocabulary import Label
from ..playbook.template_words import TemplateWords
from ..text.patterns import has_label_end
from ..text.source import WHITESPACE
from ..text.words import FIRST_WORD, fold
from .line_parts import DECORATION, LONGEST_HEAD

#: The most words of a label of the writer's own.
_LABEL_WORDS: Final = 5
#: The most words of a label that goes on beyond an everyday one.
_MORE_WORDS: Final = 14
#: What is between a label and its translation, and the most words of that.
_OR, _MOST_OTHER = " / ", 2
#: How many labels make the head of a table, and how many of its cells are looked at.
_HEAD_CELLS, _MOST_CELLS = 3, 20
#: What is between two cells of a row.
_CELL_END: Final = re.compile(r"[|\t]")
#: Punctuation inside sentences, which no label contains.
SENTENCE: Final = re.compile(r"[.!?,;。！？，；、]")


class InnerLabels:
    """The labels that a template's writers type, looked up without their separators."""

    def __init__(self, template: TemplateWords) -> None:
        self.vocabulary = template.vocabulary
        self.everyday = template.everyday
        self._label_words = label_words(template)
        # Cached, since notes are typed alike.
        self.find = lru_cache(maxsize=4096)(self._find)
        self.everyday_label = lru_cache(maxsize=4096)(self.everyday.label)

    def _find(self, head: str, firm: bool) -> tuple[str, str] | None:
        """Return the kind and key of a label before a separator; before a dash (not ``firm``) only one that is published."""
        if has_label_end(head) or "\n" in head or "\r" in head:
            return None
        known = self.vocabulary.label(head)
        if known:
            return ("WEAK" if known.short else "FIELD"), known.key
        everyday = self.everyday_label(head) or self._long_label(head)
        if everyday and (firm or len(head.split()) > 1):
            return "WEAK", everyday.key
        slip = self.everyday.slip(head)
        if slip:
            return "FIELD", slip.key
        near = self.everyday.everyday_slip(head) if firm else None
        if near:
            return "WEAK", near.key
        key = self._twofold(head) if firm and _OR in head else None
        return ("WEAK", key) if key else None

    def _twofold(self, head: str) -> str | None:
        """Return the key of a label beside its translation, ``Customer / Klient``: a word or two without another meaning."""
        parts = head.split(_OR)
        known = [self.everyday_label(part) or self.vocabulary.label(part) for part in parts]
        others = [part for part, label in zip(parts, known, strict=True) if label is None]
        keys = {label.key for label in known if label}
        if len(keys) != 1 or any(self.everyday.is_own_label(part) or len(part.split()) > _MOST_OTHER for part in others):
            return None
        return keys.pop()

    def _long_label(self, head: str) -> Label | None:
        """Return the field for an everyday label with more words of the published one after or before it.

        "Relationship w/ cust" goes on; before "Cust/partner/AT relationship" a short word counts only in capitals.
        """
        words = [match.span() for match in FIRST_WORD.finditer(head)]
        most = min(len(words), _MORE_WORDS)
        for count in range(most - 1, 0, -1):
            text = head[: words[count - 1][1]]
            known = self.everyday_label(text) or self.vocabulary.label(text)
            if known:
                more = (fold(head[start:end]) for start, end in words[count:])
                if all(_is_small(word) or word in self._label_words[known.key] for word in more):
                    return known
                break
        for count in range(1, most):
            known = self.everyday_label(head[words[count][0] :])
            if known:
                before = (head[start:end] for start, end in words[:count])
                mine = self._label_words[known.key]
                return known if all(fold(word) in mine or (len(word) < 3 and word.isupper()) for word in before) else None
        return None

    def is_head(self, content: str) -> bool:
        """Return whether a line is the head of a table, with labels side by side: their values are in the rows below."""
        cells = [cell.strip(WHITESPACE + DECORATION) for cell in _CELL_END.split(content, _MOST_CELLS)]
        if len(cells) < _HEAD_CELLS:
            return False
        labels = {label[1] for cell in cells if 0 < len(cell) < LONGEST_HEAD and (label := self.find(cell, True))}
        return len(labels) >= _HEAD_CELLS

    def is_own(self, text: str) -> bool:
        """Return whether a text before a separator can be a label of the writer's own: a few words of no sentence."""
        words = text.split()
        return (
            0 < len(words) <= _LABEL_WORDS
            and text[0].isalpha()
            and (not text[0].islower() or self.everyday.is_own_label(text))
            and not SENTENCE.search(text)
            and not set(text) & set('[]()<>@#\\"|:：*_')
        )


def _is_small(word: str) -> bool:
    """Return whether a word is too short to say something; two characters of Chinese or Japanese are not."""
    return len(word) < 3 and word < "\u2e80"


def label_words(template: TemplateWords) -> dict[str, set[str]]:
    """Return the folded words of the labels of each field, published and everyday."""
    words: dict[str, set[str]] = {key: set() for key in template.keys}
    for local in template.local.values():
        for labels in (local.labels, local.everyday_labels):
            for key, wordings in labels.items():
                words[key].update(fold(match.group()) for wording in wordings for match in FIRST_WORD.finditer(wording))
    return words


class Verbs(NamedTuple):
    """The words of sentences, which neither labels nor names have."""

    #: The folded first words of what somebody does, and pronouns; and of what somebody is, will or must.
    acts: frozenset[str]
    states: frozenset[str]
    #: The endings of what somebody did.
    endings: tuple[str, ...]


@lru_cache(maxsize=16)
def verbs_of(playbook: Playbook) -> Verbs:
    """Return the verbs of sentences, of all languages of a playbook."""
    actions = [words.actions for words in playbook.words]

    def firsts(phrases: Iterable[str]) -> frozenset[str]:
        return frozenset(fold(phrase.split()[0]) for phrase in phrases)

    return Verbs(
        firsts(phrase for words in actions for phrase in (*words.does, *words.verbs, *words.writer, *words.pronouns)),
        firsts(phrase for words in actions for phrase in (*words.copulas, *words.will, *words.must)),
        tuple(fold(ending) for words in actions for ending in words.past_endings if ending.isascii()),
    )
