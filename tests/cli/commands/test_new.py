"""``ftnotes new``: the blank template, notes of given values, and questions in turn."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

import pytest
from helpers.commands import run_command
from helpers.playbooks import own, template_of

import ftnotes
from ftnotes.cli.main import main


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        ([], ftnotes.new()),
        (["--language", "German"], ftnotes.new(language="de")),
        (["--edition", "2020-05", "--hashtag", "covid"], ftnotes.new(edition="2020-05", hashtags=["#covid"])),
        (
            ["--set", "customer=Contoso, a=b", "--set", "engagement-status=on-hold"],
            ftnotes.new(customer="Contoso, a=b", engagement_status="on-hold"),
        ),
        (["--set", "customer="], ftnotes.new(customer="")),
        (
            ["--workload", "EXO=half = done", "--workload", "od"],
            ftnotes.new(customer="", workloads={"EXO": "half = done", "OD": ""}),
        ),
        (["--language", "es", "--set", "engagement-status=Reactivo"], ftnotes.new(language="es", engagement_status="reactive")),
    ],
)  # fmt: skip
def test_notes_say_what_is_given(capsys: pytest.CaptureFixture[str], argv: list[str], text: str) -> None:
    """The printed note is the one that the library makes of the same values."""
    assert run_command(capsys, "new", *argv) == (0, text, "")


def test_a_note_goes_to_a_file_that_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """-o writes the file, and never over one that exists."""
    file = tmp_path / "note.md"
    assert run_command(capsys, "new", "-o", str(file)) == (0, "", f"Wrote the note (26 lines) to {file}\n")
    assert file.read_bytes().decode() == ftnotes.new()
    status, out, err = run_command(capsys, "new", "--hashtag", "covid", "-o", str(file))
    assert (status, out) == (2, "")
    assert str(file) in err
    assert "already exists; choose another name" in err
    assert file.read_bytes().decode() == ftnotes.new()
    assert run_command(capsys, "new", "-o", str(tmp_path / "none" / "x"))[0] == 2
    assert os.listdir(tmp_path) == ["note.md"]


def test_a_disk_that_is_full_keeps_no_part_of_a_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that can't be written wholly is not there at all."""

    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "note.md"
    monkeypatch.setattr(os, "write", refuse)
    status, out, err = run_command(capsys, "new", "-o", str(file))
    monkeypatch.undo()
    assert (status, out) == (2, "")
    assert "note.md: can't be written: No space left on device; nothing of it is left" in err
    assert os.listdir(tmp_path) == []


def test_an_invalid_file_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name with a null character is reported without printing it."""
    status, out, err = run_command(capsys, "new", "-o", str(tmp_path / "a\0b"))
    assert (status, out) == (2, "")
    assert "is not a valid file name; check it" in err
    assert "\0" not in err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--set", "customer"], "takes a field and its value, as in customer=Contoso, not 'customer'"),
        (["--set", "=x"], "takes a field and its value"),
        (["--set", "custmer=x"], "there is no field 'custmer' (did you mean 'customer'?); use one of customer, "),
        (["--set", "workloads=x"], "workloads lists the workloads; give each with --workload"),
        (["--set", "customer=x", "--set", "customer=y"], "customer is given twice"),
        (
            ["--set", "engagement-status=stopped"],
            "engagement-status: 'stopped' is not a valid choice; the choices are 'on-hold' (On Hold)",
        ),
        (["--workload", "EX0"], "EX0"),
        (["--workload", "EXO", "--workload", "Exchange Online"], "the workload Exchange Online is listed already"),
        (["--workload", "EXO=a\n- [OD] b"], "would be read differently"),
        (["--set", "customer=a\n\n## b"], "would be read differently"),
        (["--language", "Klingon"], "Klingon"),
        (["--edition", "2019"], "2019"),
        (["--ask"], "--ask needs a terminal; give the values with --set and --workload instead"),
        (["note.md"], "unrecognized arguments: note.md"),
    ],
)
def test_wrong_usage_says_what_is_accepted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], argv: list[str], message: str
) -> None:
    """Invalid values are refused, and only the reason is printed."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\n"))
    status, out, err = run_command(capsys, "new", *argv)
    assert (status, out) == (2, "")
    assert message in err
    monkeypatch.setattr(sys, "stdin", None)
    assert run_command(capsys, "new", *argv) == (status, out, err)


def test_without_standard_output_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without standard streams can make a note."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["new"]) == 0


@pytest.mark.parametrize("option", [("--set", "customer=a\udcff"), ("--workload", "EXO=a\udcff"), ("--workload", "\udcff")])
def test_an_invalid_byte_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, str]) -> None:
    """A value that is not text is refused before anything is written."""
    status, _, err = run_command(capsys, "new", *option, "-o", str(tmp_path / "note.md"))
    assert status == 2
    assert err.startswith("ftnotes new: ")
    assert list(tmp_path.iterdir()) == []


def test_a_template_is_named_by_its_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the fields and languages that it has."""
    fields = 'label = "RAG status", choices = ["Green", "Amber"]', 'label = "Wins"'
    own(tmp_path, 'id = "own"\nextends = "2020-03"\n' + template_of(*fields, titles='"WEEKLY STATUS"', key="weekly"))
    argv = ["new", "--playbook", str(tmp_path / "own.toml"), "--template"]
    assert run_command(capsys, *argv, "weekly", "--set", "wins=none") == (
        0,
        "**WEEKLY STATUS**\n- RAG status:\n- Wins: none\n",
        "",
    )
    blank = ftnotes.new("technical-enablement", variant="sme")
    assert run_command(capsys, *argv, "technical-enablement:sme") == (0, blank, "")
    assert run_command(capsys, *argv, "exec-summary", "--language", "de") == (0, ftnotes.new(language="de"), "")
    for more, message in (
        (["week"], "template 'week' is unknown (did you mean 'weekly'?)"),
        (["technical-enablement:sm"], "variant 'sm' is unknown (did you mean 'sme'?)"),
        (["weekly", "--language", "de"], "language 'de' is unknown; template weekly has en"),
        (["weekly", "--set", "customer=x"], "there is no field 'customer'; use one of rag-status, wins"),
    ):
        status, _, err = run_command(capsys, *argv, *more)
        assert (status, message in err) == (2, True), err
