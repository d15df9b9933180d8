"""Results as JUnit XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from helpers.commands import notes, run_command
from helpers.results import FAULTY

from ftnotes import check
from ftnotes.strategies.examples import TIDY


def test_each_note_is_a_suite_and_each_problem_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Failures have severity, message and place; a clean note has a case that passes, an unreadable one an error."""
    name, clean = notes(tmp_path, **{'a<b>&"c"é.md': FAULTY, "clean": TIDY})
    status, out, _ = run_command(capsys, "check", "--output-format", "junit", name, clean, str(tmp_path / "none"))
    assert status == 2
    root = ElementTree.fromstring(out)
    suites = {suite.attrib["name"]: suite for suite in root}
    assert suites.keys() == {name, clean, str(tmp_path / "none")}
    found = check(FAULTY)
    assert [one.attrib["message"] for one in suites[name].iter("failure")] == [one.message for one in found]
    assert [one.attrib["type"] for one in suites[name].iter("failure")] == [one.severity.value for one in found]
    assert [case.attrib["line"] for case in suites[name]] == [str(one.line) for one in found]
    assert suites[name].attrib["failures"] == suites[name].attrib["tests"] == str(len(found))
    (case,) = suites[clean]
    assert (list(case), suites[clean].attrib["failures"]) == ([], "0")
    assert suites[str(tmp_path / "none")].attrib["errors"] == "1"


def test_any_text_gives_valid_xml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Characters that XML can't contain are replaced, whatever a note or its name has."""
    label = "- M365 DEPLOYMENT PROGRESS: \x00\x0b\ufffe]]> <!-- é & \x1b[31m 🙂"
    (name,) = notes(tmp_path, **{"a\x01b": f"**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: x\n{label}\n"})
    _, out, _ = run_command(capsys, "check", "--output-format", "junit", name)
    messages = [one.attrib["message"] for one in ElementTree.fromstring(out).iter("failure")]
    assert any("🙂" in message for message in messages)
    assert "\x1b" not in out


def test_redacted_results_have_no_text_of_the_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --redact the messages are the summaries of the rules."""
    (name,) = notes(tmp_path, note=FAULTY)
    _, out, _ = run_command(capsys, "check", "--output-format", "junit", "--redact", name)
    assert "Secret" not in out
    assert "Nearly" not in out
