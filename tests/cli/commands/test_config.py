"""``ftnotes config``: the effective settings and their origins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import run_command

from ftnotes import configuration_schema
from ftnotes.policy import RULES


def test_effective_settings_are_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """config shows each setting, its value and its origin; for a note, its context."""
    status, out, _ = run_command(capsys, "config", "--no-config", "--role", "SME", "--ignore", "FT4", "--select", "FT4,FT5")
    assert status == 0
    lines = out.split("\n")
    assert lines[0] == "configuration: none; looked for ftnotes.toml and pyproject.toml"
    assert "select           FT4, FT5   (command line)" in lines
    assert "ignore           FT4        (command line)" in lines
    left = sum(rule.code.startswith("FT5") for rule in RULES)
    assert f"rules            {left:<11}(by select and ignore)" in lines
    assert "role             SME        (command line)" in lines
    assert "note-type        not given  (default)" in lines
    assert "fail-on          warning    (default)" in lines
    assert "require-summary  false      (default)" in lines
    (project / "own.toml").write_text('id = "own"\nextends = "2020-03"\n')
    (project / "ftnotes.toml").write_text(
        'playbook = "own.toml"\nselect = []\nignore = ["FT5"]\nrole = "SME"\ndate = 2020-05-08\n[severity]\nFT404 = "error"\n'
        '[[files]]\npattern = ["a/*", "b"]\nintent = "pausing"\n[[files]]\npattern = "none"\n'
    )
    path = project / "ftnotes.toml"
    lines = run_command(capsys, "config", "--ignore", "FT4")[1].split("\n")
    assert lines[0] == f"configuration: {path}"
    rows = {line[:16].strip(): line[16:].strip() for line in lines[2:]}
    assert rows["playbook"].startswith(f"{project / 'own.toml'} (own)")
    assert rows["select"].split() == ["none", f"({path})"]
    assert rows["ignore"].replace("  ", "").endswith(f"({path} and command line)")
    assert rows["severity"].startswith("FT404 = error ")
    assert rows["date"].split() == ["2020-05-08", f"({path})"]
    assert [line for line in lines if line.startswith("files")] == [
        line for line in lines if "intent pausing" in line or "no context" in line
    ]
    shown = run_command(capsys, "config", str(project / "b"))[1]
    assert "intent           pausing " in shown
    assert "files" not in shown


def test_what_is_left_out_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """config shows excluded files, rules that don't run for some files, and whether summaries were asked for."""
    (project / "ftnotes.toml").write_text('exclude = ["archive/"]\n[per-file-ignores]\n"*.txt" = ["FT5", "FT201"]\n')
    rows = [line.split() for line in run_command(capsys, "config", "--requested")[1].split("\n")]
    path = f"({project / 'ftnotes.toml'})"
    assert ["exclude", "archive", path] in rows
    assert ["per-file-ignores", "*.txt", "FT5,", "FT201", path] in rows
    assert ["requested", "true", "(command", "line)"] in rows


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """--schema prints the JSON Schema of configuration files, which `configuration_schema` returns."""
    status, out, _ = run_command(capsys, "config", "--schema")
    assert (status, json.loads(out)) == (0, configuration_schema())
