"""Phrases are filled in the language of the note."""

from __future__ import annotations

import attrs
from helpers.drawing import EDITIONS
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Workload
from ftnotes.strategies import documents
from ftnotes.strategies.phrasing import phrase


@given(st.data())
def test_a_language_without_phrases_uses_english_ones(data: st.DataObject) -> None:
    """A custom playbook can have such a language."""
    english = EDITIONS[1].languages[0]
    templates = tuple(
        template._replace(words={"en-GB": template.words["en"]}) for template in EDITIONS[1].templates if "en" in template.words
    )
    languages = (english._replace(code="en-GB"),)
    playbook = attrs.evolve(EDITIONS[1], id="own", languages=languages, templates=templates, bundled=False)
    assert data.draw(documents("en-GB", playbook=playbook, valid=True)).exec_summaries


@given(phrase("technical", EDITIONS[1].languages[0], Workload("EXO", "Exchange Online")))
def test_a_technical_phrase_is_about_the_workload(text: str) -> None:
    """It has the tag or the name, and no slot stays open."""
    assert "EXO" in text or "Exchange Online" in text
    assert "{" not in text
