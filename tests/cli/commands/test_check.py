"""``check --fix``, ``fix`` and ``--diff``: what is mended, what is told of it, and what is left alone."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, harmless, notes, run_command
from hypothesis import given
from hypothesis import strategies as st

import ftnotes.policy.fixer
from ftnotes import Diagnostic, Edit, Fix, LineMap, Severity, Span
from ftnotes.cli.main import main
from ftnotes.cli.output.diff import Change, changes, difference
from ftnotes.cli.output.terminal import Screen
from ftnotes.policy.fixer import FixResult, traced
from ftnotes.text.edits import SourceMap

#: The last line where only an unsafe fix is left.
UNSAFE = "Can be fixed: 1 with --fix --unsafe-fixes, which touches words of the writer"
#: Something safe to mend, something to mend only where that is asked for, and something that can't be mended.
FAULTY = """\
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [exo]  Exchange Online â€“ wave 2

stray
- REQUESTS FOR SUPPORT: None
"""
COMMAND = Path(sysconfig.get_path("scripts")) / "ftnotes"
SELECT = ("--select", "FT111,FT301,FT404,FT601")


def test_fixing_mends_what_is_safe_and_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix and fix mend what is safe, tell of each fix its place, rule and title, and what is left; only the file changes."""
    for command in (["check", "--fix"], ["fix"]):
        (name,) = notes(tmp_path, note=FAULTY)
        status, out, err = run_command(capsys, *command, *SELECT, name)
        assert (status, err) == (1, "")
        lines = out.split("\n")
        assert lines[:3] == [
            f"{name}:5:8: fixed FT404 workload-spelling: use the template's spelling",
            f"{name}:5:30: fixed FT601 mis-decoded: restore the original characters",
            "",
        ]
        assert lines[-3:] == ["2 problems left in 1 note: 2 warnings; 2 fixed in 1 note", UNSAFE, ""]
        assert [line.split()[2] for line in lines if line.startswith(name) and " fixed " not in line] == ["FT301", "FT111"]
        assert Path(name).read_bytes().decode() == FAULTY.replace("exo", "EXO").replace("â€“", "–")
        assert os.listdir(tmp_path) == ["note"]


def test_unsafe_fixes_are_applied_where_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--unsafe-fixes applies also those that touch the writer's words; nothing left is 0."""
    (name,) = notes(tmp_path, note=FAULTY.replace("stray\n", ""))
    status, out, _ = run_command(capsys, "fix", "--unsafe-fixes", *SELECT, name)
    assert status == 0
    assert out.split("\n")[-2] == "No problems left in 1 note; 3 fixed in 1 note"
    assert Path(name).read_bytes().decode().startswith("**EXEC SUMMARY**\n")


def test_what_has_nothing_to_mend_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note without anything to mend stays the very file it was."""
    (name,) = notes(tmp_path, note=WRONG)
    before = os.stat(name)
    assert run_command(capsys, "fix", "--select", "FT201", name)[0] == 1
    after = os.stat(name)
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_diff_shows_the_change_and_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff writes nothing, shows what would change and what it can't mend, and returns 1, with check and with fix."""
    for command in (["check", "--diff"], ["fix", "--diff"], ["check", "--fix", "--diff"]):
        (name,) = notes(tmp_path, note=FAULTY)
        status, out, err = run_command(capsys, *command, *SELECT, name)
        assert (status, err) == (1, "")
        assert out.startswith(
            f"--- {name}\n+++ {name} (fixed)\n@@ -2,7 +2,7 @@\n - STATUS OF THE ENGAGEMENT: On Hold\n"
            " - SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n \n"
            "-   -  [exo]  Exchange Online â€“ wave 2\n+   -  [EXO]  Exchange Online – wave 2\n \n stray\n"
            " - REQUESTS FOR SUPPORT: None\n\n"
        )
        assert f"{name}:5:8: can be fixed FT404" in out
        assert f"{name}:7:1: warning FT111" in out
        assert out.endswith(f"\n2 problems left in 1 note: 2 warnings; 2 can be fixed in 1 note\n{UNSAFE}\n")
        assert Path(name).read_bytes().decode() == FAULTY


def test_a_diff_of_what_alone_can_be_mended_returns_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A diff that would change something returns 1, though nothing would be left; without a change 0, and no diff."""
    text = CLEAN.replace("**EXEC", "\u200b**EXEC")
    name, clean = notes(tmp_path, note=text, clean=CLEAN)
    status, out, _ = run_command(capsys, "check", "--diff", "--select", "FT602", name)
    assert (status, out.split("\n")[3:5]) == (1, ["-\\u200b**EXEC SUMMARY**", "+**EXEC SUMMARY**"])
    assert run_command(capsys, "check", "--diff", "--select", "FT602", "--exit-zero", name)[0] == 0
    assert run_command(capsys, "check", "--diff", "--select", "FT602", clean) == (0, "No problems in 1 note\n", "")


def test_places_of_a_diff_are_those_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left is told with its place in the file as it is, though the diff takes lines out above it; excerpts too."""
    text = FAULTY.replace("   -  [exo]", "   -  [SPO]  SharePoint Online\n   -  [exo]")
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "check", "--diff", "--unsafe-fixes", "--select", "FT111,FT407", name)
    assert f"{name}:8:1: warning FT111" in out
    assert "     8 | stray\n" in out
    _, out, _ = run_command(capsys, "fix", "--unsafe-fixes", "--select", "FT111,FT407", name)
    assert f"{name}:7:1: warning FT111" in out


# ---- standard input


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_the_fixed_text_of_stdin_goes_to_stdout(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], mark: bytes
) -> None:
    """Of standard input, the mended text alone goes to stdout, in its encoding; everything else goes to stderr."""
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    pipe(monkeypatch, mark + FAULTY.replace("\n", "\r\n").encode(encoding))
    assert main(["fix", *SELECT, "-"]) == 1
    out, err = capfdbinary.readouterr()
    assert out == mark + FAULTY.replace("exo", "EXO").replace("â€“", "–").replace("\n", "\r\n").encode(encoding)
    assert b"<stdin>:5:8: fixed FT404" in err
    assert err.endswith(f"2 problems left in 1 note: 2 warnings; 2 fixed in 1 note\n{UNSAFE}\n".encode())


def test_a_clean_stdin_is_passed_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input with nothing to mend is passed on as it is; what can't be read is not."""
    pipe(monkeypatch, CLEAN.encode())
    assert run_command(capsys, "fix", "--select", "FT2", "-") == (0, CLEAN, "No problems in 1 note\n")
    pipe(monkeypatch, b"\xe9 ")
    status, out, err = run_command(capsys, "fix", "-")
    assert (status, out) == (2, "")
    assert "is not UTF-8" in err


def test_stdin_without_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is closed, the mended text goes nowhere, and the status still tells the result."""
    pipe(monkeypatch, CLEAN.encode())
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["fix", "--select", "FT2", "-"]) == 0


def test_a_diff_of_stdin_goes_to_stdout(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff shows the change of standard input, under the name that it is given."""
    pipe(monkeypatch, FAULTY.encode())
    status, out, err = run_command(capsys, "fix", "--diff", "--stdin-filename", "call.md", *SELECT, "-")
    assert (status, err) == (1, "")
    assert out.startswith("--- call.md\n")


def test_the_installed_command_mends_what_is_piped() -> None:
    """The installed command passes a mended note on, byte for byte but for what was mended."""
    data = FAULTY.replace("\n", "\r\n").encode()
    done = subprocess.run([COMMAND, "fix", *SELECT, "-"], input=data, capture_output=True)
    assert (done.returncode, done.stdout) == (1, data.replace(b"exo", b"EXO").replace("â€“".encode(), "–".encode()))
    assert b"<stdin>:5:8: fixed FT404" in done.stderr
    assert b"\x1b" not in done.stderr


# ---- what can't be written


def test_a_note_that_can_t_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note that can't be written keeps its findings, and is told of with the reason; the others are mended; 2 is returned."""
    if not hasattr(os, "link"):
        pytest.skip("no hard links here")
    linked, other = notes(tmp_path, linked=FAULTY, other=FAULTY)
    os.link(linked, tmp_path / "second")
    status, out, err = run_command(capsys, "fix", *SELECT, linked, other)
    assert status == 2
    assert err.startswith(f"ftnotes: {linked}: has 2 names (hard links), ")
    assert f"{linked}:5:8: information FT404" in out
    assert f"{other}:5:8: fixed FT404" in out
    assert "; 2 fixed in 1 note; 1 note could not be written\n" in out
    assert Path(linked).read_bytes().decode() == FAULTY
    assert run_command(capsys, "fix", "--force-in-place", *SELECT, linked)[0] == 1
    assert (tmp_path / "second").read_bytes() == Path(linked).read_bytes() == Path(other).read_bytes()


def test_withheld_fixes_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding whose fix was held back says so, and is counted."""
    (name,) = notes(tmp_path, note=FAULTY)

    def hold_back(text: str, **_: object) -> FixResult:
        found = Diagnostic("FT404", "workload-spelling", "Write it so.", Severity.WARNING, Span(3, 5), (FIX,))
        return FixResult(text, (), (found,), (found,))

    monkeypatch.setattr(ftnotes.policy.fixer, "fix", hold_back)
    status, out, _ = run_command(capsys, "fix", *SELECT, name)
    assert status == 1
    assert out.split("\n")[3:] == [
        "       = its fix was skipped because it would change more than it should; fix this by hand",
        "",
        "1 problem in 1 note: 1 warning; 1 fix skipped",
        "",
    ]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "Can be fixed" not in run_command(capsys, "fix", *SELECT, name)[1]
    _, out, _ = run_command(capsys, "fix", "--output-format", "json", *SELECT, name)
    assert '"withheld": true' in out
    _, out, _ = run_command(capsys, "fix", "--output-format", "sarif", *SELECT, name)
    assert '"fixes"' not in out


FIX = Fix("write it so", (Edit(Span(3, 5), "x"),), True)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["check", "--unsafe-fixes", "x"], "--unsafe-fixes needs --fix or --diff"),
        (["check", "--force-in-place", "x"], "--force-in-place needs --fix"),
        (
            ["fix", "--diff", "--force-in-place", "x"],
            "--force-in-place is about writing, and --diff writes nothing; use one of them",
        ),
        (["check", "--diff", "--redact", "x"], "--diff shows the text of notes, and --redact hides it; use one of them"),
        (["check", "--diff", "--output-format", "json", "x"], "--diff needs --output-format full or concise, not json"),
        (
            ["check", "--statistics", "--output-format", "sarif", "x"],
            "--statistics needs --output-format full or concise, not sarif",
        ),
        (["check", "--stdin-filename", "a", "x"], "--stdin-filename needs - among the notes"),
    ],
)
def test_options_that_don_t_go_together_are_refused(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Options that contradict each other, or do nothing, are refused with what goes."""
    status, out, err = run_command(capsys, *argv)
    assert (status, out) == (2, "")
    assert err.startswith(f"ftnotes {argv[0]}: {message}")


# ---- differences


def applied(before: list[str], after: list[str], found: list[Change]) -> list[str]:
    """The old lines with the changes."""
    lines, at = [], 0
    for change in found:
        lines += before[at : change.old.start] + after[change.new.start : change.new.stop]
        at = change.old.stop
    return lines + before[at:]


LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n"]), max_size=60)


@given(LINES, LINES, LINES)
def test_changes_make_the_new_text_of_the_old_one(before: list[str], middle: list[str], after: list[str]) -> None:
    """The changes applied to the old lines give the new ones; between them, lines are the same; no change is empty."""
    for old, new in ((before, after), (before + middle + after, before + after), (before + after, before + middle + after)):
        found = changes(old, new)
        assert applied(old, new, found) == new
        assert all(len(change.old) + len(change.new) for change in found)
        if old == new:
            assert not found
        at = other = 0
        for change in found:
            assert old[at : change.old.start] == new[other : change.new.start]
            at, other = change.old.stop, change.new.stop
        assert old[at:] == new[other:]


def shown(old: str, new: str) -> list[str]:
    """A diff without its head."""
    return list(difference(Screen(None), "x", old, new))[2:]


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
    ],
)
def test_differences_are_shown_in_hunks(old: str, new: str, lines: list[str]) -> None:
    """Changed lines stand in hunks with three lines around; what is no plain blank is an escape; lines end as everywhere."""
    assert shown(old, new) == lines


def test_nothing_harmful_is_in_a_difference() -> None:
    """Of all code points none reaches a terminal unescaped."""
    every = "".join(f"x{chr(code)}y\n" for code in range(0x110000))
    for line in shown(every[:200_000], every[200_000:400_000]) + shown(every[-900_000:], ""):
        assert harmless(line)
    assert harmless("".join(shown("", every)))


def test_a_difference_takes_linear_time() -> None:
    """Of twice the text a difference takes twice the comparisons at most, also where nothing is the same."""
    compared = 0

    class Line(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    counts = []
    for size in (1000, 2000):
        compared = 0
        changes([Line(f"a{number}") for number in range(size)], [Line(f"b{number}") for number in range(2 * size)])
        counts.append(compared)
    assert counts[1] < 2.2 * counts[0]


# ---- passes


@given(st.text("abc\n", max_size=30), st.data())
def test_places_are_traced_back(text: str, data: st.DataObject) -> None:
    """A character that no edit touched is traced back to itself; one that was written, to where that was done."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(Span(start, end), data.draw(st.text("xyz", max_size=3))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    edits = [edit for number, edit in enumerate(edits) if number % 2 == 0]
    pieces, origins, at = "", [], 0
    for edit in edits:
        pieces += text[at : edit.span.start] + edit.text
        origins += [*range(at, edit.span.start), *[edit.span.start] * len(edit.text)]
        at = edit.span.end
    pieces += text[at:]
    origins += [*range(at, len(text) + 1)]
    one = SourceMap.of(reversed(edits))
    assert [span.text(pieces) for span in one.after] == [edit.text for edit in edits]
    for offset, origin in enumerate(origins[:-1]):
        assert one.origin(offset) == origin
        if pieces[offset] in "abc\n":
            assert text[origin] == pieces[offset]
    found = Diagnostic("FT100", "x", "x", Severity.ERROR, Span(0, len(pieces)), (), (Span(len(pieces), len(pieces)),))
    assert traced(found, (one,), LineMap(text)).span.end == traced(found, (one,), LineMap(text)).evidence[0].end == len(text)
