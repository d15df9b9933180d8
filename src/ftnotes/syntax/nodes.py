"""The nodes of the syntax tree of a note.

A node has its content as attributes, and its trivia, how it was typed, in ``layout``, which does not count when nodes are
compared. So nodes with the same content are equal; a node built by hand, whose layout has its defaults, prints in canonical
form; a parsed one prints exactly as it was typed; and ``attrs.evolve(workload, update="…")`` changes those characters and
no others.

    document:  (prose | note)*
    note:      title? (field | workload | prose)*
    field:     label ":" value workload*
    workload:  "[" tag "]" name "-" update

Nodes have no positions: `Document.span` derives them from the text before a node. So an edited tree has no stale positions,
and a node can be part of several trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import ClassVar, Final, TypeAlias

import attrs
from attrs import frozen

from ..playbook.choice_reading import choice_in, choices_in
from ..playbook.playbook import Playbook
from ..playbook.template_vocabulary import TemplateVocabulary
from ..playbook.template_words import TemplateWords, template_words
from ..text.patterns import TAGS_JOINT, tags_of
from ..text.source import LINE_END
from .layout import BOLD_FIELD, FIELD_BULLET, FieldLayout, Fragments, TitleLayout, WorkloadLayout, end_line, line_end
from .line_parts import Level, level_of
from .summary_evidence import SummaryEvidence, come_again
from .validators import check_kind, check_lines, check_one_line, check_text

#: The layouts of nodes that were not typed.
_UNTYPED_FIELD: Final = FieldLayout()
_UNTYPED_WORKLOAD: Final = WorkloadLayout()

#: The fewest labels of a note that follows another without a title.
FEWEST_LABELS: Final = 2

#: For each node of a document, by its `id`: the numbers of its first fragment and of the fragment after its last.
NodeRanges: TypeAlias = dict[int, tuple[int, int]]


@frozen(init=False)
class Workload:
    """One line of the workload list: ``[EXO]  Exchange Online - Planning``.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = WorkloadLayout.FRAGMENTS

    #: The tag as typed, without brackets; empty if the workload has only a name.
    tag: str
    #: The name as typed; empty if there is none.
    name: str
    #: The text after the separator: the writer's lines, joined by ``\n``.
    update: str
    layout: WorkloadLayout = attrs.field(eq=False, repr=False)

    def __init__(self, tag: str, name: str = "", update: str = "", layout: WorkloadLayout = WorkloadLayout()) -> None:
        check_kind("Workload.tag", tag, str)
        for part in re.split(TAGS_JOINT, tag):
            check_one_line("Workload.tag", part, without="[]")
        check_one_line("Workload.name", name)
        check_lines("Workload.update", update)
        check_kind("Workload.layout", layout, WorkloadLayout)
        if not tag and not name:
            raise ValueError("Workload: tag and name are both empty; give one of them")
        self.__attrs_init__(tag, name, update, layout)

    @property
    def fragments(self) -> tuple[str, ...]:
        """The names of the fragments in the order of the text."""
        named_first = self.layout.joint is not None and self.tag and self.name
        return WorkloadLayout.NAMED_FIRST if named_first else self.FRAGMENTS

    @property
    def tags(self) -> tuple[str, ...]:
        """The single tags, as typed: ``("OLM", "INTUNE")`` for ``[OLM+INTUNE]``."""
        return tags_of(self.tag)

    def write(
        self, fragments: Fragments, node_ranges: NodeRanges | None = None, canonical: WorkloadLayout = WorkloadLayout()
    ) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``; ``canonical``: if it was not typed."""
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + len(WorkloadLayout.FRAGMENTS))
        layout = self.layout
        if layout.after is None and layout == _UNTYPED_WORKLOAD:
            layout = canonical
        layout.write(fragments, self.tag, self.name, self.update)


@frozen(init=False)
class Field:
    """A labelled bullet: ``- DESCRIBE THE CUSTOMER: …``, with the workloads listed under it.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = FieldLayout.FRAGMENTS

    #: The key of the field in the playbook (``customer``, ``engagement-status``, …); None for an unknown label.
    key: str | None
    #: The label as typed, without colon and decoration.
    label: str
    #: The text after the colon: the writer's lines, joined by ``\n``.
    value: str
    workloads: tuple[Workload, ...]
    layout: FieldLayout = attrs.field(eq=False, repr=False)

    def __init__(
        self,
        key: str | None,
        label: str,
        value: str = "",
        workloads: tuple[Workload, ...] = (),
        layout: FieldLayout = FieldLayout(),
    ) -> None:
        check_kind("Field.layout", layout, FieldLayout)
        if key is not None:
            check_text("Field.key", key)
        if label == "":
            raise ValueError("Field.label: the label is empty")
        for line in label.split("\n") if key and isinstance(label, str) else (label,):
            check_one_line("Field.label", line, without=":：*_")
        check_lines("Field.value", value)
        check_children("Field.workloads", workloads, (Workload,))
        self.__attrs_init__(key, label, value, workloads, layout)

    def write(
        self, fragments: Fragments, node_ranges: NodeRanges | None = None, canonical: FieldLayout = FieldLayout()
    ) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``; ``canonical``: if it was not typed."""
        first = len(fragments)
        layout = self.layout
        if layout.after is None and layout == _UNTYPED_FIELD:
            layout = canonical
        layout.write(fragments, self.label, self.value, bool(self.workloads))
        for workload in self.workloads:
            workload.write(fragments, node_ranges)
        if node_ranges is not None:
            node_ranges[id(self)] = (first, len(fragments))


@frozen(init=False)
class Title:
    """The line that opens a summary.

    Raises:
        ValueError: an attribute contains text that could never be read back.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = TitleLayout.FRAGMENTS

    #: The title as typed, without decoration.
    text: str
    #: The text after it on its line: hashtags, a date, a parenthesis or a name.
    remark: str
    #: The text before it on its line: a name or a date.
    lead: str
    layout: TitleLayout = attrs.field(eq=False, repr=False)

    def __init__(self, text: str, remark: str = "", layout: TitleLayout = TitleLayout(), *, lead: str = "") -> None:
        check_kind("Title.layout", layout, TitleLayout)
        if text == "":
            raise ValueError("Title.text: the text is empty")
        check_one_line("Title.text", text)
        check_one_line("Title.remark", remark)
        check_one_line("Title.lead", lead)
        self.__attrs_init__(text, remark, lead, layout)

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``."""
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + len(TitleLayout.FRAGMENTS))
        self.layout.write(fragments, self.lead, self.text, self.remark)


@frozen(init=False)
class Prose:
    """Any text outside the summaries, or stray text inside one, exactly as typed with its line ends.

    Raises:
        ValueError: the text is empty.
    """

    FRAGMENTS: ClassVar[tuple[str, ...]] = ("text",)

    text: str

    def __init__(self, text: str) -> None:
        check_text("Prose.text", text)
        self.__attrs_init__(text)

    def write(self, fragments: Fragments, node_ranges: NodeRanges | None = None) -> None:
        """Append the fragments of the node, and enter their range into ``node_ranges``."""
        if fragments:
            end_line(fragments)
        if node_ranges is not None:
            node_ranges[id(self)] = (len(fragments), len(fragments) + 1)
        fragments.append(self.text)


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
        about = title is None and bool(words.about and body) and _can_be_about(body[0])
        if title is None and not (len(body) > about and isinstance(first := body[about], Field) and first.key):
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


def _can_be_about(node: Field | Workload | Prose) -> bool:
    """Return whether a node can be the line above the labels that says what a note is about."""
    return isinstance(node, Workload) and not node.update


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


def check_children(name: str, children: tuple[Child, ...], kinds: tuple[type[Child], ...]) -> None:
    """Raise an error for anything but a tuple of ``kinds``, and for prose next to prose."""
    if not isinstance(children, tuple) or not all(isinstance(child, kinds) for child in children):
        raise TypeError(f"{name} takes a tuple of {', '.join(kind.__name__ for kind in kinds)}, not {children!r:.80}")
    if any(isinstance(above, Prose) and isinstance(below, Prose) for above, below in pairwise(children)):
        raise ValueError(f"{name}: prose next to prose would be read as one; join their texts")
