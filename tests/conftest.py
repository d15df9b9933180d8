"""How often properties are tried: 100 times in CI, 200 times elsewhere; ``--hypothesis-profile=thorough``: 5,000."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Drawing a note takes longer than reading it, and machines are slow at times.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("default", _COMMON, max_examples=200)
settings.register_profile("ci", _COMMON, max_examples=100)
settings.register_profile("smoke", _COMMON, max_examples=15)
# Mutants are run with the same examples each time, and few of them: tests run for each.
settings.register_profile("mutation", _COMMON, max_examples=15, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=5000)
settings.load_profile("ci" if os.environ.get("CI") else "default")
