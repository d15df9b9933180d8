"""The evidence words of a playbook, arranged so that most texts are searched for few of them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.model import TemplateLanguage
from ..playbook.playbook import Playbook
from ..playbook.word_lists import Words
from ..text.words import UMLAUTS
from .searchable_text import WordIndex, searchable_text

#: The character in an entry for up to seven words between others.
GAP: Final = "…"

KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
#: Half-width katakana by the full-width characters.
_HALF_WIDTH: Final = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}
#: The number of letters of a word that are enough to look for it.
_ANCHOR_MIN: Final = 4
#: The kind that most notes are about.
_EVERYDAY: Final = "deployment"


class Phrase(NamedTuple):
    """A word or phrase that is evidence."""

    words: tuple[str, ...]
    #: Whether the last word must end where the phrase does.
    whole: bool
    #: The number of the word by which it is found: one that few texts contain.
    anchor: int
    #: The words after a gap, if it has one: "bring … forward".
    tail: Phrase | None = None


@lru_cache(maxsize=1024)
def evidence_phrases(playbook: Playbook, language: str | None, key: str) -> WordIndex[Phrase]:
    """Return the phrases of one language, or of all (None), that are evidence of a kind, or that negate it."""
    all_words = [words for words in playbook.words if language in (None, words.code)]
    phrases: dict[tuple[tuple[str, ...], bool, Phrase | None], None] = {}
    for entry in (entry for words in all_words for entry in words.evidence.get(key, ())):
        text = entry.removesuffix("|").lower()
        for spelling in {text, text.translate(UMLAUTS), _half_width(text)}:
            head, *tails = (tuple(searchable_text(part).plain.replace("-", " ").split()) for part in spelling.split(GAP))
            tail = Phrase(tails[0], entry.endswith("|"), 0) if tails else None
            phrases[head, entry.endswith("|") and not tail, tail] = None
    # The anchor of a phrase is a word that few notes and many phrases contain: so a text is searched for few anchors.
    common = _common_text(
        [local for template in playbook.templates for code, local in template.words.items() if language in (None, code)],
        all_words,
    )
    shared = Counter(word for words, _, _ in phrases for word in set(words))
    anchors: dict[str, list[Phrase]] = {}
    for words, whole, tail in phrases:
        long = [word for word in words if len(word) >= _ANCHOR_MIN]
        rare = [word for word in long if word not in common] or long
        anchor = max(rare, key=lambda word: (shared[word], len(word))) if long else max(words, key=len)
        anchors.setdefault(anchor, []).append(Phrase(words, whole, words.index(anchor), tail))
    return WordIndex(anchors)


def _common_text(templates: Iterable[TemplateLanguage], all_words: Iterable[Words]) -> str:
    """Return the plain text of labels, choices and everyday words, which most notes contain."""
    templates = list(templates)
    titles = (title for local in templates for title in local.titles)
    labels = (label for local in templates for known in local.labels.values() for label in known)
    choices = (
        choice for local in templates for known in local.choices.values() for wordings in known.values() for choice in wordings
    )
    everyday = (word.removesuffix("|") for words in all_words for word in words.evidence.get(_EVERYDAY, ()))
    return searchable_text(" ".join((*titles, *labels, *choices, *everyday))).plain


def _half_width(text: str) -> str:
    """Return a text with half-width katakana, as old systems write it."""
    if not KATAKANA.search(text):
        return text
    return "".join(_HALF_WIDTH.get(char, char) for char in unicodedata.normalize("NFD", text))
