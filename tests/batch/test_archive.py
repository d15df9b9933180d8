"""Limits of workbooks: archives that expand to too much, and sheets that reach too far."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import SHEET_ROWS, cell, made, read, sheet, table, workbook

from ftnotes.batch import Columns, ExportError, Row
from ftnotes.batch.archive import SheetExtent

pytest.importorskip("python_calamine", reason="python-calamine is not installed: pip install 'ftnotes[excel]'")


def test_an_archive_that_expands_a_thousandfold_is_refused(tmp_path: Path) -> None:
    """An archive is expanded up to the limit and no further; the error names the limit and the option that raises it."""
    file = workbook(tmp_path, sheet(SHEET_ROWS), more=bytes(20_000_000))
    with pytest.raises(
        ExportError, match=r"expands to more than 8 MB from 0\.0 MB; if you trust it, raise .* --max-expanded MB"
    ):
        read(file)
    assert len(read(file, max_expanded=21)) == 2
    with pytest.raises(ExportError, match="expands to more than 19 MB"):
        read(file, max_expanded=19)


def test_a_directory_that_lies_about_sizes_is_not_believed(tmp_path: Path) -> None:
    """The sizes in an archive are counted, not read."""
    data = bytearray(Path(workbook(tmp_path, sheet(SHEET_ROWS), more=bytes(20_000_000))).read_bytes())
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
    with pytest.raises(ExportError, match=r"a sheet reaches down to row [\d,]+ and over [\d,]+ columns, more than 20,000"):
        read(workbook(tmp_path, sheet(rows)))


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_places_are_found_wherever_the_xml_is_cut(size: int) -> None:
    """The extent of cells does not depend on the pieces in which their XML comes."""
    xml = sheet(SHEET_ROWS + f'<row r="77"><c/><c r="AB77"/>{cell("", "x" * 3000)}</row><row>{cell("", "y")}</row>').encode()
    extent = SheetExtent()
    for at in range(0, len(xml), size):
        extent.feed(xml[at : at + size])
    assert (extent.bottom, extent.width) == (78, 29)


PLACES = [
    'r="B4000000000"',
    'r="b4000000000"',
    'r="B0004000000"',
    'r="B0"',
    'r="AAAAAAAAAAA4"',
    'r="4000000B"',
    'r=" B4"',
    'r=""',
    "r=B4000000",
    'r="B4&#48;00000"',
    'r="A1" r="B4000000"',
    'r="B4000000" r="A1"',
    'foo="a>b" r="B4000000"',
    """foo='" r="A1" ' r="B4000000\"""",
    f'foo="{"x" * 3000}" r="B40000000"',
    'foo r="B4000000"',
    'a="<" r="B4000000"',
]


@pytest.mark.parametrize("prefix", ["", "x:", "a-very-long-and-odd-prefix.of.a.name:"])
@pytest.mark.parametrize("before", ["", "<![CDATA[>]]>", "<!-- > -->", "<?a > ?>"])
def test_a_cell_with_an_odd_place_is_refused(tmp_path: Path, prefix: str, before: str) -> None:
    """A place that no spreadsheet writes is refused before the reader sees it, whatever is before it."""
    for place in PLACES:
        rows = table(("Tenant", "Notes")) + f"<row>{before}<{prefix}c {place} s='1'><v>1</v></{prefix}c></row>"
        with pytest.raises(ExportError, match=r"a row or cell is not written as spreadsheets write it \(<.*c .*\): save it"):
            read(workbook(tmp_path, sheet(rows)))


@pytest.mark.parametrize("row", ['r="4000000000"', 'r="0"', 'r="01"', 'r="A1"', 'r=""', 'r="1" r="2"', "r='1"])
def test_a_row_with_an_odd_place_is_refused(tmp_path: Path, row: str) -> None:
    """So is the place of a row."""
    with pytest.raises(ExportError, match=r"a row or cell is not written as spreadsheets write it \(<row .*\): save it"):
        read(workbook(tmp_path, sheet(f"<row {row}>{cell('', 'Notes')}</row>")))


def test_a_tag_without_end_is_refused() -> None:
    """A tag of a cell that goes on and on is odd; one of another element is not looked at."""
    for name, odd in ((b"c", True), (b"x:row", True), (b"t", False), (b"c" * 100, False)):
        extent = SheetExtent()
        extent.feed(b"<sheetData><" + name + b" ")
        for _ in range(30):
            extent.feed(b"x" * 5000)
        assert (bool(extent.odd), extent.has_cells) == (odd, True)


def test_lower_case_and_single_quotes_are_read(tmp_path: Path) -> None:
    """Places in lower case, other attributes and other quotes are believed, as the reader does."""
    head = "<c s = '2' t='inlineStr' r = 'b1' ><is><t>Notes</t></is></c>"
    rows = f"<row spans='1:2' r='1' x:y=\"1\" >{head}</row><row>{cell('', '')}{cell('', 'a')}</row>"
    (row,) = read(workbook(tmp_path, sheet(rows)), Columns("Notes"))
    assert isinstance(row, Row)
    assert row.text == "a"


def test_other_members_can_contain_anything(tmp_path: Path) -> None:
    """Pictures and other data, in which there are no cells, are only counted."""
    file = workbook(tmp_path, sheet(SHEET_ROWS), more=b'<c r="B4000000000"><row r="0">' * 10)
    assert len(read(file)) == 2
