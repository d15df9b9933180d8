"""All that is found in the notes of a command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from helpers.exports import WRONG, made, numbered

from ftnotes.batch.jobs import Examined
from ftnotes.cli.files.examination import examine
from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.options.arguments import PolicyOptions, ReadingOptions
from ftnotes.cli.options.exit_status import UsageError
from ftnotes.cli.options.export_arguments import ExportOptions
from ftnotes.cli.options.settings import settings
from ftnotes.cli.output.terminal import Screen


def test_files_and_exports_are_examined_alike(tmp_path: Path) -> None:
    """A note gives the same in a file and in a row; an export needs the name of its column."""
    effective = settings(ReadingOptions(no_config=True), PolicyOptions())
    inputs = Inputs(Screen(sys.stderr), 1)
    names = [made(tmp_path, "n.md", WRONG), numbered(tmp_path, 2, bad=False)]
    note, _, row = examine(names, inputs, effective, ExportOptions(column="Notes"), ["Tenant"])
    assert isinstance(note, Examined)
    assert isinstance(row, Examined)
    assert (note.report, note.records) == (row.report, row.records)
    assert (note.row.kept, row.row.kept) == ({}, {"Tenant": "T1"})
    with pytest.raises(UsageError, match="pass --column"):
        examine(names, inputs, effective, ExportOptions())
