"""The data with which the script of a report makes its tables and shows notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from ...policy.diagnostics import Diagnostic
from ..text_file import UNDECODED
from .comparison import Comparison, Part, PortfolioChanges
from .facts import DUES, STATES
from .figures import Figures
from .markup import Html
from .portfolio import Customer
from .quality import SUMMARIES
from .sections import where

#: The elements of words that only one text of a word diff has.
_ELEMENTS: Final = {"-": "del", "+": "ins"}
#: What ends a script, or is a line end in JavaScript only.
_ESCAPED: Final = "<>&\u2028\u2029"


def payload(figures: Figures, changes: PortfolioChanges | None = None) -> Html:
    """Return the data as JSON that can be in a script element."""
    flags = {
        "stale": figures.stale,
        "overdue": figures.overdue,
        "week": figures.due,
        "support": figures.requesting,
        "escalations": figures.escalated,
        "unread": figures.unrecognized,
    }
    flagged: dict[int, list[str]] = {}
    for name, places in flags.items():
        for place in places:
            flagged.setdefault(place, []).append(name)
    changed = {one.name: one for one in changes.compared if one} if changes else {}
    options = figures.options
    columns = list(dict.fromkeys(name for one in figures.customers[:1] for name in one.note.row.kept))
    data = {
        "redacted": options.redact,
        "noun": figures.noun,
        "states": list(STATES.values()),
        "fields": [{"label": field.label, "choices": field.words} for field in figures.fields],
        "workloads": [{"key": key, "name": name} for key, name in figures.workloads],
        "columns": columns,
        "group": options.group,
        "rules": {rule.code: rule.name for rule in figures.rules},
        "notes": [
            _note(figures, place, one, flagged.get(place, []), changed.get(one.name))
            for place, one in enumerate(figures.customers)
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in _ESCAPED:  # faster than translating a long text
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Html(UNDECODED.sub("\ufffd", text))


def _note(figures: Figures, place: int, customer: Customer, flags: list[str], changes: Comparison | None) -> dict[str, Any]:
    note, facts, redact = customer.note, customer.facts, figures.options.redact
    row = note.row
    places = {key: number for number, (key, _) in enumerate(figures.workloads)}
    states = list(STATES)
    cells: dict[int, list[Any]] = {}
    for fact in facts.workloads:
        if fact.key in places:
            cells.setdefault(places[fact.key], [states.index(fact.state), fact.share, "" if redact else fact.update])
    found: list[list[Any]] = [
        [one.code, one.severity.value, one.line, SUMMARIES.get(one.code, "") if redact else one.message]
        for one in note.report.diagnostics
    ]
    made = {
        "name": customer.name,
        "place": where(row.file, row.number or None),
        "date": note.date.isoformat() if note.date else "",
        "age": facts.age,
        "kept": [" ".join(value.split()) for value in row.kept.values()],
        "choices": [field.place(customer) for field in figures.fields],
        "cells": cells,
        "flags": flags,
        "due": [facts.due(due) for due in DUES],
        "findings": found,
    }
    if not redact:
        made["text"] = marked(row.text, note.report.diagnostics)
    if changes:
        flags += ["changed"] if changes.is_significant else []
        made["changes"] = [[_part(part) for part in line] for line in changes.lines(redact)]
    if customer.has_newer:
        made["newest"] = str(customer.newest)
    if note.unrecognized:
        made["reason"] = note.unrecognized.message
    return made


def _part(part: str | Part) -> object:
    return part if isinstance(part, str) else part.text if part.kind == "=" else [_ELEMENTS[part.kind], part.text]


def marked(text: str, found: Sequence[Diagnostic]) -> list[Any]:
    """Return a text in parts: a text without findings, or a text and the numbers of the findings in it, from 0."""
    edges = sorted({0, len(text), *(edge for one in found for edge in (one.span.start, one.span.end))})
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        if one.span.start < one.span.end:
            starts.setdefault(one.span.start, []).append(number)
            ends.setdefault(one.span.end, []).append(number)
    parts: list[Any] = []
    inside: list[int] = []
    for start, end in pairwise(edges):
        inside = sorted([number for number in inside if number not in ends.get(start, ())] + starts.get(start, []))
        parts.append([text[start:end], *inside] if inside else text[start:end])
    return parts
