"""Results without the text of notes."""

from __future__ import annotations

import io
import json
import pickle
from pathlib import Path

import pytest
from helpers.commands import notes, run_command
from helpers.results import FAULTY, FORMATS, sarif

from ftnotes import Diagnostic, Edit, Fix, Severity, Span, check
from ftnotes.batch import Row
from ftnotes.cli.output.json_lines import as_json
from ftnotes.cli.output.printers import FORMATS as PRINTERS
from ftnotes.cli.output.printers import printer_class
from ftnotes.cli.output.results import Redaction, Result, Totals
from ftnotes.cli.output.sarif import SarifPrinter
from ftnotes.cli.output.terminal import Screen
from ftnotes.cli.output.text import concise, full
from ftnotes.policy import RULES
from ftnotes.policy.fix_result import Applied


def redacted_sarif(note: Result) -> str:
    """Return a redacted document about a note."""
    out = io.StringIO()
    printer = SarifPrinter(Screen(out), Screen(None), Redaction(True))
    printer.add(note)
    printer.end(Totals())
    return out.getvalue()


def test_a_format_for_rows_prints_each_result_in_any_process() -> None:
    """Its printer can be sent to another process and gives the same text there; other formats have no text for each result."""
    result = Result("a.md", FAULTY, check(FAULTY).diagnostics, row=Row("a.csv", 2, FAULTY))
    for name, form in PRINTERS.items():
        printer = printer_class(name)(Screen(io.StringIO()), Screen(io.StringIO()), Redaction(), True)
        sent = pickle.loads(pickle.dumps(printer.without_streams()))
        assert sent.printed(result).text == printer.text(result)
        assert bool(printer.text(result)) is form.for_rows


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_redacted_output_contains_no_text_of_a_note(
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


def test_the_failure_of_a_rule_is_redacted_too() -> None:
    """The error of a rule can contain words of a note, too."""
    found = Diagnostic("FT000", "rule-failed", "ValueError: secret", Severity.ERROR, Span(0, 0))
    assert "secret" not in Redaction(True).message(found)
    note = Result("x", "EXEC SUMMARY", (found,))
    (run,) = sarif(redacted_sarif(note))["runs"]
    assert run["results"][0]["ruleId"] == "FT000"
    assert "ruleIndex" not in run["results"][0]
    assert Redaction().message(found) == found.message


def test_fixes_are_redacted() -> None:
    """The text of a fix, and its title, contain text of the note."""
    fix = Fix('take out "secret"', (Edit(Span(0, 6), "secrets"),), True)
    found = Diagnostic("FT201", "choice-not-in-list", '"secret" is wrong', Severity.ERROR, Span(0, 6), (fix,))
    note = Result("x", "secret", (found,), applied=(Applied(found, fix, "secret"),), original="secret")
    screen = Screen(None)
    redacted = [as_json(Redaction(True), note), sarif(redacted_sarif(note))["runs"][0]["results"]]
    redacted += [*full(screen, Redaction(True), note), *concise(screen, Redaction(True), note)]
    assert "secret" not in json.dumps(redacted)
    assert json.dumps(as_json(Redaction(), note)).count("secret") == 4
