"""The formatter: what becomes canonical, and what stays as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.formatting import LISTING, MESSY, TIDY, sparse_playbook

import ftnotes
from ftnotes import Playbook
from ftnotes.writing.format import format


@pytest.fixture
def own(tmp_path: Path) -> Playbook:
    """A playbook with a language of few words."""
    return sparse_playbook(tmp_path)


def test_line_ends_stay() -> None:
    """All lines end as the first line does; a text without a final line end stays without one."""
    assert format(MESSY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")
    note = "EXEC SUMMARY\n* DESCRIBE THE CUSTOMER: x"
    assert format(note) == "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x"
    assert format(note.replace("\n", "\r") + "\r\r\r") == "**EXEC SUMMARY**\r- DESCRIBE THE CUSTOMER: x\r"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("* **Status of the engagement:** on hold", "- STATUS OF THE ENGAGEMENT: On Hold"),
        ("- STATUS OF THE ENGAGEMENT: reactive #covid", "- STATUS OF THE ENGAGEMENT: Reactive #covid"),
        ("- STATUS OF THE ENGAGEMENT: #covid  reactive", "- STATUS OF THE ENGAGEMENT: #covid  Reactive"),
        ("- STATUS OF THE ENGAGEMENT: On Hold, since May", "- STATUS OF THE ENGAGEMENT: On Hold, since May"),
        ("- STATUS OF THE ENGAGEMENT: on hold/reactive", "- STATUS OF THE ENGAGEMENT: on hold/reactive"),
        ("- STATUS OF THE ENGAGEMENT: fully #covid engaged", "- STATUS OF THE ENGAGEMENT: fully #covid engaged"),
        ("- STATUS OF THE ENGAGEMENT: #covid", "- STATUS OF THE ENGAGEMENT: #covid"),
        ("- REQUESTS FOR SUPPORT: **soon**, 5 * 3 â€“ x", "- REQUESTS FOR SUPPORT: **soon**, 5 * 3 â€“ x"),
        ("1) REQUESTS FOR SUPPORT -", "- REQUESTS FOR SUPPORT:"),
        ("- REQUESTS FOR SUPPORT **", "- REQUESTS FOR SUPPORT:"),
        ("- __REQUESTS FOR SUPPORT:", "- __REQUESTS FOR SUPPORT:"),
        ("- *  * REQUESTS FOR SUPPORT", "- REQUESTS FOR SUPPORT:"),
        ("- REQUESTS FOR SUPPORT** <!-- soon -->", "- REQUESTS FOR SUPPORT** <!-- soon -->"),
        ("- DESCRIBE THE CUSTOMER:\n- NEXT STEPS - call", "- DESCRIBE THE CUSTOMER:\n- NEXT STEPS: call"),
        (
            "- DESCRIBE THE CUSTOMER: x\n    - a\n      - b\n        - c\n       - d\n      - e\n     - f\n    - g\n   - h",
            "- DESCRIBE THE CUSTOMER: x\n  - a\n     - b\n        - c\n        - d\n     - e\n     - f\n  - g\n  - h",
        ),
        ("+ DESCRIBE THE CUSTOMER: x\n\n\n   y", "- DESCRIBE THE CUSTOMER: x\n\n\n  y"),
        ("- DESCRIBE THE CUSTOMER: x\n- DESCRIBE THE CUSTOMER: y", "- DESCRIBE THE CUSTOMER: x\n- DESCRIBE THE CUSTOMER: y"),
    ],
)
def test_a_field_is_formatted(typed: str, written: str) -> None:
    """Label, layout and clear choices become canonical; other values stay."""
    assert format(f"EXEC SUMMARY\n{typed}\n") == f"**EXEC SUMMARY**\n{written}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- [exo] exchange online – x", "   -  [EXO]  Exchange Online - x"),
        ("- CORE", "   -  [CORE]  For those that do not fit within above workloads"),
        ("- Windows 10 - rings", "   -  [WIN10]  Windows 10 - rings"),
        ("- [EXO] pilot", "   -  [EXO]  Exchange Online - pilot"),
        ("- [EXO] Teams - x", "   -  [EXO]  Teams - x"),
        ("- [OD] Files – x", "   -  [OD]  Files - x"),
        ("- [OPP+WIN10] Desktop: x", "   -  [OPP+WIN10]  Desktop - x"),
        ("- [OPP+PHONES] Desktop: x", "   -  [OPP+PHONES]  Desktop - x"),
        ("- [TBD]", "   -  [TBD]"),
        ("- [CORE] Network -", "   -  [CORE]  Network -"),
        ("- **[EXO] Exchange Online - x**", "   -  [EXO]  Exchange Online - x"),
        (
            "- [EXO] Exchange Online - x\n  - a\n    - b\n  c",
            "   -  [EXO]  Exchange Online - x\n       - a\n          - b\n       c",
        ),
        (
            "- [Legacy mail] old servers – first\n  second",
            "   -  [Legacy mail]  old servers - first\n       second",
        ),
        (
            "- [EXO] Exchange Online - x\n  a\n    b\n  c",
            "   -  [EXO]  Exchange Online - x\n       a\n       b\n       c",
        ),
    ],
)
def test_a_workload_is_formatted(typed: str, written: str) -> None:
    """Known tags and names get the spelling of the edition, and each adds the other; unknown ones stay."""
    assert format(f"EXEC SUMMARY\n{LISTING}\n{typed}\n") == f"**EXEC SUMMARY**\n{LISTING}\n\n{written}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("## Executive summary", "## EXEC SUMMARY"),
        ("EXEC SUMMARY - Contoso Outdoor", "**EXEC SUMMARY** - Contoso Outdoor"),
        ("EXEC SUMMARY (draft)", "**EXEC SUMMARY** (draft)"),
        ("EXEC SUMMARY\n---", "EXEC SUMMARY\n---"),
        ("EXEC SUMMARY\n~~~ text", "**EXEC SUMMARY**\n~~~ text"),
        ("\ufeff> EXEC SUMMARY", "\ufeff> EXEC SUMMARY"),
        ("\ufeffEXEC SUMMARY", "\ufeff**EXEC SUMMARY**"),
        ("Resumen ejecutivo:", "**EXEC SUMMARY**"),
        ("Contoso - EXEC SUMMARY", "Contoso - EXEC SUMMARY"),
        ("Exec sumary", "**EXEC SUMMARY**"),
    ],
)
def test_a_title_is_formatted(typed: str, written: str) -> None:
    """It becomes bold, with its remark, in the language of the labels.

    A heading, text before the title, a fence and a byte order mark stay.
    """
    field = "- DESCRIBE THE CUSTOMER: x\n"
    assert format(f"{typed}\n{field}") == f"{written}\n{field}"


def test_a_line_that_would_be_read_differently_keeps_its_layout() -> None:
    """So do an unknown label before a link-like value, and a title whose line would get too long."""
    shared = "**EXEC SUMMARY**\n*  RISKS:\n  //share\n  /two\n- REQUESTS FOR SUPPORT:\n"
    assert format(shared) == shared
    long = "## EXEC SUMMARY " + "#covid " * 54 + "#longlong"
    fields = "- REQUESTS FOR SUPPORT:\n- RISKS - x\n"
    assert ftnotes.parse(long + "\n\n" + fields).exec_summaries[0].title
    assert format(long + "\n\n" + fields) == long + "\n" + fields.replace(" -", ":")
    bold = f"EXEC SUMMARY\n{LISTING}\n\n- [TBD] ** Foo ** - x\n"
    assert format(bold) == f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [TBD]  Foo - x\n"


def test_prose_moves_with_the_field_above_it() -> None:
    """Stray text stays below its field; if that comes last, the text follows the summary, separated from the text below."""
    typed = "- STATUS OF THE ENGAGEMENT: Reactive\n\nstray\n- DESCRIBE THE CUSTOMER: x\n\nbye\n"
    assert format(typed) == "- DESCRIBE THE CUSTOMER: x\n- STATUS OF THE ENGAGEMENT: Reactive\n\nstray\n\nbye\n"
    next_one = "EXEC SUMMARY\r- REQUESTS FOR SUPPORT:\r"
    titled = "EXEC SUMMARY\r- REQUESTS FOR SUPPORT: x\r\rstray\r\r- [EXO] y\r- DESCRIBE THE CUSTOMER: x\r\r" + next_one
    assert format(titled) == (
        "**EXEC SUMMARY**\r- DESCRIBE THE CUSTOMER: x\r- REQUESTS FOR SUPPORT: x\r\rstray\r\r"
        "   -  [EXO]  Exchange Online - y\r\r**EXEC SUMMARY**\r- REQUESTS FOR SUPPORT:\r"
    )
    follows = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT: x\n\nstray\n\n- DESCRIBE THE CUSTOMER: x\n" + next_one
    assert "- REQUESTS FOR SUPPORT: x\n\nstray\n\n**EXEC SUMMARY**\n" in format(follows)


def test_nothing_moves_if_text_would_join_the_list() -> None:
    """A name below a note is text; below the list of workloads it would be another workload."""
    typed = f"**EXEC SUMMARY**\n{LISTING}\n- DESCRIBE THE CUSTOMER: y\n\nTeams: text\n"
    assert format(typed) == typed
    moved = format(typed.replace("Teams: text", "Regards"))
    assert moved == f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: y\n{LISTING}\n\nRegards\n"


def test_a_note_in_a_fence_stays_in_it() -> None:
    """No blank line is added before the end of a fence."""
    text = "```\n**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: none\n```\n\nbye\n"
    assert format(text) == text
    inside = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n```\ncode\n- REQUESTS FOR SUPPORT: none\n\n```\n"
    assert format(inside) == inside
    listed = f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [EXO]  Exchange Online - x\n```\n"
    assert format(listed) == listed


def test_prose_is_never_touched() -> None:
    """A text without a summary comes back as it is."""
    for text in ("", "\n\n", "Hello\r\n\tWorld  \n> x", "- [EXO] Exchange Online â€“ x\n"):
        assert format(text) == text


def test_words_without_translation_stay(own: Playbook) -> None:
    """Labels and choices that the language has no words for stay as they are."""
    text = "**EXEC SUMMARY**\n* Describe the customer: x\n* mood: good\n* STATUS OF THE ENGAGEMENT: reactive\n"
    assert format(text, playbook=own, language="nl") == (
        "**SAMENVATTING**\n- DE KLANT: x\n- STATUS OF THE ENGAGEMENT: reactive\n- mood: good\n"
    )
    untitled = "- STATUS OF THE ENGAGEMENT: x\n- Overview: x\n- DESCRIBE THE CUSTOMER: y\n"
    assert format(untitled, playbook=own, language="nl") == "- DE KLANT: y\n- STATUS OF THE ENGAGEMENT: x\n- Overview: x\n"
    early = "- MOOD: good\n- STATUS OF THE ENGAGEMENT: x\n"
    assert format(early, playbook=own, language="nl") == early


def test_a_label_of_two_languages_does_not_decide_the_language(own: Playbook) -> None:
    """Other labels decide, or else the first language; a label that would be read as a bullet is not written."""
    shared = "**EXEC SUMMARY**\n- REQUESTS FOR SUPPORT: x\n"
    assert format(shared, playbook=own) == shared
    assert format("- DE KLANT: x\n" + shared[17:], playbook=own) == "- DE KLANT: x\n" + shared[17:]
    bullet = "- OVERVIEW OF CURRENT RELATIONSHIP: x\n- REQUESTS FOR SUPPORT: x\n"
    assert format(f"SAMENVATTING\n{bullet}", playbook=own, language="nl") == f"**SAMENVATTING**\n{bullet}"


def test_a_name_that_starts_a_longer_one_is_read_back_with_its_update(own: Playbook) -> None:
    """“Teams - Phones …” would be the longer name: such a line keeps its layout."""
    text = f"**EXEC SUMMARY**\n{LISTING}\n  * [TEAMS] Teams: live\n  * [TEAMS]: Phones arrive\n"
    assert format(text, playbook=own) == (
        f"**EXEC SUMMARY**\n{LISTING}\n\n   -  [TEAMS]  Teams - live\n  * [TEAMS]: Phones arrive\n"
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Progress: fully deployed", "- M365 DEPLOYMENT PROGRESS: Fully Deployed"),
        ("- DESCRIBE THE CUSTMER: bank", "- DESCRIBE THE CUSTOMER: bank"),
        ("- Support: none", "- REQUESTS FOR SUPPORT: none"),
        ("- Status: out of office", "- Status: out of office"),
        ("- Risks: budget", "- Risks: budget"),
    ],
)
def test_an_everyday_label_becomes_that_of_the_template(typed: str, written: str) -> None:
    """Unless the value is not a choice of its field, so that it may be another field; a label of the writer's own stays."""
    above = "- OVERVIEW OF CURRENT RELATIONSHIP WITH CUSTOMER/PARTNER/ACCOUNT TEAM: good\n"
    text = f"EXEC SUMMARY\n{above}{typed}\n".replace("- ", "- " if typed.startswith("-") else "")
    read = format(text)
    assert written in read.splitlines()
    assert format(read) == read


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("- SharePoint: 30% migrated", "   -  SharePoint - 30% migrated"),
        ("- Teams Phone - pilot", "   -  Teams Phone - pilot"),
        ("- Windows 11: 800 PCs", "   -  Windows 11 - 800 PCs"),
        ("- Power BI", "   -  Power BI"),
        ("- Legacy mail of the branches -", "   -  Legacy mail of the branches -"),
        ("- [EXO] [SPO] both", "   -  [EXO+SPO] - both"),
    ],
)
def test_a_name_that_is_not_the_template_s_stays(typed: str, written: str) -> None:
    """Everyday names, names of other products, and unknown ones; several bracketed tags are joined if all are known."""
    read = format(f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n{LISTING}\n{typed}\n")
    assert read == f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n{LISTING}\n\n{written}\n"


def test_workloads_on_the_line_of_their_label_get_lines_of_their_own() -> None:
    """So do names without tags."""
    assert format(f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n{LISTING} [EXO] planning; [TEAMS] pilot\n") == (
        f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: x\n{LISTING}\n\n"
        "   -  [EXO]  Exchange Online - planning\n   -  [TEAMS]  Teams - pilot\n"
    )


@pytest.mark.parametrize(
    "value", ["Fully\n  Engaged\n", "\n  Fully\n  Engaged\n", "Fully Engaged\n\n-\n", "\n  - fully\n    engaged\n  -\n"]
)
def test_a_choice_on_several_lines_is_written_on_one(value: str) -> None:
    """Bullets without text below it go with its lines."""
    assert format(f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {value}").endswith("ENGAGEMENT: Fully Engaged\n")
