"""The pages about the rules are current: ``python tests/test_policy_pages.py --write`` makes them from the rules."""

from __future__ import annotations

import re
import sys

import pytest
from helpers.paths import ROOT

from ftnotes.policy import RULES, Rule
from ftnotes.policy.rule_docs import SEVERITIES, THEMES, index, page

DOCS = ROOT / "docs"
MARKED = re.compile(r"(<!-- rules: begin -->\n).*?(<!-- rules: end -->)", re.DOTALL)


def with_index(text: str) -> str:
    """The page of the policy with the table of the rules as they are."""
    return MARKED.sub(lambda match: f"{match[1]}\n{index(RULES)}\n{match[2]}", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_its_page(rule: Rule) -> None:
    """The page of a rule is what the rule says of itself."""
    assert (DOCS / "policy" / f"{rule.code}.md").read_text(encoding="utf-8") == page(rule)


def test_there_is_no_other_page() -> None:
    """A page belongs to a rule."""
    assert {path.stem for path in (DOCS / "policy").glob("*.md")} == {rule.code for rule in RULES}


def test_the_policy_lists_all_rules() -> None:
    """The table of the rules is current, each rule is in it, and sentence by sentence each is named."""
    text = (DOCS / "policy.md").read_text(encoding="utf-8")
    assert with_index(text) == text
    assert all(rule.code[:3] in THEMES for rule in RULES)
    table, sentences = text.split("## Sentence by sentence")
    assert all(f"`{rule.name}`" in table for rule in RULES)
    unnamed = {rule.code for rule in RULES if f"({'policy/' + rule.code}.md)" not in sentences}
    assert unnamed == {rule.code for rule in RULES if rule.code.startswith("FT0")}


def test_severities_are_explained() -> None:
    """The page says what each severity means."""
    text = (DOCS / "policy.md").read_text(encoding="utf-8")
    for severity, meaning in SEVERITIES.items():
        assert f"| {severity.value} | {meaning} |" in text


if __name__ == "__main__" and "--write" in sys.argv:
    (DOCS / "policy").mkdir(exist_ok=True)
    for path in (DOCS / "policy").glob("*.md"):
        path.unlink()
    for rule in RULES:
        (DOCS / "policy" / f"{rule.code}.md").write_text(page(rule), encoding="utf-8")
    policy = DOCS / "policy.md"
    policy.write_text(with_index(policy.read_text(encoding="utf-8")), encoding="utf-8")
