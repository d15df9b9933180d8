"""The lines in which actions are looked for, and actions under construction."""

from __future__ import annotations

from ftnotes import Playbook, Span
from ftnotes.analysis.action_items import ActionDraft, Passage, action_lines
from ftnotes.analysis.action_lexicon import action_lexicon


def lines(text: str) -> list[tuple[str, bool, bool]]:
    """Return the lines of a text, and whether each is bulleted and done."""
    found = action_lines(text, [Passage(0, len(text), 1)], action_lexicon(Playbook.load()))
    return [(text[line.start : line.end], line.bulleted, line.done) for line in found]


def test_lines_without_bullet_or_label_continue_the_line_above() -> None:
    """A blank line ends it."""
    assert lines("- call\n  Ana\n- [x] done\n\n1. [ ] plan\n") == [
        ("call\n  Ana", True, False),
        ("done", True, True),
        ("plan", True, False),
    ]
    assert lines("call\nOwner: Ana\nOwner - Bo\n**Date: May 5") == [
        ("call", False, False),
        ("Owner: Ana", False, False),
        ("Owner - Bo", False, False),
        ("**Date: May 5", False, False),
    ]


def test_an_action_grows_by_what_belongs_to_it() -> None:
    """It covers its label, owner and date, and a parenthesis that was opened in it is closed."""
    text = "Next: call (owner: Ana)."
    draft = ActionDraft(6, 10, Span(6, 10), owner=Span(19, 22))
    draft.cover(0, 5)
    action = draft.action(text)
    assert (action.what, action.owner, action.span.text(text)) == ("call", "Ana", "Next: call (owner: Ana)")
