"""``ftnotes new --ask``: questions in turn, numbers, and the way back."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers.commands import COMMAND, harmless, hear_interrupts, run_command

import ftnotes


class Terminal(io.StringIO):
    """The typed answers."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


def answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: Sequence[str], *argv: str
) -> tuple[int, str, str]:
    """Run `new --ask` with these answers, each on a line."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
    return run_command(capsys, "new", "--ask", *argv)


def test_an_edition_without_hashtags_asks_for_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Where the playbook has none, only one that is given is put into the title."""
    own = tmp_path / "own.toml"
    edition = next(known for known in ftnotes.Playbook.editions() if not ftnotes.Playbook.load(known).hashtags)
    own.write_text(f'id = "own"\nextends = "{edition}"\n')
    status, out, err = run_command(capsys, "new", "--playbook", str(own), "--hashtag", "covid")
    assert (status, out.split("\n")[0], err) == (0, "**EXEC SUMMARY** #covid", "")
    status, out, err = answered(monkeypatch, capsys, ["x", "", "", "", "", "", ""], "--playbook", str(own))
    assert (status, out) == (0, ftnotes.new(customer="x", playbook=ftnotes.Playbook.from_file(own)))
    assert "(y/N)" not in err


def test_a_file_that_exists_is_refused_before_the_first_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """No answer is asked for in vain."""
    file = tmp_path / "note.md"
    file.write_text("mine")
    status, _, err = answered(monkeypatch, capsys, [], "-o", str(file))
    assert (status, err) == (2, f"ftnotes new: {file} already exists; choose another name\n")
    assert file.read_text() == "mine"


def test_values_are_asked_for_in_turn(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Fields in their order, choices by number or in words, workloads until none comes, the hashtag; stdout is the note."""
    answers = ["Contoso", "2", "partially deployed", "Good", "EXO", "Half is done", "OD", "", "", "None", "y", ""]
    status, out, err = answered(monkeypatch, capsys, answers)
    assert (status, out) == (
        0,
        ftnotes.new(
            customer="Contoso",
            engagement_status="reactive",
            deployment_progress="partially-deployed",
            relationship="Good",
            workloads={"EXO": "Half is done", "OD": ""},
            support_requests="None",
            hashtags=["#covid"],
        ),
    )
    assert "  1  On Hold\n  2  Reactive\n  3  Fully Engaged\n> " in err
    heads = [
        line for line in err.split("\n") if line.startswith(("DESCRIBE", "STATUS", "M365", "OVERVIEW", "SNAPSHOT", "REQUESTS"))
    ]
    assert len(heads) == 6


def test_given_values_are_not_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Questions are about the rest; empty answers leave fields empty."""
    given = ["--set", "customer=Contoso", "--workload", "EXO", "--hashtag", "covid"]
    status, out, err = answered(monkeypatch, capsys, ["", "", "", "", "y"], *given)
    assert (status, out) == (0, ftnotes.new(customer="Contoso", workloads=["EXO"], hashtags=["#covid"]))
    assert "DESCRIBE THE CUSTOMER (" not in err
    assert "by number, tag or name" not in err


def test_refused_answers_are_asked_for_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An invalid answer to any question is answered with the reason, and asked for again."""
    answers = ["", "4", "Reactiv", "1", "", "", "EX0", "EXO", "x", "exo", "", "", "perhaps", "no", "?", "Yes"]
    status, out, err = answered(monkeypatch, capsys, answers)
    assert (status, out) == (0, ftnotes.new(engagement_status="on-hold", workloads={"EXO": "x"}))
    for message in (
        "there is no number 4; answer with a number from 1 to 3, or On Hold, Reactive, Fully Engaged",
        "'Reactiv' is not a valid choice (did you mean 'Reactive'?)",
        "'EX0' is unknown (did you mean 'EXO'?)",
        "the workload exo is listed already",
        "answer y or n, not 'perhaps'",
        "answer y or n, not '?'",
    ):
        assert message in err


def test_workloads_are_numbered_like_choices(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A workload is given by its number, tag or name; a wrong number is answered with the valid ones."""
    playbook = ftnotes.Playbook.load()
    first, last = playbook.workloads[0], playbook.workloads[-1]
    count = len(playbook.workloads)
    answers = ["", "", "", "", "0", str(count + 1), "1", "a", str(count), "b", "Teams", "", "", "", "", ""]
    status, out, err = answered(monkeypatch, capsys, answers)
    assert (status, out) == (0, ftnotes.new(customer="", workloads={first.tag: "a", last.tag: "b", "TEAMS": ""}))
    assert f"\n   1  [{first.tag}] {first.names[0]}\n" in err
    assert f"\n  {count}  [{last.tag}] " in err
    for wrong in (0, count + 1):
        assert f"there is no number {wrong}; answer with a number from 1 to {count}, or {first.tag}, " in err


def test_one_can_go_back(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`<` asks the question before again, also across workloads; the first question is asked again itself."""
    answers = [
        "<",
        "Contosso",
        "<",
        "Contoso",
        "1",
        "",
        "",
        "EXO",
        "x",
        "OD",
        "<",
        "<",
        "y",
        "",
        "",
        "<",
        "None",
        "y",
        "<",
        "n",
        "",
    ]
    status, out, err = answered(monkeypatch, capsys, answers)
    assert (status, out) == (
        0,
        ftnotes.new(customer="Contoso", engagement_status="on-hold", workloads={"EXO": "y"}, support_requests="None"),
    )
    assert err.count("DESCRIBE THE CUSTOMER (") == 3


def test_the_note_is_shown_before_it_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The note is shown with its file; if declined it is not written, and if written that is reported."""
    file = tmp_path / "note.md"
    answers = ["Contoso", "", "", "", "", "", ""]
    note = ftnotes.new(customer="Contoso")
    status, out, err = answered(monkeypatch, capsys, [*answers, "n"], "-o", str(file))
    assert (status, out, file.exists()) == (2, "", False)
    assert f"\n{note}\nWrite this note to {file}? (Y/n)\n> ftnotes: the note was declined; nothing was written\n" in err
    status, out, err = answered(monkeypatch, capsys, [*answers, ""], "-o", str(file))
    assert (status, out, file.read_bytes().decode()) == (0, "", note)
    assert err.endswith(f"> Wrote the note ({note.count(chr(10))} lines) to {file}\n")


def test_a_note_that_goes_to_a_terminal_is_shown_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If standard output is a terminal too, the note is printed without a question."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    status, out, err = answered(monkeypatch, capsys, ["Contoso", "", "", "", "", "", ""])
    assert (status, out) == (0, ftnotes.new(customer="Contoso"))
    assert "Write this note" not in err


def test_answers_that_end_write_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """If the input ends before the last answer, nothing is written; an incomplete line is not an answer."""
    file = tmp_path / "note.md"
    monkeypatch.setattr(sys, "stdin", Terminal("Contoso\nhal"))
    status, out, err = run_command(capsys, "new", "--ask", "-o", str(file))
    assert (status, out) == (2, "")
    assert err.endswith("ftnotes: the input ended before the last answer; nothing was written\n")
    assert not file.exists()


def test_nothing_harmful_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Answers and arguments with control characters reach no terminal unescaped in messages."""
    err = answered(monkeypatch, capsys, ["", "\x1b[31m\u202e", "", "", "", "", "", ""])[2]
    for argv in (["--set", "\x1b[31m=x"], ["--workload", "\x1b]0;x\x07"], ["--language", "\u202e"], ["--set", "\x9b"]):
        err += run_command(capsys, "new", *argv)[2]
    assert "\\x1b" in err
    assert harmless(err)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals that Python can open")
def test_a_terminal_is_asked() -> None:
    """The installed command asks at a terminal, prints the note alone on stdout, and Ctrl-C ends it with 130."""
    import pty  # not on Windows

    for typed, status in (("Contoso\n1\n" + "\n" * 6, 0), ("Contoso\n", 130)):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [COMMAND, "new", "--ask"], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True,
            preexec_fn=_controlled,
        ) as process:  # fmt: skip
            os.close(theirs)
            shown = b""
            for line in typed.splitlines(keepends=True):
                while not shown.endswith(b"> "):
                    shown += os.read(ours, 4096)
                shown = b""
                os.write(ours, line.encode())
            while status and process.poll() is None:
                os.write(ours, b"\x03")  # again where it came right before Python began to wait: then nothing wakes it
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(1)
            assert process.stdout is not None
            out = process.stdout.read().decode()
        os.close(ours)
        assert process.returncode == status
        assert out == (ftnotes.new(customer="Contoso", engagement_status="on-hold") if not status else "")


def _controlled() -> None:
    """Makes the terminal the one that the process hears Ctrl-C from."""
    import fcntl
    import termios

    hear_interrupts()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
