"""SARIF 2.1.0, the format for GitHub and editors.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0" with its errata; the limits, and a text in
each message, are those of GitHub's page "SARIF support for code scanning".
"""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import quote

from attrs import define, field

from ... import __version__
from ...interchange.json_tree import Json
from ...playbook.playbook import Playbook
from ...policy.addresses import SITE, rule_address
from ...policy.diagnostics import Diagnostic, Fix, Severity
from ...policy.rule import Rule
from ...policy.rule_docs import page
from ...policy.rules import RULES
from ...text.source import LineMap, Span
from .failures import Failure
from .fingerprints import fingerprints
from .results import Printer, Result, Totals
from .terminal import STDIN

#: The maximum number of results in a run: GitHub rejects files with more.
RESULTS: Final = 25_000
#: The number of results that GitHub shows, the most severe first.
SHOWN: Final = 5_000
#: The maximum number of locations of a result.
LOCATIONS: Final = 1_000

#: The maximum length of a snippet: long ones, repeated for each result, would make the file much larger than the notes.
SNIPPET: Final = 1_000

#: Where the standard keeps its schema.
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
_RANK: Final = {severity: number for number, severity in enumerate(Severity)}
_NUMBERS: Final = {rule.code: number for number, rule in enumerate(RULES)}


@define
class SarifPrinter(Printer):
    """A printer of one SARIF document."""

    _total: int = field(default=0, init=False)
    #: The results, each with the rank of its severity.
    _results: list[tuple[int, dict[str, Json]]] = field(factory=list, init=False)

    def add(self, result: Result) -> None:
        """Keep the problems of a note."""
        uri = _uri(result.name)
        for diagnostic, mark in fingerprints(result):
            self._total += 1
            self._results.append((_RANK[diagnostic.severity], self._result(result, uri, diagnostic, mark)))
        if len(self._results) > 2 * RESULTS:
            self._shorten()

    def end(self, totals: Totals) -> None:
        """Print the document, with the most severe results if there are too many."""
        self._shorten()
        self.screen.print_json(self._document(totals.failures))
        problems = f"ftnotes: {self._total} problems"
        if self._total > RESULTS:
            self.errors.print(f"{problems}; the file has the {RESULTS} most severe ones because GitHub takes no more in a run")
        elif self._total > SHOWN:
            self.errors.print(f"{problems} are in the file; GitHub shows the {SHOWN} most severe ones of a run")

    def _document(self, failures: list[Failure]) -> Json:
        notices: list[Json] = [
            {
                "level": "error",
                "message": {"text": str(failure)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(failure.name)}}}],
            }
            for failure in failures
        ]
        playbook = self.playbook or Playbook.load()
        return {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "ftnotes",
                            "semanticVersion": __version__,
                            "informationUri": SITE,
                            "rules": [_descriptor(rule, playbook) for rule in RULES],
                        }
                    },
                    "invocations": [{"executionSuccessful": not failures, "toolExecutionNotifications": notices}],
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\n", "\r"],
                    "results": [result for _, result in self._results],
                    "properties": {"findings": self._total},
                }
            ],
        }

    def _shorten(self) -> None:
        if len(self._results) > RESULTS:
            # The most severe, in the order in which they came.
            order = sorted(range(len(self._results)), key=lambda number: self._results[number][0])[:RESULTS]
            self._results = [self._results[number] for number in sorted(order)]

    def _result(self, note: Result, uri: str, diagnostic: Diagnostic, mark: str) -> dict[str, Json]:
        result: dict[str, Json] = {
            "ruleId": diagnostic.code,
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": self.redaction.message(diagnostic)},
            "locations": [_location(uri, note.lines, diagnostic.span, with_text=not self.redaction.is_on)],
        }
        if diagnostic.code in _NUMBERS:
            result["ruleIndex"] = _NUMBERS[diagnostic.code]
        if diagnostic.evidence:
            places = diagnostic.evidence[: LOCATIONS - 1]
            result["relatedLocations"] = [
                {"id": number, "message": {"text": "this is why"}, **_location(uri, note.lines, span)}
                for number, span in enumerate(places, 1)
            ]
        if not self.redaction.is_on:
            result["partialFingerprints"] = {"primaryLocationLineHash": mark}
            if diagnostic.fixes and not note.is_skipped(diagnostic):
                result["fixes"] = [_fix(uri, note.lines, fix) for fix in diagnostic.fixes]
        return result


def _descriptor(rule: Rule, playbook: Playbook) -> Json:
    text = page(rule, playbook, with_messages=False)  # checking all examples would take longer than most runs
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name}: {rule.summary}"},
        "fullDescription": {"text": rule.reason(playbook)},
        "help": {"text": text, "markdown": text},
        "helpUri": rule_address(rule.code),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _location(uri: str, lines: LineMap, span: Span, *, with_text: bool = False) -> dict[str, Json]:
    place: dict[str, Json] = {"artifactLocation": {"uri": uri}, "region": _region(lines, span)}
    if with_text and len(span) <= SNIPPET:
        place["region"] = _region_with_text(lines, span)
        around = _around(lines, span)
        # A context must be larger than its region.
        if span != around:
            place["contextRegion"] = _region_with_text(lines, around)
    return {"physicalLocation": place}


def _around(lines: LineMap, span: Span) -> Span:
    """Return the lines of a span, but little of long ones."""
    first, last = (lines.line(lines.position(offset).line) for offset in (span.start, span.end))
    return Span(max(first.start, span.start - SNIPPET // 4), min(max(last.end, span.end), span.end + SNIPPET // 4))


def _region_with_text(lines: LineMap, span: Span) -> Json:
    return {**_region(lines, span), "snippet": {"text": lines.source[span.start : span.end]}}


def _region(lines: LineMap, span: Span) -> dict[str, Json]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
    }


def _fix(uri: str, lines: LineMap, fix: Fix) -> Json:
    title = fix.title if fix.safe else f"{fix.title} (changes the writer's words)"
    changes: list[Json] = [
        {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": title},
        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": changes}],
        "properties": {"safe": fix.safe},
    }


def _uri(name: str) -> str:
    """Return the name of a file as a reference; a relative one starts at the current folder."""
    if name == STDIN:
        return "stdin"
    path = name.replace(os.sep, "/")
    try:
        data = os.fsencode(path)
    except UnicodeEncodeError:  # not a valid file name
        data = path.encode("utf-8", "surrogatepass")
    path = quote(data, safe="/")
    return f"file://{'' if path.startswith('/') else '/'}{path}" if os.path.isabs(name) else path
