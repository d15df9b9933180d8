"""Several fields on one line."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.writing.edit_fields import set_value
from ftnotes.writing.edit_workloads import add_workload
from ftnotes.writing.format import format as format_text

CUSTOMER, STATUS, PROGRESS = ("customer", "Bank"), ("engagement-status", "Reactive"), ("deployment-progress", "partial")
#: Published labels.
_A, _B, _C = "DESCRIBE THE CUSTOMER", "STATUS OF THE ENGAGEMENT", "M365 DEPLOYMENT PROGRESS"
_D = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS"


def read(text: str) -> list[tuple[str, str]]:
    """Return the fields and workloads of the only summary of a text, by key, label or tag; nothing is lost or moved."""
    document = ftnotes.parse(text)
    assert ftnotes.serialize(document) == text
    assert ftnotes.from_json(ftnotes.to_json(document)) == document
    (summary,) = document.exec_summaries
    fields = [(field.key or field.label, field.value) for field in summary.fields]
    return fields + [(workload.tag or workload.name, workload.update) for workload in summary.workloads]


@pytest.mark.parametrize(
    ("line", "workloads"),
    [
        ("[EXO] done; [OD] 70% ;[TEAMS] chat", [("EXO", "done"), ("OD", "70%"), ("TEAMS", "chat")]),
        ("- [EXO] Exchange Online - done | [OD] OneDrive - 70%", [("EXO", "done"), ("OD", "70%")]),
        ("  * [EXO] done / [OLM+OD] later /", [("EXO", "done"), ("OLM+OD", "later")]),
        ("[EXO] done；[OD]", [("EXO", "done"), ("OD", "")]),
        ("[EXO] waits for [AADP]; see [here](x); [FOO] too / no", [("EXO", "waits for [AADP]; see [here](x); [FOO] too / no")]),
        ("[EXO] on/[OD] off, [TEAMS] chat. [SPO] x", [("EXO", "on/[OD] off, [TEAMS] chat. [SPO] x")]),
    ],
)
def test_several_workloads_are_on_a_line(line: str, workloads: list[tuple[str, str]]) -> None:
    """Known tags in brackets after a semicolon, bar or spaced slash are workloads; a tag in a sentence is text."""
    for text in (f"EXEC SUMMARY\n{_A}: Bank\n{line}\nSupport: no\n", f"> EXEC SUMMARY\r\n> - {_A}: Bank\r\n> {line}"):
        assert [found for found in read(text) if found[0] not in ("customer", "support-requests")] == workloads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXEC SUMMARY | Customer: Bank | Status: Reactive", [CUSTOMER, STATUS]),
        ("**EXEC SUMMARY** | **Customer:** Bank | **Status:** Reactive\n\ntext\n", [CUSTOMER, STATUS]),
        ("> EXEC SUMMARY|Customer: Bank|Status: Reactive\r\n", [CUSTOMER, STATUS]),
        ("Exec sum; Customer: Bank; Status: Reactive; Progress: partial", [CUSTOMER, STATUS, PROGRESS]),
        ("Exec sum / Customer: Bank / Status: Reactive / Progress: partial", [CUSTOMER, STATUS, PROGRESS]),
        (
            "Exec summary. Customer: Bank. Status: Reactive. Progress: partial",
            [("customer", "Bank."), ("engagement-status", "Reactive."), PROGRESS],
        ),
        ("EXEC SUMMARY | Customer: Bank | London: 2 | Status: Reactive", [("customer", "Bank | London: 2"), STATUS]),
        ("EXEC SUMMARY | Customer: Bank | Status: | Progress: partial", [CUSTOMER, ("engagement-status", ""), PROGRESS]),
        (
            "EXEC SUMMARY | Customer: Bank | Status: Reactive | Customer: two",
            [CUSTOMER, ("engagement-status", "Reactive | Customer: two")],
        ),
        (
            "EXEC SUMMARY | Customer: Bank | Status: Reactive | [EXO] Exchange Online - 80% | [TEAMS] live | Support: none",
            [CUSTOMER, STATUS, ("support-requests", "none"), ("EXO", "80%"), ("TEAMS", "live")],
        ),
        (
            "EXEC SUMMARY | Customer: Bank | Status: Reactive | WL: EXO 100%, Teams 80% | Support: none",
            [CUSTOMER, STATUS, ("workloads", ""), ("support-requests", "none"), ("EXO", "100%"), ("Teams", "80%")],
        ),
        (
            "EXEC SUMMARY | Customer: Bank | Status: Reactive | [EXO](a) | [EXO",
            [CUSTOMER, ("engagement-status", "Reactive | [EXO](a) | [EXO")],
        ),
        (f"**EXEC SUMMARY** - {_A}: Bank - {_B}: Reactive - {_C}: partial", [CUSTOMER, STATUS, PROGRESS]),
        (
            f"EXEC SUMMARY • {_A}: Bank, big - and old • {_B}: Reactive • {_C}: partial",
            [("customer", "Bank, big - and old"), STATUS, PROGRESS],
        ),
        (f"EXEC SUMMARY {_A}: Bank {_B}: Reactive {_C}: partial", [CUSTOMER, STATUS, PROGRESS]),
        (f"EXEC SUMMARY\n- {_A}: Bank - {_B}: Reactive - {_C}: partial\n", [CUSTOMER, STATUS, PROGRESS]),
        (
            f"EXEC SUMMARY - {_A}: Bank - {_B}: Reactive - {_D}: -  [EXO]  Exchange Online - Done -  [TEAMS]  Teams "
            "o [SPO] pilot",
            [CUSTOMER, STATUS, ("workloads", ""), ("EXO", "Done"), ("TEAMS", ""), ("SPO", "pilot")],
        ),
        (
            f"EXEC SUMMARY\n- {_A}: Bank - Status: Reactive - Progress: partial\n",
            [("customer", "Bank - Status: Reactive - Progress: partial")],
        ),
        (f"EXEC SUMMARY\n- {_A}: Bank - {_B}: Reactive\n", [("customer", f"Bank - {_B}: Reactive")]),
        ("EXEC SUMMARY\n- Customer: Bank | Status: Reactive\n- Progress: partial\n", [CUSTOMER, STATUS, PROGRESS]),
        ("EXEC SUMMARY\n  - Customer: Bank | Status: Reactive\n  - Progress: partial\n", [CUSTOMER, STATUS, PROGRESS]),
        (
            "EXEC SUMMARY\nCustomer: Bank; Status: Reactive; Progress: partial\n  and more\n",
            [CUSTOMER, STATUS, ("deployment-progress", "partial\nand more")],
        ),
        (
            "EXEC SUMMARY\nCustomer: Bank; Status: Reactive\n- [EXO] a\n- [SPO] b\n",
            [("customer", "Bank; Status: Reactive"), ("EXO", "a"), ("SPO", "b")],
        ),
        ("EXEC SUMMARY\nCustomer: Bank | Status: big\nStatus: Reactive\n", [("customer", "Bank | Status: big"), STATUS]),
        ("EXEC SUMMARY\nCustomer: Bank | [EXO] is done\nStatus: Reactive\n", [("customer", "Bank | [EXO] is done"), STATUS]),
        (
            "EXEC SUMMARY\nCustomer: Bank | [x] done | Progress: partial\nStatus: Reactive\n",
            [("customer", "Bank | [x] done"), PROGRESS, STATUS],
        ),
        (
            "Customer: Bank | Status: Reactive | Progress: partial\nSupport: none\n",
            [CUSTOMER, STATUS, PROGRESS, ("support-requests", "none")],
        ),
    ],
)
def test_fields_on_one_line_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    """A pipe parts them; what is also in sentences parts three or more. A field that has its own line is text elsewhere."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "EXEC SUMMARY | Customer: Bank",
        "EXEC SUMMARY | Customer | Status",
        "EXEC SUMMARY | page 3 | Customer: see below",
        "Executive summary of the year | Customer: Bank | Status: Reactive",
        "Executive summary; customer: all; we met",
        "Executive Summary | Introduction: 2 | Method: 3",
        "| EXEC SUMMARY | Customer: Bank |",
        "The executive summary | Customer: Bank | Status: Reactive",
        "EXEC SUMMARY | Customer: Bank | Relationship: good",
        "<p>EXEC SUMMARY | Customer: Bank</p>",
    ],
)
def test_other_lines_stay_prose(text: str) -> None:
    """A title on a line of prose, of a table or of a table of contents opens nothing."""
    document = ftnotes.parse(text)
    assert not document.exec_summaries
    assert ftnotes.serialize(document) == text


def test_fields_on_one_line_are_written_on_lines() -> None:
    """Formatting gives each its line; a field or workload that is added has its own, too."""
    text = "EXEC SUMMARY | Describe the customer: Bank | Status: Reactive | [EXO] Exchange Online - 80%\n"
    assert format_text(text) == (
        "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Bank\n- STATUS OF THE ENGAGEMENT: Reactive\n\n"
        "   -  [EXO]  Exchange Online - 80%\n"
    )


def test_what_is_added_after_fields_on_one_line_has_its_own() -> None:
    """A new field or workload is below the line, with the bullet of the template."""
    text = "EXEC SUMMARY | Customer: Bank | Status: Reactive\n"
    document = ftnotes.parse(text)
    (summary,) = document.exec_summaries
    support = set_value(document, summary, "support_requests", "none")
    assert ftnotes.serialize(support) == f"{text}- REQUESTS FOR SUPPORT: none\n"
    workload = add_workload(document, summary, "EXO", update="done")
    label = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
    assert ftnotes.serialize(workload) == f"{text}{label}   -  [EXO]  Exchange Online - done\n"
