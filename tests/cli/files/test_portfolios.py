"""The portfolios that commands read."""

from __future__ import annotations

import sys
from pathlib import Path

from helpers.exports import WRONG, made, numbered

from ftnotes.batch.report import ReportOptions
from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.files.portfolios import read_portfolio
from ftnotes.cli.options.arguments import PolicyOptions, ReadingOptions
from ftnotes.cli.options.export_arguments import ExportOptions
from ftnotes.cli.options.export_options import ProblemReporter
from ftnotes.cli.options.settings import settings
from ftnotes.cli.output.terminal import Screen


def test_notes_are_named_by_id_by_folder_or_by_file(tmp_path: Path) -> None:
    """What can't be read is counted and reported."""
    (tmp_path / "notes").mkdir()
    made(tmp_path / "notes", "Fabrikam.md", WRONG)
    inputs = Inputs(Screen(sys.stderr), 1)
    note = made(tmp_path, "n.md", WRONG)
    names = list(inputs.distinct([numbered(tmp_path, 1), str(tmp_path / "notes"), note]))
    effective = settings(ReadingOptions(no_config=True), PolicyOptions())
    exports = ExportOptions(column="Notes", id_column="Tenant")
    portfolio = read_portfolio(names, inputs, effective, exports, ProblemReporter(inputs), ReportOptions())
    assert {one.name for one in portfolio.customers} == {"T0", "Fabrikam", note}
    assert (portfolio.notes, portfolio.unreadable, len(inputs.unreadable)) == (3, 1, 1)
