"""Rules about the wording of titles and labels, and their punctuation (FT108 to FT110)."""

from __future__ import annotations

import pytest
from helpers.playbooks import words_in
from helpers.policing import CODES, EDITIONS, TITLE, codes, language_of, mended, spoken

from ftnotes import Playbook, check, fix

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"


@pytest.mark.parametrize("code", CODES)
def test_a_typo_in_a_label_is_fixed_in_its_language(code: str) -> None:
    """A label with two swapped letters is unknown, and an unsafe fix offers the right one."""
    language = language_of(Playbook.load(), code)
    local = words_in(language)
    status = f"- {local.labels['engagement-status'][0]}: {local.choices['engagement-status']['reactive'][0]}\n"
    for key in ("customer", "support-requests", "relationship"):
        label = words_in(language).labels[key][0]
        typo = label[:-3] + label[-2] + label[-3] + label[-1]
        text = f"**{words_in(language).titles[0]}**\n{status}- {typo.upper()}: x\n"
        for found in check(text, select=("FT108",)).diagnostics:
            assert found.span.text(text) == typo.upper()
            assert not found.fixes[0].safe
            assert mended(text, found) == text.replace(typo.upper(), label)


def test_a_label_unlike_any_other_gets_no_suggestion() -> None:
    """A custom label and one that is far too long are reported without a suggestion."""
    text = f"{TITLE}{STATUS}- RISKS: x\n- {'VERY ' * 24}LONG LABEL: y\n"
    report = check(text, select=("FT108",))
    assert [found.fixes for found in report.diagnostics] == [()] * len(report.diagnostics)
    assert spoken(text, report)[0] == "RISKS"
    assert all(len(found.message) < 300 for found in report.diagnostics)


def test_a_suggestion_can_come_from_another_language() -> None:
    """A typo in a Spanish label gets a Spanish suggestion, though title and other labels are English."""
    text = f"{TITLE}{STATUS}- DESCRIVIR AL CLEINTEN: x\n"
    (found,) = check(text, select=("FT108",)).diagnostics
    assert mended(text, found) == text.replace("DESCRIVIR AL CLEINTEN", "DESCRIBIR AL CLIENTE")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_other_spellings_of_labels_become_the_published_one(edition: str, code: str) -> None:
    """A published label or title in lower case becomes that label again; published ones stay."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for words in words_in(language).labels.values():
        for label in words:
            right = f"**{words_in(language).titles[0]}**\n- {label}: x\n"
            typed = f"**{words_in(language).titles[0].lower()}**\n- {label.lower()}: x\n"
            assert not check(right, playbook=playbook, select=("FT109",))
            result = fix(typed, playbook=playbook, select=("FT109",))
            assert result.text.casefold() == right.casefold()
            assert not check(result.text, playbook=playbook, select=("FT109",))


def test_all_spellings_of_a_summary_are_one_problem() -> None:
    """Labels and title are reported and fixed together; the message quotes the first three."""
    text = "**Exec Summary**\n- Status: Reactive\n- Describe customer: x\n- Snapshot: y\n- Requests for support: None\n"
    (found,) = check(text, select=("FT109",)).diagnostics
    assert "and 2 more" in found.message
    assert len(found.fixes[0].edits) == 5
    assert found.fixes[0].safe


def test_a_hint_in_a_label_is_quoted_whole() -> None:
    """The message shows the whole label, with the hint before the colon."""
    label = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"
    hint = "(remove workloads if not currently being discussed)"
    (found,) = check(f"{TITLE}- {label} {hint}:\n\n  - [EXO] pilot\n", select=("FT109",)).diagnostics
    assert f'"{label} {hint}"' in found.message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("• REQUESTS FOR SUPPORT: None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("2) REQUESTS FOR SUPPORT: None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("REQUESTS FOR SUPPORT: None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("> > ◦ REQUESTS FOR SUPPORT: None\n", "> > - REQUESTS FOR SUPPORT: None\n"),
        ("  REQUESTS FOR SUPPORT: None\r\n", "  - REQUESTS FOR SUPPORT: None\r\n"),
        ("- REQUESTS FOR SUPPORT - None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("- **REQUESTS FOR SUPPORT** – None\n", "- **REQUESTS FOR SUPPORT**: None\n"),
        ("- REQUESTS FOR SUPPORT\n  None\n", "- REQUESTS FOR SUPPORT:\n  None\n"),
        ("- **REQUESTS FOR SUPPORT**\n  None\n", "- **REQUESTS FOR SUPPORT**:\n  None\n"),
        ("> - REQUESTS FOR SUPPORT\r\n>   None\r\n", "> - REQUESTS FOR SUPPORT:\r\n>   None\r\n"),
        ("- [ ] REQUESTS FOR SUPPORT: None\n", None),
        ("+ REQUESTS FOR SUPPORT: None\n", None),
        ("- REQUESTS FOR SUPPORT：None\n", None),
        ("📌 REQUESTS FOR SUPPORT: None\n", "- 📌 REQUESTS FOR SUPPORT: None\n"),
        ("- ☑ REQUESTS FOR SUPPORT: None\n", None),
        ("*REQUESTS FOR SUPPORT:* None\n", "- *REQUESTS FOR SUPPORT:* None\n"),
        ("<li><b>REQUESTS FOR SUPPORT:</b> None</li>\n", None),
        ("| REQUESTS FOR SUPPORT | None |\n", None),
        ("### REQUESTS FOR SUPPORT\nNone\n", None),
    ],
)
def test_bullets_and_colons(before: str, after: str | None) -> None:
    """Other bullets and dashes become hyphen and colon; margins, bold, line ends and headings stay."""
    margin = before[: len(before) - len(before.lstrip("> "))]
    title = f"{margin}EXEC SUMMARY\n{margin}{STATUS}"
    report = check(title + before, select=("FT110",))
    assert codes(report) in ([], ["FT110"])
    assert fix(title + before, select=("FT110",)).text == title + (after or before)


def test_many_bullets_are_one_problem_with_three_names() -> None:
    """The message stays short if every bullet of a summary has other punctuation."""
    labels = words_in(language_of(Playbook.load(), "en")).labels
    text = TITLE + "".join(f"• {words[0]}: x\n" for words in labels.values())
    (found,) = check(text, select=("FT110",)).diagnostics
    assert "and 3 more" in found.message
    assert len(found.fixes[0].edits) == 6
    assert found.span.text(text) == next(iter(labels.values()))[0]
