"""The pages about the rules are current."""

from __future__ import annotations

import pytest
from helpers.rule_pages import DOCS, with_index

from ftnotes.policy import RULES, Rule
from ftnotes.policy.rule_docs import SEVERITIES, THEMES, page

REMEDY = "write it anew: python tests/helpers/rule_pages.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_its_page(rule: Rule) -> None:
    """The page of a rule is the one made from the rule."""
    assert (DOCS / "policy" / f"{rule.code}.md").read_text(encoding="utf-8") == page(rule), REMEDY


def test_there_is_no_other_page() -> None:
    """Each page belongs to a rule."""
    assert {path.stem for path in (DOCS / "policy").glob("*.md")} == {rule.code for rule in RULES}


def test_the_policy_lists_all_rules() -> None:
    """The table of rules is current and complete, and each rule is named for a demand of the guidance."""
    text = (DOCS / "policy.md").read_text(encoding="utf-8")
    assert with_index(text) == text, REMEDY
    assert all(rule.code[:3] in THEMES for rule in RULES)
    assert all(f"`{rule.name}`" in text for rule in RULES)
    sentences = (DOCS / "guidance.md").read_text(encoding="utf-8")
    unnamed = {rule.code for rule in RULES if f"({'policy/' + rule.code}.md)" not in sentences}
    assert unnamed == {rule.code for rule in RULES if rule.code.startswith("FT0")}


def test_severities_are_explained() -> None:
    """The page gives the meaning of each severity."""
    text = (DOCS / "policy.md").read_text(encoding="utf-8")
    for severity, meaning in SEVERITIES.items():
        assert f"| {severity.value} | {meaning} |" in text
