"""Records in Arrow: `parse_batch`, and engines that map it."""

from __future__ import annotations

import datetime
import json
import shutil
import sys
from pathlib import Path

import attrs
import pytest
from helpers.policing import own_playbook
from hypothesis import given
from hypothesis import strategies as st

import ftnotes
from ftnotes import Playbook
from ftnotes.interchange import arrow
from ftnotes.interchange.arrow import action_batch, action_schema

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'ftnotes[arrow]'")

NOTE = """\
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- SNAPSHOT OF KEY WORKLOADS:
   - [EXO] Exchange Online – done
   - [OLM+Scanners] waiting
"""


def batch(*notes: str | None, **more: list[object]) -> object:
    """A batch of notes."""
    return pyarrow.RecordBatch.from_pydict({**more, "note": pyarrow.array(notes, pyarrow.string())})


def test_a_batch_keeps_its_rows_and_columns() -> None:
    """One column is added: null for a null note, and empty for a note without summary."""
    before = batch(NOTE, None, "prose", NOTE + "\n\n" + NOTE, id=[1, 2, 3, 4])
    after = arrow.parse_batch(before)
    assert after.schema == arrow.batch_schema(before.schema)  # type: ignore[attr-defined] # it is a batch
    assert after.drop_columns("summaries").equals(before)
    found = after.column("summaries").to_pylist()
    assert [None if one is None else len(one) for one in found] == [1, None, 0, 2]


@given(st.lists(st.one_of(st.none(), st.text(), st.just(NOTE), st.just(NOTE * 2)), max_size=4))
def test_records_are_those_of_the_library(notes: list[str | None]) -> None:
    """The column has the records of each note, column by column."""
    found = arrow.parse_batch(batch(*notes)).column("summaries").to_pylist()
    for note, rows in zip(notes, found, strict=True):
        if note is None:
            assert rows is None
            continue
        expected = [
            {
                **one.row(),
                "hashtags": [*one.hashtags],
                "workload_records": [attrs.asdict(each) for each in one.workload_records],
            }
            for one in ftnotes.records(ftnotes.parse(note))
        ]
        assert rows == json.loads(json.dumps(expected))


def test_texts_of_all_kinds_are_read() -> None:
    """Large, viewed and dictionary-encoded texts are read, and a column of nulls."""
    plain = pyarrow.array([NOTE, None])
    expected = arrow.parse_batch(batch(NOTE, None)).column("summaries")
    for notes in (plain.cast(pyarrow.large_string()), plain.cast(pyarrow.string_view()), plain.dictionary_encode()):
        found = arrow.parse_batch(pyarrow.RecordBatch.from_arrays([notes], ["n"]), "n", into="records")
        assert found.column("records").equals(expected)
    nothing = pyarrow.RecordBatch.from_arrays([pyarrow.nulls(2)], ["note"])
    assert arrow.parse_batch(nothing).column("summaries").to_pylist() == [None, None]


def test_notes_are_read_with_the_playbook(tmp_path: Path) -> None:
    """Its fields have columns, and an edition can be named by its id."""
    note = NOTE + "- RISK LEVEL: High Risk\n"
    for playbook, choice in ((own_playbook(tmp_path), "high"), (None, None)):
        ((row,),) = arrow.parse_batch(batch(note), playbook=playbook).column("summaries").to_pylist()
        assert row.get("risk_choice") == choice
    named, given = (
        arrow.parse_batch(batch(NOTE), edition="2020-05"),
        arrow.parse_batch(batch(NOTE), playbook=Playbook.load("2020-05")),
    )
    assert named.equals(given)


def test_an_invalid_batch_is_refused() -> None:
    """Each message says what was given and what to do."""
    with pytest.raises(TypeError, match=r"takes a RecordBatch, a Table, or a frame of polars or pandas, not dict"):
        arrow.parse_batch({"note": ["x"]})
    with pytest.raises(ValueError, match="the batch must have one column 'text'; it has 'note'"):
        arrow.parse_batch(batch("x"), "text")
    with pytest.raises(ValueError, match="column 'id' contains int64, not texts: cast it"):
        arrow.parse_batch(batch("x", id=[1]), "id")
    with pytest.raises(ValueError, match="the batch has a column 'summaries' already: choose another name"):
        arrow.parse_batch(batch("x", summaries=[1]))


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """If pyarrow is missing, the error says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"ftnotes\.interchange\.arrow needs pyarrow: pip install 'ftnotes\[arrow\]'"):
        arrow.record_type()


def test_duckdb_unnests_a_batch() -> None:
    """DuckDB reads the batches as a table, one row a workload if that is asked for."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    notes = pyarrow.RecordBatchReader.from_batches(
        arrow.batch_schema(batch(NOTE, id=["a"]).schema),  # type: ignore[attr-defined] # it is a batch
        (arrow.parse_batch(one) for one in (batch(NOTE, id=["a"]), batch(None, "prose", NOTE, id=["b", "c", "d"]))),
    )
    with duckdb.connect() as connection:
        connection.register("notes", notes)
        found = connection.sql(
            "select id, s.engagement_status_choice, w.keys, w.update from "
            "(select id, unnest(summaries) as s from notes) t, unnest(s.workload_records) as u(w) order by id, w.number"
        ).fetchall()
    assert found == [
        (id, "on-hold", keys, update) for id in "ad" for keys, update in ((["EXO"], "done"), (["OLM", "scanners"], "waiting"))
    ]


@pytest.mark.filterwarnings("ignore")  # of Spark about Java and about a newer pandas
def test_spark_maps_it_in_arrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySpark's ``mapInArrow`` takes it as it is."""
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not here")
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: pip install pyspark")
    pytest.importorskip("pandas", reason="pyspark needs pandas for Arrow: pip install pandas")
    types = pytest.importorskip("pyspark.sql.pandas.types", reason="pyspark lacks what it needs for Arrow")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame([("a", NOTE), ("b", None)], "id string, note string")
        schema = types.from_arrow_schema(arrow.batch_schema(types.to_arrow_schema(frame.schema)))
        found = frame.mapInArrow(lambda batches: map(arrow.parse_batch, batches), schema).collect()
    finally:
        spark.stop()
    assert [(row.id, row.summaries and row.summaries[0].workload_records[0].update) for row in found] == [
        ("a", "done"),
        ("b", None),
    ]


def test_next_actions_are_those_of_the_library() -> None:
    """With the day of the note, if there is one; a column is added, and null for a null note."""
    note = "Next action: send the plan by 12 May. Owner: Ana\n"
    before = pyarrow.RecordBatch.from_pydict({"note": [note, note, None], "day": ["2020-05-04T09:00", None, None]})
    after = action_batch(before, date="day")
    assert after.schema == action_schema(before.schema)
    dated, undated, missing = after.column("actions").to_pylist()
    assert dated == [action.row() for action in ftnotes.action_records(note, date=datetime.date(2020, 5, 4))]
    assert undated == [action.row() for action in ftnotes.action_records(note)]
    assert missing is None
    assert (dated[0]["last"], undated[0]["last"]) == ("2020-05-12", None)
    with pytest.raises(ValueError, match="Invalid isoformat"):
        action_batch(pyarrow.table({"note": [note], "day": ["4 May"]}), date="day")
