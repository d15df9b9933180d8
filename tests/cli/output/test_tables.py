"""Printed tables, and lines about written ones."""

from __future__ import annotations

import io
import sys

import pytest

from ftnotes import Playbook
from ftnotes.batch.jobs import Recorded
from ftnotes.batch.rows import Row
from ftnotes.batch.tables import ACTIONS
from ftnotes.cli.output.tables import PrintedTable, written_lines
from ftnotes.cli.output.terminal import Screen
from ftnotes.interchange.action_records import ActionRecord


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_terminal_gets_no_control_characters(is_terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal control characters of notes are escaped; a program gets the bytes of CSV."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    monkeypatch.setattr(stream, "isatty", lambda: is_terminal, raising=False)
    action = ActionRecord(1, "call \x1b[31m\nAna", None, None, None, None, 0, 0, 1)
    with PrintedTable(Screen(stream), ACTIONS, Playbook.load(), (), "csv", False) as table:
        table.add(Recorded(Row("n.md", 0, ""), (), (action,)))
    stream.flush()
    printed = stream.buffer.getvalue().decode()
    assert table.counts == {"actions": 1}
    assert ("\x1b" in printed) is not is_terminal
    assert printed.startswith("file,row,id,number,what,owner,date")
    assert printed.count("\n") == 3  # the lines of the table, and one in a cell


def test_tables_of_one_file_share_a_line() -> None:
    """There is a line for each file, with the number of rows of each table in it."""
    nouns = {"a": ("apple", "apples"), "b": ("pear", "pears")}
    screen = Screen(sys.stdout)
    assert list(written_lines(screen, {"a": "x.xlsx", "b": "x.xlsx"}, {"a": 1, "b": 2}, nouns)) == ["x.xlsx: 1 apple, 2 pears"]
    assert len(list(written_lines(screen, {"a": "a.csv", "b": "b.csv"}, {"a": 1, "b": 2}, nouns))) == 2
