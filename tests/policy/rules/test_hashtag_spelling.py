"""Rules about the spelling of hashtags, and about unknown ones (FT303, FT304)."""

from __future__ import annotations

from helpers.policing import spoken

from ftnotes import check


def test_unknown_hashtags_are_reported_with_the_known_ones() -> None:
    """Each unknown hashtag has its own diagnostic, which names the known ones."""
    text = "#quickwin and #covid and #Quickwin\n"
    report = check(text, select=("FT304",))
    assert spoken(text, report) == ["#quickwin", "#Quickwin"]
    assert all("which has #covid" in diagnostic.message for diagnostic in report.diagnostics)
