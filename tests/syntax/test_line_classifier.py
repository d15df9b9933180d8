"""Lines are classified by the words of the playbook."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.parser import is_bulleted, tokenize_line


@pytest.mark.parametrize(
    ("line", "type"),
    [
        ("**EXEC SUMMARY** #covid", "TITLE"),
        ("## EXEC SUMMARY", "TITLE"),
        ("## Next steps", "HEADING"),
        ("- DESCRIBE THE CUSTOMER: Retail", "FIELD"),
        ("- describe the customer - Retail", "WEAK"),
        ("- DESCRIBE THE CUSTOMER", "FIELD"),
        ("DESCRIBE THE CUSTOMER", "FIELD"),
        ("Describe the customer", "WEAK"),
        ("- CUSTOMER: Retail", "WEAK"),
        ("- customer", "WEAK"),
        ("[DESCRIBE THE CUSTOMER]: Retail", "FIELD"),
        ("- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:", "FIELD"),
        ("- RISKS: licences run out in May", "OWN"),
        ("- RISKS - licences run out in May", "OWN"),
        ("- Risks: licences run out in May", "OWN"),
        ("- SEE: //server", "PLAIN"),
        ("- [EXO] Exchange Online - Planning", "ITEM"),
        ("- [EXO Exchange Online - Planning", "ITEM"),
        ("- (EXO) Planning", "ITEM"),
        ("(exo) is down", "PLAIN"),
        ("(EXO) is down", "ITEM"),
        ("- [Ana] to call", "TAG"),
        ("[Ana] to call", "PLAIN"),
        ("- [x] done", "PLAIN"),
        ("- EXO: Planning", "NAME"),
        ("- EXO + SPO - Planning", "NAME"),
        ("Exchange Online - Planning", "NAME"),
        ("- Microsoft [365] Apps - Pilot", "NAME"),
        ("- Windows [10] - Rings", "NAME"),
        ("Exchange Online is down", "PLAIN"),
        ("DESCRIBE THE CUSTOMER = Retail", "FIELD"),
        ("Describe the customer\tRetail", "FIELD"),
        ("- Describe the customer => Retail", "FIELD"),
        ("Describe the customer | Retail", "FIELD"),
        ("Describe the customer | Status of the engagement | Requests for support", "ROW"),
        ("CUSTOMER = Retail", "WEAK"),
        ("Describe as follows = draw", "PLAIN"),
        ("== EXEC SUMMARY ==", "TITLE"),
        ("==EXEC SUMMARY==", "TITLE"),
        ("===Exec sumary===", "TITLE"),
        ("## Exec summery", "TITLE"),
        ("EXEC SUMMARY ==", "TITLE"),
        ("## Exec summaries of 2020", "HEADING"),
        ("==Scope==", "HEADING"),
        ("=x=", "PLAIN"),
        ("==x==y", "PLAIN"),
        ("---", "RULE"),
        ("```text", "RULE"),
        ("All is well.", "PLAIN"),
    ],
)
def test_a_line_is_classified_by_shape_and_words(line: str, type: str) -> None:
    """Known words count in any shape that a writer types them in; words that can be text need more evidence."""
    assert tokenize_line(line, first_template(Playbook.load())).type == type


@pytest.mark.parametrize(
    ("line", "bulleted"),
    [("- x", True), ("> * x", True), ("1. x", True), ("• x", True), ("x", False), ("**x**", False), ("2020", False)],
)
def test_a_bullet_is_one_of_many_characters(line: str, bulleted: bool) -> None:
    """Bold is not a bullet, and neither is a number without a full stop."""
    assert is_bulleted(line) is bulleted
