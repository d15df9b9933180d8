"""Roles by neighbours: the decision table of the arrangement."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import TreeBuilder
from ftnotes.syntax.parser import engine

_LIST = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n"
_FIELDS = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Bank\n"
#: What is above a line, by the place where it then is, and the start of the line.
PLACES = {
    "list": f"{_FIELDS}{_LIST}   - [EXO] Exchange Online - a\n   ",
    "item": f"{_FIELDS}{_LIST}   - [EXO] Exchange Online - a\n      ",
    "flat": f"{_FIELDS}{_LIST}- [EXO] Exchange Online - a\n",
    "fields": _FIELDS,
    "deeper": f"{_FIELDS}   ",
    "empty": f"{_FIELDS}- OVERVIEW OF CURRENT RELATIONSHIP WITH CUST/PARTNER/ACCT TEAM:\n",
    "choice": f"{_FIELDS}- STATUS OF THE ENGAGEMENT: Reactive\n",
    "below": f"{_FIELDS}- STATUS OF THE ENGAGEMENT: Reactive\n   ",
    "own": f"{_FIELDS}- IN FOCUS:\n",
    "apart": f"{_FIELDS}\nA paragraph.\n",
    "title": "EXEC SUMMARY\n",
}
#: The role of a line at each place: in a list, below an item, in a list at the level of the fields, beside the fields, deeper,
#: below an empty field, below a choice, deeper below a choice, below an empty field of the writer's own, after a paragraph,
#: and right below the title.
ROLES = """
                                | list   item   flat   fields deeper empty  choice below  own    apart  title 
- REQUESTS FOR SUPPORT: none    | FIELD  FIELD  FIELD  FIELD  FIELD  FIELD  FIELD  FIELD  FIELD  FIELD  FIELD
- Support: none                 | ITEM   MORE   FIELD  FIELD  MORE   FIELD  FIELD  MORE   FIELD  STRAY  FIELD
* SUPPORT: none                 | MORE   MORE   FIELD  FIELD  MORE   FIELD  FIELD  MORE   FIELD  STRAY  FIELD
- Customer: big                 | ITEM   MORE   ITEM   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  FIELD
- Risks: none                   | STRAY  MORE   FIELD  FIELD  MORE   MORE   FIELD  MORE   MORE   STRAY  FIELD
- Project phoenix: none         | ITEM   MORE   ITEM   FIELD  MORE   MORE   FIELD  MORE   MORE   STRAY  FIELD
- RISKS: none                   | STRAY  MORE   FIELD  FIELD  MORE   FIELD  FIELD  MORE   FIELD  FIELD  FIELD
* RISKS: none                   | MORE   MORE   FIELD  FIELD  MORE   FIELD  FIELD  MORE   FIELD  FIELD  FIELD
- [SPO] SharePoint Online - b   | ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM
- [Ana] to call                 | ITEM   MORE   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM
- [ANA] to call                 | ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM   ITEM
- SharePoint: 30% migrated      | ITEM   MORE   ITEM   MORE   MORE   MORE   ITEM   MORE   ITEM   STRAY  STRAY
SharePoint: 30% migrated        | ITEM   MORE   ITEM   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
- Power BI - started            | ITEM   MORE   ITEM   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
- Power BI                      | ITEM   MORE   ITEM   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
- we wait for the plan          | STRAY  MORE   STRAY  MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
wrapped text                    | MORE   MORE   MORE   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
Power BI  started               | MORE   MORE   MORE   MORE   MORE   MORE   STRAY  MORE   MORE   STRAY  STRAY
| What | Who |                  | MORE   MORE   STRAY  STRAY  MORE   STRAY  STRAY  MORE   STRAY  STRAY  STRAY
| Status | Owner |              | STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  FIELD
[5/15/2020 3:04 PM] Ana: hello  | STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY
<!-- done -->                   | STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY  STRAY
---                             | END    END    END    END    END    END    END    END    END    END    RULE
## Heading                      | END    END    END    END    END    END    END    END    END    END    END
Kind regards, Ana               | END    END    END    END    END    END    END    END    END    END    END
"""


def roles(text: str) -> list[str]:
    """Return the roles of the lines of a text, which follow each other without a gap."""
    _, *lines = engine().lexer.lines(TreeBuilder(text, first_template(Playbook.load())))
    assert "".join(text[line.start : line.end] for line in lines) == text
    return [line.type for line in lines]


@pytest.mark.parametrize("row", ROLES.strip("\n").split("\n")[1:])
def test_a_line_has_its_role_by_its_place(row: str) -> None:
    """The decision table: what a line is by its kind and by the place where it is."""
    line, _, expected = row.rpartition(" | ")
    below = {"title": "- DESCRIBE THE CUSTOMER: x\n"}
    for (place, above), role in zip(PLACES.items(), expected.split(), strict=True):
        found = roles(f"{above}{line.rstrip()}\n{below.get(place, '')}")
        assert found[-2 if place in below else -1] == role, place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a\nb\n", ["END"]),
        ("EXEC SUMMARY\n", ["END"]),
        ("- [EXO] Exchange Online - a\n", ["END"]),
        (f"a\n{_FIELDS}", ["END", "TITLE", "FIELD"]),
        (f"{_FIELDS}## a\nb\n{_FIELDS}c\n", ["TITLE", "FIELD", "END", "END", "TITLE", "FIELD", "MORE"]),
        (f"{_FIELDS}\n---\n\n- REQUESTS FOR SUPPORT: none\n", ["TITLE", "FIELD", "RULE", "FIELD"]),
        (f"{_FIELDS}---\na\n---\n- REQUESTS FOR SUPPORT: none\n", ["TITLE", "FIELD", "RULE", "MORE", "RULE", "FIELD"]),
        (f"{_FIELDS}---\n- DESCRIBE THE CUSTOMER: other\n", ["TITLE", "FIELD", "END"]),
        (f"{_FIELDS}---\na\n---\nb\n", ["TITLE", "FIELD", "END"]),
    ],
)
def test_a_text_is_cut_into_summaries(text: str, expected: list[str]) -> None:
    """A rule belongs to a summary if the next label is one that it does not have yet; what ends a summary is prose."""
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("   - Power BI - a\n   - Project Phoenix: b\n", "ITEM ITEM"),
        ("  we are busy\n   - Power BI - a\n   - [EXO] b\n", "MORE ITEM ITEM"),
        ("   - we are busy\n   - [EXO] b\n   - we are busy\n", "MORE ITEM STRAY"),
        ("   - [EXO] b\n   Teams - c\n   d\n", "ITEM ITEM MORE"),
        ("   - Power BI - a\n- Support: none\n   - Project Phoenix\n", "ITEM FIELD MORE"),
        ("   a\n---\n- REQUESTS FOR SUPPORT: none\n   - Power BI - a\n", "MORE RULE FIELD MORE"),
        ("   a\n- REQUESTS FOR SUPPORT: none\n   - Power BI - a\n", "MORE FIELD MORE"),
        ("   a\n- Support: none\n   - Power BI - a\n", "MORE FIELD MORE"),
        ("Exchange Online\ta\nPower BI\tb\nwe  c\nd\n", "ITEM ITEM MORE MORE"),
        ("   - #EXO 80%\n   - #TEAMS - b\n   - #covid is here\n", "ITEM ITEM STRAY"),
        ("   - Exchange Online [EXO] a\n   - Teams [TEAMS]\n", "ITEM ITEM"),
        ("1. Exchange Online: a\n2. Power BI: b\n   - Phoenix: c\n3) Project Phoenix\n", "ITEM ITEM MORE ITEM"),
        ("   - [EXO] a\n\nA paragraph.\n   - [SPO] b\n   c\n", "ITEM STRAY ITEM MORE"),
        ("   - [EXO] a\n\n   A paragraph of the item.\n", "ITEM MORE"),
        ("   - [EXO] a\n\n### Customer\nb\n- Support: none\n", "ITEM STRAY STRAY STRAY"),
        ("   - [EXO] a\nNext steps:\n- b\n", "ITEM STRAY STRAY"),
        ("   - [EXO] a\n     Next steps: b\nOur plan: c\n", "ITEM MORE MORE"),
    ],
)
def test_a_list_has_the_level_of_its_first_item(lines: str, expected: str) -> None:
    """That is the first with a tag or a name, or else the first bullet, before the next field or rule."""
    assert roles(f"{_FIELDS}{_LIST}{lines}")[3:] == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- exo done\n- teams: pilot\n- od no movement\n- RISKS: a\n", "ITEM ITEM ITEM FIELD"),
        ("- #EXO done\n- #TEAMS pilot\n", "ITEM ITEM"),
        ("- #EXO done\n- #covid\n", "MORE MORE"),
        ("- exo done\n   - 80 to go\n- SharePoint - pilot\n  text\n", "ITEM MORE ITEM MORE"),
        ("- STATUS OF THE ENGAGEMENT: Reactive\n- EXO done\n- Teams pilot\n", "FIELD ITEM ITEM"),
        ("- Exchange geht gut\n- Teams läuft\n", "ITEM ITEM"),
        ("- exo done\n- and so on\n- teams pilot\n- exo pilot\n", "MORE MORE ITEM ITEM"),
        ("- exo done\n- RISKS: a\n- exo - done\n- teams - pilot\n", "MORE FIELD ITEM ITEM"),
        ("- exo done\n- exo pilot\n- EXO - next\n- we wait\n", "MORE MORE MORE MORE"),
        ("- exo done\n* teams pilot\n", "MORE MORE"),
        ("   - exo done\n   - teams pilot\n", "MORE MORE"),
        ("exo done\nteams pilot\n", "MORE MORE"),
        ("- REQUESTS FOR SUPPORT:\n- exo expert\n- teams expert\n", "FIELD MORE MORE"),
        ("\nA paragraph.\n- exo done\n- teams pilot\n", "STRAY STRAY STRAY"),
        ("- Exchanges are done\n- Teamsters are ok\n", "MORE MORE"),
        (f"- exo done\n- teams pilot\n{_LIST}", "MORE MORE FIELD"),
    ],
)
def test_a_run_of_workloads_needs_no_list(lines: str, expected: str) -> None:
    """Lines beside the fields that begin with two or more workloads are items in a summary without a label for its list."""
    assert roles(f"{_FIELDS}{lines}")[2:] == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Exchange done\nTeams - pilot\nIntune waits\n", "ITEM ITEM ITEM"),
        ("Exchange done\n\nTeams pilot\nSUPPORT: none\n", "ITEM ITEM FIELD"),
        ("Exchange done\nExchange went well\n", "MORE MORE"),
        ("We wait.\nExchange done\nTeams pilot\n", "MORE ITEM ITEM"),
        ("- Teams - pilot\nExchange went well\n", "ITEM MORE"),
    ],
)
def test_the_lines_of_a_list_need_no_bullets(lines: str, expected: str) -> None:
    """Where the fields have none, lines that begin with two or more workloads are its items."""
    text = f"{_FIELDS}{_LIST}".replace("- ", "")
    assert roles(f"{text}{lines}")[3:] == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("#covid\n", "STRAY"),
        ("#covid #training\nmore\n", "STRAY STRAY"),
        ("#covid and more\n", "MORE"),
        ("  #covid\n", "MORE"),
        ("- #covid\n", "MORE"),
        ("#covid\n- REQUESTS FOR SUPPORT: none\n", "STRAY FIELD"),
    ],
)
def test_a_line_of_hashtags_is_not_part_of_the_value_above(lines: str, expected: str) -> None:
    """Unless it is below that value, by its bullet or depth, or has other words."""
    assert roles(f"{_FIELDS}{lines}")[2:] == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("> - [EXO] Exchange Online\n\ndone\nin May\n\n> - [SPO] SharePoint Online\n", "ITEM MORE MORE ITEM"),
        ("> - [EXO] Exchange Online\n\ndone\n\n> - REQUESTS FOR SUPPORT: none\n", "ITEM MORE FIELD"),
        ("> - [EXO] Exchange Online\n\nok then\n", "ITEM STRAY"),
        ("> - [EXO] Exchange Online - all\n\ndone\n\n> - [SPO] SharePoint Online\n", "ITEM STRAY ITEM"),
        ("> - [EXO] Exchange Online\n>\n> We met.\n> - [SPO] SharePoint Online\n", "ITEM STRAY ITEM"),
        ("- [EXO] Exchange Online\n\ndone\n\n> - [SPO] SharePoint Online\n", "ITEM STRAY ITEM"),
    ],
)
def test_an_answer_is_below_what_it_quotes(lines: str, expected: str) -> None:
    """A line that is not quoted is the update of the empty quoted workload above it, if the quoted text goes on."""
    quoted = "".join(f"> {line}\n" for line in f"{_FIELDS}{_LIST}".splitlines())
    assert roles(quoted + lines)[3:] == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("[10:44] Ana Lopez\nworkloads:\n[EXO] done\n", "STRAY FIELD ITEM"),
        ("[10:44] Bo\nok then\n", "STRAY STRAY"),
        ("[10:44] Bo\n- describe the customer: shop\n", "STRAY FIELD"),
        ("[10:44] Bo\n- customer: shop\n", "STRAY STRAY"),
    ],
)
def test_fields_of_a_chat_can_be_in_several_messages(lines: str, expected: str) -> None:
    """Below the time and name of a message, a field that is missing goes on; other text belongs to none."""
    assert roles(f"{_FIELDS}{lines}")[2:] == expected.split()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[EXO] done; [TEAMS] pilot", "FIELD ITEM ITEM"),
        ("[EXO] done\n   - [SPO] b", "FIELD ITEM ITEM"),
        ("Exchange Online - done, Teams pilot\n   - Power BI - b", "FIELD ITEM ITEM ITEM"),
        ("see below\n   - [SPO] b", "FIELD ITEM"),
    ],
)
def test_workloads_can_be_on_the_line_of_the_label(value: str, expected: str) -> None:
    """Each is an item, and the list can go on below; other text on the line is the value of the field."""
    assert roles(f"{_FIELDS}{_LIST.rstrip()} {value}\n")[2:] == expected.split()


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        ("DESCRIBE THE CUSTOMER: x\nSTATUS OF THE ENGAGEMENT: Reactive\n", "- weekly calls", "MORE"),
        ("DESCRIBE THE CUSTOMER: x\nSTATUS OF THE ENGAGEMENT: Reactive\n", " weekly calls", "MORE"),
        ("DESCRIBE THE CUSTOMER: x\nSTATUS OF THE ENGAGEMENT: Reactive\n", "weekly calls", "STRAY"),
        ("- RISKS: a\n- DESCRIBE THE CUSTOMER: x\n- REQUESTS FOR SUPPORT: y\n", "- RISKS: b", "FIELD"),
        ("- DESCRIBE THE CUSTOMER:\n", "\nBank", "MORE"),
        ("- DESCRIBE THE CUSTOMER: Bank\n", "\nBank", "STRAY"),
        ("- DESCRIBE THE CUSTOMER: Bank\n\nA paragraph.\n", "- DEPLOYMENT PROGRESS: Fully Deployed", "FIELD"),
        ("- DESCRIBE THE CUSTOMER: Bank\n\nA paragraph.\n", "- Status: Reactive", "STRAY"),
        ("- DESCRIBE THE CUSTOMER: Bank\n\nA paragraph.\n", "- Snapshot of key workloads: x", "FIELD"),
        ("- DESCRIBE THE CUSTOMER: Bank\n\nA paragraph.\n", "Snapshot of key workloads: x", "STRAY"),
        ("- DESCRIBE THE CUSTOMER: Bank\n", "<!-- a\n- RISKS: b", "MORE FIELD"),
        ("- STATUS OF THE ENGAGEMENT: Reactive\n", "- \n- RISKS: b", "MORE FIELD"),
        ("- DESCRIBE THE CUSTOMER: Bank\n", "Next steps:\n- b", "STRAY STRAY"),
        ("- DESCRIBE THE CUSTOMER:\n", "Next steps:\n- b", "MORE MORE"),
    ],
)
def test_a_line_continues_what_is_above(above: str, line: str, expected: str) -> None:
    """Not below a choice, unless indented, nor after a blank line, unless the template is not filled in."""
    assert roles(f"EXEC SUMMARY\n{above}{line}\n")[-len(expected.split()) :] == expected.split()
