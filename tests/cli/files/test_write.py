"""Notes written back to where they came from."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from ftnotes.cli.files.inputs import Inputs, Note
from ftnotes.cli.files.write import NoteWriter
from ftnotes.cli.output.failures import Failure
from ftnotes.cli.output.terminal import STDIN, Screen
from ftnotes.text.files import Encoding

NEW = "new 保\r\nline\n"


def read(path: Path) -> Note:
    """Read the note in a file."""
    (note,) = Inputs(Screen(None), 1).read([str(path)])
    return note


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"], ids=["none", "8", "16le", "16be"])
def test_encoding_and_line_ends_stay(tmp_path: Path, mark: bytes) -> None:
    """A note is written in the encoding, and with the byte order mark, that it was read with."""
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8")
    path = tmp_path / "note.md"
    path.write_bytes(mark + "old é\r\n".encode(encoding))
    assert NoteWriter(Screen(None), force=False).write(read(path), NEW)
    assert path.read_bytes() == mark + NEW.encode(encoding)


def test_an_unchanged_note_is_not_written(tmp_path: Path) -> None:
    """A file whose note does not change is not touched, and need not be there any more."""
    path = tmp_path / "note.md"
    path.write_bytes(b"old")
    note = read(path)
    path.unlink()
    assert NoteWriter(Screen(None), force=False).write(note, "old")
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="hard links are those of POSIX")
def test_force_overwrites_what_can_not_be_replaced(tmp_path: Path) -> None:
    """A file with two names is refused, and the message names the option with which both show the new note."""
    path, other = tmp_path / "note.md", tmp_path / "other.md"
    path.write_bytes(b"old")
    os.link(path, other)
    note = read(path)
    out = io.StringIO()
    writer = NoteWriter(Screen(out), force=False)
    assert not writer.write(note, NEW)
    assert writer.failures == [Failure(str(path), "note", "written")]
    assert out.getvalue() == (
        f"ftnotes: {path}: has 2 names (hard links), and only one of them would change; write to a copy, or overwrite the file "
        "itself with --force-in-place, which a power cut can damage\n"
    )
    assert path.read_bytes() == b"old"
    assert NoteWriter(Screen(None), force=True).write(note, NEW)
    assert path.read_bytes() == other.read_bytes() == NEW.encode()


def test_standard_input_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note from standard input goes to standard output as the bytes it would have been read from; a closed one gets none."""
    note = Note(STDIN, "note.md", "old", Encoding("utf-16-le", b"\xff\xfe"))
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    writer = NoteWriter(Screen(None), force=False)
    assert writer.write(note, NEW)
    assert out.buffer.getvalue() == b"\xff\xfe" + NEW.encode("utf-16-le")
    monkeypatch.setattr(sys, "stdout", None)
    assert writer.write(note, NEW)
