"""The hashtags that are meant by misspelled ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.hashtags import ACCELERATING, PAUSING, forbidden, missing
from helpers.policing import codes, fixed, playbook_of, spoken

from ftnotes import Report, check


@pytest.mark.parametrize(
    ("typed", "flaw", "safe"),
    [
        ("#covid19", "ends in a number", False),
        ("#Covid-19", "ends in a number", False),
        ("#covdi", "misspelled", False),
        ("#covi", "misspelled", False),
        ("＃covid", "only look right", True),
        ("#соvid", "only look right", True),
        ("#ｃｏｖｉｄ", "only look right", True),
        ("# covid", "whitespace after the hash sign", False),
        ("＃\u00a0COVID", "whitespace after the hash sign", False),
    ],
)
def test_misspelled_hashtags_are_fixed(typed: str, flaw: str, safe: bool) -> None:
    """A misspelled hashtag is reported with its flaw; only a lookalike is fixed safely."""
    text = f"Call with Ana {typed} on Monday.\n"
    (diagnostic,) = check(text, select=("FT3",)).diagnostics
    assert (diagnostic.code, diagnostic.span.text(text), diagnostic.fixes[0].safe) == ("FT303", typed, safe)
    assert flaw in diagnostic.message
    assert fixed(text, diagnostic) == "Call with Ana #covid on Monday.\n"


@pytest.mark.parametrize("typed", ["#vid", "#covenant", "#avoid", "#covidence", "# Covid", "##covid", "#19covid"])
def test_similar_words_are_not_misspellings(typed: str) -> None:
    """Another word is another hashtag, or not a hashtag at all."""
    assert "FT303" not in codes(check(f"Call {typed} now\n"))


@pytest.mark.parametrize(
    "text",
    [
        "# COVID-19 response\n", "# COVID\n", "> # covid response\n", "Call # covid-19 now\n", "<!-- #covid19 -->\n",
        "Call <!-- # covid --> now\n",
    ],
)  # fmt: skip
def test_a_heading_or_a_comment_has_no_misspelled_hashtag(text: str) -> None:
    """A hash sign at the start of a line opens a heading, unless only the hashtag follows in small letters."""
    assert check(text, select=("FT303", "FT304")) == Report()
    assert codes(check("# covid\n", select=("FT303",))) == ["FT303"]


def test_short_hashtags_have_no_misspellings(tmp_path: Path) -> None:
    """Nearly any hashtag could be a misspelling of one with a few letters."""
    playbook = playbook_of(tmp_path, '[[hashtags]]\ntag = "#hot"\nsummary = "it is urgent"\n')
    assert codes(check("Call. #hat #hot #hot2\n", playbook=playbook, select=("FT303", "FT304"))) == ["FT304", "FT303"]


def test_a_misspelled_hashtag_counts_as_the_meant_one() -> None:
    """A misspelled hashtag is not also missing, and is forbidden where the meant one is."""
    assert missing("Teams for all. #covid19\n", ACCELERATING) == Report()
    assert spoken("Stopped. #covid19\n", forbidden("Stopped. #covid19\n", PAUSING)) == ["#covid19"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They accelerate Teams. #covid19 is why.\n", []),
        ("#covid19: they accelerate Teams.\n", []),
        ("COVID-19 is why they accelerate Teams.\n", ["FT302"]),
        ("Why they accelerate Teams: COVID-19.\n", ["FT302"]),
    ],
)
def test_a_misspelled_hashtag_is_not_missing(text: str, expected: list[str]) -> None:
    """A misspelled hashtag is fixed, not added again; a word for the same topic is not a hashtag."""
    assert codes(check(text, select=("FT302",))) == expected
