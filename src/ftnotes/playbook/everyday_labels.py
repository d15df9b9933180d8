"""The labels and titles that people type and no edition publishes: short ones, misspelled ones, labels of their own.

They are read and never written, and count only where a published word does not: ask `TemplateVocabulary` first. Words are
compared by their `fold`, like those of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..text.patterns import has_label_end
from ..text.words import FIRST_WORD, UMLAUTS, fold, fold_all
from .everyday import EverydayWords
from .slips import SlipIndex
from .template_vocabulary import Label, TemplateVocabulary

if TYPE_CHECKING:
    from .model import Language, Template

#: No everyday label is longer, with a hint after it.
_LONGEST_LABEL: Final = 120
#: No shorter word of an everyday label can be misspelled.
_LONG_IN_SHORT_LABELS: Final = 7
#: A prefix of a label has at most this many words: "Microsoft 365".
_PREFIX_WORDS: Final = 2


@frozen(eq=False, repr=False)
class EverydayLabels:
    """The look-up tables of the everyday labels of a template, each made on first use."""

    _template: Template
    #: The languages of the playbook, and its everyday words for all templates.
    _languages: tuple[Language, ...]
    _shared: EverydayWords
    _vocabulary: TemplateVocabulary

    def label(self, text: str) -> Label | None:
        """Return the field for an everyday label as typed without its colon; None where it is unknown.

        Articles can be missing or added, a prefix such as "Current" can precede it, and a hint in parentheses can follow.
        """
        first = FIRST_WORD.search(text)
        if first is None or len(text) > _LONGEST_LABEL or fold(first.group()) not in self.label_starts or has_label_end(text):
            return None
        text = _without_hint(text)
        found = self._labels.get(fold(text))
        if found is None:
            words = self._without_small_words(text)
            found = self._labels.get("".join(words))
            for count in range(1, min(_PREFIX_WORDS, len(words) - 1) + 1):
                if found is None and "".join(words[:count]) in self._label_prefixes:
                    found = self._labels.get("".join(words[count:]))
        return found

    def is_own_label(self, text: str) -> bool:
        """Return whether ``text`` is a label of a field that writers add; a number or hint can follow.

        Labels of the template's fields, published and everyday, are not.
        """
        if len(text) > _LONGEST_LABEL or has_label_end(text):
            return False
        if fold(text) not in self._own_labels:
            text = _without_hint(text).rstrip("0123456789")
        return fold(text) in self._own_labels and self._vocabulary.label(text) is None and self.label(text) is None

    def slip(self, text: str) -> Label | None:
        """Return the published label from which ``text`` is one slip away, see `slips`; None where two fields are as near.

        Ask `TemplateVocabulary.label` first: it knows published labels and their spellings without articles. Ask `label`
        afterwards: "Request for support" is one slip from a published label, and an everyday label too. A hint in parentheses
        can follow.
        """
        return _only_field(self._label_slips.find(_without_hint(text)))

    def everyday_slip(self, text: str) -> Label | None:
        """Return the everyday label from which ``text`` is one slip away; None where two fields are as near.

        The misspelled words have seven or more letters, since everyday labels are short. Ask `slip` and `label` first.
        """
        return _only_field(self._everyday_slips.find(_without_hint(text)))

    def can_open_title_slip(self, text: str) -> bool:
        """Return whether ``text`` can begin with a misspelled title, by the first letters of its words."""
        return self._title_slips.can_open(text)

    def can_start_title_slip(self, word: str) -> bool:
        """Return whether a misspelled title can start with a word."""
        return self._title_slips.can_start(word)

    def title_slip(self, text: str) -> bool:
        """Return whether ``text`` is one slip away from a title."""
        return any(self._title_slips.find(text))

    @cached_property
    def label_starts(self) -> frozenset[str]:
        """The folded first words of everyday labels; a text that begins with another word is not one."""
        local = self._template.words.values()
        wordings = (text for words in local for texts in words.everyday_labels.values() for text in texts)
        prefixes = (text for language in self._languages for text in language.label_prefixes)
        firsts = {match.group() for text in (*wordings, *prefixes) if (match := FIRST_WORD.search(text))}
        return self._shared.small_words.union(fold_all(_with_umlauts_respelled(firsts)))

    @cached_property
    def _label_prefixes(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.label_prefixes))

    @cached_property
    def _labels(self) -> dict[str, Label]:
        """Everyday labels, with and without small words; of two meanings that of the earlier language counts."""
        labels: dict[str, Label] = {}
        small_words = {language.code: language.small_words for language in self._languages}
        for code, words in self._template.words.items():
            small = {spelling for word in small_words[code] for spelling in (word.lower(), fold(word))}
            for key, wordings in words.everyday_labels.items():
                label = Label(key, (code,))
                for folded in fold_all([text for wording in wordings for text in _with_and_without(wording, small)]):
                    known = labels.setdefault(folded, label)
                    if known.key == key and code not in known.languages:
                        labels[folded] = known._replace(languages=(*known.languages, code))
        return labels

    def _without_small_words(self, text: str) -> list[str]:
        return [word for word in map(fold, FIRST_WORD.findall(text)) if word not in self._shared.small_words]

    @cached_property
    def _own_labels(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.own_labels))

    @cached_property
    def _label_slips(self) -> SlipIndex[Label]:
        labels = ((code, words.labels) for code, words in self._template.words.items())
        return SlipIndex(_with_fields(labels), self._shared.small_words)

    @cached_property
    def _everyday_slips(self) -> SlipIndex[Label]:
        labels = ((code, words.everyday_labels) for code, words in self._template.words.items())
        return SlipIndex(_with_fields(labels), self._shared.small_words, _LONG_IN_SHORT_LABELS)

    @cached_property
    def _title_slips(self) -> SlipIndex[bool]:
        titles = ((title, True) for words in self._template.words.values() for title in words.titles)
        return SlipIndex(titles, self._shared.small_words)


def _with_fields(labels: Iterable[tuple[str, Mapping[str, tuple[str, ...]]]]) -> Iterator[tuple[str, Label]]:
    """Yield the labels of all languages with their meanings."""
    for code, wordings_of in labels:
        for key, wordings in wordings_of.items():
            label = Label(key, (code,))
            for text in wordings:
                yield text, label


def _only_field(found: Iterable[Label]) -> Label | None:
    """Return the label if all that were found are of one field, with their languages."""
    labels = list(found)
    if len({label.key for label in labels}) != 1:
        return None
    return labels[0]._replace(languages=tuple(dict.fromkeys(code for label in labels for code in label.languages)))


def _without_hint(text: str) -> str:
    """Return a label without the hint in parentheses at its end."""
    return text.replace("（", "(").partition("(")[0] if text.endswith((")", "）")) else text


def _with_and_without(wording: str, small_words: set[str]) -> Iterator[str]:
    """Yield a wording as it is, with its umlauts respelled, and without its small words."""
    yield from _with_umlauts_respelled((wording,))
    if not small_words.isdisjoint(wording.lower().split()):
        left = [word for word in FIRST_WORD.findall(wording) if word.lower() not in small_words]
        if left:
            yield from _with_umlauts_respelled((" ".join(left),))


def _with_umlauts_respelled(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts, and those with umlauts as they are typed where the keyboard has none."""
    for text in texts:
        yield text
        if not text.isascii() and (respelled := text.translate(UMLAUTS)) != text:
            yield respelled
