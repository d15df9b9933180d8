"""Rules, and the engine that checks and fixes notes.

In: a text or `Document`, a `Context` of facts that the text cannot give, and a choice of rules. Out: a `Report` of
diagnostics, each with its place and its fixes. Each rule is one value (`Rule`); `RULES` is the tuple of all, in the order of
their codes. Add a custom rule with ``check(text, rules=(*RULES, MY_RULE))``.
"""

from typing import TYPE_CHECKING

from .._lazy import lazy_exports

if TYPE_CHECKING:
    from .checker import RULE_FAILED as RULE_FAILED
    from .checker import check as check
    from .context import Context as Context
    from .report import Report as Report
    from .rule import Check as Check
    from .rule import Example as Example
    from .rule import Joining as Joining
    from .rule import MissingContext as MissingContext
    from .rule import Part as Part
    from .rule import Rule as Rule
    from .rule import Violation as Violation
    from .rules import RULES as RULES

__all__, __getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "checker": ("RULE_FAILED", "check"),
        "context": ("Context",),
        "report": ("Report",),
        "rule": ("Check", "Example", "Joining", "MissingContext", "Part", "Rule", "Violation"),
        "rules": ("RULES",),
    },
)
