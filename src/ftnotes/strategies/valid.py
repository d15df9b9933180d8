"""Strategies for notes with which nothing is wrong, typed in one of the many ways that the rules allow."""

from __future__ import annotations

from typing import Final

import attrs
from hypothesis import strategies as st

from ..playbook.model import FieldSpec, Language, WorkloadSpec
from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from .cache import kept
from .phrasing import said

#: By what a field is about: the phrases that are said there.
_SAID: Final = {"customer": "customer", "relationship": "relationship", "support-requests": "request"}

_BULLETS: Final = ("- ", "* ", "+ ")
_MARGINS: Final = ("   -  ", "  - ", "   * ", "\t- ")
_SEPARATORS: Final = (" - ", " – ", " — ")
#: The choices that no update of our phrases speaks against.
FITTING: Final = {"deployment-progress": ("partially-deployed",)}


def value(spec: FieldSpec, language: Language) -> st.SearchStrategy[str]:
    """What a careful writer says in a field of free text; one of another kind of text is spoken of like a customer."""
    return said(_SAID.get(spec.key, "customer"), language)


@kept
@st.composite
def workload(draw: st.DrawFn, spec: WorkloadSpec, language: Language) -> Workload:
    """A workload with its tag and name, of which something is said."""
    return Workload(tag_of(spec, language), name_of(spec, language), draw(said("update", language)))


def tag_of(spec: WorkloadSpec, language: Language) -> str:
    """The tag that the template has in a language."""
    return language.workload_tags.get(spec.tag, (spec.tag,))[0]


def name_of(spec: WorkloadSpec, language: Language) -> str:
    """The name that the template has in a language."""
    return language.workload_names.get(spec.tag, spec.names)[0]


@kept
@st.composite
def summary(draw: st.DrawFn, playbook: Playbook, language: Language, max_workloads: int) -> ExecSummary:
    """A summary of all fields of the template, in its order and layout."""
    fields = []
    on_hold = False
    for spec in playbook.fields:
        label = language.labels[spec.key][0]
        if spec.kind == "choice":
            choice = draw(st.sampled_from(FITTING.get(spec.key, spec.choices)))
            on_hold = on_hold or choice == "on-hold"
            fields.append(Field(spec.key, label, language.choices[spec.key][choice][0]))
        elif spec.kind == "workloads":
            specs = draw(st.lists(st.sampled_from(playbook.workloads), min_size=1, max_size=max_workloads, unique=True))
            fields.append(Field(spec.key, label, "", tuple(draw(workload(one, language)) for one in specs)))
        else:
            fields.append(Field(spec.key, label, draw(value(spec, language))))
    remark = "" if on_hold or not playbook.hashtags or not draw(st.booleans()) else playbook.hashtags[0].tag
    return ExecSummary(Title(language.titles[0], remark), tuple(fields))


@kept
@st.composite
def document(draw: st.DrawFn, playbook: Playbook, language: Language, max_workloads: int) -> Document:
    """A note of one summary, perhaps with a heading or a sentence above it and a line below, typed with a hand of its own."""
    typed = draw(_typed(draw(summary(playbook, language, max_workloads))))
    above = draw(st.sampled_from(("", "# Week 14\n\n", "sentence")))
    if above == "sentence":
        above = draw(said("relationship", language)) + "\n\n"
    blocks = (Prose(above), typed) if above else (typed,)
    return Document((*blocks, Prose("---\n")) if draw(st.booleans()) else blocks)


@st.composite
def _typed(draw: st.DrawFn, summary: ExecSummary) -> ExecSummary:
    """The summary with other bullets, dashes and marks for the title than the template's, which are as good."""
    bullet, margin, separator = (draw(st.sampled_from(ways)) for ways in (_BULLETS, _MARGINS, _SEPARATORS))
    bold = draw(st.booleans())
    head = FieldLayout(bullet + "**" * bold, colon=":** ") if bold else FieldLayout(bullet)
    bare = FieldLayout(bullet + "**", colon=":**") if bold else head
    line = WorkloadLayout(margin, separator=separator)
    body = []
    for field in summary.fields:
        listed = tuple(attrs.evolve(workload, layout=line) for workload in field.workloads)
        body.append(attrs.evolve(field, workloads=listed, layout=head if field.value else bare))
    title = summary.title and attrs.evolve(summary.title, layout=TitleLayout(draw(st.sampled_from(("**", "## ", "__", "")))))
    return ExecSummary(title, tuple(body))


@kept
@st.composite
def lifecycle_note(draw: st.DrawFn, language: Language) -> str:
    """A note without a summary that tells of a call, and of the next action with its day and owner."""
    opening = " ".join(draw(st.lists(said("call", language), min_size=1, max_size=2, unique=True)))
    return f"{opening}\n\n{action(draw, language)}\n"


def action(draw: st.DrawFn, language: Language, *, date: bool = True, owner: bool = True) -> str:
    """A next action as labels tell it; without its ``date`` or ``owner``, where that is asked for."""
    words = language.actions
    colon, stop = ("：", "。") if language.code in ("ja", "zh-CN") else (": ", ". ")
    parts = [f"{words.what[0]}{colon}{draw(said('task', language))}"]
    if date:
        parts.append(f"{words.date[0]}{colon}{draw(said('day', language))}")
    if owner:
        parts.append(f"{words.owner[0]}{colon}{draw(st.sampled_from(('Ana', 'Jörg', 'Priya', 'Luis')))}")
    return stop.join(parts)
