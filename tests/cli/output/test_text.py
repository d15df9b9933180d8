"""The text formats of ``ftnotes check``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, notes, run_command, run_lines
from helpers.results import FAULTY, ON_HOLD

from ftnotes import check


def test_concise_is_a_line_for_each_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The concise format has one line for each problem, with the whole message, and the counts."""
    (name,) = notes(tmp_path, note=FAULTY)
    _, out, _ = run_command(capsys, "check", "--output-format", "concise", name)
    *lines, count, advice, gaps, empty = out.split("\n")
    assert "skipped for lack of context" in gaps
    assert all(
        re.match(rf"{re.escape(name)}:\d+:\d+: (error|warning|information) FT\d+ [a-z-]+: .*[.?]$", line) for line in lines
    )
    assert (count.startswith(f"{len(lines)} problems in 1 note: "), empty) == (True, "")
    assert advice.startswith("Can be fixed: ")


def test_statistics_count_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--statistics counts the problems of each rule, the most frequent first, instead of printing them."""
    names = notes(tmp_path, one=WRONG, two=ON_HOLD, three=CLEAN)
    status, out, _ = run_command(capsys, "check", "--statistics", "--select", "FT2,FT301,FT109", *names)
    assert status == 1
    assert out == (
        "2  error        FT201  choice-not-in-list (1 with --unsafe-fixes)\n"
        "1  warning      FT301  hashtag-forbidden (1 with --unsafe-fixes)\n"
        "3 problems in 2 of 3 notes: 2 errors, 1 warning\n"
        "Can be fixed: 2 with --fix --unsafe-fixes, which change the writer's words\n"
    )
    (name,) = notes(tmp_path, faulty=FAULTY * 2)
    out = run_command(capsys, "check", "--statistics", "--select", "FT404,FT601", name)[1]
    assert out == (
        "2  information  FT404  workload-spelling (2 with --fix)\n2  warning      FT601  mis-decoded (2 with --fix)\n"
        "4 problems in 1 note: 2 warnings, 2 information\nCan be fixed: 4 with --fix\n"
    )
    assert run_command(capsys, "check", "--statistics", "--select", "FT2", names[2])[1] == "No problems in 1 note\n"


def test_rules_that_were_not_evaluated_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--show-not-evaluated names the rules that were skipped for a note, and the options that they need."""
    (name,) = notes(tmp_path, note=CLEAN.replace("**\n", "** #covid\n"))
    _, out, _ = run_command(capsys, "check", "--show-not-evaluated", "--select", "FT509", name)
    rule, needs = "note-type-of-another-role", "--role and --note-type"
    end = f"No problems in 1 note\n{rule} was skipped for lack of context; give it with {needs}\n"
    assert out == f"{name}: FT509 {rule} skipped: needs {needs}\n{end}"
    assert run_command(capsys, "check", "--select", "FT509", name)[1] == end
    _, out, _ = run_command(capsys, "check", "--select", "FT509", "--role", "FM", "--note-type", "Overall Status", name)
    assert out == "No problems in 1 note\n"


def test_the_last_line_says_what_can_be_fixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last line says how many problems can be fixed and how, in pipes too, if any can."""
    name, clean = notes(tmp_path, note=FAULTY, clean=CLEAN)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, out, _ = run_command(capsys, "check", "--select", "FT301,FT404,FT601", name)
    assert out.split("\n")[-2] == ("Can be fixed: 2 with --fix, 1 with --fix --unsafe-fixes, which change the writer's words")
    assert run_command(capsys, "check", "--select", "FT2", clean)[1] == "No problems in 1 note\n"


def test_fixes_are_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--show-fixes prints the title of each fix, the option that applies it, and the lines that it changes."""
    (name,) = notes(tmp_path, **{"note.md": FAULTY})
    _, lines, _ = run_lines(capsys, "check", "--show-fixes", name)
    found = [fix for one in check(FAULTY) for fix in one.fixes]
    shown = [line for line in lines if line.startswith("       = ")]
    assert len(shown) == len(found) > 2
    for line, fix in zip(shown, found, strict=True):
        option = "--fix" if fix.safe else "--fix --unsafe-fixes"
        assert line == f"       = {fix.title} ({option}):"
    assert "        -**EXEC SUMMARY** #covid" in lines
    assert "        +**EXEC SUMMARY**" in lines
    assert not any(line.startswith(f"{'':>8} ") for line in lines)


def test_the_fix_of_a_guess_is_left_to_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fix in a summary that is a guess is shown as one that no option applies."""
    text = "Exec summary\n- customer: Bank\n- status: reactive\n- progress: Partialy deployed\n- [EXO] x\n"
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "check", "--show-fixes", name)
    assert (" (a guess: by hand):" in out) == any(fix.in_guess for one in check(text) for fix in one.fixes) is True


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--redact"], "not with --redact"),
        (["--output-format", "concise"], "with --output-format full, not concise"),
    ],
)
def test_fixes_are_shown_in_full_output_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], reason: str
) -> None:
    """Where the text of notes is not shown, fixes aren't either: the option is refused."""
    (name,) = notes(tmp_path, note=FAULTY)
    status, _, err = run_command(capsys, "check", "--show-fixes", name, *options)
    assert status == 2
    assert f"--show-fixes shows the text of notes, {reason}" in err
