"""Editions and languages to draw notes in."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from ftnotes import Playbook

EDITIONS = [Playbook.load(edition) for edition in Playbook.editions()]
CODES = [language.code for language in EDITIONS[0].languages]

#: For a property with one test per rule, or with large examples.
FEWER = settings(max_examples=max(5, settings.default.max_examples // 8 if settings.default else 25))


def editions_and_languages() -> st.SearchStrategy[tuple[Playbook, str]]:
    """Return a strategy for editions, each with the code of a language."""
    return st.tuples(st.sampled_from(EDITIONS), st.sampled_from(CODES))
