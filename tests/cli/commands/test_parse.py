"""``ftnotes parse``: notes and exports as outlines and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import CLEAN, WRONG, harmless, notes, run_command
from helpers.exports import made

from ftnotes.cli.main import main


def test_json_is_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json each note is one object on one line, in ASCII, whether one is given or many."""
    names = notes(tmp_path, one=WRONG, two="保留\x7f\x9b")
    assert main(["parse", "--json", names[0]]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == names[0]
    assert main(["parse", "--json", *names]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert harmless(out)
    first, second = map(json.loads, out.splitlines())
    assert (first["format"], first["type"], first["file"]) == (1, "Document", names[0])
    assert second["blocks"] == [{"type": "Prose", "span": [0, 4], "text": "保留\x7f\x9b"}]


def test_rows_of_exports_are_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each row of an export is a note of its own, beside notes in files; what can't be read is reported, with status 2."""
    file = made(tmp_path, "e.csv", f'Tenant,Notes\n1,"{CLEAN}"\n2\n3,\n')
    (name,) = notes(tmp_path, note=CLEAN)
    status, out, err = run_command(capsys, "parse", file, name, "--column", "Notes", "--id-column", "Tenant")
    assert [line for line in out.splitlines() if line and line[0] != " "] == [
        f"{file}, row 2 (1): 1 summary",
        f"{file}, row 4 (3): empty",
        f"{name}: 1 summary",
    ]
    assert (status, err.startswith(f"ftnotes: {file}, row 3, line 5: has 1 cell")) == (2, True)
    status, out, _ = run_command(capsys, "parse", "--json", file, name, "--column", "Notes", "--id-column", "Tenant")
    first, second, third = map(json.loads, out.splitlines())
    assert [(note["file"], note.get("row"), note.get("id")) for note in (first, second, third)] == [
        (file, 2, "1"),
        (file, 4, "3"),
        (name, None, None),
    ]
    assert (first["type"], first["blocks"], second["blocks"]) == ("Document", third["blocks"], [])


def test_an_export_needs_its_column_to_be_parsed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An export is never read as one note; --column without an export is refused."""
    file = made(tmp_path, "e.csv", "Notes\nx\n")
    (name,) = notes(tmp_path, note=CLEAN)
    assert run_command(capsys, "parse", file) == (
        2,
        "",
        f"ftnotes parse: {file}: .csv is read as an export; pass --column, as in --column Notes\n",
    )
    assert run_command(capsys, "parse", name, "--column", "Notes")[2].startswith("ftnotes parse: --column needs an export")
