"""``check --baseline``: only new problems count."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, notes, run_command, run_lines
from helpers.results import FAULTY

from ftnotes.strategies.examples import TIDY


def written(folder: Path, capsys: pytest.CaptureFixture[str], *names: str) -> str:
    """Return the name of a baseline of notes."""
    baseline = str(folder / "baseline.json")
    status, _, err = run_command(capsys, "check", *names, "--write-baseline", baseline)
    assert status == 0
    assert err.endswith(f" written to {baseline}\n")
    return baseline


def test_known_problems_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Problems of the baseline are not reported, also below new lines; new problems are, and fail."""
    name, clean = notes(tmp_path, **{"faulty.md": FAULTY, "clean.md": TIDY})
    baseline = written(tmp_path, capsys, name, clean)
    _, all_lines, _ = run_lines(capsys, "check", "--output-format", "concise", name)
    count = sum(line.startswith(name) for line in all_lines)
    Path(name).write_text("A line above.\n\n" + FAULTY, encoding="utf-8")
    status, out, err = run_command(capsys, "check", name, clean, "--baseline", baseline)
    assert (status, err) == (0, f"ftnotes check: {count} known problems left out\n")
    assert "No problems in 2 notes" in out
    Path(clean).write_text(TIDY.replace("Fully Engaged", "Engaged"), encoding="utf-8")
    status, out, _ = run_command(capsys, "check", name, clean, "--baseline", baseline, "--output-format", "concise")
    assert status == 1
    assert [line.split()[2] for line in out.splitlines() if line.startswith((name, clean))] == ["FT201"]


def test_the_same_problem_once_more_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Equal problems are counted: one known does not excuse two."""
    (name,) = notes(tmp_path, **{"note.md": WRONG})
    baseline = written(tmp_path, capsys, name)
    Path(name).write_text(f"{WRONG}\n\n{WRONG}", encoding="utf-8")
    status, out, err = run_command(capsys, "check", name, "--baseline", baseline, "--select", "FT201")
    assert status == 1
    assert "1 problem in 1 note" in out
    assert "1 known problem left out" in err


def test_problems_that_are_gone_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Known problems that a note no longer has are counted, with how to forget them; other notes are not asked."""
    name, other = notes(tmp_path, **{"note.md": WRONG, "other.md": WRONG})
    baseline = written(tmp_path, capsys, name, other, "--select", "FT201")
    Path(name).write_text(CLEAN, encoding="utf-8")
    _, _, err = run_command(capsys, "check", name, "--baseline", baseline, "--select", "FT201")
    assert err == "ftnotes check: 1 known problem is gone; to forget them, write it anew with --write-baseline\n"
    Path(other).write_text(CLEAN, encoding="utf-8")
    _, _, err = run_command(capsys, "check", name, other, "--baseline", baseline, "--select", "FT201")
    assert err.startswith("ftnotes check: 2 known problems are gone;")


def test_notes_are_known_by_their_place_beside_the_baseline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are relative to the folder of the file, so that any current folder will do; equal runs write equal files."""
    inner = tmp_path / "notes"
    inner.mkdir()
    (name,) = notes(inner, **{"note.md": WRONG})
    baseline = written(tmp_path, capsys, name, "--select", "FT201")
    content = Path(baseline).read_text(encoding="utf-8")
    assert list(json.loads(content)["problems"]) == ["notes/note.md"]
    monkeypatch.chdir(inner)
    assert (
        run_command(capsys, "check", "note.md", "--baseline", os.path.join("..", "baseline.json"), "--select", "FT201")[0] == 0
    )
    written(tmp_path, capsys, "note.md", "--select", "FT201")
    assert Path(baseline).read_text(encoding="utf-8") == content


def test_rows_of_an_export_are_known_by_their_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row that moves keeps its known problems where the export has ids; without them, its number counts."""
    export = tmp_path / "export.csv"
    row = '"' + WRONG.replace("\n", "\r\n") + '"'
    export.write_text(f"Id,Note\n7,{row}\n", encoding="utf-8")
    options = ["--column", "Note", "--select", "FT201"]
    by_id = [*options, "--id-column", "Id"]
    baseline = written(tmp_path, capsys, str(export), *by_id)
    export.write_text(f"Id,Note\n1,\n7,{row}\n", encoding="utf-8")
    assert run_command(capsys, "check", str(export), *by_id, "--baseline", baseline)[0] == 0
    baseline = written(tmp_path, capsys, str(export), *options)
    assert run_command(capsys, "check", str(export), *options, "--baseline", baseline)[0] == 0
    export.write_text(f"Id,Note\n7,{row}\n", encoding="utf-8")
    assert run_command(capsys, "check", str(export), *options, "--baseline", baseline)[0] == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("no json", "is not a baseline, which is JSON"),
        ("[" * 100_000, "is not a baseline, which is JSON"),
        ("[]", 'is not a baseline, which has the keys "version": 1 and "problems"'),
        ('{"version": 2, "problems": {}}', 'is not a baseline, which has the keys "version": 1 and "problems"'),
        ('{"version": 1, "problems": []}', 'is not a baseline, which has the keys "version": 1 and "problems"'),
        ('{"version": 1, "problems": {"a": "b"}}', "the problems of 'a' are not a list of texts"),
        ('{"version": 1, "problems": {"a": [1]}}', "the problems of 'a' are not a list of texts"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, reason: str) -> None:
    """The message names the file, what is wrong, and how to write one; nothing was checked."""
    (name,) = notes(tmp_path, note=CLEAN)
    baseline = tmp_path / "baseline.json"
    baseline.write_text(content, encoding="utf-8")
    status, out, err = run_command(capsys, "check", name, "--baseline", str(baseline))
    assert (status, out) == (2, "")
    assert err == f"ftnotes check: {baseline}: {reason}; write it anew with --write-baseline\n"


def test_files_that_cannot_be_read_or_written_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing baseline, and one that would replace a note, are refused; the note stays."""
    (name,) = notes(tmp_path, note=WRONG)
    status, _, err = run_command(capsys, "check", name, "--baseline", str(tmp_path / "none.json"))
    assert status == 2
    assert "none.json: there is no such file" in err
    status, _, err = run_command(capsys, "check", name, "--write-baseline", name)
    assert status == 2
    assert "is itself an input" in err
    assert Path(name).read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--baseline", "b", "--fix"], "--baseline is about the problems that are reported, and --fix about all"),
        (["--write-baseline", "b", "--diff"], "--write-baseline is about the problems that are reported, and --diff about all"),
        (["--baseline", "b", "-o", "t.csv"], "--baseline is about the problems that are reported, and -o about all"),
        (["--baseline", "b", "--write-baseline", "b"], "--baseline and --write-baseline exclude each other"),
        (["--write-baseline", "b", "--redact"], "--write-baseline keeps fingerprints of the notes' text"),
    ],
)
def test_options_that_exclude_each_other_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    """Each combination that would mislead is refused, with the reason."""
    (name,) = notes(tmp_path, note=CLEAN)
    status, _, err = run_command(capsys, "check", name, *options)
    assert status == 2
    assert message in err
