"""The forms in which findings are printed: right for those who read them, and harmless to all."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from helpers.commands import CLEAN, WRONG, harmless, notes, run_command
from helpers.paths import DATA

import ftnotes.cli.output.sarif
from ftnotes import Diagnostic, Edit, Fix, Severity, Span
from ftnotes.cli.main import main
from ftnotes.cli.output.json_lines import as_json
from ftnotes.cli.output.progress import with_progress
from ftnotes.cli.output.results import Redaction, Result
from ftnotes.cli.output.terminal import Screen
from ftnotes.cli.output.text import concise, full
from ftnotes.policy import RULES
from ftnotes.policy.fixer import Applied

SCHEMA = DATA / "sarif" / "sarif-2.1.0-rtm.5.json"

#: Findings of every severity, with evidence and fixes, behind characters that take two UTF-16 code units and more.
FAULTY = """\
😀 Secret Contoso, 100% "done"
**EXEC SUMMARY** #covid
- STATUS OF THE ENGAGEMENT: On Hold
- M365 DEPLOYMENT PROGRESS: 😀 Nearly: done, 50%
- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:

   -  [exo]  Exchange Online - 😀 Secret â€“ migration
   -  [SPO]  SharePoint Online
"""
ON_HOLD = "EXEC SUMMARY #covid\n- STATUS OF THE ENGAGEMENT: On Hold\n- M365 DEPLOYMENT PROGRESS: Nearly\n"
FORMS = ("full", "concise", "json", "sarif", "github")


def sarif(out: str) -> dict[str, Any]:
    """The document that was printed, which is valid."""
    jsonschema = pytest.importorskip("jsonschema")
    document: dict[str, Any] = json.loads(out)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    return document


# ---- for people


def test_concise_is_a_line_for_each_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The concise form has one line for each finding, with the whole message, and the count."""
    (name,) = notes(tmp_path, note=FAULTY)
    _, out, _ = run_command(capsys, "check", "--output-format", "concise", name)
    *lines, count, advice, empty = out.split("\n")
    assert all(
        re.match(rf"{re.escape(name)}:\d+:\d+: (error|warning|information) FT\d+ [a-z-]+: .*[.?]$", line) for line in lines
    )
    assert (count.startswith(f"{len(lines)} problems in 1 note: "), empty) == (True, "")
    assert advice.startswith("Can be fixed: ")


def test_statistics_count_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--statistics counts the findings of each rule, the most frequent first, instead of printing them."""
    names = notes(tmp_path, one=WRONG, two=ON_HOLD, three=CLEAN)
    status, out, _ = run_command(capsys, "check", "--statistics", "--select", "FT2,FT301,FT109", *names)
    assert status == 1
    assert out == (
        "2  error        FT201  choice-not-in-list (1 with --unsafe-fixes)\n"
        "1  warning      FT301  hashtag-forbidden (1 with --unsafe-fixes)\n"
        "3 problems in 2 of 3 notes: 2 errors, 1 warning\n"
        "Can be fixed: 2 with --fix --unsafe-fixes, which touches words of the writer\n"
    )
    (name,) = notes(tmp_path, faulty=FAULTY * 2)
    out = run_command(capsys, "check", "--statistics", "--select", "FT404,FT601", name)[1]
    assert out == (
        "2  information  FT404  workload-spelling (2 with --fix)\n2  warning      FT601  mis-decoded (2 with --fix)\n"
        "4 problems in 1 note: 2 warnings, 2 information\nCan be fixed: 4 with --fix\n"
    )
    assert run_command(capsys, "check", "--statistics", "--select", "FT2", names[2])[1] == "No problems in 1 note\n"


def test_what_could_not_be_judged_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--show-not-evaluated tells which rule could not judge which note, and the options that would tell it."""
    (name,) = notes(tmp_path, note=CLEAN.replace("**\n", "** #covid\n"))
    _, out, _ = run_command(capsys, "check", "--show-not-evaluated", "--select", "FT305", name)
    assert out == f"{name}: FT305 hashtag-in-wrong-note skipped: needs --role and --note-type\nNo problems in 1 note\n"
    _, out, _ = run_command(capsys, "check", "--select", "FT305", name)
    assert out == "No problems in 1 note\n"


def test_a_terminal_is_told_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the last line says how much can be fixed and how, and only where something can."""
    name, clean = notes(tmp_path, note=FAULTY, clean=CLEAN)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    _, out, _ = run_command(capsys, "check", "--select", "FT301,FT404,FT601", name)
    assert out.split("\n")[-2] == ("Can be fixed: 2 with --fix, 1 with --fix --unsafe-fixes, which touches words of the writer")
    assert run_command(capsys, "check", "--select", "FT2", clean)[1] == "No problems in 1 note\n"


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


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
    argv = [*argv, "--show-not-evaluated", name]
    _, plain, _ = run_command(capsys, *argv)
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, coloured, _ = run_command(capsys, *argv)
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert harmless(plain)


@pytest.mark.parametrize(("errors", "output", "told"), [(True, False, True), (True, True, False), (False, False, False)])
def test_long_work_tells_how_far_it_is(errors: bool, output: bool, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count and rate are told on a terminal, once work takes long, unless the results show there; the line is taken away."""
    clock = iter([0.0, 0.5, 1.0, 1.1, 2.0, 9.0])
    monkeypatch.setattr("ftnotes.cli.output.progress.time.monotonic", lambda: next(clock))
    stream = Terminal() if errors else io.StringIO()
    items = with_progress("abcd", Screen(stream), Screen(Terminal() if output else io.StringIO()))
    assert list(items) == ["a", "b", "c", "d"]
    line = "\r1 notes, 1 a second\x1b[K\r3 notes, 2 a second\x1b[K\r\x1b[K"
    assert stream.getvalue() == (line if told else "")


def test_short_work_tells_nothing() -> None:
    """Work that is done soon leaves a terminal alone."""
    stream = Terminal()
    assert list(with_progress("abc", Screen(stream), Screen(None))) == ["a", "b", "c"]
    assert stream.getvalue() == ""


# ---- what is printed of a note


HARM = [*map(chr, range(0x20)), "\x7f", "\x85", "\u2028", "\u202e", "\u200b", "\ue000", "\U000e0001", "\ufeff", "\xa0"]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_harmful_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Whatever a note, its name or the configuration holds, no form prints what is no printable character."""
    lines = [
        f"EXEC SUMMARY #x{char}y ({char})\n- STATUS OF THE ENGAGEMENT: a{char}b\n- RI{char}SKS: {char}c{char}\n"
        f"- [EX{char}O] Ex{char}change - a{char}b\n"
        for char in HARM
    ]
    (name,) = notes(tmp_path, **{"a\x1b[31m\u202e": "\n".join(lines)})
    config = tmp_path / "ftnotes.toml"
    config.write_text('role = "SME"\nnote-type = "Overall Status"\n[[files]]\npattern = "\\u001b\\u202e"\n', "utf-8")
    for argv in (["check"], ["fix"], ["check", "--redact"]):
        main([*argv, "--config", str(config), "--output-format", form, name])
        out, err = capsys.readouterr()
        assert len(out) > 1000
        assert harmless(out)
        assert harmless(err)
    main(["config", "--config", str(config)])
    assert harmless(capsys.readouterr().out)


def test_what_is_escaped_is_escaped_in_the_diff_of_a_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note that holds every code point of the planes with signs and marks is shown harmlessly, also by the diff."""
    planes = (*range(0x3100), *range(0xE000, 0x10100), *range(0xE0000, 0xE0200), *range(0x10FF00, 0x110000))
    every = "".join(f"a{chr(code)}" + "\n" * (code % 64 == 0) for code in planes)
    (name,) = notes(tmp_path, note=f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {every}\n")
    main(["check", "--diff", "--select", "FT6,FT2", name])
    out, err = capsys.readouterr()
    assert out.count("\n") > 100
    assert harmless(out + err)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_redacted_output_holds_no_text_of_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, command: str
) -> None:
    """With --redact no form prints a word of the note: rule, place and what the rule asks for are left."""
    secret = FAULTY.replace("Nearly: done", "xsecretx").replace("Secret", "xsecretx").replace("â€“", "xsecretx â€“")
    secret = secret.replace("exo", "xsecretx").replace("SPO]", "SPO] xsecretx") + "- XSECRETX: xsecretx\n[xsecretx] xsecretx\n"
    secret = secret.replace("#covid", "#covid #xsecretx") + "xsecretx\n<!-- ftnotes: ignore xsecretx xsecretx -->\n"
    (name,) = notes(tmp_path, note=secret)
    told = ["--role", "SME", "--unsafe-fixes"] if command == "fix" else []
    _, plain, _ = run_command(capsys, "check", "--output-format", form, name)
    assert "secret" in plain.lower()
    status, out, err = run_command(capsys, command, *told, "--redact", "--output-format", form, name)
    assert status == 1
    assert "secret" not in (out + err).lower()
    assert "FT201" in out
    if form != "sarif":
        assert next(rule.summary for rule in RULES if rule.code == "FT201")[:40] in out


def test_a_rule_that_breaks_down_is_redacted_too() -> None:
    """Also the error of a rule may hold words of a note."""
    found = Diagnostic("FT000", "rule-failed", "ValueError: secret", Severity.ERROR, Span(0, 0))
    assert "secret" not in Redaction(True).message(found)
    note = Result("x", "EXEC SUMMARY", (found,))
    collected = ftnotes.cli.output.sarif.Sarif(Redaction(True), "1.0.0")
    collected.add(note)
    (run,) = sarif(json.dumps(collected.document([])))["runs"]
    assert run["results"][0]["ruleId"] == "FT000"
    assert "ruleIndex" not in run["results"][0]
    assert Redaction().message(found) == found.message


def test_fixes_are_redacted() -> None:
    """What a fix would write, and what it is called, is text of the note."""
    fix = Fix('take out "secret"', (Edit(Span(0, 6), "secrets"),), True)
    found = Diagnostic("FT201", "choice-not-in-list", '"secret" is wrong', Severity.ERROR, Span(0, 6), (fix,))
    note = Result("x", "secret", (found,), applied=(Applied(found, fix, "secret"),), original="secret")
    collected = ftnotes.cli.output.sarif.Sarif(Redaction(True), "1.0.0")
    collected.add(note)
    screen = Screen(None)
    redacted = [as_json(Redaction(True), note), collected.document([])["runs"][0]["results"]]  # type: ignore[call-overload, index]
    redacted += [*full(screen, Redaction(True), note), *concise(screen, Redaction(True), note)]
    assert "secret" not in json.dumps(redacted)
    assert json.dumps(as_json(Redaction(), note)).count("secret") == 4


# ---- exit statuses


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (["--select", "FT404"], 0),
        (["--select", "FT404", "--fail-on", "information"], 1),
        (["--select", "FT301"], 1),
        (["--select", "FT301", "--fail-on", "error"], 0),
        (["--select", "FT201", "--fail-on", "error"], 1),
        (["--exit-zero"], 0),
        (["--exit-zero", "--fail-on", "information"], 0),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_the_status_is_that_of_the_severities(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], status: int, form: str
) -> None:
    """What is below --fail-on is printed and returns 0, by default information alone; --exit-zero returns 0 for all."""
    (name,) = notes(tmp_path, note=FAULTY)
    returned, out, _ = run_command(capsys, "check", *argv, "--output-format", form, name)
    assert returned == status
    assert "FT" in out


def test_exit_zero_hides_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--exit-zero is about findings: what can't be read, or nothing to check, is 2."""
    assert run_command(capsys, "check", "--exit-zero", str(tmp_path / "none"))[0] == 2
    assert run_command(capsys, "check", "--exit-zero", str(tmp_path / "*.md"))[0] == 2


# ---- for programs


def test_json_is_an_object_for_each_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, each note is an object on one line: findings with places, evidence and fixes, and what was not judged."""
    names = notes(tmp_path, note=FAULTY, clean=CLEAN)
    status, out, _ = run_command(capsys, "check", "--output-format", "json", *names)
    assert status == 1
    first, second = map(json.loads, out.splitlines())
    assert [first["file"], second["file"]] == names
    assert second["diagnostics"] != []
    found = {one["code"]: one for one in first["diagnostics"]}
    choice = found["FT201"]
    assert FAULTY[slice(*choice["span"])] == "😀 Nearly: done, 50%"
    assert (choice["line"], choice["column"], choice["end-line"], choice["end-column"]) == (4, 29, 4, 48)
    assert (choice["severity"], choice["name"], choice["evidence"]) == ("error", "choice-not-in-list", [])
    (why,) = found["FT301"]["evidence"]
    assert FAULTY[slice(*why["span"])] == "On Hold"
    (fix,) = found["FT404"]["fixes"]
    assert (fix["title"], fix["safe"]) == ("use the template's spelling", True)
    assert {"code": "FT305", "name": "hashtag-in-wrong-note", "needs": ["role", "note-type"]} in first["not-evaluated"]
    assert first["fixed"] == []
    (name,) = notes(tmp_path, note=FAULTY)
    _, out, _ = run_command(capsys, "fix", "--output-format", "json", "--select", "FT404", name)
    (done,) = json.loads(out)["fixed"]
    assert (done["code"], done["safe"], done["line"], done["column"], FAULTY[slice(*done["span"])]) == (
        "FT404",
        True,
        7,
        8,
        "exo",
    )


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match

    def data(text: str) -> str:
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")

    values = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {key: data(value.replace("%3A", ":").replace("%2C", ",")) for key, value in values.items()}, data(match[3])


def test_annotations_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub's commands give back name, place and message, whatever signs of its own these hold."""
    (name,) = notes(tmp_path, **{"a:b,c%2C=d::e": FAULTY})
    _, out, _ = run_command(capsys, "check", "--output-format", "github", name)
    *lines, count, empty = out.split("\n")
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
    """A finding over several lines names the lines alone; beyond what GitHub shows the log says so; stdin has a name."""
    text = "EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: some\n  thing\n" + "- STATUS OF THE ENGAGEMENT: x\n" * 11
    (name,) = notes(tmp_path, note=text)
    _, out, _ = run_command(capsys, "check", "--output-format", "github", "--select", "FT201", name)
    _, values, _ = parsed(out.split("\n")[0])
    assert values == {"file": name, "line": "2", "endLine": "3", "title": "FT201 choice-not-in-list"}
    assert out.split("\n")[-2] == "GitHub shows 10 annotations of each kind for a step; all stand in this log"


@pytest.mark.parametrize("form", ["github", "sarif", "json", "full"])
def test_standard_input_has_a_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Standard input is named in every form, and by the name that it is given."""
    for argv, name in (
        (["-"], {"json": "-", "full": "<stdin>"}.get(form, "stdin")),
        (["-", "--stdin-filename", "call.md"], "call.md"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        assert name in run_command(capsys, "check", "--output-format", form, *argv)[1]


def test_sarif_is_valid_and_right(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is valid by the published schema; places, levels, evidence and fixes are those of the findings."""
    name, clean = notes(tmp_path, **{"sub note:%é.md": FAULTY.replace("\n", "\r\n"), "clean": CLEAN})
    text = FAULTY.replace("\n", "\r\n")
    _, out, err = run_command(capsys, "check", "--output-format", "sarif", name, clean, str(tmp_path / "no ne"))
    assert "no such file" in err
    document = sarif(out)
    (run,) = document["runs"]
    assert (run["columnKind"], run["newlineSequences"]) == ("unicodeCodePoints", ["\r\n", "\n", "\r"])
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"] == {"text": "This input could not be read."}
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
    }  # fmt: skip
    region = results["FT601"]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (41, 44)
    assert results["FT201"]["level"] == "error"
    assert results["FT404"]["level"] == "note"
    (why,) = results["FT301"]["relatedLocations"]
    assert why["physicalLocation"]["region"]["startLine"] == 3
    (fix,) = results["FT404"]["fixes"]
    (change,) = fix["artifactChanges"]
    mended = text
    for replacement in reversed(change["replacements"]):
        region = replacement["deletedRegion"]
        end = region["charOffset"] + region["charLength"]
        mended = mended[: region["charOffset"]] + replacement["insertedContent"]["text"] + mended[end:]
    assert mended == text.replace("exo", "EXO")
    unsafe = results["FT301"]["fixes"][0]
    assert unsafe["properties"] == {"safe": False}
    assert "touches words that the writer chose" in unsafe["description"]["text"]
    monkeypatch.chdir(tmp_path)
    (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", "sub note:%é.md")[1])["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sub%20note%3A%25%C3%A9.md"
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_names_that_no_file_can_have_are_valid_references(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is given as a name, the document is valid, and names it."""
    names = ["no\x00ne", "\ud800", "\udc80", "a b", "::", "\x1b"]
    status, out, _ = run_command(capsys, "check", "--output-format", "sarif", *names)
    assert status == 2
    notices = sarif(out)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    found = [notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for notice in notices]
    assert found == ["no%00ne", "%ED%A0%80", "%80", "a%20b", "%3A%3A", "%1B"]


def fingerprints(capsys: pytest.CaptureFixture[str], name: str, *argv: str) -> list[str]:
    """The fingerprints of the findings in a note."""
    (run,) = sarif(run_command(capsys, "check", "--output-format", "sarif", *argv, name)[1])["runs"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]


def test_fingerprints_are_those_of_the_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding keeps its fingerprint when lines above it come; two alike have two; another content has another."""
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
    """Of more results than GitHub takes the weightiest are kept, in their order, and the total is told."""
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
    assert err == "ftnotes: 18 findings; the file holds the 4 weightiest, since GitHub takes no more in a run\n"
    monkeypatch.setattr(ftnotes.cli.output.sarif, "RESULTS", 9)
    _, out, err = run_command(capsys, *argv, *names[:2])
    assert len(sarif(out)["runs"][0]["results"]) == 6
    assert err == "ftnotes: 6 findings are in the file; GitHub shows the 3 weightiest of a run\n"
    _, out, err = run_command(capsys, *argv, names[0])
    assert (len(sarif(out)["runs"][0]["results"]), err) == (3, "")
