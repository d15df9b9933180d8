"""The parser: help in lines that fit, and arguments in any order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.commands import CLEAN, notes, run_command

from ftnotes.cli.commands import SUMMARIES
from ftnotes.cli.main import main


@pytest.mark.parametrize(("columns", "width"), [("100", 98), ("none", 78), ("0", 78)])
def test_help_is_as_wide_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], columns: str, width: int
) -> None:
    """Help leaves two columns free; a terminal of unknown width has 80."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert main(["check", "--help"]) == 0
    help_of_check = capsys.readouterr().out
    assert width - 10 < max(map(len, help_of_check.splitlines())) <= width


def test_names_that_look_like_options_come_after_two_hyphens(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options can come between notes; after -- all arguments are names."""
    notes(project, **{"-odd": CLEAN, "a": CLEAN, "b": CLEAN})
    status, out, _ = run_command(capsys, "check", "a", "--select", "FT2", "b", "--", "-odd")
    assert (status, out) == (0, "No problems in 3 notes\n")


@pytest.mark.parametrize("columns", range(40, 120, 7))
@pytest.mark.parametrize("name", SUMMARIES)
def test_help_breaks_no_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, columns: int
) -> None:
    """However wide the terminal is, no word of help is broken: all widths show the same words."""
    monkeypatch.setenv("COLUMNS", "1000")
    main([name, "--help"])
    words = capsys.readouterr().out.split()
    monkeypatch.setenv("COLUMNS", str(columns))
    main([name, "--help"])
    assert capsys.readouterr().out.split() == words
