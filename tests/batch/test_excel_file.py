"""Workbooks: what is read of them, and archives that are none, or mean harm."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest
from helpers.exports import NOTES, cell, made, read, sheet, table, texts, workbook

from ftnotes.batch import Columns, ExportError, Row, RowError, fix_export

pytest.importorskip("python_calamine", reason="python-calamine is not installed: pip install 'ftnotes[excel]'")

ROWS = table(("Tenant", "Notes", "When"), ("Contoso", "a&#10;b", "2020-05-08"), ("", "", ""), ("Fabrikam", "c", ""))


def test_rows_have_the_numbers_of_the_sheet(tmp_path: Path) -> None:
    """Rows are those of the sheet, counted as it shows them; empty ones are passed over."""
    file = workbook(tmp_path, sheet(ROWS))
    assert read(file, Columns("Notes", id="Tenant", date="When")) == [
        Row(file, 2, "a\nb", "Contoso", None, {"date": "2020-05-08"}),
        Row(file, 4, "c", "Fabrikam"),
    ]
    assert texts(read(file, sheet="Notes")) == [(2, "a\nb"), (4, "c")]


@pytest.mark.parametrize("dimension", ["A1", "A1:B2", "A1:XFD1048576", "C7:D9"])
def test_a_wrong_dimension_loses_no_row(tmp_path: Path, dimension: str) -> None:
    """What a sheet says of its size counts for nothing: all cells are read, and no table is made for those that are not."""
    assert texts(read(workbook(tmp_path, sheet(ROWS, dimension)))) == [(2, "a\nb"), (4, "c")]


def test_a_dimension_that_is_none_is_told(tmp_path: Path) -> None:
    """A dimension that is no place ends in one error."""
    with pytest.raises(ExportError, match=r"export.xlsx: is no workbook that can be read \("):
        read(workbook(tmp_path, sheet(ROWS, "nonsense")))


def test_numbers_and_days_are_texts_as_people_see_them(tmp_path: Path) -> None:
    """A whole number has no point, a day no time."""
    rows = (
        f"<row>{cell('', 'Tenant')}{cell('', 'Notes')}</row>"
        "<row><c><v>17</v></c><c><v>1.5</v></c></row><row><c t='d'><v>2020-05-08T00:00:00</v></c><c t='b'><v>1</v></c></row>"
    )
    found = read(workbook(tmp_path, sheet(rows)))
    assert [(one.id, one.text) for one in found if isinstance(one, Row)] == [("17", "1.5"), ("2020-05-08", "True")]


def archive(folder: Path, **members: bytes) -> str:
    """An archive with these members."""
    path = folder / "archive.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made_archive:
        for name, data in members.items():
            made_archive.writestr(name, data)
    return str(path)


def test_what_is_no_workbook_is_told_as_what_it_is(tmp_path: Path) -> None:
    """Not a zip, encrypted, cut off, an archive of other things: each has a message with the remedy."""
    whole = Path(workbook(tmp_path, sheet(ROWS))).read_bytes()
    locked = bytearray(whole)
    at = whole.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    broken = bytearray(whole)
    broken[whole.index(b"xl/worksheets/sheet1.xml") + 40] ^= 0xFF
    for data, message in (
        (b"Tenant,Notes\n", "is no .xlsx workbook (these are zip archives)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted or an old .xls"),
        (bytes(locked), "is encrypted: open it in Excel and save it without a password"),
        (whole[: len(whole) // 2], "is no archive that can be expanded (File is not a zip file): it was cut off"),
        (bytes(broken), "is no archive that can be expanded ("),
        (Path(archive(tmp_path, a=b"x")).read_bytes(), "is no workbook that can be read ("),
    ):
        file = made(tmp_path, "e.xlsx", data)
        with pytest.raises(ExportError) as caught:
            read(file)
        assert str(caught.value).startswith(f"{file}: {message}")


def test_an_archive_that_expands_a_thousandfold_is_refused(tmp_path: Path) -> None:
    """It is expanded up to the limit and no further; the error names the limit and how to raise it; then it is read."""
    file = workbook(tmp_path, sheet(ROWS), more=bytes(20_000_000))
    with pytest.raises(
        ExportError, match=r"expands to more than 8 MB from 0\.0 MB; if you trust it, raise .* --max-expanded MB"
    ):
        read(file)
    assert len(read(file, max_expanded=21)) == 2
    with pytest.raises(ExportError, match="expands to more than 19 MB"):
        read(file, max_expanded=19)


def test_a_directory_that_lies_about_sizes_is_not_believed(tmp_path: Path) -> None:
    """The sizes in an archive are counted, not read."""
    data = bytearray(Path(workbook(tmp_path, sheet(ROWS), more=bytes(20_000_000))).read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    with pytest.raises(ExportError, match="expands to more than 8 MB"):
        read(made(tmp_path, "e.xlsx", bytes(data)))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(table(("Tenant", "Notes")) + f'<row r="1048576">{cell("XFD1048576", "x")}</row>', id="a place"),
        pytest.param(table(("Tenant", "Notes")) + f"<row r='1048576'>{cell('', 'x') * 30}</row>", id="a row"),
        pytest.param(f'<x:row r = "1000000"/><row>{cell("", "x") * 21}</row>', id="counted"),
        pytest.param(f"<t>{'x' * 100_000}</t><row/>" + f"<row>{cell('ZZZ9999', 'x')}</row>", id="after a long text"),
    ],
)
def test_cells_far_out_are_refused(tmp_path: Path, rows: str) -> None:
    """No table is made of what lies between the first cell and one a million rows further."""
    with pytest.raises(
        ExportError, match=r"a sheet reaches down to row [\d,]+ and over [\d,]+ columns, which are more than 20,000"
    ):
        read(workbook(tmp_path, sheet(rows)))


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_places_are_found_wherever_the_xml_is_cut(size: int) -> None:
    """How far cells reach does not depend on the pieces in which their XML comes."""
    from ftnotes.batch.archive import _Reach

    xml = sheet(ROWS + f'<row r="77"><c/><c r="AB77"/>{cell("", "x" * 3000)}</row><row>{cell("", "y")}</row>').encode()
    reach = _Reach()
    for at in range(0, len(xml), size):
        reach.further(xml[at : at + size])
    assert (reach.bottom, reach.width) == (78, 29)


def test_rows_that_can_not_be_read_are_told(tmp_path: Path) -> None:
    """A cell that is too long is told by row and name; the others are read."""
    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("1", "a" * 30), ("2", "b"))))
    found = read(file, max_cell=20)
    assert texts(found)[1] == (3, "b")
    assert str(found[0]).startswith(f"{file}, row 2: cell 2 ('Notes') holds 30 characters, more than the 20 that are read")


def test_a_nul_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A NUL, which calamine may let through, is told of."""
    from ftnotes.batch import excel_file as module

    file = workbook(tmp_path, sheet(table(("Tenant", "Notes"), ("1", "a"))))
    monkeypatch.setattr(module, "_text", lambda value: "\0" if value == "a" else str(value))
    (problem,) = read(file)
    assert isinstance(problem, RowError)
    assert (problem.row, problem.reason[:11]) == (2, "holds a NUL")


def test_sheets_are_named(tmp_path: Path) -> None:
    """A sheet that is not there, or is empty, ends in an error that says which there are."""
    file = workbook(tmp_path, sheet(""))
    with pytest.raises(ExportError, match="there is no sheet 'Other'; there are 'Notes'"):
        read(file, sheet="Other")
    with pytest.raises(ExportError, match="sheet 'Notes' is empty: an export begins with a row of column names"):
        read(file)
    file = workbook(tmp_path, sheet(ROWS))
    with pytest.raises(ExportError, match=f"^{re.escape(file)}: there is no column 'Text'"):
        read(file, Columns("Text"))


def test_workbooks_are_read_only(tmp_path: Path) -> None:
    """Writing one is refused, with what to do instead; nothing is left behind."""
    file = workbook(tmp_path, sheet(ROWS))
    with pytest.raises(ExportError, match=r"workbooks are read, not written: .* Save it as CSV and fix that"):
        list(fix_export(file, str(tmp_path / "new.xlsx"), NOTES))
    assert [path.name for path in tmp_path.iterdir()] == ["export.xlsx"]


def test_without_calamine_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the reader is missing, the error says what to install."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(ExportError, match=r"needs python-calamine: pip install 'ftnotes\[excel\]'; or save it as CSV"):
        read(workbook(tmp_path, sheet(ROWS)))
