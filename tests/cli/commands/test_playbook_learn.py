"""``ftnotes playbook learn``: a playbook file from a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.commands import notes, run_command

from ftnotes import Playbook, learn_playbook

PAGE = "**WEEKLY**\n- Status: Green/Red\n- Wins: (x)\n- Risks:\n"
FILLED = "- Status: Green\n- Wins: a\n- Mood: good\n"


def test_a_playbook_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It goes to standard output or a new file, and its questions to standard error."""
    page, example = notes(project, **{"page.md": PAGE, "filled.md": FILLED})
    assert run_command(capsys, "playbook", "learn", page) == (0, learn_playbook(PAGE), "")
    argv = ("playbook", "learn", page, "-o", "own.toml", "--examples", example)
    status, out, err = run_command(capsys, *argv)
    assert (status, out) == (0, "")
    assert err == (
        "Wrote the playbook to own.toml; ftnotes playbook check shows notes of it\n"
        "Questions to you, which are comments in the file:\n"
        '  an example has the label "Mood", perhaps for "Risks"\n'
    )
    assert (project / "own.toml").read_text(encoding="utf-8") == learn_playbook(PAGE, [FILLED])
    assert Playbook.from_file(project / "own.toml").id == "weekly"
    status, _, err = run_command(capsys, *argv)
    assert (status, err) == (2, "ftnotes: own.toml: already exists; choose another name\n")


def test_an_edition_is_extended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--extends names the edition, which must be there."""
    (page,) = notes(project, **{"page.md": PAGE})
    status, out, _ = run_command(capsys, "playbook", "learn", page, "--extends", "2020-03")
    assert (status, out) == (0, learn_playbook(PAGE, extends="2020-03"))
    status, out, err = run_command(capsys, "playbook", "learn", page, "--extends", "2020")
    assert (status, out) == (2, "")
    assert "there is no edition '2020'" in err


def test_what_can_not_be_learned_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page without a template, and files that can't be read, are errors."""
    (page,) = notes(project, **{"page.md": "- A: x\n- B: y\n"})
    status, out, err = run_command(capsys, "playbook", "learn", page)
    assert (status, out) == (2, "")
    assert err.startswith(f"ftnotes: {page}: the page has no blank template")
    status, _, err = run_command(capsys, "playbook", "learn", "none.md", "--examples", "no.md")
    assert status == 2
    assert [line.partition(";")[0] for line in err.split("\n")] == [
        "ftnotes: none.md: there is no such file",
        "ftnotes: no.md: there is no such file",
        "",
    ]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["learn"], "learn takes one page"),
        (["learn", "a", "b"], "learn takes one page"),
        (["show", "--examples", "a"], "--examples, --extends and --output belong to learn, not to show"),
        (["list", "--extends", "2020-03"], "--examples, --extends and --output belong to learn, not to list"),
        (["-o", "x"], "--examples, --extends and --output belong to learn, not to list"),
    ],
)
def test_wrong_arguments_are_refused(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Learning takes one page, and its options belong to it alone."""
    status, out, err = run_command(capsys, "playbook", *argv)
    assert (status, out) == (2, "")
    assert message in err
