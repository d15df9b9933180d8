from __future__ import annotations

from typing import Any

import pytest

import ftnotes
from ftnotes import RULES
from ftnotes.policy.addresses import SITE

from .requests import NOTE, ask


def applied(text: str, changes: list[dict[str, Any]]) -> str:
    """A text after changes, as the editor applies them."""
    units = text.encode("utf-16-le")
    for change in sorted(changes, key=lambda change: -change["from"]):
        units = units[: 2 * change["from"]] + change["insert"].encode("utf-16-le") + units[2 * change["to"] :]
    return units.decode("utf-16-le")


def test_findings_are_those_of_a_check() -> None:
    """The page shows what ``check`` finds, in the same order, at the same places."""
    answer, report = ask("check", text=NOTE), ftnotes.check(NOTE)
    assert [(one["code"], one["message"], one["line"]) for one in answer["findings"]] == [
        (one.code, one.message, one.line) for one in report
    ]
    assert answer["hasNote"]
    assert {one["code"] for one in answer["notChecked"]} == {one.code for one in report.not_evaluated}
    places = [NOTE.encode("utf-16-le")[2 * one["from"] : 2 * one["to"]].decode("utf-16-le") for one in answer["findings"]]
    assert places == [one.span.text(NOTE) for one in report]


def test_settings_reach_the_rules() -> None:
    """With the role and type that a rule asks for, it is checked."""
    settings = {"role": "gateway-manager", "note-type": "overall-status", "priority": "low"}
    answer = ask("check", text=NOTE, settings=settings)
    assert "FT509" in {one["code"] for one in answer["findings"]}
    assert "FT509" not in {one["code"] for one in answer["notChecked"]}


def test_each_fix_can_be_applied() -> None:
    """The changes of a fix make the text that its edits make, and a safe one leaves the finding behind."""
    findings = ask("check", text=NOTE)["findings"]
    fixes = [(one, fix) for one in findings for fix in one["fixes"]]
    assert {fix["safe"] for _, fix in fixes} == {True, False}
    for one, fix in fixes:
        assert fix["title"][0].isupper()
        if fix["safe"]:
            left = ask("check", text=applied(NOTE, fix["changes"]))["findings"]
            assert one["message"] not in [other["message"] for other in left]


def test_all_safe_fixes_and_the_format_are_those_of_the_library() -> None:
    """Fix all and Format give the texts of ``fix`` and ``format``."""
    fixed = ftnotes.fix(NOTE)
    assert ask("fix", text=NOTE) == {"text": fixed.text, "fixed": len(fixed.applied), "left": len(fixed.remaining)}
    assert ask("format", text=NOTE) == {"text": ftnotes.format(NOTE), "kept": 0}


def test_a_text_without_a_note_is_said_to_be_none() -> None:
    """Where no note was found, the page can say so."""
    answer = ask("check", text="Hello")
    assert (answer["findings"], answer["hasNote"]) == ([], False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_is_explained(rule: ftnotes.Rule) -> None:
    """A rule is explained by its own words, with an example that breaks it."""
    answer = ask("explain", code=rule.code)
    assert (answer["name"], answer["summary"], answer["ignoreWhen"]) == (rule.name, rule.summary, rule.ignore_when)
    assert answer["address"] == f"{SITE}policy/{rule.code}.html"
    assert answer["reason"].startswith(rule.rationale.removesuffix("."))
    [example] = answer["examples"]
    assert example["before"] in [one.before for one in rule.examples if not one.is_clean]
