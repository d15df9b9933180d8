"""Helpers for tests of hashtags."""

from __future__ import annotations

from typing import Final

from ftnotes import Context, Playbook, Report, check
from ftnotes.policy.rules.hashtag_placement import HASHTAG_FORBIDDEN, HASHTAG_MISSING

PAUSING: Final = Context(intent="pausing")
ACCELERATING: Final = Context(role="FastTrack Manager", note_type="Engagement Management", intent="accelerating")
#: A hashtag for a custom playbook.
BETA: Final = '[[hashtags]]\ntag = "#beta"\nsummary = "the customer tries what is new"\n'


def forbidden(text: str, context: Context | None = None, playbook: Playbook | None = None) -> Report:
    """Check only for forbidden hashtags."""
    return check(text, context=context or Context(), playbook=playbook, rules=(HASHTAG_FORBIDDEN,))


def missing(text: str, context: Context | None = None, playbook: Playbook | None = None) -> Report:
    """Check only for missing hashtags."""
    return check(text, context=context or Context(), playbook=playbook, rules=(HASHTAG_MISSING,))
