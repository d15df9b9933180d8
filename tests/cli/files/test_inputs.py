"""Inputs of the command: files, patterns and standard input, each once; what can't be read is reported."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from helpers.commands import CHECK, CLEAN, WRONG, notes, run_command

from ftnotes.cli.files.inputs import Inputs
from ftnotes.cli.main import main
from ftnotes.cli.output.failures import Failure
from ftnotes.cli.output.terminal import Screen


def test_a_file_given_twice_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same file counts once, however it is named."""
    monkeypatch.chdir(tmp_path)
    notes(tmp_path, note=CLEAN, other=CLEAN)
    names = ["note", "./note", str(tmp_path / "note"), "n*e", "note", "other"]
    if hasattr(os, "symlink"):
        (tmp_path / "link").symlink_to("note")
        names.append("link")
    assert run_command(capsys, "check", "--select", "FT2", *names)[1] == "No problems in 2 notes\n"
    assert run_command(capsys, "parse", *names)[1].count("1 summary\n") == 2


def test_patterns_are_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A pattern is replaced by the files that match it, in order; a file of that exact name takes precedence."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d" / "e").mkdir(parents=True)
    notes(tmp_path, **{"b.md": CLEAN, "a.md": CLEAN, "c.txt": CLEAN, "[x].md": CLEAN})
    notes(tmp_path / "d" / "e", **{"f.md": CLEAN})
    inputs = Inputs(Screen(None), 64)
    assert list(inputs.distinct(["*.md", "-", "c.txt"])) == ["[x].md", "a.md", "b.md", "-", "c.txt"]
    assert list(inputs.distinct(["**/*.md"])) == ["[x].md", "a.md", "b.md", os.path.join("d", "e", "f.md")]
    assert list(inputs.distinct(["[x].md", "d*"])) == ["[x].md"]
    assert inputs.failures == [Failure("d*", "pattern", "empty")]
    status, out, err = run_command(capsys, "check", "none/*.md", "no\0*", "\ud800/*")
    assert (status, out) == (2, "Nothing was checked; 3 patterns have no notes\n")
    assert err == (
        "ftnotes: none/*.md: no file matches this pattern; check it and the folder you are in\n"
        "ftnotes: no\\x00*: no file matches this pattern; check it and the folder you are in\n"
        "ftnotes: \\ud800/*: no file matches this pattern; check it and the folder you are in\n"
    )


def test_long_inputs_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note longer than the limit is refused with the option that raises it."""
    (name,) = notes(tmp_path, note=b"x" * 1_000_001)
    assert run_command(capsys, "check", "--max-size", "1", name)[::2] == (
        2,
        f"ftnotes: {name}: is longer than 1 MB; raise the limit with --max-size MB\n",
    )
    assert main([*CHECK, "--max-size", "2", name]) == 0


def test_unreadable_inputs_are_reported_and_the_others_handled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unreadable inputs are reported with name, reason and remedy; the other notes are handled, and the status is 2."""
    good, latin = notes(tmp_path, good=WRONG, latin=b"\xe9")
    for command in ("check", "parse"):
        status, out, err = run_command(capsys, command, str(tmp_path / "none"), latin, str(tmp_path), good)
        assert status == 2
        assert good in out
        assert err.splitlines() == [
            f"ftnotes: {tmp_path}: has no notes, which end in .md, .markdown or .txt; name other files, as in FOLDER/*",
            f"ftnotes: {tmp_path / 'none'}: there is no such file; check its name and the folder you are in",
            f"ftnotes: {latin}: is not UTF-8: byte 0 (0xe9) does not fit; name its encoding, as in --encoding cp1252, or "
            "save it as UTF-8",
        ]


def test_stdin_is_read_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Standard input is read only if ``-`` is given, once."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    status, out, _ = run_command(capsys, *CHECK, "-")
    assert status == 1
    assert out.startswith("<stdin>:2:29: error FT201")
    status, _, err = run_command(capsys, "check", "-", "-")
    assert status == 2
    assert err.startswith("usage: ftnotes check [OPTIONS] NOTE ...\n")
    assert err.endswith("ftnotes check: standard input can be read only once; give - once (see ftnotes check --help)\n")
    monkeypatch.setattr(sys, "stdin", None)
    assert main([*CHECK, *notes(tmp_path, note=CLEAN)]) == 0
    assert run_command(capsys, *CHECK, "-")[2] == "ftnotes: <stdin>: there is no standard input; pipe a note into the command\n"


@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0"])
@pytest.mark.parametrize("command", ["fix", "format"])
def test_other_names_of_stdin_are_read_and_written_as_it(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    """A note read from a file that is standard input goes to standard output."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"EXEC SUMMARY\r\n-STATUS OF THE ENGAGEMENT: reactive")))
    assert main([command, name]) in {0, 1}
    assert b"\r\n- STATUS OF THE ENGAGEMENT: Reactive" in capfdbinary.readouterr().out


@pytest.mark.parametrize(("declared", "encoding"), [("cp1252", "cp1252"), ("latin-1", "latin-1"), ("utf-16-le", "utf-16-le")])
def test_a_note_in_another_encoding_is_read_and_written_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], declared: str, encoding: str
) -> None:
    """A note that is not UTF-8 is refused with the option that reads it; fixed, it keeps its encoding."""
    note = "EXEC SUMMARY\r\n- STATUS OF THE ENGAGEMENT: reactive\r\n- DESCRIBE THE CUSTOMER: Zoë\r\n"
    (name,) = notes(tmp_path, note=note.encode(encoding))
    for command in ("check", "fix", "format", "parse"):
        status, _, err = run_command(capsys, command, name)
        assert status == 2
        assert "--encoding " in err
    assert main(["fix", "--encoding", declared, "--select", "FT2", name]) == 0
    assert (tmp_path / "note").read_bytes() == note.replace("reactive", "Reactive").encode(encoding)
    assert "Zoë" in run_command(capsys, "parse", "--encoding", declared, name)[1]


def test_a_fix_that_the_encoding_lacks_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If a fix has a character that the code page of a note lacks, the note is kept, and this is reported."""
    (name,) = notes(tmp_path, note="EXEC SUMMARY\n- DESCRIBE THE CUSTOMER: WrocÅ‚aw\n".encode("cp1252"))
    before = (tmp_path / "note").read_bytes()
    status, _, err = run_command(capsys, "fix", "--encoding", "cp1252", name)
    assert (status, "(U+0142) that CP1252 lacks" in err) == (2, True)
    assert (tmp_path / "note").read_bytes() == before


def test_a_closed_stdin_is_reported(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """If there is no standard input, that is reported."""
    monkeypatch.setattr(sys, "stdin", None)
    status, _, err = run_command(capsys, "check", "-")
    assert (status, err) == (2, "ftnotes: <stdin>: there is no standard input; pipe a note into the command\n")


def test_a_terminal_shows_that_input_is_awaited(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that reads a terminal says on stderr what to type and how to end it; one that reads a pipe says nothing."""
    for is_terminal in (True, False):
        stdin = io.TextIOWrapper(io.BytesIO(WRONG.encode()))
        monkeypatch.setattr(stdin, "isatty", lambda shown=is_terminal: shown)
        monkeypatch.setattr(sys, "stdin", stdin)
        status, out, err = run_command(capsys, *CHECK, "-")
        assert (status, out.startswith("<stdin>:2:29: error FT201")) == (1, True)
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        assert err == (f"Type or paste a note, then press {end} on an empty line\n" if is_terminal else "")


def test_a_name_for_standard_input_needs_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--stdin-filename`` without ``-`` is refused."""
    (name,) = notes(tmp_path, note=CLEAN)
    status, _, err = run_command(capsys, *CHECK, name, "--stdin-filename", "a.md")
    assert (status, "--stdin-filename needs - among the notes" in err) == (2, True)


def test_an_invalid_name_is_reported() -> None:
    """A name that no file can have is an input that can't be read."""
    inputs = Inputs(Screen(None), 1)
    assert list(inputs.read(["a\0b"])) == []
    assert inputs.failures == [Failure("a\0b", "note")]


def test_a_folder_that_can_not_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And then it has no notes."""

    def listdir(folder: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", listdir)
    inputs = Inputs(Screen(None), 1)
    assert list(inputs.distinct([str(tmp_path)])) == []
    assert [failure.kind for failure in inputs.failures] == ["read", "empty"]


def test_excluded_files_are_left_out_of_folders_and_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The configuration excludes files that are found; a file that is named is read all the same."""
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "archive"):
        (tmp_path / folder).mkdir()
        notes(tmp_path / folder, **{"note.md": WRONG})
    (tmp_path / "ftnotes.toml").write_text('exclude = ["archive/"]\nselect = ["FT2"]\n')
    for names in (["."], ["**/*.md"]):
        for command in ("check", "parse"):
            out = run_command(capsys, command, *names)[1]
            assert os.path.join("a", "note.md") in out
            assert "archive" not in out
    assert "archive" in run_command(capsys, "check", os.path.join("archive", "note.md"))[1]
    status, _, err = run_command(capsys, "check", "archive")
    assert status == 2
    assert "the configuration excludes all its notes" in err
