"""Files that text is read from: their errors, and their encodings."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ftnotes.text.files import MAX_MEGABYTES, Encoding, FileError, decode, open_file, read_bounded


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
        (b"caf\xe9 ", r"is not UTF-8: byte 3 \(0xe9\) does not fit; name its encoding, as in --encoding cp1252, or save it as"),
        (b"\xef\xbb\xbfab\xff", r"is not UTF-8: byte 5 \(0xff\)"),
        (b"\xff\xfea", r"is not UTF-16: byte 2 \(0x61\) does not fit; it is damaged; save it again$"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "is UTF-32 by its byte order mark; save it as UTF-8"),
        (
            "status".encode("utf-16-le"),
            r"looks like UTF-16 without its .* \(byte 1 is 0x00\); pass --encoding utf-16-le, or",
        ),
        (
            "status".encode("utf-16-be"),
            r"looks like UTF-16 without its .* \(byte 0 is 0x00\); pass --encoding utf-16-be, or",
        ),
    ],
)
def test_what_is_not_text_is_refused_with_its_byte(data: bytes, message: str) -> None:
    """The message gives the offset of the first byte that does not fit, byte order mark included, and the remedy."""
    with pytest.raises(FileError, match=f"^{message}"):
        decode(data)


def test_a_declared_encoding_counts_without_a_byte_order_mark() -> None:
    """The encoding that the user names is used unless the file names its own; what does not fit is refused."""
    assert decode(b"caf\xe9", "cp1252") == ("café", Encoding("cp1252"))
    assert decode("café".encode("utf-16-be"), "UTF-16BE") == ("café", Encoding("utf-16-be"))
    assert decode(b"\xef\xbb\xbfcaf\xc3\xa9", "cp1252") == ("café", Encoding("utf-8", b"\xef\xbb\xbf"))
    with pytest.raises(FileError, match=r"^is not CP1252: byte 1 \(0x81\) does not fit; name its own encoding, or save it"):
        decode(b"a\x81", "cp1252")
    with pytest.raises(FileError, match=r"^--encoding shift_jis can't be read and written back byte for byte"):
        decode(b"a", "shift_jis")


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    """The message names the character and the remedy."""
    with pytest.raises(FileError, match=r"\(U\+2192\) that CP1252 lacks, and was not written; save the file as UTF-8"):
        Encoding("cp1252").encode("a → b")


class _Endless(io.RawIOBase):
    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        buffer[:] = bytes(len(buffer))
        return len(buffer)

    def readable(self) -> bool:
        return True


def test_a_stream_without_end_is_refused() -> None:
    """Only a little more than the limit is read; a high limit takes no memory by itself."""
    with io.BufferedReader(_Endless()) as stream, pytest.raises(FileError, match=r"^is longer than 2 MB"):
        read_bounded(stream, 2)
    assert read_bounded(io.BytesIO(b"x"), MAX_MEGABYTES) == b"x"


def test_a_stream_is_read_up_to_the_limit() -> None:
    """A stream of the limit is read; a longer one is refused with the option that raises the limit."""
    assert len(read_bounded(io.BytesIO(b"x" * 1_000_000), 1)) == 1_000_000
    too_long = io.BytesIO(b"x" * 1_000_001)
    with pytest.raises(FileError, match=r"^is longer than 1 MB; raise the limit with --max-size MB$"):
        read_bounded(too_long, 1)
    too_long.seek(0)
    with pytest.raises(FileError, match=r"^is longer than 1 MB; split it$"):
        read_bounded(too_long, 1, "split it")


def test_what_can_not_be_opened_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder and an invalid name have their own message."""
    for name, message in (
        (str(tmp_path / "none"), "there is no such file; check its name"),
        (str(tmp_path), "is a folder; name a file in it"),
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
