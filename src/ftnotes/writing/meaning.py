"""The meaning of a note, to compare it before and after a fix: what a strict reader sees, apart from the template's decoration.

Labels, choices and known workloads count by their keys, so they may be spelled otherwise. All else counts as typed: words and
punctuation, hashtags, comments, marks around labels and names, headings, the depth of bullets, and the order of the lines.
Characters are compared as they were meant: mis-decoded ones and HTML decoded, invisible ones removed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from operator import attrgetter
from typing import Any, Final, TypeAlias

from ..playbook.choice_reading import choice_in
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords, first_template, template_words
from ..syntax.document import Document, Node
from ..syntax.layout import WORKLOAD_BULLET
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..syntax.parser import read_as
from ..text.confusables import lookalikes
from ..text.edits import SourceMap, apply_edits
from ..text.invisible import invisible
from ..text.mojibake import misdecoded
from ..text.patterns import ASIDE, COMMENT, HASHTAG
from ..text.punctuation import own_words
from ..text.source import depth, lines_of
from .content import field_shape, workload_shape
from .decoration import core_of_label, own_marks
from .html import decoded_html
from .nesting import NESTED, is_nested_by_bullet

#: One part of a note: its kind, and what it says.
Part: TypeAlias = tuple[object, ...]
#: Parts by what was typed: a text, or the texts and the layout of a label or workload.
Known: TypeAlias = dict[object, Part]

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
#: What was typed of a node, without the nodes below it.
_TYPED: Final[dict[type, Callable[[Any], object]]] = {
    Title: attrgetter("text", "remark", "lead", "layout"),
    Field: attrgetter("key", "label", "value", "layout"),
    Workload: attrgetter("tag", "name", "update", "layout"),
    Prose: attrgetter("text"),
}
#: A comment to this program.
_SUPPRESSION: Final = re.compile(r"<!--\s*+(?i:ftnotes)\b")


def meaning(document: Document) -> list[Part]:
    """Return the meaning of a note, for comparison."""
    return [part for _, part in parts_of(decoded(document)[0], {})]


def decoded(document: Document) -> tuple[Document, Callable[[int], int]]:
    """Return a note as it is read once its HTML is decoded, and a function that leads offsets back."""
    html = decoded_html(document, document.playbook or Playbook.load())
    if not html:
        return document, lambda offset: offset
    return read_as(document, apply_edits(document.text, html)), SourceMap.of(html).origin


def parts_of(document: Document, known: Known) -> Iterator[tuple[int, Part]]:
    """Yield the parts of the meaning of a decoded note, in order, each with the offset in the text at which it starts.

    ``known`` are parts of notes of the same playbook, to which those of this one are added: a note that is compared with what
    fixes make of it shares most with that.
    """
    template = first_template(document.playbook or Playbook.load())
    above: str | None = None
    for node in document.walk():
        start = document.span(node).start
        if isinstance(node, Note):
            template, above = template_words(template.playbook, node.template), None
        for at, part in _parts_of(node, template, known, above):
            yield start + at, part
        above = node.layout.before if isinstance(node, Field) else above


def differ_in_decoration(one: Document, other: Document, known: Known) -> bool:
    """Return whether each node of a decoded note has the meaning of the node in its place in another one.

    Most nodes of a fixed note are those that were typed, so only the others are looked into. Notes with other nodes can have
    the same meaning, too. ``known`` as for `parts_of`.
    """
    template = first_template(one.playbook or Playbook.load())
    above = its_above = None
    for node, its in zip_longest(*(islice(each.walk(), 1, None) for each in (one, other))):
        if isinstance(node, Note) and isinstance(its, Note) and node.template == its.template:
            template = template_words(template.playbook, node.template)
            above = its_above = None
            continue
        typed = _TYPED.get(type(node))
        if typed is None or type(node) is not type(its):
            return False
        if typed(node) != typed(its) or (isinstance(node, Workload) and above != its_above):
            parts = _parts_of(node, template, known, above), _parts_of(its, template, known, its_above)
            if any(mine[1:] != other[1:] for mine, other in zip_longest(*parts, fillvalue=())):
                return False
        if isinstance(node, Field) and isinstance(its, Field):
            above, its_above = node.layout.before, its.layout.before
    return True


def _parts_of(node: Node, template: TemplateWords, known: Known, above: str | None) -> Iterator[tuple[int, Part]]:
    """Yield the parts of a node without those of the nodes below it, each with its offset in the node.

    ``above`` is the bullet of the label above it.
    """
    if isinstance(node, Title):
        marks = own_marks(node.layout), own_words(node.text)
        yield 0, ("title", *marks, tokens_of(node.lead, known), tokens_of(node.remark, known))
    elif isinstance(node, Field):
        typed: object = (template.key, _TYPED[Field](node))
        yield 0, known.get(typed) or known.setdefault(typed, _field(template, node, known))
    elif isinstance(node, Workload):
        typed = above, _TYPED[Workload](node)
        yield 0, known.get(typed) or known.setdefault(typed, _workload(template.playbook, node, above, known))
    elif isinstance(node, Prose):
        for span in lines_of(node.text):
            line = span.text(node.text)
            if tokens := tokens_of(line, known):
                yield span.start, ("prose", depth(line), tokens)


def _field(template: TemplateWords, field: Field, known: Known) -> Part:
    said = _said(template, field, known)
    return "field", depth(field.layout.before or ""), own_marks(field.layout), *said


def _said(template: TemplateWords, field: Field, known: Known) -> Part:
    """Return what a field says, apart from its marks and its depth."""
    key, value, shape = field.key, field.value, field_shape(field)
    if key is None:
        return tokens_of(field.label, known), tokens_of(value, known), shape
    end = core_of_label(template, key, field.label)
    remark = tokens_of(field.label[end or 0 :], known)
    read = choice_in(template, key, value)
    if read and template.vocabulary.choice(key, bare := re.sub(ASIDE, "", value)):
        return key, remark, read, own_words(bare), tokens_of(" ".join(re.findall(ASIDE, value)), known)
    return key, remark, read, tokens_of(value, known), shape


def _workload(playbook: Playbook, workload: Workload, above: str | None, known: Known) -> Part:
    vocabulary, tag, name = playbook.vocabulary, workload.tag, workload.name
    keys = sorted(vocabulary.workload_key(lookalikes(one) or one) for one in workload.tags or (name,))
    # the text after a lone tag is read as a name if the tag is unknown, and as the update if it is known
    is_named = vocabulary.name(name) in keys
    words = own_words(tag) + own_words(name) if is_named else own_words(tag)
    said = (() if is_named else tokens_of(name, known)) + tokens_of(workload.update, known)
    before = WORKLOAD_BULLET if workload.layout.before is None else workload.layout.before
    deep = depth(NESTED) + depth(before) if is_nested_by_bullet(before, above) else depth(before)
    return "workload", deep, own_marks(workload.layout), tuple(keys), words, said, workload_shape(workload)


def tokens_of(text: str, known: Known) -> Part:
    """Return the words and the punctuation of a text, without comments to this program; ``known`` as for `parts_of`."""
    if text not in known:
        known[text] = tuple(_TOKEN.findall(_as_meant(text)))
    return known[text]


def _as_meant(text: str) -> str:
    """Return a text with its characters as they were meant, and without comments to this program."""
    if "<!--" in text:
        text = re.sub(COMMENT, lambda comment: "" if _SUPPRESSION.match(comment.group()) else comment.group(), text)
    for repair in (misdecoded, invisible):
        if edits := repair(text):
            text = apply_edits(text, edits)
    return text if text.isascii() else re.sub(HASHTAG, lambda match: lookalikes(match.group()) or match.group(), text)
