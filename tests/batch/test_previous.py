"""Rows with the previous note about the same customer."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from ftnotes.batch import Checked, Columns, Policy, check_export, examine_export
from ftnotes.batch.api import open_export
from ftnotes.batch.previous import OlderNotes, with_previous
from ftnotes.batch.rows import ExportError, Row

COLUMNS = Columns("Notes", id="Tenant", date="Modified")
OLDER = [
    Row("old.csv", 9, "older", "Contoso ", context={"date": "2020-04-01"}),
    Row("old.csv", 8, "oldest", "Contoso", context={"date": "2020-03-02"}),
    Row("old.csv", 10, "nobody's", " ", context={"date": "2020-04-01"}),
    Row("old.md", 0, "older", "Adatum"),
]
ROWS = [
    ("Contoso", "2020-05-01", "May"),
    ("Fabrikam", "2020-05-02", "alone"),
    (" Contoso", "2020-07-01", "July"),
    ("Contoso", "2020-06-01 10:00", "June"),
    ("Contoso", "2020-06-01", "June, too"),
    ("Contoso", "2020-03-01", "before the older one"),
    ("Contoso", "", "undated"),
    ("Contoso", "soon", "undated as well"),
    ("", "2020-06-01", "nobody's"),
    ("Adatum", "2020-06-01", "of a day"),
]


def export(tmp_path: Path, rows: Sequence[tuple[str, ...]], header: tuple[str, ...] = ("Tenant", "Modified", "Notes")) -> str:
    """Write an export."""
    path = tmp_path / "e.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])
    return str(path)


def notes(rows: Sequence[Row]) -> OlderNotes:
    """Return rows as the notes before an export."""
    older = OlderNotes()
    for row in rows:
        older.add(row)
    return older


def previous(file: str, columns: Columns = COLUMNS, older: Sequence[Row] = ()) -> dict[str, str]:
    """Return the text and place of the previous note by the text of the note."""
    reader = open_export(file, columns)
    contents = [entry.content for entry in with_previous(reader.entries(), reader, notes(older))]
    rows = [row for row in contents if isinstance(row, Row) and row.previous]
    return {row.text: f"{row.previous.text} ({row.previous.at})" for row in rows if row.previous}


@pytest.mark.parametrize("step", [1, -1])
def test_the_previous_note_is_the_last_one_before(step: int, tmp_path: Path) -> None:
    """Wherever it is in the export, above or below; rows without a day or an id have none, and are none."""
    rows = ROWS[::step]
    places = {row[2]: number for number, row in enumerate(rows, 2)}
    before = {"May": "before the older one", "June, too": "May", "June": "June, too", "July": "June"}
    expected = {text: f"{other} (row {places[other]})" for text, other in before.items()}
    assert previous(export(tmp_path, rows)) == expected
    found = previous(export(tmp_path, rows), older=OLDER)
    assert {text: found.pop(text) for text in expected} == expected
    assert found == {
        "undated": "older (row 9 of old.csv)",
        "undated as well": "older (row 9 of old.csv)",
        "of a day": "older (old.md)",
    }


@pytest.mark.parametrize("newest_first", [False, True])
def test_notes_of_one_day_are_in_the_order_of_the_export(newest_first: bool, tmp_path: Path) -> None:
    """Times decide first; then the rows, whose order other days show: from old to new, or from new to old."""
    rows = [
        ("Contoso", "2020-05-01", "May"),
        ("Contoso", "2020-06-01 15:00", "at three"),
        ("Contoso", "2020-06-01 14:00", "at two"),
        ("Fabrikam", "2020-06-01", "one"),
        ("Fabrikam", "2020-06-01", "two"),
        ("Fabrikam", "2020-06-01", "three"),
    ]
    found = previous(export(tmp_path, rows[::-1] if newest_first else rows))
    assert {text: other.partition(" (")[0] for text, other in found.items()} == {
        "at two": "May", "at three": "at two", "two": "one", "three": "two",
    }  # fmt: skip


def test_types_of_notes_are_told_apart(tmp_path: Path) -> None:
    """The previous note is of the same type, also in an older export; that of a note without a type is of any."""
    rows = [("Contoso", f"2020-05-0{day}", f"{kind}{day}", kind) for day, kind in enumerate(("A", "B", " a ", "", "B", "a"), 1)]
    older = [Row("o.csv", day, f"{kind}{day}", "Contoso", None, {"date": f"2020-04-0{day}", "note_type": kind})
             for day, kind in enumerate("BA", 1)]  # fmt: skip
    columns = Columns("Notes", id="Tenant", date="Modified", note_type="Type")
    file = export(tmp_path, rows, ("Tenant", "Modified", "Notes", "Type"))
    found = {" a 3": "A1 (row 2)", "4": " a 3 (row 4)", "B5": "B2 (row 3)", "a6": " a 3 (row 4)"}
    assert previous(file, columns) == found
    assert previous(file, columns, older) == found | {"A1": "A2 (row 2 of o.csv)", "B2": "B1 (row 1 of o.csv)"}
    file = export(tmp_path, rows[3:4], ("Tenant", "Modified", "Notes", "Type"))
    assert previous(file, columns, older) == {"4": "A2 (row 2 of o.csv)"}


@pytest.mark.parametrize("columns", [Columns("Notes", id="Tenant"), Columns("Notes", date="Modified")])
def test_without_ids_and_dates_there_is_no_previous_note(columns: Columns, tmp_path: Path) -> None:
    """The order of rows does not show which note was first."""
    assert not previous(export(tmp_path, ROWS), columns)


@pytest.mark.parametrize("function", [check_export, examine_export])
@pytest.mark.parametrize("jobs", [1, 2])
def test_repetitions_in_an_export_are_found(function: object, jobs: int, tmp_path: Path) -> None:
    """Also by several processes."""
    note = "Called the CIO, who likes Teams."
    file = export(tmp_path, [("Contoso", "2020-06-01", note), ("Contoso", "2020-05-01", note)])
    found = [list(one.report) for one in function(file, COLUMNS, Policy(select=("FT511",)), jobs=jobs)]  # type: ignore[operator]
    assert [len(one) for one in found] == [1, 0]
    assert "(row 3)" in found[0][0].message


@pytest.mark.parametrize("function", [check_export, examine_export])
def test_a_rule_that_is_not_run_finds_no_repetitions(function: object, tmp_path: Path) -> None:
    """Nor are notes compared then."""
    note = "Called the CIO, who likes Teams."
    file = export(tmp_path, [("Contoso", "2020-06-01", note), ("Contoso", "2020-05-01", note)])
    assert not any(one.report for one in function(file, COLUMNS, Policy(ignore=("FT5",))))  # type: ignore[operator]


def test_an_older_note_is_compared(tmp_path: Path) -> None:
    """It is given by id."""
    note = "Called the CIO, who likes Teams."
    file = export(tmp_path, [("Contoso", "2020-06-01", note)])
    (done,) = check_export(file, COLUMNS, Policy(select=("FT511",)), older=notes([Row("old.md", 0, note, "Contoso")]))
    assert isinstance(done, Checked)
    assert "(old.md)" in done.report.diagnostics[0].message


def test_the_error_of_an_export_is_raised_once(tmp_path: Path) -> None:
    """The error is that of the reader."""
    broken = tmp_path / "e.json"
    broken.write_text('[{"Notes": "a", "Tenant": "C", "Modified": "2020-05-01"}, {', encoding="utf-8")
    with pytest.raises(ExportError):
        list(check_export(str(broken), COLUMNS))


def test_an_export_that_changes_meanwhile_shows_no_previous_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that is not found again is left out."""
    reader = open_export(export(tmp_path, [ROWS[3], ROWS[0]]), COLUMNS)
    entries = list(reader.entries())
    readings = iter([entries, entries[:2]])
    monkeypatch.setattr(type(reader), "entries", lambda self: iter(next(readings)))
    assert [entry.content for entry in with_previous(entries, reader, OlderNotes())] == [entry.content for entry in entries]
