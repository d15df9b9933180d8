"""Results as SARIF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from helpers.commands import CLEAN, WRONG, notes, run_command
from helpers.results import FAULTY, sarif

import ftnotes.cli.output.sarif
from ftnotes.cli.output.sarif import SNIPPET
from ftnotes.policy import RULES


def test_sarif_is_valid_and_right(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is valid by the published schema; places, levels, evidence and fixes are those of the problems."""
    name, clean = notes(tmp_path, **{"sub note:%é.md": FAULTY.replace("\n", "\r\n"), "clean": CLEAN})
    text = FAULTY.replace("\n", "\r\n")
    _, out, err = run_command(capsys, "check", "--output-format", "sarif", name, clean, str(tmp_path / "no ne"))
    assert "no such file" in err
    document = sarif(out)
    (run,) = document["runs"]
    assert document["$schema"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert (run["columnKind"], run["newlineSequences"]) == ("unicodeCodePoints", ["\r\n", "\n", "\r"])
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"] == {"text": "This note could not be read."}
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    results = {result["ruleId"]: result for result in run["results"]}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = urlsplit(place["artifactLocation"]["uri"])
        assert (uri.scheme, unquote(uri.path)) in (("file", name), ("file", clean))
    region = results["FT201"]["locations"][0]["physicalLocation"]["region"]
    start = text.index("😀 Nearly")
    assert region == {
        "startLine": 4, "startColumn": 29, "endLine": 4, "endColumn": 48, "charOffset": start, "charLength": 19,
        "snippet": {"text": "😀 Nearly: done, 50%"},
    }  # fmt: skip
    region = results["FT601"]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (41, 44)
    assert results["FT201"]["level"] == "error"
    assert results["FT404"]["level"] == "note"
    (why,) = results["FT301"]["relatedLocations"]
    assert why["physicalLocation"]["region"]["startLine"] == 3
    (fix,) = results["FT404"]["fixes"]
    (change,) = fix["artifactChanges"]
    fixed = text
    for replacement in reversed(change["replacements"]):
        region = replacement["deletedRegion"]
        end = region["charOffset"] + region["charLength"]
        fixed = fixed[: region["charOffset"]] + replacement["insertedContent"]["text"] + fixed[end:]
    assert fixed == text.replace("exo", "EXO")
    unsafe = results["FT301"]["fixes"][0]
    assert unsafe["properties"] == {"safe": False}
    assert "changes the writer's words" in unsafe["description"]["text"]
    monkeypatch.chdir(tmp_path)
    (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", "sub note:%é.md")[1])["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sub%20note%3A%25%C3%A9.md"
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_results_show_the_text_that_they_are_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A result has its text and the lines around it, but little of long ones, and none of a text that is hidden."""
    bullet = "- STATUS OF THE ENGAGEMENT: Busy"
    long = f"{'x' * SNIPPET} #pilot {'x' * SNIPPET}"
    (name,) = notes(tmp_path, note=f"**EXEC SUMMARY**\r\n{bullet}\r\n- DESCRIBE THE CUSTOMER: {long}\r\n")

    def place(*argv: str) -> Any:
        (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", name, "--select", *argv)[1])["runs"]
        return run["results"][0]["locations"][0]["physicalLocation"]

    found = place("FT201")
    assert (found["region"]["snippet"], found["contextRegion"]["snippet"]) == ({"text": "Busy"}, {"text": bullet})
    assert (found["contextRegion"]["startLine"], found["contextRegion"]["startColumn"]) == (2, 1)
    assert len(place("FT304")["contextRegion"]["snippet"]["text"]) == len("#pilot") + SNIPPET // 2
    (name,) = notes(tmp_path, note="#pilot")
    assert "contextRegion" not in place("FT304")  # it would be no larger than the result itself
    (name,) = notes(tmp_path, note=f"**EXEC SUMMARY**\n{bullet}\n")
    found = place("FT201", "--redact")
    assert "snippet" not in found["region"]
    assert "contextRegion" not in found


def test_names_that_no_file_can_have_are_valid_references(capsys: pytest.CaptureFixture[str]) -> None:
    """For any name, the document is valid, and contains it."""
    names = ["no\x00ne", "\ud800", "\udc80", "a b", "::", "\x1b"]
    status, out, _ = run_command(capsys, "check", "--output-format", "sarif", *names)
    assert status == 2
    notices = sarif(out)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    found = [notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for notice in notices]
    assert found == ["no%00ne", "%ED%A0%80", "%80", "a%20b", "%3A%3A", "%1B"]


def fingerprints(capsys: pytest.CaptureFixture[str], name: str, *argv: str) -> list[str]:
    """Return the fingerprints of the problems in a note."""
    (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", *argv, name)[1])["runs"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]


def test_fingerprints_are_those_of_the_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem keeps its fingerprint when lines are added above it; equal ones have two; other content has another."""
    (name,) = notes(tmp_path, note=WRONG * 2)
    before = fingerprints(capsys, name, "--select", "FT201")
    assert len(set(before)) == 2
    assert [mark.split(":")[1] for mark in before] == ["1", "2"]
    (name,) = notes(tmp_path, note="Hello.\n\n" + WRONG * 2)
    assert fingerprints(capsys, name, "--select", "FT201") == before
    (name,) = notes(tmp_path, note=WRONG.replace("Engaged", "Engagedd") * 2)
    assert not set(fingerprints(capsys, name, "--select", "FT201")) & set(before)
    marks = []
    for text in ("Ana called #pilot.\n", "Bob called #pilot.\n", f"{'x' * 100}\nAna  called #pilot.\n"):
        (name,) = notes(tmp_path, note=text)
        marks += fingerprints(capsys, name, "--select", "FT304")
    assert marks[0] == marks[2] != marks[1]
    redacted = json.loads(run_command(capsys, "check", "--redact", "--output-format", "sarif", name)[1])
    assert "partialFingerprints" not in json.dumps(redacted)


def test_the_limits_of_github_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more results than GitHub takes, the most severe are kept in order, and the total is reported."""
    monkeypatch.setattr(ftnotes.cli.output.sarif, "SHOWN", 3)
    monkeypatch.setattr(ftnotes.cli.output.sarif, "RESULTS", 4)
    names = notes(tmp_path, **{f"n{number}": FAULTY for number in range(6)})
    argv = ("check", "--output-format", "sarif", "--select", "FT201,FT301,FT404")
    _, out, err = run_command(capsys, *argv, *names)
    (run,) = sarif(out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["FT201"] * 4
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"][-2:] for result in run["results"]] == [
        "n0", "n1", "n2", "n3",
    ]  # fmt: skip
    assert run["properties"] == {"findings": 18}
    assert err == "ftnotes: 18 problems; the file has the 4 most severe ones because GitHub takes no more in a run\n"
    monkeypatch.setattr(ftnotes.cli.output.sarif, "RESULTS", 9)
    _, out, err = run_command(capsys, *argv, *names[:2])
    assert len(sarif(out)["runs"][0]["results"]) == 6
    assert err == "ftnotes: 6 problems are in the file; GitHub shows the 3 most severe ones of a run\n"
    _, out, err = run_command(capsys, *argv, names[0])
    assert (len(sarif(out)["runs"][0]["results"]), err) == (3, "")
