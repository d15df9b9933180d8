"""``check --fix``, ``fix`` and ``--diff``: what is fixed, what is printed, and what is not touched."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.commands import CLEAN, COMMAND, WRONG, notes, run_command

from ftnotes import Diagnostic, Document, Edit, Fix, Severity, Span
from ftnotes.cli.main import main
from ftnotes.policy.fix_result import FixResult, Skipped
from ftnotes.policy.fixer import Fixer
from ftnotes.policy.harm import CheckedNote

#: The last line where only an unsafe fix is left.
UNSAFE = "Can be fixed: 1 with --fix --unsafe-fixes, which change the writer's words"


#: A problem with a safe fix, one with an unsafe fix, and one without a fix.
FAULTY = """\
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [exo]  Exchange Online â€“ wave 2

stray
- REQUESTS FOR SUPPORT: None
"""


SELECT = ("--select", "FT111,FT301,FT404,FT601")


def test_safe_fixes_are_applied_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--fix and fix apply safe fixes, print place, rule and title of each, and the remaining problems."""
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


def test_a_note_without_fixes_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note without fixes keeps the same file."""
    (name,) = notes(tmp_path, note=WRONG)
    before = os.stat(name)
    assert run_command(capsys, "fix", "--select", "FT201", name)[0] == 1
    after = os.stat(name)
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_diff_shows_the_change_and_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff writes nothing, shows the changes and the remaining problems, and returns 1, with check and with fix."""
    for command in (["check", "--diff"], ["fix", "--diff"], ["check", "--fix", "--diff"]):
        (name,) = notes(tmp_path, note=FAULTY)
        status, out, err = run_command(capsys, *command, *SELECT, name)
        assert (status, err) == (1, "")
        assert out.startswith(
            f"--- a{name}\n+++ b{name}\n@@ -2,7 +2,7 @@\n - STATUS OF THE ENGAGEMENT: On Hold\n"
            " - SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:\n \n"
            "-   -  [exo]  Exchange Online â€“ wave 2\n+   -  [EXO]  Exchange Online – wave 2\n \n stray\n"
            " - REQUESTS FOR SUPPORT: None\n\n"
        )
        assert f"{name}:5:8: can be fixed FT404" in out
        assert f"{name}:7:1: warning FT111" in out
        assert out.endswith(f"\n2 problems left in 1 note: 2 warnings; 2 can be fixed in 1 note\n{UNSAFE}\n")
        assert Path(name).read_bytes().decode() == FAULTY


def test_a_diff_that_leaves_no_problem_returns_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A diff that would change something returns 1, though nothing would be left; without a change 0, and no diff."""
    text = CLEAN.replace("**EXEC", "\u200b**EXEC")
    name, clean = notes(tmp_path, note=text, clean=CLEAN)
    status, out, _ = run_command(capsys, "check", "--diff", "--select", "FT602", name)
    assert (status, out.split("\n")[3:5]) == (1, ["-\u200b**EXEC SUMMARY**", "+**EXEC SUMMARY**"])
    assert run_command(capsys, "check", "--diff", "--select", "FT602", "--exit-zero", name)[0] == 0
    assert run_command(capsys, "check", "--diff", "--select", "FT602", clean) == (0, "No problems in 1 note\n", "")


def test_places_of_a_diff_are_those_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Remaining problems have their place in the file as it is, although the diff removes lines above it; excerpts too."""
    text = FAULTY.replace("   -  [exo]", "   -  [SPO]  SharePoint Online\n   -  [exo]")
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "check", "--diff", "--unsafe-fixes", "--select", "FT111,FT407", name)
    assert f"{name}:8:1: warning FT111" in out
    assert "     8 | stray\n" in out
    _, out, _ = run_command(capsys, "fix", "--unsafe-fixes", "--select", "FT111,FT407", name)
    assert f"{name}:7:1: warning FT111" in out


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Replace standard input by these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_the_fixed_text_of_stdin_goes_to_stdout(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], mark: bytes
) -> None:
    """For standard input, only the fixed text goes to stdout, in its encoding; everything else goes to stderr."""
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    pipe(monkeypatch, mark + FAULTY.replace("\n", "\r\n").encode(encoding))
    assert main(["fix", *SELECT, "-"]) == 1
    out, err = capfdbinary.readouterr()
    assert out == mark + FAULTY.replace("exo", "EXO").replace("â€“", "–").replace("\n", "\r\n").encode(encoding)
    assert b"<stdin>:5:8: fixed FT404" in err
    assert err.endswith(f"2 problems left in 1 note: 2 warnings; 2 fixed in 1 note\n{UNSAFE}\n".encode())


def test_a_clean_stdin_is_passed_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input without fixes is passed on unchanged; unreadable input is not."""
    pipe(monkeypatch, CLEAN.encode())
    assert run_command(capsys, "fix", "--select", "FT2", "-") == (0, CLEAN, "No problems in 1 note\n")
    pipe(monkeypatch, b"\xe9 ")
    status, out, err = run_command(capsys, "fix", "-")
    assert (status, out) == (2, "")
    assert "is not UTF-8" in err


def test_stdin_without_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """If stdout is closed, the fixed text goes nowhere, and the status is still the result."""
    pipe(monkeypatch, CLEAN.encode())
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["fix", "--select", "FT2", "-"]) == 0


def test_a_diff_of_stdin_goes_to_stdout(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff shows the change of standard input, under the name that it is given."""
    pipe(monkeypatch, FAULTY.encode())
    status, out, err = run_command(capsys, "fix", "--diff", "--stdin-filename", "call.md", *SELECT, "-")
    assert (status, err) == (1, "")
    assert out.startswith("--- a/call.md\n+++ b/call.md\n")


def test_the_installed_command_fixes_a_piped_note() -> None:
    """The installed command passes a fixed note on, byte for byte except for the fixes."""
    data = FAULTY.replace("\n", "\r\n").encode()
    done = subprocess.run([COMMAND, "fix", *SELECT, "-"], input=data, capture_output=True)
    assert (done.returncode, done.stdout) == (1, data.replace(b"exo", b"EXO").replace("â€“".encode(), "–".encode()))
    assert b"<stdin>:5:8: fixed FT404" in done.stderr
    assert b"\x1b" not in done.stderr


def test_a_note_that_can_t_be_written_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note that can't be written keeps its problems and is reported with the reason; the others are fixed; 2 is returned."""
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


def test_skipped_fixes_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A problem whose fix was skipped says so, and is counted."""
    (name,) = notes(tmp_path, note=FAULTY)

    def hold_back(fixer: Fixer, document: Document) -> tuple[FixResult, CheckedNote]:
        found = Diagnostic("FT404", "workload-spelling", "Write it so.", Severity.WARNING, Span(3, 5), (FIX,))
        skipped = (Skipped(found, FIX, "it would change more"),)
        return FixResult(document.text, (), (found,), skipped), CheckedNote(document, fixer.check)

    monkeypatch.setattr(Fixer, "fix", hold_back)
    status, out, _ = run_command(capsys, "fix", *SELECT, name)
    assert status == 1
    assert out.split("\n")[3:] == [
        "       = its fix was skipped: it would change more; fix this by hand",
        "",
        "1 problem in 1 note: 1 warning; 1 fix skipped",
        "",
    ]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "Can be fixed" not in run_command(capsys, "fix", *SELECT, name)[1]
    _, out, _ = run_command(capsys, "fix", "--output-format", "json", *SELECT, name)
    assert '"fix-skipped": "it would change more"' in out
    _, out, _ = run_command(capsys, "fix", "--output-format", "sarif", *SELECT, name)
    assert '"fixes"' not in out


FIX = Fix("write it so", (Edit(Span(3, 5), "x"),), True)
