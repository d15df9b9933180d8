"""The portfolios that commands read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from ...batch.jobs import Examined
from ...batch.report.portfolio import Portfolio, ReportOptions
from ...batch.rows import RowError
from ..output.progress import with_progress
from ..output.terminal import Screen
from .examination import examine
from .inputs import Inputs
from .known_total import known_total

if TYPE_CHECKING:
    from ..options.export_arguments import ExportOptions
    from ..options.export_options import ProblemReporter
    from ..options.settings import Settings


def read_portfolio(
    names: Sequence[str],
    inputs: Inputs,
    settings: Settings,
    exports: ExportOptions,
    reporter: ProblemReporter,
    options: ReportOptions,
    keep: Iterable[str] = (),
) -> Portfolio:
    """Return the notes of inputs as a portfolio; what can't be read is reported.

    A note in a folder is named by its file in it, without suffix.

    Raises:
        ExportError: as `examine`, or there are more customers than a report can show.
        UsageError: the column of the notes is not named.
    """
    portfolio = Portfolio(options)
    results = _named(examine(names, inputs, settings, exports, keep), inputs.folders)
    for result in with_progress(results, inputs.errors, Screen(None), known_total(names)):
        portfolio.add(result)
        if isinstance(result, RowError):
            reporter.add(result)
        elif result.row.number:
            reporter.note_markup(result.row)
    return portfolio


def _named(results: Iterator[Examined | RowError], folders: Mapping[str, str]) -> Iterator[Examined | RowError]:
    for result in results:
        if isinstance(result, Examined) and result.row.file in folders:
            id = os.path.splitext(os.path.relpath(result.row.file, folders[result.row.file]))[0]
            result = attrs.evolve(result, row=attrs.evolve(result.row, id=id))
        yield result
