"""The rule about placeholders (FT114), and those that other rules report."""

from __future__ import annotations

import pytest
from helpers.policing import TITLE, codes, spoken

from ftnotes import check, fix

LIST = f"{TITLE}- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n\n"
OD = "   -  [OD]  OneDrive for Business - "
EXO = "   -  [EXO]  Exchange Online - wave 2 in May\n"
RULES = ("FT106", "FT107", "FT114", "FT201", "FT407")


def test_a_placeholder_is_reported_where_it_is() -> None:
    """In fields with text, own fields, workloads and their list, at the placeholder."""
    text = f"{TITLE}- DESCRIBE THE CUSTOMER: TBD #covid\n- RISKS: <name> left\n{LIST[len(TITLE) :]}{EXO}{OD}?\n"
    report = check(text, select=("FT114",))
    assert spoken(text, report) == ["TBD", "<name>", "?"]
    assert [found.message for found in report.diagnostics] == [
        '"DESCRIBE THE CUSTOMER" contains the placeholder "TBD". Replace it with the facts.',
        '"RISKS" contains the placeholder "<name>". Replace it with the facts.',
        '"[OD] OneDrive for Business" contains the placeholder "?". Replace it with an update, or remove the line.',
    ]


def test_a_lifecycle_note_is_read_too() -> None:
    """The span is in the text, whatever precedes it."""
    text = "Met the CIO.\n\n# Minutes\n\nCall [customer name] on Monday.\n"
    assert spoken(text, check(text, select=("FT114",))) == ["[customer name]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}- STATUS OF THE ENGAGEMENT: TBD\n- DESCRIBE THE CUSTOMER: Contoso\n", ["FT201"]),
        (f"{TITLE}- DESCRIBE THE CUSTOMER:\n- STATUS OF THE ENGAGEMENT: Reactive\n", ["FT106"]),
        (
            f"{TITLE}- DESCRIBE THE CUSTOMER: i.e. Industry/Structure/Size/Recent News\n- STATUS OF THE ENGAGEMENT: Reactive\n",
            ["FT107"],
        ),
        (f"{LIST}{EXO}   -  [OD]  OneDrive for Business - n/a\n", ["FT407"]),
        (f"{LIST}{EXO}   -  [OD]  OneDrive for Business - TBD\n", ["FT114"]),
        (f"{LIST}{EXO}   -  [OD]  OneDrive for Business\n      --\n", ["FT407"]),
        (f"{TITLE}- DESCRIBE THE CUSTOMER: N/A\n- STATUS OF THE ENGAGEMENT: Reactive\n", []),
    ],
)
def test_each_placeholder_is_reported_once(text: str, expected: list[str]) -> None:
    """What is no choice, empty, a hint, or a workload that is not discussed has a rule of its own."""
    assert codes(check(text, select=RULES)) == expected


def test_a_workload_that_is_not_discussed_is_removed() -> None:
    """The fix removes its line, unless it has a hashtag or no other workload would be left."""
    text = f"{LIST}{EXO}   -  [OD]  OneDrive for Business - Not being discussed\n"
    assert fix(text, select=("FT407",), unsafe=True).text == LIST + EXO
    (diagnostic,) = check(text, select=("FT407",)).diagnostics
    said = '"[OD] OneDrive for Business" says only "Not being discussed".'
    assert diagnostic.message == f"{said} Remove the line: the list is for workloads being discussed."
    for kept in (text.replace("discussed\n", "discussed #covid\n"), text.replace(EXO, "")):
        assert fix(kept, select=("FT407",), unsafe=True).text == kept
        assert codes(check(kept, select=("FT407",))) == ["FT407"]
