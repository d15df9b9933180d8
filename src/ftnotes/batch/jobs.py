"""What is done with a single row: values that processes can be sent, and what they give back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeVar, cast

from attrs import define, evolve, field, frozen

from ..interchange.records import SummaryRecord, records
from ..playbook.playbook import Playbook
from ..policy.checker import check
from ..policy.context import NO_CONTEXT, Context
from ..policy.diagnostics import NotEvaluated, Report, Severity
from ..policy.fixer import FixResult, fix
from ..policy.rule import Rule
from ..policy.rules import RULES
from ..policy.selection import chosen_rules, severities_by_code
from ..syntax.parser import parse
from .packing import Packed, packed, unpacked
from .rows import Row, RowError

T_co = TypeVar("T_co", covariant=True)

_NO_SEVERITIES: Final[Mapping[str, Severity | str]] = {}
#: The contexts of so many kinds of rows are remembered.
_KINDS: Final = 1024


@frozen
class Policy:
    """How notes are checked: what `check` takes beside the note."""

    #: What is known of all notes; what the columns of a row tell comes before it.
    context: Context = NO_CONTEXT
    #: The default edition where none is given.
    playbook: Playbook | None = None
    rules: tuple[Rule, ...] = RULES
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity | str] = field(default=_NO_SEVERITIES, hash=False)


@frozen
class Checked:
    """A row, and what a check of its note found."""

    row: Row
    report: Report
    #: So many exec summaries the note has.
    summaries: int


@frozen
class Fixed:
    """A row, and what came of mending its note."""

    row: Row
    result: FixResult
    #: What a check of the mended note could not judge.
    not_evaluated: tuple[NotEvaluated, ...]
    #: So many exec summaries that has.
    summaries: int


@frozen
class Recorded:
    """A row, and the summaries of its note."""

    row: Row
    records: tuple[SummaryRecord, ...]


def validated(policy: Policy | None) -> Policy:
    """A policy of which all that it names is there.

    Raises:
        ValueError: it names a rule, severity, role, note type, priority or intent that there is not.
    """
    policy = policy or Policy()
    chosen_rules(policy.rules, policy.select, policy.ignore)
    severities_by_code(policy.rules, policy.severities)
    return evolve(policy, context=policy.context.resolved(policy.playbook or Playbook.load()))


class Job(Protocol[T_co]):
    """What is done with a row, here or in another process."""

    def __call__(self, row: Row) -> T_co:
        """Do it here."""
        ...

    def send(self, row: Row) -> object:
        """Do it, and give what came of it as it is best sent to another process: without the row."""
        ...

    def receive(self, row: Row, sent: object) -> T_co:
        """What came of it, of what another process sent."""
        ...


@define
class _RowContexts:
    """What the columns of a row tell, on top of what is known of all."""

    policy: Policy
    _known: dict[tuple[tuple[str, str], ...], Context | str] = field(factory=dict, init=False)

    def context(self, row: Row) -> Context | str:
        """The context of a row, or why it can't be understood."""
        if not row.context:
            return self.policy.context
        told = tuple(row.context.items())
        if told not in self._known:
            if len(self._known) >= _KINDS:
                self._known.clear()
            self._known[told] = self._understood(dict(row.context))
        return self._known[told]

    def _understood(self, told: dict[str, str]) -> Context | str:
        date = self.policy.context.date
        if "date" in told:
            said = told.pop("date").strip()
            try:
                date = datetime.date.fromisoformat(said[:10] if said[10:11] in ("T", " ") else said)
            except ValueError:
                return (
                    f"its date is {said[:40]!r}, and dates are read as 2020-05-08; export them so, or leave out the date column"
                )
        try:
            return evolve(self.policy.context, **told, date=date).resolved(self.policy.playbook or Playbook.load())
        except ValueError as error:
            return str(error)


@define
class CheckJob:
    """Checks the note of a row."""

    policy: Policy
    _contexts: _RowContexts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._contexts = _RowContexts(self.policy)

    def __call__(self, row: Row) -> Checked | RowError:
        """What was found; or why the row could not be checked."""
        context = self.context(row)
        if isinstance(context, str):
            return row.error(context)
        policy = self.policy
        document = parse(row.text, policy.playbook)
        report = check(
            document,
            context=context,
            rules=policy.rules,
            select=policy.select,
            ignore=policy.ignore,
            severities=policy.severities,
        )
        return Checked(row, report, len(document.exec_summaries))

    def context(self, row: Row) -> Context | str:
        """What is told of a row; or why that can't be understood."""
        return self._contexts.context(row)

    def send(self, row: Row) -> object:
        """See `Job`."""
        made = self(row)
        return (packed(made.report), made.summaries) if isinstance(made, Checked) else made

    def receive(self, row: Row, sent: object) -> Checked | RowError:
        """See `Job`."""
        if isinstance(sent, RowError):
            return sent
        report, summaries = cast(tuple[Packed, int], sent)
        return Checked(row, unpacked(report), summaries)


@define
class FixJob:
    """Mends the note of a row."""

    policy: Policy
    unsafe: bool
    _check: CheckJob = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._check = CheckJob(self.policy)

    def __call__(self, row: Row) -> Fixed | RowError:
        """What came of it; or why the row could not be checked."""
        before = self._check(row)
        if isinstance(before, RowError):
            return before
        found = before.report.diagnostics
        if not any(one.safe or self.unsafe for diagnostic in found for one in diagnostic.fixes):
            return Fixed(row, FixResult(row.text, (), found, ()), before.report.not_evaluated, before.summaries)
        policy = self.policy
        result = fix(
            row.text,
            unsafe=self.unsafe,
            context=cast(Context, self._check.context(row)),
            playbook=policy.playbook,
            rules=policy.rules,
            select=policy.select,
            ignore=policy.ignore,
            severities=policy.severities,
        )
        after = cast(Checked, self._check(evolve(row, text=result.text)))
        return Fixed(row, result, after.report.not_evaluated, after.summaries)

    def send(self, row: Row) -> object:
        """See `Job`."""
        made = self(row)
        return (made.result, made.not_evaluated, made.summaries) if isinstance(made, Fixed) else made

    def receive(self, row: Row, sent: object) -> Fixed | RowError:
        """See `Job`."""
        if isinstance(sent, RowError):
            return sent
        result, not_evaluated, summaries = cast(tuple[FixResult, tuple[NotEvaluated, ...], int], sent)
        return Fixed(row, result, not_evaluated, summaries)


@frozen
class RecordJob:
    """Turns the note of a row into records."""

    playbook: Playbook | None

    def __call__(self, row: Row) -> Recorded:
        """Its summaries."""
        return Recorded(row, tuple(records(parse(row.text, self.playbook))))

    def send(self, row: Row) -> object:
        """See `Job`."""
        return self(row).records

    def receive(self, row: Row, sent: object) -> Recorded:
        """See `Job`."""
        return Recorded(row, cast(tuple[SummaryRecord, ...], sent))


@frozen
class ChangeJob:
    """Gives the note of a row as somebody else's function changes it."""

    change: Callable[[Row], str]

    def __call__(self, row: Row) -> tuple[Row, str]:
        """The row and its new note."""
        return row, self.change(row)

    def send(self, row: Row) -> object:
        """See `Job`."""
        return self.change(row)

    def receive(self, row: Row, sent: object) -> tuple[Row, str]:
        """See `Job`."""
        return row, cast(str, sent)
