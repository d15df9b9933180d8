"""``ftnotes format``: which notes change, what is reported, and what is kept."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from helpers.commands import harmless, notes, run_command
from helpers.exports import made

import ftnotes
from ftnotes.cli.main import main

TYPED = "EXEC SUMMARY\n* Status of the engagement : reactive\n* Describe the customer: Contoso\n"
FORMATTED = ftnotes.format(TYPED)
MARKDOWN = ftnotes.format(TYPED, style="markdown")
HEAD = "Tenant,Notes\r\n"
ROWS = f'T0,"{TYPED}"\r\nT1,"{FORMATTED}"\r\n'
COLUMNS = ("--column", "Notes", "--id-column", "Tenant")


def contents(name: str) -> str:
    """Return the content of a file."""
    return Path(name).read_bytes().decode()


def test_notes_are_written_where_they_were(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """format writes what the library's does, names each note that changed, and returns 0; one in order stays the same file."""
    names = notes(tmp_path, a=TYPED, b=FORMATTED)
    before = os.stat(names[1]).st_ino
    assert run_command(capsys, "format", *names) == (0, f"{names[0]}: formatted\n1 of 2 notes formatted\n", "")
    assert [contents(name) for name in names] == [FORMATTED, FORMATTED]
    assert os.stat(names[1]).st_ino == before
    assert run_command(capsys, "format", *names) == (0, "Nothing to format in 2 notes\n", "")


def test_check_names_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--check writes nothing, and returns 1 where something would change."""
    names = notes(tmp_path, a=TYPED, b=FORMATTED)
    assert run_command(capsys, "format", "--check", *names) == (
        1,
        f"{names[0]}: would be formatted\n1 of 2 notes would be formatted\n",
        "",
    )
    assert contents(names[0]) == TYPED
    assert run_command(capsys, "format", "--check", names[1]) == (0, "Nothing to format in 1 note\n", "")


GUESS = "Exec summary\n- Status: reactive\n- Progress: not deployed\n- Support: none\n"
LEFT = "left as it is: no label of the template is written out in the summary"


@pytest.mark.parametrize("argv", [(), ("--diff",), ("--check",)])
def test_what_is_left_is_named_with_the_reason(
    argv: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A summary that is a guess stays, and so does a line; each is named with its place."""
    (name,) = notes(tmp_path, a=f"Hello\n\n{GUESS}")
    assert run_command(capsys, "format", *argv, name) == (0, f"{name}:3:1: {LEFT}\nNothing to format in 1 note\n", "")
    assert contents(name) == f"Hello\n\n{GUESS}"


def test_a_preview_of_an_export_names_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each summary has the place of its row."""
    export = tmp_path / "a.csv"
    export.write_bytes(f'{HEAD}T0,"{GUESS}"\r\n'.encode())
    status, out, _ = run_command(capsys, "format", "--diff", *COLUMNS, str(export))
    assert (status, out.count(LEFT), out.count("T0")) == (0, 1, 1)


def test_diff_shows_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff writes nothing, shows both texts, and returns 1."""
    (name,) = notes(tmp_path, a=TYPED)
    for argv in (["--diff"], ["--diff", "--check"]):
        status, out, err = run_command(capsys, "format", *argv, name)
        assert (status, err) == (1, "")
        assert out.startswith(f"--- a{name}\n+++ b{name}\n@@")
        assert "-* Status of the engagement : reactive\n" in out
        assert "+- STATUS OF THE ENGAGEMENT: Reactive\n" in out
        assert out.endswith("\n\n1 of 1 note would be formatted\n")
        assert contents(name) == TYPED


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        (["--style", "markdown"], MARKDOWN),
        (["--language", "German"], ftnotes.format(TYPED, language="de")),
        (["--language", "de", "--edition", "2020-05"], ftnotes.format(TYPED, language="de", edition="2020-05")),
    ],
)
def test_style_language_and_edition_are_those_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], argv: list[str], text: str
) -> None:
    """Style, language and edition are those of the options."""
    (name,) = notes(tmp_path, a=TYPED)
    assert run_command(capsys, "format", *argv, name)[0] == 0
    assert contents(name) == text != FORMATTED


def test_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Stdout carries only the note, as the bytes it would have in a file; messages go to stderr."""
    for bom in (b"", b"\xef\xbb\xbf"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bom + TYPED.replace("\n", "\r\n").encode())))
        assert main(["format", "-", "--stdin-filename", "mine.md"]) == 0
        out, err = capfdbinary.readouterr()
        assert out == bom + FORMATTED.replace("\n", "\r\n").encode()
        assert err.decode() == f"mine.md: formatted{os.linesep}1 of 1 note formatted{os.linesep}"


def test_a_formatted_note_passes_through(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A note that is formatted comes out as it came in; with --check it doesn't come out."""
    for argv, expected in (
        (["format", "-"], FORMATTED.encode()),
        (["format", "--check", "-"], b"Nothing to format in 1 note\n"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FORMATTED.encode())))
        assert main(argv) == 0
        assert capfdbinary.readouterr().out.replace(b"\r\n", b"\n") == expected


def test_without_standard_output_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without standard streams, notes are formatted without messages."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TYPED.encode())))
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["format", "-"]) == 0


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--check", "--force-in-place", "a"], "--force-in-place is about writing, and --check writes nothing"),
        (["--diff", "-o", "b.csv", "a.csv"], "-o is about writing, and --diff writes nothing; use one of them"),
        (["--diff", "--redact", "a"], "--diff shows the text of notes, and --redact hides it; use one of them"),
        (["--stdin-filename", "x", "a"], "--stdin-filename needs - among the notes"),
        (["--style", "templat", "a"], "takes template, markdown, not 'templat' (did you mean 'template'?)"),
        (["--language", "Germn", "a"], "did you mean"),
        (["--column", "Notes", "a"], "--column needs an export"),
        (["-o", "out.csv", "a"], "-o needs an export"),
        (["a.csv", "--column", "Notes"], "an export is not written in place; name the formatted one, as in -o formatted.csv"),
        (["a.csv", "b.csv", "-o", "c.csv", "--column", "Notes"], "-o takes one formatted export, and 2 inputs are named"),
        (["a.csv", "-o", "c.csv", "--column", "N", "--force-in-place"], "--force-in-place is not available for exports"),
        (["a.csv", "--check"], "--column"),
    ],
)  # fmt: skip
def test_wrong_usage_says_what_is_accepted(capsys: pytest.CaptureFixture[str], argv: list[str], message: str) -> None:
    """Options that exclude each other are reported with status 2, and nothing is read."""
    status, out, err = run_command(capsys, "format", *argv)
    assert (status, out) == (2, "")
    assert message in err


def test_failures_to_read_or_write_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are formatted; the status is 2."""
    names = notes(tmp_path, a=TYPED, b=b"\xff\xfe\x00", c=TYPED)
    os.link(names[2], tmp_path / "d")
    status, out, err = run_command(capsys, "format", *names, str(tmp_path / "none"))
    assert status == 2
    assert out.split("\n")[:-1] == [
        f"{names[0]}: formatted",
        "1 of 1 note formatted; 1 note could not be written; 2 notes could not be read",
    ]
    assert [line.partition(": ")[2].partition(": ")[0] for line in err.split("\n")[:-1]] == [
        names[1],
        names[2],
        str(tmp_path / "none"),
    ]
    assert "--force-in-place" in err
    assert contents(names[2]) == TYPED
    assert run_command(capsys, "format", "--force-in-place", names[2])[0] == 0
    assert contents(str(tmp_path / "d")) == FORMATTED


def test_nothing_to_format_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pattern that matches nothing is an error."""
    status, out, err = run_command(capsys, "format", "--check", str(tmp_path / "*.md"))
    assert (status, out) == (2, "Nothing was formatted; 1 pattern has no notes\n")
    assert "no file matches this pattern" in err


# ---- exports


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_export_is_formatted_into_another(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    """Each other cell stays; rows that changed are named."""
    file, out = made(tmp_path, "e.csv", HEAD + ROWS), str(tmp_path / "out.csv")
    assert run_command(capsys, "format", file, *COLUMNS, "-o", out, "--jobs", jobs) == (
        0,
        f"{file}, row 2 (T0): formatted\n1 of 2 notes formatted\n",
        "",
    )
    assert contents(out) == HEAD + ROWS.replace(TYPED, FORMATTED)
    assert contents(file) == HEAD + ROWS


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_changes_in_an_export_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    """--check and --diff look at exports, and at notes beside them, and write nothing."""
    file, (note,) = made(tmp_path, "e.csv", HEAD + ROWS), notes(tmp_path, a=TYPED)
    assert run_command(capsys, "format", "--check", file, note, *COLUMNS, "--jobs", jobs) == (
        1,
        f"{file}, row 2 (T0): would be formatted\n{note}: would be formatted\n2 of 3 notes would be formatted\n",
        "",
    )
    status, out, _ = run_command(capsys, "format", "--diff", file, *COLUMNS, "--jobs", jobs)
    assert status == 1
    assert out.startswith(f"--- {file}, row 2 (T0)\n")
    assert sorted(os.listdir(tmp_path)) == ["a", "e.csv"]


def test_redacted_output_names_no_customer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--redact leaves out ids, also of bad rows."""
    file = made(tmp_path, "e.csv", HEAD + ROWS + "secret; half\r\n")
    status, out, err = run_command(capsys, "format", "--check", "--redact", file, *COLUMNS)
    assert (status, out) == (
        2,
        f"{file}, row 2: would be formatted\n1 of 2 notes would be formatted; 1 row could not be read\n",
    )
    assert "secret" not in err
    assert f"{file}, row 4, line 10: can't be read; run without --redact for the reason" in err


def test_bad_exports_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of another kind ends in one message; --strict stops there, and nothing is written."""
    bad, good, out = made(tmp_path, "b.xlsx", "no zip"), made(tmp_path, "e.csv", HEAD + ROWS), str(tmp_path / "out.xlsx")
    status, said, err = run_command(capsys, "format", bad, *COLUMNS, "-o", out)
    assert status == 2
    assert said.startswith("Nothing was formatted; 1 ")
    assert err.split("\n")[-2] == "ftnotes: nothing was written"
    assert not os.path.exists(out)
    argv = ("format", "--check", bad, good, *COLUMNS)
    assert run_command(capsys, *argv)[1].endswith("1 of 2 notes would be formatted; 1 file could not be read\n")
    assert run_command(capsys, *argv, "--strict")[1].startswith("Nothing was formatted")


def test_json_lines_keep_all_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers, lists and the order of keys stay as they are written."""
    line = '{"b": 1.50, "Notes": %s,  "a": [1,2]}\n'
    file, out = made(tmp_path, "e.jsonl", line % json.dumps(TYPED)), str(tmp_path / "out.jsonl")
    assert run_command(capsys, "format", file, "--column", "Notes", "-o", out)[0] == 0
    assert contents(out) == line % json.dumps(FORMATTED)


def test_nothing_harmful_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of files, ids and notes with control characters reach no terminal unescaped."""
    (name,) = notes(tmp_path, **{"a\x1b[31m\u202eb": TYPED.replace("Contoso", "C\x1b]0;x\x07\u202e")})
    file = made(tmp_path, "e.csv", HEAD + ROWS.replace("T0", '"T\x1b[0m"'))
    monkeypatch.setenv("CI", "true")
    for argv in (["--check", name], ["--diff", name], ["--check", file, *COLUMNS], [name]):
        _, out, err = run_command(capsys, "format", *argv)
        assert harmless(out + err)


def test_words_of_another_edition_are_written_only_if_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an edition on the command line or in the configuration, the tag and name of another one stay."""
    note = tmp_path / "note.md"
    listing = "- SNAPSHOT OF KEY WORKLOADS CURRENT STATUS AND NEXT ACTIONS:"
    text = f"**EXEC SUMMARY**\n{listing}\n\n   -  [OPP]  Microsoft 365 Apps - x\n"
    note.write_text(text)
    (tmp_path / "ftnotes.toml").write_text('edition = "2020-03"\n')
    assert run_command(capsys, "format", "--check", "--no-config", str(note))[0] == 0
    assert run_command(capsys, "format", "--check", "--no-config", "--edition", "2020-03", str(note))[0] == 1
    assert run_command(capsys, "format", "--config", str(tmp_path / "ftnotes.toml"), str(note))[0] == 0
    assert note.read_text() == text.replace("Microsoft 365 Apps", "Office 365 ProPlus")
