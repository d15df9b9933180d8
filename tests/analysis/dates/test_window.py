"""Windows: the stretches of a text that are read for dates."""

from __future__ import annotations

import re

import pytest

from ftnotes import Playbook
from ftnotes.analysis.dates.lexicon import date_lexicon
from ftnotes.analysis.dates.window import DateWindow


def window(text: str) -> DateWindow:
    lexicon = date_lexicon(Playbook.load())
    return DateWindow(text, text, *lexicon.tokens(text, 0, len(text)), lexicon)


def numbers(text: str) -> tuple[DateWindow, re.Match[str]]:
    """Return a window, and its match of two numbers with a slash between."""
    read = window(text)
    match = re.search("(?P<d>n)(?P<s>/)(?P<n>n)(?P<y>y)?", read.kinds)
    assert match is not None
    return read, match


@pytest.mark.parametrize(
    ("text", "sure", "due"),
    [
        ("by 4/30", False, True),
        ("by **4/30", False, True),
        ("Fri, 4/30", False, True),
        ("4/30まで", False, True),
        ("on 4/30", False, True),
        ("on 4/30 sites", False, False),
        ("on 4/30 sites", True, True),
        ("4/30 10am", True, True),
        ("4/30 at 10:30 pm", True, True),
        ("4/30 10 sites", True, False),
        ("(Ana, 4/30)", True, True),
        ("Next: 4/30 workshop with Ana", True, True),
        ("Next: 4/30 workshop with Ana", False, False),
        ("workshop 4/30 w/ Ana", True, True),
        ("replaced 4/30 mail servers", True, False),
        ("migrated all, next: Ana sends the list 4/30", False, True),
        ("migrated all, and: Ana sends the list 4/9", False, False),
        ("(4/30)", True, True),
        ("done (4/30)", True, True),
        ("Email sent 4/30, no answer", True, True),
        ("All is well. Next action: call, 4/30", True, True),
        ("Next action: call / 4/30 / Ana", False, True),
        ("Next action: call | 4/30 | Ana", False, True),
        ("Next action: 4/30 / 20 sites", True, False),
        ("- Next action - call, 4/30", False, True),
        ("Next week - 4/30 calls", False, False),
        # what a clause ends with, or goes on from
        ("is leaving 6/30 and no one follows", True, True),
        ("is leaving 6/30 of 40", True, False),
        ("FM - 4/30 -> done", True, True),
        ("FM - 4/30 - 5", True, False),
        ("4/30", True, True),
        ("call with Ana 4/30 workshop", True, True),
        ("decides after 4/30 mtg", True, True),
        ("decides after 4/30 men", True, False),
        ("version 2 4/30", True, False),
        ("plan v2 - 4/30", True, True),
        ("Sites: 4/30", True, False),
        ("Kickoff: 4/30", True, True),
        ("Start: 6/1", False, True),
        ("Start = 6/1", False, False),
        ("down to 4/30", True, False),
        ("now 9/16. It was 6/16", True, False),
        ("on 6/16. Then 6/16", True, True),
        ("now 16. It was 6/16", True, True),
        # numbers of things that can be so many of so many
        ("Ana, 4/9", False, True),
        ("Ana, 04/09", False, True),
        ("Ana 9/4", False, True),
        ("Ana 04/09", False, True),
        ("Ana 4/9", False, False),
        ("ETA 4/9", False, True),
        ("Ana, 5/5", True, False),
        ("Ana, 3/4", False, False),
        ("Ana, 1/8", False, False),
        ("Score - 7/10", False, False),
    ],
)
def test_words_around_numbers_make_them_a_date(text: str, sure: bool, due: bool) -> None:
    """A word like "by" does alone; a word like "on" needs numbers with one reading, or no word after them."""
    read, match = numbers(text)
    assert read.is_day(match, sure) is due


def test_a_group_that_matched_nothing_has_no_number() -> None:
    """Its number is 0."""
    read, match = numbers("4/30")
    assert (read.number(match, "d"), read.number(match, "n"), read.number(match, "y")) == (4, 30, 0)
