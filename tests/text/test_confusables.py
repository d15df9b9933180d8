"""Words with letters that only look Latin."""

from __future__ import annotations

from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.text.confusables import lookalikes


@pytest.mark.parametrize(
    ("word", "latin"),
    [("ЕХО", "EXO"), ("#соvid", "#covid"), ("＃ＣＯＶＩＤ", "#COVID"), ("ＥＸО", "EXO"), ("ΤΕΑΜS", "TEAMS"), ("Ünо", "Üno")],
)
def test_lookalikes_are_spelled_in_latin(word: str, latin: str) -> None:
    """Cyrillic, Greek and full-width letters, alone or mixed."""
    assert lookalikes(word) == latin


@pytest.mark.parametrize("word", ["EXO", "#covid", "Эхо", "コア", "Über", "核心", "", "Москва"])
def test_words_of_one_script_have_no_latin_spelling(word: str) -> None:
    """Latin words have none, nor words with a letter that looks like no Latin one."""
    assert lookalikes(word) is None


@pytest.mark.parametrize("piece", ["Е", "é»", "Ã©", "\u200f", "\U0001f3f4", "1"])
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""
    assert growth(lambda size: partial(lookalikes, piece * (size // len(piece))), 20_000) < LINEAR
