"""The places of keys and words in playbook files."""

from __future__ import annotations

import pytest

from ftnotes.policy.proofing.places import FilePlaces

TEXT = """id = "own"
[[templates]]
key = "weekly"
fields = [
  { label = ["RAG status", "RAG"], choices = ["Red", ["Green", "OK"]] },
  { key = "wins" },
  7,
]
[[workloads]]
tag = "[X]"
names = ["Ex"]
[languages.pt-BR]
templates.weekly.labels.wins = ["Vitórias"]
[languages.pt]
name = "Portuguese"
"""


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("id", '"own"'),
        ("templates[weekly]", "[[templates]]"),
        ("templates[0].key", '"weekly"'),
        ("templates[weekly].fields[rag-status].choices[1][0]", '"Green"'),
        ("templates[weekly].fields[wins]", '{ key = "wins" }'),
        ("templates[weekly].fields[2]", "7"),
        ("templates[weekly].fields[wins].label", '{ key = "wins" }'),
        ("templates[weekly].fields[none].label", TEXT[TEXT.index("[\n") : TEXT.index("[[work")].rstrip()),
        ("workloads[[X]].names[0]", '"Ex"'),
        ("languages.pt.name", '"Portuguese"'),
        ("languages.pt-BR.templates.weekly.labels.wins", '["Vitórias"]'),
        ("languages.pt-BR.name", "[languages.pt-BR]"),
        ("languages.fr", "[languages.pt-BR]"),
        ("summary", ""),
        ("languages.pt-BR.templates", "templates.weekly.labels.wins "),
    ],
)
def test_a_key_of_an_error_has_its_place(key: str, shown: str) -> None:
    """Entries by number, tag, key and label; what is missing is at the closest table above it."""
    assert FilePlaces(TEXT).nearest(key).text(TEXT) == shown


@pytest.mark.parametrize(
    ("keys", "word", "shown"),
    [
        (("templates[weekly].fields[rag-status].label",), "RAG", '"RAG"'),
        (("languages.en.x", "templates[weekly].fields[rag-status].choices"), "OK", '"OK"'),
        (("workloads[[X]]",), "", "[[workloads]]"),
        (("workloads[[X]]",), "none", None),
        (("workloads[Y]",), "", None),
    ],
)
def test_a_word_is_found_under_its_keys(keys: tuple[str, ...], word: str, shown: str | None) -> None:
    """Under the first of them that has it; or nowhere."""
    span = FilePlaces(TEXT).find(keys, word)
    assert (span and span.text(TEXT)) == shown
