"""``ftnotes rule``: list and explain rules."""

from __future__ import annotations

import sys
from typing import Final

from attrs import frozen

from ..options.arguments import from_namespace
from ..options.exit_status import CLEAN, UsageError
from ..options.parser import Command, Parser
from ..output.terminal import Screen


@frozen
class RuleArguments:
    """The arguments of ``rule``."""

    rules: list[str]
    all: bool


def _add_options(parser: Parser) -> None:
    parser.add_argument(
        "rules", metavar="RULE", nargs="*", help="a code (FT301), a name (hashtag-forbidden), or a prefix of codes (FT3)"
    )
    parser.add_argument("--all", action="store_true", help="explain all rules")


def _run(arguments: RuleArguments, errors: Screen) -> int:
    from ...policy.rule_docs import page
    from ...policy.rules import RULES
    from ...policy.selection import codes

    if arguments.all == bool(arguments.rules):
        raise UsageError("name the rules to explain, as in ftnotes rule FT301 FT302; or all of them with --all")
    try:
        wanted = {code for named in arguments.rules for code in codes(RULES, named)}
    except ValueError as error:
        raise UsageError(str(error)) from None
    screen = Screen.of(sys.stdout)
    for number, rule in enumerate(rule for rule in RULES if arguments.all or rule.code in wanted):
        if number:
            screen.print("")
        for line in page(rule).split("\n")[:-1]:
            screen.print(screen.escape(line))
    return CLEAN


COMMAND: Final = Command(
    "[--all] [RULE ...]",
    "Explain rules: what each asks for, why, and examples of what it finds and what it doesn't, with the fixed text.",
    _add_options,
    lambda namespace: from_namespace(RuleArguments, namespace),
    _run,
)
