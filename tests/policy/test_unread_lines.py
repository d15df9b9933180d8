"""Lines that look like more than the text that they were read as."""

from __future__ import annotations

import pytest
from helpers.policing import TITLE

from ftnotes import Playbook, check, parse
from ftnotes.policy.note_view import NoteView
from ftnotes.policy.unread_lines import unread_lines

STATUS = "- STATUS OF THE ENGAGEMENT: Reactive\n"
CUSTOMER = "- DESCRIBE THE CUSTOMER: Contoso\n"
LIST = "- SNAPSHOT OF KEY WORKLOADS:\n   - [EXO]  Exchange Online - pilot\n"


def found(text: str) -> list[tuple[str, str]]:
    view = NoteView(parse(text), Playbook.load())
    return [(lines.look, lines.span.text(text)) for lines in unread_lines(view)]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (f"{CUSTOMER}Teams - pilot\n", [("workload", "Teams - pilot")]),
        (f"{CUSTOMER}• Risks: licences\n", [("own-label", "• Risks: licences")]),
        (f"{CUSTOMER}• Risks: a\n• Next steps: b\n", [("own-label", "• Risks: a\n• Next steps: b")]),
        (f"{CUSTOMER}• Risks: a\n• four\n", [("own-label", "• Risks: a"), ("item", "• four")]),
        (f"{CUSTOMER}• 40 offices\n", [("item", "• 40 offices")]),
        (f"{CUSTOMER}with 40 offices\n", []),
        (f"{CUSTOMER}  Teams - pilot\n", []),
        (f"{CUSTOMER}  • Risks: licences\n", []),
        ("- DESCRIBE THE CUSTOMER:\n• Risks: licences\n• Industry: retail\n", []),
        ("- DESCRIBE THE CUSTOMER:\n   • Industry: retail\n• Risks: licences\n", [("own-label", "• Risks: licences")]),
        ("- DESCRIBE THE CUSTOMER:\n900 seats\n• Industry: retail\n", [("own-label", "• Industry: retail")]),
        ("- DESCRIBE THE CUSTOMER:\n  Contoso\n\n  Teams - pilot\n", []),
        (f"{LIST}   * waiting for budget\n", [("item", "* waiting for budget")]),
        (f"{LIST}      * waiting for budget\n", []),
        (f"{LIST}   and more\n", []),
    ],
)
def test_lines_of_a_value_or_update(below: str, expected: list[tuple[str, str]]) -> None:
    """Labels, workloads and bullets at the level of the line above are found; points, siblings of points and text are not."""
    assert found(f"{TITLE}{STATUS}{below}- REQUESTS FOR SUPPORT: None\n") == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("* Relationship: TBD\n", [("label", "* Relationship: TBD")]),
        ("* M365 progress: Partial\n* Relationship: TBD\n", [("label", "* M365 progress: Partial\n* Relationship: TBD")]),
        ("* Status: still so\n", []),
        ("* Risks: licences\n", []),
        ("  * Relationship: TBD\n", []),
    ],
)
def test_a_missing_bullet_below_labels_without_bullets(below: str, expected: list[tuple[str, str]]) -> None:
    """Where labels have no bullets, lines with one are points, except the labels of fields that the summary lacks."""
    text = f"EXEC SUMMARY\nSTATUS OF THE ENGAGEMENT: Reactive\n{below}"
    assert found(text) == expected
    report = check(text, select=("FT103", "FT112"))
    lacks = [one for one in report if one.code == "FT103" and "RELATIONSHIP" in one.message]
    assert bool(lacks) != ("Relationship" in below and bool(expected))


def test_a_workload_outside_every_field_and_one_on_its_label_s_line() -> None:
    """Their updates are looked through as well."""
    text = f"{TITLE}   - [EXO]  Exchange Online - pilot\n   * and more\n{STATUS}"
    assert found(text) == [("item", "* and more")]
    text = f"{TITLE}{STATUS}- SNAPSHOT OF KEY WORKLOADS: [EXO] pilot; [TEAMS] live\n• and more\n"
    assert found(text) == [("item", "• and more")]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Sorry that this is late!\nRisks: none\n", []),
        ("Kind regards,\nStatus: on leave\n", []),
        ("---\nStatus: on leave\n", []),
        ("<!-- checked -->\nRegards, Ana\n", []),
        ("\nSorry that this is late!\n", []),
        ("\nNext steps:\n1) Ana to send the kit\n", []),
    ],
)
def test_text_after_a_paragraph_or_another_text_is_not_looked_at(below: str, expected: list[tuple[str, str]]) -> None:
    """What follows a paragraph, a sign-off, a rule or a label of the writer's own below a summary is not its own."""
    assert found(f"{TITLE}{STATUS}- M365 DEPLOYMENT PROGRESS: Not Deployed\n{below}") == expected


def test_lines_right_below_a_summary() -> None:
    """Lines that a complete choice, or a bullet beside the items, cut off from the summary are found."""
    assert found(f"{TITLE}{STATUS}{LIST}   - waiting for budget\n") == [("item", "- waiting for budget")]
    assert found(f"{TITLE}{LIST}{STATUS}- none of these\n") == [("item", "- none of these")]


def test_actions_in_the_text_below_a_workload() -> None:
    """They belong to the workload: a line without a bullet that names one is not reported, another label is."""
    head = f"{TITLE}SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n[EXO] Exchange Online\nHalf has moved.\n"
    assert found(f"{head}Next: batch 4\nOwner: Ana\n\n[SPO] SharePoint Online\nNot started.\n") == []
