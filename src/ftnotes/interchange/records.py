"""Records: a document as flat rows, one per summary and one per workload, with the same columns for every note.

For tables: CSV, data frames, databases. Texts are plain: the writer's lines joined by line feeds, as in the tree, without
labels, bullets and margins. None means missing, an empty text means present and empty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, TypeAlias

import attrs
from attrs import frozen

from ..playbook.choice_reading import choices_in
from ..playbook.everyday_names import everyday_name
from ..playbook.playbook import Playbook, choose_playbook
from ..playbook.template_words import template_words
from ..playbook.wording import JOINT
from ..syntax.document import Document, playbook_for
from ..syntax.layout import Fragments, WorkloadLayout
from ..syntax.nodes import Workload
from ..syntax.note import Note
from ..syntax.parser import as_document
from ..text.source import Span

#: The value of a cell.
Cell: TypeAlias = str | int | None

#: The columns of tables before those of the records: the place of the note. A note in a file of its own has neither row nor id.
WHERE: Final = ("file", "row", "id")


@frozen
class WorkloadRecord:
    """A workload of a summary."""

    #: The number of its summary in the document, from 1.
    summary: int
    #: Its number in the summary, from 1.
    number: int
    #: The playbook's tag for each of its tags, ``("OLM", "INTUNE")``; see `workload_keys`.
    keys: tuple[str, ...]
    #: The tag as typed, without brackets; empty if there is only a name.
    tag: str
    #: The name as typed; empty if there is none.
    name: str
    #: The update.
    update: str
    #: Its place in the text, in code points.
    start: int
    end: int

    @staticmethod
    @cache
    def columns() -> tuple[str, ...]:
        """Return the names of the columns of `row`, in order: those of the attributes."""
        return tuple(attribute.name for attribute in attrs.fields(WorkloadRecord))

    def row(self) -> dict[str, Cell]:
        """Return the record as texts and numbers only: its keys are joined by ``+``."""
        return {**{name: getattr(self, name) for name in self.columns()}, "keys": "+".join(self.keys)}


@frozen
class SummaryRecord:
    """A note of one template. Its columns are attributes too: ``record.engagement_status_choice``."""

    #: Its number among the notes of its template in the document, from 1.
    number: int
    #: The key of its template.
    template: str
    #: The language of most of its labels, as a BCP 47 tag such as ``pt-BR``.
    language: str | None
    #: The title as typed, without decoration.
    title: str | None
    #: The text after the title on its line.
    remark: str | None
    #: The columns of its fields: the value of each, None for a missing one; and the key of a choice, None if the value is none.
    #: If a label occurs twice, the first field counts, as for `Note.field`. The value of the list of workloads ends with
    #: a line for each workload of the note, in the list or outside: ``[EXO] Exchange Online - Planning``. What a note is
    #: about can be on a line of its own. Several choices are joined by ``+``.
    fields: Mapping[str, str | None] = attrs.field(hash=False)
    #: The fields with labels that the playbook does not know, one per line: ``RISKS: budget``.
    unknown_fields: str
    #: Its hashtags, as typed and in order.
    hashtags: tuple[str, ...]
    #: Its place in the text, in code points.
    start: int
    end: int
    #: Its workloads.
    workload_records: tuple[WorkloadRecord, ...]

    def __getattr__(self, name: str) -> str | None:
        if name == "fields" or name not in self.fields:
            raise AttributeError(f"a record of this template has no column {name!r}")
        return self.fields[name]

    @staticmethod
    def columns(
        playbook: Playbook | None = None, *, edition: str | None = None, template: str | None = None
    ) -> tuple[str, ...]:
        """Return the names of the columns of `row`, in order: those of the fields of a template are between the others.

        A field has the column of its key, with ``_`` for each hyphen, and a choice also one with ``_choice`` at the end. Where
        another column has that name, it begins with ``field_``.

        Args:
            playbook: the playbook with which the notes are read; the default edition without it and ``edition``.
            edition: the id of a published edition, instead of ``playbook``.
            template: the key of the template; the first one by default.

        Raises:
            ValueError: there is no such edition or template, or both ``playbook`` and ``edition`` are given.
        """
        chosen = choose_playbook(playbook, edition)
        fields = field_columns(chosen, template or chosen.templates[0].key).values()
        return (*_BEFORE, *(name for names in fields for name in names), *_AFTER)

    def row(self) -> dict[str, Cell]:
        """Return the record as texts and numbers only, without its workloads: hashtags are joined by spaces."""
        before, after = ({name: getattr(self, name) for name in names} for names in (_BEFORE, _AFTER))
        return {**before, **self.fields, **after, "hashtags": " ".join(self.hashtags)}


#: The columns before and after those of the fields.
_BEFORE: Final = ("number", "language", "title", "remark")
_AFTER: Final = ("unknown_fields", "hashtags", "start", "end")
#: The names that no column of a field has.
_TAKEN: Final = frozenset((*WHERE, *(attribute.name for attribute in attrs.fields(SummaryRecord))))


@lru_cache(maxsize=64)
def field_columns(playbook: Playbook, template: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the columns of each field of a template, by its key: that of its value, and that of its choice."""
    columns: dict[str, tuple[str, ...]] = {}
    taken = set(_TAKEN)
    for spec in playbook.template(template).fields:
        name = spec.key.replace("-", "_")
        names: tuple[str, ...] = (name, f"{name}_choice") if spec.kind == "choice" else (name,)
        while not taken.isdisjoint(names):
            names = tuple(f"field_{name}" for name in names)
        taken.update(names)
        columns[spec.key] = names
    return columns


def records(
    text_or_document: str | Document,
    *,
    playbook: Playbook | None = None,
    edition: str | None = None,
    template: str | None = None,
) -> list[SummaryRecord]:
    """Return the notes of one template as flat records, in the order of the text; each contains the records of its workloads.

    Args:
        text_or_document: any text, or a document.
        playbook: the playbook with which to read; without it and ``edition``, that of the document, or the default edition
            for a text.
        edition: the id of a published edition, instead of ``playbook``.
        template: the key of the template; the first one by default: the exec summary.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition or template.
    """
    document = as_document(text_or_document, playbook, edition, caller="records")
    templates = playbook_for(document, None, None)
    key = templates.templates[0].key if template is None else templates.template(template).key
    hashtags = document.hashtags
    starts = [hashtag.span.start for hashtag in hashtags]
    summaries = []
    for number, summary in enumerate((note for note in document.notes if note.template == key), 1):
        span = document.span(summary)
        inside = hashtags[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        summaries.append(_record(document, summary, span, number, tuple(hashtag.text for hashtag in inside)))
    return summaries


def workload_keys(workload: Workload, playbook: Playbook) -> tuple[str, ...]:
    """Return keys to compare and group workloads by: for each tag (or else for the name) the tag that the playbook writes.

    Everyday tags and names count as what they mean: ``Exchange/SharePoint`` has two keys. The key of an unknown tag or name is
    its letters and digits in lower case.
    """
    vocabulary = playbook.vocabulary
    known = vocabulary.tags.get(workload.tag)
    if known is not None:  # the usual case
        return (known,)
    if not workload.tag and not vocabulary.name(workload.name):
        meant = everyday_name(playbook, workload.name)
        if meant is not None:
            return tuple(meant.tag.split(JOINT))
    texts = workload.tags or (workload.tag or workload.name,)
    return tuple(playbook.everyday.tag(text) or vocabulary.workload_key(text) or text for text in texts)


def choice_keys(note: Note) -> dict[str, str | None]:
    """Return the key of the choice of a note, or None, for each choice field of its template; several are joined by ``+``."""
    template = (note.playbook or Playbook.load()).template(note.template)
    return {spec.key: "+".join(note.choices(spec.key)) or None for spec in template.fields if spec.kind == "choice"}


def _record(document: Document, summary: Note, span: Span, number: int, hashtags: tuple[str, ...]) -> SummaryRecord:
    playbook = summary.playbook or Playbook.load()
    template = template_words(playbook, summary.template)
    values: dict[str, str | None] = dict.fromkeys(template.fields)
    unknown = []
    for field in summary.fields:
        if field.key is None or field.key not in values:
            unknown.append(f"{field.label}: {field.value}" if field.value else f"{field.label}:")
        elif values[field.key] is None:
            values[field.key] = field.value
    choices = {key: choices_in(template, key, value) for key in template.choices if (value := values[key])}
    title, workloads = summary.title, summary.workloads
    if template.listing:
        values[template.listing] = _list(values[template.listing], workloads)
    if template.about and summary.body and isinstance(about := summary.body[0], Workload):
        values[template.about] = _list(values[template.about], (about,))
    fields = {}
    for key, (name, *choice) in field_columns(playbook, summary.template).items():
        fields[name] = values[key]
        fields.update(dict.fromkeys(choice, "+".join(choices.get(key, ())) or None))
    return SummaryRecord(
        number=number,
        template=summary.template,
        language=summary.language,
        title=title.text if title else None,
        remark=title.remark if title else None,
        fields=fields,
        unknown_fields="\n".join(unknown),
        hashtags=hashtags,
        start=span.start,
        end=span.end,
        workload_records=tuple(
            WorkloadRecord(
                summary=number,
                number=at,
                keys=workload_keys(workload, playbook),
                tag=workload.tag,
                name=workload.name,
                update=workload.update,
                start=(place := document.span(workload)).start,
                end=place.end,
            )
            for at, workload in enumerate(workloads, 1)
        ),
    )


#: How workloads without and with a name are written on lines of their own.
_PLAIN: Final = WorkloadLayout(before="", close="]", after="\n")
_PLAIN_NAMED: Final = attrs.evolve(_PLAIN, close="] ")


def _list(value: str | None, workloads: tuple[Workload, ...]) -> str | None:
    """Return the value of the field and the workloads, or None if there is neither."""
    if not workloads:
        return value
    return "\n".join(([value] if value else []) + [_line(workload) for workload in workloads])


def _line(workload: Workload) -> str:
    """Return a workload in the layout of the template, without margin and bullet; its update keeps its lines."""
    layout = _PLAIN_NAMED if workload.name else _PLAIN
    if "\n" in workload.update:
        layout = attrs.evolve(layout, breaks=("\n",) * workload.update.count("\n"))
    fragments: Fragments = []
    layout.write(fragments, workload.tag, workload.name, workload.update)
    return "".join(fragments[:-1])
