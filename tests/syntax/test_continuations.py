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
    ("value", "below", "goes_on"),
    [
        ("licences", "Next step - Maya to send the plan / 12/2 / Maya", False),
        ("licences", "Nächste Schritte – Plan senden", False),
        ("licences", "Risks - none", False),
        ("", "Risks - none", True),
        ("<!-- none yet -->", "Risks - none", True),
        ("licences", "  Next step - Maya to send the plan", True),
        ("licences", "next step - as they said", True),
        ("licences", "Next step", True),
        ("licences", "Our plan - to migrate", True),
        ("licences", "- next week", True),
    ],
)
def test_a_line_with_an_added_label_before_a_dash(value: str, below: str, goes_on: bool) -> None:
    """Beside the fields, below a value, it is no part of this, as with a colon; a sentence that is broken there is."""
    (summary,) = ftnotes.parse(f"{HEAD}Reactive\n- REQUESTS FOR SUPPORT: {value}\n{below}\n").exec_summaries
    assert (below.strip() in summary.fields[-1].value) is goes_on


def test_an_action_before_a_dash_in_the_text_of_a_workload_stays() -> None:
    """As with a colon: only right below its line it is outside."""
    head = f"{HEAD}Reactive\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n  - [EXO] Exchange Online - pilot\n"
    action = "Next step - batch 4\n"
    for text, goes_on in ((action, False), (f"  in May\n{action}", True)):
        (summary,) = ftnotes.parse(head + text).exec_summaries
        assert ("batch 4" in summary.workloads[0].update) is goes_on


def _values(text: str) -> list[tuple[str | None, str]]:
    fields = (field for summary in ftnotes.parse(text).exec_summaries for field in summary.fields)
    return [(field.key, field.value.removeprefix(_COMMENT.strip()).strip()) for field in fields]


_COMMENT = " <!-- ftnotes: ignore FT201 agreed --> <!-- Ana -->"


@pytest.mark.parametrize("title", ["", "EXEC SUMMARY\n"])
@pytest.mark.parametrize("start", ["- ", "", "### ", "**"])
@pytest.mark.parametrize("colon", [":", ""])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n  "])
@pytest.mark.parametrize("labels", [("DESCRIBE THE CUSTOMER", "STATUS OF THE ENGAGEMENT"), ("Customer", "Status")])
def test_a_comment_is_no_value(title: str, start: str, colon: str, gap: str, labels: tuple[str, str]) -> None:
    """A field with only a comment after its label has its value below, as without the comment."""
    customer, status = labels
    text = f"{title}{start}{customer}{colon}{gap}bank\n{start}{status}{colon}{{}}{gap}Reactive\n"
    for note in (text, f"{text}{start}Progress{colon}{gap}Fully Deployed\n"):
        plain, commented = (_values(note.format(comment)) for comment in ("", _COMMENT))
        assert plain == commented


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
