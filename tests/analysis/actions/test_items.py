"""Actions under construction."""

from __future__ import annotations

import datetime

import pytest

from ftnotes import Span, find_dates
from ftnotes.analysis.actions.items import ActionDraft


def test_an_action_covers_what_belongs_to_it() -> None:
    """It covers its label, owner and date, and a parenthesis that was opened in it is closed."""
    text = "Next: call (owner: Ana)."
    action = ActionDraft([Span(6, 10)], owner=Span(19, 22), parts=[Span(0, 5)]).action(text)
    assert (action.what, action.owner, action.span.text(text)) == ("call", "Ana", "Next: call (owner: Ana)")


def test_a_task_in_parts_is_one_text() -> None:
    """Its lines, and the parts before and after a date, are joined by a space."""
    text = "send by 5 May the\n  > plan"
    action = ActionDraft([Span(0, 4), Span(14, len(text))]).action(text)
    assert (action.what, action.what_span) == ("send the plan", Span(0, len(text)))
    assert (action.date, action.owner, action.done, action.event) == (None, None, False, False)


@pytest.mark.parametrize(("done", "year"), [(False, 2020), (True, 2019)])
def test_the_date_of_what_is_done_is_not_due(done: bool, year: int) -> None:
    """It can be long past, where that of an open action is to come."""
    (date,) = find_dates("by 2 December")
    action = ActionDraft([Span(0, 2)], date, done=done).action("Do it by 2 December")
    dated = action.written_on(datetime.date(2020, 5, 8)).date
    assert dated is not None
    assert dated.first == datetime.date(year, 12, 2)
    assert action.written_on(None) is action
