"""Workbooks: what is read, and files that are not workbooks."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest
from helpers.exports import NOTES, SHEET_ROWS, cell, made, read, sheet, table, texts, workbook

from ftnotes.batch import Columns, ExportError, Row, RowError, fix_export

pytest.importorskip("python_calamine", reason="python-calamine is not installed: pip install 'ftnotes[excel]'")


def test_rows_have_the_numbers_of_the_sheet(tmp_path: Path) -> None:
    """Rows have the numbers that the sheet displays; empty ones are skipped."""
    file = workbook(tmp_path, sheet(SHEET_ROWS))
    assert read(file, Columns("Notes", id="Tenant", date="When")) == [
        Row(file, 2, "a\nb", "Contoso", None, {"date": "2020-05-08"}),
        Row(file, 4, "c", "Fabrikam"),
    ]
    assert texts(read(file, sheet="Notes")) == [(2, "a\nb"), (4, "c")]


@pytest.mark.parametrize("dimension", ["A1", "A1:B2", "A1:XFD1048576", "C7:D9"])
def test_a_wrong_dimension_loses_no_row(tmp_path: Path, dimension: str) -> None:
    """The declared size of a sheet is ignored: all cells are read, and no table is made for missing ones."""
    assert texts(read(workbook(tmp_path, sheet(SHEET_ROWS, dimension)))) == [(2, "a\nb"), (4, "c")]


def test_an_invalid_dimension_is_refused(tmp_path: Path) -> None:
    """A dimension that is not a place raises one error."""
    with pytest.raises(ExportError, match=r"export.xlsx: can't be read as a workbook \("):
        read(workbook(tmp_path, sheet(SHEET_ROWS, "nonsense")))


def test_numbers_and_days_are_texts_as_people_see_them(tmp_path: Path) -> None:
    """A whole number has no point, a day no time."""
    rows = (
        f"<row>{cell('', 'Tenant')}{cell('', 'Notes')}</row>"
        "<row><c><v>17</v></c><c><v>1.5</v></c></row><row><c t='d'><v>2020-05-08T00:00:00</v></c><c t='b'><v>1</v></c></row>"
    )
    found = read(workbook(tmp_path, sheet(rows)))
    assert [(one.id, one.text) for one in found if isinstance(one, Row)] == [("17", "1.5"), ("2020-05-08", "True")]


def archive(folder: Path, **members: bytes) -> str:
    """Write an archive with these members; return its name."""
    path = folder / "archive.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made_archive:
        for name, data in members.items():
            made_archive.writestr(name, data)
    return str(path)


def test_what_is_not_a_workbook_is_refused(tmp_path: Path) -> None:
    """A file that is not a zip, encrypted, cut off, or an archive of other things has a message with a remedy."""
    whole = Path(workbook(tmp_path, sheet(SHEET_ROWS))).read_bytes()
    locked = bytearray(whole)
    at = whole.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    broken = bytearray(whole)
    broken[whole.index(b"xl/worksheets/sheet1.xml") + 40] ^= 0xFF
    for data, message in (
        (b"Tenant,Notes\n", "is not an .xlsx workbook (these are zip archives)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted or an old .xls"),
        (bytes(locked), "is encrypted: open it in Excel and save it without a password"),
        (whole[: len(whole) // 2], "can't be expanded as an archive (File is not a zip file): it was cut off"),
        (bytes(broken), "can't be expanded as an archive ("),
        (Path(archive(tmp_path, a=b"x")).read_bytes(), "can't be read as a workbook ("),
    ):
        file = made(tmp_path, "e.xlsx", data)
        with pytest.raises(ExportError) as caught:
            read(file)
        assert str(caught.value).startswith(f"{file}: {message}")


def test_a_bad_row_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    """The error of a cell that is too long gives its row and name; the other rows are read."""
    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("1", "a" * 30), ("2", "b"))))
    found = read(file, max_cell=20)
    assert texts(found)[1] == (3, "b")
    assert str(found[0]).startswith(f"{file}, row 2: cell 2 ('Notes') has 30 characters, more than the 20 that are read")


def test_a_nul_is_an_error_of_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A NUL, which calamine can return, is an error of its row."""
    from ftnotes.batch import excel_file as module

    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("1", "a"))))
    monkeypatch.setattr(module, "read_sheet_apart", lambda *_: (row for row in (["Notes"], ["Tenant", "Notes"], ["1", "\0"])))
    (problem,) = read(file)
    assert isinstance(problem, RowError)
    assert (problem.row, problem.reason[:14]) == (2, "contains a NUL")


def test_sheets_are_named(tmp_path: Path) -> None:
    """A missing sheet raises an error that lists the sheets; an empty one raises an error, too."""
    file = workbook(tmp_path, sheet(""))
    with pytest.raises(ExportError, match="there is no sheet 'Other'; there are 'Notes'"):
        read(file, sheet="Other")
    with pytest.raises(ExportError, match="sheet 'Notes' is empty: an export begins with a row of column names"):
        read(file)
    file = workbook(tmp_path, sheet(SHEET_ROWS))
    with pytest.raises(ExportError, match=f"^{re.escape(file)}: there is no column 'Text'"):
        read(file, Columns("Text"))


def test_workbooks_are_read_only(tmp_path: Path) -> None:
    """Writing a workbook is refused with an alternative; no file is left."""
    file = workbook(tmp_path, sheet(SHEET_ROWS))
    with pytest.raises(ExportError, match=r"workbooks are read only, .*; save it as CSV and fix that"):
        list(fix_export(file, str(tmp_path / "new.xlsx"), NOTES))
    assert [path.name for path in tmp_path.iterdir()] == ["export.xlsx"]


def test_without_calamine_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the reader is missing, the error says what to install."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ExportError, match=r"needs python-calamine: pip install 'ftnotes\[excel\]'; or save it as CSV"):
        read(workbook(tmp_path, sheet(SHEET_ROWS)))


def test_the_row_of_column_names_can_be_given(tmp_path: Path) -> None:
    """Rows above it are titles; without it the error names the row in which the columns are."""
    file = workbook(tmp_path, sheet(table(("Export", "of May"), ("", ""), ("Tenant", "Notes"), ("A", "b"))))
    assert texts(read(file, header_row=3)) == [(4, "b")]
    assert texts(read(file, header_row=2)) == [(4, "b")]
    with pytest.raises(ExportError, match=r"there is no column 'Notes'; .* There are: .*\. Row 3 has it: pass --header-row 3"):
        read(file)
    with pytest.raises(ExportError, match="sheet 'Notes' has no row 5 with column names"):
        read(file, header_row=5)


def test_an_empty_sheet_names_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the first sheet is empty, the error names the sheets that can be read instead; a workbook can have none."""
    from ftnotes.batch import excel_file as module

    file = workbook(tmp_path, sheet(""))
    for names, message in (
        (["Cover", "Notes", "More"], "sheet 'Cover' is empty: .*; pass --sheet for another one: 'Notes', 'More'$"),
        ([], "has no sheets$"),
    ):
        monkeypatch.setattr(module, "read_sheet_apart", lambda *_, names=names: (row for row in (names, ["", ""])))
        with pytest.raises(ExportError, match=message):
            read(file)
