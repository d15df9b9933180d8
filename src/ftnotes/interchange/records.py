"""Records: a document as flat rows, one per summary and one per workload, with the same columns for every note.

For tables: CSV, data frames, databases. Texts are plain: the writer's lines joined by line feeds, as in the tree, without
labels, bullets and margins. None means missing, an empty text means present and empty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final, TypeAlias

import attrs
from attrs import frozen

from ..playbook.playbook import Playbook, choose_playbook
from ..syntax.document import Document
from ..syntax.layout import Fragments, WorkloadLayout
from ..syntax.nodes import Note, Workload
from ..syntax.parser import as_document

#: The value of a cell.
Cell: TypeAlias = str | int | None

#: The keys of the fields with columns of their own; a playbook can have more fields.
_TEMPLATE: Final = ("customer", "engagement-status", "deployment-progress", "relationship", "workloads", "support-requests")


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
    def columns() -> tuple[str, ...]:
        """Return the names of the columns of `row`, in order: those of the attributes."""
        return tuple(attribute.name for attribute in attrs.fields(WorkloadRecord))

    def row(self) -> dict[str, Cell]:
        """Return the record as texts and numbers only: its keys are joined by ``+``."""
        return {**{name: getattr(self, name) for name in self.columns()}, "keys": "+".join(self.keys)}


@frozen
class SummaryRecord:
    """A summary. If a label occurs twice, the first field counts, as for `Note.field`."""

    #: Its number in the document, from 1.
    number: int
    #: The language of most of its labels, as a BCP 47 tag such as ``pt-BR``.
    language: str | None
    #: The title as typed, without decoration.
    title: str | None
    #: The text after the title on its line.
    remark: str | None
    #: The value of the field, as for the others named like a field.
    customer: str | None
    engagement_status: str | None
    #: The key of the choice, such as ``on-hold``; None if the value is not a choice.
    engagement_status_choice: str | None
    deployment_progress: str | None
    #: The key of the choice; None if the value is not a choice.
    deployment_progress_choice: str | None
    relationship: str | None
    #: The value of the field, then one line per workload of the summary, in the list or outside:
    #: ``[EXO] Exchange Online - Planning``.
    workloads: str | None
    support_requests: str | None
    #: The fields with labels that the playbook does not know, one per line: ``RISKS: budget``.
    unknown_fields: str
    #: Its hashtags, as typed and in order.
    hashtags: tuple[str, ...]
    #: Its place in the text, in code points.
    start: int
    end: int
    #: The values of the other fields of the playbook, by their keys; None for a missing one.
    others: Mapping[str, str | None] = attrs.field(hash=False)
    #: The keys of the choices of these fields; None if the value is not a choice.
    other_choices: Mapping[str, str | None] = attrs.field(hash=False)
    #: Its workloads.
    workload_records: tuple[WorkloadRecord, ...]

    @staticmethod
    def columns(playbook: Playbook | None = None, *, edition: str | None = None) -> tuple[str, ...]:
        """Return the names of the columns of `row`, in order.

        Args:
            playbook: the playbook with which the notes are read; the default edition without it and ``edition``. Each of its
                fields beside those of the template has a column ``others.KEY``, and a choice ``other_choices.KEY`` as well.
            edition: the id of a published edition, instead of ``playbook``.
        """
        more = [spec for spec in choose_playbook(playbook, edition).templates[0].fields if spec.key not in _TEMPLATE]
        return (
            *_COLUMNS,
            *(f"others.{spec.key}" for spec in more),
            *(f"other_choices.{spec.key}" for spec in more if spec.kind == "choice"),
        )

    def row(self) -> dict[str, Cell]:
        """Return the record as texts and numbers only, without its workloads: hashtags are joined by spaces."""
        return {
            **{name: getattr(self, name) for name in _COLUMNS},
            "hashtags": " ".join(self.hashtags),
            **{f"others.{key}": value for key, value in self.others.items()},
            **{f"other_choices.{key}": choice for key, choice in self.other_choices.items()},
        }


#: The columns that every summary has.
_COLUMNS: Final = tuple(
    attribute.name
    for attribute in attrs.fields(SummaryRecord)
    if attribute.name not in ("others", "other_choices", "workload_records")
)


def records(
    text_or_document: str | Document, *, playbook: Playbook | None = None, edition: str | None = None
) -> list[SummaryRecord]:
    """Return the summaries of a note as flat records, in the order of the text; each contains the records of its workloads.

    Args:
        text_or_document: any text, or a document.
        playbook: the playbook with which to read; without it and ``edition``, that of the document, or the default edition
            for a text.
        edition: the id of a published edition, instead of ``playbook``.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: both ``playbook`` and ``edition`` are given, or there is no such edition.
    """
    document = as_document(text_or_document, playbook, edition, caller="records")
    hashtags = document.hashtags
    starts = [hashtag.span.start for hashtag in hashtags]
    summaries = []
    for number, summary in enumerate(document.notes, 1):
        span = document.span(summary)
        inside = hashtags[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        summaries.append(_record(document, summary, number, tuple(hashtag.text for hashtag in inside)))
    return summaries


def workload_keys(workload: Workload, playbook: Playbook) -> tuple[str, ...]:
    """Return keys to compare and group workloads by: for each tag (or else for the name) the tag that the playbook writes.

    The key of an unknown tag or name is its letters and digits in lower case.
    """
    vocabulary = playbook.vocabulary
    known = vocabulary.tags.get(workload.tag)
    if known is not None:  # the usual case
        return (known,)
    key = vocabulary.workload_key
    return tuple(key(text) or text for text in workload.tags or (workload.tag or workload.name,))


def choice_keys(note: Note) -> dict[str, str | None]:
    """Return the key of the choice of the summary, or None, for each choice field of the playbook."""
    template = (note.playbook or Playbook.load()).template(note.template)
    return {spec.key: note.choice(spec.key) for spec in template.fields if spec.kind == "choice"}


def _record(document: Document, summary: Note, number: int, hashtags: tuple[str, ...]) -> SummaryRecord:
    playbook = summary.playbook or Playbook.load()
    values: dict[str, str | None] = dict.fromkeys(spec.key for spec in playbook.template(summary.template).fields)
    unknown = []
    for field in summary.fields:
        if field.key is None or field.key not in values:
            unknown.append(f"{field.label}: {field.value}" if field.value else f"{field.label}:")
        elif values[field.key] is None:
            values[field.key] = field.value
    choices, title, span = choice_keys(summary), summary.title, document.span(summary)
    workloads = summary.workloads
    return SummaryRecord(
        number=number,
        language=summary.language,
        title=title.text if title else None,
        remark=title.remark if title else None,
        customer=values.get("customer"),
        engagement_status=values.get("engagement-status"),
        engagement_status_choice=choices.get("engagement-status"),
        deployment_progress=values.get("deployment-progress"),
        deployment_progress_choice=choices.get("deployment-progress"),
        relationship=values.get("relationship"),
        workloads=_list(values.get("workloads"), workloads),
        support_requests=values.get("support-requests"),
        unknown_fields="\n".join(unknown),
        hashtags=hashtags,
        start=span.start,
        end=span.end,
        others={key: value for key, value in values.items() if key not in _TEMPLATE},
        other_choices={key: choice for key, choice in choices.items() if key not in _TEMPLATE},
        workload_records=tuple(
            WorkloadRecord(
                summary=number,
                number=place,
                keys=workload_keys(workload, playbook),
                tag=workload.tag,
                name=workload.name,
                update=workload.update,
                start=document.span(workload).start,
                end=document.span(workload).end,
            )
            for place, workload in enumerate(workloads, 1)
        ),
    )


def _list(value: str | None, workloads: tuple[Workload, ...]) -> str | None:
    """Return the value of the field and the workloads, or None if there is neither."""
    if not workloads:
        return value
    return "\n".join(([value] if value else []) + [_line(workload) for workload in workloads])


def _line(workload: Workload) -> str:
    """Return a workload in the layout of the template, without margin and bullet; its update keeps its lines."""
    close = "] " if workload.name else "]"
    plain = WorkloadLayout(before="", close=close, breaks=("\n",) * workload.update.count("\n"), after="\n")
    fragments: Fragments = []
    plain.write(fragments, workload.tag, workload.name, workload.update)
    return "".join(fragments[:-1])
