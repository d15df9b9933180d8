"""The words of a playbook, as people type them."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the default edition."""
    return Playbook.load().vocabulary


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("EXO", "EXO"),
        ("exo", "EXO"),
        ("Win 10", "WIN10"),
        ("核心", "CORE"),
        ("Microsoft 365 Apps", "OPP"),
        ("FOO", None),
    ],
)
def test_a_tag_is_known_in_any_spelling(vocabulary: Vocabulary, text: str, tag: str | None) -> None:
    """Case and spacing do not matter; tags of other editions and languages mean the edition's."""
    assert vocabulary.tag(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Exchange Online", "EXO"),
        ("exchange  online", "EXO"),
        ("Office ProPlus", "OPP"),
        ("OneDrive para la Empresa", "OD"),
        ("Exchange", None),
    ],
)
def test_a_workload_is_known_by_its_name(vocabulary: Vocabulary, text: str, tag: str | None) -> None:
    """In any language, of any edition."""
    assert vocabulary.name(text) == tag


def test_a_workload_is_compared_by_the_tag_of_the_edition(vocabulary: Vocabulary) -> None:
    """By tag or by name, in any spelling; what is unknown by its own letters."""
    assert {vocabulary.workload_key(text) for text in ("OPP", "opp", "Office ProPlus", "Microsoft 365 Apps")} == {"OPP"}
    assert vocabulary.workload_key("Power-BI") == vocabulary.workload_key("POWER BI") == "powerbi"


def test_the_longest_name_comes_first(vocabulary: Vocabulary) -> None:
    """Of the names that a text starts with, the longest is tried first."""
    text = "Office 365 ProPlus - Packaging"
    assert [text[:end] for end in vocabulary.names_at(text)] == ["Office 365 ProPlus"]
    assert list(vocabulary.names_at("- nothing")) == []
    assert list(vocabulary.names_at("Nothing known")) == []


@pytest.mark.parametrize(
    "text",
    [
        "April 30, 2019",
        "March 30th, 2020",
        "30 de abril, 2019",
        "30. April 2019",
        "2019 年 4 月 30 日",
        "09/27/2019",
        "27.09.2019",
        "2020-04-30",
        "end of May 2019",
        "April 2019",
        "MAI",
    ],
)
def test_dates_are_recognized_as_people_write_them(vocabulary: Vocabulary, text: str) -> None:
    """All dates that were seen, and their like."""
    assert vocabulary.is_date(text)


@pytest.mark.parametrize("text", ["of the end", "Contoso 2019", "20190430", "", "May be", "end", "4 users"])
def test_other_words_are_no_date(vocabulary: Vocabulary, text: str) -> None:
    """One word that no date has is enough, and so is the lack of any number and month."""
    assert not vocabulary.is_date(text)
