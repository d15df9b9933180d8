"""Rules about the wording of titles and labels, and their punctuation (FT108 to FT110)."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.playbooks import FORM, own, words_in
from helpers.policing import CODES, EDITIONS, TITLE, codes, fixed, language_of, spoken

from ftnotes import Playbook, check, fix, format

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
LISTING = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"


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
            assert fixed(text, found) == text.replace(typo.upper(), label)


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
    assert fixed(text, found) == text.replace("DESCRIVIR AL CLEINTEN", "DESCRIBIR AL CLIENTE")


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


def test_accents_typed_as_marks_of_their_own_are_named() -> None:
    """The two spellings look alike, so the message says what differs."""
    text = "RESUMEN EJECUTIVO\n- ESTADO DE LA INTERACCIO\u0301N: Reactivo\n"
    (found,) = check(text, select=("FT109",)).diagnostics
    assert found.message == 'The template writes "ESTADO DE LA INTERACCIÓN" with accents that are part of the letters.'
    assert "ESTADO DE LA INTERACCIÓN: Reactivo" in fix(text, select=("FT109",)).text


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
        ("- [REQUESTS FOR SUPPORT] None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("- [REQUESTS FOR SUPPORT]None\n", "- REQUESTS FOR SUPPORT: None\n"),
        ("**[REQUESTS FOR SUPPORT]** None\n", "- **REQUESTS FOR SUPPORT:** None\n"),
        ("- [REQUESTS FOR SUPPORT]: None\n", None),
        ("- **REQUESTS FOR SUPPORT -** None\n", "- **REQUESTS FOR SUPPORT:** None\n"),
        ("- REQUESTS FOR SUPPORT\n", None),
    ],
)
def test_bullets_and_colons(before: str, after: str | None) -> None:
    """Other bullets and dashes become hyphen and colon; margins, bold, line ends and headings stay."""
    margin = before[: len(before) - len(before.lstrip("> "))]
    title = f"{margin}EXEC SUMMARY\n{margin}{STATUS}"
    report = check(title + before, select=("FT110",))
    assert codes(report) in ([], ["FT110"])
    assert fix(title + before, select=("FT110",)).text == title + (after or before)


@pytest.mark.parametrize(
    ("label", "better"),
    [
        ("- LABEL\n", "- LABEL:\n"),
        ("- LABEL -  \r\n", "- LABEL:  \r\n"),
        ("- **LABEL**\n", "- **LABEL**:\n"),
        ("*LABEL*\n", "- *LABEL*:\n"),
        ("- [LABEL]\n", "- LABEL:\n"),
        ("- **LABEL:**\n", None),
        ("- LABEL：\n", None),
        ("### LABEL\n", None),
        ("<li>LABEL<ul>\n", None),
        ("| LABEL | |\n", None),
        ("- LABEL ", None),
    ],
)
def test_a_label_above_its_list_gets_a_colon(label: str, better: str | None) -> None:
    """It is alone on its line: a workload on the same line, HTML and cells of a table need none."""
    above, below = TITLE + STATUS, "   - [EXO]  Exchange Online - pilot\n"
    text = above + label.replace("LABEL", LISTING) + below
    assert fix(text, select=("FT110",)).text == above + (better or label).replace("LABEL", LISTING) + below


def test_many_bullets_are_one_problem_with_three_names() -> None:
    """The message stays short if every bullet of a summary has other punctuation."""
    labels = words_in(language_of(Playbook.load(), "en")).labels
    text = TITLE + "".join(f"• {words[0]}: x\n" for words in labels.values())
    (found,) = check(text, select=("FT110",)).diagnostics
    assert "and 3 more" in found.message
    assert len(found.fixes[0].edits) == 6
    assert found.span.text(text) == next(iter(labels.values()))[0]


ENGAGED = "STATUS OF THE ENGAGEMENT: Reactive\n"
REQUESTS = "REQUESTS FOR SUPPORT: None\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"1. {ENGAGED}2) {REQUESTS}", f"- {ENGAGED}- {REQUESTS}"),
        (f"I. {ENGAGED}II.  {REQUESTS}", f"- {ENGAGED}- {REQUESTS}"),
        (f"1. {ENGAGED}2. {REQUESTS}\n3. AOB\n", None),
        (f"1. {ENGAGED}2. {REQUESTS}   1. AOB\n   2. Date\n", f"- {ENGAGED}- {REQUESTS}   1. AOB\n   2. Date\n"),
        (f"5. {ENGAGED}5.1 Mail is moved\n6. {REQUESTS}", None),
        (f"a) {ENGAGED}b) {REQUESTS}c) AOB\n", None),
    ],
)
def test_numbers_of_a_list_stay_if_it_has_other_items(before: str, after: str | None) -> None:
    """A list that only labels number gets hyphens; no list is torn into numbers and hyphens."""
    assert fix(TITLE + before, select=("FT110",)).text == TITLE + (before if after is None else after)


def test_the_numbers_of_workloads_stay_too() -> None:
    """The list of workloads is numbered by itself."""
    text = f"{TITLE}- {LISTING}:\n   1. [EXO]  Exchange Online - pilot\n   2. [OD]  OneDrive for Business - pilot\n"
    assert "1." not in fix(text, select=("FT408",)).text
    assert fix(text + "   3. AOB, later:\n", select=("FT408",)).text == text + "   3. AOB, later:\n"


@pytest.mark.parametrize(
    "below",
    [f"{LISTING}:\n- [EXO]  Exchange Online - pilot\n", "DESCRIBE THE CUSTOMER:\n- bank\n- 900 seats\n"],
)
def test_a_label_gets_no_hyphen_beside_its_list(below: str) -> None:
    """A bullet before the label would make the bullets below it its siblings; labels get bullets together or not at all."""
    text = TITLE + ENGAGED + below + REQUESTS
    assert fix(text, select=("FT110",)).text == text
    nested = text.replace("\n- ", "\n   - ")
    assert fix(nested, select=("FT110",)).text.count("\n- ") == 3


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("Where we are: Fully Engaged\n", "STATUS OF THE ENGAGEMENT: Fully Engaged\n"),
        ("Положение дел: Fully Engaged\n", "STATUS OF THE ENGAGEMENT: Fully Engaged\n"),
    ],
)
def test_a_label_that_only_the_lines_around_explain_stays(line: str, better: str) -> None:
    """Its words are the writer's, maybe in a language that the playbook lacks, so that only an unsafe fix replaces them."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: Bank\n- {line}- M365 DEPLOYMENT PROGRESS: Not Deployed\n"
    assert fix(text).text == format(text) == text
    assert fix(text, unsafe=True, select=("FT109",)).text == text.replace(line, better)


def test_the_header_of_a_column_stays() -> None:
    """The label of the list in a row of headers is a header as well."""
    for row in ("WORKLOAD\tSTATUS\tNEXT ACTION\n", "| Workload | Status and next action |\n"):
        text = f"{TITLE}DESCRIBE THE CUSTOMER: Bank\n{ENGAGED}{row}"
        assert row in fix(text, select=("FT109",)).text


@pytest.mark.parametrize(("typed", "found"), [("bold", []), ("bullets", ["FT110"])])
def test_labels_need_a_hyphen_where_the_template_has_bullets(tmp_path: Path, typed: str, found: list[str]) -> None:
    """A template with labels in bold has none."""
    playbook = own(tmp_path, FORM.replace('typed = "bold"', f'typed = "{typed}"'))
    text = "**Status:** Red\n**Summary:** We met.\n**Next steps:** call\n"
    assert codes(check(text, select=["FT110"], playbook=playbook)) == found
