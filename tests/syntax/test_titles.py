"""Title lines: the remarks and names that can follow a title, and those before it right above a label."""

from __future__ import annotations

import attrs
import pytest

import ftnotes
from ftnotes import Title

BELOW = "- STATUS OF THE ENGAGEMENT: Reactive\n"


def title(text: str) -> Title | None:
    """Return the title of the first summary; None without a summary."""
    return next((summary.title for summary in ftnotes.parse(text).exec_summaries), None)


@pytest.mark.parametrize(("words", "is_title"), [(1, True), (8, True), (9, False)])
def test_the_name_after_a_title_is_not_a_sentence(words: int, is_title: bool) -> None:
    """Up to eight words can be the name of a customer; more are not, unless a label is right below."""
    name = " ".join(["Contoso"] * words)
    assert title(f"**EXEC SUMMARY** - {name}\n---\n{BELOW}") == (Title("EXEC SUMMARY", name) if is_title else None)
    assert title(f"**EXEC SUMMARY** - {name}\n{BELOW}") == Title("EXEC SUMMARY", name)


@pytest.mark.parametrize(
    ("line", "lead", "text", "remark"),
    [
        ("Contoso – Exec Summary – May", "Contoso", "Exec Summary", "May"),
        ("Contoso: EXEC SUMMARY", "Contoso", "EXEC SUMMARY", ""),
        ("[Contoso] Exec Summary", "[Contoso]", "Exec Summary", ""),
        ("- **Contoso | Exec Summary**", "Contoso", "Exec Summary", ""),
        ("4/30 Ana Exec Summary (draft)", "4/30 Ana", "Exec Summary", "(draft)"),
        ("---Exec Summary", "", "Exec Summary", ""),
        ("Exec Sumary", "", "Exec Sumary", ""),
        ("Executive Sumary: Contoso", "", "Executive Sumary", "Contoso"),
    ],
)
def test_a_title_can_be_between_remarks_right_above_a_label(line: str, lead: str, text: str, remark: str) -> None:
    """A name or date can precede and follow it, and it can be misspelled; blank lines can be below it."""
    for end in ("\n", "\n\n", "\r\n  \r\n"):
        assert title(f"Hello\n{line}{end}{BELOW}") == Title(text, remark, lead=lead)
        assert ftnotes.serialize(ftnotes.parse(f"{line}{end}{BELOW}")) == f"{line}{end}{BELOW}"


@pytest.mark.parametrize(
    "line",
    [
        "The plan is ready, the numbers are in; exec summary",
        "Who reads it? Exec Summary",
        "Exec Summarywriters",
        "Executives met",
        "Exec Summary " + "x" * 120,
        "x" * 120 + " Exec Summary",
    ],
)
def test_a_sentence_above_a_label_is_not_a_title(line: str) -> None:
    """Neither is a longer word or a long line."""
    assert title(f"{line}\n{BELOW}") is None


def test_only_the_line_right_above_a_label_can_be_misspelled() -> None:
    """A line between them, or a heading or field, keeps it from being a title."""
    assert title(f"Contoso Exec Summary\nx\n{BELOW}") is None
    assert title(f"Contoso Exec Summary\n---\n{BELOW}") is None


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("Exec sum - Litware HR - 22 Jul 2020", "Litware HR - 22 Jul 2020"),
        ("SYNTHÈSE EXÉCUTIVE (exec summary) – semaine 24", "(exec summary) – semaine 24"),
        ("Exec summary – KW 24", "KW 24"),
        ("Exec sum - all is well - we wait", None),
        ("Exec sum - we met on - 22 Jul 2020", None),
    ],
)
def test_a_name_with_a_date_can_follow_any_title(line: str, remark: str | None) -> None:
    """Weeks are dates too."""
    found = title(f"{line}\n\nwell\nwell\n{BELOW}")
    assert (found and found.remark) == remark


@pytest.mark.parametrize(
    ("above", "text"),
    [
        ("Hello\nExec sumary\nCustomer Bank, 740 users\n", "Exec sumary"),
        ("Exec sumary - Contoso\nCustomer Bank, 740 users\n", "Exec sumary"),
        ("Contoso exec sumary\nCustomer Bank, 740 users\n", None),
        ("Exec sumary\none line\nCustomer Bank, 740 users\n", "Exec sumary"),
        ("Exec sumary\n---\n", "Exec sumary"),
        ("Exec sumary quality\nCustomer Bank, 740 users\n", None),
        ("1. Exec sumary\nCustomer Bank, 740 users\n", None),
        ("one line\nCustomer Bank, 740 users\n", None),
    ],
)
def test_a_misspelled_title_can_be_above_a_line_without_a_label(above: str, text: str | None) -> None:
    """One line can be between it and the first label, and more if the title is alone on its line."""
    found = title(f"{above}{BELOW}")
    assert (found and found.text) == text


def test_a_title_of_one_letter_is_found_in_a_line() -> None:
    """Only the first two letters of a title are looked for, and one can have fewer."""
    default = ftnotes.Playbook.load()
    (template,) = (one for one in default.templates if one.key == "exec-summary")
    words = {"en": template.words["en"]._replace(titles=("S", "EXEC SUMMARY"))}
    playbook = attrs.evolve(default, id="own", templates=(template._replace(words=words),), bundled=False)
    (found,) = ftnotes.parse(f"Contoso - S - May\n{BELOW}", playbook).exec_summaries
    assert found.title == Title("S", "May", lead="Contoso")
