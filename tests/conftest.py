"""Settings of Hypothesis: 40 examples in ``tests/properties``, 20 elsewhere.

``--hypothesis-profile=thorough`` tries 5,000 everywhere, ``smoke`` 15.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

PROPERTIES: Final = Path(__file__).parent / "properties"

# Drawing a note takes longer than reading it, and machines are slow at times.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("properties", _COMMON, max_examples=40)
settings.register_profile("others", _COMMON, max_examples=20)
settings.register_profile("smoke", _COMMON, max_examples=5)  # what the wheel and other interpreters run again
# The same few examples each time: tests run once for each mutant.
settings.register_profile("mutation", _COMMON, max_examples=15, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=5000)


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Choose the profile before a module is imported, when its properties take it, unless one was given."""
    if isinstance(collector, pytest.Module) and not collector.config.getoption("--hypothesis-profile"):
        settings.load_profile("properties" if PROPERTIES in collector.path.parents else "others")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly which tests did not run, where no browser or Spark is installed."""
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()) if isinstance(report.longrepr, tuple)}
    for missing, tests in (("NO BROWSER", "pages"), ("NO SPARK", "the recipes for Spark")):
        for reason in sorted(reason for reason in reasons if missing in reason):
            terminalreporter.write_line(f"The tests of {tests} did not run: {reason}", red=True, bold=True)
