"""The number of notes that a command is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import made, numbered

from ftnotes.cli.files.known_total import known_total


def test_files_are_counted_and_rows_of_parquet(tmp_path: Path) -> None:
    """CSV does not say how many rows it has, and neither does a file that can't be read."""
    assert known_total(["a.md", "-"]) == 2
    assert known_total(["a.md", numbered(tmp_path)]) is None
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")
    import pyarrow

    target = str(tmp_path / "e.parquet")
    parquet.write_table(pyarrow.table({"Notes": ["a", "b"]}), target)
    assert known_total(["a.md", target]) == 3
    assert known_total([made(tmp_path, "damaged.parquet", "PAR1")]) is None
