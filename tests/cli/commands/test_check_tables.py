"""``ftnotes check -o``: tables of problems, next actions, and notes that were not recognized."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import run_lines
from helpers.exports import WRONG, made, numbered, rows_of

from ftnotes.batch import Columns, ExportTable

GIVEN = ("--column", "Notes", "--id-column", "Tenant", "--select", "FT2")


@pytest.mark.parametrize("redact", [False, True])
def test_a_check_into_tables(redact: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tables have what `ExportTable` has, problems are counted, and the exit status is that of a check."""
    export, note, target = numbered(tmp_path), made(tmp_path, "n.md", WRONG), str(tmp_path / "t.jsonl")
    more = ("--redact",) if redact else ()
    status, out, err = run_lines(capsys, "check", export, note, *GIVEN, *more, "-o", target)
    assert (status, len(err)) == (2, 1)  # a row can't be read
    assert out[:3] == [
        f"{target}: 3 problems",
        f"{target.replace('.jsonl', '-actions.jsonl')}: 0 next actions",
        f"{target.replace('.jsonl', '-unrecognized.jsonl')}: 1 note not recognized or not read",
    ]
    assert any(line.startswith("3 problems in 3 of 5 notes") for line in out)
    rows = rows_of(target)
    if redact:
        assert {(row["id"], row["message"]) for row in rows} == {(None, None)}
    else:
        table = ExportTable("findings", export, Columns("Notes", id="Tenant"))
        assert rows[:-1] == [row for row in table.rows() if str(row["code"]).startswith("FT2")]
    assert (rows[-1]["file"], rows[-1]["row"], rows[-1]["code"]) == (note, None, "FT201")
    status, _, err = run_lines(capsys, "check", numbered(tmp_path, bad=False), *GIVEN, "-o", target, "--raw-csv")
    assert (status, err) == (1, [])


def test_strict_writes_no_table_of_a_bad_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The input is what could not be read."""
    target = tmp_path / "out.csv"
    status, out, err = run_lines(capsys, "check", numbered(tmp_path), *GIVEN, "--strict", "-o", str(target))
    assert (status, err[-1]) == (2, "ftnotes: nothing was written")
    assert any(line.endswith("1 row could not be read") for line in out)
    assert not target.exists()


def test_what_is_read_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that would replace an export is refused, and so is a name that is not that of a table."""
    export = Path(numbered(tmp_path, bad=False))
    before = export.read_bytes()
    for name in (str(export), str(tmp_path / "t.html")):
        status, out, err = run_lines(capsys, "check", str(export), *GIVEN, "-o", name)
        assert (status, out, len(err)) == (2, [], 1)
        assert err[0].startswith(f"ftnotes check: {name}: is ")
        assert err[0].endswith("; nothing was written")
    assert export.read_bytes() == before
    assert list(tmp_path.iterdir()) == [export]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["-o", "t.csv", "--output-format", "json"], "-o needs --output-format full or concise, not json"),
        (["--raw-csv"], "--raw-csv is about tables; name one to write, as in -o problems.csv"),
        (["--keep", "A"], "--keep is about tables; name one to write"),
        (["-o", "t.csv", "--diff"], "-o is about writing, and --diff writes nothing"),
    ],
)
def test_contradictions(options: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options about tables need one."""
    status, _, err = run_lines(capsys, "check", numbered(tmp_path), *GIVEN, *options)
    assert (status, reason in err[0]) == (2, True)
