"""A summary as the rules see it: its fields and workloads with what is said in them, and which of them deviate from the
template at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ..playbook.model import FieldSpec, Language
from ..playbook.playbook import Playbook
from ..playbook.published import Published
from ..syntax.layout import WorkloadLayout
from ..syntax.nodes import ExecSummary, Field, Prose, Title, Workload
from ..text.confusables import lookalikes
from ..text.patterns import ASIDE
from ..text.source import BLANKS

#: What the template has around tag and name, but for blanks.
MARKS_BEFORE: Final = frozenset(("   -  ", "   - ", "  - ", "- ", "    - "))
MARKS_BEHIND_TAG: Final = frozenset(("]  ", "] "))
MARKS_BETWEEN: Final = frozenset((" - ", " – ", " — ", None))

#: What may stand around words without saying anything.
_BLANK: Final = BLANKS + "\n"


class FieldView(NamedTuple):
    """A field, and what is said in it."""

    field: Field
    #: What the playbook says of it; None for an unknown label.
    spec: FieldSpec | None
    #: The value, with blanks in place of its hashtags and comments.
    words: str


class WorkloadView(NamedTuple):
    """A workload, and what is said of it."""

    workload: Workload
    #: The field under which it stands, or None where it stands by itself.
    home: Field | None
    #: The edition's tag of the workload that is meant; None where it is unknown, or where several tags are joined.
    key: str | None
    #: The update, with blanks in place of its hashtags and comments.
    words: str


class SummaryView:
    """A summary as the rules see it."""

    def __init__(self, summary: ExecSummary, playbook: Playbook, wordings: Published, has_asides: bool) -> None:
        """Sort what stands in a summary; ``has_asides``: whether hashtags or comments may stand in it."""
        self.node = summary
        self.playbook = playbook
        self.published = wordings
        self.has_asides = has_asides
        self.fields: list[FieldView] = []
        self.workloads: list[WorkloadView] = []
        self.strays: list[Prose] = []
        #: Those that are not in every respect as the template has them: what many rules need not look at is left out.
        self.deviating_fields: list[FieldView] = []
        self.deviating_workloads: list[WorkloadView] = []
        #: The fields that should hold a choice and hold something; and those of them in which no published wording stands.
        self.choices: list[FieldView] = []
        self.deviating_choices: list[FieldView] = []
        title = summary.title
        specs, labels, choices = wordings.specs, wordings.labels, wordings.choices
        keys: list[str | None] = []
        known: list[str] = []
        for item in summary.body:
            if isinstance(item, Field):
                key, label, layout = item.key, item.label, item.layout
                words = without_asides(item.value) if has_asides else item.value
                spec = specs.get(key) if key else None
                said = FieldView(item, spec, words)
                self.fields.append(said)
                keys.append(key)
                if spec:
                    known.append(label)
                says = bool(words) and not words.isspace()
                marked = layout.colon == ": " if says else layout.colon is None and item.workloads
                if not (marked and label in labels and layout.before == "- "):
                    self.deviating_fields.append(said)
                if says and key in choices:
                    self.choices.append(said)
                    if words not in choices[key]:
                        self.deviating_choices.append(said)
                if item.workloads:
                    self._list(item.workloads, item)
            elif isinstance(item, Workload):
                self._list((item,), None)
            else:
                self.strays.append(item)
        #: The language of the summary; the playbook's default one where no known word stands.
        self.language = _language(playbook, title.text if title else None, tuple(known))
        #: Whether it is typed in every respect as the template has it: its bullets each once and in their order.
        self.is_regular = (
            not (self.deviating_fields or self.deviating_workloads or self.deviating_choices or self.strays)
            and keys == wordings.template
            and title is not None
            and title.text in wordings.titles
            and len({said.key for said in self.workloads}) == len(self.workloads)
        )

    def _list(self, workloads: tuple[Workload, ...], home: Field | None) -> None:
        vocabulary, has_asides, regular = self.playbook.vocabulary, self.has_asides, self.published.tagged_names
        at_home = home is not None and home.key == self.published.workloads_field
        neat: WorkloadLayout | None = None  # layouts are shared, so that few are looked at
        for workload in workloads:
            tag, name, layout = workload.tag, workload.name, workload.layout
            words = without_asides(workload.update) if has_asides else workload.update
            key = regular.get((tag, name))
            is_odd = key is None or not at_home or not words or words.isspace()
            if key is None:
                if tag:
                    key = vocabulary.tags.get(tag) or (vocabulary.tag(tag) if len(workload.tags) == 1 else None)
                else:
                    key = vocabulary.names.get(name) or vocabulary.name(name)
            said = WorkloadView(workload, home, key, words)
            self.workloads.append(said)
            if layout is not neat:
                if (
                    layout.open == "["
                    and layout.separator in MARKS_BETWEEN
                    and layout.before in MARKS_BEFORE
                    and layout.close in MARKS_BEHIND_TAG
                ):
                    neat = layout
                else:
                    is_odd = True
            if is_odd:
                self.deviating_workloads.append(said)

    @property
    def head(self) -> Title | Field:
        """The node with which the summary opens: its title, or else its first field."""
        return self.node.title or self.fields[0].field

    @property
    def is_blank(self) -> bool:
        """Whether it is the template with nothing filled in."""
        has = self.published.blanks.has
        for field in self.fields:
            if field.spec is None or not has(field.spec.key, field.words):
                return False
        return bool(self.fields) and all(self._is_listed_alone(said) for said in self.workloads)

    def _is_listed_alone(self, said: WorkloadView) -> bool:
        """Whether a line of the list holds a workload of the template, and nothing more."""
        name = said.workload.name
        named = not name or self.playbook.vocabulary.name(name) == said.key
        return not said.words.strip(_BLANK) and said.key is not None and named


def without_asides(value: str) -> str:
    """A value with blanks in place of its hashtags and comments, line ends and lengths kept."""
    if "#" not in value and "<" not in value and "＃" not in value:
        return value
    return re.sub(ASIDE, lambda match: re.sub(r"[^\n]", " ", match.group()), value)


def said(words: str) -> tuple[int, int]:
    """From where to where a value says something, in code points."""
    return len(words) - len(words.lstrip()), len(words.rstrip())


@lru_cache(maxsize=256)  # titles and labels alone, which are the same in most notes
def _language(playbook: Playbook, title: str | None, labels: tuple[str, ...]) -> Language:
    code = playbook.vocabulary.language(title, labels) or playbook.default_language
    return next(language for language in playbook.languages if language.code == code)


def is_lookalike(said: WorkloadView, playbook: Playbook) -> bool:
    """Whether a tag is typed with letters that only look like those of a known one."""
    tag = said.workload.tag
    if said.key is not None or tag.isascii():
        return False
    latin = lookalikes(tag)
    return latin is not None and playbook.vocabulary.tag(latin) is not None
