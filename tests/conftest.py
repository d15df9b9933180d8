"""How often properties are tried: those of ``tests/properties`` 500 times, others 100 times.

With ``--hypothesis-profile=thorough`` all are tried 5,000 times, and with ``smoke`` 15 times.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

PROPERTIES: Final = Path(__file__).parent / "properties"

# Drawing a note takes longer than reading it, and machines are slow at times.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("properties", _COMMON, max_examples=500)
settings.register_profile("others", _COMMON, max_examples=100)
settings.register_profile("smoke", _COMMON, max_examples=15)
# Mutants are run with the same examples each time, and few of them: tests run for each.
settings.register_profile("mutation", _COMMON, max_examples=15, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=5000)


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Choose how often before a module is imported, for a property takes what is chosen then; unless it was asked for."""
    if isinstance(collector, pytest.Module) and not collector.config.getoption("--hypothesis-profile"):
        settings.load_profile("properties" if PROPERTIES in collector.path.parents else "others")
