"""Exports for the tests: valid ones, and damaged ones byte by byte."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import strategies as st

from ftnotes.batch import Columns, Options, Row, RowError, read_export, table_name

NOTES = Columns("Notes", id="Tenant")

#: Notes without and with problems for the rules about choices and hashtags, and one that `fix` fixes.
CLEAN = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n"
WRONG = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Engaged\n"
FIXABLE = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: fully   engaged\n"

#: Texts in which what matters to CSV is frequent.
csv_text = st.text(st.one_of(st.sampled_from(',;"\r\n\t '), st.characters()), max_size=80)

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def made(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file with this content; return its name."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def numbered(folder: Path, rows: int = 4, name: str = "export.csv", bad: bool = True) -> str:
    """Write a CSV export with a number of notes and perhaps a ragged row at its end; return its name."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["Tenant", "Notes"])
    writer.writerows([f"T{at}", (CLEAN, WRONG, FIXABLE)[at % 3]] for at in range(rows))
    return made(folder, name, file.getvalue() + ("ragged\r\n" if bad else ""))


def shout(row: Row) -> str:
    """Return another note; as a function of a module it can be sent to other processes."""
    return row.text.upper()


def read(file: str, columns: Columns = NOTES, **options: object) -> list[Row | RowError]:
    """Return all rows and errors of an export."""
    return list(read_export(file, columns, Options(**options)))  # type: ignore[arg-type] # options of the test


def texts(found: list[Row | RowError]) -> list[tuple[int | None, str]]:
    """Return the number of each row with its note or the reason of its error."""
    return [(one.number, one.text) if isinstance(one, Row) else (one.row, one.reason) for one in found]


def cell(place: str, text: str) -> str:
    """Return the XML of a cell; without a place it follows the cell before it."""
    at = f' r="{place}"' if place else ""
    return f'<c{at} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def sheet(rows: str, dimension: str | None = None) -> str:
    """Return the XML of a sheet with these rows."""
    declared = f'<dimension ref="{dimension}"/>' if dimension else ""
    return f'<?xml version="1.0"?><worksheet xmlns="{_SHEET}">{declared}<sheetData>{rows}</sheetData></worksheet>'


def table(*rows: tuple[str, ...]) -> str:
    """Return the XML of rows with these texts, from A1 on."""
    return "".join(
        f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )


#: Rows of a sheet, one of them empty.
SHEET_ROWS = table(("Tenant", "Notes", "When"), ("Contoso", "a&#10;b", "2020-05-08"), ("", "", ""), ("Fabrikam", "c", ""))


def workbook(folder: Path, xml: str, name: str = "export.xlsx", more: bytes | None = None) -> str:
    """Write a workbook with one sheet and perhaps one more member; return its name."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        )
        relation = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/'
        archive.writestr("_rels/.rels", f'{relation}officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Notes" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr("xl/_rels/workbook.xml.rels", f'{relation}worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        archive.writestr("xl/worksheets/sheet1.xml", xml)
        if more is not None:
            archive.writestr("docProps/more.bin", more)
    return str(path)


#: A note with a formula and half a surrogate pair.
NOTE = """\
**EXEC SUMMARY** 7 May
- DESCRIBE THE CUSTOMER: =HYPERLINK(1)
- SNAPSHOT OF KEY WORKLOADS:
  - [EXO] Exchange Online - \ud800+1
"""


def rows_of(path: str, kind: str = "") -> list[dict[str, object]]:
    """Return the rows of a table: of the first one of a name, or of that of a kind."""
    if path.endswith(".xlsx"):
        calamine = pytest.importorskip("python_calamine", reason="python-calamine is missing: pip install 'ftnotes[excel]'")
        head, *rows = calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(kind).to_python()
        numbers = ({key: int(v) if isinstance(v, float) else v for key, v in zip(head, row, strict=True)} for row in rows)
        return list(numbers)
    if kind and Path(table_name(path, kind)).exists():
        path = table_name(path, kind)
    if path.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(Path(path).read_bytes().decode("utf-8-sig"), newline="")))
    if path.endswith(".jsonl"):
        return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n")[:-1]]
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")
    return list(parquet.read_table(path).to_pylist())
