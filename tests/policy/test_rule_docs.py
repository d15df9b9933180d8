"""Pages about rules, made from the rules themselves."""

from __future__ import annotations

import datetime

import pytest
from helpers.policing import broken

from ftnotes import Context, Playbook, Severity, check
from ftnotes.policy import RULES, Example, Rule
from ftnotes.policy.rule_docs import SEVERITIES, THEMES, index, page
from ftnotes.policy.rules.characters import INVISIBLE
from ftnotes.policy.rules.lifecycle import RISKS_BOX
from ftnotes.policy.rules.next_actions import NEXT_ACTION_WITHOUT_OWNER
from ftnotes.policy.rules.suppressions import SUPPRESSION_UNUSED
from ftnotes.policy.rules.titles import TITLE_NOT_FOUND

#: The summary of a custom rule, which needs no more.
CUSTOM = ("AB100", "custom", "Summary.", "Rationale.", Severity.ERROR, broken)


def section(text: str, heading: str) -> str:
    """Return a section of a page; empty if there is none."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_contains_everything_about_its_rule(rule: Rule) -> None:
    """The page has the rule's texts and all of its examples, with fixed texts, translations and messages."""
    text = page(rule)
    assert text.startswith(f"# {rule.code} {rule.name}\n\n{rule.summary}\n")
    assert section(text, "Why") == f"\n{rule.reason(Playbook.load())}\n"
    assert section(text, "When to ignore it") == f"\n{rule.ignore_when}\n"
    assert ("judges only what the note shows" in text) == bool(rule.needs)
    assert bool(section(text, "Words that count")) == bool(rule.word_lists)
    assert text.count("\nFixed:\n") == sum(one.after is not None and not one.is_clean for one in rule.examples)
    assert text.count("\nPrinted:\n") == sum(not one.is_clean for one in rule.examples)
    assert text.count("\nIn English:\n") == sum(bool(one.translation) for one in rule.examples)
    assert ("No fix" in text) == (not rule.fixes)
    for example in rule.examples:
        first = example.before.split("\n")[0]
        assert not first.isprintable() or f"    {first}".rstrip() in text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_shows_messages_as_they_are_printed(rule: Rule) -> None:
    """Each violating example is followed by its messages, with place and marked line."""
    violations = section(page(rule), "Violations")
    for example in rule.examples:
        for diagnostic in check(example.before, context=example.context).diagnostics:
            if diagnostic.code == rule.code:
                assert f" {diagnostic.severity.value} {rule.code} {rule.name}: {diagnostic.message}\n" in violations
    assert "\n           | " in violations
    assert "note.md:" not in section(page(rule), "No violations")
    assert "Printed" not in page(rule, with_messages=False)
    assert page(rule, with_messages=False).count("Example ") == page(rule).count("Example ")


def test_printed_messages_have_their_place() -> None:
    """Line and column come first, and a marker is below the place."""
    assert (
        "\nPrinted:\n\n"
        '    note.md:1:3: error FT102 title-not-found: The summary has no title. Add "EXEC SUMMARY" on a line above it.\n'
        "         1 | - DESCRIBE THE CUSTOMER: Contoso, 900 seats\n"
        "           |   ^^^^^^^^^^^^^^^^^^^^^\n"
        "\nFixed:\n\n    **EXEC SUMMARY**\n"
    ) in page(TITLE_NOT_FOUND)


def test_unused_comments_are_printed_though_other_rules_decide_about_them() -> None:
    assert ": Nothing here violates FT201, which this comment silences. " in page(SUPPRESSION_UNUSED)


def test_words_that_count_are_those_of_the_playbook() -> None:
    """A page lists the English words of evidence, with open endings, and of actions."""
    text = section(page(RISKS_BOX), "Words that count")
    assert "playbook 2020-03" in text
    assert "\n- `escalation` (there is an escalation or an issue): escalate, escalates, escalated, " in text
    assert "\n- `negations` (a word after it doesn't count): not, no, " in text
    assert "|" not in text
    text = section(page(NEXT_ACTION_WITHOUT_OWNER), "Words that count")
    assert "\n- `owner` (labels of its owner): Owner, Owners, " in text
    assert "…" not in text
    assert "negations" not in text


def test_word_lists_are_in_the_playbook() -> None:
    english = Playbook.load().words_of("en")
    for key in {key for rule in RULES for key in rule.word_lists}:
        name = key.replace("-", "_")
        assert english.evidence.get(key) or getattr(english.actions, name, ()) or getattr(english.placeholders, name)


@pytest.mark.parametrize(
    ("fixes", "text"),
    [
        ((), "No fix: only the writer knows what to write instead."),
        (("safe",), "The fix is safe: it doesn't change what the note says."),
        (("unsafe",), "The fix changes words that the writer chose, and is applied only on request (`--unsafe-fixes`)."),
        (("safe", "unsafe"), "Some fixes change words that the writer chose, and are applied only on request "),
    ],
)
def test_fixes_are_described(fixes: tuple[str, ...], text: str) -> None:
    rule = Rule(*CUSTOM, (), fixes=fixes)  # type: ignore[arg-type]
    assert f"\nSeverity: error. {text}" in page(rule)


def test_needs_are_described() -> None:
    """Known context values are described in words, and others are named."""
    rule = Rule(*CUSTOM, (), needs=("note-type", "date", "weather"))
    assert "\nThe rule can depend on the type of the note, the date of the note and weather. " in page(rule)


def test_the_index_lists_every_rule_once_under_its_theme() -> None:
    """Each rule has its line, with its severity and the kinds of its fixes."""
    text = index(iter(RULES))
    for rule in RULES:
        severities, fixes = " or ".join(rule.severities), ", ".join(rule.fixes)
        line = f"| [{rule.code}](policy/{rule.code}.md) | `{rule.name}` | {severities} | {fixes} |"
        assert text.count(line) == 1
    assert all(f"### {theme}\n" in text for theme in THEMES.values())
    assert set(SEVERITIES) == set(Severity)


def test_a_page_shows_context_and_invisible_characters() -> None:
    """The context of an example is given above it, and invisible characters are escaped."""
    context = Context(role="FM", priority="High", date=datetime.date(2020, 5, 1))
    text = page(Rule(*CUSTOM, (Example("a\u200bb\n", None, context), Example("c\n"))))
    assert "Example 1, given role FM, priority High and date 2020-05-01:\n\n    a\\u200bb\n" in text
    assert "    note.md:1:10: warning FT602 invisible-characters: " in page(INVISIBLE)
    assert "         1 | Call with\\u200b Ana\\u2060 on Monday.\n" in page(INVISIBLE)


def test_a_page_has_only_the_sections_that_it_needs() -> None:
    """A custom rule without an ignore sentence, word lists and examples of a kind has no empty sections."""
    text = page(Rule(*CUSTOM, (Example.clean("c"),)))
    assert [line for line in text.split("\n") if line.startswith("## ")] == ["## Why", "## No violations"]
    assert "## No violations" not in page(Rule(*CUSTOM, (Example("c"),)))
