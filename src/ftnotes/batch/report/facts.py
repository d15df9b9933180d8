"""The facts in a note that the report counts: choices, the progress of workloads, next actions, requests and escalations."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal, TypeAlias

from attrs import frozen

from ...analysis.progress import read_progress
from ...interchange.action_records import ActionRecord
from ...interchange.records import SummaryRecord, field_columns
from ...playbook.playbook import Playbook
from ...playbook.template_words import template_words
from ...text.words import fold
from ..jobs import Examined

#: What an update says: that the workload is done, in part, planned; something else; or nothing.
State: TypeAlias = Literal["done", "part", "plan", "text", "named"]
STATES: Final[dict[State, str]] = {
    "done": "done",
    "part": "partly done",
    "plan": "planned or not begun",
    "text": "another update",
    "named": "listed without update",
}
#: When an action is due.
Due: TypeAlias = Literal["overdue", "week", "later", "undated"]
DUES: Final[dict[Due, str]] = {
    "overdue": "overdue",
    "week": "due this week",
    "later": "due later",
    "undated": "without a day",
}
#: A share is shown in a cell if it is this short.
_SHORT: Final = 6
#: A value of up to this many words that begins with "none" is none.
_FEW_WORDS: Final = 5


@frozen
class WorkloadFact:
    """The update of a workload."""

    key: str
    state: State
    #: What its cell shows: a share such as "40 %", or nothing.
    share: str
    update: str
    #: Its tag or name as typed; its key if the line has several.
    typed: str


@frozen
class ActionFact:
    """A next action that is not done."""

    what: str
    owner: str
    due: Due
    #: The last day on which it can be done, if known.
    day: datetime.date | None


@frozen
class Facts:
    """The facts in a note."""

    #: The choice of each choice field, by the keys of its template and field; None if it is missing or none of the choices.
    choices: dict[tuple[str, str], str | None]
    workloads: tuple[WorkloadFact, ...]
    actions: tuple[ActionFact, ...]
    #: What is requested, and the sentences about escalations.
    requests: tuple[str, ...]
    escalations: tuple[str, ...]
    hashtags: tuple[str, ...]
    #: The age of the customer's newest note in days, if its day is known.
    age: int | None

    def due(self, due: Due) -> int:
        """Return the number of actions that are due then."""
        return sum(action.due == due for action in self.actions)


@frozen(eq=False, slots=False)
class FactReader:
    """Reads the facts of notes."""

    playbook: Playbook
    day: datetime.date

    def read(self, note: Examined, newest: datetime.date | None = None) -> Facts:
        """Return the facts in a note.

        Args:
            note: what was found in it.
            newest: the day of the customer's newest note; by default this one's.
        """
        newest = newest or note.date
        choices: dict[tuple[str, str], str | None] = {}
        workloads: list[WorkloadFact] = []
        requests: list[str] = []
        hashtags: dict[str, None] = {}
        for record in note.records:
            requests += self._requests(note, record)
            hashtags.update(dict.fromkeys(map(str.lower, record.hashtags)))
            workloads += self._workloads(record)
            for key, names in field_columns(self.playbook, record.template).items():
                if len(names) > 1 and (record.template, key) not in choices:
                    choices[record.template, key] = record.fields[names[1]]
        return Facts(
            choices,
            tuple(workloads),
            tuple(self._action(action) for action in note.actions if not action.done),
            tuple(requests),
            note.escalations,
            tuple(hashtags),
            None if newest is None else max((self.day - newest).days, 0),
        )

    def _workloads(self, record: SummaryRecord) -> Iterator[WorkloadFact]:
        language = record.language or template_words(self.playbook, record.template).default_language
        for workload in record.workload_records:
            state, share = self._state(workload.update, language)
            for key in workload.keys:
                typed = workload.tag or workload.name if len(workload.keys) == 1 else key
                yield WorkloadFact(key, state, share, workload.update, typed)

    def _state(self, update: str, language: str) -> tuple[State, str]:
        if not update.strip():
            return "named", ""
        progress = read_progress(update, self.playbook, language)
        if progress.done and not progress.remaining:
            return "done", ""
        begun = progress.begun or progress.remaining
        if begun:
            share = begun.text(update).replace("\u00a0", " ")
            return "part", share if share[:1].isdigit() and len(share) <= _SHORT else ""
        return ("plan" if progress.planned or progress.unbegun else "text"), ""

    def _action(self, action: ActionRecord) -> ActionFact:
        last = datetime.date.fromisoformat(action.last) if action.last else None
        sunday = self.day + datetime.timedelta(6 - self.day.weekday())
        due: Due = "undated" if last is None else "overdue" if last < self.day else "week" if last <= sunday else "later"
        return ActionFact(" ".join(action.what.split()), " ".join((action.owner or "").split()), due, last)

    def _requests(self, note: Examined, record: SummaryRecord) -> Iterator[str]:
        words = template_words(self.playbook, record.template)
        for key, names in field_columns(self.playbook, record.template).items():
            if "support" not in words.fields[key].asks:
                continue
            value = record.fields[names[0]] or ""
            for action in note.actions:  # the lines below the last label are often next actions
                value = value.replace(note.row.text[action.start : action.end].strip(), "")
            if not words.is_unfilled(key, value) and not self._is_nothing(value):
                yield " ".join(value.split())

    def _is_nothing(self, value: str) -> bool:
        few = value.split()[: _FEW_WORDS + 1]
        return fold(value) in self._nothing or (len(few) <= _FEW_WORDS and bool(few) and fold(few[0]) in self._nothing)

    @cached_property
    def _nothing(self) -> frozenset[str]:
        """The folded words for nothing, in any language."""
        lists = ((words.actions.nobody, words.placeholders.not_discussed) for words in self.playbook.words)
        return frozenset(fold(text) for pair in lists for texts in pair for text in texts) | {""}
