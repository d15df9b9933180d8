"""The line of a field up to its value."""

from __future__ import annotations

import pytest

from ftnotes import Playbook, parse
from ftnotes.playbook.template_words import first_template
from ftnotes.writing.decoration import own_marks
from ftnotes.writing.field_heads import field_head, is_read_as_field
from ftnotes.writing.heads import heads_in
from ftnotes.writing.styles import STYLES

TEMPLATE = first_template(Playbook.load())
STYLE = STYLES["template"]
HEADS = heads_in(TEMPLATE, "en", STYLE, converts=False)


@pytest.mark.parametrize(
    ("line", "head", "certain"),
    [
        ("* STATUS OF THE ENGAGEMENT: Reactive", "- STATUS OF THE ENGAGEMENT:", True),
        ("- Engagement status: Reactive", "- STATUS OF THE ENGAGEMENT:", True),
        ("- STATUS OF THE ENGAGEMENT (as of May): Reactive", "- STATUS OF THE ENGAGEMENT (as of May):", False),
        ("- Status: unclear", "- Status:", False),
        ("- RISKS: none", "- RISKS:", False),
        ("- [x] STATUS OF THE ENGAGEMENT: Reactive", "- [x] STATUS OF THE ENGAGEMENT:", False),
        ("- ~~STATUS OF THE ENGAGEMENT~~: Reactive", "- ~~STATUS OF THE ENGAGEMENT~~:", False),
        ("- <b>Status of the engagement</b>: Reactive", "- <b>Status of the engagement</b>:", False),
    ],
)
def test_a_label_is_the_template_s_or_its_writer_s_with_marks_and_remarks(line: str, head: str, certain: bool) -> None:
    """Only the template's own label is certain to be read so with any value."""
    (summary,) = parse(f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n{line}\n").exec_summaries
    written, _, is_certain = field_head(summary.fields[-1], HEADS, STYLE, own_marks(summary.fields[-1].layout))
    assert (written, is_certain) == (head, certain)


def test_a_line_is_read_as_a_field_with_its_label_and_value() -> None:
    """A head that is read with another label or value, or not as a field, is not."""
    assert is_read_as_field("- STATUS OF THE ENGAGEMENT:", "engagement-status", "STATUS OF THE ENGAGEMENT", "x\ny", TEMPLATE)
    assert not is_read_as_field("- STATUS OF THE ENGAGEMENT:", "customer", "STATUS OF THE ENGAGEMENT", "x", TEMPLATE)
    assert not is_read_as_field("- met the team", None, "met the team", "x", TEMPLATE)
