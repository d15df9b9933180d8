"""A draft changes one thing in a valid note."""

from __future__ import annotations

from helpers.drawing import EDITIONS
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Note, Workload
from ftnotes.playbook.template_words import first_template
from ftnotes.strategies.violation_draft import Draft

LISTED = (Workload("EXO", "", "x"), Workload("OD"))


@st.composite
def summaries(draw: st.DrawFn) -> tuple[Note, Note, Note]:
    """Draw summaries with given choices and remark, with given workloads, and with a text after the customer."""
    draft = Draft(draw, first_template(EDITIONS[1]), EDITIONS[1].languages[0])
    summary = draft.summary({"engagement-status": "on-hold"}, remark="#covid")
    return draft.with_value(summary, "customer", "x"), draft.with_workloads(*LISTED), draft.with_text("and more")


@given(summaries())
def test_a_draft_has_exactly_the_given_values(drawn: tuple[Note, Note, Note]) -> None:
    """Choices, remark, values, workloads and texts are those of the arguments."""
    held, listing, longer = drawn
    assert held.title is not None
    assert (held.title.remark, held.choice("engagement-status"), held.value("customer")) == ("#covid", "on-hold", "x")
    assert listing.workloads == LISTED
    assert str(longer.value("customer")).endswith(" and more")
