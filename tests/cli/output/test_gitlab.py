"""Results as a Code Quality report of GitLab."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from helpers.commands import notes, run_command
from helpers.results import FAULTY

from ftnotes import check
from ftnotes.strategies.examples import TIDY


def test_each_problem_has_what_gitlab_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each problem has description, rule, severity, lines, path without ./, and a fingerprint of its own."""
    notes(tmp_path, **{"note.md": FAULTY, "same.md": FAULTY, "clean.md": TIDY})
    monkeypatch.chdir(tmp_path)
    _, out, _ = run_command(capsys, "check", "--output-format", "gitlab", "./note.md", "same.md", "clean.md")
    problems = json.loads(out)
    found = [*check(FAULTY)]
    assert [one["description"] for one in problems] == [one.message for one in found] * 2
    assert [one["check_name"] for one in problems[: len(found)]] == [f"{one.code} {one.name}" for one in found]
    assert {one["location"]["path"] for one in problems} == {"note.md", "same.md"}
    assert [one["location"]["lines"]["begin"] for one in problems[: len(found)]] == [one.line for one in found]
    assert all(one["location"]["lines"]["begin"] <= one["location"]["lines"]["end"] for one in problems)
    assert {one["severity"] for one in problems} == {"major", "minor", "info"}
    assert len({one["fingerprint"] for one in problems}) == len(problems)


def test_redacted_fingerprints_don_t_depend_on_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --redact neither messages nor fingerprints tell anything of the text."""
    texts = (FAULTY, FAULTY.replace("Nearly", "Almost").replace("Secret", "Hidden"))
    reports = set()
    for text in texts:
        (name,) = notes(tmp_path, note=text)
        reports.add(run_command(capsys, "check", "--output-format", "gitlab", "--redact", name)[1])
    assert len(reports) == 1


def test_standard_input_has_a_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A note from standard input is called stdin."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    _, out, _ = run_command(capsys, "check", "--output-format", "gitlab", "-")
    assert {one["location"]["path"] for one in json.loads(out)} == {"stdin"}


def test_without_problems_the_report_is_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean note gives an empty list, which is a valid report."""
    (name,) = notes(tmp_path, note=TIDY)
    assert json.loads(run_command(capsys, "check", "--output-format", "gitlab", name)[1]) == []
