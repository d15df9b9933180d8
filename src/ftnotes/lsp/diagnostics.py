"""Findings as an editor underlines and lists them."""

from __future__ import annotations

from typing import Final

from lsprotocol import types

from ..policy.addresses import rule_address
from ..policy.diagnostics import Diagnostic, Severity
from .open_note import OpenNote

#: The source of the diagnostics, which editors show beside their codes.
SOURCE: Final = "ftnotes"

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
}


def diagnostics_of(note: OpenNote) -> list[types.Diagnostic]:
    """Return the findings in a text, each with the parts of the text that it is based on."""
    return [protocol_diagnostic(note, diagnostic) for diagnostic in note.report]


def protocol_diagnostic(note: OpenNote, diagnostic: Diagnostic) -> types.Diagnostic:
    """Return one finding as a value of the protocol."""
    related = [
        types.DiagnosticRelatedInformation(types.Location(note.uri, note.positions.range(span)), "based on this")
        for span in diagnostic.evidence
    ]
    address = rule_address(diagnostic.code)
    return types.Diagnostic(
        range=note.positions.range(diagnostic.span),
        message=diagnostic.message,
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        code_description=types.CodeDescription(address) if address else None,
        source=SOURCE,
        related_information=related or None,
    )
