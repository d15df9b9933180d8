"""Texts without case, width and accents."""

from __future__ import annotations

import pytest

from ftnotes.analysis.searchable_text import WordIndex, searchable_text


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rollout is on hold, 暂停", ["hold", "on", "暂停"]),
        ("household", []),
        ("停 and 暂", []),
        ("AT HOLD", ["hold"]),
        ("", []),
    ],
)
def test_words_are_found_in_a_text_and_in_its_parts(text: str, found: list[str]) -> None:
    """Long ones at the start of a word, others anywhere; in a part only those that the whole has."""
    index = WordIndex({"hold": [1], "on": [2], "暂停": [3], "released": [4]})
    whole = searchable_text(text)
    assert sorted(index.found_in(whole)) == found
    assert sorted(index.found_in(searchable_text(text[:3], whole))) == []
    assert sorted(index.found_in(searchable_text(f"{text} released", whole))) == found
