"""The diffs that ``--diff`` prints."""

from __future__ import annotations

import re

import pytest
from helpers.commands import harmless
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.cli.output.diff import WINDOW, _LinearMatcher, difference
from ftnotes.cli.output.terminal import Screen

LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n"]), max_size=60)


def shown(old: str, new: str) -> list[str]:
    """Return a diff without its head."""
    return list(difference(Screen(None), "x", old, new))[2:]


def applied(old: str, diff: list[str]) -> str:
    """Return the new text that a diff makes of the old one; lines with special characters are not understood."""
    before, lines, at = old.split("\n"), [], 0
    for line in diff:
        if hunk := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? .*", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            lines += before[at:start]
            at = start
        else:
            if line[0] != "+":
                assert before[at] == line[1:]
                at += 1
            lines += [line[1:]] if line[0] != "-" else []
    return "\n".join(lines + before[at:])


@given(LINES, LINES, LINES)
def test_a_diff_makes_the_new_text_of_the_old_one(before: list[str], middle: list[str], after: list[str]) -> None:
    """The hunks applied to the old lines give the new ones; equal texts have no hunk."""
    for old, new in ((before, after), (before + middle + after, before + after), (before + after, before + middle + after)):
        one, other = ("".join(lines).replace("\r", "") for lines in (old, new))
        diff = shown(one, other)
        assert applied(one, diff) == other
        assert bool(diff) == (one != other)


@pytest.mark.parametrize("size", [WINDOW - 1, WINDOW, WINDOW + 1, 3 * WINDOW + 7])
def test_long_texts_are_compared_in_windows(size: int) -> None:
    """Beyond a window too, hunks contain only what changed: lines inserted, removed and replaced far from each other."""
    old = [f"{number}" for number in range(size)]
    new = ["first", *old[: size // 2], *old[size // 2 + 5 : -1], "last"]
    diff = shown("\n".join(old), "\n".join(new))
    assert applied("\n".join(old), diff) == "\n".join(new)
    assert sum(line[0] in "+-" for line in diff) == 8
    assert sum(line[0] == "@" for line in diff) == 3
    assert sum(line[0] == " " for line in diff) == 12


def test_texts_without_a_common_line_are_replaced() -> None:
    """Where no window has a line in common, all old lines are removed and all new ones added."""
    old, new = (["x"] * (2 * WINDOW + 1), ["y"] * (3 * WINDOW))
    diff = shown("\n".join(old) + "\n", "\n".join(new) + "\n")
    assert [line[0] for line in diff] == ["@", *"-" * len(old), *"+" * len(new)]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a", "b", ["@@ -1 +1 @@", "-a", "+b"]),
        ("", "b\n", ["@@ -0,0 +1 @@", "+b"]),
        ("a\nb\n", "", ["@@ -1,2 +0,0 @@", "-a", "-b"]),
        ("1\n2\n3\n4\nx\n5\n6\n7\n8", "1\n2\n3\n4\n5\n6\n7\n8", ["@@ -2,7 +2,6 @@", " 2", " 3", " 4", "-x", " 5", " 6", " 7"]),
        (
            "a\n" + "=\n" * 7 + "b\n",
            "A\n" + "=\n" * 7 + "B\n",
            ["@@ -1,4 +1,4 @@", "-a", "+A", " =", " =", " =", "@@ -6,4 +6,4 @@", " =", " =", " =", "-b", "+B"],
        ),
        ("a\n" + "=\n" * 6 + "b\n", "A\n" + "=\n" * 6 + "B\n", ["@@ -1,8 +1,8 @@", "-a", "+A", *[" ="] * 6, "-b", "+B"]),
        ("a\u00a0b\tc\x1b\r\n", "a b\u3000c\r\n", ["@@ -1 +1 @@", "-a\\xa0b\\x09c\\x1b", "+a b\\u3000c"]),
        ("x\f\u2028y\r\n", "y\r\n", ["@@ -1 +1 @@", "-x\\x0c\\u2028y", "+y"]),
        ("a\r\nb\r\n", "a\nb\r\n", ["@@ -1,2 +1,2 @@", "-a\\x0d\\x0a", "+a\\x0a", " b"]),
        ("a", "a\n", ["@@ -1 +1 @@", "-a", "+a\\x0a"]),
    ],
)
def test_differences_are_shown_in_hunks(old: str, new: str, lines: list[str]) -> None:
    """Changed lines have three lines around them; special spaces, control characters and changed line ends are escaped."""
    assert shown(old, new) == lines


def test_nothing_harmful_is_in_a_difference() -> None:
    """No code point reaches a terminal unescaped."""
    every = ["".join(map(chr, range(start, start + 64))) + "\n" for start in range(0, 0x110000, 64)]
    for line in shown("".join(every[:200]), "".join(every[100:300])) + shown("".join(every), ""):
        assert harmless(line)


def test_a_difference_takes_linear_time() -> None:
    """Twice the text takes at most about twice the comparisons, even where lines repeat and nearly nothing is in order."""
    looked_up = 0

    class Line(str):
        __slots__ = ()

        def __hash__(self) -> int:
            nonlocal looked_up
            looked_up += 1
            return str.__hash__(self)

        __eq__ = str.__eq__

    counts = []
    for size in (4, 8):
        looked_up = 0
        old = [Line(number * 7 % 13) for number in range(size * WINDOW)]
        new = [Line(number * 5 % 17) for number in range(size * WINDOW)]
        _LinearMatcher(list(old), list(new)).get_matching_blocks()
        counts.append(looked_up)
    assert counts[1] < 2.5 * counts[0]
