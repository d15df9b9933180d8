"""The words that people type and no edition publishes: short labels, other names of workloads, labels of their own.

They are read and never written, and count only where a published word does not: ask `Vocabulary` first. Words are compared by
their `fold`, like those of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from ..text.words import FIRST_WORD, UMLAUTS, WORD_END, fold, fold_all, phrases_at
from .closings import Dividers, SignOffs
from .slips import SlipIndex
from .vocabulary import Label, Vocabulary

if TYPE_CHECKING:
    from .model import Edition, Language, WorkloadSpec

#: No everyday label is longer, with a hint after it.
_LONGEST_LABEL: Final = 120
#: No shorter word of an everyday label can be misspelled.
_LONG_IN_SHORT_LABELS: Final = 7
#: Between a name and the text after it.
_SEPARATOR: Final = re.compile(r"[:：;；,，=|–—→]|\s[-~>]|[-~]\s")
#: A prefix of a label has at most this many words: "Microsoft 365".
_PREFIX_WORDS: Final = 2


class Name(NamedTuple):
    """The meaning of an everyday name."""

    #: The tag as the edition writes it.
    tag: str
    #: Whether the product only belongs under the tag, so that its name is never replaced by that of the workload.
    is_kin: bool


@frozen(eq=False, repr=False)
class EverydayWords:
    """The look-up tables of everyday words, each made on first use; `Playbook.everyday` makes and keeps them."""

    _vocabulary: Vocabulary
    _languages: tuple[Language, ...]
    _workloads: tuple[WorkloadSpec, ...]

    def label(self, text: str) -> Label | None:
        """Return the field for an everyday label as typed without its colon; None where it is unknown.

        Articles can be missing or added, a prefix such as "Current" can precede it, and a hint in parentheses can follow.
        """
        first = FIRST_WORD.search(text)
        if first is None or len(text) > _LONGEST_LABEL or fold(first.group()) not in self.label_starts:
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

    def name(self, text: str) -> Name | None:
        """Return the workload for an everyday name; None where it is unknown, and for published names."""
        return self._names.get(fold(text))

    def names_at(self, text: str) -> list[int]:
        """Return the lengths of the everyday names that ``text`` begins with, longest first; none goes beyond a separator.

        A published name can be longer or shorter: see `Vocabulary.names_at`.
        """
        ends = phrases_at(text, self._sorted_names)
        separator = _SEPARATOR.search(text, 0, ends[0]) if ends else None
        return [end for end in ends if end <= separator.start()] if separator else ends

    def tag(self, text: str) -> str | None:
        """Return the edition's tag for an everyday tag or the name of a workload in brackets; None where it is unknown.

        Published tags are not looked up, and names of kin are not tags.
        """
        return self._tags.get(fold(text))

    def is_own_label(self, text: str) -> bool:
        """Return whether ``text`` is a label of a field that writers add; a number or hint can follow.

        Labels of the playbook's fields, published and everyday, are not.
        """
        if len(text) > _LONGEST_LABEL:
            return False
        if fold(text) not in self._own_labels:
            text = _without_hint(text).rstrip("0123456789")
        return fold(text) in self._own_labels and self._vocabulary.label(text) is None and self.label(text) is None

    def mail_header(self, label: str) -> bool:
        """Return whether a label, without its colon, is one in the header of a mail.

        Some have other meanings too ("Date", "To"): several such lines make a header.
        """
        return fold(label) in self._mail_headers

    def sign_off(self, text: str) -> bool:
        """Return whether a line begins with a sign-off, and has at most a name after it: "Kind regards, Ana"."""
        return self._sign_offs.match(text)

    def divider(self, text: str) -> bool:
        """Return whether a line separates a note from earlier text: "--- previous note, 04/10/2020 ---"."""
        return self._dividers.match(text)

    def slip(self, text: str) -> Label | None:
        """Return the published label from which ``text`` is one slip away, see `slips`; None where two fields are as near.

        Ask `Vocabulary.label` first: it knows published labels and their spellings without articles. Ask `label` afterwards:
        "Request for support" is one slip from a published label, and an everyday label too. A hint in parentheses can follow.
        """
        return _only_field(self._label_slips.find(_without_hint(text)))

    def everyday_slip(self, text: str) -> Label | None:
        """Return the everyday label from which ``text`` is one slip away; None where two fields are as near.

        The misspelled words have seven or more letters, since everyday labels are short. Ask `slip` and `label` first.
        """
        return _only_field(self._everyday_slips.find(_without_hint(text)))

    def title_slip(self, text: str) -> bool:
        """Return whether ``text`` is one slip away from a title."""
        return any(self._title_slips.find(text))

    @cached_property
    def label_starts(self) -> frozenset[str]:
        """The folded first words of everyday labels; a text that begins with another word is none."""
        wordings = (text for language in self._languages for texts in language.everyday_labels.values() for text in texts)
        prefixes = (text for language in self._languages for text in language.label_prefixes)
        firsts = {match.group() for text in (*wordings, *prefixes) if (match := FIRST_WORD.search(text))}
        return self._small_words.union(fold_all(_with_umlauts_respelled(firsts)))

    @cached_property
    def name_starts(self) -> frozenset[str]:
        """The folded first words of everyday names; a text that begins with another word has none."""
        names = (name for spec in self._workloads for name in (*spec.everyday_names, *spec.kin_names))
        return frozenset(fold_all(WORD_END.findall(name)[0] for name in names))

    @cached_property
    def _sorted_names(self) -> list[str]:
        return sorted(self._names)

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(fold(word) for language in self._languages for word in language.small_words)

    @cached_property
    def _label_prefixes(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.label_prefixes))

    @cached_property
    def _labels(self) -> dict[str, Label]:
        """Everyday labels, with and without small words; of two meanings that of the earlier language counts."""
        labels: dict[str, Label] = {}
        for language in self._languages:
            small = {spelling for word in language.small_words for spelling in (word.lower(), fold(word))}
            for key, wordings in language.everyday_labels.items():
                label = Label(key, (language.code,))
                for folded in fold_all([text for wording in wordings for text in _with_and_without(wording, small)]):
                    known = labels.setdefault(folded, label)
                    if known.key == key and language.code not in known.languages:
                        labels[folded] = known._replace(languages=(*known.languages, language.code))
        return labels

    def _without_small_words(self, text: str) -> list[str]:
        return [word for word in map(fold, FIRST_WORD.findall(text)) if word not in self._small_words]

    @cached_property
    def _names(self) -> dict[str, Name]:
        known = self._vocabulary.name
        kin = ((name, Name(spec.tag, True)) for spec in self._workloads for name in spec.kin_names)
        same = ((name, Name(spec.tag, False)) for spec in self._workloads for name in spec.everyday_names)
        return {fold(text): name for text, name in (*kin, *same) if known(text) is None}

    @cached_property
    def _tags(self) -> dict[str, str]:
        """What is a tag where it is in brackets: everyday tags and names, and published names."""
        tags = {folded: name.tag for folded, name in self._names.items() if not name.is_kin}
        tags.update((fold(name), tag) for name, tag in self._vocabulary.names.items())
        tags.update((fold(tag), spec.tag) for spec in self._workloads for tag in spec.everyday_tags)
        return {folded: tag for folded, tag in tags.items() if self._vocabulary.tag(folded) is None}

    @cached_property
    def _own_labels(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.own_labels))

    @cached_property
    def _mail_headers(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.mail_headers))

    @cached_property
    def closing_starts(self) -> frozenset[str]:
        """The folded first words of sign-offs and dividers: a line that begins with another word, and no sign, is none."""
        wordings = (text for language in self._languages for text in (*language.sign_offs, *language.dividers))
        return frozenset(fold(first.group()) for wording in wordings if (first := FIRST_WORD.search(wording)))

    @cached_property
    def _sign_offs(self) -> SignOffs:
        return SignOffs((text for language in self._languages for text in language.sign_offs), self._small_words)

    @cached_property
    def _dividers(self) -> Dividers:
        return Dividers((text for language in self._languages for text in language.dividers), self._vocabulary.is_date)

    @cached_property
    def _label_slips(self) -> SlipIndex[Label]:
        return SlipIndex(self._with_fields(attrgetter("labels")), self._small_words)

    @cached_property
    def _everyday_slips(self) -> SlipIndex[Label]:
        return SlipIndex(self._with_fields(attrgetter("everyday_labels")), self._small_words, _LONG_IN_SHORT_LABELS)

    def _with_fields(self, labels_of: Callable[[Language], Mapping[str, tuple[str, ...]]]) -> Iterator[tuple[str, Label]]:
        """Yield the labels of all languages with their meanings."""
        for language in self._languages:
            for key, wordings in labels_of(language).items():
                label = Label(key, (language.code,))
                for text in wordings:
                    yield text, label

    @cached_property
    def _title_slips(self) -> SlipIndex[bool]:
        return SlipIndex(((title, True) for language in self._languages for title in language.titles), self._small_words)


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


def build_everyday(playbook: Edition, vocabulary: Vocabulary) -> EverydayWords:
    """Return the everyday words of a playbook."""
    return EverydayWords(
        vocabulary=vocabulary,
        languages=playbook.languages,
        workloads=playbook.workloads,
    )
