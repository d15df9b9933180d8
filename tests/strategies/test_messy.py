"""Messy notes are read as the tree that they are drawn with."""

from __future__ import annotations

from helpers.drawing import editions_and_languages
from hypothesis import given, settings
from hypothesis import strategies as st

from ftnotes import Document, Playbook, check, parse
from ftnotes.strategies import messy_notes_text


@given(st.data(), editions_and_languages())
def test_a_messy_note_is_read_as_its_tree(data: st.DataObject, where: tuple[Playbook, str]) -> None:
    """`parse` returns the tree that is drawn with the text."""
    playbook, language = where
    document, text = data.draw(messy_notes_text(language, playbook=playbook))
    assert parse(text, playbook) == document


def test_messy_notes_are_messy() -> None:
    """They have many kinds of problems and many layouts."""
    seen: set[str] = set()

    @settings(max_examples=400, database=None, derandomize=True)
    @given(messy_notes_text())
    def collect(drawn: tuple[Document, str]) -> None:
        _, text = drawn
        seen.update(found.code for found in check(text).diagnostics)
        seen.update(mark for mark in ("\r\n", "> ", "•", "（", "：", "**[", "â€", "\u00a0") if mark in text)

    collect()
    assert {"FT102", "FT103", "FT107", "FT108", "FT109", "FT110", "FT203", "FT204", "FT404", "FT407", "FT408", "FT601"} <= seen
    assert {"\r\n", "> ", "•", "：", "**[", "\u00a0"} <= seen
