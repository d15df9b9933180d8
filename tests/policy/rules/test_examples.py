"""The rules, by their own examples: each is tried on all of them, alone and through `fix`."""

from __future__ import annotations

import re

import pytest
from helpers.messages import FILE, messages

from ftnotes import check, fix
from ftnotes.policy import RULE_FAILED, RULES, Example, Rule

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}") for rule in RULES for number, example in enumerate(rule.examples)
]


def found(rule: Rule, example: Example) -> list[object]:
    report = check(example.before, context=example.context)
    assert RULE_FAILED[0] not in {one.code for one in report.diagnostics}, report.diagnostics
    return [one for one in report.diagnostics if one.code == rule.code]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_what_its_examples_say(rule: Rule, example: Example) -> None:
    """A rule finds fault with the texts that it gives for that, and not with the clean ones."""
    assert bool(found(rule, example)) is not example.is_clean


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fixing_gives_the_text_of_the_example(rule: Rule, example: Example) -> None:
    """What `fix` makes of an example with this rule alone is the text that the example gives; else it changes nothing."""
    # Comments are judged by what all rules find.
    select = None if rule.code.startswith("FT00") else (rule.code,)
    result = fix(example.before, unsafe=True, context=example.context, select=select)
    if select:
        assert result.text == (example.before if example.after is None else example.after)
    else:
        assert rule.code not in {one.code for one in result.remaining} or example.after is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_examples_in_two_languages(rule: Rule) -> None:
    """At least two texts with the fault and two without, at least one of each not in English."""
    for clean in (False, True):
        texts = [example.before for example in rule.examples if example.is_clean is clean]
        assert len(texts) >= 2
        assert any(re.search("[^\\x00-\\x7f–—’•€™]|Kunde|Termin|Teams f|Anruf|Netz|Bitte|Woche", text) for text in texts), rule


def test_messages_are_those_that_people_have_read() -> None:
    """What all rules say of their examples, word for word; the file says how to write it anew."""
    assert messages() == FILE.read_text(encoding="utf-8")


def test_codes_and_names_are_unique_and_in_order() -> None:
    """Rules stand in the order of their codes, and no code or name stands twice."""
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks_in_sentences(rule: Rule) -> None:
    """Summary and rationale are sentences, the rationale names its source, and messages end like a sentence."""
    assert rule.summary.endswith(".")
    assert rule.rationale.endswith(".")
    assert rule.code.startswith("FT00") or re.search(r"\((guidance: |Unicode Technical)", rule.rationale)
    for example in rule.examples:
        for one in check(example.before, context=example.context).diagnostics:
            assert not one.message[0].islower()
            assert one.message.endswith((".", "?"))
