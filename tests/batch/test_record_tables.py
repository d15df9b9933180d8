"""Tables of records in CSV, JSON Lines and Parquet, and cells that a spreadsheet would take for formulas."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers.exports import NOTE, rows_of
from hypothesis import given
from hypothesis import strategies as st

import ftnotes
from ftnotes.batch import ExportError, Tables, actions_name, escape_formula, unescape_formula, workloads_name


@given(st.text() | st.text("'=+-@\t\r\n＝x", max_size=4))
def test_escaping_loses_nothing_and_leaves_no_formula(text: str) -> None:
    """No escaped cell begins like a formula, and each can be turned back into its text."""
    cell = escape_formula(text)
    assert unescape_formula(cell) == text
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert cell == text or cell == "'" + text


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_tables_contain_the_records(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a row for each summary, workload and next action, with the place of the note."""
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")
    monkeypatch.setattr("ftnotes.batch.record_tables._GROUP", 2)
    target = str(tmp_path / f"out{suffix}")
    records = ftnotes.records(ftnotes.parse(NOTE + "\n\n" + NOTE))
    with Tables(target) as tables:
        tables.add(records, "e.csv", 7, "@Contoso")
        tables.add(records, "note.md", actions=ftnotes.action_records("Next step: call Ana by 5 May 2020"))
    assert (tables.summaries, tables.workloads, tables.actions) == (4, 4, 1)
    summaries, workloads = rows_of(target), rows_of(workloads_name(target))
    assert workloads_name(target).endswith(f"out-workloads{suffix}")
    assert list(summaries[0]) == ["file", "row", "id", *ftnotes.SummaryRecord.columns()]
    (action,) = rows_of(actions_name(target))
    assert list(action) == ["file", "row", "id", *ftnotes.ActionRecord.columns()]
    assert (action["file"], action["what"], action["first"], str(action["done"])) == ("note.md", "call Ana", "2020-05-05", "0")
    assert list(workloads[0]) == ["file", "row", "id", *ftnotes.WorkloadRecord.columns()]
    guard = "'" if suffix == ".csv" else ""
    assert [str(row["row"] or "") for row in summaries] == ["7", "7", "", ""]
    assert [summaries[0][name] for name in ("id", "customer")] == [guard + "@Contoso", guard + "=HYPERLINK(1)"]
    assert [row["update"] for row in workloads] == ["\ufffd+1"] * 4
    assert [row["keys"] for row in workloads] == ["EXO"] * 4


def test_raw_csv_is_for_programs(tmp_path: Path) -> None:
    """Raw CSV has neither escaped formulas nor a byte order mark; other CSV has both."""
    records = ftnotes.records(ftnotes.parse(NOTE))
    for raw in (True, False):
        target = tmp_path / "out.csv"
        with Tables(str(target), raw_csv=raw) as tables:
            tables.add(records, "note.md")
        assert target.read_bytes().startswith(b"file,row" if raw else b"\xef\xbb\xbffile,row")
        assert rows_of(str(target))[0]["customer"] == ("" if raw else "'") + "=HYPERLINK(1)"


def test_both_tables_appear_or_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error leaves no table; a name that is not that of a table is refused, and so is Parquet without pyarrow."""
    with pytest.raises(KeyError), Tables(str(tmp_path / "out.csv")):
        raise KeyError
    with (
        pytest.raises(ExportError, match=r"is not a table by its name; tables end in \.csv, \.jsonl, \.parquet"),
        Tables("out.xlsx"),
    ):
        pass
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with (
        pytest.raises(ExportError, match=r"needs pyarrow: pip install 'ftnotes\[arrow\]'; or write"),
        Tables(str(tmp_path / "a.parquet")),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
