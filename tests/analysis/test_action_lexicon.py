"""The words of next actions as expressions."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.analysis.action_lexicon import action_lexicon


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Next action: call", "what"),
        ("**Próximo paso:** llamar", "what"),
        ("Datum: 5. Mai", "date"),
        ("負責：x 担当：佐藤", "owner"),
        ("Owner : Ana", "owner"),
        ("NextAction call", None),
        ("coowner: x", None),
    ],
)
def test_a_label_is_found_by_its_kind(text: str, kind: str | None) -> None:
    """It is a whole word with a colon, in any language."""
    match = action_lexicon(Playbook.load()).label.search(text)
    assert (match.lastgroup if match else None) == kind


def test_words_in_capitals_are_words_only_so() -> None:
    """IT is somebody, it is not."""
    phrase = action_lexicon(Playbook.load()).phrase
    assert phrase.match("IT will enable MFA")
    assert not phrase.match("it will enable MFA")
