"""The lists of words by which free text and choices are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.word_lists import EVIDENCE_KINDS, NEGATIONS, ActionWords, ChoiceWords, DateWords, PlaceholderWords

DOCS = Path(__file__).parents[2] / "docs" / "playbook-words.md"


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Words around a choice", ChoiceWords._fields),
        ("Evidence words", [*EVIDENCE_KINDS, *NEGATIONS]),
        ("Placeholders", PlaceholderWords._fields),
        ("Words for dates and actions", DateWords._fields),
        ("Words for dates and actions", ActionWords._fields),
    ],
)
def test_every_list_is_in_the_docs(heading: str, names: Iterable[str]) -> None:
    """Each key is in the first column of a table in its section."""
    _, _, section = DOCS.read_text("utf-8").partition(f"\n## {heading}\n")
    lines = section.partition("\n## ")[0].split("\n")
    keys = {key.strip(" `") for line in lines if line.startswith("| `") for key in line.split("|")[1].split(",")}
    assert {name.replace("_", "-") for name in names} <= keys


def test_every_list_has_words() -> None:
    """No list is empty in all languages of an edition."""
    edition = Playbook.load()
    for kind in (*EVIDENCE_KINDS, *NEGATIONS):
        assert any(words.evidence.get(kind) for words in edition.words), kind
    for lists in (
        [words.dates for words in edition.words],
        [words.actions for words in edition.words],
        [words.placeholders for words in edition.words],
        [language.choice_words for language in edition.languages],
    ):
        for name, *texts in zip(type(lists[0])._fields, *lists, strict=True):
            assert any(texts), name


def test_words_are_printed_short() -> None:
    """They show the code of their language."""
    assert repr(Playbook.load().words[0]) == "<Words en>"
