"""Notes with a slip somewhere: nothing of them is lost, and their tree can be written down and read again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from helpers.altered_notes import altered
from helpers.each import each
from helpers.paths import DATA

from ftnotes import from_json, parse, serialize, to_json

#: Different ones for each note, and the same in each run: the fuzzer tries others.
_ALTERATIONS = 6


def is_whole(text: str) -> None:
    """Assert that a text comes back from its tree, and the tree from JSON, which refuses what could not be read again."""
    document = parse(text)
    assert serialize(document) == text
    assert from_json(to_json(document)) == document


@each(sorted(DATA.rglob("*.txt")), name=lambda path: str(path.relative_to(DATA)))
def test_an_altered_note_is_read_and_written(path: Path) -> None:
    """Whatever is typed into, taken out of, repeated or replaced in it."""
    note = path.read_bytes().decode("utf-8", "surrogatepass")
    chance = Random(path.name)
    for _ in range(_ALTERATIONS):
        text = altered(note, chance)
        try:
            is_whole(text)
        except Exception as error:
            error.add_note(repr(text))
            raise


@pytest.mark.parametrize(
    "text",
    [
        "Exec Summary\nCustomer: Bank\nStatus: On Hold\nSTATUS OF THE ENGAG*EMENT\tReactive\n",
        "Exec Summary\nCustomer \tBank\nStatus \tReactive\n",
        "EXEC SUMMARY\nDESCRIBE THE CUSTOMER> . Toys\n",
        "EXEC SUMMARY\nCustomer: Bank\nWorkloads:\n- [OLM] x\n* **Outlook mobile*> * – MAM\n- **Viva** - no\n",
        "EXEC SUMMARY\nCustomer: Bank\nWorkloads:\n- E[XO - x\n- EXO]*[WIN10]\n- [EXO]\u3000[OLM][AIP] x\n- ［[YAM］ x\n",
        "Status: Reactive\nRelationship:\nWorkloads:\n- ( Azure AD Premium) n\nSupport:",
        "SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS\tEXO;TEAMS]\nREQUESTS FOR SUPPORT",
        "Exec Summary|Customer:|M365:Full|Relationship / account team:",
        "exec sum\ncust=w\nod\n</b>teams\nsp",
        "exec sum\nCustomer:\nStatus:\n[EXO x<li>s: e</li>",
        "= Engagement =\nReactive\n[EXO] x\n[AIP] y\n= Support</b> =\n= 2 experts",
        "EXO\n|\nStatus: On track",
        "EXO\n:\nStatus: On track",
        "[EXO]\nRisks: rain\n**Status:** On track\n**Next steps:** 9 May 2020\n",
        "- [PROJ] Project Online\n**Reason:** IT Maturity\n**Status:** Yellow\n**Exec Summary:** x\n**Next Update:** soon\n",
    ],
)
def test_what_alterations_found(text: str) -> None:
    """What would end a label or tag is in none, spaces are around none, and all that is typed is written."""
    is_whole(text)
