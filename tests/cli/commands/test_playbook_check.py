"""``ftnotes playbook check``: problems of a playbook file, and notes of its templates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.playbook_checks import SOUND

from ftnotes import check_playbook

WEAK = SOUND.replace('"PAY"', '"TO"')


@pytest.mark.parametrize(("text", "status"), [(SOUND, 0), (WEAK, 1), ('id = "own"\n', 1)])
def test_the_report_is_printed(project: Path, capsys: pytest.CaptureFixture[str], text: str, status: int) -> None:
    """Exit status 1 says that there are problems, of words or of the file."""
    (project / "own.toml").write_text(text)
    assert run_command(capsys, "playbook", "check", "own.toml") == (status, f"{check_playbook('own.toml')}\n", "")


def test_what_is_not_translated_is_information(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It fails no check."""
    (project / "own.toml").write_text(SOUND + '[languages.de.templates.weekly]\nlabels.wins = ["Erfolge"]\n')
    status, out, _ = run_command(capsys, "playbook", "check", "own.toml")
    assert (status, out.split("\n")[-2]) == (0, "1 problem in own.toml: 1 information")


def test_the_report_is_printed_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, with the problems as those of notes, and the sample notes."""
    (project / "own.toml").write_text(WEAK)
    status, out, _ = run_command(capsys, "playbook", "check", "own.toml", "--output-format", "json")
    assert status == 1
    report = json.loads(out)
    (found,) = report["diagnostics"]
    assert (report["file"], found["code"], found["line"], found["column"]) == ("own.toml", "PB106", 13, 7)
    (sample,) = report["samples"]
    assert sample["template"] == "weekly"
    assert sample["blank"].startswith("**WEEKLY STATUS**\n- Mood: Calm/Stormy\n")
    assert sample["filled"].startswith("**WEEKLY STATUS**\n- Mood: Calm\n")


def test_fields_can_have_names_of_arguments(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A label is any word, and so is the key made from it."""
    (project / "own.toml").write_text(SOUND.replace('"Wins"', '"Language"'))
    assert run_command(capsys, "playbook", "check", "own.toml")[0] == 0
    status, out, _ = run_command(capsys, "new", "--playbook", "own.toml", "--set", "language=Norwegian")
    assert (status, out.split("\n")[2]) == (0, "- Language: Norwegian")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["check"], "check takes one TOML file"),
        (["check", "none.toml"], "none.toml: there is no such file"),
        (["check", "."], ".: is a folder"),
        (["show", "--output-format", "json"], "--output-format belongs to check, not to show"),
        (["check", "none.toml", "--output-format", "sarif"], "takes full, json, not 'sarif'"),
        (["check", "none.toml", "--extends", "2020-03"], "--examples, --extends and --output belong to learn, not to check"),
    ],
)
def test_wrong_usage_is_refused(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """So is a file that can't be read, with exit status 2."""
    status, out, err = run_command(capsys, "playbook", *argv)
    assert (status, out) == (2, "")
    assert message in err
