"""Hypothesis knows the types of the library."""

from __future__ import annotations

import subprocess
import sys


def test_hypothesis_knows_the_types_without_an_import() -> None:
    """With the entry point, Hypothesis draws by type and by annotation."""
    program = """
import sys
from hypothesis import HealthCheck, given, settings, strategies as st
import ftnotes
assert "ftnotes.strategies.api" not in sys.modules
drawn = []

@settings(max_examples=5, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(...)
def all_of(a: ftnotes.Document, b: ftnotes.ExecSummary, c: ftnotes.Field, d: ftnotes.Workload, e: ftnotes.Title,
           f: ftnotes.Prose, g: ftnotes.Context, h: ftnotes.Playbook):
    drawn.append([a, b, c, d, e, f, g, h])

all_of()
print([type(value).__name__ for value in drawn[0]])
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "['Document', 'ExecSummary', 'Field', 'Workload', 'Title', 'Prose', 'Context', 'Playbook']\n"
