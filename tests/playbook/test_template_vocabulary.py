"""The words of a template, as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_vocabulary import TemplateVocabulary
from ftnotes.playbook.template_words import first_template


@pytest.fixture(scope="module")
def vocabulary() -> TemplateVocabulary:
    """The vocabulary of the default edition."""
    return first_template(Playbook.load()).vocabulary


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
def test_a_label_is_known_by_its_words(vocabulary: TemplateVocabulary, label: str, key: str | None) -> None:
    """Whole, shortened, without its articles or with a hint, in any language; and unknown labels are not."""
    found = vocabulary.label(label)
    assert (found.key if found else None) == key


def test_a_label_knows_whether_it_is_short(vocabulary: TemplateVocabulary) -> None:
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
        'id = "two"\n[[templates]]\nkey = "exec-summary"\n[[templates.fields]]\nkey = "a"\n[[templates.fields]]\nkey = "b"\n'
        '[languages.en]\nname = "English"\ntemplates.exec-summary.titles = ["T"]\n'
        '[languages.en.templates.exec-summary.labels]\na = ["NEXT STEPS OURS"]\nb = ["NEXT STEPS THEIRS"]\n',
        encoding="utf-8",
    )
    vocabulary = first_template(Playbook.from_file(file)).vocabulary
    assert vocabulary.label("NEXT") is None
    assert vocabulary.label("NEXT STEPS") is None
    found = vocabulary.label("NEXT STEPS OURS")
    assert found
    assert found.key == "a"


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
def test_a_title_is_found_at_the_start(vocabulary: TemplateVocabulary, text: str, title: str) -> None:
    """Its length is that of its words, and zero if there is none."""
    assert text[: vocabulary.title_at(text)] == title


def test_choices_are_understood_in_every_language(vocabulary: TemplateVocabulary) -> None:
    """The words of a choice mean it only in its own field."""
    assert vocabulary.choice("engagement-status", "保留中") == "on-hold"
    assert vocabulary.choice("engagement-status", "totalmente envolvido") == "fully-engaged"
    assert vocabulary.choice("deployment-progress", "On Hold") is None
    assert vocabulary.choice("customer", "On Hold") is None


def test_the_language_is_that_of_most_labels(vocabulary: TemplateVocabulary) -> None:
    """Each label and the title have a vote; of equals the first one met wins; no known word, no language."""
    assert vocabulary.language("EXEC SUMMARY", ["BESCHREIBUNG DES KUNDEN", "STATUS DER BETEILIGUNG"]) == "de"
    assert vocabulary.language("RESUMEN EJECUTIVO", []) == "es"
    assert vocabulary.language(None, ["描述客户"]) == "zh-CN"
    assert vocabulary.language("EXEC SUMMARY", ["RISKS"]) == "en"
    assert vocabulary.language(None, []) is None
