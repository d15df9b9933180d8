"""Documents and the places of their nodes."""

from __future__ import annotations

import ftnotes


def test_an_empty_span_is_a_place() -> None:
    """Where a value could stand is true, though nothing stands there."""
    document = ftnotes.parse("- REQUESTS FOR SUPPORT:")
    span = document.span(document.exec_summaries[0].fields[0], "value")
    assert len(span) == 0
    assert span
