"""The words that people type and no edition publishes, but for those of a template: other names of workloads, sign-offs.

They are read and never written, and count only where a published word does not: ask `Vocabulary` first. Words are compared by
their `fold`, like those of the vocabulary.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from ..text.patterns import has_tag_end
from ..text.words import FIRST_WORD, WORD_END, fold, fold_all, phrases_at
from .closings import Dividers, SignOffs
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .model import Edition, Language, WorkloadSpec
    from .word_lists import Words

#: Between a name and the text after it.
_SEPARATOR: Final = re.compile(r"[:：;；,，=|–—→]|\s[-~>]|[-~]\s")


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
    _words: tuple[Words, ...]

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
        return None if has_tag_end(text) else self._tags.get(fold(text))

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

    def is_action_label(self, text: str) -> bool:
        """Return whether ``text`` is a label of an action, its date or its owner: "Next step"."""
        return fold(text) in self._action_labels

    @cached_property
    def _action_labels(self) -> frozenset[str]:
        actions = (words.actions for words in self._words)
        return frozenset(fold_all(label for each in actions for label in (*each.what, *each.date, *each.owner)))

    @cached_property
    def name_starts(self) -> frozenset[str]:
        """The folded first words of everyday names; a text that begins with another word has none."""
        names = (name for spec in self._workloads for name in (*spec.everyday_names, *spec.kin_names))
        return frozenset(fold_all(WORD_END.findall(name)[0] for name in names))

    @cached_property
    def _sorted_names(self) -> list[str]:
        return sorted(self._names)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The folded articles and words for "and" of all languages."""
        return frozenset(fold(word) for language in self._languages for word in language.small_words)

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
    def _mail_headers(self) -> frozenset[str]:
        return frozenset(fold_all(text for language in self._languages for text in language.mail_headers))

    @cached_property
    def closing_starts(self) -> frozenset[str]:
        """The folded first words of sign-offs and dividers: a line that begins with another word, and no sign, is neither."""
        wordings = (text for language in self._languages for text in (*language.sign_offs, *language.dividers))
        return frozenset(fold(first.group()) for wording in wordings if (first := FIRST_WORD.search(wording)))

    @cached_property
    def _sign_offs(self) -> SignOffs:
        return SignOffs((text for language in self._languages for text in language.sign_offs), self.small_words)

    @cached_property
    def _dividers(self) -> Dividers:
        return Dividers((text for language in self._languages for text in language.dividers), self._vocabulary.is_date)


def build_everyday(playbook: Edition, vocabulary: Vocabulary) -> EverydayWords:
    """Return the everyday words of a playbook."""
    return EverydayWords(
        vocabulary=vocabulary,
        languages=playbook.languages,
        workloads=playbook.workloads,
        words=playbook.words,
    )
