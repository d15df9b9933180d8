"""Columns and options of exports, and reports of rows that can't be read."""

from __future__ import annotations

import io

import pytest

from ftnotes.batch.rows import MAX_CELL, Columns, Options, RowError
from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.options.exit_status import UsageError
from ftnotes.cli.options.export_arguments import ExportOptions, output_of_export, refuse_export_options, refuse_kept_columns
from ftnotes.cli.options.export_options import REPORTED, ProblemReporter, export_reading
from ftnotes.cli.output.terminal import Screen


def test_columns_and_options_are_those_of_the_command() -> None:
    """Values that are not given have the defaults of the library."""
    given = ExportOptions(
        "Notes",
        "Id",
        role_column="Role",
        date_column="Day",
        date_order="dmy",
        delimiter="tab",
        sheet="Sheet",
        max_cell=10,
        max_expanded=20,
    )
    plain = Inputs(Screen(None), 7)
    assert export_reading(given, ["e.csv"], Inputs(Screen(None), 7, encoding="cp1252")) == {
        "columns": Columns("Notes", "Id", "Role", None, None, None, "Day"),
        "options": Options("cp1252", "\t", "Sheet", 10, 7, 20, date_order="dmy"),
        "strict": False,
    }
    assert export_reading(ExportOptions("Notes"), ["e.csv"], plain)["options"] == Options(None, None, None, MAX_CELL, 7, None)
    with pytest.raises(UsageError, match=r"^b\.XLSX: \.XLSX is read as an export; pass --column, as in --column Notes$"):
        export_reading(ExportOptions(), ["a.md", "b.XLSX"], plain)


def test_options_about_exports_need_one() -> None:
    """They are refused without an export; without them nothing is."""
    refuse_export_options(None)
    for column, output in (("Notes", None), (None, "x.csv")):
        with pytest.raises(UsageError, match="needs an export: a file that ends in"):
            refuse_export_options(column, output)


def test_columns_are_kept_of_exports() -> None:
    """Without an export there are none to keep."""
    refuse_kept_columns([], ["n.md"])
    refuse_kept_columns(["Region"], ["n.md", "e.csv"])
    with pytest.raises(UsageError, match=r"^--keep names a column of an export, and there is none among the notes$"):
        refuse_kept_columns(["Region"], ["n.md"])


def test_an_export_is_written_to_another_file() -> None:
    """It must be named, for one input, and not be written in place."""
    assert output_of_export("x.csv", False, ["e.csv"], "fixed") == "x.csv"
    for output, force, names in ((None, False, ["e.csv"]), ("x.csv", False, ["a.csv", "b.csv"]), ("x.csv", True, ["e.csv"])):
        with pytest.raises(UsageError):
            output_of_export(output, force, names, "fixed")


@pytest.mark.parametrize("redacted", [True, False])
def test_many_errors_of_a_file_are_counted(redacted: bool) -> None:
    """The first errors of each file are reported, the others counted; an error of a whole file is always reported."""
    out = io.StringIO()
    inputs = Inputs(Screen(out), 1)
    reporter = ProblemReporter(inputs, redacted, ("out.csv",))
    for number in range(REPORTED + 3):
        reporter.add(RowError("a.csv", "secret\x1b", number + 1))
    reporter.add(RowError("a.csv", "secret"))
    reporter.add(RowError("out.csv", "is full"))
    reporter.close()
    lines = out.getvalue().splitlines()
    assert len(inputs.failures) == REPORTED + 5
    assert len(lines) == REPORTED + 3
    assert lines[-2:] == ["ftnotes: out.csv: is full", "ftnotes: a.csv: 3 more rows could not be read"]
    assert ("secret" in out.getvalue()) != redacted
    assert "\x1b" not in out.getvalue()
