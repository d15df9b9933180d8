"""Notes with the demands of the guidance that they break, each as a careful manager judges it: ``data/policy``.

``SET/NAME.txt`` is a note and ``SET/NAME.json`` its truth, with these keys:

    about     one line: what is special about the note
    context   what the text can't say, for `ftnotes.Context`: ``role``, ``note_type``, ``priority``, ``intent``, ``date``,
              ``repeats``, ``previous``
    broken    a list, empty for a clean note, of
        demand   a key of `DEMANDS`
        where    words of the line that breaks it; null for the whole note
        weight   ``must`` if every manager minds, ``mild`` if some do

``sentences.json`` names the cases for each row of the table in ``docs/guidance.md``.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

import ftnotes
from ftnotes import Context, Diagnostic, Severity
from ftnotes.text.source import line_at
from helpers.paths import DATA

POLICY: Final = DATA / "policy"
#: The demands of the guidance, by the keys of the truth, and the rules that can see them broken.
DEMANDS: Final[Mapping[str, frozenset[str]]] = {
    key: frozenset(f"FT{number}" for number in numbers.split())
    for key, numbers in {
        "blank": "101 106 202 407",
        "heading": "102 109 113",
        "unread": "112 113",
        "field-missing": "103",
        "field-twice": "104",
        "field-order": "105",
        "field-empty": "106",
        "label": "103 108 109 110",
        "stray": "111 112",
        "hint-left": "101 107 407",
        "placeholder": "106 107 114 201 407",
        "status-choice": "106 201 202 203 204",
        "progress-choice": "106 201 202 203 204",
        "contradiction": "205 206",
        "covid-forbidden": "301",
        "covid-missing": "302",
        "covid-spelling": "303",
        "hashtag-unknown": "304",
        "notetype": "509",
        "tag-unknown": "401 410 402 403",
        "tag-missing": "401 405 410",
        "tag-and-name": "402",
        "edition": "403",
        "workload-spelling": "401 404 405 408 410",
        "workload-twice": "406",
        "workload-empty": "407",
        "workload-none": "106 409",
        "workload-outside": "112 409",
        "next-action": "501",
        "next-action-date": "502",
        "next-action-owner": "503",
        "date-ambiguous": "504",
        "date-past": "505",
        "workload-tech": "506",
        "summary-role": "507 509",
        "priority": "507",
        "escalation": "508",
        "summary-due": "510",
        "news": "511",
        "characters": "601 602 603 604",
        "value-length": "701",
        "date-field": "702",
        "rhythm": "703",
        "reference": "704",
        "intent-why": "705",
        "intent-blurred": "706",
        "usage-alone": "707",
        "engagement-news": "708",
        "intent-short": "709",
        "attempts": "710",
        "same-text": "711",
    }.items()
}
#: The weights of a demand.
WEIGHTS: Final = ("must", "mild")
#: Other words for an intent in files of JSON lines.
_INTENTS: Final = {"accelerate": "accelerating", "pause": "pausing", "deploy": "deploying"}


@attrs.frozen
class Broken:
    """A demand that a note breaks."""

    demand: str
    where: str | None
    weight: str


@attrs.frozen
class PolicyCase:
    """A note with its context and its truth."""

    name: str
    text: str
    context: Context
    broken: tuple[Broken, ...]


def policy_cases(source: Path = POLICY) -> list[PolicyCase]:
    """Return the cases of a folder, or of a file of JSON lines (keys ``id``, ``text``, ``context`` and ``expected``)."""
    if source.is_file():
        return [_listed(json.loads(line)) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [policy_case(path, source) for path in sorted(source.rglob("*.json")) if path.with_suffix(".txt").exists()]


def policy_case(path: Path, root: Path = POLICY) -> PolicyCase:
    """Return the case of one truth.

    Raises:
        ValueError: the truth does not have the described form.
    """
    name = str(path.relative_to(root).with_suffix(""))
    truth = json.loads(path.read_text(encoding="utf-8"))
    if truth.keys() != {"about", "context", "broken"} or not truth["about"].strip():
        raise ValueError(f"{name}: a truth has about, context and broken, not {sorted(truth)}")
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    broken = tuple(Broken(**item) for item in truth["broken"])
    for item in broken:
        if item.demand not in DEMANDS or item.weight not in WEIGHTS or (item.where or "") not in text:
            raise ValueError(f"{name}: {item} has an unknown demand or weight, or words that are not in the note")
    return PolicyCase(name, text, _context(truth["context"]), broken)


def _listed(case: Any) -> PolicyCase:
    broken = tuple(
        Broken(item["key"], item["where"] if item["where"] in case["text"] else None, item["weight"])
        for item in case["expected"]
    )
    return PolicyCase(case["id"], case["text"], _context(case["context"]), broken)


def _context(values: Mapping[str, str]) -> Context:
    given: dict[str, Any] = dict(values)
    if "intent" in given:
        given["intent"] = _INTENTS.get(given["intent"], given["intent"])
    if "date" in given:
        given["date"] = datetime.date.fromisoformat(given["date"])
    return Context(**given)


@attrs.define
class PolicyFigures:
    """Counts over cases: of demands by weight, of clean notes by the findings in them."""

    demands: dict[str, int] = attrs.Factory(lambda: dict.fromkeys(WEIGHTS, 0))
    seen: dict[str, int] = attrs.Factory(lambda: dict.fromkeys(WEIGHTS, 0))
    clean: int = 0
    #: The names of clean notes with an error or a warning, and of those with information alone.
    accused: list[str] = attrs.Factory(list)
    informed: list[str] = attrs.Factory(list)
    #: A line for each demand that is missed, and for each finding that no demand explains.
    missed: list[str] = attrs.Factory(list)
    unexplained: list[str] = attrs.Factory(list)

    def recall(self, *weights: str) -> float:
        """Return the share of the demands that are seen."""
        total = sum(self.demands[weight] for weight in weights)
        return sum(self.seen[weight] for weight in weights) / total if total else 1.0


def judged(cases: list[PolicyCase], *, with_context: bool = True) -> PolicyFigures:
    """Return how far the checks of some cases agree with their truth."""
    figures = PolicyFigures()
    for case in cases:
        found = ftnotes.check(case.text, context=case.context if with_context else Context()).diagnostics
        explained: set[Diagnostic] = set()
        for broken in case.broken:
            findings = [diagnostic for diagnostic in found if _sees(diagnostic, broken, case.text)]
            explained.update(findings)
            figures.demands[broken.weight] += 1
            figures.seen[broken.weight] += bool(findings)
            if not findings:
                figures.missed.append(f"{case.name}: {broken.demand} ({broken.weight}) at {broken.where!r}")
        figures.unexplained.extend(_lines(case, found, explained))
        if not case.broken:
            figures.clean += 1
            grave = any(diagnostic.severity is not Severity.INFORMATION for diagnostic in found)
            (figures.accused if grave else figures.informed).extend([case.name] if found else ())
    return figures


def _sees(diagnostic: Diagnostic, broken: Broken, text: str) -> bool:
    """Return whether a finding is of a rule for a demand, and on the line that breaks it."""
    if diagnostic.code not in DEMANDS.get(broken.demand, {diagnostic.code}):
        return False
    if broken.where is None:
        return True
    line = line_at(text, text.index(broken.where))
    return any(span.start <= line.end and line.start <= span.end for span in (diagnostic.span, *diagnostic.evidence))


def _lines(case: PolicyCase, found: tuple[Diagnostic, ...], explained: set[Diagnostic]) -> Iterator[str]:
    """Yield a line for each finding that no demand explains, one for all of a rule."""
    others = {diagnostic.code: diagnostic for diagnostic in reversed(found) if diagnostic not in explained}
    for code in sorted(others):
        if code not in {diagnostic.code for diagnostic in explained}:
            yield f"{case.name}: {code} ({others[code].severity.value}) {others[code].message}"
