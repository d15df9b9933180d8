"""Parquet: what is read, what is kept, what is refused."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest
from helpers.exports import CLEAN, FIXABLE, NOTES, made, read, texts

from ftnotes.batch import Columns, ExportError, Row, RowError, fix_export, rewrite_export

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")
parquet = pytest.importorskip("pyarrow.parquet")


def written(folder: Path, columns: dict[str, object], name: str = "e.parquet", **options: object) -> str:
    """Write a Parquet file with these columns; return its name."""
    table = pyarrow.table(columns).replace_schema_metadata({"made by": "a test"})
    parquet.write_table(table, folder / name, **options)
    return str(folder / name)


def test_rows_are_counted_from_one(tmp_path: Path) -> None:
    """Rows are counted from one; null is an empty cell, days and numbers are texts."""
    file = written(
        tmp_path, {"Notes": ["a", None], "Tenant": [1, 2], "When": [datetime.date(2020, 5, 8), None]}, row_group_size=1
    )
    assert read(file, Columns("Notes", id="Tenant", date="When")) == [
        Row(file, 1, "a", "1", None, {"date": "2020-05-08"}),
        Row(file, 2, "", "2"),
    ]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
@pytest.mark.parametrize("compression", ["zstd", "none"])
def test_all_but_the_notes_stays(tmp_path: Path, kind: str, compression: str) -> None:
    """Written again, a file has the same schema, metadata, row groups and compression, and the same cells but the notes."""
    notes = pyarrow.array([CLEAN, FIXABLE, None, FIXABLE, CLEAN])
    notes = notes.dictionary_encode() if kind == "dictionary" else notes.cast(getattr(pyarrow, kind)())
    file = written(
        tmp_path,
        {"a": [[1], None, [], [2, 3], [4]], "Notes": notes, "s": [{"x": at} for at in range(5)]},
        row_group_size=2,
        compression=compression,
    )
    target = tmp_path / "new.parquet"
    found = list(fix_export(file, str(target), Columns("Notes")))
    assert len(found) == 5
    old, new = parquet.ParquetFile(file), parquet.ParquetFile(target)
    assert new.schema_arrow.equals(old.schema_arrow, check_metadata=True)
    assert [new.metadata.row_group(at).num_rows for at in range(3)] == [2, 2, 1]
    assert new.metadata.row_group(0).column(1).compression == old.metadata.row_group(0).column(1).compression
    before, after = old.read().to_pydict(), new.read().to_pydict()
    fixed = FIXABLE.replace("fully   engaged", "Fully Engaged")
    assert after.pop("Notes") == [fixed if note == FIXABLE else note for note in before.pop("Notes")]
    assert after == before
    old.close()
    new.close()


def test_a_file_without_rows_is_written_again(tmp_path: Path) -> None:
    """No rows are no rows, and the schema stays; so do empty row groups."""
    file, target = written(tmp_path, {"Notes": pyarrow.array([], pyarrow.string())}), tmp_path / "new.parquet"
    assert list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text)) == []
    assert parquet.read_table(target).equals(parquet.read_table(file))
    with parquet.ParquetWriter(file, parquet.read_schema(file)):
        pass
    assert list(rewrite_export(file, str(target), Columns("Notes"), lambda row: row.text)) == []
    assert parquet.read_table(target).num_rows == 0


def test_what_is_not_a_parquet_file_is_refused(tmp_path: Path) -> None:
    """Another format, a cut-off file, and a column that is missing, not text or too large raise one error each."""
    file = written(tmp_path, {"Notes": [1], "T": [["a"]], "Long": ["x" * 9_000_000]}, compression="zstd", use_dictionary=False)
    cases = [
        (made(tmp_path, "a.parquet", "Tenant,Notes\n"), "Notes", "is not a Parquet file: export it again"),
        (made(tmp_path, "b.parquet", Path(file).read_bytes()[:-10]), "Notes", "can't be read as Parquet ("),
        (file, "Notes", "column 'Notes' is int64, not text; name another column"),
        (file, "T", "column 'T' is list<"),
        (file, "Note", "there is no column 'Note'; did you mean 'Notes'?"),
        (file, "Long", "its row group 1 expands to more than 8 MB; if you trust it, raise the limit with --max-expanded MB"),
    ]
    for name, column, message in cases:
        with pytest.raises(ExportError) as caught:
            read(name, Columns(column))
        assert str(caught.value).startswith(f"{name}: {message}")
    assert len(read(file, Columns("Long"), max_expanded=10, max_cell=10_000_000)) == 1


def test_a_cell_that_is_too_long_is_an_error_of_its_row(tmp_path: Path) -> None:
    """The error gives row and column; the other rows are read."""
    found = read(written(tmp_path, {"Tenant": ["1", "2"], "Notes": ["a" * 30, "b"]}), NOTES, max_cell=20)
    assert texts(found)[1] == (2, "b")
    assert isinstance(found[0], RowError)
    assert found[0].reason.startswith("cell 2 ('Notes') has 30 characters")


def test_without_pyarrow_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If pyarrow is missing, the error says what to install."""
    file = written(tmp_path, {"Notes": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"needs pyarrow: pip install 'ftnotes\[arrow\]'; or export it as CSV"):
        read(file, Columns("Notes"))


@pytest.mark.parametrize("column", ["Notes", "Tenant"])
def test_a_cell_that_is_not_utf_8_is_an_error_of_its_row(tmp_path: Path, column: str) -> None:
    """That row alone is reported with its id, if this can be read, and is copied as it is; the others are read and written."""
    offsets = pyarrow.array([0, 1, 3, 4], pyarrow.int32()).buffers()[1]
    bad = pyarrow.Array.from_buffers(pyarrow.string(), 3, [None, offsets, pyarrow.py_buffer(b"ab\xffc")])
    file = written(tmp_path, {"Notes": ["a", "b", "c"], "Tenant": ["A", "B", "C"], column: bad})
    target = tmp_path / "new.parquet"
    first, problem, last = rewrite_export(file, str(target), NOTES, lambda row: row.text.upper())
    assert not isinstance(first, RowError)
    assert not isinstance(last, RowError)
    assert isinstance(problem, RowError)
    assert (problem.row, problem.id) == (2, "B" if column == "Notes" else None)
    assert problem.reason == f"column {column!r} is not UTF-8: byte 1 of the cell (0xff) does not fit; export it again"
    cells = parquet.read_table(target).column("Notes").cast(pyarrow.binary()).to_pylist()
    assert cells == ([b"A", b"b\xff", b"C"] if column == "Notes" else [b"A", b"b", b"C"])
