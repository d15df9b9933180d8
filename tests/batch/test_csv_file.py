"""CSV: what is read of it, what is kept, and what is said of files that came to harm."""

from __future__ import annotations

import codecs
import csv
import io
import re
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from helpers.exports import MENDABLE, NOTES, WRONG, made, read, texts
from helpers.linearity import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch import Columns, ExportError, Options, Row, RowError, fix_export, read_export, rewrite_export
from ftnotes.batch.csv_scanner import CsvScanner, written_cell

#: Texts in which what matters to CSV is frequent.
csv_text = st.text(st.one_of(st.sampled_from(',;"\r\n\t '), st.characters()), max_size=80)


def lines(text: str) -> list[str]:
    """The lines of a text with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def scan(text: str, delimiter: str = ",", max_cell: int = 1000) -> list[tuple[str, list[str], str | None]]:
    """The records of a text: each as it stands, its cells, its fault."""
    found = CsvScanner(delimiter, max_cell).records(lines(text))
    return [(record.raw, [record.value(at) for at in range(len(record.cells))], record.fault) for record in found]


# ---- the scanner


@given(csv_text, st.sampled_from(",;\t|"))
def test_no_character_is_lost(text: str, delimiter: str) -> None:
    """The records of any text make up the text, faults or not; cells lie in their record, in order."""
    records = list(CsvScanner(delimiter, 20).records(lines(text)))
    assert "".join(record.raw for record in records) == text
    for record in records:
        places = [place for span in record.cells for place in span]
        assert places == sorted(places)
        assert not record.fault or not record.cells
        if record.cells:
            assert delimiter.join(record.raw[start:end] for start, end in record.cells) == record.raw[: places[-1]]


@given(csv_text, st.sampled_from(",;\t|"))
def test_cells_are_those_that_pythons_csv_reads(text: str, delimiter: str) -> None:
    """Of any text without an unclosed quote, the cells are those of the ``csv`` module."""
    found = scan(text, delimiter)
    if all(fault is None for _, _, fault in found):
        expected = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        assert [cells for _, cells, _ in found] == expected


@given(st.lists(st.lists(st.text(max_size=10), min_size=1, max_size=4), max_size=5), st.sampled_from(",;"))
def test_what_pythons_csv_writes_has_no_fault(table: list[list[str]], delimiter: str) -> None:
    """All that the ``csv`` module writes is read without fault, and as what was written."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(table)
    assert [(cells, fault) for _, cells, fault in scan(file.getvalue(), delimiter)] == [(row, None) for row in table]


@given(csv_text, csv_text, st.sampled_from(['"x"', "x", ""]))
def test_a_changed_cell_reads_as_it_says_and_its_neighbours_stay(value: str, other: str, before: str) -> None:
    """Whatever a cell says from now on, it is read as that, and stays one cell of its row."""
    neighbour = '"' + other.replace('"', '""') + '"'
    text = f"{written_cell(value, before, ',')},{neighbour}\r\n"
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[value, other]]


def test_an_unclosed_quote_takes_one_line_alone() -> None:
    """A quote that never closes is a fault of its line; the lines below are records of their own."""
    for below in ('3,plain\n4,"quoted"\n', '3,"quoted, with comma"\n', "3,plain\n"):
        found = scan(f'1,one\n2,"open\n{below}')
        assert [cells for _, cells, fault in found if not fault] == [["1", "one"], *csv.reader(lines(below))]
        assert [fault for _, _, fault in found if fault] == [
            "the quote that opens cell 2 is never closed: close it, or double it if it belongs to the text. "
            "The lines below are read as rows of their own"
        ]


def test_a_quote_that_is_open_for_too_long_is_given_up() -> None:
    """The search for the other end of a quote is bounded; a cell that is too long but closed is one fault."""
    found = scan('a,"' + "x\n" * 200 + "last,line\n", max_cell=10)
    assert found[0][2] is not None
    assert "never closed" in found[0][2]
    assert found[-1][1] == ["last", "line"]
    long = scan('a,"' + "x\n" * 20 + '"\nb,c\n', max_cell=10)
    assert [(cells, fault and fault[:45]) for _, cells, fault in long] == [
        ([], "cell 2 holds 42 characters, more than the 10 "),
        (["b", "c"], None),
    ]


def test_an_endless_line_is_passed_over_in_pieces() -> None:
    """A line longer than a record may be is one fault, whatever stands in it; what follows is read."""
    pieces = ["x" * 160, '"' * 160, "y\n", "a,b\n"]
    records = list(CsvScanner(",", 10).records(pieces))
    assert [record.raw for record in records] == pieces
    assert [record.fault is not None for record in records] == [True, False, False, False]
    assert records[3].cells == ((0, 1), (2, 3))
    assert [record.number for record in records] == [1, 1, 1, 2]
    assert [record.raw for record in CsvScanner(",", 10).records(pieces[:1])] == pieces[:1]


def test_an_open_quote_is_not_read_on_without_end() -> None:
    """The search stops at the bound, and does not read the rest of a large file into memory."""
    below = iter(["x\n"] * 1000)
    first = next(CsvScanner(",", 10).records(chain(['"open\n'], below)))
    assert first.fault is not None
    assert sum(1 for _ in below) > 900


@pytest.mark.parametrize("piece", ['"a\n', 'x,"a\n', '""a"\n', '"a""b\n', '"\n', 'x""y,"\n', "\n", 'a"b,"c\n'])
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times the text takes at most five times the time, hostile quotes included."""

    def scanning(count: int) -> Callable[[], object]:
        return lambda: deque(CsvScanner(",", 131_072).records([piece] * count), maxlen=0)

    assert growth(scanning, 5_000) < LINEAR


# ---- files


def test_rows_have_number_line_and_id(tmp_path: Path) -> None:
    """Rows are counted as a spreadsheet does, lines as an editor does; columns are found by name, blanks and case aside."""
    file = made(tmp_path, "e.csv", 'tenant,Ignored, NOTES \r\nContoso,1,"a\nb"\r\n\r\nFabrikam,2,c\r\n')
    assert read(file) == [
        Row(file, 2, "a\nb", "Contoso", 2),
        Row(file, 4, "c", "Fabrikam", 5),
    ]
    assert read(file)[1].place == f"{file}, row 4 (Fabrikam)"  # type: ignore[union-attr] # it is a Row


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    """The delimiter is that with which the row of names has the column asked for."""
    file = made(tmp_path, "e.csv", delimiter.join(["Tenant", '"a,b;c"', "Notes"]) + "\n" + delimiter.join("123") + "\n")
    assert texts(read(file)) == [(2, "3")]


def test_the_delimiter_can_be_told(tmp_path: Path) -> None:
    """It is what the option says, a tab in .tsv, and what the line for Excel says."""
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


def test_other_columns_tell_of_the_note(tmp_path: Path) -> None:
    """What the columns for context say stands with the row; empty cells tell nothing."""
    file = made(tmp_path, "e.csv", "Notes,Who,When\na,FM,2020-05-08\nb, ,\n")
    found = read(file, Columns("Notes", role="Who", date="When"))
    assert [one.context for one in found if isinstance(one, Row)] == [{"role": "FM", "date": "2020-05-08"}, {}]


ENCODED = [
    pytest.param("utf-8", b"", None, id="utf-8"),
    pytest.param("utf-8", codecs.BOM_UTF8, None, id="utf-8 with mark"),
    pytest.param("utf-16-le", codecs.BOM_UTF16_LE, None, id="utf-16-le"),
    pytest.param("utf-16-be", codecs.BOM_UTF16_BE, None, id="utf-16-be"),
    pytest.param("utf-16-le", b"", "utf-16-le", id="utf-16-le told"),
    pytest.param("cp1252", b"", "cp1252", id="cp1252"),
]


@pytest.mark.parametrize(("encoding", "mark", "said"), ENCODED)
def test_encodings_are_read_and_written_back(tmp_path: Path, encoding: str, mark: bytes, said: str | None) -> None:
    """A file with a byte order mark, or whose encoding is told, is read, and written again in the same encoding."""
    text = f'Tenant;Notes;Größe\r\nZoë;"{MENDABLE}";1\r\n'
    file = made(tmp_path, "e.csv", mark + text.encode(encoding))
    (row,) = read(file, encoding=said)
    assert isinstance(row, Row)
    assert (row.id, row.text) == ("Zoë", MENDABLE)
    target = tmp_path / "new.csv"
    list(fix_export(file, str(target), NOTES, options=Options(encoding=said)))
    assert target.read_bytes() == mark + text.replace("fully   engaged", "Fully Engaged").encode(encoding)


def change_some(row: Row) -> str:
    """Another note where the old one has an even length."""
    return row.text if len(row.text) % 2 else row.text[::-1] + '\r\n"x", y'


@given(st.lists(csv_text, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]), st.binary(max_size=60))
def test_untouched_cells_stay_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], end: str, more: bytes
) -> None:
    """Of any file, whatever it holds, nothing changes but the notes that are changed; and these read as they should."""
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
    """The cells of a file by Python's ``csv``."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("latin-1"), newline="")))


# ---- files that came to harm

HARMED = [
    pytest.param(b"Tenant,Notes\n1,a\n2,\xfcb\n3,c\n", 3, "holds a byte (0xfc) that is not UTF-8: save", id="wrong encoding"),
    pytest.param(b'Tenant,Notes\n1,a\n2,"b\n3,c\n', 3, "the quote that opens cell 2 is never closed", id="quote never closed"),
    pytest.param(b"Tenant,Notes\n1,a\n2\n3,c\n", 3, "has 1 cell where there are 2 columns", id="short row"),
    pytest.param(b"Tenant,Notes\n1,a\n2,b,b\n3,c\n", 3, "has 3 cells where there are 2 columns", id="long row"),
    pytest.param(b"Tenant,Notes\n1,a\n2,b\0\n3,c\n", 3, "holds a NUL, which no text does", id="NUL"),
    pytest.param(
        b"Tenant,Notes\n1,a\n2," + b"b" * 200_000 + b"\n3,c\n",
        3,
        "cell 2 holds 200,000 characters, more than the 131,072 that are read; if that is meant, raise ",
        id="200 KB field",
    ),
    pytest.param(b"Tenant,Notes\n1,a\n2," + b"b" * 3_000_000 + b"\n3,c\n", 3, "the line is longer than", id="endless line"),
]


@pytest.mark.parametrize(("data", "number", "reason"), HARMED)
def test_a_bad_row_is_told_and_the_others_are_read(tmp_path: Path, data: bytes, number: int, reason: str) -> None:
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


def test_a_bad_row_is_known_by_its_id(tmp_path: Path) -> None:
    """A row with a bad byte has its id all the same, where that is not what is bad."""
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
    pytest.param(b"x\n", "there is no column 'Notes'; name one that there is. There are: 'x'", id="missing"),
    pytest.param(b"Tenant,Notes,Tenant,Notes\n", "2 columns are named 'Notes': 2 and 4; rename", id="twice"),
    pytest.param(b'Tenant,Notes,"x\n1,2,3\n', ", row 1: the row of column names can't be read: the quote", id="open quote"),
    pytest.param(b"Tenant,Notes,\xfc\n", ", row 1: the row of column names can't be read: holds a byte", id="bad names"),
    pytest.param(
        "Tenant,Notes".encode("utf-16-le"), "looks like UTF-16 without its byte order mark; save it as UTF-8", id="mark"
    ),
    pytest.param("Tenant,Notes".encode("utf-32"), "is UTF-32, by its byte order mark; save it as UTF-8", id="UTF-32"),
    pytest.param("Tenant,Notes".encode("utf-16")[:-1], "is UTF-16 and ends in the middle of a character", id="cut off"),
]


@pytest.mark.parametrize(("data", "reason"), USELESS)
def test_a_file_of_which_nothing_can_be_read_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """Where no row can be read, one error names the file and the reason; a new export is not written."""
    file = made(tmp_path, "e.csv", data)
    with pytest.raises(ExportError) as caught:
        read(file)
    assert re.match(f"{re.escape(file)}[:,]? {re.escape(reason.removeprefix(', '))}", str(caught.value))
    with pytest.raises(ExportError):
        list(rewrite_export(file, str(tmp_path / "new.csv"), NOTES, lambda row: row.text))
    assert [path.name for path in tmp_path.iterdir()] == ["e.csv"]


def test_many_columns_are_listed_in_part(tmp_path: Path) -> None:
    """The error for a missing column lists the first twenty."""
    with pytest.raises(ExportError, match=r"There are: 'c0', .*'c19', …$"):
        read(made(tmp_path, "e.csv", ",".join(f"c{at}" for at in range(30))))


@pytest.mark.parametrize("said", ["utf-32", "shift_jis", "base64", "nonsense", "cp037", "a\0b"])
def test_an_encoding_that_can_not_be_kept_is_refused(tmp_path: Path, said: str) -> None:
    """Only encodings of which every byte is written back are read."""
    accepted = "There are utf-8, utf-16-le, utf-16-be, and code pages with one byte a character, such as cp1252"
    with pytest.raises(ExportError, match=rf"not one that can be read and written back byte for byte\. {accepted}$"):
        read(made(tmp_path, "e.csv", "Notes\n"), encoding=said)


def test_a_note_that_the_encoding_lacks_stays_and_is_told(tmp_path: Path) -> None:
    """A mended note with a character that a code page lacks is left as it is."""
    file, target = made(tmp_path, "e.csv", "Tenant,Notes\n1,a\n2,b\n"), tmp_path / "new.csv"
    found = list(
        rewrite_export(file, str(target), NOTES, lambda row: row.text.replace("a", "→"), options=Options(encoding="cp1252"))
    )
    assert isinstance(found[0], RowError)
    assert found[0].reason.startswith("the mended note has a character (U+2192) that CP1252 does not have, and was left")
    assert target.read_bytes() == b"Tenant,Notes\n1,a\n2,b\n"


def test_bad_bytes_of_utf_16_are_told(tmp_path: Path) -> None:
    """Half of a surrogate pair is no text; the row is told of, and copied."""
    data = "\ufeffTenant,Notes\n1,\ud800x\n".encode("utf-16-le", "surrogatepass")
    file, target = made(tmp_path, "e.csv", data), tmp_path / "new.csv"
    assert texts(read(file))[0][1].startswith("holds a byte that is not UTF-16-LE")
    list(fix_export(file, str(target), NOTES))
    assert target.read_bytes() == data


# ---- memory


def generated(path: Path, rows: int) -> str:
    """A CSV file of that many rows."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Tenant", "Notes"])
        writer.writerows([str(number), WRONG * 3] for number in range(rows))
    return str(path)


def peak(work: Iterator[object]) -> int:
    """The most memory that going through something takes."""
    tracemalloc.start()
    try:
        for _ in work:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Ten times the rows take no more memory, read or written."""
    few, many = generated(tmp_path / "few.csv", 300), generated(tmp_path / "many.csv", 3000)
    target = str(tmp_path / "new.csv")
    for work in (
        lambda file: read_export(file, NOTES),
        lambda file: rewrite_export(file, target, NOTES, change_some),
    ):
        peak(work(few))
        assert peak(work(many)) < 1.3 * peak(work(few)) + 50_000
