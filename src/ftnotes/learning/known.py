"""The keys that published templates have for the words of a learned one, so that the same field has the same key everywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from ..playbook.model import FieldSpec, Template, TemplateLanguage, WorkloadSpec
from ..playbook.playbook import Playbook
from ..text.words import fold
from .templates import LearnedTemplate

#: The share of labels that a template has in common with a published one if it is another edition of it.
_SHARED: Final = 0.5


class KnownWorkloads(NamedTuple):
    """The workloads of a published edition, and their names in a language."""

    playbook: Playbook
    language: str

    def find(self, tag: str) -> WorkloadSpec | None:
        """Return the workload that a tag of any language or edition means; None if it is new."""
        folded = fold(tag)
        for spec in self.playbook.workloads:
            others = (other for local in self.playbook.languages for other in local.workload_tags.get(spec.tag, ()))
            if folded in map(fold, (spec.tag, *spec.other_tags, *others)):
                return spec
        return None

    def names(self, spec: WorkloadSpec) -> tuple[str, ...]:
        """Return the names of a workload in the language."""
        local = next(local for local in self.playbook.languages if local.code == self.language)
        return local.workload_names.get(spec.tag, spec.names)


class KnownTemplate(NamedTuple):
    """A published template in the language of a learned one."""

    playbook: Playbook
    template: Template
    language: str
    #: The keys of its fields by their folded labels.
    labels: Mapping[str, str]

    @property
    def workloads(self) -> KnownWorkloads:
        """The workloads of its edition."""
        return KnownWorkloads(self.playbook, self.language)

    @property
    def words(self) -> TemplateLanguage:
        """Its words."""
        return self.template.words[self.language]

    def field(self, label: str) -> str | None:
        """Return the key of the field with a label; None if it is new."""
        return self.labels.get(fold(label))

    def choice(self, key: str, text: str) -> str | None:
        """Return the key of a choice of a field; None if it is new."""
        return _by_fold(self.words.choices.get(key, {})).get(fold(text))

    def inherited(self, key: str) -> Iterator[tuple[str, str | dict[str, str]]]:
        """Yield the values of a field that a file which extends the edition need not repeat."""
        for spec in self.template.fields:
            if spec.key == key:
                yield "label", self.words.labels[key][0]
                yield "kind", spec.kind
                yield "hint", self.words.hints.get(key, ("",))[0]
                yield "choices", self.choices(key)

    def choices(self, key: str) -> dict[str, str]:
        """Return the first words of the choices of a field, by their keys."""
        words = self.words.choices.get(key, {})
        return {choice: words[choice][0] for spec in self.template.fields if spec.key == key for choice in spec.choices}

    def missing(self, keys: Collection[str]) -> list[FieldSpec]:
        """Return the fields of the template without those of some keys."""
        return [spec for spec in self.template.fields if spec.key not in keys]


def find_known(learned: LearnedTemplate, edition: str | None) -> KnownTemplate | None:
    """Return the published template that has most labels of a learned one; None if none has half of them.

    Args:
        learned: The template.
        edition: The only edition to look at; None for all, the newest first.
    """
    best, most = None, 0
    labels = {fold(field.label) for field in learned.fields}
    for name in [edition] if edition else reversed(Playbook.editions()):
        playbook = Playbook.load(name)
        for template in playbook.templates:
            for language, words in template.words.items():
                known = KnownTemplate(playbook, template, language, _by_fold(words.labels))
                found = len({known.labels[label] for label in labels & known.labels.keys()})
                if found > most and found >= _SHARED * len(learned.fields):
                    best, most = known, found
    return best


def _by_fold(wordings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the keys of wordings by the folds of these."""
    return {fold(text): key for key, texts in wordings.items() for text in texts}
