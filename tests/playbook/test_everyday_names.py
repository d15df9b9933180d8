"""The workloads that names mean which the template doesn't have."""

from __future__ import annotations

import pytest

from ftnotes import Playbook
from ftnotes.playbook.everyday_names import EverydayName, everyday_name, leading_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SharePoint", EverydayName("SPO", False, 10)),
        ("sharepoint", EverydayName("SPO", False, 10)),
        ("OneDrive (new)", EverydayName("OD", False, 8)),
        ("Teams Phone", EverydayName("TEAMS", True, 11)),
        ("Teams (new)", EverydayName("TEAMS", True, 5)),
        ("Exchange/Outlook", EverydayName("EXO+OLM", True, 16)),
        ("Teams/Skype", EverydayName("TEAMS", True, 11)),
        ("Intune + Defender (pilot)", EverydayName("INTUNE+WDATP", True, 25)),
        ("Exchange/Kaizala", None),
        ("SharePoint Online", None),
        ("Power BI", None),
        ("", None),
        ("SharePoint " * 20, None),
    ],
)
def test_names_mean_workloads(text: str, expected: EverydayName | None) -> None:
    """A name with a remark or several names have the tags of the template; published names and unknown ones have none here."""
    assert everyday_name(Playbook.load(), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Win 10/11", "WIN10"),
        ("Exchange Online Archiving", "EXO"),
        ("Outlook on phones", "OLM"),
        ("Power BI", None),
        ("", None),
    ],
)
def test_a_longer_name_begins_with_a_known_one(text: str, expected: str | None) -> None:
    """The longest known name at the start counts."""
    assert leading_name(Playbook.load(), text) == expected
