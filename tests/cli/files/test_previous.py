"""The previous notes that a command is given (``--previous``)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from helpers.commands import run_lines
from helpers.exports import made

NOTE = "Called the CIO, who likes Teams.\n"
RULE = ("--select", "FT511", "--output-format", "concise")
COLUMNS = ("--column", "Notes", "--id-column", "Tenant", "--date-column", "Modified")


def export(folder: Path, name: str, rows: list[tuple[str, str, str]]) -> str:
    """Write an export."""
    with (folder / name).open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([("Tenant", "Modified", "Notes"), *rows])
    return str(folder / name)


def found(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    """Return where the messages say that the previous note is, in order."""
    _, out, _ = run_lines(capsys, "check", *argv, *RULE)
    return [line.partition("previous one (")[2].partition(")")[0] for line in out if "FT511" in line]


def test_a_note_and_folders_of_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One note is compared with one, and those of folders with those of the same names, whatever their suffixes."""
    folders = []
    for folder, suffix in (("may", ".txt"), ("june", ".md")):
        (tmp_path / folder / "south").mkdir(parents=True)
        for name in ("Contoso", "south/Adatum", f"only-{folder}"):
            made(tmp_path / folder, name + suffix, NOTE if name != "Contoso" else f"{NOTE}{folder}\n")
        folders.append(str(tmp_path / folder))
    may, june = folders
    assert found(capsys, june, "--previous", may) == [str(Path(may, "south", "Adatum.txt"))]
    old, new = str(Path(may, "south", "Adatum.txt")), str(Path(june, "only-june.md"))
    assert found(capsys, new, "--previous", old) == [old]
    assert found(capsys, june) == []


def test_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By id, the note of the last day; also where tables are written, and where a folder is compared with an export."""
    old = export(
        tmp_path,
        "old.csv",
        [
            ("Contoso", "2020-05-01", NOTE),
            ("Contoso", "2020-04-01", "Earlier."),
            ("Adatum", "soon", NOTE),
            ("", "2020-05-01", NOTE),
        ],
    )
    with Path(old).open("a", encoding="utf-8") as stream:
        stream.write("ragged\r\n")
    new = export(tmp_path, "new.csv", [("Contoso", "2020-06-01", NOTE), ("Adatum", "2020-06-01", NOTE), ("", "", NOTE)])
    assert found(capsys, new, *COLUMNS, "--previous", old) == [f"row 2 of {old}"]
    (tmp_path / "notes").mkdir()
    made(tmp_path / "notes", "Contoso.md", NOTE)
    assert found(capsys, str(tmp_path / "notes"), *COLUMNS, "--previous", old) == [f"row 2 of {old}"]
    table = tmp_path / "t.csv"
    run_lines(capsys, "check", new, str(tmp_path / "notes"), *COLUMNS, *RULE, "--previous", old, "-o", str(table))
    assert table.read_text(encoding="utf-8").count("FT511") == 2
    status, _, err = run_lines(capsys, "check", new, *COLUMNS, "--previous", str(tmp_path / "none.csv"))
    assert (status, "none.csv" in err[0]) == (2, True)


@pytest.mark.parametrize(
    ("notes", "number"),
    [
        ([("2020-05-01", NOTE)], 2),
        ([("2020-05-02", NOTE), ("2020-05-01", "Earlier.")], 2),
        ([("2020-05-01", "Earlier."), ("2020-05-02", NOTE), ("2020-05-02 08:00", NOTE)], 4),
        ([("2020-05-01", NOTE), ("2020-05-02", "EXEC SUMMARY")], None),
        ([("2020-05-01", "EXEC SUMMARY"), ("2020-05-02", NOTE)], 3),
        ([("2020-06-01", NOTE)], None),
        ([("2020-05-01", NOTE), ("2020-06-02", NOTE)], None),
        ([("", NOTE)], 2),
    ],
)
def test_a_report_and_a_check_find_the_same_previous_note(
    notes: list[tuple[str, str]], number: int | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--since`` and ``--previous`` give the newest note of the older export, unless it is of the day of the note or later."""
    old = export(tmp_path, "old.csv", [("Contoso", day, note) for day, note in notes])
    new = export(tmp_path, "new.csv", [("Contoso", "2020-06-01", NOTE)])
    page = tmp_path / "r.html"
    run_lines(capsys, "report", new, *COLUMNS, "--since", old, "-o", str(page))
    text = page.read_text(encoding="utf-8")
    places = [f"row {number} of {old}"] if number else []
    assert found(capsys, new, *COLUMNS, "--previous", old) == places
    assert [f"row {row} of {old}" for row in range(2, 5) if f"the previous one (row {row} of" in text] == places


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["a.csv", "--column", "N", "--previous", "b.csv"], "--previous finds the notes of exports by --id-column"),
        (["a.md", "b.md", "--previous", "c.md"], "--previous takes one note for one note"),
        (["a.md", "--previous", "b.md", "--previous", "c.md"], "--previous takes one note for one note"),
        (["a.md", "--fix", "--previous", "b.md"], "--previous is about what the writer has to change"),
    ],
)
def test_unclear_previous_notes_are_refused(
    argv: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says how to name them."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        made(tmp_path, name, NOTE)
    status, _, err = run_lines(capsys, "check", *argv)
    assert status == 2
    assert message in err[-1]
