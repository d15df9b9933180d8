"""``ftnotes rule``: list and explain rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ...text.suggest import did_you_mean
from ..options.arguments import ReadingOptions
from ..options.declaration import Heading, flag, group, positional
from ..options.exit_status import CLEAN, UsageError
from ..options.parser import Command
from ..output.terminal import Screen

if TYPE_CHECKING:
    from ...playbook.playbook import Playbook
    from ...policy.rule import Rule


@frozen
class RuleArguments:
    """The arguments of ``rule``."""

    rules: list[str] = positional(
        "RULE", "a code (FT301), a name (hashtag-forbidden), a prefix of codes (FT3), or words to search for", nargs="*"
    )
    all: bool = flag("explain all rules")
    reading: ReadingOptions = group(ReadingOptions, Heading("playbook"), without=["language", "max_size", "encoding"])


def _run(arguments: RuleArguments, errors: Screen) -> int:
    from ...policy.rules import RULES
    from ..options.settings import reading_settings

    _, playbook, _ = reading_settings(arguments.reading)
    if arguments.all and arguments.rules:
        raise UsageError("--all explains all rules; use it without the names of rules")
    named, words = _named(RULES, arguments.rules)
    if arguments.all:
        lines = _pages(RULES, playbook)
    elif named and not words:
        lines = _pages([rule for rule in RULES if rule.code in named], playbook)
    else:
        found = [rule for rule in RULES if rule.code in named or _matches(rule, words, playbook)]
        if not found:
            names = [rule.name for rule in RULES]
            hint = did_you_mean(words[0], names) or did_you_mean(words[0], [rule.code for rule in RULES])
            raise UsageError(f"no rule matches {' '.join(words)!r}{hint}; ftnotes rule lists all rules")
        lines = _listing(found)
    screen = Screen.of(sys.stdout)
    for line in lines:
        screen.print(screen.escape(line))
    return CLEAN


def _named(rules: Sequence[Rule], arguments: Sequence[str]) -> tuple[set[str], list[str]]:
    """Return the codes of the rules that are named, and the arguments that name none."""
    from ...policy.selection import codes

    named: set[str] = set()
    words = []
    for argument in arguments:
        try:
            named.update(codes(rules, argument))
        except ValueError:
            words.append(argument)
    return named, words


def _matches(rule: Rule, words: Sequence[str], playbook: Playbook) -> bool:
    text = f"{rule.code} {rule.name} {rule.summary} {rule.reason(playbook)}".casefold()
    return all(word.casefold() in text for word in words)


def _listing(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield code, name, severity, kinds of fixes and summary of each rule."""
    rows = [
        (rule.code, rule.name, "/".join(rule.severities), f"{'/'.join(rule.fixes) or 'no'} fix", rule.summary) for rule in rules
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for *cells, summary in rows:
        code, name, severity, fix = (f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True))
        yield f"{code}  {name}  {severity}  {fix}  {summary}"


def _pages(rules: Sequence[Rule], playbook: Playbook) -> Iterator[str]:
    from ...policy.rule_docs import page

    for number, rule in enumerate(rules):
        if number:
            yield ""
        yield from page(rule, playbook).split("\n")[:-1]


COMMAND: Final = Command(
    "[--all] [RULE ...]",
    "Explain rules: what each asks for, why, and examples of what it finds and what it doesn't, with the fixed text. "
    "Without arguments, list all rules; with words that name no rule, list those that match.",
    RuleArguments,
    _run,
)
