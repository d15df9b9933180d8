"""Hashtags and joined tags in any text."""

from __future__ import annotations

import re

import pytest

from ftnotes.text.edits import apply_edits
from ftnotes.text.patterns import (
    COMMENT,
    TAG_JOINT,
    hash_signs,
    hashtag_removal,
    hashtags_in,
    hashtags_outside_comments,
    only_hashtags,
)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#covid (#FastTrack), ＃covid-19", ["#covid", "#FastTrack", "＃covid-19"]),
        ("a#b &#8211; ##c x/#d ?#e =#f .#g", []),
        ("#1 # x #_ #", []),
        ("#1a #über", ["#1a", "#über"]),
        ("", []),
    ],
)
def test_a_hashtag_starts_a_word_and_has_a_letter(text: str, tags: list[str]) -> None:
    """Anchors, character references, headings and numbers are not hashtags; the span is that of the hashtag."""
    found = hashtags_in(text)
    assert [hashtag.text for hashtag in found] == tags
    assert [hashtag.span.text(text) for hashtag in found] == tags


@pytest.mark.parametrize(
    ("text", "only"), [("#covid", True), ("#covid ＃FastTrack", True), ("#covid now", False), ("#1", False), ("", False)]
)
def test_a_text_can_be_only_hashtags(text: str, only: bool) -> None:
    """With spaces between them."""
    assert only_hashtags(text) is only


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a #x b", "a b"), ("a (#x, b)", "a (b)"), ("a #x-related b", "a x-related b"), ("a [#x](y)", "a [x](y)"),
        ("a –#x b", "a –x b"),
    ],
)  # fmt: skip
def test_a_hashtag_is_removed_without_leftovers(text: str, left: str) -> None:
    """Of a word or the text of a link only the sign goes."""
    edits = [hashtag_removal(text, one.span) for one in hashtags_in(text)]
    assert apply_edits(text, edits) == left


def test_a_hashtag_in_a_comment_is_not_seen() -> None:
    """Nobody who reads the note sees it."""
    text = "#a <!-- #b --> #c <!-- #d"
    assert [one.text for one in hashtags_outside_comments(text)] == ["#a", "#c", "#d"]


def test_hash_signs_come_in_the_order_of_the_text() -> None:
    """Both kinds are found, hashtags or not."""
    assert hash_signs("＃a # ＃ #") == [0, 3, 5, 7]


@pytest.mark.parametrize("joined", ["A+B", "A / B", "A & B", "A, B", "A;B"])
def test_tags_are_joined_by_a_character_and_whitespace(joined: str) -> None:
    """The parts of a joined tag come without the whitespace around the character."""
    assert re.split(TAG_JOINT, joined) == ["A", "B"]


def test_a_comment_ends_before_the_next_angle_bracket() -> None:
    """A comment contains no angle brackets, so that an open one does not swallow the text."""
    assert re.findall(COMMENT, "<!-- a --> <!-- b <!-- c --> <!---->") == ["<!-- a -->", "<!-- c -->", "<!---->"]
