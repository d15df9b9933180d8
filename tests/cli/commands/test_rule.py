"""``ftnotes rule``: rules listed, searched and explained."""

from __future__ import annotations

import re

import pytest
from helpers.commands import run_command
from helpers.paths import DATA

from ftnotes.policy import RULES, Rule
from ftnotes.policy.rule_docs import page


def test_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule is explained by its page, in the order of codes; --all explains all."""
    assert run_command(capsys, "rule", "workload-twice", "FT001") == (0, f"{page(RULES[0])}\n{page(by_code('FT406'))}", "")
    status, out, _ = run_command(capsys, "rule", "FT6")
    assert (status, [line for line in out.splitlines() if line.startswith("# ")]) == (
        0,
        ["# FT601 mis-decoded", "# FT602 invisible-characters", "# FT603 look-alike-letters", "# FT604 html"],
    )
    status, out, _ = run_command(capsys, "rule", "--all")
    assert (status, sum(line.startswith("# ") for line in out.splitlines())) == (0, len(RULES))


def by_code(code: str) -> Rule:
    """The rule of a code."""
    return next(rule for rule in RULES if rule.code == code)


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments each rule is a line: code, name, severity, kinds of fixes and summary, in columns."""
    status, out, err = run_command(capsys, "rule")
    lines = out.splitlines()
    assert (status, len(lines), err) == (0, len(RULES), "")
    for line, rule in zip(lines, RULES, strict=True):
        code, name, severity, fix, summary = re.split("  +", line, maxsplit=4)
        assert (code, name, severity, summary) == (rule.code, rule.name, "/".join(rule.severities), rule.summary)
        assert fix == f"{'/'.join(rule.fixes) or 'no'} fix"
    assert len({line.index(rule.summary) for line, rule in zip(lines, RULES, strict=True)}) == 1


def test_words_find_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that name no rule list the rules that contain them all, in any case; rules that are named are listed too."""
    status, out, _ = run_command(capsys, "rule", "COVID")
    assert (status, [line.split()[0] for line in out.splitlines()][:2]) == (0, ["FT301", "FT302"])
    assert all(by_code(line.split()[0]).summary in line for line in out.splitlines())
    few = run_command(capsys, "rule", "covid", "out of place")[1].splitlines()
    assert [line.split()[0] for line in few] == ["FT301"]
    both = run_command(capsys, "rule", "mis-decode", "FT001")[1].splitlines()
    assert [line.split()[0] for line in both] == ["FT001", "FT601"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--all", "FT001"], "--all explains all rules; use it without the names of rules"),
        (
            ["hashtag-forbiden"],
            "no rule matches 'hashtag-forbiden' (did you mean 'hashtag-forbidden'?); ftnotes rule lists all rules",
        ),
        (["FT9O1"], "no rule matches 'FT9O1' (did you mean 'FT"),
        (["x\x1by", "z"], "no rule matches 'x\\x1by z'; ftnotes rule lists all rules"),
    ],
)
def test_what_matches_no_rule_is_refused(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Words that match no rule are refused with a suggestion, and with the way to list all rules."""
    status, out, err = run_command(capsys, "rule", *argv)
    assert (status, out) == (2, "")
    assert err.startswith(f"ftnotes rule: {message}")


def test_a_page_cites_the_playbook(capsys: pytest.CaptureFixture[str]) -> None:
    """A custom playbook has its own source, which the page of a rule and SARIF name."""
    own = ("--playbook", str(DATA / "templates/weekly.toml"))
    status, out, _ = run_command(capsys, "rule", "FT201", *own)
    assert (status, "(programme handbook, page 12)." in out, "guidance: " in out) == (0, True, False)
    sarif = run_command(capsys, "check", "--output-format", "sarif", str(DATA / "templates/weekly.txt"), *own)[1]
    assert "(programme handbook, page 12)." in sarif
    assert "guidance: " not in sarif
