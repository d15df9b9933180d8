"""``ftnotes compare``: what changed between two notes, or between two exports by id."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..files.inputs import Inputs
from ..options.arguments import READING, OneOf, PolicyOptions, ReadingOptions, day, redact_option
from ..options.declaration import group, option, positional
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.export_arguments import EXPORTS, ExportOptions
from ..options.parser import Command
from ..output.terminal import STDIN, Screen
from .report import NOT_OF_A_PAGE

if TYPE_CHECKING:
    import datetime

    from ...batch.report.comparison import Part, PortfolioChanges

_FORMS: Final = ("text", "json")
#: The number of customers that only one export has, and that are shown as text.
_SHOWN: Final = 20


@frozen
class CompareArguments:
    """The arguments of ``compare``."""

    old: str = positional("OLD", "the older note, folder of notes, or export")
    new: str = positional("NEW", "the newer one, of the same kind")
    as_of: datetime.date | None = option(
        "the day of the comparison, on which actions are overdue (default: today)", metavar="YYYY-MM-DD", type=day
    )
    output_format: str = option(f"{' or '.join(_FORMS)} (default: text)", metavar="FORM", type=OneOf(_FORMS), default="text")
    redact: bool = redact_option(None)
    policy: PolicyOptions = group(PolicyOptions, without=NOT_OF_A_PAGE)
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS)


def _run(arguments: CompareArguments, errors: Screen) -> int:
    from ...batch.formats import is_export
    from ...batch.report.comparison import Comparer, PortfolioChanges, compare_portfolios
    from ...batch.report.portfolio import ReportOptions
    from ...batch.rows import ExportError
    from ..files.portfolios import day_of_report, note_swapped, read_portfolio
    from ..options.export_options import ProblemReporter
    from ..options.settings import settings

    both = [is_export(name) for name in (arguments.old, arguments.new)]
    if any(both) and not (all(both) and arguments.exports.id_column):
        raise UsageError("exports are compared with exports, by --id-column, as in --id-column Tenant")
    effective = settings(arguments.reading, arguments.policy)
    inputs = Inputs(errors, effective.max_size, STDIN, arguments.reading.encoding, effective.configuration.excludes)
    screen, reporter = Screen.of(sys.stdout), ProblemReporter(inputs, arguments.redact)
    options = ReportOptions(day=day_of_report(arguments.as_of, arguments.policy.date, errors), playbook=effective.playbook)
    try:
        old, new = (
            read_portfolio(list(inputs.distinct([name])), inputs, effective, arguments.exports, reporter, options)
            for name in (arguments.old, arguments.new)
        )
    except ExportError as error:
        reporter.add(error.error)
        return FAILURE
    reporter.close()
    if not old.notes or not new.notes:
        return FAILURE
    if any(both) or inputs.folders:
        changes = compare_portfolios(old, new)
        note_swapped(old, new, errors)
    else:
        comparer = Comparer(options.playbook, options.day)
        (before,), (after,) = old.customers, new.customers
        changes = PortfolioChanges((comparer.compare(after.name, before.note, after.note),), (), ())
    if arguments.output_format == "json":
        _print_json(screen, changes, arguments.redact)
    else:
        _print_text(screen, changes, arguments.redact)
    return FAILURE if inputs.failures else CLEAN


def _print_json(screen: Screen, changes: PortfolioChanges, redact: bool) -> None:
    for one in changes.compared:
        screen.print_json({"name": one.name, "significant": one.is_significant} if redact else one.as_json())
    for kind, names in (("new", changes.new), ("gone", changes.gone), ("unread", changes.unread)):
        for name in names:
            screen.print_json({"name": name, kind: True})


def _print_text(screen: Screen, changes: PortfolioChanges, redact: bool) -> None:
    from ...policy.messages import listed
    from ...policy.report_text import counted

    for one in filter(None, changes.compared):
        screen.print(screen.styled(screen.escape(one.name), "place") + (": significant change" if one.is_significant else ""))
        for line in one.lines(redact):
            screen.print(f"  {_shown(screen, line)}")
        screen.print("")
    for words, names in (("New", changes.new), ("Gone", changes.gone), ("Not recognized in one of them", changes.unread)):
        if names:
            screen.print(f"{words} ({len(names):,}): {listed([*map(screen.escape, names)], limit=_SHOWN)}")
    changed = sum(map(bool, changes.compared))
    screen.print(
        f"{counted(len(changes.compared), 'customer')} compared: {len(changes.significant):,} with a significant change, "
        f"{changed - len(changes.significant):,} with other changes, {len(changes.compared) - changed:,} without any"
    )


def _shown(screen: Screen, line: Iterable[str | Part]) -> str:
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    shown = []
    for part in line:
        if isinstance(part, str):
            shown.append(screen.escape(part))
        else:
            before, after = marks[part.kind]
            shown.append(f"{before}{screen.escape(part.text)}{after}")
    return "".join(shown)


COMMAND: Final = Command(
    "[OPTIONS] OLD NEW",
    "Show what changed between two notes, two folders of notes, or two exports (by --id-column): choices that moved, workloads "
    "that came, went or have the same update word for word, other words, next actions, and problems; and whether there is a "
    "significant change.",
    CompareArguments,
    _run,
)
