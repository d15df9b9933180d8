from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from attrs import evolve
from helpers.open_notes import URI, open_note
from helpers.paths import ROOT
from lsprotocol.types import CodeDescription, DiagnosticSeverity

from ftnotes import check
from ftnotes.lsp.diagnostics import diagnostics_of
from ftnotes.policy.addresses import SITE
from ftnotes.text.source import Span

CONTRADICTION = "**EXEC SUMMARY** #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n- DESCRIBE THE CUSTOMER: 🙂 retail\n"


def test_every_finding_is_a_diagnostic_at_its_place() -> None:
    """Diagnostics are the findings of a check: code, message, severity and place."""
    for file in (ROOT / "examples").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        note = open_note(text)
        places = note.positions
        found = [
            (one.code, one.message, Span(places.offset(one.range.start), places.offset(one.range.end)))
            for one in diagnostics_of(note)
        ]
        assert found == [(one.code, one.message, one.span) for one in check(text)]


def test_a_diagnostic_has_its_severity_and_shows_what_it_is_based_on() -> None:
    """A hashtag that contradicts a choice is a warning, and the choice is related information in the same file."""
    forbidden = next(one for one in diagnostics_of(open_note(CONTRADICTION)) if one.code == "FT301")
    assert forbidden.severity == DiagnosticSeverity.Warning
    assert forbidden.source == "ftnotes"
    assert forbidden.code_description == CodeDescription(f"{SITE}policy/FT301.html")
    assert forbidden.related_information
    assert {one.location.uri for one in forbidden.related_information} == {URI}


def test_a_file_that_the_configuration_leaves_out_has_none() -> None:
    """Excluded files are read, not checked."""
    assert diagnostics_of(evolve(open_note(CONTRADICTION), excluded=True)) == []
