"""The order of the fields of a summary that is formatted."""

from __future__ import annotations

import pytest

from ftnotes import Field, Playbook, parse
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.field_order import ordered
from ftnotes.writing.heads import heads_in
from ftnotes.writing.styles import STYLES

HEADS = heads_in(first_template(Playbook.load()), "en", STYLES["template"], converts=False)
STATUS, CUSTOMER, RISKS = "- STATUS OF THE ENGAGEMENT: Reactive\n", "- DESCRIBE THE CUSTOMER: Contoso\n", "- RISKS: none\n"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"EXEC SUMMARY\n{CUSTOMER}{STATUS}{RISKS}", ["DESCRIBE", "STATUS", "RISKS"]),
        (f"EXEC SUMMARY\n{STATUS}{RISKS}{CUSTOMER}", ["DESCRIBE", "STATUS", "RISKS"]),
        (f"EXEC SUMMARY\n{RISKS}{STATUS}{CUSTOMER}", ["RISKS", "DESCRIBE", "STATUS"]),
        (f"{STATUS}{CUSTOMER}", ["DESCRIBE", "STATUS"]),
        (f"EXEC SUMMARY\n{STATUS}{CUSTOMER}{STATUS}", ["DESCRIBE", "STATUS", "STATUS"]),
    ],
)
def test_known_fields_are_in_the_order_of_the_template_and_others_stay_below_the_one_above(
    text: str, labels: list[str]
) -> None:
    """Those above all known fields stay first."""
    (summary,) = parse(text).exec_summaries
    assert [item.label.partition(" ")[0] for item in ordered(summary, HEADS) if isinstance(item, Field)] == labels
