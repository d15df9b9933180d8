"""The addresses of the documentation site, for output that leads readers there."""

from __future__ import annotations

from typing import Final

from .rules import RULES

#: The site, as pyproject.toml gives it.
SITE: Final = "https://ftnotes.readthedocs.io/en/stable/"

_CODES: Final = frozenset(rule.code for rule in RULES)


def rule_address(code: str) -> str | None:
    """Return the address of the page about a rule; None for a rule that is not part of this package."""
    return f"{SITE}policy/{code}.html" if code in _CODES else None
