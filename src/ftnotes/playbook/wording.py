"""The words that a playbook prints and writes, where `vocabulary` has those that are understood.

`Template` has every word that the template prints, in any language. `Wording` has the canonical ones of one language: each of
them is read back as itself. A word that the vocabulary would take for something else (custom playbooks can have such) is left
out, and writers keep the words that were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final

from attrs import frozen

from ..text.patterns import ASIDE, TAG_JOINT, TAGS_JOINT
from ..text.punctuation import core_of
from ..text.words import fold
from .choice_mentions import spaces
from .choice_reading import choice_in
from .model import FieldSpec, Language, WorkloadSpec
from .playbook import Playbook
from .vocabulary import Vocabulary

#: Between the tags of a joined one, as it is written.
JOINT: Final = "+"
#: No hint of a template is longer.
LONGEST_HINT: Final = 200
#: The number of letters from which the beginning of a name counts as one.
_ENOUGH: Final = 4


class Template:
    """The words that the template of a playbook prints, in all its languages; `template_of` makes and keeps them."""

    def __init__(self, playbook: Playbook) -> None:
        """Arrange what is asked of every note; the rest is arranged when first asked for."""
        self.playbook = playbook
        languages = playbook.languages
        self.fields: dict[str, FieldSpec] = {spec.key: spec for spec in playbook.fields}
        #: The keys of the fields in the order of the template, and the place of each.
        self.keys = list(self.fields)
        self.order = {key: number for number, key in enumerate(self.keys)}
        #: The key of the field under which the workloads are listed; empty where there is none.
        self.listing = next((spec.key for spec in playbook.fields if spec.kind == "workloads"), "")
        self.workloads: dict[str, WorkloadSpec] = {spec.tag: spec for spec in playbook.workloads}
        self.labels = frozenset(_flat(words for language in languages for words in language.labels.values()))
        self.titles = frozenset(_flat(language.titles for language in languages))
        #: The wordings of the choices, by the key of the field.
        self.choices: dict[str, frozenset[str]] = {
            spec.key: frozenset(_flat(words for language in languages for words in language.choices.get(spec.key, {}).values()))
            for spec in playbook.fields
            if spec.kind == "choice"
        }

    @cached_property
    def catch_all(self) -> str | None:
        """The tag of the workload for all that no other covers, whose name is a remark on that; None where there is none."""
        return next((spec.tag for spec in self.playbook.workloads if spec.catch_all), None)

    def workload_place(self, text: str) -> int:
        """Return the place of a workload by its tag or name; after all others for one that the template doesn't have."""
        return self._places.get(self.playbook.vocabulary.workload_key(text), len(self._places))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {tag: place for place, tag in enumerate(self.workloads)}

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """The names of each workload, by the edition's tag."""
        return self._in_any_language(
            {tag: {*spec.names} for tag, spec in self.workloads.items()},
            (language.workload_names for language in self.playbook.languages),
        )

    @cached_property
    def folded_names(self) -> dict[str, tuple[str, ...]]:
        """The folds of these."""
        return {tag: tuple(map(fold, names)) for tag, names in self.names.items()}

    @cached_property
    def tags(self) -> dict[str, frozenset[str]]:
        """The tags of each workload, by the edition's tag."""
        return self._in_any_language(
            {tag: {tag} for tag in self.workloads}, (language.workload_tags for language in self.playbook.languages)
        )

    @staticmethod
    def _in_any_language(
        words: dict[str, set[str]], more: Iterable[Mapping[str, tuple[str, ...]]]
    ) -> dict[str, frozenset[str]]:
        for by_tag in more:
            for tag in by_tag.keys() & words.keys():
                words[tag].update(by_tag[tag])
        return {tag: frozenset(group) for tag, group in words.items()}

    @cached_property
    def tagged_names(self) -> dict[tuple[str, str], str]:
        """All pairs of a tag and a name of one workload, each with the edition's tag."""
        return {(tag, name): key for key, tags in self.tags.items() for tag in tags for name in self.names[key]}

    @cached_property
    def other_editions(self) -> frozenset[str]:
        """Tags and names that only other editions have."""
        others = _flat((*spec.other_tags, *spec.other_names) for spec in self.playbook.workloads)
        return frozenset(others).difference(*self.names.values(), *self.tags.values())

    @cached_property
    def spellings(self) -> tuple[tuple[str, str], ...]:
        """Names and tags of workloads as sentences have them, longest first, each with the edition's tag."""
        vocabulary = self.playbook.vocabulary
        known = {**vocabulary.tags, **vocabulary.names}
        named = ((text, tag) for text, tag in known.items() if not self.workloads[tag].catch_all)
        return tuple(sorted(named, key=lambda pair: -len(pair[0])))

    @cached_property
    def folded_hints(self) -> dict[str, frozenset[str]]:
        """The folded hints after the label of each field."""
        languages = self.playbook.languages
        return {key: frozenset(map(fold, _flat(language.hints.get(key, ()) for language in languages))) for key in self.fields}

    @cached_property
    def bare_hints(self) -> dict[str, re.Pattern[str]]:
        """An expression for each field with hints: these without parentheses, and lists in them ("Industry/Structure")."""
        expressions = {}
        for key in self.fields:
            bare = [hint.strip("()（）") for language in self.playbook.languages for hint in language.hints.get(key, ())]
            bare += [re.split("[.,:：] *(?=[^/.,:：]*/)", hint)[-1] for hint in bare if "/" in hint]
            if bare:
                alternatives = "|".join(map(re.escape, sorted(set(bare), key=len, reverse=True)))
                expressions[key] = re.compile(rf"(?:{alternatives})(?!\w)", re.IGNORECASE)
        return expressions

    def is_cut_name(self, key: str, text: str) -> bool:
        """Return whether a text is the beginning of a name of the workload with this tag of the edition."""
        folded = fold(text) if len(text) < LONGEST_HINT else ""
        return len(folded) >= _ENOUGH and any(name.startswith(folded) for name in self.folded_names.get(key, ()))

    def is_unfilled(self, key: str, value: str) -> bool:
        """Return whether a value is as the template comes: nothing, the hint of its field, or all its choices."""
        return not value.strip() or (len(value) < LONGEST_HINT and fold(value) in self._unfilled[key])

    @cached_property
    def _unfilled(self) -> dict[str, frozenset[str]]:
        every = [wording_in(self.playbook, language.code) for language in self.playbook.languages]
        return {
            spec.key: self.folded_hints[spec.key].union(
                fold("/".join(wording.choice(spec.key, choice) for choice in spec.choices)) for wording in every if spec.choices
            )
            for spec in self.playbook.fields
        }


@frozen(eq=False, repr=False)
class Wording:
    """The canonical words of a playbook in one language; `wording_in` makes and keeps them."""

    playbook: Playbook
    language: Language
    template: Template
    #: By the key of the field; without the fields that the language has no label for.
    labels: Mapping[str, str]
    #: By the key of the field, then by that of the choice; without those that the language has no words for.
    choices: Mapping[str, Mapping[str, str]]
    #: Names of workloads by the edition's tag.
    names: Mapping[str, str]

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that are understood when a note is read."""
        return self.playbook.vocabulary

    @property
    def title(self) -> str:
        """The title of a summary."""
        return self.language.titles[0]

    # ---- canonical words by their keys

    def label(self, key: str) -> str:
        """Return the label of a field, from another language where this one has none; its key where no language has one."""
        return next((other.labels[key] for other in self._preferred() if key in other.labels), key)

    def label_to_write(self, key: str) -> str | None:
        """Return the label of a field in this language or the default one; None where neither has one."""
        return self.labels.get(key) or wording_in(self.playbook, self.playbook.default_language).labels.get(key)

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
        yield wording_in(self.playbook, self.playbook.default_language)
        for language in self.playbook.languages:
            yield wording_in(self.playbook, language.code)

    # ---- canonical words for what was typed

    def published_label(self, key: str, typed: str) -> str:
        """Return the published label that ``typed`` is a spelling of; the canonical one where there is none."""
        return _respelled(typed, self.label(key), self.language.labels.get(key, ()))

    def published_choice(self, key: str, choice: str, typed: str) -> str:
        """Return the published words of a choice that ``typed`` is a spelling of; the canonical ones where there are none."""
        return _respelled(typed, self.choice(key, choice), self.language.choices.get(key, {}).get(choice, ()))

    def published_name(self, tag: str, typed: str) -> str:
        """Return the published name of a workload that ``typed`` is a spelling of; the canonical one where there is none."""
        return _respelled(typed, self.name(tag), self.template.names[tag])

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
        if choice and (value in self.template.choices[key] or choice_in(self.playbook, key, value) == choice):
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
        return value[:start] + self.published_choice(key, choice, value[start:end]) + value[end:]

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
        if fold(title) in map(fold, self.language.titles):
            return self
        return self._of(self.vocabulary.language(title, ()))

    def for_label(self, text: str) -> Wording:
        """Return the wording that has this label, published, everyday or misspelled; this one if it does."""
        everyday = self.playbook.everyday
        label = self.vocabulary.label(text) or everyday.label(text) or everyday.slip(text) or everyday.everyday_slip(text)
        codes = label.languages if label else ()
        return self if self.language.code in codes or not codes else self._of(codes[0])

    def for_choice(self, key: str, text: str) -> Wording:
        """Return the wording that has this choice; this one if it does."""
        folded = fold(text)
        for language in (self.language, *self.playbook.languages):
            if any(folded == fold(words) for words in _flat(language.choices.get(key, {}).values())):
                return self._of(language.code)
        return self

    def _of(self, code: str | None) -> Wording:
        return self if code is None else wording_in(self.playbook, code)


@lru_cache(maxsize=16)
def template_of(playbook: Playbook) -> Template:
    """Return the template of a playbook."""
    return Template(playbook)


@lru_cache(maxsize=64)
def wording_in(playbook: Playbook, code: str) -> Wording:
    """Return the wording of a playbook in one of its languages, by its code."""
    language = next(language for language in playbook.languages if language.code == code)
    vocabulary, template = playbook.vocabulary, template_of(playbook)
    labels = {key: wordings[0] for key, wordings in language.labels.items()}
    names = {tag: language.workload_names.get(tag, spec.names)[0] for tag, spec in template.workloads.items()}
    return Wording(
        playbook=playbook,
        language=language,
        template=template,
        labels={key: label for key, label in labels.items() if vocabulary.labels.get(label, ("", ""))[1] == key},
        choices={
            key: {
                choice: spellings[0]
                for choice, spellings in language.choices.get(key, {}).items()
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
