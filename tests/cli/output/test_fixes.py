"""The result of fixing a note."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.cli.output.fixes import result_after_fixes

NOTE = "**EXEC SUMMARY**\n\n- DESCRIBE THE CUSTOMER: â€“ Contoso\n- STATUS OF THE ENGAGEMENT: Engaged\n"


@pytest.mark.parametrize("previewed", [True, False])
def test_places_are_those_of_the_shown_text(previewed: bool) -> None:
    """Problems have places in the original text if the fixes are only shown, and in the fixed text if they are written."""
    fixed = ftnotes.fix(NOTE)
    assert fixed.changed
    result = result_after_fixes("note", NOTE, fixed, previewed, (), has_summary=True)
    assert result.text == (NOTE if previewed else fixed.text)
    assert result.proposed == (fixed.text if previewed else None)
    (problem,) = [diagnostic for diagnostic in result.diagnostics if diagnostic.code == "FT201"]
    assert problem.span.text(result.text) == "Engaged"
    assert [applied.diagnostic.span.text(NOTE) for applied in result.applied if applied.diagnostic.code == "FT601"] == ["â€“"]
