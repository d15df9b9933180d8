"""Tokens to tree: lines that continue others, lists, and the ends of summaries."""

from __future__ import annotations

import attrs
import pytest

from ftnotes import Prose, parse, serialize
from ftnotes.syntax.builder import Token, TreeBuilder, rule_action


def test_a_token_is_extended_where_its_last_line_is() -> None:
    """Lines continue the last workload under a field, or else the field; each knows where its own line ends."""
    field, workload = Token("FIELD", 0, 10), Token("ITEM", 20, 30)
    field.extend(Token("MORE", 10, 20)).add_child(workload).extend(Token("MORE", 30, 40))
    assert (field.own_end, field.end, field.children) == (10, 20, [workload])
    assert (workload.own_end, workload.end) == (30, 40)


def test_rules_name_methods_of_the_builder_or_of_a_token() -> None:
    """The aliases of the grammar are the names of the actions."""
    assert rule_action("extend") is Token.extend
    assert rule_action("open_summary") is TreeBuilder.open_summary
    with pytest.raises(AttributeError):
        rule_action("unknown")


@pytest.mark.parametrize(
    ("above", "below", "tags"),
    [
        ("   - [EXO] Mail - a", "     - [Ana] to call", ["EXO"]),
        ("   - [EXO] Mail - a", "   - [Ana] to call", ["EXO", "Ana"]),
        ("   - [EXO] Mail - a", "     - [ANA] to call", ["EXO", "ANA"]),
        ("   - [EXO] Mail - a", "     - [spo] to call", ["EXO", "spo"]),
        ("   - [EXO] Mail - a", "     - [Ana] Teams", ["EXO", "Ana"]),
        ("   - [Ana] to call", "     - [Bo] to call", ["Ana"]),
    ],
)
def test_a_point_of_an_update_is_not_a_workload(above: str, below: str, tags: list[str]) -> None:
    """A point is deeper than the workload above, and has neither a known tag or name nor a tag in capitals."""
    note = f"EXEC SUMMARY\n- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n{above}\n{below}\n"
    assert [workload.tag for workload in parse(note).exec_summaries[0].workloads] == tags


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("| Support | |\n  text\n", "text"),
        ("| Support | a | |\n  text\n", "a\ntext"),
        ("| Support | a |\n\n  text\n", "a\n\ntext"),
        ("- **REQUESTS FOR SUPPORT**\n  text\n", "text"),
        ("- **REQUESTS FOR SUPPORT**\n\n  text\n", "text"),
        ("- **REQUESTS FOR SUPPORT:** a\n\n  text\n", "a\n\ntext"),
        ("<li>REQUESTS FOR SUPPORT: <b>a</b></li>\n  text\n</ul>", "a\ntext\n</ul>"),
        ("<li>REQUESTS FOR SUPPORT:</li>\n  text\n", "text"),
        ("<li>REQUESTS FOR SUPPORT:</li>\n</ul>\n\n  text\n", "text"),
    ],
)
def test_what_closes_a_line_is_not_part_of_a_value_of_several_lines(line: str, value: str) -> None:
    """Bold after a label, marks of HTML and empty cells are trivia, and no character is lost."""
    above = "| DESCRIBE THE CUSTOMER | x |" if line.startswith("|") else "- DESCRIBE THE CUSTOMER: x"
    text = f"EXEC SUMMARY\n{above}\n{line}"
    document = parse(text)
    assert document.exec_summaries[0].support_requests == value
    assert serialize(document) == text
    assert attrs.evolve(document) == document


@pytest.mark.parametrize("start", ["", "Hello\n", "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n## h\n"])
@pytest.mark.parametrize("end", ["", "\nBye\n", "\nEXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n"])
@pytest.mark.parametrize(
    "thin",
    [
        "EXEC SUMMARY\n- Status: Reactive\n    - Customer: a\n    - Relationship: b\n",
        "- STATUS OF THE ENGAGEMENT:\n Foo: bar\n- M365 DEPLOYMENT PROGRESS:\n Foo: bar\n",
    ],
)
def test_evidence_that_became_part_of_a_text_proves_nothing(start: str, thin: str, end: str) -> None:
    """Lines that would prove a summary are points of a value: all of it is prose, one with the prose around it."""
    text = start + thin + end
    document = parse(text)
    assert all(summary.fields[0].value == "x" for summary in document.exec_summaries)
    assert sum(isinstance(block, Prose) for block in document.blocks) == 1
    assert attrs.evolve(document) == document
    assert serialize(document) == text


def test_a_rule_right_below_a_title_is_its_layout() -> None:
    """After a blank line it is prose."""
    title = parse("EXEC SUMMARY\n===\n- STATUS OF THE ENGAGEMENT: Reactive\n").exec_summaries[0].title
    assert title is not None
    assert title.layout.after == "\n===\n"
    summary = parse("EXEC SUMMARY\n\n===\n- STATUS OF THE ENGAGEMENT: Reactive\n").exec_summaries[0]
    assert summary.body[0] == Prose("===\n")


def test_a_summary_ends_with_its_last_field() -> None:
    """A heading or the next title ends it; text after its last field is prose of the document."""
    summary = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    kinds = [type(block).__name__ for block in parse(f"{summary}\nx\n\n## h\n- STATUS OF THE ENGAGEMENT: x\n{summary}").blocks]
    assert kinds == ["ExecSummary", "Prose", "ExecSummary"]
