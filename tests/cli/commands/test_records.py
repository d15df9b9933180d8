"""``ftnotes records``: the tables that it writes, and what it reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import run_installed, run_lines
from helpers.exports import NOTE, made, numbered, rows_of

from ftnotes.batch import workloads_name


def test_records_of_notes_and_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`records` writes both tables of all inputs, and reports what it wrote."""
    notes = made(tmp_path, "a.md", NOTE.replace("\ud800", "")), made(tmp_path, "b.md", "prose\n")
    target = str(tmp_path / "out.jsonl")
    status, out, err = run_lines(capsys, "records", *notes, numbered(tmp_path, bad=False), "--column", "Notes", "-o", target)
    assert (status, err) == (0, [])
    assert out == [
        f"{target}: 5 summaries of 6 notes",
        f"{target.replace('.jsonl', '-workloads.jsonl')}: 1 workload",
        "No exec summary was found in 1 note",
    ]
    assert [row["row"] for row in rows_of(target)] == [None, 2, 3, 4, 5]
    status, out, err = run_lines(capsys, "records", notes[0], str(tmp_path / "none.md"), "-o", target)
    assert (status, len(out), len(err)) == (2, 2, 1)
    status, out, err = run_lines(capsys, "records", numbered(tmp_path), "none.csv", "--column", "Notes", "-o", target)
    assert (status, len(out), len(err)) == (2, 2, 2)
    assert run_lines(capsys, "records", notes[1], "-o", str(tmp_path / "none" / "out.csv"))[0] == 2
    assert run_lines(capsys, "records", notes[1], "-o", str(tmp_path / "out.txt"))[0] == 2
    before = Path(target).read_bytes()
    status, out, err = run_lines(capsys, "records", str(tmp_path / "none.md"), "-o", target)
    assert (status, out, len(err)) == (2, [], 3)
    assert Path(target).read_bytes() == before


def test_the_installed_command_writes_records(tmp_path: Path) -> None:
    """``ftnotes records``, from end to end."""
    target = str(tmp_path / "out.csv")
    done = run_installed("records", numbered(tmp_path, bad=False), "--column", "Notes", "--id-column", "Tenant", "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{target}: 4 summaries of 4 notes\n{workloads_name(target)}: 0 workloads\n"
    assert [row["id"] for row in rows_of(target)] == ["T0", "T1", "T2", "T3"]
    assert rows_of(workloads_name(target)) == []
