"""Actions under construction."""

from __future__ import annotations

from ftnotes import Span
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
