"""CSV files: what is read, what is kept, and the errors of damaged files."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from helpers.exports import NOTES, WRONG, csv_text, made, read, texts
from helpers.linearity import peak
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch import Columns, ExportError, Options, Row, RowError, read_export, rewrite_export


def test_rows_have_number_line_and_id(tmp_path: Path) -> None:
    """Rows are counted as in a spreadsheet, lines as in an editor; column names match regardless of case and spaces."""
    file = made(tmp_path, "e.csv", 'tenant,Ignored, NOTES \r\nContoso,1,"a\nb"\r\n\r\nFabrikam,2,c\r\n')
    assert read(file) == [
        Row(file, 2, "a\nb", "Contoso", 2),
        Row(file, 4, "c", "Fabrikam", 5),
    ]
    assert read(file)[1].place == f"{file}, row 4 (Fabrikam)"  # type: ignore[union-attr] # it is a Row


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_detected(tmp_path: Path, delimiter: str) -> None:
    """The delimiter is that with which the row of names has the column asked for."""
    file = made(tmp_path, "e.csv", delimiter.join(["Tenant", '"a,b;c"', "Notes"]) + "\n" + delimiter.join("123") + "\n")
    assert texts(read(file)) == [(2, "3")]


def test_the_delimiter_can_be_given(tmp_path: Path) -> None:
    """The delimiter is that of the option, a tab in .tsv, or that of the line for Excel."""
    file = made(tmp_path, "e.csv", "Tenant~Notes\n1~2\n")
    assert texts(read(file, delimiter="~")) == [(2, "2")]
    file = made(tmp_path, "e.tsv", "Tenant\tNotes\n1\t2,3\n")
    assert texts(read(file)) == [(2, "2,3")]
    file = made(tmp_path, "s.csv", "sep=~\r\nTenant~Notes\r\n1~2\r\n1\r\n")
    found = read(file)
    assert texts(found)[0] == (2, "2")
    assert [one.line for one in found] == [3, 4]
    assert texts(read(made(tmp_path, "both.csv", "sep=~\nTenant|Notes\n1|2\n"), delimiter="|")) == [(2, "2")]
    for wrong in ("", '"', "::"):
        with pytest.raises(ExportError, match="--delimiter takes one character, such as ; or"):
            read(file, delimiter=wrong)


def test_other_columns_give_context(tmp_path: Path) -> None:
    """The values of context columns are part of the row; empty cells give nothing."""
    file = made(tmp_path, "e.csv", "Notes,Who,When\na,FM,2020-05-08\nb, ,\n")
    found = read(file, Columns("Notes", role="Who", date="When"))
    assert [one.context for one in found if isinstance(one, Row)] == [{"role": "FM", "date": "2020-05-08"}, {}]


def change_some(row: Row) -> str:
    """Return another note if the old one has an even length."""
    return row.text if len(row.text) % 2 else row.text[::-1] + '\r\n"x", y'


@given(st.lists(csv_text, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]), st.binary(max_size=60))
def test_untouched_cells_stay_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], end: str, more: bytes
) -> None:
    """In any file, nothing but the changed notes changes, and these are read as they were written."""
    folder = tmp_path_factory.getbasetemp()
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    head = "Tenant,Notes" + "".join(f",c{at}" for at in range(len(cells) - 1)) + end
    rows = f'{quoted},"n1"{end}{quoted},n22{end}'.encode("utf-8", "surrogatepass")
    data = head.encode() + rows + more
    file = made(folder, "any.csv", data)
    copy, changed = folder / "copy.csv", folder / "changed.csv"
    columns = Columns("Notes")
    before = [one for one in rewrite_export(file, str(copy), columns, lambda row: row.text) if not isinstance(one, RowError)]
    assert copy.read_bytes() == data
    list(rewrite_export(file, str(changed), columns, change_some))
    after = [one for one in read_export(str(changed), columns) if isinstance(one, Row)]
    assert [row.text for row in after] == [change_some(row) for row, _ in before]
    undone = {row.number: row.text for row, _ in before}
    list(rewrite_export(str(changed), str(copy), columns, lambda row: undone[row.number]))
    assert csv_cells(copy) == csv_cells(Path(file))


def test_a_note_that_stays_keeps_how_it_was_written(tmp_path: Path) -> None:
    """Quotes that are needless, missing or in odd places stay with a note that does not change."""
    data = 'Tenant,Notes\n1,a"b\n2,"a"b\n3,"a"\n4,\n5,""\n'
    file, target = made(tmp_path, "e.csv", data), tmp_path / "new.csv"
    found = list(rewrite_export(file, str(target), NOTES, lambda row: row.text))
    assert [one[1] for one in found if not isinstance(one, RowError)] == ['a"b', "ab", "a", "", ""]
    assert target.read_bytes() == data.encode()


def csv_cells(path: Path) -> list[list[str]]:
    """Return the cells of a file by Python's ``csv``."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("latin-1"), newline="")))


DAMAGED = [
    pytest.param(b"Tenant,Notes\n1,a\n2,\xfcb\n3,c\n", 3, "contains a byte (0xfc) that is not UTF-8", id="wrong encoding"),
    pytest.param(b'Tenant,Notes\n1,a\n2,"b\n3,c\n', 3, "the quote that opens cell 2 is never closed", id="quote never closed"),
    pytest.param(b"Tenant,Notes\n1,a\n2\n3,c\n", 3, "has 1 cell where there are 2 columns", id="short row"),
    pytest.param(b"Tenant,Notes\n1,a\n2,b,b\n3,c\n", 3, "has 3 cells where there are 2 columns", id="long row"),
    pytest.param(b"Tenant,Notes\n1,a\n2,b\0\n3,c\n", 3, "contains a NUL, which no text has", id="NUL"),
    pytest.param(
        b"Tenant,Notes\n1,a\n2," + b"b" * 200_000 + b"\n3,c\n",
        3,
        "cell 2 has 200,000 characters, more than the 131,072 that are read; if that is intended, raise ",
        id="200 KB field",
    ),
    pytest.param(b"Tenant,Notes\n1,a\n2," + b"b" * 3_000_000 + b"\n3,c\n", 3, "the line is longer than", id="endless line"),
]


@pytest.mark.parametrize(("data", "number", "reason"), DAMAGED)
def test_a_bad_row_is_an_error_and_the_others_are_read(tmp_path: Path, data: bytes, number: int, reason: str) -> None:
    """The message names file, row and reason; rows before and after are read, and the file is copied as it is."""
    file = made(tmp_path, "e.csv", data)
    first, problem, last = read(file)
    assert isinstance(problem, RowError)
    assert problem.row == number
    assert str(problem).startswith(f"{file}, row {number}")
    assert problem.reason.startswith(reason)
    assert [one.text for one in (first, last) if isinstance(one, Row)] == ["a", "c"]
    target = tmp_path / "new.csv"
    list(rewrite_export(file, str(target), NOTES, lambda row: row.text.upper()))
    assert target.read_bytes() == data.replace(b"1,a\n", b"1,A\n").replace(b"3,c\n", b"3,C\n")
    with pytest.raises(ExportError, match=re.escape(reason)) as caught:
        list(read_export(file, NOTES, strict=True))
    assert caught.value.error == problem


def test_a_bad_row_keeps_its_id(tmp_path: Path) -> None:
    """The error of a row with a bad byte has the id of the row, unless the bad byte is in it."""
    file = made(tmp_path, "e.csv", b"Tenant,Notes\nContoso,\xfc\n\xfc,x\n")
    assert [one.id for one in read(file)] == ["Contoso", None]
    assert texts(read(made(tmp_path, "l.csv", b"Notes\n\xfc\n"), Columns("Notes")))[0][0] == 2


USELESS = [
    pytest.param(b"", "is empty: an export begins with a row of column names", id="empty"),
    pytest.param(b"\r\n\r\n", "is empty: an export begins with a row of column names", id="blank"),
    pytest.param(
        b"Tenant;Note;Notizen\n",
        "there is no column 'Notes'; did you mean 'Note'? There are: 'Tenant', 'Note', 'Notizen'",
        id="misspelled",
    ),
    pytest.param(b"x\n", "there is no column 'Notes'; name an existing one. There are: 'x'", id="missing"),
    pytest.param(b"Tenant,Notes,Tenant,Notes\n", "2 columns are named 'Notes': 2 and 4; rename", id="twice"),
    pytest.param(b'Tenant,Notes,"x\n1,2,3\n', ", row 1: the row of column names can't be read: the quote", id="open quote"),
    pytest.param(b'Tenant;Notes;"x\n1;2;3\n', ", row 1: the row of column names can't be read: the quote", id="open quote;"),
    pytest.param(
        b'"Tenant\nname";Note\n1;2\n',
        "there is no column 'Notes'; did you mean 'Note'? There are: 'Tenant\\nname', 'Note'",
        id="line end in a name",
    ),
    pytest.param(
        b'Note|"Tenant\r\nname"\r\n1|2\r\n',
        "there is no column 'Notes'; did you mean 'Note'? There are: 'Note', 'Tenant\\r\\nname'",
        id="line end in the last name",
    ),
    pytest.param(
        b"Export of May\n\nTenant;Notes\n1;2\n",
        "there is no column 'Notes'; name an existing one. There are: 'Export of May'. Row 3 has it: pass --header-row 3",
        id="title rows",
    ),
    pytest.param(
        b"Export,of,May\nTenant|notes \n1|2\n",
        "there is no column 'Notes'; name an existing one. There are: 'Export,of,May'. Row 2 has it",
        id="title row with another delimiter",
    ),
    pytest.param(b"a,b\n" + b"x,y\n" * 20 + b"1,Notes\n", "there is no column 'Notes'; name an existing", id="too far down"),
    pytest.param(b"Tenant,Notes,\xfc\n", ", row 1: the row of column names can't be read: contains a byte", id="bad names"),
    pytest.param(
        "Tenant,Notes".encode("utf-16-le"),
        "looks like UTF-16 without its byte order mark (byte 1 is 0x00); pass --encoding utf-16-le, or save",
        id="mark",
    ),
    pytest.param("Tenant,Notes".encode("utf-32"), "is UTF-32 by its byte order mark; save it as UTF-8", id="UTF-32"),
    pytest.param("Tenant,Notes".encode("utf-16")[:-1], "is UTF-16 and ends in the middle of a character", id="cut off"),
]


@pytest.mark.parametrize(("data", "reason"), USELESS)
def test_a_file_of_which_nothing_can_be_read_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """If no row can be read, one error gives the file and the reason; a new export is not written."""
    file = made(tmp_path, "e.csv", data)
    with pytest.raises(ExportError) as caught:
        read(file)
    assert re.match(f"{re.escape(file)}[:,]? {re.escape(reason.removeprefix(', '))}", str(caught.value))
    with pytest.raises(ExportError):
        list(rewrite_export(file, str(tmp_path / "new.csv"), NOTES, lambda row: row.text))
    assert [path.name for path in tmp_path.iterdir()] == ["e.csv"]


def generated(path: Path, rows: int) -> str:
    """Write a CSV file with a number of rows."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Tenant", "Notes"])
        writer.writerows([str(number), WRONG * 3] for number in range(rows))
    return str(path)


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Ten times the rows take no more memory, read or written."""
    few, many = generated(tmp_path / "few.csv", 100), generated(tmp_path / "many.csv", 1000)
    target = str(tmp_path / "new.csv")
    for work in (
        lambda file: read_export(file, NOTES),
        lambda file: rewrite_export(file, target, NOTES, change_some),
    ):
        peak(work(few))
        assert peak(work(many)) < 1.3 * peak(work(few)) + 50_000


@pytest.mark.parametrize("delimiter", [None, ";"])
def test_the_row_of_column_names_can_be_given(tmp_path: Path, delimiter: str | None) -> None:
    """Rows above the header are titles, which are copied; the first row with cells from its number on is the header."""
    data = b'Export, of "May"\n\nNotes;x\n"Notes";"Tenant"\na;1\n\nb;2\n'
    file, target = made(tmp_path, "e.csv", data), tmp_path / "new.csv"
    found = [row for row in read(file, header_row=4, delimiter=delimiter) if isinstance(row, Row)]
    assert [(row.number, row.line, row.id, row.text) for row in found] == [(5, 5, "1", "a"), (7, 7, "2", "b")]
    columns, options = Columns("Notes"), Options(header_row=2, delimiter=delimiter)
    list(rewrite_export(file, str(target), columns, lambda row: row.text.upper(), options=options))
    assert target.read_bytes() == data.replace(b'"Notes"', b'"NOTES"').replace(b"a;", b"A;").replace(b"b;", b"B;")
    with pytest.raises(ExportError, match=r"has no row 9 with column names, as --header-row \(header_row in Options\) says$"):
        read(file, header_row=9, delimiter=delimiter)


def test_whitespace_in_a_name_is_any(tmp_path: Path) -> None:
    """A column is found whatever whitespace is between the words of its name."""
    file = made(tmp_path, "e.csv", b'"Tenant\n name",Notes\nA,b\n')
    assert [one.id for one in read(file, Columns("notes", id="tenant name"))] == ["A"]
