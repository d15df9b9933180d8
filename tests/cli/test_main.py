"""The command: exit statuses, usage, and what must never reach a terminal."""

from __future__ import annotations

import io
import os
import runpy
import signal
import subprocess
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path

import pytest
from helpers.commands import CHECK, COMMAND, WRONG, harmless, hear_interrupts, loaded_by, notes, run_command

import ftnotes.cli.main
from ftnotes import Playbook, PlaybookError
from ftnotes.cli.commands import SUMMARIES
from ftnotes.cli.main import main
from ftnotes.cli.output.terminal import Screen
from ftnotes.playbook import playbook

needs_posix = pytest.mark.skipif(os.name != "posix", reason="signals and closed streams are those of POSIX")


def screen(encoding: str = "utf-8") -> Screen:
    """A screen that can show what an encoding has."""
    return Screen(io.TextIOWrapper(io.BytesIO(), encoding=encoding))


HARMFUL = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp", "Zs")]


HARMFUL += ["\ue000", "\U000f0000", "\ufffe", "\U0010ffff", "\u0378"]


@pytest.mark.parametrize("command", [["check"], ["parse"], ["parse", "--json"]])
def test_nothing_harmful_of_a_note_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """Unprintable characters of a note are escaped, wherever they are in it."""
    lines = [
        f"EXEC SUMMARY #x{char}y ({char})\n- STATUS OF THE ENGAGEMENT: a{char}b\n- RI{char}SKS: {char}c{char}\n"
        f"- STATUS OF THE ENGAGEMENT: On Hold {char} x #covid\n- [EX{char}O] Ex{char}change - a{char}b\n  {char}c\n"
        for char in HARMFUL
    ]
    (name,) = notes(tmp_path, note="\n".join(lines))
    main([*command, name])
    out, err = capsys.readouterr()
    assert harmless(out)
    assert len(out) > 10_000
    assert err == ""


def test_nothing_harmful_of_arguments_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Unprintable characters of file names and options are escaped, lone surrogates included."""
    harmful = [*HARMFUL, "\udc80", "\ud800", "\x00"]
    for char in harmful:
        for argv in (
            ["check", f"no{char}file"],
            ["check", f"--no{char}option"],
            [f"no{char}command"],
            ["parse", "--edition", f"{char}", "x"],
            ["parse", "--playbook", f"no{char}file", "x"],
            ["parse", "--max-size", f"{char}", "x"],
        ):
            assert main(argv) == 2
    out, err = capsys.readouterr()
    assert harmless(out + err)
    assert r"no\x1bfile: there is no such file" in err
    assert r"no\x00file: is not a valid file name" in err


@needs_posix
def test_nothing_harmful_of_a_file_name_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of an existing file is escaped in problems and outlines."""
    names = notes(tmp_path, **{"a\x1b[31m\nb\u202e": WRONG, "c\udcff": WRONG})
    assert main([*CHECK, *names]) == 1
    assert main(["parse", *names]) == 0
    assert main(["parse", "--json", *names]) == 0
    out, _ = capsys.readouterr()
    assert harmless(out)
    assert out.count(r"a\x1b[31m\x0ab\u202e:") == 2


@pytest.mark.parametrize("argv", [["--help"], ["--version"], *([name, "--help"] for name in SUMMARIES)])
def test_help_and_version_succeed(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    """Help and version go to stdout and return 0, in lines that fit a terminal."""
    status, out, err = run_command(capsys, *argv)
    assert (status, err) == (0, "")
    assert all(len(line) <= 80 for line in out.splitlines())


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints the version that is installed."""
    assert run_command(capsys, "--version")[1] == f"ftnotes {version('ftnotes')}\n"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ([], "ftnotes: name a command, as in ftnotes check NOTE (see ftnotes --help)"),
        (["check"], "ftnotes check: the following arguments are required: NOTE (see ftnotes check --help)"),
        (
            ["check", "--edition", "2020", "x"],
            "ftnotes check: there is no edition '2020' (did you mean '2020-05'?); there are 2019-09, ",
        ),
        (["parse", "--edition=", "x"], "ftnotes parse: there is no edition ''"),
        (["parse", "--edition=2020-03", "--playbook=x", "x"], "not allowed with argument --edition"),
        (["parse", "--playbook=", "x"], "ftnotes parse: : there is no such file"),
        (
            ["check", "--json", "x"],
            "usage: ftnotes check [OPTIONS] NOTE ...\nftnotes check: unrecognized arguments: --json (see",
        ),
        (["check", "--slect=FT2", "x"], "unrecognized arguments: --slect=FT2 (did you mean '--select'?)"),
        (["parse", "x", "--diff"], "ftnotes parse: unrecognized arguments: --diff (see ftnotes parse --help)"),
        (
            ["chek", "x"],
            "'chek' is not a command (did you mean 'check'?); use one of check, fix, format, new, parse, compare, ",
        ),
        (["--edition", "2020-05", "parse", "x"], "options come after the command, as in ftnotes parse --edition (see"),
        (["--fix"], "options come after the command, as in ftnotes check --fix (see ftnotes --help)"),
        (
            ["check", "--fail-on", "warnings", "x"],
            "takes error, warning, information, not 'warnings' (did you mean 'warning'?)",
        ),
        (["check", "--output-format=xml", "x"], "takes full, concise, json, sarif, github, gitlab, junit, not 'xml'"),
        (["check", "--language", "Germn", "x"], "knows no language 'Germn' (did you mean 'german'?); it knows en (English), "),
    ],
)
def test_wrong_usage_is_reported(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Wrong usage returns 2; stderr says what is wrong and where help is."""
    status, out, err = run_command(capsys, *argv)
    assert (status, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (KeyboardInterrupt(), 130, ""),
        (MemoryError(), 2, "ftnotes: there is not enough memory; give fewer or smaller files, or a lower --max-size\n"),
        (OSError(28, "No space left on device"), 2, "ftnotes: can't write the output: No space left on device\n"),
    ],
)
def test_a_lost_output_causes_no_traceback(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    told: str,
) -> None:
    """The exit status says that the output was closed, the disk is full, or the user interrupted."""

    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr(ftnotes.cli.main, "_run", fail)
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main([]) == status
    assert capsys.readouterr().err == told


def test_closed_outputs_cause_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If stdout and stderr are closed, the exit status is still the result."""
    (name,) = notes(tmp_path, note=WRONG.replace("Engaged", "保留中 x"))
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([*CHECK, name]) == 1
    assert main(["check", "none"]) == 2


def test_a_damaged_installation_is_reported(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The error names the file of the package that can't be read."""

    def load(edition: str) -> Playbook:
        raise PlaybookError(f"{edition}.toml: is not TOML: Invalid value")

    monkeypatch.setattr(playbook, "_bundled", load)
    assert main(["playbook", "list"]) == 2
    assert capsys.readouterr().err == "ftnotes playbook: 2019-09.toml: is not TOML: Invalid value\n"


def test_python_m_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m ftnotes`` runs the command and exits with its status."""
    monkeypatch.setattr(sys, "argv", ["ftnotes", "--version"])
    with pytest.raises(SystemExit) as exit:
        runpy.run_module("ftnotes", run_name="__main__")
    assert exit.value.code == 0
    assert capsys.readouterr().out.startswith("ftnotes ")


def test_the_installed_command_reads_stdin() -> None:
    """The installed command reads a note from a pipe and returns 1 for problems."""
    done = subprocess.run([COMMAND, *CHECK, "-"], input=WRONG, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:2:29: error FT201 choice-not-in-list: ")
    assert done.stderr == ""


def test_the_installed_command_writes_to_any_encoding(tmp_path: Path) -> None:
    """On a stdout that can't show a character, the character is escaped, and nothing fails."""
    (name,) = notes(tmp_path, note="執行\n**エグゼクティブ概要**\n- エンゲージメントのステータス: é保留中?!x\n")
    for encoding in ("ascii", "cp1252"):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run([COMMAND, *CHECK, name], capture_output=True, env=environment)
        assert done.returncode == 1
        assert rb"\u4fdd\u7559\u4e2d" in done.stdout
        assert (("é".encode(encoding, "backslashreplace")) + rb"\u4fdd") in done.stdout
        assert done.stderr == b""


@needs_posix
def test_the_installed_command_survives_a_reader_who_leaves(tmp_path: Path) -> None:
    """A pipe that is closed while the command writes ends it with 141 and no traceback."""
    (name,) = notes(tmp_path, note="EXEC SUMMARY\n" + "- STATUS OF THE ENGAGEMENT: x\n" * 3000)
    with subprocess.Popen([COMMAND, *CHECK, name], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@needs_posix
def test_the_installed_command_can_be_interrupted() -> None:
    """An interrupt while it waits for a note ends it with 130 and no traceback."""
    with subprocess.Popen(
        [COMMAND, *CHECK, "nothing", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=hear_interrupts
    ) as process:
        assert process.stderr
        assert b"nothing" in process.stderr.readline()  # now it waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
    assert process.returncode == 130


def test_the_version_loads_no_parser() -> None:
    """--version loads neither the parser nor the rules, nor what only some commands need."""
    loaded = loaded_by("import ftnotes.cli.main; ftnotes.cli.main.main(['--version'])")
    assert "ftnotes.cli.main" in loaded
    mine = ("batch", "interchange", "playbook", "policy", "syntax", "cli.commands", "cli.options.settings")
    assert not {"lark", "tomllib", "argparse", "difflib", "hashlib", *(f"ftnotes.{name}" for name in mine)} & loaded
