"""Labels of actions, their dates and owners."""

from __future__ import annotations

import pytest
from helpers.actions import words_of

from ftnotes.analysis.actions.labels import WHAT, label_at
from ftnotes.analysis.actions.roles import DATE_LABEL, OWNER_LABEL

KINDS = {WHAT: "what", DATE_LABEL: "date", OWNER_LABEL: "owner"}


@pytest.mark.parametrize(
    ("text", "kinds", "rest"),
    [
        ("Next action: call", "what", " call"),
        ("**Next steps**: call", "what", " call"),
        ("Our agreed next steps: call", "what", " call"),
        ("Next action - call", "what", " call"),
        ("Next action – call", "what", " call"),
        ("NA = call", "what", " call"),
        ("Next step is to call", "what", " call"),
        ("Owner of next action: Ana", "owner", " Ana"),
        ("Date of next action: 5 May", "date", " 5 May"),
        ("Action owner: Ana", "owner", " Ana"),
        ("次のアクションの担当：佐藤", "owner", "佐藤"),
        ("Next Action/Date/Owner: call", "what date owner", " call"),
        ("Next action, owner and date: call", "what owner date", " call"),
        ("Action / action: call", "what", " call"),
        ("Next steps & action items: call", "what", " call"),
        ("Owner / owner: Ana", None, None),
        ("Action 3.1: call", "what", " call"),
        ("Action item #4 - call", "what", " call"),
        ("Action → call", "what", " call"),
        ("Action list: call", "what", " call"),
        ("Action item (Ana) to call", "what", " call"),
        ("TODO call Ana", "what", "call Ana"),
        ("TODO model of it", "what", "model of it"),
        ("TODO model", None, None),
        ("TODO Model of it", None, None),
        ("TODO for the web", None, None),
        ("TODO | model of it", None, None),
        ("TODO is long", None, None),
        ("Ana actions - call", None, None),
        ("Next action (Ana): call", "what", " call"),
        ("Next action for Ana by 5 May 2020: call", "what", " call"),
        ("Next action due 5 May 2020: call", "what", " call"),
        ("FM actions: call", "what", " call"),
        ("Ana's next steps: call", "what", " call"),
        ("Ana's owner: call", None, None),
        ("Ana's action owner: call", None, None),
        ("Owner of owner of owner of owner: Ana", "owner", " Ana"),
        ("Owner of owner of owner of owner of owner of owner: Ana", None, None),
        ("Next steps for action: call", None, None),
        ("Next action (urgent) for Ana by 5 May 2020: call", "what", " call"),
        ("Next is call", None, None),
        ("Next actions", None, None),
        ("Next-gen: call", None, None),
        ("Call: next action", None, None),
        ("Who is: it", None, None),
        ("Previous action: call", "what", " call"),
        ("Actions completed: call", "what", " call"),
        ("Actions completed call", None, None),
    ],
)
def test_a_label_is_read_with_all_that_belongs_to_it(text: str, kinds: str | None, rest: str | None) -> None:
    """It can be of several words, say who and when, and label more than one thing."""
    words = words_of(text)
    label = label_at(words, words.skip(0, len(words.tokens)), len(words.tokens), first=True)
    assert (" ".join(KINDS[kind] for kind in label.kinds) if label else None) == kinds
    assert (text[words.offsets[label.end] :] if label else None) == rest


@pytest.mark.parametrize(
    ("text", "who", "date"),
    [
        ("Next action (Ana, 5 May 2020): call", "Ana", "5 May 2020"),
        ("Next action (urgent): call", None, None),
        ("Next action (Ana) (urgent) by 5 May 2020: call", "Ana", "5 May 2020"),
        ("Action item for Ana: call", "Ana", None),
        ("Next action by 5 May 2020: call", None, "5 May 2020"),
        ("FM actions: call", "FM", None),
        ("TODO(ana): call", "ana", None),
        ("TODO(by): call", None, None),
        ("TODO (anaba): call", None, None),
    ],
)
def test_a_label_can_say_who_and_when(text: str, who: str | None, date: str | None) -> None:
    """In brackets, after "for" and "due", and before it."""
    words = words_of(text)
    label = label_at(words, 0, len(words.tokens), first=True)
    assert label is not None
    assert (words.span(label.who.start, label.who.stop).text(text) if label.who else None) == who
    assert (label.date.text if label.date else None) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Next steps", True),
        ("Next steps for the pilot in May:", True),
        ("Next steps for the pilot, and more:", False),
        (f"Next steps for {'a ' * 20}", False),
        ("Next steps we took", False),
    ],
)
def test_a_heading_needs_no_colon(text: str, found: bool) -> None:
    """It can name its topic in a few words."""
    words = words_of(text)
    label = label_at(words, 0, len(words.tokens), first=True, bare=True)
    assert bool(label and words.skip(label.end, len(words.tokens) - 1) >= len(words.tokens) - 1) == found
