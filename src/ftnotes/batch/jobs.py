"""Jobs: what is done with the note of a row, as values that can be sent to other processes.

A job is called with a row and returns what it makes of the note, or a `RowError`. It does not return the row, which would
only travel back to the process that has it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final, Generic, TypeAlias, TypeVar

from attrs import converters, define, evolve, field, frozen

from ..interchange.action_records import ActionRecord, action_records, records_of_actions
from ..interchange.records import SummaryRecord, records
from ..playbook.playbook import Playbook, choose_playbook
from ..policy.checker import as_rules, check, check_view
from ..policy.context import NO_CONTEXT, Context
from ..policy.diagnostics import NotEvaluated, Severity, SeverityName
from ..policy.escalations import escalation_texts
from ..policy.fix_result import FixResult
from ..policy.fixer import Fixer
from ..policy.note_view import NoteView
from ..policy.recognition import Unrecognized, unrecognized
from ..policy.report import Report
from ..policy.rule import Rule
from ..policy.rules import RULES
from ..policy.selection import as_names, chosen_rules, severities_by_code
from ..syntax.document import Document
from ..syntax.parser import parse
from .rows import Row, RowError

T = TypeVar("T")

#: The number of distinct row contexts that are cached.
_CACHED: Final = 1024


def _selected(names: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if names is None else as_names("select", names)


def _ignored(names: Iterable[str]) -> tuple[str, ...]:
    return as_names("ignore", names)


@frozen
class Policy:
    """How to check notes: the arguments of `check`, which explains them, except the note."""

    #: What is known of all notes. The context columns of a row take precedence.
    context: Context = NO_CONTEXT
    playbook: Playbook | None = None
    rules: tuple[Rule, ...] | None = field(default=None, converter=converters.optional(as_rules))
    select: tuple[str, ...] | None = field(default=None, converter=_selected)
    ignore: tuple[str, ...] = field(default=(), converter=_ignored)
    severities: Mapping[str, SeverityName | Severity] = field(factory=dict, hash=False)
    edition: str | None = field(default=None, kw_only=True)

    @property
    def needs_previous(self) -> bool:
        """Whether a rule needs the previous note about a customer."""
        chosen = chosen_rules(RULES if self.rules is None else self.rules, self.select, self.ignore)
        return any("previous" in rule.needs for rule in chosen)

    def validated(self) -> Policy:
        """Return the policy with a playbook for its edition, and its context in keys of the playbook.

        Raises:
            ValueError: the policy names an unknown edition, rule, severity, role, note type, priority or intent, or both a
                playbook and an edition.
        """
        rules = RULES if self.rules is None else self.rules
        chosen_rules(rules, self.select, self.ignore)
        severities_by_code(rules, self.severities)
        playbook = choose_playbook(self.playbook, self.edition)
        # The default edition is not sent to other processes, which have it.
        sent = self.playbook if self.edition is None else playbook
        return evolve(self, context=self.context.resolved(playbook), playbook=sent, edition=None)


@frozen
class Checked:
    """A row and the report about its note."""

    row: Row
    report: Report
    #: The number of exec summaries in the note.
    summaries: int


@frozen
class Fixed:
    """A row and its fixed note."""

    row: Row
    result: FixResult
    #: The rules that could not judge the fixed note.
    not_evaluated: tuple[NotEvaluated, ...]
    #: The number of exec summaries in the fixed note.
    summaries: int


@frozen
class Recorded:
    """A row with the summaries and the next actions of its note."""

    row: Row
    records: tuple[SummaryRecord, ...]
    actions: tuple[ActionRecord, ...] = ()


@frozen
class Examined:
    """A row with all that is found in its note."""

    row: Row
    report: Report
    records: tuple[SummaryRecord, ...]
    actions: tuple[ActionRecord, ...]
    #: Why no note of a template was recognized; None if one was.
    unrecognized: Unrecognized | None
    #: The day of the note, if known.
    date: datetime.date | None
    #: The sentences about escalations that are not settled, each in one line.
    escalations: tuple[str, ...] = ()


@define
class _PolicyJob:
    policy: Policy
    _contexts: dict[tuple[tuple[str, str], ...], Context | str] = field(factory=dict, init=False)

    def check(self, document: Document, context: Context) -> Report:
        policy = self.policy
        return check(
            document,
            context=context,
            rules=policy.rules,
            select=policy.select,
            ignore=policy.ignore,
            severities=policy.severities,
        )

    def context(self, row: Row) -> Context | str:
        """Return the context of a row, or the reason why its cells can't be understood."""
        context, previous = self._of_cells(row), row.previous
        if previous is None or isinstance(context, str):
            return context
        return evolve(context, previous=previous.text, previous_at=previous.at)

    def _of_cells(self, row: Row) -> Context | str:
        if not row.context:
            return self.policy.context
        key = tuple(row.context.items())
        if key not in self._contexts:
            if len(self._contexts) >= _CACHED:
                self._contexts.clear()
            self._contexts[key] = _context(self.policy, row)
        return self._contexts[key]


def _context(policy: Policy, row: Row) -> Context | str:
    values: dict[str, Any] = {**row.context}
    try:
        values["date"] = row.day or policy.context.date
        return evolve(policy.context, **values).resolved(policy.playbook or Playbook.load())
    except ValueError as error:
        return str(error)


@define
class CheckJob(_PolicyJob):
    """Checks the note of a row."""

    def __call__(self, row: Row) -> tuple[Report, int] | RowError:
        """Return the report and the number of exec summaries, or the reason why the row can't be checked."""
        context = self.context(row)
        if isinstance(context, str):
            return row.error(context)
        document = parse(row.text, self.policy.playbook, note_type=context.note_type)
        return self.check(document, context), len(document.notes)


@frozen
class ViewJob(Generic[T]):
    """Checks the note of a row, and makes something of what was found."""

    job: CheckJob
    view: Callable[[Checked], T]

    def __call__(self, row: Row) -> T | RowError:
        """Return what ``view`` returns, or the reason why the row can't be checked."""
        made = self.job(row)
        return made if isinstance(made, RowError) else self.view(Checked(row, *made))


#: The values of an `Examined` other than the row.
_Found: TypeAlias = (
    "tuple[Report, tuple[SummaryRecord, ...], tuple[ActionRecord, ...], Unrecognized | None, datetime.date | None,"
    "tuple[str, ...]]"
)


@define
class ExamineJob(_PolicyJob):
    """Reads the note of a row once, checks it, and turns it into records."""

    #: The template whose notes are turned into records; the first one for None.
    template: str | None = None

    def __call__(self, row: Row) -> _Found | RowError:
        """Return the values of an `Examined` other than the row, or the reason why the row can't be checked."""
        context = self.context(row)
        if isinstance(context, str):
            return row.error(context)
        playbook = self.policy.playbook or Playbook.load()
        document = parse(row.text, playbook, note_type=context.note_type)
        view, policy = NoteView(document, playbook, context.date), self.policy
        return (
            check_view(view, context.resolved(playbook), policy.rules, policy.select, policy.ignore, policy.severities),
            tuple(records(document, template=self.template)),
            tuple(records_of_actions(action.written_on(context.date) for action in view.next_actions)),
            unrecognized(view),
            context.date,
            escalation_texts(view),
        )

    def examine(self, row: Row) -> Examined | RowError:
        """Return all that is found in the note of a row, or the reason why it can't be checked."""
        found = self(row)
        return found if isinstance(found, RowError) else Examined(row, *found)


@define
class FixJob(_PolicyJob):
    """Fixes the note of a row."""

    unsafe: bool

    def __call__(self, row: Row) -> tuple[FixResult, tuple[NotEvaluated, ...], int] | RowError:
        """Return the values of a `Fixed` other than the row, or the reason why the row can't be checked."""
        context = self.context(row)
        if isinstance(context, str):
            return row.error(context)
        fixer = Fixer(self.unsafe, partial(self.check, context=context))
        result, fixed = fixer.fix(parse(row.text, self.policy.playbook, note_type=context.note_type))
        return result, fixed.report.not_evaluated, len(fixed.document.notes)


@frozen
class RecordJob:
    """Turns the note of a row into records."""

    playbook: Playbook | None
    #: The date of notes in rows without one.
    date: datetime.date | None = None
    #: The template whose notes are turned into records; the first one for None.
    template: str | None = None

    def __call__(self, row: Row) -> tuple[tuple[SummaryRecord, ...], tuple[ActionRecord, ...]] | RowError:
        """Return the records of the summaries in the note, and of its next actions."""
        try:
            day = row.day or self.date
        except ValueError as error:
            return row.error(str(error))
        document = parse(row.text, self.playbook)
        return tuple(records(document, template=self.template)), tuple(action_records(document, date=day))
