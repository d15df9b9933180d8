"""The words and keys of the shipped playbooks are data: code names none of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final, get_args

import pytest
from helpers.each import each
from helpers.paths import ROOT

from ftnotes import RULES, Playbook
from ftnotes.playbook.model import FieldKind, Template
from ftnotes.policy import Rule

SOURCES: Final = ROOT / "src/ftnotes"
#: The typed view of the first template, the parts of the rules' examples, and the example notes.
LEFT_OUT: Final = ("syntax/exec_summary.py", "policy/rules/_examples.py", "strategies/examples.py")


#: Ordinary words that are labels, too: a playbook has a summary and a table its reasons, in any organisation.
ORDINARY: Final = frozenset(("next action", "reason", "risk", "risks", "status", "summary"))
#: The modules that count customers, whatever the fields of a template are called; and their word for it.
COUNTING: Final = (
    "batch/report/figures.py", "batch/report/statements.py", "cli/commands/compare.py", "cli/commands/report.py",
)  # fmt: skip
COUNTED: Final = "customer"


def words_of(template: Template) -> Iterator[str]:
    """Yield the keys and the published words of a template."""
    yield template.key
    for field in template.fields:
        yield from (field.key, *field.choices)
    for local in template.words.values():
        yield from local.titles
        for wordings in (*local.labels.values(), *local.hints.values()):
            yield from wordings
        for choices in local.choices.values():
            yield from (word for wordings in choices.values() for word in wordings)


def words_in(playbook: Playbook) -> Iterator[str]:
    """Yield the keys and the published words of a playbook."""
    for template in playbook.templates:
        yield from words_of(template)
    for workload in playbook.workloads:
        yield from (workload.tag, *workload.names, *workload.other_tags, *workload.other_names)
    for note_type in playbook.note_types:
        yield from (note_type.key, *note_type.names)
    for role in playbook.roles:
        yield from (role.key, *role.names)
    for hashtag in playbook.hashtags:
        yield from (hashtag.tag, hashtag.tag.removeprefix("#"))
    for language in playbook.languages:
        for wordings in (*language.workload_names.values(), *language.workload_tags.values()):
            yield from wordings
    yield from (*playbook.sources.values(), *playbook.destinations)


def known_words() -> frozenset[str]:
    """Return all of them in lower case, keys with underscores too, but for kinds of fields, ordinary words and letters."""
    words = {word.lower() for edition in Playbook.editions() for word in words_in(Playbook.load(edition))}
    every = words | {word.replace("-", "_") for word in words}
    return frozenset(word for word in every if len(word) > 1) - {*get_args(FieldKind)} - ORDINARY


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the whole string literals of a module and their parts in f-strings, without those in the examples of rules."""
    for node in ast.iter_child_nodes(tree):
        is_example = isinstance(node, ast.keyword) and node.arg == "examples"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
        elif not is_example:
            yield from literals(node)


MODULES: Final = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py"))


KNOWN: Final = known_words()


@each([module for module in MODULES if module not in LEFT_OUT])
def test_code_names_no_word_of_a_playbook(module: str) -> None:
    """No whole string literal is a key, choice, label, title, hint, tag, name, role, note type or hashtag of an edition."""
    tree = ast.parse((SOURCES / module).read_text(encoding="utf-8"))
    known = KNOWN - {COUNTED} if module in COUNTING else KNOWN
    found = [f"line {node.lineno}: {node.value!r}" for node in literals(tree) if str(node.value).strip().lower() in known]
    assert not found


def test_what_is_left_out_is_there() -> None:
    """Each module that is left out exists, so that none stays listed when it moves."""
    assert {*LEFT_OUT, *COUNTING} <= set(MODULES)


@pytest.mark.parametrize("text", ["'on-hold'", "f(x, 'EXO')", "{'engagement_status': 1}", "f'{x}#covid'", "('Teams\\n',)"])
def test_a_word_in_code_is_found(text: str) -> None:
    """A key, tag, hashtag or name is found wherever its literal is."""
    assert any(str(node.value).strip().lower() in KNOWN for node in literals(ast.parse(text)))


def test_examples_of_rules_are_left_out() -> None:
    """Literals in the examples of a rule don't count."""
    assert not list(literals(ast.parse("Rule(examples=(Example('on-hold'),))")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_texts_of_rules_name_no_place_role_or_hashtag(rule: Rule) -> None:
    """What a playbook calls them comes from it; the texts of a rule are true for any playbook."""
    texts = f"{rule.summary} {rule.rationale} {rule.ignore_when} {rule.other_severity_if}"
    playbook = Playbook.load()
    names = [*playbook.destinations, *(spec.tag for spec in playbook.hashtags)]
    named = [spec.names for spec in playbook.roles] + [spec.names for spec in playbook.note_types]
    names += [name for known in named for name in known if " " in name]
    assert not [name for name in names if name.lower() in texts.lower()]
