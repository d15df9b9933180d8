"""Phrases in each language."""

from __future__ import annotations

import string

from helpers.drawing import CODES

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
