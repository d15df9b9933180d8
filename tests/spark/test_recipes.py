"""The recipes for Spark in the docs, run on two local workers: they give what the command does."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.paths import ROOT
from helpers.portfolio import portfolio

from ftnotes.cli.main import main
from ftnotes.interchange.action_records import ActionRecord
from ftnotes.interchange.records import SummaryRecord

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("default")]

_RECIPES = re.findall(
    r"^```py\n(.*?)^```$",
    (ROOT / "docs" / "scale.md").read_text(encoding="utf-8").partition("\n## Spark\n")[2],
    re.DOTALL | re.MULTILINE,
)
_COLUMNS = ("--column", "Notes", "--id-column", "Tenant")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session with two local workers."""
    sql = pytest.importorskip("pyspark.sql", reason="NO SPARK: pip install 'ftnotes[spark]'")
    if shutil.which("java") is None:
        pytest.skip("NO SPARK: install Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An export of 12 customers, messy ones among them."""
    path = tmp_path_factory.mktemp("export")
    return portfolio(path, 12)


@pytest.fixture(scope="module")
def names(spark: Any, export: str) -> dict[str, Any]:
    """The names of all recipes, run one after the other as a reader of the page does."""
    with open(export, encoding="utf-8", newline="") as stream:
        rows = [(row["Tenant"], row["Modified"] or None, row["Notes"]) for row in csv.DictReader(stream)]
    frame = spark.createDataFrame(rows, "tenant string, day string, note string").repartition(2).cache()
    namespace = {"frame": frame, "spark": spark}
    for recipe in _RECIPES:
        exec(compile(recipe, "docs/scale.md", "exec"), namespace)  # it is the recipe that is tested
    return namespace


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    """Return the rows that a command prints as JSON lines."""
    capsys.readouterr()
    main([*argv, "--output-format", "jsonl", "--no-config"])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def same(frame: Any, rows: list[dict[str, Any]], columns: tuple[str, ...]) -> bool:
    """Return whether a frame has the rows of a table, in any order, as far as these columns go."""
    found = [tuple(row[name] for name in ("tenant", *columns)) for row in frame.collect()]
    return sorted(map(str, found)) == sorted(str(tuple(row[name] for name in ("id", *columns))) for row in rows) != []


def test_there_is_a_recipe_for_each() -> None:
    """Summaries, findings and next actions."""
    batches = [re.findall(r"\(.*\b(\w+_batch)\b", recipe) for recipe in _RECIPES]
    assert batches == [["parse_batch"], ["check_batch"], ["action_batch"]]


def test_summaries(spark: Any, names: dict[str, Any], export: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has the records of the command."""
    rows = printed(capsys, "records", export, *_COLUMNS)
    for row in rows:
        row["hashtags"] = row["hashtags"].split()  # a table has them as one text
    assert same(spark.table("summaries"), rows, SummaryRecord.columns())


def test_findings(names: dict[str, Any], export: str, tmp_path: Path) -> None:
    """They are those of the table that the command writes."""
    target = tmp_path / "t.jsonl"
    main(["check", export, *_COLUMNS, "--no-config", "-o", str(target)])
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    found = names["checked"].selectExpr("tenant", "inline(findings)")
    assert same(found, rows, ("line", "column", "code", "name", "severity", "message", "fix"))


def test_next_actions(spark: Any, names: dict[str, Any], export: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The overdue ones are those of the command."""
    rows = printed(capsys, "records", export, *_COLUMNS, "--date-column", "Modified", "--table", "actions")
    overdue = [row for row in rows if not row["done"] and row["last"] and row["last"] < "2020-06-10"]
    assert same(spark.table("overdue"), overdue, ActionRecord.columns())
