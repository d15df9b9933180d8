"""Rows, the columns they are read from, and the errors of those that can't be read."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest
from helpers.exports import made, read

from ftnotes.batch import Columns, ExportError, Options, Row, RowError, read_export, rewrite_export


def test_a_place_names_file_row_line_and_id() -> None:
    """An error is placed by its file, row, line and id, as far as they are known; a line that is the row is not repeated."""
    assert str(RowError("e.csv", "is bad")) == "e.csv: is bad"
    assert str(RowError("e.csv", "is bad", 7, 9, "Contoso")) == "e.csv, row 7, line 9 (Contoso): is bad"
    assert str(RowError("e.jsonl", "is bad", 7, 7)) == "e.jsonl, row 7: is bad"
    row = Row("e.csv", 7, "note", "Contoso", 9)
    assert row.place == "e.csv, row 7 (Contoso)"
    assert row.error("is bad") == RowError("e.csv", "is bad", 7, 9, "Contoso")


def test_cells_make_a_row() -> None:
    """Text and id have their own attributes; the context has all other cells that are not empty."""
    cells = {"text": "note", "id": "Contoso", "role": "FM", "date": " "}
    assert Row.of_cells("e.csv", 7, cells, 9) == Row("e.csv", 7, "note", "Contoso", 9, {"role": "FM"})
    assert Row.of_cells("e.csv", 7, {"text": ""}) == Row("e.csv", 7, "")


def test_errors_can_be_pickled() -> None:
    """An error from another process has the same message and value."""
    error = ExportError(RowError("e.csv", "is bad", 7))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.error) == (str(error), error.error)


def test_columns_are_kept_once() -> None:
    """Kept columns have the names that were given, also where they are columns of something else; one name is refused."""
    columns = Columns("Notes", id="Tenant", keep=("Tenant", "Region", "Region"))
    assert columns.keep == ("Tenant", "Region")
    assert list(columns.named().values()) == ["Notes", "Tenant", "Tenant", "Region"]
    with pytest.raises(TypeError, match=r"keep takes several names of columns: write keep=\('Region',\)"):
        Columns("Notes", keep="Region")


def test_a_cell_is_read_with_line_ends_and_kept_unless_its_note_changes(tmp_path: Path) -> None:
    """The note of a row has the line ends; the cell is written with them only if another note takes its place."""
    cells = [r"EXEC SUMMARY<br>- STATUS OF THE ENGAGEMENT: x\n- y", r"C:\new<br>z"]
    file, target = made(tmp_path, "e.csv", "Notes\n" + "\n".join(cells) + "\n"), tmp_path / "new.csv"
    rows = [row for row in read(file, Columns("Notes")) if isinstance(row, Row)]
    assert [(row.text, row.line_ends) for row in rows] == [
        ("EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: x\n- y", 2),
        (cells[1], 0),
    ]
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text))
    assert target.read_text() == Path(file).read_text()
    list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text.replace("x", "z")))
    assert target.read_text() == f'Notes\n"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: z\n- y"\n{cells[1]}\n'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2020-06-01 10:30", datetime.time(10, 30)),
        ("2020-06-01T10:30:05Z", datetime.time(10, 30, 5)),
        ("2020-06-01T10:30:00+02:00", datetime.time(10, 30)),
        ("2020-06-01 10:30 AM", None),
        ("2020-06-01", None),
        ("", None),
    ],
)
def test_the_time_of_a_note_follows_its_day(cell: str, expected: datetime.time | None) -> None:
    """One that is not understood is left out: only the order of notes of one day depends on it."""
    assert Row("e.csv", 2, "note", context={"date": cell}).time == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [("e.csv", "Day,Notes\n5/8/2020 2:30 PM,a\n"), ("e.jsonl", '{"Day": "5/8/2020 2:30 PM", "Notes": "a"}\n')],
)
def test_dates_are_read_in_the_order_of_the_options(name: str, text: str, tmp_path: Path) -> None:
    """Their cells are then as others; an unknown order is refused."""
    (row,) = read_export(made(tmp_path, name, text), Columns("Notes", date="Day"), Options(date_order="mdy"))
    assert isinstance(row, Row)
    assert (row.day, row.time) == (datetime.date(2020, 5, 8), datetime.time(14, 30))
    with pytest.raises(ValueError, match=r"date_order is dmy, mdy, ymd or None, not 'dym'"):
        Options(date_order="dym")  # type: ignore[arg-type]
