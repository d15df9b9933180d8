from __future__ import annotations

import sys

import pytest
from helpers.commands import run_command


def test_without_its_library_the_server_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where pygls is missing, the command fails with the line that installs it."""
    monkeypatch.setitem(sys.modules, "pygls", None)
    status, out, err = run_command(capsys, "lsp")
    assert (status, out) == (2, "")
    assert err == "ftnotes lsp: the language server needs pygls: pip install 'ftnotes[lsp]'\n"
