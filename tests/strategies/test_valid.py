"""Valid notes have no problems, and are read back as themselves."""

from __future__ import annotations

import re

from helpers.drawing import FEWER, editions_and_languages
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, check, parse
from ftnotes.strategies import documents, exec_summaries, lifecycle_notes, workloads
from ftnotes.strategies.examples import TIDY
from ftnotes.strategies.valid import requoted


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
    """A valid workload has a known tag, an update, and a name that is no remark; a valid summary has a title and all fields."""
    playbook, code = where
    workload = data.draw(workloads(code, playbook=playbook, valid=True))
    assert playbook.vocabulary.tag(workload.tag)
    assert bool(workload.name) != (playbook.vocabulary.tag(workload.tag) == "CORE")
    assert workload.update
    summary = data.draw(exec_summaries(code, playbook=playbook, valid=True))
    assert summary.title is not None
    assert {field.key for field in summary.fields} == {spec.key for spec in playbook.templates[0].fields}


@given(requoted(TIDY))
def test_a_requoted_note_has_the_same_lines(text: str) -> None:
    """Only quote marks and line ends differ, and all line ends are alike."""
    ends = set(re.findall(r"\r\n|\r|\n", text))
    assert len(ends) == 1
    lines = re.split(r"\r\n|\r|\n", text.rstrip("\r\n"))
    assert [line.lstrip("> ") for line in lines] == [line.lstrip() for line in TIDY.rstrip("\n").split("\n")]


@given(st.data())
def test_a_text_without_line_ends_is_only_quoted(data: st.DataObject) -> None:
    """The last line, which has no line end, stays as it is."""
    assert data.draw(requoted("x")) == "x"
