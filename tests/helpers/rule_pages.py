"""The pages about the rules, as they are made from the rules.

``python tests/helpers/rule_pages.py`` writes the files anew; a test fails when that is needed.
"""

from __future__ import annotations

import re
from pathlib import Path

from ftnotes.policy import RULES
from ftnotes.policy.rule_docs import index, page

DOCS = Path(__file__).resolve().parents[2] / "docs"
MARKED = re.compile(r"(<!-- rules: begin -->\n).*?(<!-- rules: end -->)", re.DOTALL)


def with_index(text: str) -> str:
    """Return the policy page with the current table of rules."""
    return MARKED.sub(lambda match: f"{match[1]}\n{index(RULES)}\n{match[2]}", text)


if __name__ == "__main__":
    for path in (DOCS / "policy").glob("*.md"):
        path.unlink()
    for rule in RULES:
        (DOCS / "policy" / f"{rule.code}.md").write_text(page(rule), encoding="utf-8")
    policy = DOCS / "policy.md"
    policy.write_text(with_index(policy.read_text(encoding="utf-8")), encoding="utf-8")
