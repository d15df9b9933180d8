"""Tables of exports as rows, as Arrow and as frames."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import NOTES, numbered

from ftnotes.batch import ExportTable, Policy

_TABLES = {"summaries": 4, "workloads": 0, "actions": 0, "unrecognized": 1}


def test_rows_name_their_columns(tmp_path: Path) -> None:
    """Each table has the columns that it names, and can be read again."""
    file = numbered(tmp_path)
    for name, number in _TABLES.items():
        table = ExportTable(name, file, NOTES)
        for _ in range(2):
            rows = list(table.rows())
            assert len(rows) == number
            assert all(tuple(row) == table.names for row in rows)
    assert len(list(ExportTable("findings", file, NOTES, Policy(select=("FT2",)), jobs=2).rows())) == 2


def test_frames_have_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Arrow, pandas and polars have the same rows, however many batches they come in."""
    reason = "is not installed: pip install pyarrow pandas polars"
    for module in ("pyarrow", "pandas", "polars"):
        pytest.importorskip(module, reason=f"{module} {reason}")
    monkeypatch.setattr("ftnotes.batch.export_table._GROUP", 3)
    table = ExportTable("findings", numbered(tmp_path), NOTES)
    rows = list(table.rows())
    assert table.to_arrow().to_pylist() == rows
    assert table.to_polars().to_dicts() == rows
    assert list(table.to_pandas()["code"]) == [row["code"] for row in rows]
    assert len(list(table.batches())) == len(rows) // 3 + 1


def test_an_unknown_table_is_refused() -> None:
    """The error lists the tables."""
    with pytest.raises(
        ValueError, match=r"there is no table 'finding' \(did you mean 'findings'\?\); use one of summaries, work"
    ):
        ExportTable("finding", "e.csv", NOTES)
