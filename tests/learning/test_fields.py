"""The field that a label asks for."""

from __future__ import annotations

from typing import Any

import pytest
from helpers.learning import blocks_of

from ftnotes.learning.fields import LONGEST_HINT, LearnedField, is_unfilled, learn_field, split_choices


def field_of(text: str, *answers: str) -> LearnedField:
    """Learn the first field of a page."""
    (block,) = blocks_of(f"{text}\n- Zzz: \n" if text.startswith("- ") else text)
    return learn_field(block.entries[0], answers)


#: Labels with what follows, and what they come to.
FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("- A:", {"label": "A", "kind": "text", "hint": "", "required": None}),
    ("- A: (x)", {"hint": "(x)"}),
    ("- A: _x y_", {"hint": "x y"}),
    ("- A: *x* b/c", {"hint": "x", "choices": ["b", "c"]}),
    ("- A: b/c (x)", {"hint": "(x)", "choices": ["b", "c"]}),
    ("- A: (x) b", {"hint": "(x)"}),
    ("- A: <who is hit>", {"hint": "who is hit"}),
    ("- A: <x>", {"hint": ""}),
    ("- A: TBD", {"hint": ""}),
    ("- A: one sentence", {"hint": "one sentence"}),
    ("- A (x; required):", {"label": "A", "hint": "(x)", "required": True}),
    ("- A (optional):", {"label": "A", "hint": "", "required": False}),
    ("- A*:", {"label": "A", "required": True}),
    ("- A: * x", {"hint": "x", "required": True}),
    ("| 🚦 (health) | |\n| B | |\n", {"label": "🚦 (health)"}),
    ("- A: (optional)", {"hint": "", "required": False}),
    ("- A: (must have a date)", {"required": True, "kind": "date"}),
    ("- A: (if any, at most 200 characters)", {"required": False, "settings": {"length": 200}}),
    ("- A: one of x, y or z", {"choices": ["x", "y", "z"], "doubts": []}),
    ("- A: one or more of: x, y", {"choices": ["x", "y"], "settings": {"several": True}}),
    ("- A: x/y (select all that apply)", {"choices": ["x", "y"], "settings": {"several": True}}),
    ("- A: ☐ x ☐ y", {"choices": ["x", "y"]}),
    ("- A:\n  - [ ] x\n  - [x] y", {"choices": ["x", "y"], "kind": "choice"}),
    ("- A:\n  - x\n  - y (z)", {"choices": ["x", "y"]}),
    ("- A:\n  - x\n  - ...", {"choices": [], "kind": "points"}),
    ("- A:\n  - C\n  - C++", {"choices": [], "kind": "points"}),
    ("- A:\n  - [EX] Ex\n  - [Y] Why", {"kind": "workloads", "workloads": [("EX", "Ex"), ("Y", "Why")]}),
    ("- A:\n  - [EX] Ex\n  - more", {"kind": "points", "workloads": []}),
    ("- A: 🟢/🔴", {"choices": [], "hint": ""}),
    ("- A: TT.MM.JJJJ", {"kind": "date", "doubts": []}),
    ("## A\nx | y\n## B\n", {"choices": ["x", "y"]}),
    ("## A\n☐ x\n☐ y\n## B\n", {"choices": ["x", "y"]}),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_fields_are_learned(text: str, expected: dict[str, Any]) -> None:
    """Label, kind, choices, hint and limits come from the label and what follows."""
    field = field_of(text)
    assert {name: getattr(field, name) for name in expected} == expected


#: Labels with what follows, the answers of examples, what they come to, and the questions.
ANSWERED: list[tuple[str, list[str], dict[str, Any], list[str]]] = [
    ("- A: x/y", ["X", "y"], {"choices": ["x", "y"]}, []),
    ("- A: x/y", ["x, as of today"], {"choices": ["x", "y"], "settings": {"more": True}}, []),
    ("- A: x/y", ["z"], {"choices": [], "hint": "x/y"}, ["read as a hint, since no example begins with one of them: x / y"]),
    ("- A: x/y", ["x", "z"], {"choices": ["x", "y"]}, ['an example has "z", which is not among the choices']),
    ("- A: x/y", [" "], {"choices": ["x", "y"]}, []),
    ("- A: ☐ x ☐ y", ["z"], {"choices": ["x", "y"]}, ['an example has "z", which is not among the choices']),
    ("- A:", ["2024-05-03", "3 May 2024."], {"kind": "date"}, []),
    ("- Date:", ["soon"], {"kind": "text"}, []),
    ("- A (R/Y/G; required):", [], {"choices": [], "hint": "(R/Y/G)"}, ["are these its choices? (R/Y/G)"]),
    ("- A: x/one two three four five", [], {}, ["is this a choice, or does text follow one? one two three four five"]),
    ("- A: (🚦)", [], {"hint": ""}, ["left out, since it has no letters or digits: (🚦)"]),
]


@pytest.mark.parametrize(("text", "answers", "expected", "doubts"), ANSWERED)
def test_what_needs_judgement_is_asked(text: str, answers: list[str], expected: dict[str, Any], doubts: list[str]) -> None:
    """Examples confirm choices and dates; what stays open becomes a question with the number of its line."""
    field = field_of(text, *answers)
    assert {name: getattr(field, name) for name in expected} == expected
    assert [(doubt.line, doubt.text) for doubt in field.doubts] == [(1, doubt) for doubt in doubts]


def test_a_long_hint_becomes_a_question() -> None:
    """A hint that would fill the line of a note is kept in a comment only."""
    field = field_of(f"- A: ({'x' * LONGEST_HINT})")
    assert field.hint == ""
    assert "the hint is long" in field.doubts[0].text
    assert field_of(f"- A: ({'x' * (LONGEST_HINT - 2)})").doubts == []


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("a / b/c", ["a", "b/c"]),
        ("a | b / c", ["a", "b / c"]),
        ("青／赤", ["青", "赤"]),
        ("a · b", ["a", "b"]),
        ("a、b", ["a", "b"]),
        ("Choose one: a, b", ["a", "b"]),
        ("eines von a oder b", ["a", "b"]),
        ("a, b or c", []),
        ("a/a", []),
        (f"{'x' * 71}/y", []),
        ("/x", []),
        ("x", []),
        ("", []),
    ],
)
def test_choices_are_split(text: str, choices: list[str]) -> None:
    """Bars count before slashes, slashes between spaces before others, and commas only where a choice is asked for."""
    assert split_choices(text) == choices


@pytest.mark.parametrize(
    ("text", "unfilled"),
    [
        ("- A:", True),
        ("- A: (x)", True),
        ("- A: x/y", True),
        ("- A:\n  - [EX] Ex", True),
        ("- A:\n  - [EX] Ex - done", False),
        ("- A:\n  - (x)\n  - *y*\n  - ...\n  - z", True),
        ("- A:\n  - We did this and that and more.", False),
        ("- A: We met.", False),
        ("| A | at most 30 characters |\n| B | x |\n", True),
        ("## A\nWe met.\n## B\n", False),
        ("## A\n<x>\nTBD\n## B\n", False),
        ("## A\n- ...\n## B\n", True),
    ],
)
def test_a_label_without_an_answer_is_unfilled(text: str, unfilled: bool) -> None:
    """Nothing, a hint, choices or a list of names is not an answer."""
    (block,) = blocks_of(f"{text}\n- Zzz: \n" if text.startswith("- ") else text)
    assert is_unfilled(block.entries[0]) is unfilled
