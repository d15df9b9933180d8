"""Rules: their form, and what each declares: context, kinds of fixes, messages and titles of fixes."""

from __future__ import annotations

import datetime
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from helpers.policing import broken

from ftnotes import Context, Diagnostic, Severity, check
from ftnotes.policy import RULES, Rule, rules


@pytest.mark.parametrize(("code", "name"), [("ft201", "x"), ("F1", "x"), ("FT20", "x"), ("FT201", "No Kebab"), ("FT201", "a-")])
def test_codes_and_names_have_a_form(code: str, name: str) -> None:
    """A rule whose code or name could not be typed on a command line is refused."""
    with pytest.raises(ValueError, match=r"^Rule\.(code|name) takes "):
        Rule(code, name, "", "", Severity.ERROR, broken, ())


def test_rules_lists_every_rule_in_the_order_of_the_codes() -> None:
    """No rule of a module is forgotten."""
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in pkgutil.iter_modules(rules.__path__)]
    written = {value.code for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    assert [rule.code for rule in RULES] == sorted(written)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_declare_the_context_that_they_need(rule: Rule) -> None:
    """A rule needs only the parts of the context that it declares, and none once all are given."""
    full = Context("FM", "Overall Status", "High", "deploying", datetime.date(2020, 5, 1))
    for example in rule.examples:
        for entry in check(example.before, rules=(rule,)).not_evaluated:
            assert set(entry.needs) <= set(rule.needs)
        assert check(example.before, rules=(rule,), context=full).not_evaluated == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_the_kinds_of_fixes_that_it_declares(rule: Rule) -> None:
    """Its examples have fixes of exactly the declared kinds."""
    offered = {
        "safe" if fix.safe else "unsafe"
        for example in rule.examples
        for found in check(example.before, context=example.context).diagnostics
        if found.code == rule.code
        for fix in found.fixes
    }
    assert offered == set(rule.fixes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_the_severities_that_it_declares(rule: Rule) -> None:
    """The violations of its examples have exactly the declared severities."""
    found = {
        diagnostic.severity
        for example in rule.examples
        for diagnostic in check(example.before, context=example.context)
        if diagnostic.code == rule.code
    }
    assert found == set(rule.severities)


def _every_diagnostic() -> Iterator[Diagnostic]:
    for rule in RULES:
        for example in rule.examples:
            yield from check(example.before, context=example.context).diagnostics


def test_messages_avoid_technical_terms() -> None:
    """A message is one line in the words of the writers of notes."""
    for diagnostic in _every_diagnostic():
        assert not re.search(
            r"\b(node|span|parse[rd]?|token|None\b(?!\")|diagnostic|playbook|regex|kebab)\b", diagnostic.message
        ), diagnostic.message
        assert "\n" not in diagnostic.message


def test_titles_of_fixes_are_short_and_start_with_a_verb() -> None:
    """The title of a fix has few words and starts with a verb."""
    for diagnostic in _every_diagnostic():
        for offered in diagnostic.fixes:
            assert re.match(r"(write|add|type|remove|use|restore) ", offered.title), offered.title
            assert len(offered.title) < 120
            assert offered.edits
