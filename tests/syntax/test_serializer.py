"""Trees are written in canonical form, and parsed ones as they were typed."""

from __future__ import annotations

import attrs
import pytest
from helpers.notes import first_field

from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload, parse, serialize


def test_a_node_built_by_hand_prints_canonically() -> None:
    """It prints like the template."""
    built = Document(
        (
            Prose("Hello"),
            ExecSummary(
                Title("EXEC SUMMARY", "#covid"),
                (
                    Field("customer", "DESCRIBE THE CUSTOMER", "Retail\n\nfood"),
                    Prose("Between.\n\n"),
                    Field("relationship", "OVERVIEW OF CURRENT RELATIONSHIP"),
                    Field(
                        "workloads",
                        "SNAPSHOT",
                        workloads=(
                            Workload("EXO", "Exchange Online", "Planning\nnow"),
                            Workload("OD"),
                            Workload("", "Teams", "x"),
                        ),
                    ),
                    Field("support-requests", "REQUESTS FOR SUPPORT", "none"),
                ),
            ),
            Prose("Bye."),
        )
    )
    assert serialize(built) == (
        "Hello\n"
        "**EXEC SUMMARY** #covid\n"
        "- DESCRIBE THE CUSTOMER: Retail\n"
        "\n"
        "  food\n"
        "\n"
        "Between.\n"
        "\n"
        "- OVERVIEW OF CURRENT RELATIONSHIP:\n"
        "- SNAPSHOT:\n"
        "\n"
        "   -  [EXO]  Exchange Online - Planning\n"
        "       now\n"
        "   -  [OD]\n"
        "   -  Teams - x\n"
        "\n"
        "- REQUESTS FOR SUPPORT: none\n"
        "\n"
        "Bye."
    )


def test_lines_that_a_node_adds_end_like_those_before() -> None:
    """A note with CR LF keeps it."""
    parsed = parse("EXEC SUMMARY\r\n- DESCRIBE THE CUSTOMER: a")
    body = (*parsed.exec_summaries[0].body, Field("support-requests", "REQUESTS FOR SUPPORT", "b\nc"), Workload("EXO"))
    changed = Document((attrs.evolve(parsed.exec_summaries[0], body=body), Prose("end")))
    assert serialize(changed) == (
        "EXEC SUMMARY\r\n- DESCRIBE THE CUSTOMER: a\r\n- REQUESTS FOR SUPPORT: b\r\n  c\r\n   -  [EXO]\r\n\r\nend"
    )


def test_a_node_after_a_line_without_end_starts_a_new_line() -> None:
    """A text without a line end at its end gets one before any other node."""
    read = parse("EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: a\n- [EXO] Mail").exec_summaries[0]
    (mail,) = read.workloads
    customer = attrs.evolve(read.fields[0], workloads=())
    risks = attrs.evolve(first_field("- DESCRIBE THE CUSTOMER: a"), key=None, label="RISKS")
    start = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: a\n"
    for body, text in (
        ((mail, mail), "- [EXO] Mail\n- [EXO] Mail"),
        ((Prose("x"), risks), "x\n- RISKS: a"),
        ((risks, Prose("x"), mail), "- RISKS: a\nx\n- [EXO] Mail"),
    ):
        assert serialize(attrs.evolve(read, body=(customer, *body))) == start + text
    assert serialize(Document((Prose("x"), read))) == f"x\n{start}- [EXO] Mail"


@pytest.mark.parametrize(("value", "remedy"), [("x", "parse the text first"), (3, "give a document or a node of one")])
def test_other_types_than_nodes_are_refused_with_a_remedy(value: object, remedy: str) -> None:
    """Only nodes are written."""
    with pytest.raises(TypeError, match=rf"serialize\(\) takes a node, not {type(value).__name__}: {remedy}"):
        serialize(value)  # type: ignore[arg-type]


def test_other_spaces_are_characters_like_any() -> None:
    """A space that is not one in a note can be at the ends of content, and is kept."""
    built = Workload("EXO", "\u2003Exchange\u2009", "\u2003x\u2009")
    (read,) = parse(f"**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: a\n{serialize(built)}").exec_summaries[0].workloads
    assert (read.name, read.update) == (built.name, built.update)
