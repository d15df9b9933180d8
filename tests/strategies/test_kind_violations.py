"""Ways to violate the rules about what types of notes and fields ask for, in a playbook of one's own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from helpers.drawing import FEWER
from helpers.playbooks import FORM, own
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, check
from ftnotes.strategies import Case, cases
from ftnotes.strategies.kind_violations import KIND_NEEDS, KIND_VIOLATIONS

#: What the type of note of a form asks for, and who writes a summary.
DEMANDS = """names = ["Visit"]
asks = ["why", "attempts"]
avoids = ["blurring", "usage-alone", "engagement-news", "same-text"]
sentences = 4
"""
WRITERS = """
[[roles]]
key = "clerk"
names = ["Clerk"]
note-types = ["visit"]

[[hashtags]]
tag = "#fast"
summary = "they go faster"

[[hashtags.rules]]
demand = "require"
when = { role = "clerk", intent = "accelerating" }
"""


@cache
def playbook(text: str) -> Playbook:
    """Return the playbook with this text."""
    with tempfile.TemporaryDirectory() as folder:
        return own(Path(folder), text)


def asking() -> Playbook:
    """Return a playbook that asks for everything."""
    due = 'id = "form"\nsummaries.required-when = [{ role = "clerk", intent = "accelerating" }]'
    return playbook(FORM.replace('names = ["Visit"]\n', DEMANDS).replace('id = "form"', due) + WRITERS)


@pytest.mark.parametrize("code", KIND_VIOLATIONS)
@FEWER
@given(data=st.data())
def test_notes_violate_what_a_playbook_asks_for(code: str, data: st.DataObject) -> None:
    """Its own types of notes, fields, limits and conditions are those of the drawn notes and contexts."""
    case: Case = data.draw(cases(code, "en", playbook=asking()))
    assert code in {found.code for found in check(case.text, context=case.context, playbook=asking())}


@pytest.mark.parametrize("code", KIND_NEEDS)
def test_a_playbook_that_does_not_ask_for_it_is_refused(code: str) -> None:
    """The error says what it lacks."""
    with pytest.raises(ValueError, match=rf"^playbook form has no {KIND_NEEDS[code][0]} for {code}, so no note violates it"):
        cases(code, playbook=playbook('id = "form"\n[[templates]]\nkey = "x"\nfields = [{ label = "Wins" }]\n'))
