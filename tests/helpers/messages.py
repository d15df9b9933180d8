"""What the rules say of their examples, as ``tests/messages.txt`` has it, so that no wording changes unawares.

``python tests/messages.py`` writes the file anew: read what has changed in it, as those will who get the messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ftnotes import check
from ftnotes.policy import RULES, Rule

FILE: Final = Path(__file__).with_suffix(".txt")


def messages() -> str:
    """All messages, each below its rule and once, and below it what its fixes are called."""
    return "\n".join(line for rule in RULES for line in (f"{rule.code} {rule.name}", *dict.fromkeys(_of(rule)), ""))


def _of(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        for one in check(example.before, context=example.context).diagnostics:
            if one.code != rule.code:
                continue
            fixes = "".join(f"\n    {'safe' if fix.safe else 'unsafe'}: {fix.title}" for fix in one.fixes)
            yield f"  {one.message}{fixes}"


if __name__ == "__main__":
    FILE.write_text(messages(), encoding="utf-8")
