"""Notes a second of the recipes of docs/scale.md, including what each engine costs.

    python benchmarks/engines.py [--count 20000] [--rounds 3]

The notes are drawn from a seed, half of them tidy and half as messy as people type. Times are medians of elapsed time over
interleaved rounds. Spark runs if Java and PySpark are installed, with one local worker for each processor; its start is not
counted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

import duckdb
import pyarrow
from corpus import messy_notes, tidy_notes

import ftnotes
from ftnotes.interchange.arrow import batch_schema, parse_batch

_COUNT_WORKLOADS = "select sum(len(s.workload_records)) from (select unnest(summaries) as s from notes)"


def parsed(table: pyarrow.Table) -> Iterator[pyarrow.RecordBatch]:
    """Yield the batches of a table, with their records."""
    return (parse_batch(batch) for batch in table.to_batches(max_chunksize=1024))


def in_duckdb(table: pyarrow.Table) -> object:
    """Count all workloads with DuckDB."""
    with duckdb.connect() as connection:
        connection.register("notes", pyarrow.RecordBatchReader.from_batches(batch_schema(table.schema), parsed(table)))
        return connection.sql(_COUNT_WORKLOADS).fetchall()


def in_spark(texts: list[str]) -> Callable[[], object]:
    """Start Spark, and return a function that counts all workloads with it."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    frame = spark.createDataFrame([(text,) for text in texts], "note string").repartition(4 * (os.cpu_count() or 1)).cache()
    frame.count()
    schema = from_arrow_schema(batch_schema(to_arrow_schema(frame.schema)))

    def count() -> object:
        mapped = frame.mapInArrow(lambda batches: map(parse_batch, batches), schema)
        return mapped.selectExpr("inline(summaries)").selectExpr("sum(size(workload_records))").collect()

    count()  # so that the workers load their modules
    return count


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many notes (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how many interleaved rounds (default: %(default)s)")
    options = parser.parse_args()
    half = options.count // 2
    texts = [note.text for note in (*tidy_notes(half, 1), *messy_notes(half, 1))]
    table = pyarrow.table({"note": texts})
    tasks: dict[str, Callable[[], object]] = {
        "records of each, alone": lambda: [ftnotes.records(ftnotes.parse(text)) for text in texts],
        "pyarrow": lambda: sum(batch.num_rows for batch in parsed(table)),
        "DuckDB": lambda: in_duckdb(table),
    }
    if shutil.which("java") and find_spec("pyspark"):
        tasks["Spark"] = in_spark(texts)
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(options.rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - start)
    for name, taken in times.items():
        print(f"  {name:24} {len(texts) / statistics.median(taken):8,.0f} notes a second")


if __name__ == "__main__":
    main()
