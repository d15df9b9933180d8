"""Choices that a text mentions."""

from __future__ import annotations

from ftnotes import Playbook
from ftnotes.playbook.choice_mentions import READ, choice_mentions

KEY = "engagement-status"


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
