"""Strategies for notes as people type them: a tree, and its text with many deviations from the template.

The format documentation promises to recognize all of these, so `parse` must return the tree.
"""

from __future__ import annotations

import re
from typing import Final

import attrs
from hypothesis import strategies as st

from ..playbook.model import FieldSpec, Language
from ..playbook.playbook import Playbook, choose_playbook
from ..syntax.document import Document
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..syntax.serializer import serialize
from .cache import cached
from .failing_text import shown
from .phrasing import languages, phrase, phrases_of
from .valid import name_of, requoted, tag_of, value

_BULLETS: Final = ("- ", "* ", "• ", "+ ", "– ", "o ", "1. ", "2) ", "  - ", "\t- ", "â€¢ ")
_TITLES: Final = (("**", "**\n"), ("", "\n"), ("## ", "\n"), ("__", "__\n\n"), ("**", ":**\n"), ("", ":\n"), ("  **", "**  \n"))
_COLONS: Final = (": ", ":", "：", ":  ", ":\u00a0", " - ", " – ", ":\n  ", ":\n\t")
_MARGINS: Final = ("   -  ", "- ", "   • ", "\t* ", "    + ", "  1. ", "\u00a0\u00a0- ")
_BRACKETS: Final = (("[", "]  "), ("[", "] "), ("(", ") "), ("[ ", " ]  "), ("**[", "]** "), ("[", "]\t"))
_SEPARATORS: Final = (" - ", " – ", " — ", ": ", " -", "- ", " â€“ ")
#: Characters of an update that could be read as a separator.
_SEPARATING: Final = re.compile(r"[-–—:：]")


@st.composite
def messy_notes_text(
    draw: st.DrawFn,
    language: str | None = None,
    *,
    edition: str | None = None,
    playbook: Playbook | None = None,
    max_workloads: int = 4,
) -> tuple[Document, str]:
    """Draw a document, and its text as people type it; ``parse(text, playbook) == document``.

    The text has other bullets, dashes and brackets than the template, labels cut short or in another case, quote marks, and
    other line ends.
    """
    known = choose_playbook(playbook, edition)
    tongue = draw(languages(known, language))
    blocks: list[Prose | ExecSummary] = [draw(_summary(known, tongue, max_workloads))]
    verbatim = draw(st.booleans())
    if verbatim:  # prose is compared with its quote marks and line ends
        if draw(st.booleans()):
            blocks.insert(0, Prose(draw(phrase("call", tongue)) + "\n\n"))
        if draw(st.booleans()):
            blocks.append(Prose("----\n" + draw(phrase("relationship", tongue)) + "\n"))
    document = Document(tuple(blocks))
    text = serialize(document)
    return shown((document, text if verbatim else draw(requoted(text))))


@cached
@st.composite
def _summary(draw: st.DrawFn, playbook: Playbook, language: Language, max_workloads: int) -> ExecSummary:
    specs = draw(st.lists(st.sampled_from(playbook.fields), min_size=1, max_size=len(playbook.fields), unique=True))
    if draw(st.booleans()):
        specs.sort(key=playbook.fields.index)
    bullet = draw(st.sampled_from(_BULLETS))
    title = draw(_title(language) | st.none())
    body: list[Field] = []
    for spec in specs:
        label = draw(_label(spec, playbook, language, whole=title is None))
        body.append(draw(_field(spec, label, playbook, language, bullet, max_workloads)))
        if draw(st.integers(0, 5)) == 5:
            label = draw(phrase("label", language))
            body.append(Field(None, label, draw(phrase("relationship", language)), layout=FieldLayout("- ")))
    return ExecSummary(title, tuple(body))


@cached
@st.composite
def _title(draw: st.DrawFn, language: Language) -> Title:
    text = draw(st.sampled_from(language.titles).flatmap(_recased))
    before, after = draw(st.sampled_from(_TITLES))
    remark = draw(st.sampled_from(("", "", "#covid", "(draft)")))
    if remark:
        return Title(text, remark, TitleLayout(before.strip(" ") if "*" in before else before))
    return Title(text, "", TitleLayout(before, "", after))


@st.composite
def _field(
    draw: st.DrawFn, spec: FieldSpec, label: str, playbook: Playbook, language: Language, bullet: str, max_workloads: int
) -> Field:
    """Draw a field with this label."""
    if spec.kind == "choice":
        choice = draw(st.sampled_from(spec.choices))
        word = draw(st.sampled_from(language.choices[spec.key][choice]).flatmap(_recased))
        content = word + draw(st.just("") | phrase("request", language).map(lambda remark: f" ({remark})"))
    elif spec.kind == "workloads":
        content = draw(st.sampled_from(("", "", *language.hints.get(spec.key, ()))))
    else:
        lines = draw(st.lists(value(spec, language), max_size=2))
        content = "\n".join([*language.hints.get(spec.key, ())[: draw(st.integers(0, 1))], *lines])
    listed: tuple[Workload, ...] = ()
    if spec.kind == "workloads":
        specs = draw(st.lists(st.sampled_from(playbook.workloads), max_size=max_workloads))
        margin = draw(st.sampled_from(_MARGINS))
        listed = tuple(draw(_workload(tag_of(one, language), name_of(one, language), language, margin)) for one in specs)
    colon = draw(st.sampled_from(_COLONS))
    if not content:
        layout = FieldLayout(bullet, dangling=draw(st.sampled_from((":", "："))))
    elif draw(st.booleans()):
        layout = FieldLayout(bullet + "**", colon=draw(st.sampled_from((":** ", "**: "))))
    else:
        layout = FieldLayout(bullet, colon=colon)
    return Field(spec.key, label, content, listed, layout)


@cached
@st.composite
def _label(draw: st.DrawFn, spec: FieldSpec, playbook: Playbook, language: Language, whole: bool) -> str:
    """Draw a label of the field in any case and spacing; perhaps cut short after some words, if it need not be ``whole``."""
    label = draw(st.sampled_from(language.labels[spec.key]))
    words = label.split(" ")
    shorter = [" ".join(words[:count]) for count in range(2, len(words))]
    known = [text for text in shorter if (found := playbook.vocabulary.label(text)) and found.key == spec.key]
    if known and not whole and draw(st.booleans()):
        return draw(st.sampled_from(known))  # only in capitals: in lower case it looks like a sentence
    return draw(st.sampled_from((label, label.replace(" ", "  ", 1), label.replace(" ", "\u00a0", 1))).flatmap(_recased))


def _recased(text: str) -> st.SearchStrategy[str]:
    """Return the text unchanged, in lower case, capitalized, or in title case."""
    return st.sampled_from((text, text.lower(), text.capitalize(), text.title()))


@cached
@st.composite
def _workload(draw: st.DrawFn, tag: str, name: str, language: Language, margin: str) -> Workload:
    update = draw(st.just("") | phrase("update", language))
    opening, close = draw(st.sampled_from(_BRACKETS))
    how = draw(st.sampled_from(("both", "both", "tag", "colon", "lower", "joined")))
    layout = WorkloadLayout(margin, opening, close, draw(st.sampled_from(_SEPARATORS)) if update else None)
    if how == "both" or not update:
        return Workload(tag, draw(_recased(name)), update, layout)
    if how == "tag":
        return Workload(tag, "", update, attrs.evolve(layout, close=close.rstrip(" \t"), separator=" - "))
    if how == "colon":
        plain = update if not _SEPARATING.search(update) else phrases_of(language).update[0].replace("{n}", "40")
        return Workload(tag, "", plain, WorkloadLayout(margin, "", ": ", ""))
    if how == "lower":
        return Workload(tag.lower(), name, update, layout)
    return Workload(f"{tag}+CORE", name, update, attrs.evolve(layout, open="[", close="]  "))
