"""``ftnotes fix``: the same as ``check --fix``."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import notes, run_command

from ftnotes.cli.commands import check, fix


def test_fix_is_check_with_its_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both commands do and print the same."""
    results = []
    for argv in (("fix",), ("check", "--fix")):
        (name,) = notes(tmp_path, note="**EXEC SUMMARY**\n* Status of the engagement: reactive\n")
        results.append((run_command(capsys, *argv, "--select", "FT204", name), Path(name).read_text("utf-8")))
    assert results[0] == results[1]
    assert results[0][0][0] == 0
    assert "Reactive" in results[0][1]


def test_fix_has_no_option_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """`fix --fix` is refused, and both run the same function."""
    assert run_command(capsys, "fix", "--fix", "note")[0] == 2
    assert fix.COMMAND.run is check.COMMAND.run
