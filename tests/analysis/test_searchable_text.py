"""Texts without case, width and accents."""

from __future__ import annotations

import pytest

from ftnotes.analysis.searchable_text import searchable_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("On Hold", "on hold"),
        ("En Pausa, después", "en pausa, despues"),
        ("despue\u0301s", "despues"),
        ("ÜBER Größe", "uber große"),
        ("ＣＯＶＩＤ－19", "covid-19"),
        ("It’s “on”", 'it\'s "on"'),
        ("İstanbul", "istanbul"),
        ("暂停", "暂停"),
        ("", ""),
    ],
)
def test_case_width_and_accents_go(text: str, plain: str) -> None:
    """Each character becomes its plain one; a combining accent goes."""
    assert searchable_text(text).plain == plain


def test_offsets_lead_back_to_the_text() -> None:
    """They are needed only if characters went."""
    text = "暂停 cafe\u0301 on"
    searchable = searchable_text(text)
    assert [text[offset] for offset in searchable.offsets] == list(searchable.plain)
    assert searchable_text("café on").offsets == []


def test_words_are_known_by_their_first_letters() -> None:
    """A word is found by three of them; one that starts with fewer letters or digits of ASCII by none."""
    assert searchable_text("On hold, e-mail können").openings == {"on", "hol", "e", "mai", "kon"}
