"""The cases of ``data/policy`` are in order, and the comparison with them counts rightly."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from helpers.paths import ROOT
from helpers.policy_cases import DEMANDS, POLICY, PolicyCase, judged, policy_case, policy_cases

from ftnotes import Context, check
from ftnotes.policy import RULES

CASES = policy_cases()
CODES = {rule.code for rule in RULES}
#: The rows of the table of sentences: key, how the page puts it, and the codes of the rules.
ROWS = {
    match["key"]: (match["how"], re.findall(r"\]\(policy/(FT\d+)\.md\)", match["rules"]))
    for match in re.finditer(
        r"^\| `(?P<key>[a-z-]+)` \| [^|]+ \| (?P<how>\w+) \| [^|]+ \| (?P<rules>[^|]+) \|$",
        (ROOT / "docs" / "guidance.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
SENTENCES: dict[str, list[str]] = json.loads((POLICY / "sentences.json").read_text(encoding="utf-8"))
TITLE = "**EXEC SUMMARY**\n"
BLANK = f"{TITLE}- STATUS OF THE ENGAGEMENT: Green\n- M365 DEPLOYMENT PROGRESS: Not Deployed\n"
TRUTH: dict[str, Any] = {
    "about": "a colour",
    "context": {"role": "FM", "date": "2020-05-11"},
    "broken": [{"demand": "status-choice", "where": "Green", "weight": "must"}],
}


def written(folder: Path, truth: dict[str, Any], text: str = BLANK) -> Path:
    """Write a note and its truth, and return the path of the truth."""
    (folder / "note.txt").write_bytes(text.encode())
    (folder / "note.json").write_text(json.dumps(truth), encoding="utf-8")
    return folder / "note.json"


def test_there_are_many_cases() -> None:
    """There are at least 80 cases, no name is used twice, and each has its text."""
    assert len(CASES) >= 80
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(case.text for case in CASES)


def test_each_demand_names_rules() -> None:
    """Each demand can be seen by a rule that exists."""
    assert not {demand for demand, codes in DEMANDS.items() if not codes & CODES}


def test_each_row_of_the_table_has_its_cases() -> None:
    """The table of sentences and the list of their cases have the same rows, and the cases exist."""
    assert list(ROWS) == list(SENTENCES)
    assert {name for names in SENTENCES.values() for name in names} <= {case.name for case in CASES}
    assert {how for how, _ in ROWS.values()} == {"must", "should", "may", "none"}


@pytest.mark.parametrize("key", SENTENCES)
def test_the_rules_of_a_row_see_its_cases(key: str) -> None:
    """Each rule of a row reports one of its cases; each case that breaks a demand is reported by one of them."""
    codes = set(ROWS[key][1])
    cases = [case for case in CASES if case.name in SENTENCES[key]]
    found = {case.name: {one.code for one in check(case.text, context=case.context).diagnostics} for case in cases}
    assert codes <= set().union(*found.values())
    assert all(found[case.name] & codes for case in cases if case.broken)


def test_a_row_without_rules_demands_nothing_checkable() -> None:
    """A row without rules says why: nothing is demanded, or a note doesn't show it."""
    table = (ROOT / "docs" / "guidance.md").read_text(encoding="utf-8")
    for key, (how, codes) in ROWS.items():
        (row,) = re.findall(rf"^\| `{key}` .*$", table, re.MULTILINE)
        assert codes or how == "none" or "not checkable" in row


def test_clean_notes_are_not_accused() -> None:
    """No clean note has an error or a warning, with or without its context."""
    assert [judged(CASES, with_context=given).accused for given in (True, False)] == [[], []]


@pytest.mark.parametrize(
    "change",
    [
        {"about": " "},
        {"remark": "none"},
        {"broken": [{"demand": "colour", "where": None, "weight": "must"}]},
        {"broken": [{"demand": "heading", "where": "Red", "weight": "must"}]},
        {"broken": [{"demand": "heading", "where": None, "weight": "some"}]},
    ],
    ids=str,
)
def test_a_truth_with_a_slip_is_refused(change: dict[str, Any], tmp_path: Path) -> None:
    """A truth has the described keys, known demands and weights, and words that are in the note."""
    with pytest.raises(ValueError, match="note"):
        policy_case(written(tmp_path, {**TRUTH, **change}), tmp_path)


def test_demands_and_findings_are_counted(tmp_path: Path) -> None:
    """A demand is seen by its rule on its line; findings of other rules are listed once for each rule."""
    written(tmp_path, TRUTH)
    figures = judged(policy_cases(tmp_path))
    assert (figures.demands, figures.seen) == ({"must": 1, "mild": 0}, {"must": 1, "mild": 0})
    assert figures.recall("must") == figures.recall("mild") == 1
    assert (figures.clean, figures.missed) == (0, [])
    assert [line.split(" (")[0] for line in figures.unexplained] == ["note: FT103"]


def test_a_demand_elsewhere_is_missed(tmp_path: Path) -> None:
    """A finding on another line does not count."""
    broken = [{"demand": "status-choice", "where": "Not Deployed", "weight": "mild"}]
    figures = judged([policy_case(written(tmp_path, {**TRUTH, "broken": broken}), tmp_path)])
    assert figures.recall("mild") == 0
    assert figures.missed == ["note: status-choice (mild) at 'Not Deployed'"]


def test_clean_notes_with_findings_are_listed() -> None:
    """A clean note with an error is accused, one with information alone is not."""
    cases = [
        PolicyCase("grave", BLANK, Context(), ()),
        PolicyCase("slight", "Next action: Ana calls Ben on 4 May 2020. #quickwin\n", Context(), ()),
    ]
    figures = judged(cases, with_context=False)
    assert (figures.clean, figures.accused, figures.informed) == (2, ["grave"], ["slight"])


def test_cases_can_be_lines(tmp_path: Path) -> None:
    """Lines of JSON have other names for intents, and can say where in words of their own."""
    expected = [
        {"key": "status-choice", "where": "Green", "what": "", "weight": "must"},
        {"key": "something-else", "where": "whole note", "what": "", "weight": "mild"},
    ]
    line = {"id": "b1", "kind": "bad", "text": BLANK, "context": {"intent": "pause"}, "expected": expected}
    (tmp_path / "cases.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (case,) = policy_cases(tmp_path / "cases.jsonl")
    assert (case.name, case.context.intent, [item.where for item in case.broken]) == ("b1", "pausing", ["Green", None])
    assert judged([case]).recall("must", "mild") == 1
