"""The words that a playbook writes, where `vocabulary` has those that are understood.

`Wording` has the canonical words of a template in one language: each of them is read back as itself. A word that the
vocabulary would take for something else (custom playbooks can have such) is left out, and writers keep the words that were
typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from ..text.patterns import ASIDE, TAG_JOINT, TAGS_JOINT
from ..text.punctuation import core_of, unrepeated
from ..text.words import fold
from .choice_mentions import spaces
from .choice_reading import choice_in
from .model import Language, TemplateLanguage
from .playbook import Playbook
from .template_vocabulary import TemplateVocabulary
from .template_words import TemplateWords

#: Between the tags of a joined one, as it is written.
JOINT: Final = "+"


@frozen(eq=False, repr=False)
class Wording:
    """The canonical words of a template in one language; `wording_in` makes and keeps them."""

    playbook: Playbook
    language: Language
    template: TemplateWords
    #: All the words of the template in this language.
    local: TemplateLanguage
    #: By the key of the field; without the fields that the language has no label for.
    labels: Mapping[str, str]
    #: By the key of the field, then by that of the choice; without those that the language has no words for.
    choices: Mapping[str, Mapping[str, str]]
    #: Names of workloads by the edition's tag.
    names: Mapping[str, str]

    @property
    def vocabulary(self) -> TemplateVocabulary:
        """The words that are understood when a note is read."""
        return self.template.vocabulary

    @property
    def title(self) -> str:
        """The title of a note, from another language where this one has none; empty where the template has none."""
        return next((other.local.titles[0] for other in self._preferred() if other.local.titles), "")

    # ---- canonical words by their keys

    def label(self, key: str) -> str:
        """Return the label of a field, from another language where this one has none; its key where no language has one."""
        return next((other.labels[key] for other in self._preferred() if key in other.labels), key)

    def label_to_write(self, key: str) -> str | None:
        """Return the label of a field in this language or the default one; None where neither has one."""
        return self.labels.get(key) or self._of(self.template.default_language).labels.get(key)

    def choice(self, key: str, choice: str) -> str:
        """Return the words of a choice, from another language where this one has none; its key where no language has any."""
        return next((other.choices[key][choice] for other in self._preferred() if choice in other.choices[key]), choice)

    def name(self, tag: str) -> str:
        """Return the name of a workload by the edition's tag."""
        return self.names.get(tag) or self.template.workloads[tag].names[0]

    def tag(self, tag: str) -> str:
        """Return the tag that the language has for the edition's tag of a workload."""
        return self.language.workload_tags.get(tag, (tag,))[0]

    def _preferred(self) -> Iterator[Wording]:
        """Yield the wordings to take a word from: this one, that of the default language, then any."""
        yield self
        yield self._of(self.template.default_language)
        for language in self.template.languages:
            yield self._of(language.code)

    # ---- canonical words for what was typed

    def published_label(self, key: str, typed: str) -> str:
        """Return the published label that ``typed`` is a spelling of; the canonical one where there is none."""
        return _respelled(typed, self.label(key), self.local.labels.get(key, ()))

    def published_choice(self, key: str, choice: str, typed: str) -> str:
        """Return the published words of a choice that ``typed`` is a spelling of; the canonical ones where there are none."""
        return _respelled(typed, self.choice(key, choice), self.local.choices.get(key, {}).get(choice, ()))

    def published_name(self, tag: str, typed: str) -> str:
        """Return the published name of a workload that ``typed`` is a spelling of; the canonical one where there is none."""
        others = self.template.workloads[tag].other_names
        return _respelled(typed, self.name(tag), (*self.template.names[tag], *others))

    def whole_choice(self, key: str, value: str) -> tuple[str, int, int] | None:
        """Return the choice that ``value`` is in the field ``key``, apart from hashtags and comments before and after it.

        Returns:
            The key of the choice, and its start and end in code points; None where the value is not a choice, contains more
            than that, has a hashtag or comment in the middle of it, or does not mean the choice (it is struck out).
        """
        if "#" in value or "＃" in value or "<" in value:
            bare = re.sub(ASIDE, spaces, value)
            start, end = len(bare) - len(bare.lstrip()), len(bare.rstrip())
        else:
            start, end = 0, len(value)
        choice = self.vocabulary.choice(key, value[start:end])
        if choice and (value in self.template.choices[key] or choice_in(self.template, key, value) == choice):
            return choice, start, end
        return None

    def with_choice(self, key: str, value: str) -> str:
        """Return ``value`` with its choice in this language's words; unchanged where it is not a choice.

        Punctuation that has a meaning stays.
        """
        found = self.whole_choice(key, value)
        if found is None:
            return value
        choice, start, end = found
        core = core_of(value[start:end])
        if core is None:
            return value
        start, end = start + core[0], start + core[1]
        if choice not in self.choices[key]:
            return value
        words = self.published_choice(key, choice, value[start:end])
        return value[:start] + unrepeated(value[:start], words) + value[end:]

    def workload(self, tag: str, name: str, has_update: bool = False) -> tuple[str, str]:
        """Return tag and name of a workload in this language's and edition's words.

        A known tag adds the name where none was typed, and a known name its tag. Unknown ones stay. The catch-all workload
        gets no name where it ``has_update``: its name is a remark on the template.
        """
        vocabulary = self.vocabulary
        if tag:
            known = vocabulary.tag(tag)
            if known is None:
                parts = [vocabulary.tag(part) for part in re.split(f"{TAG_JOINT}|{TAGS_JOINT}", tag) if part]
                tag = JOINT.join(filter(None, parts)) if parts and all(parts) else tag
            else:
                tag = known
                name = name or ("" if has_update and known == self.template.catch_all else self.names.get(known, ""))
        else:
            tag = vocabulary.name(name) or ""
        named = vocabulary.name(name) if name else None
        return tag, self.names.get(named, name) if named else name

    # ---- the wording of the language in which something was typed

    def for_title(self, title: str) -> Wording:
        """Return the wording that has this title; this one if it does."""
        if fold(title) in map(fold, self.local.titles):
            return self
        return self._of(self.vocabulary.language(title, ()))

    def for_label(self, text: str) -> Wording:
        """Return the wording that has this label, published, everyday or misspelled; this one if it does."""
        label = self.template.label(text)
        codes = label.languages if label else ()
        return self if self.language.code in codes or not codes else self._of(codes[0])

    def for_choice(self, key: str, text: str) -> Wording:
        """Return the wording that has this choice; this one if it does."""
        folded = fold(text)
        for code in (self.language.code, *self.template.local):
            if any(folded == fold(words) for words in _flat(self.template.local[code].choices.get(key, {}).values())):
                return self._of(code)
        return self

    def _of(self, code: str | None) -> Wording:
        return self if code is None else wording_in(self.template, code)


@lru_cache(maxsize=64)
def wording_in(template: TemplateWords, code: str) -> Wording:
    """Return the wording of a template in one of its languages, by its code."""
    language = next(language for language in template.languages if language.code == code)
    vocabulary, local = template.vocabulary, template.local[code]
    labels = {key: wordings[0] for key, wordings in local.labels.items()}
    names = {tag: language.workload_names.get(tag, spec.names)[0] for tag, spec in template.workloads.items()}
    return Wording(
        playbook=template.playbook,
        language=language,
        template=template,
        local=local,
        labels={key: label for key, label in labels.items() if vocabulary.labels.get(label, ("", ""))[1] == key},
        choices={
            key: {
                choice: spellings[0]
                for choice, spellings in local.choices.get(key, {}).items()
                if vocabulary.choice(key, spellings[0]) == choice
            }
            for key in template.choices
        },
        names={tag: name for tag, name in names.items() if vocabulary.name(name) == tag},
    )


def _respelled(typed: str, canonical: str, published: Iterable[str]) -> str:
    """Return the published words that ``typed`` is a spelling of; the canonical ones where it is one of those, or of none."""
    folded = fold(typed)
    known = sorted(words for words in published if fold(words) == folded)
    return canonical if canonical in known or not known else known[0]


def _flat(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return (text for group in groups for text in group)
