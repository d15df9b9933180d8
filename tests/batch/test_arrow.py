"""Findings in Arrow: `check_batch`, and frames of polars and pandas."""

from __future__ import annotations

import pytest
from helpers.exports import CLEAN, FIXABLE, WRONG

import ftnotes
from ftnotes.batch import Policy, check_batch
from ftnotes.batch.arrow import finding_schema
from ftnotes.interchange.arrow import batch_schema, parse_batch

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")


def test_findings_are_those_of_the_library() -> None:
    """A column is added: null for a null note, and otherwise the findings of `check`."""
    before = pyarrow.RecordBatch.from_pydict({"note": [CLEAN, WRONG, FIXABLE, None]})
    after = check_batch(before, policy=Policy(select=("FT2",)))
    assert after.schema == finding_schema(before.schema)
    *found, missing = after.column("findings").to_pylist()
    assert missing is None
    for text, rows in zip((CLEAN, WRONG, FIXABLE), found, strict=True):
        report = ftnotes.check(text, select=("FT2",))
        assert [(row["code"], row["line"], row["column"], row["start"], row["message"]) for row in rows] == [
            (one.code, one.line, one.column, one.span.start, one.message) for one in report
        ]
    assert [row["fix"] for rows in found for row in rows] == ['write "Fully Engaged"'] * 2


@pytest.mark.parametrize("library", ["pyarrow", "polars", "pandas"])
def test_tables_and_frames_are_taken(library: str) -> None:
    """A Table, and a frame of polars or pandas, give a Table with the same rows, as does an empty one."""
    module = pytest.importorskip(library, reason=f"{library} is not installed")
    made = module.table if library == "pyarrow" else module.DataFrame
    expected = check_batch(pyarrow.RecordBatch.from_pydict({"note": [WRONG, CLEAN]})).column("findings").to_pylist()
    after = check_batch(made({"note": [WRONG, CLEAN]}))
    assert after.column("findings").to_pylist() == expected
    parsed = parse_batch(made({"note": [WRONG, CLEAN]}))
    assert [len(found) for found in parsed.column("summaries").to_pylist()] == [1, 1]
    empty = made({"note": []}) if library != "pyarrow" else pyarrow.table({"note": pyarrow.array([], pyarrow.string())})
    assert parse_batch(empty).schema == batch_schema(pyarrow.table(empty).schema)


def test_other_values_are_refused() -> None:
    """The error names the function and the type."""
    with pytest.raises(TypeError, match=r"check_batch\(\) takes a RecordBatch, a Table, or a frame .*, not list"):
        check_batch([])


def test_previous_notes_are_in_a_column() -> None:
    """Null for none; the column has to be one of texts."""
    note = "Called the CIO, who likes Teams."
    before = pyarrow.table({"note": [note, note], "last": [note, None], "n": [1, 2]})
    found = check_batch(before, policy=Policy(select=("FT511",)), previous="last").column("findings").to_pylist()
    assert [len(one) for one in found] == [1, 0]
    for column, message in (("n", "column 'n' contains int64"), ("none", "must have one column 'none'")):
        with pytest.raises(ValueError, match=message):
            check_batch(before, previous=column)
