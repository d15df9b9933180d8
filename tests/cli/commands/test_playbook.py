"""``ftnotes playbook``: editions listed, playbooks shown and compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.playbooks import template_of

from ftnotes import Playbook, playbook_schema


def test_playbooks_are_listed_and_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """playbook list names the editions; show prints the template, words and roles of one."""
    status, out, _ = run_command(capsys, "playbook", "list")
    assert status == 0
    assert out == run_command(capsys, "playbook")[1]
    assert [line.split(":")[0] for line in out.splitlines()] == ["2019-09", "2020-03 (default)", "2020-05"]
    status, out, _ = run_command(capsys, "playbook", "show")
    assert status == 0
    assert out.startswith("2020-03: Adds the #covid rules by role")
    assert "  engagement-status: STATUS OF THE ENGAGEMENT (On Hold, Reactive, Fully Engaged)\n" in out
    assert "  customer: DESCRIBE THE CUSTOMER\n" in out
    assert "  [EXO] Exchange Online\n" in out
    assert out == run_command(capsys, "playbook", "show", "2020-03")[1]
    (project / "own.toml").write_text('id = "o\\u001bwn"\nextends = "2020-03"\nhashtags = []\n' + template_of('key = "mood"'))
    status, out, _ = run_command(capsys, "playbook", "show", "own.toml")
    assert status == 0
    assert out.startswith("o\\x1bwn: ")
    assert "\nhashtags: none\n" in out
    assert "\n  mood: (no label)\n" in out


def test_every_template_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its key, for ``new --template``, its titles and its fields, in a language that it has."""
    fields = 'fields = [{ label = "Mood", choices = ["Calm"] }, { label = "Wins", required = false }]'
    german = 'key = "b\\u001b"\nfields = [{ key = "x" }]\n[languages.de.templates."b\\u001b"]\nlabels.x = ["Lage"]\n'
    text = f'id = "own"\n[[templates]]\nkey = "a"\ntitles = ["A", "AA"]\n{fields}\n[[templates]]\n{german}'
    (project / "own.toml").write_text(text)
    status, out, _ = run_command(capsys, "playbook", "show", "own.toml")
    assert status == 0
    assert "\ntemplate a (A, AA):\n  mood: Mood (Calm)\n  wins: Wins, optional\n\ntemplate b\\x1b:\n  x: Lage\n" in out


def test_playbooks_are_compared(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """playbook diff prints the differences value by value, and says if there are none."""
    status, out, _ = run_command(capsys, "playbook", "diff", "2019-09", "2020-03")
    assert status == 0
    assert "- id: 2019-09\n+ id: 2020-03\n" in out
    assert "+ hashtags.#covid.tag: #covid\n" in out
    out = run_command(capsys, "playbook", "diff", "2020-03", "2019-09")[1]
    assert "- hashtags.#covid.tag: #covid\n" in out
    assert "+ hashtags" not in out
    assert run_command(capsys, "playbook", "diff", "2020-03", "2020-03")[1] == "2020-03 and 2020-03 are equal\n"
    (project / "own.toml").write_text(
        'id = "2020-03"\nextends = "2020-03"\n[languages.en.templates.exec-summary.labels]\ncustomer = ["WHO"]\n'
    )
    out = run_command(capsys, "playbook", "diff", "2020-03", "./own.toml")[1]
    path = "languages.en.templates.exec-summary.labels.customer"
    assert out == f"- {path}: DESCRIBE THE CUSTOMER\n+ {path}: WHO\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run_command(capsys, "playbook", "diff", "2020-03", "./own.toml")[1]
    assert coloured == "".join(f"\x1b[{32 if line[0] == '+' else 31}m{line}\x1b[0m\n" for line in out.splitlines())


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For editors, as the library returns it."""
    status, out, _ = run_command(capsys, "playbook", "schema")
    assert (status, json.loads(out)) == (0, playbook_schema())


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["list", "2020-03"], "list takes no playbook"),
        (["show", "2020-03", "2020-05"], "show takes one playbook: an edition (2019-09, 2020-03, 2020-05) or a TOML file"),
        (["diff", "2020-03"], "diff takes two playbooks"),
        (["show", "2020"], "there is no edition '2020'"),
        (["show", "none.toml"], "none.toml: there is no such file"),
        (["dif", "a", "b"], "argument ACTION: takes list, show, diff, learn, check, schema, not 'dif' (did you mean 'diff'?)"),
    ],
)
def test_playbooks_must_be_there(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Too many, too few and unknown playbooks are refused."""
    status, out, err = run_command(capsys, "playbook", *argv)
    assert (status, out) == (2, "")
    assert message in err


def test_every_playbook_differs_from_every_other() -> None:
    """The comparison covers all values of a playbook: no two editions are equal."""
    from ftnotes.cli.commands.playbook import _flat

    flat = [_flat(Playbook.load(edition)) for edition in Playbook.editions()]
    assert all(one != other for one in flat for other in flat if one is not other)
