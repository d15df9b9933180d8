"""The words of a playbook, as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the default edition."""
    return Playbook.load().vocabulary


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("DESCRIBE THE CUSTOMER", "customer"),
        ("describe the customer", "customer"),
        ("Describe Customer", "customer"),
        ("DESCRIBE", "customer"),
        ("DESCRIBE THE CUSTOMER (industry, size)", "customer"),
        ("STATUS OF ENGAGEMENT", "engagement-status"),
        ("M365 Deployment", "deployment-progress"),
        ("Overview of current relationship with customer / partner", "relationship"),
        ("SNAPSHOT OF KEY WORKLOADS CURRENT STATUS & NEXT ACTIONS", "workloads"),
        ("REQUESTS", "support-requests"),
        ("BESCHREIBUNG KUNDEN", "customer"),
        ("SOLICITACOES DE SUPORTE", "support-requests"),
        ("M365の展開の進捗状況", "deployment-progress"),
        ("支持请求", "support-requests"),
        ("支持请求（例如）", "support-requests"),
        ("CUSTOMER", None),
        ("DESCRIBE THE PARTNER", None),
        ("THE", None),
        ("(hint)", None),
        ("RISKS (open)", None),
        ("", None),
    ],
)
def test_a_label_is_known_by_its_words(vocabulary: Vocabulary, label: str, key: str | None) -> None:
    """Whole, shortened, without its articles or with a hint, in any language; and unknown labels are not."""
    found = vocabulary.label(label)
    assert (found.key if found else None) == key


def test_a_label_knows_whether_it_is_short(vocabulary: Vocabulary) -> None:
    """A label cut to its first words is marked so."""
    whole, short = vocabulary.label("DESCRIBE THE CUSTOMER"), vocabulary.label("DESCRIBE")
    assert whole
    assert short
    assert (whole.key, whole.short) == ("customer", False)
    assert (short.key, short.short) == ("customer", True)


def test_a_short_label_that_could_mean_two_fields_means_none(tmp_path: Path) -> None:
    """Only one label can start with the words that are left of it."""
    file = tmp_path / "two.toml"
    file.write_text(
        'id = "two"\n[[fields]]\nkey = "a"\n[[fields]]\nkey = "b"\n'
        '[languages.en]\nname = "English"\ntitles = ["T"]\n'
        '[languages.en.labels]\na = ["NEXT STEPS OURS"]\nb = ["NEXT STEPS THEIRS"]\n',
        encoding="utf-8",
    )
    vocabulary = Playbook.from_file(file).vocabulary
    assert vocabulary.label("NEXT") is None
    assert vocabulary.label("NEXT STEPS") is None
    found = vocabulary.label("NEXT STEPS OURS")
    assert found
    assert found.key == "a"


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
    ("text", "title"),
    [
        ("EXEC SUMMARY #covid", "EXEC SUMMARY"),
        ("Executive Summary of May", "Executive Summary"),
        ("执行摘要（草稿）", "执行摘要"),
        ("exec sum fabrikam", "exec sum"),
        ("Exec summ. – week 24", "Exec summ"),
        ("Executive sums", ""),
        ("Executive", ""),
        ("", ""),
        ("#", ""),
    ],
)
def test_a_title_is_found_at_the_start(vocabulary: Vocabulary, text: str, title: str) -> None:
    """Its length is that of its words, and zero if there is none."""
    assert text[: vocabulary.title_at(text)] == title


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


def test_choices_are_understood_in_every_language(vocabulary: Vocabulary) -> None:
    """The words of a choice mean it only in its own field."""
    assert vocabulary.choice("engagement-status", "保留中") == "on-hold"
    assert vocabulary.choice("engagement-status", "totalmente envolvido") == "fully-engaged"
    assert vocabulary.choice("deployment-progress", "On Hold") is None
    assert vocabulary.choice("customer", "On Hold") is None


def test_the_language_is_that_of_most_labels(vocabulary: Vocabulary) -> None:
    """Each label and the title have a vote; of equals the first one met wins; no known word, no language."""
    assert vocabulary.language("EXEC SUMMARY", ["BESCHREIBUNG DES KUNDEN", "STATUS DER BETEILIGUNG"]) == "de"
    assert vocabulary.language("RESUMEN EJECUTIVO", []) == "es"
    assert vocabulary.language(None, ["描述客户"]) == "zh-CN"
    assert vocabulary.language("EXEC SUMMARY", ["RISKS"]) == "en"
    assert vocabulary.language(None, []) is None
