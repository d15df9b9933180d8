"""Trees of any kind are read back as themselves, and nodes are of the requested language."""

from __future__ import annotations

from helpers.drawing import FEWER, editions_and_languages
from helpers.playbooks import words_in
from hypothesis import given
from hypothesis import strategies as st

from ftnotes import Playbook, parse
from ftnotes.strategies import clauses, documents, exec_summaries, fields, proses, titles, values


@given(st.data(), editions_and_languages())
def test_a_drawn_document_is_read_back_as_itself(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """Its text is read as the same document, in its edition."""
    playbook, language = where
    document = data.draw(documents(language, playbook=playbook))
    assert parse(document.text, playbook) == document


@FEWER
@given(st.data(), editions_and_languages())
def test_nodes_are_of_the_requested_language(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """Titles and labels are words of this language."""
    playbook, code = where
    language = next(known for known in playbook.languages if known.code == code)
    assert data.draw(titles(code, playbook=playbook)).text in words_in(language).titles
    assert data.draw(fields("customer", code, playbook=playbook)).label in words_in(language).labels["customer"]
    assert data.draw(exec_summaries(titled=False, playbook=playbook)).title is None
    assert data.draw(proses(code, playbook=playbook)).text.endswith(".\n\n")


@given(clauses(), values())
def test_values_have_no_spaces_around_them(clause: str, value: str) -> None:
    """So they are read back unchanged."""
    assert clause == clause.strip() != ""
    assert value == value.strip()
