"""Notes in files, and runs of the command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from ftnotes.cli.main import main

CLEAN = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n"
WRONG = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Engaged\n"

#: Check choices and hashtags only: short notes lack much that other rules ask for.
CHECK = ("check", "--select", "FT2,FT3")
#: The installed command.
COMMAND = Path(sysconfig.get_path("scripts")) / "ftnotes"


def notes(folder: Path, **texts: str | bytes) -> list[str]:
    """Write files with these contents and return their names."""
    for name, text in texts.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(folder / name) for name in texts]


def run_command(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Run the command; return its status and what it prints on stdout and stderr."""
    status = main(argv)
    return status, *capsys.readouterr()


def run_lines(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, list[str], list[str]]:
    """Run the command; return its status and the lines that it prints on stdout and stderr."""
    status, out, err = run_command(capsys, *argv)
    return status, out.split("\n")[:-1], err.split("\n")[:-1]


def run_installed(*argv: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command."""
    return subprocess.run([COMMAND, *argv], capture_output=True, text=True, encoding="utf-8", check=False)


def hear_interrupts() -> None:
    """Restore SIGINT in a process that is about to start a program, in case the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def harmless(text: str) -> bool:
    """Return whether a text contains only line feeds and printable characters."""
    return text.replace("\n", "").isprintable()


def loaded_by(program: str) -> set[str]:
    """The modules that a program has loaded at its end, in a fresh interpreter that nothing watches.

    Where tests are traced, so are the interpreters they start, and the tracer loads modules of its own.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    asked = program + "; import sys; print('', *sys.modules, sep='\\n')"
    ran = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    return set(ran.stdout.split("\n"))
