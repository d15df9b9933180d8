"""A note with one of everything, read once for the tests of its tree."""

from __future__ import annotations

import pytest
from helpers.notes import NOTE

from ftnotes import Document, ExecSummary, parse


@pytest.fixture(scope="session")
def document() -> Document:
    """Return a note with one of everything."""
    return parse(NOTE)


@pytest.fixture(scope="session")
def summary(document: Document) -> ExecSummary:
    """Return its summary."""
    return document.exec_summaries[0]
