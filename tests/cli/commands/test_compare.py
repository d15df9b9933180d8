"""``ftnotes compare``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import run_lines
from helpers.exports import made
from helpers.reports import FULL

NEW = FULL.replace("Fully Engaged", "On Hold").replace("40 %", "60 %")
DAY = ("--as-of", "2020-06-10")
COLUMNS = ("--column", "Notes", "--id-column", "Tenant")


def export(folder: Path, name: str, **notes: str) -> str:
    """Write an export with the notes of some tenants."""
    rows = "".join(f'{tenant},"{note}"\n' for tenant, note in notes.items())
    return made(folder, name, f"Tenant,Notes\n{rows}")


def test_two_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed is printed, also where the files have different names; JSON has the same."""
    old, new = made(tmp_path, "may.md", FULL), made(tmp_path, "june.md", NEW)
    status, out, err = run_lines(capsys, "compare", old, new, *DAY)
    assert (status, err) == (0, [])
    assert out[0] == f"{new}: significant change"
    assert "  STATUS OF THE ENGAGEMENT: Fully Engaged → On Hold" in out
    assert "  SharePoint Online: [-40 -]{+60 +}% of the sites have moved" in out
    assert out[-1] == "1 customer compared: 1 with a significant change, 0 with other changes, 0 without any"
    status, (line,), _ = run_lines(capsys, "compare", old, new, *DAY, "--output-format", "json")
    found = json.loads(line)
    assert (status, found["significant"], found["choices"][0]["after"]) == (0, True, "On Hold")
    status, out, _ = run_lines(capsys, "compare", old, new, *DAY, "--redact")
    assert "  SharePoint Online: in other words" in out


def test_two_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notes are compared by their names in the folders."""
    for folder, text in (("may", FULL), ("june", NEW)):
        (tmp_path / folder / "west").mkdir(parents=True)
        made(tmp_path / folder, "Contoso.md", text)
        made(tmp_path / folder / "west", f"{folder}.md", FULL)
    status, out, _ = run_lines(capsys, "compare", str(tmp_path / "may"), str(tmp_path / "june"), *DAY)
    assert (status, out[0]) == (0, "Contoso: significant change")
    assert out[-3:-1] == [f"New (1): {Path('west', 'june')}", f"Gone (1): {Path('west', 'may')}"]


def test_two_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows are compared by id; a report shows the changes with --since."""
    old = export(tmp_path, "may.csv", Contoso=FULL, Fabrikam=FULL, Adatum=FULL)
    new = export(tmp_path, "june.csv", Contoso=NEW, Fabrikam=FULL, Trey=FULL)
    status, out, err = run_lines(capsys, "compare", old, new, *COLUMNS, *DAY)
    assert (status, err) == (0, [])
    assert out[0] == "Contoso: significant change"
    assert "Fabrikam" in out
    assert out[-3:] == [
        "New (1): Trey",
        "Gone (1): Adatum",
        "2 customers compared: 1 with a significant change, 1 with other changes, 0 without any",
    ]
    status, out, _ = run_lines(capsys, "compare", old, new, *COLUMNS, *DAY, "--output-format", "json", "--redact")
    assert [json.loads(line) for line in out] == [
        {"name": "Contoso", "significant": True},
        {"name": "Fabrikam", "significant": False},
        {"name": "Trey", "new": True},
        {"name": "Adatum", "gone": True},
    ]
    unread = export(tmp_path, "july.csv", Contoso=FULL, Fabrikam="A call.")
    status, out, _ = run_lines(capsys, "compare", old, unread, *COLUMNS, *DAY)
    assert "Not recognized in one of them (1): Fabrikam" in out
    target = tmp_path / "r.html"
    status, _, err = run_lines(capsys, "report", new, "--since", old, *COLUMNS, *DAY, "-o", str(target))
    assert (status, err) == (0, [])
    assert "2 customers compared: 1 with a significant change" in target.read_text(encoding="utf-8")


def test_exports_that_are_swapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A remark says that the older notes are the later ones; nothing else changes."""
    for name, month in (("may", "05"), ("june", "06")):
        made(tmp_path, f"{name}.csv", "Tenant,Modified,Notes\n" + "".join(f"{id},2020-{month}-01,A call.\n" for id in "abc"))
    may, june, page = (str(tmp_path / name) for name in ("may.csv", "june.csv", "r.html"))
    dated = (*COLUMNS, "--date-column", "Modified", *DAY)
    remark = "ftnotes: 3 of 3 notes are later in the older export than in the newer one; check which is older"
    assert run_lines(capsys, "compare", june, may, *dated)[2] == [remark]
    assert run_lines(capsys, "report", may, "--since", june, *dated, "-o", page)[2] == [remark]
    assert run_lines(capsys, "report", june, "--since", may, *dated, "-o", page)[2] == []


def test_what_can_not_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exports need ids, and both inputs have to be readable."""
    note, one = made(tmp_path, "n.md", FULL), export(tmp_path, "e.csv", Contoso=FULL)
    for argv in ([note, one, *COLUMNS], [one, one, "--column", "Notes"]):
        status, _, err = run_lines(capsys, "compare", *argv)
        assert (status, "exports are compared with exports, by --id-column" in err[0]) == (2, True)
    page = str(tmp_path / "r.html")
    status, _, err = run_lines(capsys, "report", one, "--since", one, "--column", "Notes", "-o", page)
    assert (status, "--since compares exports by --id-column" in err[0]) == (2, True)
    note = made(tmp_path, "n.md", "A note.")
    status, _, err = run_lines(capsys, "report", note, "--since", note, "-o", page)
    assert (status, "to compare two notes, use ftnotes compare" in err[0]) == (2, True)
    status, _, err = run_lines(capsys, "report", note, "--keep", "Region", "-o", page)
    assert (status, "name columns of an export, and there is none" in err[0]) == (2, True)
    assert run_lines(capsys, "compare", note, str(tmp_path / "none.md"))[0] == 2
    missing = str(tmp_path / "none.csv")
    assert run_lines(capsys, "compare", one, missing, *COLUMNS, "--strict")[0] == 2
    damaged = made(tmp_path, "d.csv", f'Tenant,Notes\nContoso,"{FULL}"\nragged\n')
    status, out, err = run_lines(capsys, "compare", one, damaged, *COLUMNS)
    assert (status, len(err), out[-1].startswith("1 customer compared")) == (2, 1, True)
