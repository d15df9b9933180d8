"""The flat view of a document: a row a summary and a row a workload, with the same columns for every note.

For tables: CSV, data frames, databases. Texts are plain: the writer's lines joined by line feeds, as the tree has them,
without labels, bullets and margins. None means that something is not there, an empty text that nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final, TypeAlias

import attrs
from attrs import frozen

from ..playbook.playbook import Playbook
from ..syntax.document import Document
from ..syntax.layout import Fragments, WorkloadLayout
from ..syntax.nodes import ExecSummary, Workload

#: What a cell of a row holds.
Cell: TypeAlias = str | int | None

#: The keys of the fields that have columns of their own; a playbook may have more.
_TEMPLATE: Final = ("customer", "engagement-status", "deployment-progress", "relationship", "workloads", "support-requests")


@frozen
class WorkloadRecord:
    """One workload of a summary."""

    #: Of its summary, the number in the document, counted from 1.
    summary: int
    #: Its own number in the summary, counted from 1.
    number: int
    #: What it is known by: for each of its tags that of the playbook, ``("OLM", "INTUNE")``; see `workload_keys`.
    keys: tuple[str, ...]
    #: The tag as typed, without brackets; empty where the workload was given by its name alone.
    tag: str
    #: The name as typed; empty where none was.
    name: str
    #: What is said of it.
    update: str
    #: From where to where it stands in the text, in code points.
    start: int
    end: int

    @staticmethod
    def columns() -> tuple[str, ...]:
        """The names of the columns of `row`, in order: those of the attributes."""
        return tuple(attribute.name for attribute in attrs.fields(WorkloadRecord))

    def row(self) -> dict[str, Cell]:
        """The record as texts and numbers alone: its keys are joined by ``+``."""
        return {**{name: getattr(self, name) for name in self.columns()}, "keys": "+".join(self.keys)}


@frozen
class SummaryRecord:
    """One summary. Of a label that stands twice the first counts, as for `ExecSummary.field`."""

    #: Its number in the document, counted from 1.
    number: int
    #: The language that most of its labels are in, as a BCP 47 tag such as ``pt-BR``.
    language: str | None
    #: The title as typed, without decoration.
    title: str | None
    #: What follows the title on its line.
    remark: str | None
    #: What is said under the label of the field; likewise the others that have the name of a field.
    customer: str | None
    engagement_status: str | None
    #: The key of the choice that this stands for, such as ``on-hold``; None where it is none.
    engagement_status_choice: str | None
    deployment_progress: str | None
    #: The key of the choice that this stands for; None where it is none.
    deployment_progress_choice: str | None
    relationship: str | None
    #: What is said under the label itself, then each workload of the summary on a line of its own, wherever in the summary
    #: it stands: ``[EXO] Exchange Online - Planning``.
    workloads: str | None
    support_requests: str | None
    #: The fields whose labels the playbook does not know, each on a line of its own: ``RISKS: budget``.
    unknown_fields: str
    #: The hashtags in it, as typed and in order.
    hashtags: tuple[str, ...]
    #: From where to where it stands in the text, in code points.
    start: int
    end: int
    #: The fields that the playbook has beside those above, by their keys; None for one that is missing.
    others: Mapping[str, str | None] = attrs.field(hash=False)
    #: The same for the choices among them: the key of the choice.
    other_choices: Mapping[str, str | None] = attrs.field(hash=False)
    #: Its workloads.
    workload_records: tuple[WorkloadRecord, ...]

    @staticmethod
    def columns(playbook: Playbook | None = None) -> tuple[str, ...]:
        """The names of the columns of `row`, in order.

        Args:
            playbook: that with which the notes are read; the default edition where none is given. For each field that it
                has beside those of the template there is a column ``others.KEY``, and ``other_choices.KEY`` for a choice.
        """
        more = [spec for spec in (playbook or Playbook.load()).fields if spec.key not in _TEMPLATE]
        return (
            *_COLUMNS,
            *(f"others.{spec.key}" for spec in more),
            *(f"other_choices.{spec.key}" for spec in more if spec.kind == "choice"),
        )

    def row(self) -> dict[str, Cell]:
        """The record as texts and numbers alone, without its workloads: hashtags are joined by blanks."""
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


def records(document: Document) -> list[SummaryRecord]:
    """The summaries of a document as flat records, in the order of the text; each holds the records of its workloads.

    Raises:
        TypeError: this is no document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"records() takes a Document, not {type(document).__name__}: parse() makes one of a text")
    hashtags = document.hashtags
    starts = [hashtag.span.start for hashtag in hashtags]
    found = []
    for number, summary in enumerate(document.exec_summaries, 1):
        span = document.span(summary)
        inside = hashtags[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found.append(_record(document, summary, number, tuple(hashtag.text for hashtag in inside)))
    return found


def workload_keys(workload: Workload, playbook: Playbook | None = None) -> tuple[str, ...]:
    """What a workload is known by, for comparing and grouping: for each of its tags (or, where it has none, for its name)
    the tag that the playbook writes, and for one that the playbook does not know its letters and digits in lower case.

    Args:
        workload: any workload.
        playbook: whose words count; the default edition where none is given.
    """
    vocabulary = (playbook or Playbook.load()).vocabulary
    known = vocabulary.tags.get(workload.tag)
    if known is not None:  # the usual case
        return (known,)
    key = vocabulary.workload_key
    return tuple(key(text) or text for text in workload.tags or (workload.tag or workload.name,))


def choice_keys(summary: ExecSummary) -> dict[str, str | None]:
    """For each choice field of the playbook the key of the choice that the summary makes, or None."""
    playbook = summary.playbook or Playbook.load()
    return {spec.key: summary.choice(spec.key) for spec in playbook.fields if spec.kind == "choice"}


def _record(document: Document, summary: ExecSummary, number: int, hashtags: tuple[str, ...]) -> SummaryRecord:
    playbook = summary.playbook or Playbook.load()
    values: dict[str, str | None] = dict.fromkeys(spec.key for spec in playbook.fields)
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
    """What is said beside the workloads, and the workloads; None where there is neither."""
    if not workloads:
        return value
    return "\n".join(([value] if value else []) + [_line(workload) for workload in workloads])


def _line(workload: Workload) -> str:
    """A workload as the template has it, without margin and bullet; its update keeps its lines."""
    close = "] " if workload.name else "]"
    plain = WorkloadLayout(before="", close=close, breaks=("\n",) * workload.update.count("\n"), after="\n")
    fragments: Fragments = []
    plain.write(fragments, workload.tag, workload.name, workload.update)
    return "".join(fragments[:-1])
