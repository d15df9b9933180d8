"""Results as workflow commands of GitHub Actions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.commands import notes, run_command
from helpers.results import FAULTY


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match

    def data(text: str) -> str:
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")

    values = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {key: data(value.replace("%3A", ":").replace("%2C", ",")) for key, value in values.items()}, data(match[3])


def test_annotations_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub's commands give back name, place and message, with any special characters in them."""
    (name,) = notes(tmp_path, **{"a:b,c%2C=d::e": FAULTY})
    _, out, _ = run_command(capsys, "check", "--output-format", "github", name)
    *lines, count, gaps, empty = out.split("\n")
    assert "skipped for lack of context" in gaps
    assert (count.startswith(f"{len(lines)} problems in"), empty) == (True, "")
    _, concise, _ = run_command(capsys, "check", "--output-format", "concise", name)
    levels = {"error": "error", "warning": "warning", "information": "notice"}
    for line, other in zip(lines, concise.splitlines(), strict=False):
        level, values, message = parsed(line)
        place = f"{values['file']}:{values['line']}:{values['col']}"
        weight = next(ours for ours, theirs in levels.items() if theirs == level)
        assert f"{place}: {weight} {values['title']}: {message}" == other
        assert values["endLine"] == values["line"]
    assert any("50%25" in line for line in lines)


def test_annotations_of_many_lines_have_no_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem over several lines has no columns; the log says if GitHub shows too few; stdin has a name."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: some\n  thing\n" + "- STATUS OF THE ENGAGEMENT: x\n" * 11
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "check", "--output-format", "github", "--select", "FT201", name)
    _, values, _ = parsed(out.split("\n")[0])
    assert values == {"file": name, "line": "2", "endLine": "3", "title": "FT201 choice-not-in-list"}
    assert out.split("\n")[-2] == "GitHub shows 10 annotations of each kind for a step; this log has all of them"
