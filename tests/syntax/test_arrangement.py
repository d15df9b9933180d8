"""Roles by neighbours: the decision table of the arrangement."""

from __future__ import annotations

import pytest

import ftnotes
from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.builder import TreeBuilder
from ftnotes.syntax.parser import engine

_LIST = "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
#: What is above a line, by the place where it then is.
PLACES = {
    "in the list": f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Bank\n- {_LIST}\n   - [EXO] Exchange Online - a\n   ",
    "beside the fields": "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Bank\n",
    "deeper": "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Bank\n   ",
}


def roles(text: str) -> list[str]:
    """Return the roles of the lines of a text, each with what it takes of it."""
    _, *lines = engine().lexer.lines(TreeBuilder(text, Playbook.load()))
    assert "".join(text[line.start : line.end] for line in lines) == text
    return [line.type for line in lines]


@pytest.mark.parametrize(
    ("line", "in_list", "beside", "deeper"),
    [
        ("- REQUESTS FOR SUPPORT: none", "FIELD", "FIELD", "FIELD"),
        ("- Support: none", "ITEM", "FIELD", "MORE"),
        ("- Customer: big", "ITEM", "MORE", "MORE"),
        ("- Risks: none", "ITEM", "FIELD", "MORE"),
        ("- [SPO] SharePoint Online - b", "ITEM", "ITEM", "ITEM"),
        ("- [Ana] to call", "ITEM", "ITEM", "ITEM"),
        ("- Power BI - started", "ITEM", "MORE", "MORE"),
        ("- SharePoint: 30% migrated", "ITEM", "MORE", "MORE"),
        ("- we wait for the new plan", "STRAY", "MORE", "MORE"),
        ("- Power BI", "ITEM", "MORE", "MORE"),
        ("wrapped text", "MORE", "MORE", "MORE"),
        ("## Heading", "END", "END", "END"),
        ("Kind regards, Ana", "END", "END", "END"),
    ],
)
def test_a_line_has_its_role_by_its_place(line: str, in_list: str, beside: str, deeper: str) -> None:
    """The decision table: the kind of a line by the place where it is."""
    for place, role in zip(PLACES, (in_list, beside, deeper), strict=True):
        assert roles(f"{PLACES[place]}{line}\n")[-1] == role, place


def test_a_star_is_a_bullet_of_the_list() -> None:
    """A list with stars keeps its siblings as one with dashes does; two stars are bold."""
    for bullet in "-*":
        text = (
            f"EXEC SUMMARY\n{bullet} SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
            f"  {bullet} [EXO] done\n  {bullet} **Power BI** - started\n{bullet} RISKS: budget\n"
        )
        listing, risks = ftnotes.parse(text).exec_summaries[0].fields
        assert [(workload.tag, workload.name) for workload in listing.workloads] == [("EXO", ""), ("", "Power BI")]
        assert (risks.label, risks.value) == ("RISKS", "budget")


def test_a_label_of_the_writer_can_precede_the_first_label_of_the_template() -> None:
    """It is beside that label, in capitals; one that is deeper is text."""
    first, *_ = ftnotes.parse("EXEC SUMMARY\n- RISKS: budget\n- DESCRIBE THE CUSTOMER: x\n").exec_summaries[0].fields
    assert (first.key, first.label) == (None, "RISKS")
    (only,) = ftnotes.parse("EXEC SUMMARY\n   - RISKS: budget\n- DESCRIBE THE CUSTOMER: x\n").exec_summaries[0].fields
    assert only.key == "customer"
