"""Invisible characters: which go, and which are needed."""

from __future__ import annotations

from functools import partial

import pytest
from helpers.linearity import LINEAR, growth

from ftnotes.text.edits import apply_edits
from ftnotes.text.invisible import character_name, invisible


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("a\u200bb", "ab"),
        ("-\u200bfoo", "- foo"),
        ("  1.\ufefffoo", "  1. foo"),
        ("> *\u200b foo", "> * foo"),
        ("x -\u200bfoo", "x -foo"),
        (" " * 60 + "-\u200bfoo", " " * 60 + "-foo"),
        ("\ufeffx\ufeff", "\ufeffx"),
        ("a\x0bb\x0c c\u2028\n\x85d\0", "a b c\n\x85d"),
        ("soft\u00adhyphen \u202edlrow\u202c \u2066x\u2069 \x7f\x9f", "softhyphen dlrow x \x9f"),
        ("\u200eabc\nשל\u200f.\u200f\nx\u200f", "abc\nשל\u200f.\u200f\nx"),
        ("x\ufe0f a\u200cb a\u200db", "x ab ab"),
        ("ก\u200bข a\u200bข", "ก\u200bข aข"),
        ("\U000e0041a\U0001f3f4", "a\U0001f3f4"),
        ("ก\u200b\u200bข a\x0b\x0bb", "ก\u200bข a b"),
        ("\ufffc picture \u3164", " picture "),
        ("\u1160 \u1100\u1160 \u115f\u1161", " \u1100\u1160 \u115f\u1161"),
        ("\U000e0100 葛\U000e0100", " 葛\U000e0100"),
    ],
)
def test_invisible_characters_go(damaged: str, text: str) -> None:
    """They are removed, or replaced by a space if nothing else separates the words around them."""
    assert apply_edits(damaged, invisible(damaged)) == text
    assert not invisible(text)


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\r\nc\rd\u00a0e\u3000f\u202fg",
        "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 👩🏽\u200d💻",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم क्\u200dष",
        "\ufeff**EXEC SUMMARY**",
        "של\u200fום \u200eABC",
    ],
)
def test_invisible_characters_that_are_needed_stay(text: str) -> None:
    """In emoji, in scripts that need them, at the very start, and in lines with right-to-left letters."""
    assert invisible(text) == ()


def test_characters_are_named() -> None:
    """By the standard, and by their kind where the standard has no name."""
    assert character_name("\u200b") == "ZERO WIDTH SPACE (U+200B)"
    assert character_name("\0") == "control character (U+0000)"
    assert character_name("\udc80") == "half of a surrogate pair (U+DC80)"
    assert character_name("\ue000") == "private character (U+E000)"
    assert character_name("\u0378") == "character (U+0378)"


@pytest.mark.parametrize("piece", ["é»", "\u200f", "\u200f\n", "-\u200b", "\U0001f3f4", "\U000e0041", "1", "Ã©"])
def test_growth_is_linear(piece: str) -> None:
    """Four times the text takes at most five times as long."""
    assert growth(lambda size: partial(invisible, piece * (size // len(piece))), 20_000) < LINEAR
