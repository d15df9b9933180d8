"""Drafts of notes: random choices in a playbook and language, a valid note, and ways to change one thing in it."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TypeVar

import attrs
from attrs import frozen
from hypothesis import strategies as st

from ..playbook.model import Language, Template, TemplateLanguage, WorkloadSpec
from ..playbook.playbook import Playbook
from ..policy.context import NO_CONTEXT, Context
from ..syntax.exec_summary import ExecSummary
from ..syntax.nodes import Field, Title, Workload
from .phrasing import phrase
from .valid import valid_summary, valid_workload

T = TypeVar("T")


@frozen
class Case:
    """A note, and the context in which it is checked."""

    text: str
    context: Context = NO_CONTEXT


@frozen
class Draft:
    """The playbook and language of a note, with a source of random choices."""

    draw: st.DrawFn
    playbook: Playbook
    language: Language

    @property
    def template(self) -> Template:
        """The template of the note."""
        return self.playbook.templates[0]

    @property
    def local(self) -> TemplateLanguage:
        """The words of the template in the language."""
        return self.template.words[self.language.code]

    def summary(self, status: str = "reactive", progress: str = "partially-deployed", remark: str = "") -> ExecSummary:
        """Draw a valid summary with these choices and this remark after its title."""
        summary = self.draw(valid_summary(self.playbook, self.language, max_workloads=5))
        for key, choice in (("engagement-status", status), ("deployment-progress", progress)):
            summary = self.with_value(summary, key, self.local.choices[key][choice][0])
        return attrs.evolve(summary, title=Title(self.local.titles[0], remark))

    def with_value(self, summary: ExecSummary, key: str, value: str) -> ExecSummary:
        """Return the summary with another value of a field."""
        return self.with_field(summary, key, lambda field: attrs.evolve(field, value=value))

    def with_field(self, summary: ExecSummary, key: str, change: Callable[[Field], Field]) -> ExecSummary:
        """Return the summary with a field changed."""
        body = tuple(change(item) if isinstance(item, Field) and item.key == key else item for item in summary.body)
        return attrs.evolve(summary, body=body)

    def key(self, kind: str, among: Container[str] = ()) -> str:
        """Draw the key of a field of a kind, ``among`` these keys if there are any."""
        keys = [spec.key for spec in self.template.fields if spec.kind == kind and (not among or spec.key in among)]
        return self.draw(st.sampled_from(keys))

    def with_workloads(self, *workloads: Workload, progress: str = "partially-deployed") -> ExecSummary:
        """Draw a summary with exactly these workloads in its list."""
        summary = self.summary(progress=progress)
        return self.with_field(summary, self.key("workloads"), lambda field: attrs.evolve(field, workloads=workloads))

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

    def one_of(self, *values: T) -> T:
        """Draw one of several values."""
        return self.draw(st.sampled_from(values))

    def coin(self) -> bool:
        """Draw true or false."""
        return self.draw(st.booleans())

    def with_text(self, more: str) -> ExecSummary:
        """Draw a summary with a text after the description of the customer."""
        key = next(spec.key for spec in self.template.fields if spec.kind == "text")
        return self.with_field(self.summary(), key, lambda field: attrs.evolve(field, value=f"{field.value} {more}"))
