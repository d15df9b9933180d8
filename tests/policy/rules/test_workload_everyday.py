"""The rule about everyday names of workloads (FT410), and the others that must agree with it."""

from __future__ import annotations

import pytest
from helpers.policing import HEAD, codes, spoken

from ftnotes import check, fix

ABOUT_NAMES = ("FT401", "FT402", "FT403", "FT404", "FT405", "FT410")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SharePoint - 30 sites", ["FT410"]),
        ("Teams Phone: porting", ["FT410"]),
        ("Exchange/Outlook - done", ["FT410"]),
        ("Power BI - started", ["FT401"]),
        ("Win 10/11 - ring 2", ["FT401"]),
        ("Exchange Online - done", ["FT405"]),
        ("[SPO]  OneDrive - x", ["FT402"]),
        ("[EXO]  Windows 11 - x", ["FT402"]),
        ("[SPO]  SharePoint - x", []),
        ("[WIN10]  Windows 11 - x", []),
        ("[OLM]  Outlook (new) - x", []),
        ("[EXO] [OLM]  x", []),
        ("[EXO][OLM]  x", []),
        ("[EXO/SPO]  Exchange Online / SharePoint Online - x", []),
        ("[EXO] Exchange hybrid is up", []),
        ("[MDE]  Defender - x", ["FT401"]),
        ("[EXO+FOO]  x", ["FT401"]),
    ],
)
def test_a_name_is_reported_once(line: str, expected: list[str]) -> None:
    """One rule reports an unusual name or tag; names of the same product or of its kin beside the right tag are fine."""
    assert codes(check(f"{HEAD}   -  {line}\n", select=ABOUT_NAMES)) == expected


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("Win 10/11 - ring 2", "Use [WIN10]."),
        ("Power BI - started", "Use [CORE] instead."),
        ("Exchagne Online - x", "Did you mean [EXO] Exchange Online?"),
        ("#OD - x", 'Write "[OD] OneDrive for Business".'),
        ("[MDE]  x - y", "Did you mean [WDATP] Windows Defender ATP?"),
        ("[Teams Phone]  x - y", "Use [TEAMS]."),
        ("Teams/Skype - x", '"Teams/Skype", which belongs under [TEAMS], has no tag. Write it before the name.'),
        (
            "SharePoint & OneDrive - x",
            '"SharePoint & OneDrive", which belongs under [SPO+OD], has no tag. Write it before the name.',
        ),
    ],
)
def test_the_message_says_which_tag_to_use(line: str, advice: str) -> None:
    """The advice is the tag of the workload that is meant, or else the catch-all one."""
    (found,) = check(f"{HEAD}   -  {line}\n", select=ABOUT_NAMES).diagnostics
    assert found.message.endswith(advice)


def test_names_of_one_kind_are_one_problem() -> None:
    """Names of the same products, which a fix replaces, and of kin, which it keeps, are two problems."""
    text = f"{HEAD}   -  SharePoint - x\n   -  Teams Rooms - x\n   -  Yammer (all) - x\n   -  Windows 11 - x\n"
    report = check(text, select=("FT410",))
    assert spoken(text, report) == ["SharePoint", "Teams Rooms"]
    expected = text.replace("SharePoint", "[SPO]  SharePoint Online").replace("Yammer", "[YAM]  Yammer Enterprise")
    expected = expected.replace("Teams", "[TEAMS]  Teams").replace("Windows", "[WIN10]  Windows")
    assert fix(text, select=("FT410",), unsafe=True).text == expected
    assert fix(text, select=("FT410",)).text == text


def test_an_everyday_name_repeats_a_workload() -> None:
    """A workload by its everyday name is the one with its tag; kin is another."""
    text = f"{HEAD}   -  [SPO]  SharePoint Online - x\n   -  SharePoint - y\n   -  [TEAMS]  Teams - x\n   -  Teams Phone - y\n"
    assert spoken(text, check(text, select=("FT406",))) == ["SharePoint"]
