"""How often properties are tried: 500 times; ``--hypothesis-profile=thorough``: 5,000, and ``smoke``: 15."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Drawing a note takes longer than reading it, and machines are slow at times.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("ordinary", _COMMON, max_examples=500)
settings.register_profile("smoke", _COMMON, max_examples=15)
# Mutants are run with the same examples each time, and few of them: tests run for each.
settings.register_profile("mutation", _COMMON, max_examples=15, derandomize=True, database=None)
settings.register_profile("thorough", _COMMON, max_examples=5000)
settings.load_profile("ordinary")
