"""What could not be read or written, in the words for each."""

from __future__ import annotations

import pytest

from ftnotes.cli.output.failures import Failure, failures_line


@pytest.mark.parametrize(
    ("failures", "line"),
    [
        ([], ""),
        ([Failure("e.csv", "row")], "; 1 row could not be read"),
        ([Failure("e.csv", "row")] * 2 + [Failure("f.csv", "file")], "; 2 rows and 1 file could not be read"),
        (
            [Failure("d", "folder", "empty"), Failure("n.md", "note", "written"), Failure("m.md", "note")],
            "; 1 note could not be written; 1 note could not be read; 1 folder has no notes",
        ),
        ([Failure("d", "folder", "empty"), Failure("*", "pattern", "empty")], "; 1 folder and 1 pattern have no notes"),
    ],
)
def test_failures_are_counted_by_kind(failures: list[Failure], line: str) -> None:
    """Each noun has a number."""
    assert failures_line(failures) == line
