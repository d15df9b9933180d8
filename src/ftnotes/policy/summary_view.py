"""The view of one summary: its fields and workloads with their content, and those that deviate from the template."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple

from ..playbook.choice_mentions import ChoiceMention
from ..playbook.choice_reading import choice_text, read_choice
from ..playbook.model import FieldSpec, Typing
from ..playbook.playbook import Playbook
from ..playbook.template_words import TemplateWords
from ..playbook.wording import Wording, wording_in
from ..syntax.layout import WorkloadLayout
from ..syntax.nodes import Field, Prose, Title, Workload
from ..syntax.note import Note
from ..text.confusables import lookalikes
from ..text.patterns import ASIDE
from ..text.source import WHITESPACE

#: The bullets and punctuation of the template around tag and name.
BULLETS: Final = frozenset(("   -  ", "   - ", "  - ", "- ", "    - "))
AFTER_TAG: Final = frozenset(("]  ", "] "))
SEPARATORS: Final = frozenset((" - ", " – ", " — ", None))
#: What is after a label or name on the same line.
_ON_ONE_LINE: Final = SEPARATORS | {": "}
#: What is after a label above its list, in place of a colon between label and text.
_ABOVE_LIST: Final = (None, ":", ":**")
_BOLD: Final[Typing] = "bold"


class FieldView(NamedTuple):
    """A field and its content."""

    field: Field
    #: The field in the playbook; None for an unknown label.
    spec: FieldSpec | None
    #: The value, with spaces in place of hashtags and comments.
    content: str


class WorkloadView(NamedTuple):
    """A workload and its content."""

    workload: Workload
    #: The field that lists it; None for a workload outside any list.
    parent: Field | None
    #: The edition's tag of the workload; None if it is unknown or several tags are joined.
    key: str | None
    #: The update, with spaces in place of hashtags and comments.
    content: str


class SummaryView:
    """A summary as the rules see it."""

    def __init__(self, summary: Note, template: TemplateWords, has_asides: bool) -> None:
        """Sort the parts of a summary; ``has_asides`` is False if it can't contain hashtags or comments."""
        self.node = summary
        self.playbook = template.playbook
        self.template = template
        self.has_asides = has_asides
        self.fields: list[FieldView] = []
        self.workloads: list[WorkloadView] = []
        self.unattached_prose: list[Prose] = []
        #: The parts that can have several lines, each with the field that lists it: most values and updates are on the line
        #: of their label or name.
        self.multiline: list[tuple[Field | Workload | Prose, Field | None]] = []
        #: The fields and workloads that differ from the template in any respect; many rules look only at these.
        self.deviating_fields: list[FieldView] = []
        self.deviating_workloads: list[WorkloadView] = []
        #: The workloads that the note is about, above the labels or below that for them, and those with another tag or name.
        self.subjects: list[WorkloadView] = []
        self.deviating_subjects: list[WorkloadView] = []
        #: The choice fields with content, and those of them whose content is not a published choice.
        self.choices: list[FieldView] = []
        self.deviating_choices: list[FieldView] = []
        self._read: dict[int, ChoiceMention | None] = {}
        title = summary.title
        subject = summary.body[0] if template.about and title is None and summary.body else None
        specs, labels, choices = template.fields, template.labels, template.choices
        keys: list[str | None] = []
        known: list[str] = []
        for item in summary.body:
            if isinstance(item, Field):
                key, label, layout = item.key, item.label, item.layout
                content = item.value
                if has_asides:
                    content = choice_text(template, key, content) if key in choices and key else without_asides(content)
                spec = specs.get(key) if key else None
                view = FieldView(item, spec, content)
                self.fields.append(view)
                keys.append(key)
                if spec:
                    known.append(label)
                if "\n" in item.value or layout.colon not in _ON_ONE_LINE:
                    self.multiline.append((item, None))
                has_content = bool(content) and not content.isspace()
                regular = layout.colon == ": " if has_content else layout.dangling in _ABOVE_LIST and item.workloads
                if not (regular and label in labels and layout.before == "- "):
                    self.deviating_fields.append(view)
                if has_content and key in choices:
                    self.choices.append(view)
                    if content not in choices[key]:
                        self.deviating_choices.append(view)
                if item.workloads and spec and spec.kind == "workload":
                    for workload in item.workloads:
                        self._add_subject(workload, item)
                elif item.workloads:
                    self._add_workloads(item.workloads, item)
            elif isinstance(item, Workload) and item is subject:
                self._add_subject(item, None)
            elif isinstance(item, Workload):
                self._add_workloads((item,), None)
            else:
                self.unattached_prose.append(item)
                self.multiline.append((item, None))
        #: The wording of its language; of the default one of the playbook if no known word shows it.
        self.wording = _wording(template, title.text if title else None, tuple(known))
        self.language = self.wording.language
        #: Whether the summary follows the template in every respect: each bullet once and in order.
        self.is_regular = (
            not (self.deviating_fields or self.deviating_names or self.deviating_choices or self.unattached_prose)
            and keys == template.keys
            and (title.text in template.titles if title is not None else not template.titles)
            and len({workload.key for workload in self.workloads}) == len(self.workloads)
        )

    def _add_subject(self, workload: Workload, parent: Field | None) -> None:
        if "\n" in workload.update or workload.layout.separator not in _ON_ONE_LINE:
            self.multiline.append((workload, parent))
        view = WorkloadView(workload, None, self._workload_key(workload), workload.update)
        self.subjects.append(view)
        if view.key is None or workload.tag not in ("", view.key) or workload.name not in ("", *self.template.names[view.key]):
            self.deviating_subjects.append(view)

    def _workload_key(self, workload: Workload) -> str | None:
        """Return the edition's tag of a workload that is not written as in the template."""
        vocabulary = self.playbook.vocabulary
        if not workload.tag:
            return vocabulary.names.get(workload.name) or vocabulary.name(workload.name)
        known = vocabulary.tags.get(workload.tag)
        return known or (vocabulary.tag(workload.tag) if len(workload.tags) == 1 else None)

    def _add_workloads(self, workloads: tuple[Workload, ...], parent: Field | None) -> None:
        has_asides, tagged_names = self.has_asides, self.template.tagged_names
        is_listed = parent is not None and parent.key == self.template.listing
        regular_layout: WorkloadLayout | None = None  # layouts are shared, so few have to be compared
        for workload in workloads:
            tag, name, layout = workload.tag, workload.name, workload.layout
            if "\n" in workload.update or layout.separator not in _ON_ONE_LINE:
                self.multiline.append((workload, parent))
            content = without_asides(workload.update) if has_asides else workload.update
            key = tagged_names.get((tag, name))
            deviates = key is None or not is_listed or not content or content.isspace()
            if key is None:
                key = self._workload_key(workload)
            view = WorkloadView(workload, parent, key, content)
            self.workloads.append(view)
            if layout is not regular_layout:
                if (
                    layout.joint is None
                    and layout.open == "["
                    and layout.separator in SEPARATORS
                    and layout.before in BULLETS
                    and layout.close in AFTER_TAG
                ):
                    regular_layout = layout
                else:
                    deviates = True
            if deviates:
                self.deviating_workloads.append(view)

    def choice(self, field: Field) -> ChoiceMention | None:
        """Return the choice that the value of a field means and where it is; None if it means none or several."""
        if id(field) not in self._read:
            self._read[id(field)] = read_choice(self.template, field.key or "", field.value)
        return self._read[id(field)]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the template's fields that it has."""
        about = (self.template.about,) if self.subjects and self.template.about else ()
        return frozenset((*about, *(field.key for field, _, _ in self.fields if field.key is not None)))

    @property
    def deviating_names(self) -> list[WorkloadView]:
        """The workloads whose tags or names can differ from those of the template."""
        return [*self.deviating_subjects, *self.deviating_workloads] if self.deviating_subjects else self.deviating_workloads

    @property
    def is_first(self) -> bool:
        """Whether it is of the first template of the playbook, the exec summary of the published ones."""
        return self.template.spec is self.playbook.templates[0]

    @property
    def called(self) -> Literal["summary", "note"]:
        """What messages call it."""
        return "summary" if self.is_first else "note"

    @property
    def part(self) -> Literal["bullet", "label"]:
        """What messages call a field of it, by how its template is typed."""
        return "label" if self.template.spec.typed == _BOLD else "bullet"

    @property
    def head(self) -> Title | Field:
        """The title, or else the first field."""
        return self.node.title or self.fields[0].field

    @property
    def is_blank(self) -> bool:
        """Whether the summary is the template with nothing filled in."""
        is_unfilled = self.template.is_unfilled
        for field in self.fields:
            if field.spec is None or not is_unfilled(field.spec.key, field.content):
                return False
        if any(subject.content.strip() for subject in self.subjects):
            return False
        return bool(self.fields) and all(map(self._is_blank, self.workloads))

    def _is_blank(self, view: WorkloadView) -> bool:
        name = view.workload.name
        has_own_name = not name or self.playbook.vocabulary.name(name) == view.key
        return not view.content.strip(WHITESPACE + "\n") and view.key is not None and has_own_name


def without_asides(value: str) -> str:
    """Return a value with spaces in place of hashtags and comments, of the same length and with the same line ends."""
    if "#" not in value and "<" not in value and "＃" not in value:
        return value
    return re.sub(ASIDE, lambda match: re.sub(r"[^\n]", " ", match.group()), value)


def content_bounds(content: str) -> tuple[int, int]:
    """Return where the content of a value starts and ends, surrounding whitespace left out, in code points."""
    return len(content) - len(content.lstrip()), len(content.rstrip())


@lru_cache(maxsize=256)  # most notes have the same titles and labels
def _wording(template: TemplateWords, title: str | None, labels: tuple[str, ...]) -> Wording:
    code = template.vocabulary.language(title, labels) or template.default_language
    return wording_in(template, code)


def is_lookalike(view: WorkloadView, playbook: Playbook) -> bool:
    """Return whether a tag is a known one typed with letters of another alphabet that look the same."""
    tag = view.workload.tag
    if view.key is not None or tag.isascii():
        return False
    latin = lookalikes(tag)
    return latin is not None and playbook.vocabulary.tag(latin) is not None
