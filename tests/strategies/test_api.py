"""The strategies draw what they promise, in every language and edition."""

from __future__ import annotations

import re

import pytest
from helpers.drawing import EDITIONS, FEWER
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from ftnotes.strategies import (
    cases,
    documents,
    exports,
    fields,
    lifecycle_notes,
    notes_text,
    updates,
)


@FEWER
@given(st.data(), st.integers(0, 3), st.integers(1, 4))
def test_sizes_are_limited(data: st.DataObject, summaries: int, listed: int) -> None:
    """There are at most as many summaries, workloads, lines and rows as requested."""
    document = data.draw(documents(max_summaries=summaries, max_workloads=listed))
    assert len(document.exec_summaries) <= summaries
    assert all(len(field.workloads) <= listed for summary in document.exec_summaries for field in summary.fields)
    (summary,) = data.draw(documents(valid=True, max_workloads=listed)).exec_summaries
    assert 1 <= len(summary.workloads) <= listed
    assert data.draw(updates("en", max_lines=listed)).count("\n") < listed
    assert len(data.draw(exports(max_size=summaries))) <= summaries


def test_notes_shrink_to_short_ones() -> None:
    """Hypothesis finds a short note with a given property."""
    lenient = settings(max_examples=3000, database=None, suppress_health_check=list(HealthCheck))
    on_hold = find(notes_text("en"), lambda text: "On Hold" in text, settings=lenient)
    assert on_hold.count("\n") <= 3
    assert on_hold.endswith("- STATUS OF THE ENGAGEMENT: On Hold\n")


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: cases("FT999"),
            "violating must be the code or name of a rule, as 'FT301' or 'hashtag-forbidden', not 'FT999'",
        ),
        (lambda: notes_text(valid=True, violating="FT301"), "can't be valid and violate a rule: pass either"),
        (lambda: notes_text("xx").example(), "language 'xx'"),
        (lambda: fields("risks").example(), "playbook 2020-03 has no field 'risks'; it has customer, engagement-status, "),
        (lambda: lifecycle_notes(edition="1999-01").example(), "edition '1999-01'"),
    ],
)
@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_an_invalid_argument_is_refused(ask: object, message: str) -> None:
    """The message names the problem and the valid values."""
    assert callable(ask)
    with pytest.raises(ValueError, match=re.escape(message)):
        ask()


def test_the_repr_of_a_playbook_is_short() -> None:
    """A failing test prints it, and all its words would fill pages."""
    assert repr(EDITIONS[1]) == "<Playbook 2020-03>"
    assert repr(EDITIONS[1].languages[0]) == "<Language en>"
