from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest
from helpers.paths import ROOT

pytest.importorskip("lsprotocol", reason="needs ftnotes[lsp]")

from ftnotes.cli.main import main
from ftnotes.lsp.code_actions import FIX_ALL

EXTENSION = ROOT / "editors" / "vscode"
DOCS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")


def manifest() -> Any:
    return json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", DOCS, re.DOTALL)


def test_the_extension_reads_the_settings_that_it_declares() -> None:
    """Each setting and command of the manifest is used by the code, and each that the code uses is declared."""
    declared = manifest()["contributes"]
    code = (EXTENSION / "extension.js").read_text(encoding="utf-8")
    used = {f"ftnotes.{name}" for name in re.findall(r"settings\.get\(\"(\w+)\"\)", code)}
    assert used == set(declared["configuration"]["properties"])
    assert set(re.findall(r"registerCommand\(\"([\w.]+)\"", code)) == {one["command"] for one in declared["commands"]}


def test_the_extension_starts_a_command_that_exists(capsys: pytest.CaptureFixture[str]) -> None:
    """The default command is the language server, which has help."""
    _, *arguments = manifest()["contributes"]["configuration"]["properties"]["ftnotes.command"]["default"]
    assert main([*arguments, "--help"]) == 0
    assert "language server" in capsys.readouterr().out


def test_the_settings_in_the_docs_are_those_of_the_server() -> None:
    """The examples can be parsed, and name the command, the settings and the kind of action that exist."""
    (settings,) = map(json.loads, blocks("json"))
    assert settings["ftnotes.command"][1:] == ["lsp"]
    assert FIX_ALL in settings["[markdown]"]["editor.codeActionsOnSave"]
    (helix,) = map(tomllib.loads, blocks("toml"))
    assert helix["language-server"]["ftnotes"] == {"command": "ftnotes", "args": ["lsp"]}
    (neovim,) = blocks("lua")
    assert 'cmd = { "ftnotes", "lsp" }' in neovim


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_the_extension_is_valid_javascript() -> None:
    """Node can parse the extension."""
    subprocess.run(["node", "--check", str(EXTENSION / "extension.js")], check=True, timeout=60)
