"""What is to be read about the rules: made from the rules alone."""

from __future__ import annotations

import datetime

import pytest
from helpers.policing import broken

from ftnotes import Context, Severity
from ftnotes.policy import RULES, Example, Rule
from ftnotes.policy.rule_docs import SEVERITIES, THEMES, index, page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_tells_all_of_its_rule(rule: Rule) -> None:
    """Code, name, summary, reasons, what must be told, and every example stand on the page."""
    text = page(rule)
    assert text.startswith(f"# {rule.code} {rule.name}\n\n{rule.summary}\n")
    assert rule.rationale in text
    assert ("It may need to be told" in text) == bool(rule.needs)
    assert text.count("\nFixed:\n") == sum(one.after is not None and not one.is_clean for one in rule.examples)
    assert ("There is no fix" in text) == (not rule.fixes)
    for example in rule.examples:
        first = example.before.split("\n")[0]
        assert not first.isprintable() or f"    {first}".rstrip() in text


def test_the_index_lists_every_rule_once_under_its_theme() -> None:
    """Each rule has its line, with its severity and whether it has a fix."""
    text = index(iter(RULES))
    for rule in RULES:
        assert text.count(f"| [{rule.code}](policy/{rule.code}.md) | `{rule.name}` | {rule.severity.value} |") == 1
    assert all(f"### {theme}\n" in text for theme in THEMES.values())
    assert set(SEVERITIES) == set(Severity)


def test_a_page_shows_what_was_told_and_what_nobody_sees() -> None:
    """The context of an example stands above it, and characters that are not printed are written by their codes."""
    told = Context(role="FM", priority="High", date=datetime.date(2020, 5, 1))
    rule = Rule("AB100", "x", "S.", "R.", Severity.ERROR, broken, (Example("a\u200bb\n", None, told), Example("c\n")))
    text = page(rule)
    assert "Example 1, where is told: role FM, priority High, date 2020-05-01:\n\n    a\\u200bb\n" in text
    assert "## Not found" not in text
    assert "## Found" not in page(Rule("AB100", "x", "S.", "R.", Severity.ERROR, broken, (Example.clean("c"),)))
