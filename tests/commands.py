"""What tests of the command share: notes in files, and what the command says to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ftnotes.cli import main

CLEAN = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Reactive\n"
WRONG = "**EXEC SUMMARY**\n- STATUS OF THE ENGAGEMENT: Engaged\n"


def notes(folder: Path, **texts: str | bytes) -> list[str]:
    """Files with these contents; their names."""
    for name, text in texts.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(folder / name) for name in texts]


def say(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """What the command returns, and what it prints on stdout and stderr."""
    status = main(argv)
    return status, *capsys.readouterr()


def harmless(text: str) -> bool:
    """Whether a text holds line feeds and printable characters alone."""
    return text.replace("\n", "").isprintable()
