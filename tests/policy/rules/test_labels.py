"""Rules for titles and labels (FT108 to FT110): known, spelled and marked as the template does."""

from __future__ import annotations

import pytest
from helpers.policing import CODES, EDITIONS, TITLE, codes, language_of, mended, spoken

from ftnotes import Playbook, check, fix

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"


@pytest.mark.parametrize("code", CODES)
def test_a_slip_in_a_label_is_mended_in_its_language(code: str) -> None:
    """A label with two letters swapped is unknown, and the one that is meant is offered; that touches words, so not safely."""
    language = language_of(Playbook.load(), code)
    status = f"- {language.labels['engagement-status'][0]}: {language.choices['engagement-status']['reactive'][0]}\n"
    for key in ("customer", "support-requests", "relationship"):
        label = language.labels[key][0]
        slip = label[:-3] + label[-2] + label[-3] + label[-1]
        text = f"**{language.titles[0]}**\n{status}- {slip.upper()}: x\n"
        for found in check(text, select=("FT108",)).diagnostics:
            assert found.span.text(text) == slip.upper()
            assert not found.fixes[0].safe
            assert mended(text, found) == text.replace(slip.upper(), label)


def test_a_label_that_is_like_none_gets_no_suggestion() -> None:
    """A label of one's own, and one that is far too long, are told of without a guess."""
    text = f"{TITLE}{STATUS}- RISKS: x\n- {'VERY ' * 24}LONG LABEL: y\n"
    report = check(text, select=("FT108",))
    assert [found.fixes for found in report.diagnostics] == [()] * len(report.diagnostics)
    assert spoken(text, report)[0] == "RISKS"
    assert all(len(found.message) < 300 for found in report.diagnostics)


def test_a_label_of_another_language_is_suggested_where_none_of_its_own_is_like_it() -> None:
    """In a summary with English title and labels, a slip in a Spanish label is taken for that."""
    text = f"{TITLE}{STATUS}- DESCRIBIR AL CLEINTE: x\n"
    (found,) = check(text, select=("FT108",)).diagnostics
    assert mended(text, found) == text.replace("CLEINTE", "CLIENTE")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", CODES)
def test_other_spellings_of_labels_become_the_published_one(edition: str, code: str) -> None:
    """A published label or title in small letters becomes that very label again; what is published is left alone."""
    playbook = Playbook.load(edition)
    language = language_of(playbook, code)
    for words in language.labels.values():
        for label in words:
            right = f"**{language.titles[0]}**\n- {label}: x\n"
            typed = f"**{language.titles[0].lower()}**\n- {label.lower()}: x\n"
            assert not check(right, playbook=playbook, select=("FT109",))
            result = fix(typed, playbook=playbook, select=("FT109",))
            assert result.text.casefold() == right.casefold()
            assert not check(result.text, playbook=playbook, select=("FT109",))


def test_all_spellings_of_a_summary_are_one_finding() -> None:
    """Labels and title are told of together, the first three by name, and mended together."""
    text = "**Exec Summary**\n- Status: Reactive\n- Describe customer: x\n- Snapshot: y\n- Requests for support: None\n"
    (found,) = check(text, select=("FT109",)).diagnostics
    assert "and 2 more" in found.message
    assert len(found.fixes[0].edits) == 5
    assert found.fixes[0].safe


def test_a_hint_in_a_label_is_quoted_whole() -> None:
    """Where a hint stands before the colon, the message shows what the template doesn't write there."""
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
        ("### REQUESTS FOR SUPPORT\nNone\n", "- REQUESTS FOR SUPPORT:\nNone\n"),
    ],
)
def test_bullets_and_colons(before: str, after: str | None) -> None:
    """Other bullets and dashes become hyphen and colon, with margins, bold and line ends as they were."""
    title = before[: len(before) - len(before.lstrip("> "))] + "EXEC SUMMARY\n"
    report = check(title + before, select=("FT110",))
    assert codes(report) in ([], ["FT110"])
    assert fix(title + before, select=("FT110",)).text == title + (after or before)


def test_many_marks_are_one_finding_with_three_names() -> None:
    """The message stays short where every bullet of a summary is typed otherwise."""
    labels = language_of(Playbook.load(), "en").labels
    text = TITLE + "".join(f"• {words[0]}: x\n" for words in labels.values())
    (found,) = check(text, select=("FT110",)).diagnostics
    assert "and 3 more" in found.message
    assert len(found.fixes[0].edits) == 6
    assert found.span.text(text) == next(iter(labels.values()))[0]
