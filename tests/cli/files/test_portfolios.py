"""The portfolios that commands read."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest
from helpers.exports import WRONG, made, numbered

from ftnotes.batch.report import ReportOptions
from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.files.portfolios import day_of_report, read_portfolio
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
    assert (portfolio.notes, portfolio.unreadable, len(inputs.failures)) == (3, 1, 1)


def test_the_day_of_a_report_is_not_that_of_its_notes(capsys: pytest.CaptureFixture[str]) -> None:
    """Who gives only the day of the notes is told about the other option; nothing else changes."""
    may, june = datetime.date(2020, 5, 1), datetime.date(2020, 6, 1)
    assert day_of_report(june, None, Screen(sys.stderr)) == june
    assert day_of_report(june, may, Screen(sys.stderr)) == june
    assert day_of_report(None, None, Screen(sys.stderr)) is None
    assert capsys.readouterr().err == ""
    assert day_of_report(None, may, Screen(sys.stderr)) is None
    assert "--date 2020-05-01 is the day of notes that have none in --date-column" in capsys.readouterr().err
