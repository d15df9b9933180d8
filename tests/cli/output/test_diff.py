"""The diffs that ``--diff`` prints."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.commands import harmless
from helpers.results import Terminal
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.cli.main import main
from ftnotes.cli.output.diff import WINDOW, _LinearMatcher, difference, heads, patch, print_difference
from ftnotes.cli.output.terminal import Screen
from ftnotes.text.files import Encoding

LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n"]), max_size=60)


def shown(old: str, new: str) -> list[str]:
    """Return a diff without its head."""
    return list(difference(Screen(None), heads("x"), old, new))[2:]


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
        ("a\r\nb\r\n", "a\nb\r\n", ["@@ -1,2 +1,2 @@ only line ends change, from CRLF to LF", "-a\\x0d\\x0a", "+a\\x0a", " b"]),
        (
            "a\r\nb\nc",
            "a\nb\r\nc\n",
            [
                "@@ -1,3 +1,3 @@ only line ends change, from CRLF, LF and none to CRLF and LF",
                *("-a\\x0d\\x0a", "-b\\x0a", "-c", "+a\\x0a", "+b\\x0d\\x0a", "+c\\x0a"),
            ],
        ),
        ("a\rb\r", "a\nb\r", ["@@ -1,2 +1,2 @@ only line ends change, from CR to LF", "-a\\x0d", "+a\\x0a", " b"]),
        ("a", "a\n", ["@@ -1 +1 @@ only line ends change, from none to LF", "-a", "+a\\x0a"]),
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
    for size in (2, 4):
        looked_up = 0
        old = [Line(number * 7 % 13) for number in range(size * WINDOW)]
        new = [Line(number * 5 % 17) for number in range(size * WINDOW)]
        _LinearMatcher(list(old), list(new)).get_matching_blocks()
        counts.append(looked_up)
    assert counts[1] < 2.5 * counts[0]


NOTE = (
    "EXEC SUMMARY\n-STATUS OF THE ENGAGEMENT: reactive\n- DESCRIBE THE CUSTOMER: Zoë \u200b caf\u00e9\x0c\n\n"
    + "filler\n" * 8
    + "- M365 DEPLOYMENT PROGRESS: not deployed"
)
FILES = {
    "lf.md": NOTE.encode(),
    "end.md": NOTE.encode() + b"\n",
    "crlf.md": NOTE.replace("\n", "\r\n").encode(),
    "cr.md": NOTE.replace("\n", "\r").encode(),
    "mixed.md": NOTE.replace("\n", "\r\n", 3).encode(),
    "bom.md": b"\xef\xbb\xbf" + NOTE.encode(),
    "cp1252.md": NOTE.replace("\u200b", "").encode("cp1252"),
    "a folder/a note.md": NOTE.encode(),
    'é"\t\\.md': NOTE.encode(),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names, and other programs")
@pytest.mark.parametrize("program", [["git", "apply"], ["patch", "-p1", "--silent"]], ids=["git", "patch"])
@pytest.mark.parametrize("command", [["fix"], ["format"], ["fix", "--unsafe-fixes"]])
@pytest.mark.parametrize("name", FILES)
def test_a_patch_does_what_the_command_does(
    project: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, command: list[str], program: list[str]
) -> None:
    """Programs apply the diff, with what is printed around it, and the file is what the command would write."""
    if not shutil.which(program[0]):
        pytest.skip(f"{program[0]} is not installed")
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(FILES[name])
    argv = [*command, "--encoding", "cp1252", name] if name == "cp1252.md" else [*command, name]
    main([*argv, "--diff"])
    diff = capfdbinary.readouterr().out
    done = subprocess.run(program, input=diff, capture_output=True, check=False)
    assert done.returncode == 0, (done, diff)
    patched = path.read_bytes()
    assert patched != FILES[name]
    path.write_bytes(FILES[name])
    main(argv)
    assert patched == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.md", "a/a.md"),
        ("./b/../a.md", "a/a.md"),
        ("b/a.md", "a/b/a.md"),
        ("../a.md", "a/../a.md"),
        ("/elsewhere/a.md", "a/elsewhere/a.md"),
        ("a b.md", "a/a b.md\t"),
        ('a"\n\\.md', '"a/a\\"\\012\\\\.md"'),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other names")
@pytest.mark.usefixtures("project")
def test_names_are_those_that_programs_expect(name: str, head: str) -> None:
    """Names are relative to the current folder, and quoted as git does it."""
    assert heads(name)[0] == f"--- {head}"


def test_names_below_the_current_folder_are_relative(project: Path) -> None:
    """An absolute name in the current folder is applied there."""
    assert heads(str(project / "a.md")) == ("--- a/a.md", "+++ b/a.md")


@given(LINES, LINES, st.sampled_from(["", "x"]), st.sampled_from(["", "x"]))
def test_a_patch_has_the_lines_that_a_diff_shows(before: list[str], after: list[str], old_end: str, new_end: str) -> None:
    """For programs there are the same hunks, with line ends as they are and a remark where there is none."""
    old, new = "".join(before) + old_end, "".join(after) + new_end
    lines = b"".join(patch("x", old, new, Encoding())).decode().split("\n")[:-1]
    plain = [line.removesuffix("\r") for line in lines if not line.startswith("\\ No newline")]
    assert plain[2:] == [line.removesuffix("\\x0a").removesuffix("\\x0d") for line in shown(old, new)]
    assert sum(line.startswith("\\ ") for line in lines) <= 2


@pytest.mark.parametrize("encoding", [None, Encoding("utf-16-le", b"\xff\xfe"), Encoding("cp1252")])
def test_what_no_program_can_apply_is_shown_for_people(encoding: Encoding | None) -> None:
    """Rows have no file, UTF-16 no patch, and a character that the encoding lacks can't be written."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    print_difference(Screen(out), "x", "a\x1b\n", "→\n", encoding)
    out.seek(0)
    assert out.read().split("\n")[2:] == ["@@ -1 +1 @@", "-a\\x1b", "+→", "", ""]


@pytest.mark.parametrize("state", ["closed", "a terminal", "colours", "a log", "a file in CI", "a pipe"])
def test_output_is_for_programs_or_people(state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal, colours, and the log of a CI system are for people; a file always is for programs."""
    if state in ("a log", "a file in CI"):
        monkeypatch.setenv("CI", "true")
    with open(tmp_path / "out", "w", encoding="utf-8") as file:
        stream = {"closed": None, "a terminal": Terminal(), "a file in CI": file}.get(state, io.StringIO())
        assert Screen(stream, colour=state == "colours").is_for_programs == (state in ("a file in CI", "a pipe"))
