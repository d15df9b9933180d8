"""Strategies for notes without problems, typed in one of the many layouts that the rules allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs
from hypothesis import strategies as st

from ..playbook.model import Demand, FieldSpec, HashtagRule, Language, WorkloadSpec
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords, template_words
from ..syntax.document import Document
from ..syntax.exec_summary import make_note
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from .cache import cached
from .phrasing import phrase

#: The kinds of phrases for text fields, in turn.
_PHRASES: Final = ("description", "remark", "request")

_BULLETS: Final = ("- ", "* ", "+ ")
_MARGINS: Final = ("   -  ", "  - ", "   * ", "\t- ")
_SEPARATORS: Final = (" - ", " – ", " — ")


def value(template: TemplateWords, spec: FieldSpec, language: Language) -> st.SearchStrategy[str]:
    """Return a strategy for the values of a text field."""
    texts = [other.key for other in template.spec.fields if other.kind in ("text", "points")]
    return phrase(_PHRASES[texts.index(spec.key) % len(_PHRASES)], language)


def fitting(spec: FieldSpec) -> tuple[str, ...]:
    """Return the choices that no phrase contradicts."""
    contradicted = {choice for choice, meaning in spec.meanings if meaning in ("unbegun", "complete")}
    return tuple(choice for choice in spec.choices if choice not in contradicted) or spec.choices


def hashtags(template: TemplateWords, chosen: Mapping[str, str], demand: Demand) -> list[str]:
    """Return the hashtags that rules require or forbid in any note of a template with these choices, by their fields."""
    return [
        spec.tag
        for spec in template.playbook.hashtags
        if any(_applies(rule, chosen) for rule in spec.rules if rule.demand == demand)
    ]


def _applies(rule: HashtagRule, chosen: Mapping[str, str]) -> bool:
    excluded = any(chosen.get(name) in members for name, members in rule.unless.items())
    return not excluded and all(chosen.get(name) in members for name, members in rule.when.items())


@cached
@st.composite
def valid_workload(draw: st.DrawFn, spec: WorkloadSpec, language: Language) -> Workload:
    """Draw a workload with its tag, name and an update; the one for all other topics has no name of its own."""
    name = "" if spec.catch_all else name_of(spec, language)
    return Workload(tag_of(spec, language), name, draw(phrase("update", language)))


def tag_of(spec: WorkloadSpec, language: Language) -> str:
    """Return the tag of the template in a language."""
    return language.workload_tags.get(spec.tag, (spec.tag,))[0]


def name_of(spec: WorkloadSpec, language: Language) -> str:
    """Return the name of the template in a language."""
    return language.workload_names.get(spec.tag, spec.names)[0]


@cached
@st.composite
def valid_note(draw: st.DrawFn, template: TemplateWords, language: Language, max_workloads: int) -> Note:
    """Draw a note with all fields of its template, in its order and layout."""
    playbook, local = template.playbook, template.local[language.code]
    fields: list[Field | Workload] = []
    chosen = {}
    for spec in template.spec.fields:
        label = draw(st.sampled_from([local.labels[spec.key][0], *_variants(template, spec.key)]))
        if spec.kind == "choice":
            chosen[spec.key] = draw(st.sampled_from(fitting(spec)))
            fields.append(Field(spec.key, label, draw(_chosen(template, spec, chosen[spec.key], language))))
        elif spec.kind == "workload":
            one = draw(st.sampled_from([one for one in playbook.workloads if not one.catch_all]))
            about = Workload(tag_of(one, language), draw(st.sampled_from(("", name_of(one, language)))))
            fields.append(about if spec.typed == "bare" else Field(spec.key, label, f"[{about.tag}]"))
        elif spec.kind == "date":
            fields.append(Field(spec.key, label, draw(phrase("day", language))))
        elif spec.kind == "workloads":
            specs = draw(st.lists(st.sampled_from(playbook.workloads), min_size=1, max_size=max_workloads, unique=True))
            fields.append(Field(spec.key, label, "", tuple(draw(valid_workload(one, language)) for one in specs)))
        else:
            said = action(draw, language) if "action" in spec.asks else draw(value(template, spec, language))
            fields.append(Field(spec.key, label, said))
    tags = hashtags(template, chosen, "require")
    forbidden = hashtags(template, chosen, "forbid")
    if not tags and draw(st.booleans()):
        tags = [spec.tag for spec in playbook.hashtags[:1] if spec.tag not in forbidden]
    title = Title(local.titles[0], " ".join(tags)) if local.titles else None
    return make_note(template.key, title, tuple(fields), template.playbook)


def _variants(template: TemplateWords, key: str) -> list[str]:
    """Return the labels of a field in the variants of its template."""
    return [variant.labels[key] for variant in template.spec.variants if key in variant.labels]


@st.composite
def _chosen(draw: st.DrawFn, template: TemplateWords, spec: FieldSpec, choice: str, language: Language) -> str:
    """Draw a value with a choice: alone, with words after it, or with others."""
    words = template.choice_words(spec.key, choice, language.code)
    if spec.more and draw(st.booleans()):
        return f"{words}. {draw(phrase('remark', language))}"
    if spec.several and draw(st.booleans()):
        others = [template.choice_words(spec.key, other, language.code) for other in spec.choices if other != choice]
        return f"{words}, {draw(st.sampled_from(others))}"
    return words


@cached
@st.composite
def valid_document(draw: st.DrawFn, template: TemplateWords, language: Language, max_workloads: int) -> Document:
    """Draw a document of one summary in any allowed layout, perhaps with a heading or sentence above and a line below."""
    typed = draw(_typed(draw(valid_note(template, language, max_workloads))))
    above = draw(st.sampled_from(("", "# From the archive\n\n", "sentence")))
    if above == "sentence":
        above = draw(phrase("remark", language)) + "\n\n"
    blocks = (Prose(above), typed) if above else (typed,)
    return Document((*blocks, Prose("---\n")) if draw(st.booleans()) else blocks, template.playbook)


@st.composite
def _typed(draw: st.DrawFn, summary: Note) -> Note:
    """Draw the summary with other bullets, dashes and title decoration that the rules allow."""
    bullet, margin, separator = (draw(st.sampled_from(ways)) for ways in (_BULLETS, _MARGINS, _SEPARATORS))
    typing = template_words(summary.playbook or Playbook.load(), summary.template).spec.typed
    bullet = draw(st.sampled_from(("", bullet))) if typing == "bold" else bullet
    bold = draw(st.booleans())
    head = FieldLayout(bullet + "**" * bold, colon=":** ") if bold else FieldLayout(bullet, colon=": ")
    bare = FieldLayout(bullet + "**", colon=":**") if bold else FieldLayout(bullet)
    line = WorkloadLayout(margin, separator=separator)
    body: list[Field | Workload] = []
    for field in summary.body:
        if not isinstance(field, Field):
            assert isinstance(field, Workload)  # no valid note has prose in it
            body.append(attrs.evolve(field, layout=WorkloadLayout(draw(st.sampled_from(("", bullet))))))
            continue
        listed = tuple(attrs.evolve(workload, layout=line) for workload in field.workloads)
        body.append(attrs.evolve(field, workloads=listed, layout=head if field.value else bare))
    title = summary.title and attrs.evolve(summary.title, layout=TitleLayout(draw(st.sampled_from(("**", "## ", "__", "")))))
    return attrs.evolve(summary, title=title, body=tuple(body))


@cached
@st.composite
def lifecycle_note(draw: st.DrawFn, language: Language) -> str:
    """Draw a note without a summary: a call, and the next action with its date and owner."""
    opening = " ".join(draw(st.lists(phrase("call", language), min_size=1, max_size=2, unique=True)))
    return f"{opening}\n\n{action(draw, language)}\n"


def action(draw: st.DrawFn, language: Language, *, date: bool = True, owner: bool = True) -> str:
    """Draw a next action with labels, with or without its ``date`` and ``owner``."""
    words = language.words.actions
    colon, stop = ("：", "。") if language.code in ("ja", "zh-CN") else (": ", ". ")
    parts = [f"{words.what[0]}{colon}{draw(phrase('task', language))}"]
    if date:
        parts.append(f"{words.date[0]}{colon}{draw(phrase('day', language))}")
    if owner:
        parts.append(f"{words.owner[0]}{colon}{draw(st.sampled_from(('Ana', 'Jörg', 'Priya', 'Luis')))}")
    return stop.join(parts)


@st.composite
def requoted(draw: st.DrawFn, text: str) -> str:
    """Draw the text, perhaps quoted, with other line ends, or without the last of them."""
    quote = draw(st.sampled_from(("", "", "", "> ", ">")))
    end = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    *lines, last = text.split("\n")
    text = "".join(f"{quote}{line}{end}" for line in lines) + last
    return text.rstrip("\r\n") if draw(st.booleans()) else text
