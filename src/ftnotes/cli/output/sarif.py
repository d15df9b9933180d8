"""Findings as SARIF 2.1.0, the form that GitHub and editors take them in.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; the limits are those of GitHub's page
"SARIF support for code scanning".
"""

from __future__ import annotations

import os
from collections import Counter
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from attrs import define, field

from ...interchange.json_tree import Json
from ...policy.diagnostics import Diagnostic, Fix, Severity
from ...policy.rule import Rule
from ...policy.rule_docs import page
from ...policy.rules import RULES
from ...text.edits import Edit
from ...text.source import LINE_END, LineMap, Span
from .results import Redaction, Result, Totals
from .terminal import Screen

#: So many results a run may have; GitHub takes no file with more.
RESULTS: Final = 25_000
#: So many of them GitHub shows, the weightiest first.
SHOWN: Final = 5_000
#: So many places a result may have.
LOCATIONS: Final = 1_000
#: So many characters around a finding tell it from others.
_NEAR: Final = 80

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
_WEIGHT: Final = {severity: number for number, severity in enumerate(Severity)}
_NUMBERS: Final = {rule.code: number for number, rule in enumerate(RULES)}


@define
class ForScanning:
    """As one SARIF document."""

    screen: Screen
    #: Where the number of results is told if it is beyond what GitHub takes: the document has the output to itself.
    errors: Screen
    sarif: Sarif

    def add(self, note: Result) -> None:
        """Keep the results of a note."""
        self.sarif.add(note)

    def end(self, totals: Totals) -> None:
        """Print the document."""
        self.screen.print_json(self.sarif.document([*totals.unreadable, *totals.unwritten]))
        if remark := self.sarif.remark():
            self.errors.print(f"ftnotes: {remark}")


@define
class Sarif:
    """Collects the findings of a run, and makes one document of them."""

    redaction: Redaction
    version: str
    total: int = 0
    #: The results, each with its weight.
    _results: list[tuple[int, dict[str, Json]]] = field(factory=list, init=False)

    def add(self, note: Result) -> None:
        """Take in the findings of one more note."""
        seen: Counter[str] = Counter()
        uri = _uri(note.name)
        for found in note.diagnostics:
            self.total += 1
            self._results.append((_WEIGHT[found.severity], self._result(note, uri, found, seen)))
        if len(self._results) > 2 * RESULTS:
            self._shorten()

    def document(self, unreadable: list[str]) -> Json:
        """The document. Of more results than a run may have, the weightiest.

        Args:
            unreadable: the names of what could not be read.
        """
        self._shorten()
        notices: list[Json] = [
            {
                "level": "error",
                "message": {"text": "This input could not be read."},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(name)}}}],
            }
            for name in unreadable
        ]
        return {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "ftnotes",
                            "semanticVersion": self.version,
                            "rules": [_descriptor(rule) for rule in RULES],
                        }
                    },
                    "invocations": [{"executionSuccessful": not unreadable, "toolExecutionNotifications": notices}],
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\n", "\r"],
                    "results": [result for _, result in self._results],
                    "properties": {"findings": self.total},
                }
            ],
        }

    def remark(self) -> str:
        """What there is to say of the number of results; empty where all are there and shown."""
        if self.total > RESULTS:
            return f"{self.total} findings; the file holds the {RESULTS} weightiest, since GitHub takes no more in a run"
        if self.total > SHOWN:
            return f"{self.total} findings are in the file; GitHub shows the {SHOWN} weightiest of a run"
        return ""

    def _shorten(self) -> None:
        if len(self._results) > RESULTS:
            # The weightiest, in the order in which they came.
            order = sorted(range(len(self._results)), key=lambda number: self._results[number][0])[:RESULTS]
            self._results = [self._results[number] for number in sorted(order)]

    def _result(self, note: Result, uri: str, found: Diagnostic, seen: Counter[str]) -> dict[str, Json]:
        result: dict[str, Json] = {
            "ruleId": found.code,
            "level": _LEVELS[found.severity],
            "message": {"text": self.redaction.message(found)},
            "locations": [_location(uri, note.lines, found.span)],
        }
        if found.code in _NUMBERS:
            result["ruleIndex"] = _NUMBERS[found.code]
        if found.evidence:
            places = found.evidence[: LOCATIONS - 1]
            result["relatedLocations"] = [
                {"id": number, "message": {"text": "this is why"}, **_location(uri, note.lines, span)}
                for number, span in enumerate(places, 1)
            ]
        if not self.redaction.is_on:
            mark = _fingerprint(note, found)
            seen[mark] += 1
            result["partialFingerprints"] = {"primaryLocationLineHash": f"{mark}:{seen[mark]}"}
            if found.fixes and not note.is_skipped(found):
                result["fixes"] = [_fix(uri, note.lines, fix) for fix in found.fixes]
        return result


def _descriptor(rule: Rule) -> Json:
    text = page(rule, with_messages=False)  # checking all examples would take longer than most runs
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name}: {rule.summary}"},
        "fullDescription": {"text": rule.rationale},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _location(uri: str, lines: LineMap, span: Span) -> dict[str, Json]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(lines, span)}}


def _region(lines: LineMap, span: Span) -> Json:
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
    title = fix.title if fix.safe else f"{fix.title} (touches words that the writer chose)"
    changes: list[Json] = [_replacement(lines, edit) for edit in fix.edits]
    return {
        "description": {"text": title},
        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": changes}],
        "properties": {"safe": fix.safe},
    }


def _replacement(lines: LineMap, edit: Edit) -> Json:
    return {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.text}}


def _fingerprint(note: Result, found: Diagnostic) -> str:
    """What a finding is known by when lines above it come and go: its rule, what is marked, and what stands around it on
    its line, all no more than is cheap to take."""
    start, end = found.span.start, found.span.end
    before = LINE_END.split(note.text[max(start - _NEAR, 0) : start])[-1]
    marked = note.text[start : min(end, start + _NEAR)]
    behind = LINE_END.split(note.text[end : end + _NEAR])[0]
    said = "\0".join((found.code, " ".join(before.split()), marked, " ".join(behind.split())))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _uri(name: str) -> str:
    """The name of a file as a reference: relative ones stay so, and mean the folder that the command runs in."""
    if name == "-":
        return "stdin"
    path = name.replace(os.sep, "/")
    try:
        data = os.fsencode(path)
    except UnicodeEncodeError:  # no name that a file can have
        data = path.encode("utf-8", "surrogatepass")
    path = quote(data, safe="/")
    return f"file://{'' if path.startswith('/') else '/'}{path}" if os.path.isabs(name) else path
