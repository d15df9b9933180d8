"""The words of a playbook as the rules need them: what is published, and what is the canonical one in a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ..text.words import fold
from .model import FieldSpec, Language, WorkloadSpec
from .playbook import Playbook


class Blanks(NamedTuple):
    """What the template itself has behind its labels."""

    #: For each field the folds of its hints, and of its choices in a row.
    folds: dict[str, frozenset[str]]

    def has(self, key: str, words: str) -> bool:
        """Whether a value says no more than the template does: nothing, its hint, or all its choices."""
        if not words.strip():
            return True
        known = self.folds.get(key)
        return known is not None and len(words) < LONGEST_HINT and fold(words) in known


#: What only a context tells.
_TOLD: Final = ("role", "note-type", "intent")
#: No hint of a template is longer.
LONGEST_HINT: Final = 200
#: By so many characters it is told whether a value may be a hint.
HINT_START: Final = 2


class Published:
    """The words of one playbook; `published` makes and keeps them."""

    def __init__(self, playbook: Playbook) -> None:
        """Arrange what is asked of every note; the rest is arranged when first asked for."""
        self.playbook = playbook
        languages = playbook.languages
        self.specs: dict[str, FieldSpec] = {spec.key: spec for spec in playbook.fields}
        #: The keys of the fields in the order of the template, and the place of each.
        self.template = [spec.key for spec in playbook.fields]
        self.order = {spec.key: number for number, spec in enumerate(playbook.fields)}
        #: Every published label and title, of all languages.
        self.labels = frozenset(_flat(words for language in languages for words in language.labels.values()))
        self.titles = frozenset(_flat(language.titles for language in languages))
        #: Of each choice field every published wording.
        self.choices: dict[str, frozenset[str]] = {
            spec.key: frozenset(_flat(words for language in languages for words in language.choices.get(spec.key, {}).values()))
            for spec in playbook.fields
            if spec.kind == "choice"
        }
        self.workloads: dict[str, WorkloadSpec] = {spec.tag: spec for spec in playbook.workloads}
        self.blanks = Blanks({spec.key: frozenset(self._template_says(spec)) for spec in playbook.fields})

    def _template_says(self, spec: FieldSpec) -> Iterable[str]:
        for language in self.playbook.languages:
            yield from map(fold, language.hints.get(spec.key, ()))
            if spec.choices:
                yield fold("/".join(self.choice(language, spec.key, choice) for choice in spec.choices))

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """For each workload, by the edition's tag, every name that the edition has for it, in any language."""
        found = {spec.tag: set(spec.names) for spec in self.playbook.workloads}
        for language in self.playbook.languages:
            for tag, names in language.workload_names.items():
                if tag in found:
                    found[tag].update(names)
        return {tag: frozenset(names) for tag, names in found.items()}

    @cached_property
    def folded_names(self) -> dict[str, tuple[str, ...]]:
        """The folds of these."""
        return {tag: tuple(map(fold, names)) for tag, names in self.names.items()}

    @cached_property
    def tags(self) -> dict[str, frozenset[str]]:
        """For each workload every tag that the edition has for it, in any language."""
        found = {spec.tag: {spec.tag} for spec in self.playbook.workloads}
        for language in self.playbook.languages:
            for tag, tags in language.workload_tags.items():
                if tag in found:
                    found[tag].update(tags)
        return {tag: frozenset(tags) for tag, tags in found.items()}

    @cached_property
    def tagged_names(self) -> dict[tuple[str, str], str]:
        """All pairs of a tag and a name that the edition has for one workload, each with the edition's tag of it."""
        return {(tag, name): key for key, tags in self.tags.items() for tag in tags for name in self.names[key]}

    @cached_property
    def needs(self) -> dict[str, tuple[str, ...]]:
        """For each hashtag, what must be told at least to know whether it is required."""
        found: dict[str, tuple[str, ...]] = {}
        for spec in self.playbook.hashtags:
            named = [tuple(name for name in _TOLD if name in rule.when) for rule in spec.rules if rule.demand == "require"]
            found[spec.tag] = min(named, key=len, default=())
        return found

    @cached_property
    def hints(self) -> dict[str, tuple[str, ...]]:
        """For each field the hints that the templates print behind its label, in all languages."""
        return {key: tuple(_flat(language.hints.get(key, ()) for language in self.playbook.languages)) for key in self.specs}

    @cached_property
    def folded_hints(self) -> dict[str, frozenset[str]]:
        """The folds of these."""
        return {key: frozenset(map(fold, hints)) for key, hints in self.hints.items()}

    @cached_property
    def hint_starts(self) -> frozenset[str]:
        """How they begin, with and without their parentheses: their first characters, in lower case."""
        texts = [text for hints in self.hints.values() for hint in hints for text in (hint, hint.strip("()（）"))]
        return frozenset(text[:HINT_START].lower() for text in texts)

    @cached_property
    def other_editions(self) -> frozenset[str]:
        """Tags and names that are those of other editions alone."""
        specs = self.playbook.workloads
        others = {text for spec in specs for text in (*spec.other_tags, *spec.other_names)}
        return frozenset(others).difference(*self.names.values(), *self.tags.values())

    @cached_property
    def spellings(self) -> tuple[tuple[str, str], ...]:
        """Names and tags of workloads as they stand in sentences, longest first, each with the edition's tag."""
        words = self.playbook.vocabulary
        rests = {spec.tag for spec in self.playbook.workloads if spec.catch_all}
        known = {**words.tags, **words.names}
        return tuple(sorted(((text, tag) for text, tag in known.items() if tag not in rests), key=lambda pair: -len(pair[0])))

    @cached_property
    def workloads_field(self) -> str:
        """The key of the field under which workloads are listed; an empty one where the playbook has none."""
        return next((spec.key for spec in self.playbook.fields if spec.kind == "workloads"), "")

    def published_name(self, language: Language, tag: str, typed: str) -> str:
        """The published name that ``typed`` is another spelling of; the canonical one where it is none."""
        return _spelled_right(typed, self.name(language, tag), self.names[tag])

    def published_choice(self, language: Language, key: str, choice: str, typed: str) -> str:
        """The same for the wording of a choice."""
        return _spelled_right(typed, self.choice(language, key, choice), language.choices.get(key, {}).get(choice, ()))

    def published_label(self, language: Language, key: str, typed: str) -> str:
        """The same for a label."""
        return _spelled_right(typed, self.label(language, key), language.labels.get(key, ()))

    @cached_property
    def _languages(self) -> dict[str, Language]:
        return {language.code: language for language in self.playbook.languages}

    def _first(self, language: Language) -> Iterable[Language]:
        """A language, and what to fall back on where it has no word: the default one, then any."""
        return (language, self._languages[self.playbook.default_language], *self.playbook.languages)

    def label(self, language: Language, key: str) -> str:
        """The canonical label of a field."""
        return next((other.labels[key][0] for other in self._first(language) if key in other.labels), key)

    def choice(self, language: Language, key: str, choice: str) -> str:
        """The canonical wording of a choice."""
        words = (other.choices.get(key, {}).get(choice) for other in self._first(language))
        return next((word[0] for word in words if word), choice)

    def name(self, language: Language, tag: str) -> str:
        """The canonical name of a workload, by the edition's tag."""
        return language.workload_names.get(tag, self.workloads[tag].names)[0]

    def tag(self, language: Language, tag: str) -> str:
        """How a language writes the edition's tag of a workload."""
        return language.workload_tags.get(tag, (tag,))[0]

    def choice_language(self, key: str, text: str, first: Language) -> Language:
        """The language in which ``text`` is the wording of a choice; ``first`` where it is one there, too."""
        folded = fold(text)
        for language in (first, *self.playbook.languages):
            if any(folded == fold(word) for words in language.choices.get(key, {}).values() for word in words):
                return language
        return first

    def label_language(self, text: str, first: Language) -> Language:
        """The language of a label; ``first`` where the label is one there, too."""
        label = self.playbook.vocabulary.label(text)
        codes = label.languages if label else ()
        return first if first.code in codes or not codes else self._languages[codes[0]]

    def title_language(self, text: str, first: Language) -> Language:
        """The language of a title; ``first`` where it is one there, too."""
        code = self.playbook.vocabulary.language(text, ())
        same = fold(text) in map(fold, first.titles)
        return first if same or code is None else self._languages[code]


@lru_cache(maxsize=1024)  # people misspell alike
def _spelled_right(typed: str, canonical: str, published: tuple[str, ...] | frozenset[str]) -> str:
    """The published wording that ``typed`` is another spelling of; the canonical one where it is that, or none."""
    folded = fold(typed)
    known = sorted(wording for wording in published if fold(wording) == folded)
    return canonical if canonical in known or not known else known[0]


def _flat(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return (text for group in groups for text in group)


@lru_cache(maxsize=16)
def published(playbook: Playbook) -> Published:
    """The words of a playbook."""
    return Published(playbook)
