"""The portfolios that commands read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from ...batch.jobs import Examined
from ...batch.report.portfolio import Portfolio, ReportOptions
from ...batch.rows import Row, RowError
from ..output.progress import with_progress
from ..output.terminal import Screen
from .examination import examine
from .inputs import Inputs
from .known_total import known_total
from .previous import note_id

if TYPE_CHECKING:
    import datetime

    from ...batch.previous import OlderNotes
    from ..options.export_arguments import ExportOptions
    from ..options.export_options import ProblemReporter
    from ..options.settings import Settings


def day_of_report(as_of: datetime.date | None, date: datetime.date | None, errors: Screen) -> datetime.date | None:
    """Return the day for which a report is made; that of the notes is easily given instead, so a remark says which is which."""
    if date is not None and as_of is None:
        errors.print(
            f"ftnotes: --date {date} is the day of notes that have none in --date-column; "
            f"for the day of the report, give --as-of {date}"
        )
    return as_of


def note_swapped(old: Portfolio, new: Portfolio, errors: Screen) -> None:
    """Print a remark if most of the older notes are later than the newer ones: the exports were probably swapped."""
    before = {one.name: one.note.date for one in old.customers}
    pairs = [(before.get(one.name), one.note.date) for one in new.customers]
    dated = [(first, last) for first, last in pairs if first and last]
    later = sum(first > last for first, last in dated)
    if later > len(dated) / 2:
        number = f"{later:,} of {len(dated):,} notes"
        errors.print(f"ftnotes: {number} are later in the older export than in the newer one; check which is older")


def read_portfolio(
    names: Sequence[str],
    inputs: Inputs,
    settings: Settings,
    exports: ExportOptions,
    reporter: ProblemReporter,
    options: ReportOptions,
    keep: Iterable[str] = (),
    older: OlderNotes | None = None,
    seen: Callable[[Row], object] = lambda row: None,
) -> Portfolio:
    """Return the notes of inputs as a portfolio; what can't be read is reported.

    A note in a folder is named by its file in it, without suffix.

    Args:
        names, inputs, settings, exports, keep, older: as for `examine`.
        reporter: reports what can't be read.
        options: those of the portfolio.
        seen: called with each row.

    Raises:
        ExportError: as `examine`, or there are more customers than a report can show.
        UsageError: the column of the notes is not named.
    """
    portfolio = Portfolio(options)
    results = _named(examine(names, inputs, settings, exports, keep, older), inputs.folders)
    for result in with_progress(results, inputs.errors, Screen(None), lambda: known_total(names, inputs, exports)):
        portfolio.add(result)
        if isinstance(result, RowError):
            reporter.add(result)
            continue
        seen(result.row)
        if result.row.number:
            reporter.note_markup(result.row)
    return portfolio


def _named(results: Iterator[Examined | RowError], folders: Mapping[str, str]) -> Iterator[Examined | RowError]:
    for result in results:
        id = None if isinstance(result, RowError) else note_id(result.row.file, folders)
        if isinstance(result, Examined) and id:
            result = attrs.evolve(result, row=attrs.evolve(result.row, id=id))
        yield result
