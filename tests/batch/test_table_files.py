"""The files of tables: formulas in CSV, sheets of workbooks, and cells that a format can't contain."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch import ExportError, Tables, escape_formula, unescape_formula
from ftnotes.batch.table_files import CsvTable, WorkbookFile


@given(st.text() | st.text("'=+-@\t\r\n＝x", max_size=4))
def test_escaping_loses_nothing_and_leaves_no_formula(text: str) -> None:
    """No escaped cell begins like a formula, and each can be turned back into its text."""
    cell = escape_formula(text)
    assert unescape_formula(cell) == text
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert cell == text or cell == "'" + text


@given(st.lists(st.text("'=+-@\t\r\n＝x,;\"\ud800é"), min_size=1, max_size=4))
def test_rows_of_csv_are_read_back(texts: list[str]) -> None:
    """Each row of CSV is one row again; halves of surrogate pairs become U+FFFD."""
    import csv

    stream = io.StringIO(newline="")
    table = CsvTable.on(stream, ("a", "row"), raw=False)
    for text in texts:
        table.write({"a": text, "row": 1})
    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    assert [unescape_formula(row["a"]) for row in rows] == [text.replace("\ud800", "\ufffd") for text in texts]


def _sheet(path: Path) -> dict[str, list[list[object]]]:
    calamine = pytest.importorskip("python_calamine", reason="python-calamine is missing: pip install 'ftnotes[excel]'")
    book = calamine.CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_has_texts_and_numbers_and_no_formulas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that looks like a formula, a link or a number is a text; a long one is cut off, and a full sheet is refused."""
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed: pip install 'ftnotes[excel]'")
    path = tmp_path / "t.xlsx"
    texts = ["=1+1", "{=1}", "https://example.org", "0042", "a\x0bb", "x" * 40_000]
    with path.open("wb") as stream, WorkbookFile.open("t.xlsx", stream) as book:
        sheet = book.sheet("findings", ("row", "message"))
        for number, text in enumerate(texts, 2):
            sheet.write({"row": number, "message": text})
        sheet.write({"row": None, "message": None})
        monkeypatch.setattr("ftnotes.batch.table_files._MOST_ROWS", 8)
        with pytest.raises(ExportError, match=r"a sheet has 7 rows below its names; write \.csv or \.parquet"):
            sheet.write({"row": 9, "message": "one too many"})
        sheet.close()
        book.close()
    import zipfile

    xml = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    head, *rows = _sheet(path)["findings"]
    assert head == ["row", "message"]
    assert [row[0] for row in rows[:6]] == [2, 3, 4, 5, 6, 7]
    assert [row[1] for row in rows[:4]] == texts[:4]
    assert str(rows[5][1]).endswith("x … (cut off: too long for a cell)")
    assert len(str(rows[5][1])) == 32_767


@pytest.mark.parametrize(("module", "suffix", "what"), [("pyarrow", ".parquet", "arrow"), ("xlsxwriter", ".xlsx", "excel")])
def test_what_writes_a_format_can_be_missing(
    module: str, suffix: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what to install, and nothing is left."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExportError, match=rf"pip install 'ftnotes\[{what}\]'; or write"), Tables(str(tmp_path / f"a{suffix}")):
        pass
    assert list(tmp_path.iterdir()) == []
