"""The pages about the rules are current; ``PYTHONPATH=tests python tests/project/test_policy_pages.py --write`` writes them."""

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
    """Return the policy page with the current table of rules."""
    return MARKED.sub(lambda match: f"{match[1]}\n{index(RULES)}\n{match[2]}", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_its_page(rule: Rule) -> None:
    """The page of a rule is the one made from the rule."""
    assert (DOCS / "policy" / f"{rule.code}.md").read_text(encoding="utf-8") == page(rule)


def test_there_is_no_other_page() -> None:
    """Each page belongs to a rule."""
    assert {path.stem for path in (DOCS / "policy").glob("*.md")} == {rule.code for rule in RULES}


def test_the_policy_lists_all_rules() -> None:
    """The table of rules is current and complete, and each rule is named for a demand of the guidance."""
    text = (DOCS / "policy.md").read_text(encoding="utf-8")
    assert with_index(text) == text
    assert all(rule.code[:3] in THEMES for rule in RULES)
    table, sentences = text.split("## Sentence by sentence")
    assert all(f"`{rule.name}`" in table for rule in RULES)
    unnamed = {rule.code for rule in RULES if f"({'policy/' + rule.code}.md)" not in sentences}
    assert unnamed == {rule.code for rule in RULES if rule.code.startswith("FT0")}


def test_severities_are_explained() -> None:
    """The page gives the meaning of each severity."""
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
