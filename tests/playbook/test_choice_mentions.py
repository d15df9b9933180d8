"""Choices that a text mentions."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.playbook.choice_mentions import READ, choice_mentions, choice_wordings, folded_choices
from ftnotes.playbook.template_words import first_template

KEY = "engagement-status"


def test_mentions_are_separate_words_in_order() -> None:
    """Mentions of all languages are found, in the order of the text and without overlap, but not inside words."""
    value = "Reactive, fully-engaged, Angehalten; proreactive reactively"
    mentions = choice_mentions(first_template(Playbook.load()), KEY, value)
    assert [(mention.choice, value[mention.start : mention.end]) for mention in mentions] == [
        ("reactive", "Reactive"),
        ("fully-engaged", "fully-engaged"),
        ("on-hold", "Angehalten"),
    ]


def test_mentions_are_found_in_the_first_characters() -> None:
    """The rest of a long value is not read."""
    assert choice_mentions(first_template(Playbook.load()), KEY, " " * (READ - 8) + "Reactive")
    assert not choice_mentions(first_template(Playbook.load()), KEY, " " * READ + "Reactive")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Partial, partially", ["Partial", "partially"]),
        ("Partial rollout", []),
        ("**Partial**", ["Partial"]),
        ("Partially deployed", ["Partially deployed"]),
        ("Partialy-deploied", ["Partialy-deploied"]),
        ("Partialy / deployed", ["Partialy"]),
        ("Partialy", ["Partialy"]),
        ("Partialy rollout", []),
        ("Party", []),
        ("Bartially deployed", []),
        ("Nott deployed", []),
        ("Nich bereitgestellt", []),
        ("Vollstaendig bereitgestellt", ["Vollstaendig bereitgestellt"]),
        ("部分的", ["部分的"]),
        ("リアクテイブ", []),
    ],
)
def test_everyday_words_and_slips_count_under_conditions(text: str, found: list[str]) -> None:
    """Everyday words and single words with a slip need the end of their clause; a negation has no slips."""
    mentions = choice_mentions(first_template(Playbook.load()), "deployment-progress", text)
    assert [text[mention.start : mention.end] for mention in mentions] == found


def test_everyday_words_are_never_published_ones() -> None:
    """Only published wordings are compared with a misspelled value as a whole."""
    published = {choice for _, choice in folded_choices(first_template(Playbook.load()), "deployment-progress")}
    assert published == {"not-deployed", "partially-deployed", "fully-deployed"}
    assert "partial" not in dict(folded_choices(first_template(Playbook.load()), "deployment-progress"))
    assert not choice_wordings(first_template(Playbook.load()), "customer")
