"""Lists of choices with one marked."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.playbook.choice_list import Mark, marked_choice, marked_mentions, marks_in, picked_choice
from ftnotes.playbook.choice_mentions import ChoiceMention, choice_mentions
from ftnotes.playbook.template_words import first_template


def mentions_in(text: str) -> tuple[ChoiceMention, ...]:
    """Return the choices of STATUS OF THE ENGAGEMENT in a text."""
    return choice_mentions(first_template(Playbook.load()), "engagement-status", text)


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ("[x] [X] [ v ] [*] (x) （X） 【✓】", [True] * 7),
        ("[ ] [] [_] [___] ( ) （　） ☐ □ ○ ❌", [False] * 10),
        ("☒ ☑ ✅ ✔ ✓ √ ● 🗹 x X v", [True] * 11),
        ("[x][ ](x)( )☐x☒", [True, False, True, False, False, True, True]),
        ("x2 ox vx [xx] (a) [1]", []),
    ],
)
def test_boxes_and_check_marks_are_found_in_order(text: str, checked: list[bool]) -> None:
    """A box is checked or not; letters within words are no check marks."""
    assert [mark.checked for mark in marks_in(text)] == checked


def test_a_mark_has_its_place() -> None:
    """It covers the brackets."""
    assert marks_in("a [x] ☐") == (Mark(2, 5, checked=True), Mark(6, 7, checked=False))


@pytest.mark.parametrize(
    ("text", "boxes"),
    [
        ("[ ] On Hold [x] Reactive", {0: False, 1: True}),
        ("On Hold [ ] Reactive [x]", {0: False, 1: True}),
        ("On Hold [ ] / Reactive [x]", {0: False, 1: True}),
        ("[ ] On Hold [x] Reactive [ ]", {0: False, 1: False}),
        ("On Hold [x] Reactive", {}),
        ("On Hold / [x] / Reactive", {}),
        ("On Hold / Reactive", {}),
    ],
)
def test_a_mark_belongs_to_the_choice_beside_it(text: str, boxes: dict[int, bool]) -> None:
    """Between two choices, the marks at the ends of the list show to which of them it belongs."""
    assert marked_mentions(text, mentions_in(text)) == boxes


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("On Hold / **Reactive**", "reactive"),
        ("On Hold / **Reactive", None),
        ("**On Hold** / **Reactive**", None),
        ("[x] On Hold / Reactive / **Fully Engaged**", None),
        ("--> On Hold / Reactive", "on-hold"),
        ("On Hold --> Reactive", None),
        ("On Hold / Reactive <--", "reactive"),
        ("On Hold --> / Reactive", None),
        ("On Hold / Reactive -->", None),
        ("ON HOLD / reactive", "on-hold"),
        ("On Hold / Reactive", None),
    ],
)
def test_one_choice_is_marked(text: str, choice: str | None) -> None:
    """Marks of several kinds must not disagree, and a mark on every choice is none."""
    found = marked_choice(text, text, mentions_in(text))
    assert (found.choice if found else None) == choice


@pytest.mark.parametrize(
    ("text", "is_last", "choice"),
    [
        ("On Hold / Reactive: Reactive", False, "reactive"),
        ("On Hold / Reactive -> Reactive", False, "reactive"),
        ("On Hold / Reactive: Fully Engaged", True, None),
        ("On Hold / Reactive / Fully Engaged On Hold", False, "on-hold"),
        ("On Hold / Reactive On Hold", False, None),
        ("On Hold / Reactive / Fully Engaged", True, None),
        ("On Hold -> Reactive", True, "reactive"),
        ("On Hold -> Reactive", False, None),
        ("On Hold: Reactive", True, None),
        ("On Hold -> Reactive -> Fully Engaged", True, None),
    ],
)
def test_a_choice_is_picked_after_the_list(text: str, is_last: bool, choice: str | None) -> None:
    """It repeats one of the list; an arrow between two choices leads to the second if nothing follows."""
    found = picked_choice(text, mentions_in(text), 3, is_last)
    assert (found.choice if found else None) == choice
