"""Lines inside a summary that the words of the template don't explain."""

from __future__ import annotations

import pytest

from ftnotes.playbook.playbook import Playbook
from ftnotes.syntax.inner_lines import InnerLineClassifier
from ftnotes.syntax.parser import engine


@pytest.fixture(scope="module")
def inner() -> InnerLineClassifier:
    """Return the classifier for the words of the default edition."""
    return engine().lexer.classifiers(Playbook.load())[1]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", ("", "", "")),
        ("a", ("", "a", "")),
        ("  - a b \n\n", ("  - ", "a b", " \n\n")),
        ("- **a** \r\n", ("- **", "a**", " \r\n")),
        ("> 1. ## a\n", ("> 1. ## ", "a", "\n")),
        ("#a\n", ("", "#a", "\n")),
        ("> \n", ("> ", "", "\n")),
        ("- **\n", ("- **", "", "\n")),
    ],
)
def test_a_line_is_cut(inner: InnerLineClassifier, line: str, parts: tuple[str, str, str]) -> None:
    """The parts are the line: what precedes its content, its content, and what follows."""
    assert inner.parts(line, 0, len(line)) == parts


@pytest.mark.parametrize(
    ("before", "level"),
    [
        ("", (0, "")),
        ("  ", (2, "")),
        ("- ", (0, "-")),
        ("> - **", (0, "-")),
        ("\t• ", (4, "•")),
        ("1. ", (0, "1")),
        ("(2) ", (0, "1")),
        ("b) ", (0, "a")),
        ("o ", (0, "o")),
        ("✅ ", (0, "☐")),
        ("\U0001f680 ", (0, "☐")),
        ("- [", (0, "-")),
    ],
)
def test_a_level_is_depth_and_sign(inner: InnerLineClassifier, before: str, level: tuple[int, str]) -> None:
    """Numbers, letters, and signs that people change from line to line are each one sign."""
    assert inner.level(before) == level
