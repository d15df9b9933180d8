"""The note: one filled-in template, and the nodes below a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import ClassVar, TypeAlias

import attrs
from attrs import frozen

from ..playbook.choice_reading import choice_in, choices_in
from ..playbook.playbook import Playbook
from ..playbook.template_vocabulary import TemplateVocabulary
from ..playbook.template_words import TemplateWords, template_words
from ..text.patterns import tags_of
from ..text.source import LINE_END
from .layout import BOLD_FIELD, FIELD_BULLET, Fragments, WorkloadLayout, line_end
from .line_parts import Level, level_of
from .nodes import Field, NodeRanges, Prose, Title, Workload, check_children
from .summary_evidence import FEWEST_LABELS, SummaryEvidence, come_again
from .validators import check_kind, check_text


@frozen(init=False)
class Note:
    """One filled-in template.

    Raises:
        ValueError: the parts don't make a note, which starts with its title or a known field, ends with a field or workload,
            and has no prose next to prose; or the playbook has no such template.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = ()

    #: The key of the template in the playbook.
    template: str
    title: Title | None
    body: tuple[Field | Workload | Prose, ...]
    #: The playbook that has the template; None for the default one.
    playbook: Playbook | None = attrs.field(eq=False, repr=False)

    def __init__(
        self,
        template: str,
        title: Title | None,
        body: tuple[Field | Workload | Prose, ...] = (),
        playbook: Playbook | None = None,
    ) -> None:
        name = type(self).__name__
        check_text(f"{name}.template", template)
        if title is not None:
            check_kind(f"{name}.title", title, Title)
        check_children(f"{name}.body", body, (Field, Workload, Prose))
        if body and isinstance(body[-1], Prose):
            raise ValueError(f"{name}.body: a summary ends with a field or workload; put prose after it into the document")
        words = template_words(playbook or Playbook.load(), template)
        if title is None and not (body and _can_be_first(body[0], words)):
            raise ValueError(f"{name}: without a title, a summary starts with a field that has a key")
        if not proves_summary(title, body, words):
            raise ValueError(
                f"{name}: it would be read as prose; with a title, a summary needs a label of the template, and without "
                "one two of them"
            )
        self.__attrs_init__(template, title, body, playbook)

    def field(self, key: str) -> Field | None:
        """Return the first field with this key, or None."""
        return next((field for field in self.fields if field.key == key), None)

    @property
    def label_levels(self) -> dict[str, Level]:
        """The keys of the known fields, in the order of the text, each with the level of its first label."""
        labels: dict[str, Level] = {}
        for field in self.fields:
            if field.key:
                labels.setdefault(field.key, level_of(field.layout.before or ""))
        return labels

    def continues(self, above: Note, labels_above: Mapping[str, Level]) -> bool:
        """Return whether the note, right below another one with these labels, would be read as more of it.

        A note without title begins after a blank line where the labels of the one above come again. Where the template has no
        title, the first label is enough, or a workload before a label that the one above has.
        """
        if self.title is not None or self.template != above.template:
            return False
        labels = self.label_levels
        if self._template.titles:
            last = above.body[-1]
            last = last.workloads[-1] if isinstance(last, Field) and last.workloads else last
            after = "" if isinstance(last, Prose) else last.layout.after or ""
            return not come_again(labels_above, labels) or len(LINE_END.findall(after)) < 2
        if above.title is not None or min(len(labels_above), len(labels)) < FEWEST_LABELS:
            return True
        first = next(iter(labels))
        return not (first == next(iter(labels_above)) or (isinstance(self.body[0], Workload) and first in labels_above))

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, known or not, in the order of the text."""
        return tuple(item for item in self.body if isinstance(item, Field))

    @property
    def workloads(self) -> tuple[Workload, ...]:
        """All workloads, under fields or not, in the order of the text."""
        return tuple(self._each_workload())

    def workload(self, tag: str) -> Workload | None:
        """Return the first workload that ``tag`` means, or None.

        That is one with the tag (in any case), with another tag of the same workload, or with one of its names and no tag.
        """
        vocabulary = self._vocabulary
        key = vocabulary.workload_key(tag)
        for workload in self._each_workload():
            if key in map(vocabulary.workload_key, workload.tags or (workload.name,)):
                return workload
        return None

    def choice(self, key: str) -> str | None:
        """Return the key of the choice that a field's value means, custom choices included; None if it means none or several.

        More words can follow the choice (``On Hold until May``), and a list of choices can have a marked one.
        """
        value = self.value(key)
        return choice_in(self._template, key, value) if value else None

    def choices(self, key: str) -> tuple[str, ...]:
        """Return the keys of the choices that a field's value means; some templates have fields that can have several."""
        value = self.value(key)
        return choices_in(self._template, key, value) if value else ()

    @property
    def about(self) -> tuple[str, ...]:
        """The tags of the workloads that the note is about, as the playbook has them; empty if it names none.

        They are in the field for that, or on a line of their own above the labels.
        """
        key = self._template.about
        field = self.field(key) if key else None
        if field is not None:
            texts = [*self._tags_in(field.value), *_heads(field.workloads)]
        else:
            texts = _heads([item for item in self.body[:1] if isinstance(item, Workload)]) if self.title is None else []
        known = self._vocabulary.workload_key
        return tuple(dict.fromkeys(known(text) for text in texts))

    def _tags_in(self, value: str) -> tuple[str, ...]:
        """Return the tags in a value that begins with workloads: those in brackets, or else all of it up to a name."""
        opening, bracket, rest = value.partition("[")
        if bracket and not opening.strip():
            return tags_of(rest.partition("]")[0])
        tags = tags_of(value)
        ends = self._vocabulary.workloads_at(value) if len(tags) == 1 else ()
        return (value[: ends[0]],) if ends else tags

    @cached_property
    def language(self) -> str | None:
        """The language of most labels, title included; None if none is known."""
        title = self.title.text if self.title else None
        return _language(self._vocabulary, title, tuple([item.label for item in self.fields if item.key]))

    @property
    def _template(self) -> TemplateWords:
        return template_words(self.playbook or Playbook.load(), self.template)

    @property
    def _vocabulary(self) -> TemplateVocabulary:
        return self._template.vocabulary

    def value(self, key: str) -> str | None:
        """Return the value of the first field with a key; None if there is none."""
        field = self.field(key)
        return None if field is None else field.value

    def _each_workload(self) -> Iterator[Workload]:
        for item in self.body:
            if isinstance(item, Field):
                yield from item.workloads
            elif isinstance(item, Workload):
                yield item

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``."""
        first = len(fragments)
        if self.title is not None:
            self.title.write(fragments, node_ranges)
        above: Child | None = self.title
        listing = False
        is_bold = self._template.spec.typed == "bold"
        for item in self.body:
            if listing or isinstance(item, Prose):
                set_apart(fragments, above)
            if isinstance(item, Field) and is_bold:
                item.write(fragments, node_ranges, BOLD_FIELD)
            elif isinstance(item, Workload) and above is None:
                item.write(fragments, node_ranges, WorkloadLayout(before="" if is_bold else FIELD_BULLET))
            else:
                item.write(fragments, node_ranges)
            above = item
            listing = isinstance(item, Field) and bool(item.workloads)
        if node_ranges is not None:
            node_ranges[id(self)] = (first, len(fragments))


def _heads(workloads: Sequence[Workload]) -> list[str]:
    """Return the tags of workloads, or their names where there is no tag."""
    return [text for workload in workloads for text in workload.tags or (workload.name,)]


def _can_be_first(node: Field | Workload | Prose, template: TemplateWords) -> bool:
    """Return whether a note without a title can start with a node: a known field, or the workload that the note is about."""
    if isinstance(node, Workload):
        return bool(template.about) and not node.update
    return isinstance(node, Field) and bool(node.key)


def proves_summary(title: Title | None, body: Sequence[Field | Workload | Prose], template: TemplateWords) -> bool:
    """Return whether these parts are evidence enough for a summary."""
    vocabulary = template.vocabulary
    if title is not None and any(isinstance(item, Field) and item.key and item.label in vocabulary.labels for item in body):
        return True  # most notes
    evidence = SummaryEvidence(template, title is not None)
    for item in body:
        if isinstance(item, Field) and item.key:
            label = vocabulary.label(item.label)
            full = template.everyday.slip(item.label) if label is None else not label.short
            evidence.add_field(item.key, not full, item.value)
        for workload in item.workloads if isinstance(item, Field) else (item,) if isinstance(item, Workload) else ():
            named = (title is not None or item is body[0]) and (
                vocabulary.name(workload.name) or template.playbook.everyday.name(workload.name)
            )
            if any(map(vocabulary.tag, workload.tags)) or named:
                evidence.add_tag(workload.tag or workload.name)
    return evidence.suffices


#: A node below a document.
Child: TypeAlias = Note | Title | Field | Workload | Prose


def children_of(node: Child | None) -> Sequence[Child]:
    """Return the nodes right below a node, in the order of the text."""
    if isinstance(node, Note):
        return node.body if node.title is None else (node.title, *node.body)
    return node.workloads if isinstance(node, Field) else ()


@lru_cache(maxsize=256)  # most notes have the same titles and labels
def _language(vocabulary: TemplateVocabulary, title: str | None, labels: tuple[str, ...]) -> str | None:
    return vocabulary.language(title, labels)


def set_apart(fragments: Fragments, above: Child | None) -> None:
    """Add a blank line after a node in canonical layout: around a list, and before prose that would continue the node."""
    while children := children_of(above):
        above = children[-1]
    if isinstance(above, (Title, Field, Workload)) and above.layout.after is None:
        fragments[-1] += line_end(fragments)
