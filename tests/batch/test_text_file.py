"""Encodings of exports: what is read in them, and what is written back."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from helpers.exports import FIXABLE, NOTES, made, read, texts

from ftnotes.batch import ExportError, Options, Row, RowError, fix_export, rewrite_export

ENCODED = [
    pytest.param("utf-8", b"", None, id="utf-8"),
    pytest.param("utf-8", codecs.BOM_UTF8, None, id="utf-8 with mark"),
    pytest.param("utf-16-le", codecs.BOM_UTF16_LE, None, id="utf-16-le"),
    pytest.param("utf-16-be", codecs.BOM_UTF16_BE, None, id="utf-16-be"),
    pytest.param("utf-16-le", b"", "utf-16-le", id="utf-16-le declared"),
    pytest.param("cp1252", b"", "cp1252", id="cp1252"),
]


@pytest.mark.parametrize(("encoding", "mark", "declared"), ENCODED)
def test_encodings_are_read_and_written_back(tmp_path: Path, encoding: str, mark: bytes, declared: str | None) -> None:
    """A file with a byte order mark or a given encoding is read, and written again in the same encoding."""
    text = f'Tenant;Notes;Größe\r\nZoë;"{FIXABLE}";1\r\n'
    file = made(tmp_path, "e.csv", mark + text.encode(encoding))
    (row,) = read(file, encoding=declared)
    assert isinstance(row, Row)
    assert (row.id, row.text) == ("Zoë", FIXABLE)
    target = tmp_path / "new.csv"
    list(fix_export(file, str(target), NOTES, options=Options(encoding=declared)))
    assert target.read_bytes() == mark + text.replace("fully   engaged", "Fully Engaged").encode(encoding)


@pytest.mark.parametrize("declared", ["utf-32", "shift_jis", "base64", "nonsense", "cp037", "a\0b"])
def test_an_encoding_that_can_not_be_kept_is_refused(tmp_path: Path, declared: str) -> None:
    """Only encodings that keep every byte are read."""
    accepted = "Use utf-8, utf-16-le, utf-16-be, or a code page with one byte a character, such as cp1252"
    with pytest.raises(ExportError, match=rf"can't be read and written back byte for byte\. {accepted}$"):
        read(made(tmp_path, "e.csv", "Notes\n"), encoding=declared)


def test_a_note_that_can_not_be_encoded_is_not_written(tmp_path: Path) -> None:
    """A new note with a character that the code page lacks is not written, and is an error of its row."""
    file, target = made(tmp_path, "e.csv", "Tenant,Notes\n1,a\n2,b\n"), tmp_path / "new.csv"
    found = list(
        rewrite_export(file, str(target), NOTES, lambda row: row.text.replace("a", "→"), options=Options(encoding="cp1252"))
    )
    assert isinstance(found[0], RowError)
    assert found[0].reason.startswith("the new note has a character (U+2192) that CP1252 lacks, and was not written")
    assert target.read_bytes() == b"Tenant,Notes\n1,a\n2,b\n"


def test_bad_bytes_of_utf_16_are_errors_of_their_row(tmp_path: Path) -> None:
    """Half of a surrogate pair is an error of its row, which is copied."""
    data = "\ufeffTenant,Notes\n1,\ud800x\n".encode("utf-16-le", "surrogatepass")
    file, target = made(tmp_path, "e.csv", data), tmp_path / "new.csv"
    assert texts(read(file))[0][1].startswith("contains a byte that is not UTF-16-LE")
    list(fix_export(file, str(target), NOTES))
    assert target.read_bytes() == data
