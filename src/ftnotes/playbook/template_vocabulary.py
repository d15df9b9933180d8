"""The words of a template, arranged for look-ups of words as people type them.

Words are compared by their `fold`: case, spacing, punctuation, accents and width don't count. Exact spellings have their own
dictionaries, so that the common case is one look-up and folding is rare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs
from attrs import frozen

from ..text.patterns import has_label_end
from ..text.words import UMLAUTS, can_start, fold, phrases_at
from .vocabulary import Vocabulary, build_starts, starting

if TYPE_CHECKING:
    from .model import Edition, Language, Template

_WORD: Final = re.compile(r"[^\s/]+")

#: The usual cases of a wording.
_CASES: Final = (str, str.lower, str.title, str.capitalize)


class Label(NamedTuple):
    """The meaning of a label."""

    #: The key of the field.
    key: str
    #: The languages that have this wording.
    languages: tuple[str, ...]
    #: Whether it is shortened to its first words.
    short: bool = False


@frozen(eq=False, repr=False)
class TemplateVocabulary(Vocabulary):
    """The look-up tables for reading notes of one template, those of its playbook included."""

    #: Labels in their published spelling and its usual cases, each with one string to be shared by all nodes, and the key of
    #: its field.
    labels: dict[str, tuple[str, str]]
    #: Titles in their exact spelling and its usual cases.
    titles: frozenset[str]
    #: The folds of titles, sorted; and each with its languages.
    _sorted_titles: list[str]
    _folded_titles: dict[str, tuple[str, ...]]
    _folded_labels: dict[str, Label]
    _choices: dict[str, dict[str, str]]

    def label(self, text: str) -> Label | None:
        """Return the meaning of a label as typed; None where it is unknown or ambiguous, or contains what would end it.

        Case and spacing don't count; articles can be missing, the label can be shortened to its first words, and a hint in
        parentheses can follow.
        """
        found = self._folded_labels.get(fold(text))
        if found is None and text.endswith((")", "）")):
            stem = text.replace("（", "(").partition("(")[0]
            found = self._folded_labels.get(fold(stem))
        return None if found and has_label_end(text) else found

    def title_at(self, text: str) -> int:
        """Return the length of the longest title that ``text`` begins with; 0 for none."""
        return next(iter(phrases_at(text, self._sorted_titles)), 0)

    def can_start_title(self, word: str) -> bool:
        """Return whether a title can start with a word."""
        return can_start(word, self._sorted_titles)

    def choice(self, key: str, text: str) -> str | None:
        """Return the key of the choice for its words in any language, in the field ``key``; or None."""
        return self._choices.get(key, {}).get(fold(text))

    def language(self, title: str | None, labels: Iterable[str]) -> str | None:
        """Return the language of most of the words, of several with as many the first one met; or None."""
        known = [label.languages for text in labels if (label := self.label(text))]
        if title is not None:
            known.append(self._folded_titles.get(fold(title), ()))
        votes = Counter(chain.from_iterable(known))
        return max(votes, key=votes.__getitem__) if votes else None


def build_template_vocabulary(playbook: Edition, template: Template, shared: Vocabulary) -> TemplateVocabulary:
    """Make the look-up tables of a template; ``shared`` are those of its playbook."""
    titles: dict[str, tuple[str, ...]] = {}
    for code, words in template.words.items():
        for title in (*words.titles, *words.everyday_titles):
            for folded in {fold(title), fold(title.translate(UMLAUTS))}:
                titles[folded] = (*titles.get(folded, ()), code)
    exact_titles = {case(title) for words in template.words.values() for title in words.titles for case in _CASES}
    labels, folded_labels = _build_labels(template, playbook.languages)
    everyday_titles = (title for words in template.words.values() for title in words.everyday_titles)
    starts, wide_starts = build_starts({"title": (*exact_titles, *everyday_titles, *titles), "label": labels}, shared.starts)
    choices: dict[str, dict[str, str]] = {}
    for words in template.words.values():
        for key, wordings_of in words.choices.items():
            for choice, wordings in wordings_of.items():
                choices.setdefault(key, {}).update(
                    (fold(spelling), choice) for wording in wordings for spelling in (wording, wording.translate(UMLAUTS))
                )
    return TemplateVocabulary(
        **attrs.asdict(shared, recurse=False) | {"starts": starts, "wide_starts": wide_starts},
        labels={text: (text, label.key) for text, label in labels.items()},
        titles=frozenset(exact_titles),
        sorted_titles=sorted(titles),
        folded_titles=titles,
        folded_labels=folded_labels,
        choices=choices,
    )


def _build_labels(template: Template, languages: Iterable[Language]) -> tuple[dict[str, Label], dict[str, Label]]:
    """Return labels as published in the usual cases, and their folds: whole and shortened, with and without small words."""
    exact: dict[str, Label] = {}
    whole: dict[str, Label] = {}
    short: dict[str, Label] = {}

    def add(table: dict[str, Label], text: str, label: Label) -> None:
        known = table.setdefault(text, label)
        if known.key == label.key and label.languages[0] not in known.languages:
            table[text] = known._replace(languages=known.languages + label.languages)

    small_words = {language.code: set(map(fold, language.small_words)) for language in languages}
    for code, local in template.words.items():
        small = small_words[code]
        for key, wordings in local.labels.items():
            label = Label(key, (code,))
            shortened = label._replace(short=True)
            for wording in dict.fromkeys((*wordings, *(wording.translate(UMLAUTS) for wording in wordings))):
                for case in _CASES:
                    add(exact, case(wording), label)
                words = list(map(fold, _WORD.findall(wording)))
                for dropped in (set[str](), small, *({word} for word in small.intersection(words))):
                    left = [word for word in words if word not in dropped]
                    add(whole, "".join(left), label)
                    for start in accumulate(left[:-1]):
                        add(short, start, shortened)
    # A shortened label must mean one field: no other has a label, in any language, that starts the same.
    every = sorted(whole)
    for start, label in short.items():
        if all(whole[text].key == label.key for text in starting(start, every)):
            whole.setdefault(start, label)
    return exact, whole
