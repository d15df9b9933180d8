"""``ftnotes records``: the tables that it writes, and what it reports."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from helpers.commands import COMMAND, run_installed, run_lines
from helpers.exports import NOTE, made, numbered, rows_of

from ftnotes.batch import table_name


def test_records_of_notes_and_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`records` writes both tables of all inputs, and reports what it wrote."""
    notes = made(tmp_path, "a.md", NOTE.replace("\ud800", "")), made(tmp_path, "b.md", "Next step: prose\n")
    target = str(tmp_path / "out.jsonl")
    status, out, err = run_lines(capsys, "records", *notes, numbered(tmp_path, bad=False), "--column", "Notes", "-o", target)
    assert (status, err) == (0, [])
    assert out == [
        f"{target}: 5 summaries",
        f"{target.replace('.jsonl', '-workloads.jsonl')}: 1 workload",
        f"{target.replace('.jsonl', '-actions.jsonl')}: 1 next action",
        "No summary was found in 1 of 6 notes",
    ]
    assert [row["row"] for row in rows_of(target)] == [None, 2, 3, 4, 5]
    status, out, err = run_lines(capsys, "records", notes[0], str(tmp_path / "none.md"), "-o", target)
    assert (status, len(out), len(err)) == (2, 4, 1)
    status, out, err = run_lines(capsys, "records", numbered(tmp_path), "none.csv", "--column", "Notes", "-o", target)
    assert (status, len(out), len(err)) == (2, 4, 2)
    assert run_lines(capsys, "records", notes[1], "-o", str(tmp_path / "none" / "out.csv"))[0] == 2
    assert run_lines(capsys, "records", notes[1], "-o", str(tmp_path / "out.txt"))[0] == 2
    before = Path(target).read_bytes()
    status, out, err = run_lines(capsys, "records", str(tmp_path / "none.md"), "-o", target)
    assert (status, out, len(err)) == (2, [], 3)
    assert Path(target).read_bytes() == before


@pytest.mark.parametrize("target", ["export.csv", "./export.csv", "folder/../export.csv", "link.csv", "hard.csv", "second.csv"])
def test_an_input_is_never_replaced(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that would replace an export (by any spelling, by a link, or as second table) is refused; nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    export = Path(numbered(tmp_path, bad=False))
    for name in ("second-workloads.csv", "link.csv"):
        (tmp_path / name).symlink_to(export.name)
    (tmp_path / "hard.csv").hardlink_to(export)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    status, out, err = run_lines(capsys, "records", export.name, "--column", "Notes", "-o", target)
    refused = "second-workloads.csv" if target == "second.csv" else target
    assert (status, out) == (2, [])
    assert err == [
        f"ftnotes: {refused}: is itself an input and would be lost; name another file to write",
        "ftnotes: nothing was written",
    ]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_neither_table_replaces_the_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second table whose name leads to the first one is refused."""
    (tmp_path / "out-workloads.csv").symlink_to("out.csv")
    target = str(tmp_path / "out.csv")
    status, _, err = run_lines(capsys, "records", numbered(tmp_path, bad=False), "--column", "Notes", "-o", target)
    assert (status, err[-1], Path(target).exists()) == (2, "ftnotes: nothing was written", False)


def test_redirected_standard_input_is_never_replaced(tmp_path: Path) -> None:
    """A file that standard input is redirected from is an input too."""
    name = made(tmp_path, "note.csv", NOTE.replace("\ud800", ""))
    with open(name, "rb") as stream:
        done = subprocess.run([COMMAND, "records", "-", "-o", name], stdin=stream, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is itself an input" in done.stderr
    assert Path(name).read_bytes() == NOTE.replace("\ud800", "").encode()


def test_the_installed_command_writes_records(tmp_path: Path) -> None:
    """``ftnotes records``, from end to end."""
    target = str(tmp_path / "out.csv")
    done = run_installed("records", numbered(tmp_path, bad=False), "--column", "Notes", "--id-column", "Tenant", "-o", target)
    assert (done.returncode, done.stderr) == (0, "")
    counted = f"{table_name(target, 'workloads')}: 0 workloads\n{table_name(target, 'actions')}: 0 next actions\n"
    assert done.stdout == f"{target}: 4 summaries\n{counted}Read 4 notes\n"
    assert [row["id"] for row in rows_of(target)] == ["T0", "T1", "T2", "T3"]
    assert rows_of(target, "workloads") == []


def test_inputs_without_any_summary_do_not_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An export or folder in which nothing was recognized is reported; tables are written all the same."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text("A call.")
    target = str(tmp_path / "out.csv")
    for argv in ([made(tmp_path, "e.csv", "Notes\nA call.\n"), "--column", "Notes"], [str(folder)]):
        status, _, err = run_lines(capsys, "records", *argv, "-o", target)
        assert (status, len(err)) == (2, 1)
        assert err[0].startswith(f"ftnotes: {argv[0]}: no summary was recognized in 1 text; check ")


def test_a_bad_date_is_reported_and_skips_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The other rows are written, with days for their dates."""
    export = made(tmp_path, "e.csv", "Notes,Date\nNext step: call by Friday,2020-05-06\nNext step: call,May\n")
    target = str(tmp_path / "out.jsonl")
    options = ("--column", "Notes", "--date-column", "Date")
    status, _, err = run_lines(capsys, "records", export, *options, "-o", target)
    assert (status, "'May' is not written like 2020-05-08" in "".join(err)) == (2, True)
    note = made(tmp_path, "n.md", "Next step: call by Friday\n")
    assert [row["first"] for row in rows_of(target.replace("out", "out-actions"))] == ["2020-05-08"]
    assert run_lines(capsys, "records", note, "--date", "2020-05-13", "-o", target)[0] == 0
    assert [row["first"] for row in rows_of(target.replace("out", "out-actions"))] == ["2020-05-15"]


def test_without_a_file_a_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output has one table as CSV or JSON lines, with the kept columns; everything else goes to standard error."""
    export = made(
        tmp_path, "e.csv", 'Region,Notes\n@West,"**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n"\nEast,A call.\n'
    )
    given = (export, "--column", "Notes", "--keep", "Region")
    status, out, err = run_lines(capsys, "records", *given)
    assert (status, err) == (0, [])
    assert out[0].startswith("file,row,id,Region,number,language")
    assert out[1].startswith(f"{export},2,,'@West,1,en,EXEC SUMMARY")
    assert len(out) == 2
    status, out, _ = run_lines(capsys, "records", *given, "--output-format", "jsonl", "--table", "workloads")
    assert (status, out) == (0, [])
    status, out, _ = run_lines(capsys, "records", *given, "--output-format", "jsonl")
    assert [json.loads(line)["Region"] for line in out] == ["@West"]
    status, _, err = run_lines(capsys, "records", str(tmp_path / "none.md"))
    assert (status, err[-2:]) == (
        2,
        ["ftnotes: records: no note could be read; see the messages above", "ftnotes: nothing was written"],
    )
    status, _, err = run_lines(capsys, "records", *given, "--strict", "--keep", "Segment")
    assert (status, "there is no column 'Segment'" in err[0]) == (2, True)


def test_redacted_tables_quote_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither printed ones nor written ones."""
    note = "**EXEC SUMMARY**\n- DESCRIBE THE CUSTOMER: secret\n- STATUS OF THE ENGAGEMENT: Reactive\n"
    file = made(tmp_path, "e.csv", f'Tenant,Notes\nContoso,"{note}"\n')
    argv = ("records", file, "--column", "Notes", "--id-column", "Tenant", "--redact")
    status, out, _ = run_lines(capsys, *argv)
    assert (status, len(out)) == (0, 2)
    target = tmp_path / "out.csv"
    assert run_lines(capsys, *argv, "-o", str(target))[0] == 0
    for text in (out[1], target.read_text(encoding="utf-8")):
        assert "secret" not in text
        assert "Contoso" not in text


def test_a_table_is_of_one_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first one by default; an unknown one is refused."""
    text = "[EXO]\n**Status:** Paused\n**Summary:** Met.\n**Overall Concerns:** none\n**Next Steps:** call\n"
    note = made(tmp_path, "note.md", f"EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: Contoso\n\n{text}")
    for more, column, cell in (
        ([], "customer", "Contoso"),
        (["--template", "technical-enablement"], "status_choice", "paused"),
    ):
        status, out, err = run_lines(capsys, "records", note, "--output-format", "jsonl", *more)
        assert (status, err, len(out)) == (0, [], 1)
        assert json.loads(out[0])[column] == cell
    status, out, err = run_lines(capsys, "records", note, "--template", "week")
    assert (status, out) == (2, [])
    assert "template 'week' is unknown" in "".join(err)
