"""A browser for the tests of pages; without one they are skipped, with a line that says so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from helpers.portfolio import DAY, portfolio

from ftnotes.batch import Columns, examine_export
from ftnotes.batch.report import Portfolio, ReportOptions, report_page

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium by Playwright: that of ``CHROMIUM``, or one on the path."""
    api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER: pip install playwright, and install Chromium")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("NO BROWSER: install Chromium, or name it in CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report on 400 customers."""
    return _report(tmp_path_factory.mktemp("report"), 400)


@pytest.fixture(scope="session")
def small_report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report on 30 customers."""
    return _report(tmp_path_factory.mktemp("small"), 30)


def _report(folder: Path, customers: int) -> str:
    columns = Columns("Notes", id="Tenant", date="Modified", keep=("Owner", "Region", "Segment"))
    made = Portfolio(ReportOptions(title="Portfolio, June 2020", day=DAY, owner="Owner", group="Region"))
    for result in examine_export(portfolio(folder, customers), columns):
        made.add(result)
    return page_file(folder, report_page(made))


def page_file(folder: Path, text: str) -> str:
    """Write a page; return its address."""
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()
