"""``ftnotes report``."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import run_lines
from helpers.exports import CLEAN, made, numbered

GIVEN = ("--column", "Notes", "--id-column", "Tenant")


def test_a_report_of_exports_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page is written, rows that can't be read are reported, and options reach it."""
    target = tmp_path / "r.html"
    note = made(tmp_path, "n.md", CLEAN)
    options = ("--title", "May & June", "--as-of", "2020-06-10", "--group", "Tenant", "--stale-after", "7", "--redact")
    dated = ("--date", "2020-06-01")
    status, out, err = run_lines(capsys, "report", numbered(tmp_path), note, *GIVEN, *options, *dated, "-o", str(target))
    assert (status, out, len(err)) == (2, [f"{target}: 5 customers, 5 notes; 1 row could not be read"], 1)
    page = target.read_text(encoding="utf-8")
    assert all(text in page for text in ("May &amp; June", "As of 2020-06-10", "By Tenant", "without a note for 7 days"))
    status, out, err = run_lines(capsys, "report", numbered(tmp_path, bad=False), *GIVEN, "-o", str(target))
    assert (status, out, err) == (0, [f"{target}: 4 customers, 4 notes"], [])


def test_nothing_is_replaced_by_an_empty_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without notes, and where the page would replace an input, nothing is written."""
    export = Path(numbered(tmp_path, bad=False))
    before = export.read_bytes()
    for argv in ([str(export), "-o", str(export)], [str(tmp_path / "none.csv"), "-o", str(tmp_path / "r.html")]):
        status, out, err = run_lines(capsys, "report", *argv, *GIVEN)
        assert (status, out, err[-1]) == (2, [], "ftnotes: nothing was written")
    assert export.read_bytes() == before
    assert list(tmp_path.iterdir()) == [export]
