"""Each rule on its own examples, through `check` and `fix`."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from helpers.each import each
from helpers.messages import FILE, messages
from helpers.playbooks import words_in

from ftnotes import Playbook, check, fix
from ftnotes.playbook.word_lists import ActionWords
from ftnotes.policy import RULE_FAILED, RULES, Example, Rule

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]

#: A playbook without words for evidence and actions.
WORDLESS = evolve(
    Playbook.load(),
    words=tuple(words._replace(evidence={}, actions=ActionWords()) for words in Playbook.load().words),
)

#: The messages for all examples, as recorded.
MESSAGES = [
    line.strip()
    for rule in FILE.read_text(encoding="utf-8").split("\n\n")
    for line in rule.split("\n")[1:]
    if line and not re.match(" +(safe|unsafe): ", line)
]


def _name(case: tuple[Rule, Example]) -> str:
    rule, example = case
    return f"{rule.code}-{rule.examples.index(example)}"


def found(rule: Rule, example: Example) -> list[object]:
    report = check(example.before, context=example.context)
    assert RULE_FAILED[0] not in {one.code for one in report.diagnostics}, report.diagnostics
    return [one for one in report.diagnostics if one.code == rule.code]


@each(EXAMPLES, name=_name)
def test_a_rule_finds_what_its_examples_say(case: tuple[Rule, Example]) -> None:
    """A rule reports problems in its violating examples and none in its clean ones."""
    rule, example = case
    assert bool(found(rule, example)) is not example.is_clean


@each(EXAMPLES, name=_name)
def test_fixing_gives_the_text_of_the_example(case: tuple[Rule, Example]) -> None:
    """`fix` with this rule alone gives the example's second text; without one, it changes nothing."""
    rule, example = case
    # Comments are judged by the diagnostics of all rules.
    select = None if rule.code.startswith("FT00") else (rule.code,)
    result = fix(example.before, unsafe=True, context=example.context, select=select)
    if select:
        assert result.text == (example.before if example.after is None else example.after)
    else:
        assert rule.code not in {one.code for one in result.remaining} or example.after is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_has_examples_in_two_languages(rule: Rule) -> None:
    """A rule has at least two violating and two clean examples, and one of each is translated into English."""
    for is_clean in (False, True):
        examples = [example for example in rule.examples if example.is_clean is is_clean]
        assert len(examples) >= 2
        assert any(example.translation not in ("", example.before) for example in examples)


def test_messages_are_the_reviewed_ones() -> None:
    """The messages for all examples are recorded word for word; `helpers.messages` explains how to record them again."""
    assert messages() == FILE.read_text(encoding="utf-8")


def test_codes_and_names_are_unique_and_in_order() -> None:
    """Rules are in the order of their codes, and no code or name appears twice."""
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_sentences_and_a_source(rule: Rule) -> None:
    """Summary and rationale are sentences; the rationale names the section of the guidance, or of Unicode."""
    assert rule.summary.endswith(".")
    assert rule.rationale.endswith(".")
    if not rule.code.startswith("FT00"):
        assert re.search(r"\((guidance: |Unicode Technical)", rule.reason(Playbook.load()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_when_to_ignore_it(rule: Rule) -> None:
    """The page of each rule has one sentence about exceptions."""
    assert re.fullmatch(r"[A-Z].+\.", rule.ignore_when)


@each(EXAMPLES, name=_name)
def test_examples_with_a_foreign_title_are_translated(case: tuple[Rule, Example]) -> None:
    """Readers of English understand each example."""
    rule, example = case
    languages = [language for language in Playbook.load().languages if language.code != "en"]
    if any(title in example.before for language in languages for title in words_in(language).titles):
        assert example.translation, rule


@each(EXAMPLES, name=_name)
def test_a_rule_that_depends_on_word_lists_names_them(case: tuple[Rule, Example]) -> None:
    """Without the word lists of the playbook, only rules that name some of them report something else."""
    rule, example = case
    if not rule.word_lists:
        found = check(example.before, context=example.context, playbook=WORDLESS)
        assert [one.span for one in found.diagnostics if one.code == rule.code] == [
            one.span for one in check(example.before, context=example.context).diagnostics if one.code == rule.code
        ]


@each(MESSAGES)
def test_messages_are_short(message: str) -> None:
    """A message has at most two sentences and 160 characters, apart from what it quotes."""
    words = re.sub(r'"[^"]*"|\[[^]]*\]', "", message)
    assert len(words) <= 160
    assert 1 <= len(re.findall(r"[.?](?= |$)", words)) <= 2
    assert not message[0].islower()
    assert words.endswith((".", "?"))
