"""Valid notes have no problems, and are read back as themselves."""

from __future__ import annotations

from helpers.drawing import FEWER, editions_and_languages
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, check, parse
from ftnotes.strategies import documents, exec_summaries, lifecycle_notes, workloads


@given(st.data(), editions_and_languages())
def test_a_valid_document_has_no_problems(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """Its text is read as the same document, without diagnostics."""
    playbook, language = where
    document = data.draw(documents(language, playbook=playbook, valid=True))
    assert parse(document.text, playbook) == document
    assert not check(document, playbook=playbook)


@FEWER
@given(st.data(), editions_and_languages())
def test_a_lifecycle_note_has_no_problems(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """It has no summary and no diagnostics."""
    playbook, language = where
    document = parse(data.draw(lifecycle_notes(language, playbook=playbook)), playbook)
    assert not document.exec_summaries
    assert not check(document, playbook=playbook)


@FEWER
@given(st.data(), editions_and_languages())
def test_valid_nodes_are_complete(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """A valid workload has a known tag, a name and an update; a valid summary has a title and all fields."""
    playbook, code = where
    workload = data.draw(workloads(code, playbook=playbook, valid=True))
    assert playbook.vocabulary.tag(workload.tag)
    assert workload.name
    assert workload.update
    summary = data.draw(exec_summaries(code, playbook=playbook, valid=True))
    assert summary.title is not None
    assert {field.key for field in summary.fields} == {spec.key for spec in playbook.fields}
