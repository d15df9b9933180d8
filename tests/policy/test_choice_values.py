"""Values of choice fields."""

from __future__ import annotations

import pytest

from ftnotes import Document, Playbook, parse
from ftnotes.policy.choice_values import READ, ChoiceMention, choice_mentions, selected_choice
from ftnotes.syntax.nodes import Field

KEY = "engagement-status"


def field(value: str) -> Field:
    """Return the only field of a note."""
    document: Document = parse(f"**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: {value}\n")
    return next(node for node in document.walk() if isinstance(node, Field))


@pytest.mark.parametrize(
    ("value", "choice"),
    [
        ("Reactive", ChoiceMention("reactive", 0, 8)),
        ("  **On-Hold** #covid", ChoiceMention("on-hold", 0, 11)),
        ("On Hold until May", ChoiceMention("on-hold", 0, 7)),
        ("保留 5 月まで", ChoiceMention("on-hold", 0, 2)),
        ("not On Hold", None),
        ("On Hold or Reactive", None),
        ("Holding", None),
        ("", None),
    ],
)
def test_a_field_takes_the_choice_with_which_it_begins(value: str, choice: ChoiceMention | None) -> None:
    """More words can follow the choice, but no other choice."""
    assert selected_choice(field(value), KEY, Playbook.load()) == choice


def test_mentions_are_separate_words_in_order() -> None:
    """Mentions of all languages are found, in the order of the text and without overlap, but not inside words."""
    value = "Reactive, fully-engaged, Angehalten; proreactive reactively"
    mentions = choice_mentions(Playbook.load(), KEY, value)
    assert [(mention.choice, value[mention.start : mention.end]) for mention in mentions] == [
        ("reactive", "Reactive"),
        ("fully-engaged", "fully-engaged"),
        ("on-hold", "Angehalten"),
    ]


def test_mentions_are_found_in_the_first_characters() -> None:
    """The rest of a long value is not read."""
    assert choice_mentions(Playbook.load(), KEY, " " * (READ - 8) + "Reactive")
    assert not choice_mentions(Playbook.load(), KEY, " " * READ + "Reactive")
