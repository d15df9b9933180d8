"""The levels of lines against those of the fields and of the open list."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.playbook.template_words import first_template
from ftnotes.syntax.builder import Token, TreeBuilder
from ftnotes.syntax.levels import Levels
from ftnotes.syntax.parser import engine

TEXT = """- CUSTOMER: Bank
- WORKLOADS:
   - one
   - two
 * three

      text
"""


@pytest.fixture
def levels() -> Levels:
    """The lines of a summary whose second field is open."""
    playbook = Playbook.load()
    builder = TreeBuilder(TEXT, first_template(playbook))
    _, inner = engine().lexer.classifiers(first_template(playbook))
    starts = [0, *(at + 1 for at, char in enumerate(TEXT) if char == "\n" and TEXT[at + 1 : at + 2] != "\n")]
    lines = [Token("PLAIN", start, end) for start, end in pairwise(starts)]
    found = Levels(builder, inner, lines)
    found.first, found.field, found.number, found.kind = lines[0], lines[1], 1, "workloads"
    return found


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("beside_fields", [True, True, False, False, False, False]),
        ("at_left", [True, True, False, False, True, False]),
        ("is_deeper", [False, False, True, True, False, True]),
        ("in_list", [False, False, True, True, False, False]),
        ("is_left_of_items", [True, True, False, False, True, False]),
        ("is_below_items", [False] * 6),
        ("is_below_item", [False] * 6),
        ("is_under_field", [False, False, True, True, True, True]),
    ],
)
def test_a_level_is_beside_or_deeper(levels: Levels, question: str, expected: list[bool]) -> None:
    """A line is beside the fields, in the list, or deeper by its indentation and bullet."""
    assert [getattr(levels, question)(levels.level(line)) for line in levels.lines] == expected


def test_a_line_is_deeper_than_the_open_workload(levels: Levels) -> None:
    """What is deeper than the open workload is below it."""
    levels.item = levels.lines[2]
    assert [levels.is_below_item(levels.level(line)) for line in levels.lines] == [False] * 5 + [True]


def test_nothing_is_beside_fields_that_are_missing(levels: Levels) -> None:
    """Without a field no line is beside the fields or deeper, and a list has no level."""
    levels.first, levels.kind = None, ""
    level = levels.level(levels.lines[0])
    questions = (levels.beside_fields, levels.at_left, levels.is_deeper, levels.in_list)
    assert [question(level) for question in questions] == [False] * len(questions)
    assert levels.first_label is None


def test_a_blank_line_sets_a_line_apart(levels: Levels) -> None:
    """Only the line after a blank line is apart."""
    assert [levels.is_apart(number, line) for number, line in enumerate(levels.lines) if number] == [False] * 4 + [True]
