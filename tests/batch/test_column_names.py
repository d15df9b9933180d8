"""The names of columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.exports import made, read

from ftnotes.batch import Columns, ExportError
from ftnotes.batch.column_names import find_columns


def test_many_columns_are_listed_in_part(tmp_path: Path) -> None:
    """The error for a missing column lists the first twenty."""
    with pytest.raises(ExportError, match=r"There are: 'c0', .*'c19', …$"):
        read(made(tmp_path, "e.csv", ",".join(f"c{at}" for at in range(30))))


def test_columns_are_found_by_name() -> None:
    """An exact name counts before one that differs in case and surrounding whitespace; two of the same kind are refused."""
    columns = Columns("Notes", id="Tenant")
    assert find_columns("f", columns, ["NOTES", "Notes", " tenant"]) == {"text": 1, "id": 2}
    for header, message in (
        (["Tenant"], "there is no column 'Notes'; name an existing one. There are: 'Tenant'"),
        (["Tenant", "Note"], "there is no column 'Notes'; did you mean 'Note'? There are: 'Tenant', 'Note'"),
        (["notes", "Tenant", "NOTES", " Notes"], "3 columns are named 'Notes': 1, 3 and 4; rename all but one"),
    ):
        with pytest.raises(ExportError) as caught:
            find_columns("f", columns, header)
        assert str(caught.value) == f"f: {message}"
