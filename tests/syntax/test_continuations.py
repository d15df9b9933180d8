"""Whether a line goes on with the field or workload above it."""

from __future__ import annotations

import pytest

import ftnotes

HEAD = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: bank\n- STATUS OF THE ENGAGEMENT: "


@pytest.mark.parametrize(
    ("value", "below", "goes_on"),
    [
        ("Fully", "Engaged", True),
        ("Fully", "engaged", True),
        ("Fully", "Deployed", False),
        ("Fully", "Engaged since May", False),
        ("Fully Engaged", "Engaged", False),
        ("Reactive", "Engaged", False),
        ("On", "Hold", True),
        ("Reactive", "   since May", True),
    ],
)
def test_a_line_below_a_choice(value: str, below: str, goes_on: bool) -> None:
    """It goes on if it ends the words of the choice, or is deeper."""
    (summary,) = ftnotes.parse(f"{HEAD}{value}\n{below}\n- REQUESTS FOR SUPPORT: none\n").exec_summaries
    assert [field.value for field in summary.fields][1] == (f"{value}\n{below.strip()}" if goes_on else value)


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("05/05/2020 - KR - Left voicemail", False),
        ("2020-05-05: left voicemail", False),
        ("5.5.2020 | left voicemail", False),
        ("5/5/2020 is the day of the call", True),
        ("  05/05/2020 - KR - Left voicemail", True),
        ("and a call on 05/05/2020 - as agreed", True),
    ],
)
def test_a_line_with_a_day(below: str, goes_on: bool) -> None:
    """Below fields with bullets it is an entry of a log if a day and a sign begin it, and part of the value elsewhere."""
    (summary,) = ftnotes.parse(f"{HEAD}Reactive\n- REQUESTS FOR SUPPORT: licences\n{below}\n").exec_summaries
    assert summary.fields[-1].value == (f"licences\n{below.strip()}" if goes_on else "licences")


@pytest.mark.parametrize(
    ("value", "after", "goes_on"),
    [(" licences", "", False), ("", "", True), (" licences", "Relationship: good\n", True)],
)
def test_a_line_with_a_day_below_fields_without_bullets(value: str, after: str, goes_on: bool) -> None:
    """It is an entry of a log below the last field, if that has a value."""
    head = "EXEC SUMMARY\nCustomer: bank\nStatus: Reactive\n"
    entry = "05/05/2020 - KR - Left voicemail"
    (summary,) = ftnotes.parse(f"{head}Support:{value}\n{entry}\n{after}").exec_summaries
    assert (entry in summary.fields[2].value) == goes_on


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("Next: batch 4", True),
        ("Owner: Ana", True),
        ("Viva: asked", False),
        ("\nNext: batch 4", False),
    ],
)
def test_a_label_below_the_text_of_a_workload(below: str, goes_on: bool) -> None:
    """It goes on if it names the action of the workload, its day or owner, and no blank line is between."""
    text = "EXEC SUMMARY\nSNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n[EXO] Exchange Online\nHalf is done.\n"
    (summary,) = ftnotes.parse(f"{text}{below}\n").exec_summaries
    assert (below.strip() in summary.workloads[0].update) == goes_on
