"""Drawn notes of the templates that are not the first."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ftnotes import Document, Playbook, check, format, parse, serialize
from ftnotes.strategies import documents, messy_notes_text, notes_text

CASES = [(edition, each.key) for edition in ("2019-09", "2020-03") for each in Playbook.load(edition).templates[1:]]
FEWER = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(("edition", "template"), CASES)
def test_a_drawn_document_is_read_back(edition: str, template: str) -> None:
    """As the same tree, and formatting it twice is formatting it once."""

    @FEWER
    @given(documents(edition=edition, template=template))
    def test(document: Document) -> None:
        text = serialize(document)
        assert parse(text, edition=edition) == document
        formatted = format(text, edition=edition)
        assert format(formatted, edition=edition) == formatted

    test()


@pytest.mark.parametrize(("edition", "template"), CASES)
def test_a_messy_note_is_read_as_it_is_meant(edition: str, template: str) -> None:
    """With other bullets, dashes and letters, labels of the writer's own, and quoted."""

    @FEWER
    @given(messy_notes_text(edition=edition, template=template))
    def test(drawn: tuple[Document, str]) -> None:
        document, text = drawn
        assert parse(text, edition=edition) == document

    test()


@pytest.mark.parametrize(("edition", "template"), CASES)
def test_a_valid_note_is_read_with_its_template_and_has_no_finding(edition: str, template: str) -> None:
    """In any layout that the rules allow; formatted as well."""

    @FEWER
    @given(st.data())
    def test(data: st.DataObject) -> None:
        text = data.draw(notes_text(edition=edition, template=template, valid=True))
        for written in (text, format(text, edition=edition)):
            document = parse(written, edition=edition)
            assert [note.template for note in document.notes] == [template]
            assert not check(document).diagnostics

    test()
