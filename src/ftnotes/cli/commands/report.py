"""``ftnotes report``: a page about the notes of all customers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ..files.inputs import Inputs
from ..options.arguments import READING, PolicyOptions, ReadingOptions, day, keep_option, notes_argument, whole_number
from ..options.declaration import flag, group, option
from ..options.exit_status import CLEAN, FAILURE, UsageError
from ..options.export_arguments import EXPORTS, ExportOptions, refuse_kept_columns
from ..options.parser import Command
from ..output.failures import failures_line
from ..output.terminal import STDIN, Screen

if TYPE_CHECKING:
    import datetime

#: The most days after which a note is stale.
_MOST_DAYS: Final = 10_000
#: Options about output that the page does not have.
NOT_OF_A_PAGE: Final = ("output_format", "fail_on", "require_summary")


@frozen
class ReportArguments:
    """The arguments of ``report``."""

    notes: list[str] = notes_argument()
    output: str = option(
        "the page to write; an existing file is replaced", None, "-o", "--output", metavar="FILE", required=True
    )
    title: str = option("the title of the page (default: Status notes)", metavar="TEXT", default="Status notes")
    as_of: datetime.date | None = option(
        "the day of the report, on which notes are stale and actions overdue (default: today)", metavar="YYYY-MM-DD", type=day
    )
    stale_after: int = option(
        "days after which a note is stale (default: 30)", metavar="DAYS", type=whole_number(_MOST_DAYS), default=30
    )
    owner_column: str | None = option("the column with who looks after a customer", metavar="NAME")
    group_by: str | None = option("the column by which to group customers", None, "--group", metavar="NAME")
    keep: list[str] = keep_option()
    since: list[str] = option(
        "an older export, or folder of notes, to compare with; can be given several times",
        metavar="OLD",
        action="append",
        default=[],
    )
    redact: bool = flag("leave out all text of notes")
    policy: PolicyOptions = group(PolicyOptions, without=NOT_OF_A_PAGE)
    reading: ReadingOptions = group(ReadingOptions, READING)
    exports: ExportOptions = group(ExportOptions, EXPORTS)


def _run(arguments: ReportArguments, errors: Screen) -> int:
    from ...batch.formats import is_export
    from ...batch.previous import OlderNotes
    from ...batch.report.comparison import compare_portfolios
    from ...batch.report.page import report_page
    from ...batch.report.portfolio import ReportOptions
    from ...batch.rows import ExportError, RowError
    from ...batch.text_file import open_target
    from ...policy.report_text import counted
    from ..files.portfolios import day_of_report, note_swapped, read_portfolio
    from ..options.export_options import ProblemReporter
    from ..options.settings import settings

    effective = settings(arguments.reading, arguments.policy)
    inputs = Inputs(errors, effective.max_size, STDIN, arguments.reading.encoding, effective.configuration.excludes)
    names, since = list(inputs.distinct(arguments.notes)), list(inputs.distinct(arguments.since))
    # A file is named by its customer; a row without id is not.
    has_ids = arguments.exports.id_column is not None or not any(map(is_export, names))
    if since and any(map(is_export, names + since)) and arguments.exports.id_column is None:
        raise UsageError("--since compares exports by --id-column, as in --id-column Tenant")
    if any(not is_export(name) and name not in inputs.folders for name in since):
        raise UsageError("--since takes exports and folders of notes; to compare two notes, use ftnotes compare")
    columns = dict.fromkeys((arguments.owner_column, arguments.group_by, *arguments.keep))
    keep = [name for name in columns if name is not None]
    refuse_kept_columns(keep, names, "--keep, --group and --owner-column name columns")
    options = ReportOptions(
        title=arguments.title,
        playbook=effective.playbook,
        owner=arguments.owner_column,
        group=arguments.group_by,
        stale_after=arguments.stale_after,
        redact=arguments.redact,
        has_ids=has_ids,
        day=day_of_report(arguments.as_of, arguments.policy.date, errors),
    )
    screen, reporter = Screen.of(sys.stdout), ProblemReporter(inputs, arguments.redact, (arguments.output,))
    kept = ["/dev/stdin" if name == STDIN else name for name in names + since]  # it can be redirected from a file
    try:
        with open_target(arguments.output, kept) as target:
            old, older = None, OlderNotes()
            if since:
                old = read_portfolio(since, inputs, effective, arguments.exports, reporter, options, seen=older.add)
            portfolio = read_portfolio(names, inputs, effective, arguments.exports, reporter, options, keep, older)
            if not portfolio.notes:
                raise ExportError(RowError(arguments.output, "no note could be read; see the messages above"))
            changes = compare_portfolios(old, portfolio) if old else None
            if old:
                note_swapped(old, portfolio, errors)
            target.write(report_page(portfolio, changes).encode())
    except ExportError as error:
        reporter.add(error.error)
        errors.print("ftnotes: nothing was written")
        return FAILURE
    reporter.close()
    numbers = f"{counted(len(portfolio.customers), 'customer')}, " if has_ids else ""
    notes = counted(portfolio.notes, "note")
    screen.print(f"{screen.escape(arguments.output)}: {numbers}{notes}{failures_line(inputs.failures)}")
    return FAILURE if inputs.failures else CLEAN


COMMAND: Final = Command(
    "[OPTIONS] -o FILE NOTE ...",
    "Write a page about the notes of all customers: where they stand, workloads, stale notes, next actions, requests, "
    "escalations, and the problems of the notes. It is one file that asks for nothing else. Notes are rows of exports (with "
    "--column), or files.",
    ReportArguments,
    _run,
)
