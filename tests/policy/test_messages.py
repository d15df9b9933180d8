"""Wording of messages."""

from __future__ import annotations

from ftnotes.policy.messages import listed, quote


def test_quotes_are_short_and_of_one_line() -> None:
    """A quote is one line, and is cut if it is long."""
    assert quote("a\r\nb\rc\nd") == '"a b c d"'
    assert quote("a\rb") == '"a b"'
    assert quote("x" * 60) == f'"{"x" * 60}"'
    assert quote("x" * 61) == f'"{"x" * 57}..."'
    assert quote("x" * 61, 100) == f'"{"x" * 61}"'


def test_lists_in_sentences() -> None:
    """A list names all, or the first ones and the number of others, which is never 1."""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert listed(list("abcd"), limit=3) == "a, b, c and d"
    assert listed(list("abcde"), limit=3) == "a, b, c and 2 more"
