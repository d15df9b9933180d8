"""Strategies for notes with one problem: a way to violate each rule and no other."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from ..playbook.model import Language
from ..playbook.template_words import TemplateWords
from ..policy.rules import RULES
from ..syntax.serializer import serialize
from .cache import cached
from .kind_violations import KIND_NEEDS, KIND_VIOLATIONS, Maker, Need
from .summary_violations import SUMMARY_NEEDS, SUMMARY_VIOLATIONS
from .violation_draft import Case, Draft

#: The function that makes a note violating a rule and no other, by the code of the rule.
VIOLATIONS: Final[dict[str, Maker]] = {**SUMMARY_VIOLATIONS, **KIND_VIOLATIONS}
#: What a template needs for a rule to be violated, by the code of the rule.
_NEEDS: Final[dict[str, Need]] = {**SUMMARY_NEEDS, **KIND_NEEDS}


def violation_of(rule: str, template: TemplateWords) -> Maker:
    """Return the function that makes a note violating a rule, by the code or name of the rule.

    For a rule that `VIOLATIONS` lacks, notes are the rule's own examples, which can violate other rules too.

    Raises:
        ValueError: there is no such rule, or no note of the template can violate it; the message says what is missing.
    """
    known = next((known for known in RULES if rule in (known.code, known.name)), None)
    if known is None:
        raise ValueError(f"violating must be the code or name of a rule, as 'FT301' or 'hashtag-forbidden', not {rule!r}")
    what, found = _NEEDS.get(known.code, ("", None))
    if found and not found(template):
        raise ValueError(f"playbook {template.playbook.id} has no {what} for {rule}, so no note violates it: pass another")
    examples = [Case(example.before, example.context) for example in known.examples if not example.is_clean]
    return VIOLATIONS.get(known.code, lambda draft: draft.one_of(*examples))


@cached
@st.composite
def violating_note(draw: st.DrawFn, rule: str, template: TemplateWords, language: Language) -> Case:
    """Draw a note that violates this rule and no other, with a context in which it does."""
    note = violation_of(rule, template)(Draft(draw, template, language))
    return note if isinstance(note, Case) else Case(serialize(note))
