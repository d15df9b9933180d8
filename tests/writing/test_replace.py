"""Replacing nodes: only their own characters change, and the result is read back."""

from __future__ import annotations

import pytest
from helpers.editing import TEXT, replaced

import ftnotes
from ftnotes import Document, ExecSummary, Field, Prose, Title, Workload


@pytest.fixture
def document() -> Document:
    """A note with every kind of node."""
    return ftnotes.parse(TEXT)


def test_a_node_of_any_kind_can_be_replaced(document: Document) -> None:
    """Titles, fields, workloads, prose outside and inside, and whole summaries: only their own characters change."""
    summary = document.exec_summaries[0]
    assert summary.title is not None
    assert replaced(document, summary.title, remark="#other") == TEXT.replace("#covid", "#other")
    assert replaced(document, summary.fields[0], value="Reactive") == TEXT.replace("On Hold", "Reactive")
    assert replaced(document, summary.workloads[0], update="Done") == TEXT.replace("Planning", "Done")
    assert replaced(document, summary.workloads[1], name="Intune") == TEXT.replace("Teams", "Intune")
    assert replaced(document, document.blocks[0], text="Bye\r\n") == TEXT.replace("Hello", "Bye")
    stray = summary.body[2]
    assert isinstance(stray, Prose)
    assert replaced(document, stray, text="***\r\n") == TEXT.replace("---\r\nstray", "***")
    shorter = ExecSummary(Title("EXEC SUMMARY"), summary.body[:1])
    edited = ftnotes.replace(document, summary, shorter)
    assert ftnotes.serialize(edited) == "Hello\r\n**EXEC SUMMARY**\r\n- STATUS OF THE ENGAGEMENT: On Hold\r\n"


@pytest.mark.parametrize(
    "value",
    [
        "none\n- STATUS OF THE ENGAGEMENT: Fully Engaged",
        "none\nEXEC SUMMARY",
        "none\n## Heading",
        "none\n---",
        "none\n[EXO] Exchange Online - x",
    ],
)
def test_a_value_can_not_forge_a_node(document: Document, value: str) -> None:
    """A value that would be read as another field, title or workload is refused, and the message shows what is read."""
    field = document.exec_summaries[0].fields[-1]
    with pytest.raises(ValueError, match="would be read differently: as ") as raised:
        replaced(document, field, value=value)
    assert "read differently: as Field(key='support-requests', label='REQUESTS FOR SUPPORT', value='none'" in str(raised.value)


def test_an_edit_that_ends_differently_is_refused(document: Document) -> None:
    """The message shows if the edited text has a node more or less."""
    last = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT: none")
    field = last.exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match="differently: as Field"):
        replaced(last, field, value="none\n\n## Heading\nx")
    workload = document.exec_summaries[0].workloads[0]
    with pytest.raises(ValueError, match="not as Workload"):
        replaced(document, workload, name="Mail: archive")


def test_a_node_from_elsewhere_is_refused(document: Document) -> None:
    """An equal node is not enough: it can be at another place."""
    other = ftnotes.parse(TEXT).exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match="not a node of the document"):
        replaced(document, other, value="Reactive")


@pytest.mark.parametrize("new", [Workload("EXO"), Title("EXEC SUMMARY"), "text", None])
def test_another_kind_of_node_is_refused(document: Document, new: object) -> None:
    """A field can't become a workload, and a text is not a node."""
    field = document.exec_summaries[0].fields[0]
    with pytest.raises(TypeError, match=f"two nodes of the same class, not Field and {type(new).__name__}"):
        ftnotes.replace(document, field, new)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="two nodes of the same class"):
        ftnotes.replace(document, document, Document())


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- STATUS OF THE ENGAGEMENT", "- STATUS OF THE ENGAGEMENT: Reactive"),
        ("- STATUS OF THE ENGAGEMENT:", "- STATUS OF THE ENGAGEMENT: Reactive"),
        ("- STATUS OF THE ENGAGEMENT –", "- STATUS OF THE ENGAGEMENT – Reactive"),
        ("- STATUS OF THE ENGAGEMENT：", "- STATUS OF THE ENGAGEMENT：Reactive"),
        ("- **STATUS OF THE ENGAGEMENT**\n  On Hold", "- **STATUS OF THE ENGAGEMENT**\n  Reactive"),
        ("- STATUS OF THE ENGAGEMENT:\n  On Hold", "- STATUS OF THE ENGAGEMENT:\n  Reactive"),
    ],
)
def test_a_missing_separator_is_added(line: str, written: str) -> None:
    """A value in an empty field gets the colon or space that separates it from the label."""
    above = "EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: x\n"
    document = ftnotes.parse(above + line)
    field = document.exec_summaries[0].fields[1]
    assert isinstance(field, Field)
    assert replaced(document, field, value="Reactive") == above + written


def test_another_type_is_refused_with_a_remedy() -> None:
    """The message says to parse a text."""
    with pytest.raises(TypeError, match="takes a node, not str: parse the text first"):
        ftnotes.serialize("EXEC SUMMARY")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes a node, not NoneType: give a document"):
        ftnotes.serialize(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="needs a Document, not str: parse the text first"):
        ftnotes.replace("EXEC SUMMARY", Title("EXEC SUMMARY"), Title("EXEC SUMMARY"))  # type: ignore[arg-type]


def test_a_name_inserted_before_an_update_is_separated_from_it() -> None:
    """A name inserted between tag and update adds a separator."""
    text = "EXEC SUMMARY\n- REQUESTS FOR SUPPORT:\n- [EXO] Planning\n"
    document = ftnotes.parse(text)
    workload = document.exec_summaries[0].workloads[0]
    assert replaced(document, workload, name="Exchange Online") == text.replace("Plan", "Exchange Online - Plan")
