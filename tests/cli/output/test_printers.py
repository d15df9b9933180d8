"""The printers of all output formats: nothing harmful is printed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from helpers.commands import WRONG, harmless, notes, run_command
from helpers.results import FORMATS

from ftnotes.cli.main import main

HARM = [*map(chr, range(0x20)), "\x7f", "\x85", "\u2028", "\u202e", "\u200b", "\ue000", "\U000e0001", "\ufeff", "\xa0"]


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_harmful_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """No format prints an unprintable character of a note, its name or the configuration."""
    lines = [
        f"EXEC SUMMARY #x{char}y ({char})\n- STATUS OF THE ENGAGEMENT: a{char}b\n- RI{char}SKS: {char}c{char}\n"
        f"- [EX{char}O] Ex{char}change - a{char}b\n"
        for char in HARM
    ]
    (name,) = notes(tmp_path, **{"a\x1b[31m\u202e": "\n".join(lines)})
    config = tmp_path / "ftnotes.toml"
    config.write_text('role = "SME"\nnote-type = "Overall Status"\n[[files]]\npattern = "\\u001b\\u202e"\n', "utf-8")
    for argv in (["check"], ["fix"], ["check", "--redact"]):
        main([*argv, "--config", str(config), "--output-format", form, name])
        out, err = capsys.readouterr()
        assert len(out) > 1000
        assert harmless(out)
        assert harmless(err)
    main(["config", "--config", str(config)])
    assert harmless(capsys.readouterr().out)


def test_what_is_escaped_is_escaped_in_the_diff_of_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note with every code point of the planes that contain characters is shown harmlessly, also by the diff."""
    planes = (*range(0x3100), *range(0xE000, 0x10100), *range(0xE0000, 0xE0200), *range(0x10FF00, 0x110000))
    every = "".join(f"a{chr(code)}" + "\n" * (code % 64 == 0) for code in planes)
    (name,) = notes(tmp_path, note=f"EXEC SUMMARY\n- STATUS OF THE ENGAGEMENT: {every}\n")
    monkeypatch.setenv("CI", "true")
    main(["check", "--diff", "--select", "FT6,FT2", name])
    out, err = capsys.readouterr()
    assert out.count("\n") > 100
    assert harmless(out + err)


@pytest.mark.parametrize("form", ["github", "sarif", "json", "full"])
def test_standard_input_has_a_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Standard input is named in every form, and by the name that it is given."""
    for argv, name in (
        (["-"], {"json": "-", "full": "<stdin>"}.get(form, "stdin")),
        (["-", "--stdin-filename", "call.md"], "call.md"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        assert name in run_command(capsys, "check", "--output-format", form, *argv)[1]
