"""``ftnotes --print-completion``: scripts that complete the command in a shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from helpers.commands import run_command

from ftnotes.cli.commands import SUMMARIES
from ftnotes.cli.options.completion import SHELLS


def completed(folder: Path, script: str, *words: str) -> set[str]:
    """Return what bash offers for the last word."""
    file = folder / "ftnotes.bash"
    file.write_text(script, encoding="utf-8")
    quoted = " ".join(f"'{word}'" for word in ("ftnotes", *words))
    program = f'. "{file}"; COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; _ftnotes; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_commands_options_and_values(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first word is a command, words with a hyphen are its options, and values are those that an option takes."""
    _, script, _ = run_command(capsys, "--print-completion", "bash")
    assert completed(tmp_path, script, "") == {*SUMMARIES, "--help", "--version"}
    assert completed(tmp_path, script, "pa") == {"parse"}
    assert completed(tmp_path, script, "check", "--base") == {"--baseline"}
    assert completed(tmp_path, script, "check", "--output-format", "g") == {"github", "gitlab"}
    assert completed(tmp_path, script, "check", "no") == set()  # a file


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_name_every_command_and_option_and_are_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    """Each script has all commands with the options that their help has; the shell, if it is there, can parse it."""
    status, script, _ = run_command(capsys, "--print-completion", shell)
    assert status == 0
    for name in SUMMARIES:
        assert name in script
    for option in ("raw-csv", "unsafe-fixes", "template", "schema"):
        assert option in script
    if shutil.which(shell):
        file = tmp_path / "script"
        file.write_text(script, encoding="utf-8")
        subprocess.run([shell, "-n", str(file)], check=True, timeout=60)


@pytest.mark.parametrize("shells", [[], ["csh"], ["bash", "zsh"]])
def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str], shells: list[str]) -> None:
    """The message lists the shells that are known."""
    status, out, err = run_command(capsys, "--print-completion", *shells)
    assert (status, out) == (2, "")
    assert err == "ftnotes: --print-completion needs one of bash, zsh, fish, as in ftnotes --print-completion bash\n"
