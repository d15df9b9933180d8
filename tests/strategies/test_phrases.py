"""Phrases in each language."""

from __future__ import annotations

import string

import attrs
from helpers.drawing import CODES, EDITIONS
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.strategies import (
    documents,
)
from ftnotes.strategies.phrases import PHRASES, Phrases


def test_there_are_phrases_in_every_language() -> None:
    """Each language of the playbooks has phrases whose slots can be filled."""
    assert list(PHRASES) == CODES
    slots = {"n", "company", "person", "day"}
    for phrases in PHRASES.values():
        for name in Phrases._fields:
            assert getattr(phrases, name)
            for text in getattr(phrases, name):
                asked = {slot for _, slot, _, _ in string.Formatter().parse(text) if slot}
                assert asked <= slots | ({"workload", "tag"} if name == "technical" else set())


@given(st.data())
def test_a_language_without_phrases_uses_english_ones(data: st.DataObject) -> None:
    """A custom playbook can have such a language."""
    english = EDITIONS[1].languages[0]
    playbook = attrs.evolve(EDITIONS[1], id="own", languages=(english._replace(code="en-GB"),), bundled=False)
    assert data.draw(documents("en-GB", playbook=playbook, valid=True)).exec_summaries
