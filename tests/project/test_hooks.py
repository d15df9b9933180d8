"""The hooks for pre-commit: commands that take file names and report by their exit status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.paths import ROOT

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install pyyaml")

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CLEAN = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Fully Engaged\n"
FAULTY = CLEAN.replace("Fully Engaged", "Paused")
UNTIDY = CLEAN.replace("- STATUS", "*  Status")


def test_there_is_a_hook_for_checking_and_one_for_formatting() -> None:
    """They have the members that pre-commit requires, and an environment that it makes with pip; notes are formatted first."""
    assert [hook["id"] for hook in HOOKS] == ["ftnotes-format", "ftnotes-check"]
    for hook in HOOKS:
        assert hook.keys() == {"id", "name", "description", "entry", "language", "types_or", "files", "require_serial"}
        assert hook["language"] == "python"
        assert hook["types_or"] == ["markdown", "plain-text"]
        assert hook["entry"].split()[0] == "ftnotes"
        assert hook["require_serial"] is True
        assert re.search(hook["files"], "notes/may.md")
        assert not re.search(hook["files"], "md/setup.py")


def test_the_check_hook_fails_when_problems_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It takes several files."""
    good, bad = tmp_path / "good.md", tmp_path / "bad.md"
    good.write_text(CLEAN, encoding="utf-8")
    bad.write_text(FAULTY, encoding="utf-8")
    command = [*HOOKS[1]["entry"].split()[1:], "--select", "FT2"]
    assert run_command(capsys, *command, str(good))[0] == 0
    status, out, _ = run_command(capsys, *command, str(good), str(bad))
    assert status == 1
    assert "bad.md:2:29: error FT201" in out


def test_the_format_hook_changes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By which pre-commit knows that there was something to do."""
    note = tmp_path / "untidy.md"
    note.write_text(UNTIDY, encoding="utf-8")
    command = HOOKS[0]["entry"].split()[1:]
    for _ in range(2):
        assert run_command(capsys, *command, str(note))[0] == 0
        assert note.read_text(encoding="utf-8") == CLEAN
