"""The streams that the command prints to."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from helpers.commands import harmless, notes, run_command
from helpers.results import FAULTY, Terminal

from ftnotes.cli.output.terminal import Screen, is_stdin


def test_a_closed_stream_is_not_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Output to a closed stream goes nowhere, and not to standard output."""
    Screen(None).print("x")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_terminals(
    environment: dict[str, str], terminal: bool, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is colour on a terminal and where it is forced, and none where it isn't wanted."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    screen = Screen.of(Terminal() if terminal else io.StringIO())
    assert (screen.styled("x", "error") == "\x1b[1;31mx\x1b[0m") == colour
    assert (screen.styled("x", "error") == "x") == (not colour)
    assert screen.styled("", "error") == ""
    assert Screen.of(None).is_terminal is False


@pytest.mark.parametrize(
    "argv", [["check"], ["check", "--output-format=concise"], ["check", "--diff"], ["check", "--statistics"]]
)
def test_colour_changes_nothing_but_colour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    """With colour the output is the same, with commands that set colours alone; a note's own are escaped."""
    (name,) = notes(tmp_path, note=FAULTY.replace("Nearly", "Nea\x1b[31mrly"))
    monkeypatch.setenv("CI", "true")  # for people, as with colour
    argv = [*argv, "--show-not-evaluated", name]
    _, plain, _ = run_command(capsys, *argv)
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, coloured, _ = run_command(capsys, *argv)
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert harmless(plain)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links are privileged on Windows")
def test_standard_input_has_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of standard input and links to them lead to it; other files, links and circles of links do not."""
    monkeypatch.chdir(tmp_path)
    for link, target in (("a", "/dev/stdin"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "x")):
        Path(link).symlink_to(target)
    for name in ("-", "/dev/stdin", "/dev/../dev/stdin", "/dev/fd/0", "/proc/self/fd/0", "a", "./b"):
        assert is_stdin(name), name
    for name in ("c", "e", "x", "/dev/fd/1", "", "a\0b", "./-"):
        assert not is_stdin(name), name
