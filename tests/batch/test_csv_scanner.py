"""Lines cut into records and cells: nothing is lost, and values are those of Python's ``csv``."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Callable
from itertools import chain

import pytest
from helpers.exports import csv_text
from helpers.linearity import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.batch.csv_scanner import CsvScanner, written_cell


def lines(text: str) -> list[str]:
    """Return the lines of a text with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def scan(text: str, delimiter: str = ",", max_cell: int = 1000) -> list[tuple[str, list[str], str | None]]:
    """Return the text, cells and fault of each record of a text."""
    found = CsvScanner(delimiter, max_cell).records(lines(text))
    return [(record.raw, [record.value(at) for at in range(len(record.cells))], record.fault) for record in found]


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
def test_a_changed_cell_has_its_value_and_its_neighbours_stay(value: str, other: str, before: str) -> None:
    """A cell with any new value is read as that value, and is still one cell of its row."""
    neighbour = '"' + other.replace('"', '""') + '"'
    text = f"{written_cell(value, before, ',')},{neighbour}\r\n"
    assert list(csv.reader(io.StringIO(text, newline=""))) == [[value, other]]


def test_an_unclosed_quote_takes_one_line_alone() -> None:
    """A quote that never closes is a fault of its line; the lines below are separate records."""
    for below in ('3,plain\n4,"quoted"\n', '3,"quoted, with comma"\n', "3,plain\n"):
        found = scan(f'1,one\n2,"open\n{below}')
        assert [cells for _, cells, fault in found if not fault] == [["1", "one"], *csv.reader(lines(below))]
        assert [fault for _, _, fault in found if fault] == [
            "the quote that opens cell 2 is never closed: close it, or double it if it belongs to the text. "
            "The lines below are read as rows"
        ]


def test_a_quote_that_is_open_for_too_long_is_given_up() -> None:
    """The search for the other end of a quote is bounded; a cell that is too long but closed is one fault."""
    found = scan('a,"' + "x\n" * 200 + "last,line\n", max_cell=10)
    assert found[0][2] is not None
    assert "never closed" in found[0][2]
    assert found[-1][1] == ["last", "line"]
    long = scan('a,"' + "x\n" * 20 + '"\nb,c\n', max_cell=10)
    assert [(cells, fault and fault[:43]) for _, cells, fault in long] == [
        ([], "cell 2 has 42 characters, more than the 10 "),
        (["b", "c"], None),
    ]


def test_an_endless_line_is_passed_over_in_pieces() -> None:
    """A line longer than a record can be is one fault, regardless of its content; the lines after it are read."""
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
