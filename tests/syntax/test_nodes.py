"""The nodes of the tree: what they say, where they stand, what they refuse."""

from __future__ import annotations

import attrs
import pytest
from helpers.notes import first_field

from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload, parse, serialize


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("EXO", ("EXO",)),
        ("OLM+INTUNE", ("OLM", "INTUNE")),
        ("OLM + INTUNE", ("OLM", "INTUNE")),
        ("EXO/SPO&OD, AIP;CORE", ("EXO", "SPO", "OD", "AIP", "CORE")),
        ("Microsoft 365 Apps", ("Microsoft 365 Apps",)),
        ("EXO+", ("EXO",)),
    ],
)
def test_joined_tags_are_split(tag: str, tags: tuple[str, ...]) -> None:
    """They are split at a plus, a slash and the like."""
    assert Workload(tag).tags == tags


def test_a_workload_without_tag_has_no_tags() -> None:
    """It has only its name."""
    assert Workload("", "Teams").tags == ()


def test_nodes_with_the_same_content_are_equal() -> None:
    """Layout does not count, and equal nodes have the same hash."""
    tidy = parse("**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: Retail,\n  food\n   -  [EXO]  Exchange Online - Planning\n")
    messy = parse(
        "> EXEC SUMMARY :\r\n>\r\n> * **DESCRIBE THE CUSTOMER** - Retail,  \r\n>food\r\n>  (EXO) Exchange Online: Planning"
    )
    assert tidy == messy
    assert hash(tidy) == hash(messy)
    assert serialize(tidy) != serialize(messy)
    assert tidy != parse("**EXEC SUMMARY**\n")
    assert first_field("- DESCRIBE THE CUSTOMER: a") != first_field("- DESCRIBE THE CUSTOMER: b")


def test_nodes_are_frozen(summary: ExecSummary) -> None:
    """Neither an attribute nor a new one can be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        summary.title = None  # type: ignore[misc]
    with pytest.raises(AttributeError):
        summary.notes = ""  # type: ignore[attr-defined]


def test_nodes_can_be_matched(document: Document) -> None:
    """They match by class and attribute, at any depth."""
    match document:
        case Document(blocks=(Prose(text=hello), ExecSummary(title=Title(remark=remark)) as found, Prose())):
            assert (hello, remark) == ("Hello #team,\n\n", "#covid")
        case _:
            pytest.fail("the document does not match")
    tags = []
    for item in found.body:
        match item:
            case Field("workloads", _, _, workloads):
                tags += [workload.tag for workload in workloads]
    assert tags == ["EXO", "OLM+INTUNE", ""]


def test_a_repr_has_the_content_of_a_node_without_its_layout(summary: ExecSummary) -> None:
    """It is readable and valid Python."""
    assert repr(summary.workload("EXO")) == "Workload(tag='EXO', name='Exchange Online', update='Planning')"
    assert repr(summary.title) == "Title(text='EXEC SUMMARY', remark='#covid', lead='')"
    assert repr(summary.field("relationship")) == (
        "Field(key='relationship', label='OVERVIEW OF CURRENT RELATIONSHIP', value='Good', workloads=())"
    )
    assert "layout" not in repr(summary)
    assert "playbook" not in repr(summary)
