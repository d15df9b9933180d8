"""The messages of the rules for their examples, as ``messages.txt`` records them, so that each change is noticed.

``python tests/helpers/messages.py`` writes the file again; review its changes as the people who get the messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ftnotes import check
from ftnotes.policy import RULES, Rule

FILE: Final = Path(__file__).with_suffix(".txt")


def messages() -> str:
    """Return all messages, each once and below its rule, followed by the titles of its fixes."""
    return "\n".join(line for rule in RULES for line in (f"{rule.code} {rule.name}", *dict.fromkeys(_of(rule)), ""))


def _of(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        for diagnostic in check(example.before, context=example.context).diagnostics:
            if diagnostic.code != rule.code:
                continue
            fixes = "".join(f"\n    {'safe' if fix.safe else 'unsafe'}: {fix.title}" for fix in diagnostic.fixes)
            yield f"  {diagnostic.message}{fixes}"


if __name__ == "__main__":
    FILE.write_text(messages(), encoding="utf-8")
