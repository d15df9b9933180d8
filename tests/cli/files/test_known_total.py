"""The number of notes that a command is given."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import made, numbered

from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.files.known_total import known_total
from ftnotes.cli.options.export_arguments import ExportOptions
from ftnotes.cli.output.terminal import Screen


def test_files_are_counted_and_rows_of_parquet(tmp_path: Path) -> None:
    """Rows of CSV are counted by reading them, unreadable ones as well; a file that can't be read is not counted."""
    inputs, exports = Inputs(Screen(None), 1), ExportOptions(column="Notes")
    assert known_total(["a.md", "-"], inputs, exports) == 2
    assert known_total(["a.md", numbered(tmp_path)], inputs, exports) == 6
    assert known_total(["a.md", str(tmp_path / "none.csv")], inputs, exports) is None
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")
    import pyarrow

    target = str(tmp_path / "e.parquet")
    parquet.write_table(pyarrow.table({"Notes": ["a", "b"]}), target)
    assert known_total(["a.md", target], inputs, exports) == 3
    assert known_total([made(tmp_path, "damaged.parquet", "PAR1")], inputs, exports) is None
