"""Files that text is read from: their errors, and their encodings."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.files import Encoding, FileError, decode, open_file, read_bounded


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        [
            Encoding(),
            Encoding("utf-8", b"\xef\xbb\xbf"),
            Encoding("utf-16-le", b"\xff\xfe"),
            Encoding("utf-16-be", b"\xfe\xff"),
        ]
    ),
)
def test_what_is_decoded_is_encoded_as_the_same_bytes(text: str, encoding: Encoding) -> None:
    """A text and its encoding give the bytes that they were decoded from; line ends are part of the text."""
    data = encoding.mark + ("# note\n" + text).encode(encoding.name)
    decoded, detected = decode(data)
    assert (decoded, detected) == ("# note\n" + text, encoding)
    assert detected.mark + detected.encode(decoded) == data


@given(st.binary(), st.sampled_from(["utf-8", "cp1252"]))
def test_bytes_that_do_not_fit_survive(data: bytes, name: str) -> None:
    """Decoded with the error handler of an encoding, any bytes are encoded again as they were."""
    encoding = Encoding(name)
    assert encoding.encode(data.decode(name, encoding.errors)) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 ", r"is not UTF-8: byte 3 \(0xe9\) does not fit; save it as UTF-8"),
        (b"\xef\xbb\xbfab\xff", r"is not UTF-8: byte 5 \(0xff\)"),
        (b"\xff\xfea", r"is not UTF-16: byte 2 \(0x61\)"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "is UTF-32 by its byte order mark; save it as UTF-8"),
        ("status".encode("utf-16-le"), r"looks like UTF-16 without its byte order mark \(byte 1 is 0x00\)"),
        ("status".encode("utf-16-be"), r"looks like UTF-16 without its byte order mark \(byte 0 is 0x00\)"),
    ],
)
def test_what_is_not_text_is_refused_with_its_byte(data: bytes, message: str) -> None:
    """The message gives the offset of the first byte that does not fit, byte order mark included, and the remedy."""
    with pytest.raises(FileError, match=f"^{message}"):
        decode(data)


def test_a_stream_is_read_up_to_the_limit() -> None:
    """A stream of the limit is read; a longer one is refused with the option that raises the limit."""
    assert len(read_bounded(io.BytesIO(b"x" * 1_000_000), 1)) == 1_000_000
    with pytest.raises(FileError, match=r"^is longer than 1 MB; raise the limit with --max-size MB, or split it$"):
        read_bounded(io.BytesIO(b"x" * 1_000_001), 1, ", or split it")


def test_what_can_not_be_opened_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder and an invalid name have their own message."""
    for name, message in (
        (str(tmp_path / "none"), "there is no such file; check its name"),
        (str(tmp_path), "is a folder; name the files in it, as in FOLDER/"),
        ("a\0b", "is not a valid file name; check it"),
    ):
        with pytest.raises(FileError, match=message), open_file(name):
            pass


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "can't be read: permission denied; ask its owner for access or a copy"),
        (OSError(5, "Input/output error"), "can't be read: Input/output error; try a copy of it"),
    ],
)
def test_errors_of_the_system_have_a_remedy(tmp_path: Path, error: OSError, message: str) -> None:
    """An error of the system, while a file is opened or read, becomes its reason and a remedy."""
    path = tmp_path / "note.md"
    path.touch()
    with pytest.raises(FileError, match=message), open_file(str(path)):
        raise error
