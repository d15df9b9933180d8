"""Drafts of notes: random choices in a playbook and language, a valid note, and ways to change one thing in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TypeVar

import attrs
from attrs import frozen
from hypothesis import strategies as st

from ..playbook.model import ChoiceMeaning, Language, TemplateLanguage, WorkloadSpec
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords
from ..policy.context import NO_CONTEXT, Context
from ..syntax.nodes import Field, Workload
from ..syntax.note import Note
from .phrasing import phrase, unknown_label
from .valid import fitting, hashtags, valid_note, valid_workload

T = TypeVar("T")


@frozen
class Case:
    """A note, and the context in which it is checked."""

    text: str
    context: Context = NO_CONTEXT


def meant(template: TemplateWords, meaning: ChoiceMeaning) -> list[tuple[str, str]]:
    """Return the choices with a meaning, each with the key of its field."""
    return [(spec.key, choice) for spec in template.spec.fields for choice, known in spec.meanings if known == meaning]


def plain_choices(template: TemplateWords, key: str) -> tuple[str, ...]:
    """Return the choices of a field that neither a phrase nor a hashtag contradicts; all if there are none."""
    spec = template.fields[key]
    spoken = {choice for choice, meaning in spec.meanings if meaning in ("resting", "busy")}
    ruled = {choice for tag in template.playbook.hashtags for rule in tag.rules for choice in rule.when.get(key, ())}
    return tuple(choice for choice in fitting(spec) if choice not in spoken | ruled) or fitting(spec)


@frozen
class Draft:
    """The template and language of a note, with a source of random choices."""

    draw: st.DrawFn
    template: TemplateWords
    language: Language

    @property
    def playbook(self) -> Playbook:
        """The playbook of the template."""
        return self.template.playbook

    @property
    def local(self) -> TemplateLanguage:
        """The words of the template in the language."""
        return self.template.local[self.language.code]

    def summary(self, choices: Mapping[str, str] = {}, remark: str = "") -> Note:
        """Draw a valid note with these choices, or else ones that no text contradicts, and this remark after its title."""
        note = self.draw(valid_note(self.template, self.language, max_workloads=5))
        chosen = {key: choices.get(key) or plain_choices(self.template, key)[0] for key in self.template.choices}
        for key, choice in chosen.items():
            note = self.with_value(note, key, self.word(key, choice))
        remark = remark or " ".join(hashtags(self.template, chosen, "require"))
        return attrs.evolve(note, title=note.title and attrs.evolve(note.title, remark=remark))

    def word(self, key: str, choice: str) -> str:
        """Return the word of a choice."""
        return self.template.choice_words(key, choice, self.language.code)

    def choice(self, meaning: ChoiceMeaning) -> dict[str, str]:
        """Draw a choice with a meaning, by the key of its field."""
        key, choice = self.one_of(*meant(self.template, meaning))
        return {key: choice}

    def with_value(self, summary: Note, key: str, value: str) -> Note:
        """Return the note with another value of a field."""
        return self.with_field(summary, key, lambda field: attrs.evolve(field, value=value))

    def with_field(self, summary: Note, key: str, change: Callable[[Field], Field]) -> Note:
        """Return the note with a field changed."""
        body = tuple(change(item) if isinstance(item, Field) and item.key == key else item for item in summary.body)
        return attrs.evolve(summary, body=body)

    def key(self, kind: str, among: Container[str] = ()) -> str:
        """Draw the key of a field of a kind, ``among`` these keys if there are any."""
        keys = [spec.key for spec in self.template.spec.fields if spec.kind == kind and (not among or spec.key in among)]
        return self.draw(st.sampled_from(keys))

    def with_workloads(self, *workloads: Workload, choices: Mapping[str, str] = {}) -> Note:
        """Draw a note with exactly these workloads in its list."""
        return self.with_field(
            self.summary(choices), self.template.listing, lambda field: attrs.evolve(field, workloads=workloads)
        )

    def specs(self, count: int, where: Callable[[WorkloadSpec], bool] = lambda spec: True) -> list[WorkloadSpec]:
        """Draw some workloads of the template in any order, except for the one for all others."""
        among = [spec for spec in self.playbook.workloads if not spec.catch_all and where(spec)]
        return self.draw(st.lists(st.sampled_from(among), min_size=count, max_size=count, unique=True))

    def workload(self, where: Callable[[WorkloadSpec], bool] = lambda spec: True) -> Workload:
        """Draw a workload of the template with an update."""
        return self.draw(valid_workload(self.specs(1, where)[0], self.language))

    def phrase(self, kind: str, workload: Workload | None = None) -> str:
        """Draw a phrase of a kind."""
        return self.draw(phrase(kind, self.language, workload))

    def unknown_label(self) -> str:
        """Draw a label that the template doesn't have."""
        return self.draw(unknown_label(self.template, self.language))

    def one_of(self, *values: T) -> T:
        """Draw one of several values."""
        return self.draw(st.sampled_from(values))

    def coin(self) -> bool:
        """Draw true or false."""
        return self.draw(st.booleans())

    def with_text(self, more: str) -> Note:
        """Draw a note with a text after the description of the customer."""
        key = next(spec.key for spec in self.template.spec.fields if spec.kind == "text")
        return self.with_field(self.summary(), key, lambda field: attrs.evolve(field, value=f"{field.value} {more}"))
