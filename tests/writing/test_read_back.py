"""Reading back: an edit that is read differently is refused, and the message shows the difference."""

from __future__ import annotations

import attrs
import pytest
from helpers.editing import TEXT, replaced

import ftnotes
from ftnotes import Document, ExecSummary, Prose, Title, Workload
from ftnotes.writing.read_back import first_difference


@pytest.fixture
def document() -> Document:
    """A note with every kind of node."""
    return ftnotes.parse(TEXT)


def test_a_difference_far_from_the_start_is_shown() -> None:
    """The message shows the start and the end of a long value, and counts the children of a node."""
    document = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT: none\n")
    field = document.exec_summaries[0].fields[0]
    with pytest.raises(ValueError, match=r"as Field\(.*xxx'\), not as Field\(.*value='x{59} … x{37}\\n## Heading'\)"):
        replaced(document, field, value="x" * 300 + "\n## Heading")
    with pytest.raises(ValueError, match="the nodes are equal"):
        first_difference(document.walk(), document.walk())
    blank = ftnotes.parse("EXEC SUMMARY\n- REQUESTS FOR SUPPORT: none\n\nbye\n")
    with pytest.raises(ValueError, match=r"as nothing more, not as Prose\(text='.n'\)"):
        ftnotes.replace(blank, blank.blocks[-1], Prose("\n"))
    loose = ExecSummary(Title("EXEC SUMMARY"), (field, Workload("EXO", "", "x")))
    with pytest.raises(ValueError, match=r"as ExecSummary\(body=1\), not as ExecSummary\(body=2\)"):
        ftnotes.replace(document, document.exec_summaries[0], loose)


def test_an_edited_document_is_as_read(document: Document) -> None:
    """The returned document is the one parsed from the edited text."""
    field = document.exec_summaries[0].fields[0]
    edited = ftnotes.replace(document, field, attrs.evolve(field, value="Reactive"))
    assert edited == ftnotes.parse(ftnotes.serialize(edited))
    assert edited.exec_summaries[0].engagement_status is ftnotes.EngagementStatus.REACTIVE
    assert edited.exec_summaries[0].workloads == document.exec_summaries[0].workloads
