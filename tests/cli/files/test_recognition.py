"""Places in which nothing was recognized."""

from __future__ import annotations

import io

from ftnotes.cli.files.recognition import Recognition
from ftnotes.cli.output.terminal import Screen


def test_places_without_any_summary_are_reported() -> None:
    """Each folder and export in which no text is an exec summary is reported with the number of texts in it."""
    out, recognition = io.StringIO(), Recognition()
    for place, recognized in (("a", False), ("a", True), ("b", False), ("e.csv", False), ("e.csv", False), (None, False)):
        recognition.add(place, recognized)
    assert [recognition.awaits(place) for place in ("a", "b", None)] == [False, True, False]
    assert recognition.report(Screen(out), ", or go home")
    assert out.getvalue() == (
        "ftnotes: b: no summary was recognized in 1 text; check the folder, or go home\n"
        "ftnotes: e.csv: no summary was recognized in 2 texts; check --column, or go home\n"
    )
    assert not Recognition().report(Screen(out))
