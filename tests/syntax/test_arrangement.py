"""Roles by neighbours: the decision table of the arrangement."""

from __future__ import annotations

import pytest

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
