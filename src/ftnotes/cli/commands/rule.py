"""``ftnotes rule``."""

from __future__ import annotations

import sys
from argparse import Namespace

from ...policy.rule_docs import page
from ...policy.rules import RULES
from ...policy.selection import codes
from ..options.exit_status import CLEAN, UsageError
from ..output.terminal import Screen


def run(arguments: Namespace, errors: Screen) -> int:
    """Explain rules. Return the exit status."""
    if arguments.all == bool(arguments.rules):
        raise UsageError("name the rules to explain, as in ftnotes rule FT301 FT302; or all of them with --all")
    try:
        wanted = {code for said in arguments.rules for code in codes(RULES, said)}
    except ValueError as error:
        raise UsageError(str(error)) from None
    screen = Screen.of(sys.stdout)
    for number, rule in enumerate(rule for rule in RULES if arguments.all or rule.code in wanted):
        if number:
            screen.print("")
        for line in page(rule).split("\n")[:-1]:
            screen.print(screen.escape(line))
    return CLEAN
