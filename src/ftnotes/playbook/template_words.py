"""A template of a playbook with every word that it prints, in any language, and the tables by which notes of it are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, cast

from ..text.words import fold
from .everyday_labels import EverydayLabels
from .model import FieldSpec, Language, Template, WorkloadSpec
from .playbook import Playbook
from .template_vocabulary import Label, TemplateVocabulary, build_template_vocabulary

#: No hint of a template is longer.
LONGEST_HINT: Final = 200
#: The number of letters from which the beginning of a name counts as one.
_ENOUGH: Final = 4


class TemplateWords:
    """A template of a playbook with its words, in all languages; `template_words` makes and keeps them."""

    def __init__(self, playbook: Playbook, template: Template) -> None:
        """Arrange what is asked of every note; the rest is arranged when first asked for."""
        self.playbook = playbook
        self.spec = template
        self.key = template.key
        #: Its words in each language, by the code of the language.
        self.local = template.words
        local = self.local.values()
        self.fields: dict[str, FieldSpec] = {spec.key: spec for spec in template.fields}
        #: The keys of the fields in the order of the template, and the place of each.
        self.keys = list(self.fields)
        self.order = {key: number for number, key in enumerate(self.keys)}
        #: The key of the field under which the workloads are listed; empty where there is none.
        self.listing = next((spec.key for spec in template.fields if spec.kind == "workloads"), "")
        #: The key of the field that says which workload a note is about; empty where there is none.
        self.about = next((spec.key for spec in template.fields if spec.kind == "workload"), "")
        #: Whether a field asks for a length, a date or a reference.
        self.has_limits = any(spec.length is not None or spec.kind == "date" or spec.also for spec in template.fields)
        self.workloads: dict[str, WorkloadSpec] = {spec.tag: spec for spec in playbook.workloads}
        self.labels = frozenset(_flat(wordings for words in local for wordings in words.labels.values()))
        self.titles = frozenset(_flat(words.titles for words in local))
        #: The wordings of the choices, by the key of the field.
        self.choices: dict[str, frozenset[str]] = {
            spec.key: frozenset(_flat(wordings for words in local for wordings in words.choices.get(spec.key, {}).values()))
            for spec in template.fields
            if spec.kind == "choice"
        }

    @cached_property
    def vocabulary(self) -> TemplateVocabulary:
        """The look-up tables for reading notes of the template."""
        return build_template_vocabulary(self.playbook, self.spec, self.playbook.vocabulary)

    @cached_property
    def everyday(self) -> EverydayLabels:
        """The look-up tables for labels and titles that people type and no edition publishes."""
        return EverydayLabels(self.spec, self.playbook.languages, self.playbook.everyday, self.vocabulary)

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which the template has words, in the order of the playbook."""
        return tuple(language for language in self.playbook.languages if language.code in self.local)

    @property
    def default_language(self) -> str:
        """The code of the language in which the template is written where none is given."""
        default = self.playbook.default_language
        return default if default in self.local else self.languages[0].code

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
    def folded_other_editions(self) -> frozenset[str]:
        """The same, folded; without those that the edition spells otherwise."""
        own = {fold(text) for texts in (*self.names.values(), *self.tags.values()) for text in texts}
        return frozenset(map(fold, self.other_editions)) - own

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
        local = self.local.values()
        return {key: frozenset(map(fold, _flat(words.hints.get(key, ()) for words in local))) for key in self.fields}

    def bare_hint(self, key: str, text: str) -> tuple[int, int] | None:
        """Return the bounds of a hint of a field without its parentheses, or of a list in one ("Industry/Structure")."""
        known, expression = self._bare_hints[key]
        match = expression.search(text) if any(map(text.lower().__contains__, known)) else None
        return match.span() if match else None

    @cached_property
    def _bare_hints(self) -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
        """The hints of each field with hints, in lower case, and the expression for them."""
        expressions = {}
        for key in self.fields:
            bare = [hint.strip("()（）") for words in self.local.values() for hint in words.hints.get(key, ())]
            bare += [re.split("[.,:：] *+(?=[^/.,:：]*/)", hint)[-1] for hint in bare if "/" in hint]
            if bare:
                alternatives = "|".join(map(re.escape, sorted(set(bare), key=lambda text: (-len(text), text))))
                expression = re.compile(rf"(?:{alternatives})(?!\w)", re.IGNORECASE)
                expressions[key] = tuple({hint.lower() for hint in bare}), expression
        return expressions

    def is_cut_name(self, key: str, text: str) -> bool:
        """Return whether a text is the beginning of a name of the workload with this tag of the edition."""
        folded = fold(text) if len(text) < LONGEST_HINT else ""
        return len(folded) >= _ENOUGH and any(name.startswith(folded) for name in self.folded_names.get(key, ()))

    def label(self, text: str) -> Label | None:
        """Return the field that a label means, published, everyday or misspelled; None for all other words."""
        everyday = self.everyday
        return self.vocabulary.label(text) or everyday.label(text) or everyday.slip(text) or everyday.everyday_slip(text)

    def is_unfilled(self, key: str, value: str) -> bool:
        """Return whether a value is as the template comes: nothing, the hint of its field, or all its choices."""
        return not value.strip() or (len(value) < LONGEST_HINT and fold(value) in self._unfilled[key])

    @cached_property
    def _unfilled(self) -> dict[str, frozenset[str]]:
        return {
            spec.key: self.folded_hints[spec.key].union(
                fold("/".join(self.choice_words(spec.key, choice, code) for choice in spec.choices))
                for code in self.local
                if spec.choices
            )
            for spec in self.spec.fields
        }

    def choice_words(self, key: str, choice: str, code: str) -> str:
        """Return the words of a choice in a language, or another one that has some."""
        preferred = (self.local[code], self.local[self.default_language], *self.local.values())
        return next(words.choices[key][choice][0] for words in preferred if choice in words.choices.get(key, ()))


def template_words(playbook: Playbook, key: str) -> TemplateWords:
    """Return a template of a playbook with its words, by its key."""
    words = playbook.kept.get(key)
    if words is None:
        words = playbook.kept.setdefault(key, TemplateWords(playbook, playbook.template(key)))
    return cast(TemplateWords, words)


def first_template(playbook: Playbook) -> TemplateWords:
    """Return the first template of a playbook with its words, which is meant where none is named."""
    return template_words(playbook, playbook.templates[0].key)


def _flat(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return (text for group in groups for text in group)
