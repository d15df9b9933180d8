"""Ways to violate the rules about summaries and free notes; that each violates one rule only is tested in `test_violations`."""

from __future__ import annotations

from ftnotes import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.policy import RULES
from ftnotes.strategies.kind_violations import KIND_VIOLATIONS
from ftnotes.strategies.summary_violations import SUMMARY_NEEDS, SUMMARY_VIOLATIONS


def test_each_is_of_one_rule() -> None:
    """No code is unknown or in both tables, which would hide one of them, and what is needed is needed for a note."""
    assert set(SUMMARY_VIOLATIONS) <= {rule.code for rule in RULES}
    assert not set(SUMMARY_VIOLATIONS) & set(KIND_VIOLATIONS)
    assert set(SUMMARY_NEEDS) <= set(SUMMARY_VIOLATIONS)


def test_the_template_of_the_guidance_has_what_is_needed() -> None:
    """Each rule about summaries can be violated in it."""
    template = first_template(Playbook.load())
    assert [code for code, (_, found) in SUMMARY_NEEDS.items() if not found(template)] == []
