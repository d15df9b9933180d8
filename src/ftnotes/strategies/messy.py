"""Strategies for notes as people type them: a tree, and its text with many deviations from the template.

The format documentation promises to recognize all of these, so `parse` must return the tree.
"""

from __future__ import annotations

import re
from typing import Final

import attrs
from hypothesis import strategies as st

from ..playbook.model import FieldSpec
from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.exec_summary import make_note
from ..syntax.layout import FieldLayout, TitleLayout, WorkloadLayout
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..syntax.serializer import serialize
from .failing_text import shown
from .phrasing import choose_template, fewest_labels, is_known_by_title, languages, phrases_of
from .valid import name_of, requoted, tag_of, value
from .violation_draft import Draft

_BULLETS: Final = ("- ", "* ", "• ", "+ ", "– ", "o ", "1. ", "2) ", "  - ", "\t- ", "â€¢ ")
_TITLES: Final = (("**", "**\n"), ("", "\n"), ("## ", "\n"), ("__", "__\n\n"), ("**", ":**\n"), ("", ":\n"), ("  **", "**  \n"))
_JOINTS: Final = (" - ", " – ", " | ")
_COLONS: Final = (": ", ":", "：", ":  ", ":\u00a0", " - ", " – ", ":\n  ", ":\n\t")
_CLEAR_COLONS: Final = tuple(colon for colon in _COLONS if ":" in colon or "：" in colon)
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
    template: str | None = None,
    max_workloads: int = 4,
) -> tuple[Document, str]:
    """Draw a document, and its text as people type it; ``parse(text, playbook) == document``.

    The text has other bullets, dashes and brackets than the template, labels cut short, in another case, in everyday words or
    of the writer's own, titles with a name before them, several bracketed tags, quote marks, and other line ends.
    """
    known = choose_template(playbook, edition, template)
    draft = Draft(draw, known, draw(languages(known, language)))
    blocks: list[Prose | Note] = [_note(draft, max_workloads)]
    verbatim = draft.coin()
    if verbatim:  # prose is compared with its quote marks and line ends
        if draft.coin():
            blocks.insert(0, Prose(draft.phrase("call") + "\n\n"))
        if draft.coin():
            blocks.append(Prose("----\n" + draft.phrase("remark") + "\n"))
    document = Document(tuple(blocks), known.playbook)
    text = serialize(document)
    return shown((document, text if verbatim else draw(requoted(text))))


def _note(draft: Draft, max_workloads: int) -> Note:
    fields = draft.template.spec.fields
    specs = draft.draw(
        st.lists(
            st.sampled_from(fields),
            min_size=fewest_labels(draft.template, bool(draft.local.titles)),
            max_size=len(fields),
            unique=True,
        )
    )
    if draft.coin():
        specs.sort(key=fields.index)
    bullet = draft.one_of(*_BULLETS)
    # without a title, two labels of the template make a summary; with one, a whole label
    wanted = len(specs) < 2 or is_known_by_title(draft.template) or draft.coin()
    title = _title(draft) if wanted and draft.local.titles else None
    body: list[Field] = []
    for spec in specs:
        whole = title is None or not body
        body.append(_field(draft, spec, _label(draft, spec, whole), bullet, max_workloads, whole))
        if draft.draw(st.integers(0, 5)) == 5:
            body.append(_own_field(draft, bullet, body[-1]))
    return make_note(draft.template.key, title, tuple(body), draft.playbook)


def _title(draft: Draft) -> Title:
    text = _recased(draft, draft.one_of(*draft.local.titles))
    if not is_known_by_title(draft.template) and draft.draw(st.integers(0, 5)) == 5:
        layout = TitleLayout(draft.one_of("", "**", "## "), joint=draft.one_of(*_JOINTS))
        return Title(text, layout=layout, lead=draft.one_of(*phrases_of(draft.language).company))
    before, after = draft.one_of(*_TITLES)
    remark = draft.one_of("", "", *(spec.tag for spec in draft.playbook.hashtags), "(draft)")
    if remark:
        return Title(text, remark, TitleLayout(before.strip(" ") if "*" in before else before))
    return Title(text, "", TitleLayout(before, "", after))


def _field(draft: Draft, spec: FieldSpec, label: str, bullet: str, max_workloads: int, whole: bool) -> Field:
    language = draft.language
    hints = draft.local.hints.get(spec.key, ())
    listed: tuple[Workload, ...] = ()
    if spec.kind == "choice":
        word = _recased(draft, draft.one_of(*draft.local.choices[spec.key][draft.one_of(*spec.choices)]))
        content = f"{word} ({draft.phrase('person')})" if draft.coin() else word
    elif spec.kind == "workloads":
        content = draft.one_of("", "", *hints)
        specs = draft.draw(st.lists(st.sampled_from(draft.playbook.workloads), max_size=max_workloads))
        margin = draft.one_of(*_MARGINS)
        listed = tuple(_workload(draft, tag_of(one, language), name_of(one, language), margin) for one in specs)
    elif spec.kind == "workload":
        return Field(
            spec.key, label, f"[{tag_of(draft.one_of(*draft.playbook.workloads), language)}]", (), FieldLayout(bullet, ": ")
        )
    elif spec.kind == "date":
        content = draft.phrase("day")
    else:
        lines = draft.draw(st.lists(value(draft.template, spec, language), max_size=2))
        content = "\n".join([*hints[: draft.coin()], *lines])
    if not content:
        layout = FieldLayout(bullet, dangling=draft.one_of(":", "："))
    elif draft.coin():
        layout = FieldLayout(bullet + "**", colon=draft.one_of(":** ", "**: "))
    else:
        # before a dash, a label in small letters is not clear: it can be in a sentence
        colons = _COLONS if not whole or label.isupper() else _CLEAR_COLONS
        # at the start of a line, ">50k" would be quoted text
        colons = tuple(colon for colon in colons if "\n" not in colon) if content.startswith(">") else colons
        layout = FieldLayout(bullet, colon=draft.one_of(*colons))
    return Field(spec.key, label, content, listed, layout)


def _own_field(draft: Draft, bullet: str, above: Field) -> Field:
    """Draw a field that the template doesn't have: in capitals, or in other letters below a field with a value."""
    label = draft.unknown_label()
    if above.value and not above.workloads and draft.coin():
        return Field(None, label.capitalize(), draft.phrase("remark"), layout=FieldLayout(bullet, colon=": "))
    return Field(None, label, draft.phrase("remark"), layout=FieldLayout("- ", colon=": "))


def _label(draft: Draft, spec: FieldSpec, whole: bool) -> str:
    """Draw a label of the field in any case and spacing; perhaps an everyday or shortened one, if it need not be ``whole``."""
    everyday = draft.local.everyday_labels.get(spec.key, ())
    if everyday and not whole and draft.draw(st.integers(0, 3)) == 3:
        return draft.one_of(*everyday)
    label = draft.one_of(*draft.local.labels[spec.key])
    words = label.split(" ")
    shorter = [" ".join(words[:count]) for count in range(2, len(words))]
    known = [text for text in shorter if (found := draft.template.vocabulary.label(text)) and found.key == spec.key]
    if known and not whole and draft.coin():
        return draft.one_of(*known)  # only in capitals: in lower case it looks like a sentence
    return _recased(draft, draft.one_of(label, label.replace(" ", "  ", 1), label.replace(" ", "\u00a0", 1)))


def _recased(draft: Draft, text: str) -> str:
    return draft.one_of(text, text.lower(), text.capitalize(), text.title())


def _workload(draft: Draft, tag: str, name: str, margin: str) -> Workload:
    update = draft.phrase("update") if draft.coin() else ""
    opening, close = draft.one_of(*_BRACKETS)
    how = draft.one_of("both", "both", "tag", "colon", "lower", "joined", "brackets")
    separators = [text for text in _SEPARATORS if text != " -" or not update[:1].isdigit()]  # before a digit it is a minus
    layout = WorkloadLayout(margin, opening, close, draft.one_of(*separators) if update else None)
    if how == "both" or not update:
        return Workload(tag, _recased(draft, name), update, layout)
    if how == "tag":
        return Workload(tag, "", update, attrs.evolve(layout, close=close.rstrip(" \t"), separator=" - "))
    if how == "colon":
        plain = update if not _SEPARATING.search(update) else phrases_of(draft.language).update[0].replace("{n}", "40")
        return Workload(tag, "", plain, WorkloadLayout(margin, "", ": ", ""))
    if how == "lower":
        return Workload(tag.lower(), name, update, layout)
    if how == "brackets":
        return Workload(
            f"{tag}] [{draft.playbook.workloads[-1].tag}", name, update, attrs.evolve(layout, open="[", close="]  ")
        )
    return Workload(f"{tag}+{draft.playbook.workloads[-1].tag}", name, update, attrs.evolve(layout, open="[", close="]  "))
