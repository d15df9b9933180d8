"""The cells of a sheet, read in another process: what it yields, and how it can end."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.exports import SHEET_ROWS, cell, made, read, sheet, workbook

from ftnotes.batch import ExportError
from ftnotes.batch import sheet as module
from ftnotes.batch.sheet import SheetError, main, read_sheet, read_sheet_apart, shown_cell

pytest.importorskip("python_calamine", reason="python-calamine is not installed: pip install 'ftnotes[excel]'")

READERS = pytest.mark.parametrize("reader", [read_sheet, read_sheet_apart])


@READERS
def test_rows_are_those_of_the_sheet(tmp_path: Path, reader: Callable[[str, str | None], Iterator[list[str]]]) -> None:
    """First come the names of the sheets, then all rows from the first, with all columns from A."""
    file = workbook(
        tmp_path, sheet(f'<row r="2">{cell("C2", "x")}{cell("D2", "&quot;ä&#10;")}</row><row r="4">{cell("D4", "y")}</row>')
    )
    expected = [["Notes"], ["", "", "", ""], ["", "", "x", '"ä\n'], ["", "", "", ""], ["", "", "", "y"]]
    rows = list(reader(file, None))
    assert [*rows[:1], *([*row, "", ""][:4] for row in rows[1:])] == expected
    assert list(reader(file, "Other")) == [["Notes"]]


@READERS
def test_what_is_not_a_workbook_is_an_error(tmp_path: Path, reader: Callable[[str, str | None], Iterator[list[str]]]) -> None:
    """The error gives the reason of the reader and a remedy."""
    with pytest.raises(SheetError, match=r"^can't be read as a workbook \(.*\): save it in Excel again, or as CSV$"):
        list(reader(made(tmp_path, "e.xlsx", "x"), None))


def test_a_sheet_can_be_left_early(tmp_path: Path) -> None:
    """The process ends if nobody reads on."""
    rows = read_sheet_apart(workbook(tmp_path, sheet(SHEET_ROWS)), None)
    assert next(rows) == ["Notes"]
    rows.close()


@pytest.mark.parametrize("program", ["import os; os.abort()", "raise MemoryError", "print('[\"a\"]')"])
def test_an_abort_of_the_reader_is_an_error_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Whatever ends the process before its last line, this one goes on with an error."""
    monkeypatch.setattr(module, "_PROGRAM", program)
    with pytest.raises(
        ExportError, match=r"export\.xlsx: can't be read as a workbook: reading it takes too much memory"
    ) as caught:
        read(workbook(tmp_path, sheet(SHEET_ROWS)))
    assert caught.value.error.row is None


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process can be limited on Linux")
def test_the_memory_of_the_process_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes more than the limit aborts, and this process does not."""
    takes = "; import ftnotes.batch.sheet as s; s.MAX_MEMORY = 1 << 28; s._limit_memory(); bytearray(1 << 29); main()"
    monkeypatch.setattr(module, "_PROGRAM", module._PROGRAM.replace("; main()", takes))
    with pytest.raises(ExportError, match="takes too much memory"):
        read(workbook(tmp_path, sheet(SHEET_ROWS)))


@pytest.mark.parametrize("state", ["no interpreter", "frozen", "no processes"])
def test_without_processes_a_sheet_is_read_in_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str) -> None:
    """Where no Python can be started, nothing is, and the rows are the same."""
    file = workbook(tmp_path, sheet(SHEET_ROWS))
    expected = list(read_sheet_apart(file, None))

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    if state == "no interpreter":
        monkeypatch.setattr(sys, "executable", None)
    elif state == "frozen":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert list(read_sheet_apart(file, None)) == expected


@pytest.mark.parametrize("problem", [None, SheetError("no")])
def test_the_process_writes_lines_of_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, problem: SheetError | None
) -> None:
    """Each row is a line of ASCII, an error is a text, and null is the end."""

    def rows(file: str, name: str | None) -> Iterator[list[str]]:
        yield [file, str(name), "ä"]
        if problem:
            raise problem

    monkeypatch.setattr(module, "read_sheet", rows)
    monkeypatch.setattr(module, "_limit_memory", lambda: None)
    monkeypatch.setattr(sys, "argv", ["-c", "[]", "f", "s"])
    main()
    lines = [json.loads(line) for line in io.StringIO(capsys.readouterr().out)]
    assert lines == [["f", "s", "ä"], *(["no"] if problem else []), None]


def test_the_limit_is_set_where_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The soft limit is lowered, and a system without limits goes without."""
    resource = pytest.importorskip("resource", reason="a module of Unix")
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: limits.append(pair))
    module._limit_memory()
    assert [soft for soft, _ in limits] == [module.MAX_MEMORY]
    monkeypatch.setitem(sys.modules, "resource", None)
    module._limit_memory()
    assert len(limits) == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5.0, "5"),
        (5.5, "5.5"),
        ("a", "a"),
        (True, "True"),
        (datetime.datetime(2020, 5, 8), "2020-05-08"),
        (datetime.datetime(2020, 5, 8, 12), "2020-05-08 12:00:00"),
    ],
)
def test_a_cell_is_shown_as_the_spreadsheet_does(value: object, shown: str) -> None:
    """Whole numbers have no point, and days no time."""
    assert shown_cell(value) == shown
