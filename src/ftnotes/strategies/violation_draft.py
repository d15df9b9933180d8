"""What a note is broken in: one with which nothing is wrong, and the ways to change one thing in it."""

from __future__ import annotations

from collections.abc import Callable, Container

import attrs
from attrs import frozen
from hypothesis import strategies as st

from ..playbook.model import Language, WorkloadSpec
from ..playbook.playbook import Playbook
from ..policy.context import NO_CONTEXT, Context
from ..syntax.nodes import ExecSummary, Field, Title, Workload
from ..syntax.serializer import serialize
from . import valid as clean
from .phrasing import said


@frozen
class Case:
    """A note, and the context in which it is checked."""

    text: str
    context: Context = NO_CONTEXT


@frozen
class Draft:
    """What is broken: the playbook and language of a note, and a source of choices."""

    draw: st.DrawFn
    playbook: Playbook
    language: Language

    def summary(self, status: str = "reactive", progress: str = "partially-deployed", remark: str = "") -> ExecSummary:
        """A summary with which nothing is wrong, with these choices and this remark behind its title."""
        summary = self.draw(clean.summary(self.playbook, self.language, max_workloads=5))
        for key, choice in (("engagement-status", status), ("deployment-progress", progress)):
            summary = self.with_value(summary, key, self.language.choices[key][choice][0])
        return attrs.evolve(summary, title=Title(self.language.titles[0], remark))

    def with_value(self, summary: ExecSummary, key: str, value: str) -> ExecSummary:
        """The summary with another value of a field."""
        return self.with_field(summary, key, lambda field: attrs.evolve(field, value=value))

    def with_field(self, summary: ExecSummary, key: str, change: Callable[[Field], Field]) -> ExecSummary:
        """The summary with a field changed."""
        body = tuple(change(item) if isinstance(item, Field) and item.key == key else item for item in summary.body)
        return attrs.evolve(summary, body=body)

    def key(self, kind: str, among: Container[str] = ()) -> str:
        """The key of a field of a kind, one ``among`` these where some are given."""
        keys = [spec.key for spec in self.playbook.fields if spec.kind == kind and (not among or spec.key in among)]
        return self.draw(st.sampled_from(keys))

    def listing(self, *workloads: Workload, progress: str = "partially-deployed") -> Case:
        """A note with these workloads in its list, and no others."""
        summary = self.summary(progress=progress)
        key = self.key("workloads")
        return Case(serialize(self.with_field(summary, key, lambda field: attrs.evolve(field, workloads=workloads))))

    def specs(self, count: int, where: Callable[[WorkloadSpec], bool] = lambda spec: True) -> list[WorkloadSpec]:
        """Some workloads of the template, none of them the one for all else, in any order."""
        among = [spec for spec in self.playbook.workloads if not spec.catch_all and where(spec)]
        return self.draw(st.lists(st.sampled_from(among), min_size=count, max_size=count, unique=True))

    def workload(self, where: Callable[[WorkloadSpec], bool] = lambda spec: True) -> Workload:
        """A workload of the template, of which something is said."""
        return self.draw(clean.workload(self.specs(1, where)[0], self.language))

    def says(self, kind: str, about: Workload | None = None) -> str:
        """A phrase of a kind, ``about`` a workload where it is of one."""
        return self.draw(said(kind, self.language, about))

    def one(self, *ways: str) -> str:
        """One of several texts."""
        return self.draw(st.sampled_from(ways))

    def behind(self, more: str) -> Case:
        """A note in which something stands behind the description of the customer."""
        key = next(spec.key for spec in self.playbook.fields if spec.kind == "text")
        return Case(
            serialize(self.with_field(self.summary(), key, lambda field: attrs.evolve(field, value=f"{field.value} {more}")))
        )
