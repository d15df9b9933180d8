"""The trivia of nodes: kept when the content changes, and canonical if not given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import attrs
import pytest
from helpers.notes import first_field

from ftnotes import Field, Title, Workload, parse, serialize
from ftnotes.syntax.layout import FieldLayout, TitleLayout, WorkloadLayout

N = TypeVar("N", Title, Field, Workload)


def evolved(node: N, change: dict[str, str]) -> N:
    """Return the node with some of its attributes changed."""
    evolve: Callable[..., N] = attrs.evolve
    return evolve(node, **change)


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("- [EXO]  Exchange Online – old \n", {"update": "new"}, "- [EXO]  Exchange Online – new \n"),
        ("- [EXO]  Exchange Online\n", {"update": "new"}, "- [EXO]  Exchange Online - new\n"),
        ("- [EXO] Exchange Online: old", {"tag": "SPO"}, "- [SPO] Exchange Online: old"),
        ("> - [EXO] Exchange Online - a\n>   b\n", {"update": "c\nd"}, "> - [EXO] Exchange Online - c\n>   d\n"),
        ("> - (EXO) Exchange Online - a\r\n", {"update": "c\nd"}, "> - (EXO) Exchange Online - c\r\n>    d\r\n"),
        ("\t- [EXO] Exchange Online - a\n", {"update": "c\n\nd"}, "\t- [EXO] Exchange Online - c\n\n\t   d\n"),
        ("- [EXO] Exchange Online - a\n  b\n", {"update": "a"}, "- [EXO] Exchange Online - a\n"),
        ("- Exchange Online (EXO): a\n", {"update": "c\nd"}, "- Exchange Online (EXO): c\n   d\n"),
        ("- Exchange Online [EXO]\n", {"name": "Mail", "update": "b"}, "- Mail [EXO] - b\n"),
        ("- Exchange Online [EXO] - a\n", {"tag": ""}, "- Exchange Online - a\n"),
        ("- Exchange Online [EXO] - a\n", {"name": ""}, "- [EXO] - a\n"),
    ],
)
def test_evolving_a_workload_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """Only what is then missing is added: a separator, a line end, the margin of a new line."""
    (workload,) = (
        parse(f"EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n{typed}")
        .exec_summaries[0]
        .workloads
    )
    assert serialize(evolved(workload, change)) == written


@pytest.mark.parametrize("end", ["", " -", " - ", "-", "- ", ":", ": ", " :", " –", "–"])
@pytest.mark.parametrize("start", ["[EXO]  Exchange Online", "[EXO]", "EXO", "Exchange Online"])
def test_an_update_added_to_a_workload_is_read_back(start: str, end: str) -> None:
    """It follows a dangling dash with any spaces, or no dash."""
    above = "EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
    (workload,) = parse(f"{above}   - {start}{end}\n").exec_summaries[0].workloads
    changed = attrs.evolve(workload, update="new")
    assert parse(above + serialize(changed)).exec_summaries[0].workloads == (changed,)


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("* DESCRIBE THE CUSTOMER : old\t\n", {"value": "new"}, "* DESCRIBE THE CUSTOMER : new\t\n"),
        ("- DESCRIBE THE CUSTOMER __\told", {"value": "new"}, "- DESCRIBE THE CUSTOMER __\tnew"),
        ("|*\tDESCRIBE THE CUSTOMER | old", {"value": "new"}, "|*\tDESCRIBE THE CUSTOMER | new"),
        ("- DESCRIBE THE CUSTOMER\n***~~", {"value": "new"}, "- DESCRIBE THE CUSTOMER\nnew"),
        ("- **DESCRIBE THE CUSTOMER:** old", {"label": "DESCRIBE"}, "- **DESCRIBE:** old"),
        ("- DESCRIBE THE CUSTOMER\n", {"value": "new"}, "- DESCRIBE THE CUSTOMER: new\n"),
        ("- DESCRIBE THE CUSTOMER: a\r\n  b\r\n", {"value": "c\nd"}, "- DESCRIBE THE CUSTOMER: c\r\n  d\r\n"),
        ("- DESCRIBE THE CUSTOMER:\n  a\n", {"value": "b"}, "- DESCRIBE THE CUSTOMER:\n  b\n"),
        ("- DESCRIBE THE CUSTOMER: a\n\n\n", {"value": ""}, "- DESCRIBE THE CUSTOMER: \n\n\n"),
        ("DESCRIBE THE CUSTOMER: a\n", {"value": "b\nc"}, "DESCRIBE THE CUSTOMER: b\n  c\n"),
        ("DESCRIBE THE CUSTOMER\n-----\n", {"value": "b"}, "DESCRIBE THE CUSTOMER\n-----\nb\n"),
        ("- DESCRIBE THE\n  CUSTOMER: a\n", {"value": "b"}, "- DESCRIBE THE\n  CUSTOMER: b\n"),
        ("- DESCRIBE THE CUSTOMER: a\n", {"label": "DESCRIBE\nTHE CUSTOMER"}, "- DESCRIBE\n  THE CUSTOMER: a\n"),
    ],
)
def test_evolving_a_field_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """Only what is then missing is added: a colon, the margin of a new line."""
    assert serialize(evolved(first_field(typed), change)) == written


@pytest.mark.parametrize(
    ("typed", "change", "written"),
    [
        ("## EXEC SUMMARY #a\r\n\r\n", {"remark": "#b"}, "## EXEC SUMMARY #b\r\n\r\n"),
        ("**EXEC SUMMARY**\n", {"text": "Exec Summary"}, "**Exec Summary**\n"),
        ("EXEC SUMMARY - Contoso\n", {"remark": "Fabrikam"}, "EXEC SUMMARY - Fabrikam\n"),
    ],
)
def test_evolving_a_title_changes_those_characters_alone(typed: str, change: dict[str, str], written: str) -> None:
    """Decoration, spaces and line end stay."""
    title = _title(typed)
    assert serialize(evolved(title, change)) == written


@pytest.mark.parametrize("typed", ["**EXEC SUMMARY**\n", "EXEC SUMMARY:\n", "## EXEC SUMMARY\n", "__EXEC SUMMARY:__\n"])
def test_a_remark_added_to_a_title_is_read_back(typed: str) -> None:
    """Its decoration can end anywhere."""
    changed = attrs.evolve(_title(typed), remark="#covid")
    assert _title(serialize(changed)) == changed


def _title(typed: str) -> Title:
    """Return a title, which is read above a field."""
    title = parse(f"{typed}- DESCRIBE THE CUSTOMER: x").exec_summaries[0].title
    assert title
    return title


def test_layouts_left_open_are_filled_in() -> None:
    """Parts of a layout can be given, and the rest is canonical."""
    assert serialize(Title("EXEC SUMMARY", layout=TitleLayout("## "))) == "## EXEC SUMMARY\n"
    assert serialize(Title("EXEC SUMMARY", "#a", TitleLayout("**", between="** - "))) == "**EXEC SUMMARY** - #a\n"
    assert serialize(Title("EXEC SUMMARY", "#a", TitleLayout("", None, "\n"))) == "EXEC SUMMARY #a\n"
    assert serialize(Title("EXEC SUMMARY", "", TitleLayout("", None, "\n"))) == "EXEC SUMMARY\n"
    assert serialize(Field(None, "RISKS", "a", layout=FieldLayout("* ", " - "))) == "* RISKS - a\n"
    assert serialize(Field(None, "RISKS", "", layout=FieldLayout("* ", ""))) == "* RISKS\n"
    assert serialize(Workload("EXO", "", "a", WorkloadLayout("* "))) == "* [EXO] - a\n"
    assert serialize(Workload("EXO", "Mail", "", WorkloadLayout("* ", ""))) == "* [EXO]  Mail\n"
    assert serialize(Workload("EXO", "Mail", "a", WorkloadLayout("* ", separator=""))) == "* [EXO]  Mail - a\n"
    assert serialize(Workload("EXO", "Mail", "a", WorkloadLayout("* ", "(", ") ", ": ", (), ""))) == "* (EXO) Mail: a"
    assert serialize(Workload("EXO", "Mail", "a", WorkloadLayout("* ", joint=" "))) == "* Mail [EXO] - a\n"
